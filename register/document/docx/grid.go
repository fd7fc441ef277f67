package docx

import (
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/paper"
)

// grid is the columns of a table.
type grid struct {
	widths []int
	small  bool
	// rows counts those written of a table of facts, which has so many in all.
	rows, all int
}

// point is a point in twentieths of one.
const point = 20

// gridOf shares the width of the text among the columns of a table.
func gridOf(t *document.Table, width int) grid {
	g := grid{widths: make([]int, len(t.Columns))}
	used := 0
	for i, w := range paper.Widths(t, float64(width)/point) {
		g.widths[i] = int(w * point)
		used += g.widths[i]
	}
	g.widths[len(g.widths)-1] += width - used
	return g
}

// height tells about how many lines texts take in a column.
func (g *grid) height(column int, lines ...document.Inline) int {
	letter := 95
	if g.small {
		letter = 80
	}
	fits := max(1, (g.widths[column]-160)/letter)
	n := 0
	for _, line := range lines {
		length := 0
		for i := range line {
			length += len(line[i].Text)
		}
		n += 1 + length/fits
	}
	return n
}

// openTable begins a table of a style; look is a bit set of the format that
// tells which rows and columns are heads.
func (b *body) openTable(style string, g grid, look, caption string) {
	b.begun = true
	b.closeGap()
	b.raw(`<w:tbl><w:tblPr><w:tblStyle w:val="`)
	b.raw(style)
	b.raw(`"/><w:tblW w:w="`)
	width := 0
	for _, w := range g.widths {
		width += w
	}
	b.num(width)
	b.raw(`" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="`)
	b.raw(look)
	b.raw(`"/>`)
	if caption != "" {
		b.raw(`<w:tblCaption w:val="`)
		b.attr(caption)
		b.raw(`"/>`)
	}
	b.raw(`</w:tblPr><w:tblGrid>`)
	for _, w := range g.widths {
		b.raw(`<w:gridCol w:w="`)
		b.num(w)
		b.raw(`"/>`)
	}
	b.raw(`</w:tblGrid>`)
}

func (b *body) endTable() {
	b.raw(`</w:tbl>`)
	b.gap = true
}

func (b *body) openCell(width int) {
	b.raw(`<w:tc><w:tcPr><w:tcW w:w="`)
	b.num(width)
	b.raw(`" w:type="dxa"/></w:tcPr>`)
}

// cellLines writes the lines of a cell, each a paragraph; a cell has one at
// least. A dash stands where a missing value has no words. keep keeps the row on the
// page of the next.
func (b *body) cellLines(style string, lines []document.Inline, t tone, keep bool) {
	if len(lines) == 0 {
		var in document.Inline
		if t == missing {
			in = document.Text("–")
		}
		b.cellLine(style, in, t, keep)
	}
	for _, line := range lines {
		b.cellLine(style, line, t, keep)
	}
}

func (b *body) cellLine(style string, in document.Inline, t tone, keep bool) {
	b.openCellParagraph(style)
	b.keep(keep)
	b.raw(`</w:pPr>`)
	b.inline(in, t)
	b.endParagraph()
}
