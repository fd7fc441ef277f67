package docx

import "github.com/openropa/ropa/register/document"

// block writes a block of a section.
func (b *body) block(block document.Block) {
	switch block := block.(type) {
	case document.Paragraph:
		b.openParagraph("BodyText")
		b.keep(b.introduces)
		b.raw(`</w:pPr>`)
		b.inline(block.Text, plain)
		b.endParagraph()
	case document.List:
		b.list(block)
	case document.Facts:
		b.facts(block.List)
	case document.Table:
		b.table(&block)
	case document.Note:
		b.note(block)
	case document.Figure:
		b.figure(block)
	}
}

// keep keeps a paragraph, or the row of a table that it is in, on the page of what
// follows. Nothing else of its properties is written yet.
func (b *body) keep(next bool) {
	if next {
		b.raw(`<w:keepNext/>`)
	}
}

// line writes a paragraph.
func (b *body) line(style string, in document.Inline, t tone) {
	b.paragraph(style)
	b.inline(in, t)
	b.endParagraph()
}

func (b *body) list(l document.List) {
	if len(l.Items) == 0 {
		return
	}
	style := "ListBullet"
	if l.Ordered {
		style = "ListNumber"
		b.ordered++
	}
	for i, item := range l.Items {
		b.openParagraph(style)
		// Neither the first nor the last stands alone on a page.
		b.keep(i < len(l.Items)-1 && (i == 0 || i == len(l.Items)-2))
		if l.Ordered {
			b.raw(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="`)
			b.num(bulletNumbering + b.ordered)
			b.raw(`"/></w:numPr>`)
		}
		b.raw(`</w:pPr>`)
		b.inline(item, plain)
		b.endParagraph()
	}
}

// noteStyles are the paragraph styles of notes: the bar is darker and wider the
// more they matter, which a print in black and white shows too.
var noteStyles = [...]string{document.Remark: "NoteRemark", document.Caution: "NoteCaution", document.Fault: "NoteFault"}

func (b *body) note(n document.Note) {
	style := noteStyles[min(int(n.Kind), len(noteStyles)-1)]
	if len(n.Title) > 0 {
		b.openParagraph(style)
		b.raw(`<w:keepNext/></w:pPr>`)
		for _, r := range n.Title {
			if r.Style == document.Plain {
				r.Style = document.Strong
			}
			b.run(&r, plain)
		}
		b.endParagraph()
	}
	for _, text := range n.Text {
		b.openParagraph(style)
		b.keep(b.introduces)
		b.raw(`</w:pPr>`)
		b.inline(text, plain)
		b.endParagraph()
	}
	b.keepGap = b.introduces
	b.gap = len(n.Title)+len(n.Text) > 0
}
