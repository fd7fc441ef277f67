package docx

import (
	"context"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/paper"
	"github.com/openropa/ropa/register/value"
)

// body writes word/document.xml, and keeps what other parts tell about it.
type body struct {
	*markup
	ctx      context.Context // nothing more is written when it is over
	doc      *document.Document
	marks    map[string]*bookmark
	lastMark int
	locales  map[value.Language]locale
	// links are the addresses outside the document, numbered in linkNumber.
	links      []string
	linkNumber map[string]int
	figures    []document.Figure
	// ordered counts the ordered lists: each has its own numbering.
	ordered int
	sides   paper.Sides
	page    page
	// turns counts the changes of page.
	turns int
	// introduces: the block that is written only introduces the next, with which it stays.
	introduces bool
	// begun: something stands on the page of the title.
	begun bool
	// gap: the last block was a table or a note, which Word would join with a
	// next one if no paragraph came between.
	gap bool
	// keepGap: that paragraph stays with what follows.
	keepGap bool
}

func newBody(ctx context.Context, d *document.Document) *body {
	return &body{
		ctx:        ctx,
		doc:        d,
		sides:      paper.Choose(d),
		marks:      bookmarksOf(d),
		locales:    map[value.Language]locale{},
		linkNumber: map[string]int{},
	}
}

const documentStart = `<w:document` +
	` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
	` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
	` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"` +
	` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"` +
	` xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>`

func (b *body) write(x *markup) {
	b.markup = x
	b.raw(documentStart)
	b.page = b.firstPage()
	b.titleBlock()
	b.contents()
	for i := range b.doc.Sections {
		b.section(&b.doc.Sections[i], 1, portrait)
	}
	// A body ends in a paragraph, not in a table.
	b.closeGap()
	b.layout()
	b.raw(`</w:body></w:document>`)
}

func (b *body) titleBlock() {
	b.titleLine("Title", b.doc.Title)
	b.titleLine("Subtitle", b.doc.Subtitle)
	b.facts(b.doc.Facts)
}

func (b *body) titleLine(style, text string) {
	if text == "" {
		return
	}
	b.paragraph(style)
	b.run(&document.Run{Text: text}, plain)
	b.endParagraph()
}

// section writes a section and those below it. On a wide page they are wide too.
func (b *body) section(s *document.Section, level int, p page) {
	if b.sides[s] {
		p = landscape
	}
	own := p
	if b.sides.Turns(s) {
		own = landscape
	}
	turned := b.turn(own)
	b.heading(s, level, s.NewPage && !turned && b.begun)
	for i, block := range s.Blocks {
		if b.ctx.Err() != nil {
			return
		}
		b.introduces = paper.Leads(s.Blocks, i)
		b.block(block)
	}
	for i := range s.Sections {
		b.section(&s.Sections[i], level+1, p)
	}
}

// headingStyles are the styles of headings; deeper ones look like the last.
var headingStyles = [...]string{"Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6"}

func (b *body) heading(s *document.Section, level int, newPage bool) {
	if len(s.Title) == 0 {
		b.mark(s.ID)
		return
	}
	b.openParagraph(headingStyles[min(level, len(headingStyles))-1])
	if newPage {
		b.raw(`<w:pageBreakBefore/>`)
	}
	b.raw(`</w:pPr>`)
	b.mark(s.ID)
	b.inline(s.Title, plain)
	b.endParagraph()
}

// paragraph begins a paragraph of a style.
func (b *body) paragraph(style string) {
	b.openParagraph(style)
	b.raw(`</w:pPr>`)
}

// openParagraph begins a paragraph and leaves its properties open.
func (b *body) openParagraph(style string) {
	b.begun = true
	b.closeGap()
	b.openCellParagraph(style)
}

// openCellParagraph is openParagraph within a table.
func (b *body) openCellParagraph(style string) {
	b.raw(`<w:p><w:pPr><w:pStyle w:val="`)
	b.raw(style)
	b.raw(`"/>`)
}

func (b *body) endParagraph() { b.raw(`</w:p>`) }

func (b *body) closeGap() {
	if b.gap {
		b.openCellParagraph("Gap")
		b.keep(b.keepGap)
		b.raw(`</w:pPr></w:p>`)
		b.gap, b.keepGap = false, false
	}
}
