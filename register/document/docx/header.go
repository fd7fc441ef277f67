package docx

import "github.com/openropa/ropa/register/document"

const wordSpace = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// blankHeader stands above the title.
const blankHeader = `<w:hdr` + wordSpace + `><w:p><w:pPr><w:pStyle w:val="BlankHeader"/></w:pPr></w:p></w:hdr>`

// As many characters of the title and of the author as share a line.
const (
	headerTitle  = 60
	headerAuthor = 40
)

func writeHeader(x *markup, d *document.Document, p page) {
	x.raw(`<w:hdr` + wordSpace + `>`)
	writeEnds(x, "Header", p)
	writeRun(x, oneLine(d.Title, headerTitle))
	x.raw(`<w:r><w:tab/></w:r>`)
	writeRun(x, oneLine(d.Author, headerAuthor))
	x.raw(`</w:p></w:hdr>`)
}

// writeFooter writes the day as of which the document is true, and the page of
// how many: a loose page tells which document it is from.
func writeFooter(x *markup, d *document.Document, p page) {
	x.raw(`<w:ftr` + wordSpace + `>`)
	writeEnds(x, "Footer", p)
	writeRun(x, d.AsOf.String())
	x.raw(`<w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>`)
	writeRun(x, " / ")
	x.raw(`<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`)
}

// writeEnds begins a line with a tab at the right edge of the page.
func writeEnds(x *markup, style string, p page) {
	x.raw(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/><w:tabs><w:tab w:val="right" w:pos="`)
	x.num(p.width())
	x.raw(`"/></w:tabs></w:pPr>`)
}

func writeRun(x *markup, text string) {
	if text == "" {
		return
	}
	x.raw(`<w:r>`)
	x.text(text)
	x.raw(`</w:r>`)
}
