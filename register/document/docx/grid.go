package docx

import "github.com/openropa/ropa/register/document"

// grid is the columns of a table.
type grid struct {
	widths []int
	small  bool
	// rows counts those written of a table of facts.
	rows int
}

// narrowest is the least width of a column: 0.8 cm.
const narrowest = 450

// gridOf shares the width of the text among columns: each gets the least width,
// and of the rest what it asks for.
func gridOf(columns []document.Column, width int) grid {
	g := grid{widths: make([]int, len(columns))}
	total := 0.0
	for i := range columns {
		total += share(&columns[i])
	}
	least := min(narrowest, width/len(columns))
	rest := float64(width - least*len(columns))
	used := 0
	for i := range columns {
		g.widths[i] = least + int(rest*share(&columns[i])/total)
		used += g.widths[i]
	}
	g.widths[len(columns)-1] += width - used
	return g
}

// share returns what a column asks for, within reason: no column leaves the
// others without room for words.
func share(c *document.Column) float64 {
	if !(c.Width > 0) {
		return 1
	}
	return min(max(c.Width, 0.2), 12)
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
// least. A dash stands where a missing value has no words.
func (b *body) cellLines(style string, lines []document.Inline, t tone) {
	if len(lines) == 0 {
		var in document.Inline
		if t == missing {
			in = document.Text("–")
		}
		b.cellLine(style, in, t)
	}
	for _, line := range lines {
		b.cellLine(style, line, t)
	}
}

func (b *body) cellLine(style string, in document.Inline, t tone) {
	b.openCellParagraph(style)
	b.raw(`</w:pPr>`)
	b.inline(in, t)
	b.endParagraph()
}
