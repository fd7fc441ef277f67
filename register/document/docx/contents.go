package docx

import (
	"strconv"

	"github.com/openropa/ropa/register/document"
)

// deepestEntry is the deepest level of the table of contents that has a style.
const deepestEntry = 4

// besideTitle is how many entries stand on the page of the title: more would leave
// a few alone on the next.
const besideTitle = 20

// contents writes the table of contents as a field with its entries: it reads
// well before Word has ever updated it.
func (b *body) contents() {
	levels := min(b.doc.Contents, deepestEntry)
	var entries []*document.Section
	var depth []int
	b.doc.Walk(func(s *document.Section, level int) {
		if level <= levels && len(s.Title) > 0 {
			entries, depth = append(entries, s), append(depth, level)
		}
	})
	if len(entries) == 0 {
		return
	}
	b.closeGap()
	b.raw(`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>`)
	b.contentsTitle(len(entries) > besideTitle)
	for i, s := range entries {
		b.paragraph("TOC" + strconv.Itoa(depth[i]))
		if i == 0 {
			b.openField(`TOC \o "1-` + strconv.Itoa(levels) + `" \h \z \u`)
		}
		b.entry(s)
		if i == len(entries)-1 {
			b.closeField()
		}
		b.endParagraph()
	}
	b.raw(`</w:sdtContent></w:sdt>`)
}

// contentsTitle heads the table of contents, on a new page where it is long.
func (b *body) contentsTitle(newPage bool) {
	if b.doc.ContentsTitle == "" {
		return
	}
	b.openParagraph("TOCHeading")
	if newPage {
		b.raw(`<w:pageBreakBefore/>`)
	}
	b.raw(`</w:pPr>`)
	b.run(&document.Run{Text: b.doc.ContentsTitle}, plain)
	b.endParagraph()
}

// entry writes a line of the contents: the heading, and a field for its page,
// empty until someone has set the pages.
func (b *body) entry(s *document.Section) {
	m := b.marks[s.ID]
	if m != nil {
		b.raw(`<w:hyperlink w:anchor="` + m.name + `" w:history="1">`)
	}
	for i := range s.Title {
		// A heading may lead elsewhere; its entry leads to the heading.
		r := document.Run{Text: s.Title[i].Text, Language: s.Title[i].Language}
		b.run(&r, plain)
	}
	if m != nil {
		b.raw(`<w:r><w:tab/></w:r>`)
		b.openField(`PAGEREF ` + m.name + ` \h`)
		b.closeField()
		b.raw(`</w:hyperlink>`)
	}
}

// openField begins a field up to its result.
func (b *body) openField(code string) {
	b.raw(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> `)
	b.escaped(code)
	b.raw(` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
}

func (b *body) closeField() {
	b.raw(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`)
}
