package docx

import "github.com/openropa/ropa/register/document"

// facts writes facts as a table of names and what they say, without rules
// between the columns.
func (b *body) facts(list []document.Fact) {
	if len(list) == 0 {
		return
	}
	g := b.openFacts(count(list))
	for i := range list {
		b.fact(&g, &list[i], 0)
	}
	b.endTable()
}

// together is how many rows of facts stay with the next one, so that no heading
// stands at the foot of a page with one fact.
const together = 2

// stays reports whether the row of facts that is written stays with the next one: at
// the beginning, and before the last, which does not stand alone on a page.
func (g *grid) stays() bool {
	return g.rows < g.all && (g.rows <= together || g.rows == g.all-1)
}

// count is the number of rows of facts.
func count(list []document.Fact) int {
	n := len(list)
	for i := range list {
		n += count(list[i].Facts)
	}
	return n
}

func (b *body) openFacts(rows int) grid {
	name := b.page.width() * 30 / 100
	g := grid{widths: []int{name, b.page.width() - name}, all: rows}
	b.openTable("Facts", g, "04A0", "")
	return g
}

// deepest is the level to which facts about facts are indented.
const deepest = 5

func (b *body) fact(g *grid, f *document.Fact, level int) {
	t := plain
	if f.Missing {
		t = missing
	}
	b.factRow(g, f.Name, f.Text, level, t)
	for i := range f.Facts {
		b.fact(g, &f.Facts[i], level+1)
	}
}

// factRow writes a name and what it says. A rule parts the facts of the first
// level.
func (b *body) factRow(g *grid, name document.Inline, text []document.Inline, level int, t tone) {
	b.raw(`<w:tr>`)
	short := g.height(0, name)+level < b.page.lines()/2 && g.height(1, text...) < b.page.lines()/2
	if short {
		b.raw(`<w:trPr><w:cantSplit/></w:trPr>`)
	}
	b.factCell(g.widths[0], level)
	// LibreOffice does not come to an end with tall rows that stay with the next.
	g.rows++
	b.factName(name, level, short && g.stays())
	b.raw(`</w:tc>`)
	b.factCell(g.widths[1], level)
	b.cellLines("FactText", text, t, false)
	b.raw(`</w:tc></w:tr>`)
}

func (b *body) factName(name document.Inline, level int, keep bool) {
	style := "FactName"
	if level > 0 {
		style = "FactDetail"
	}
	b.openCellParagraph(style)
	b.keep(keep)
	if level > 0 {
		b.raw(`<w:ind w:left="`)
		b.num(200 * min(level, deepest))
		b.raw(`"/>`)
	}
	b.raw(`</w:pPr>`)
	b.inline(name, plain)
	b.endParagraph()
}

func (b *body) factCell(width, level int) {
	b.raw(`<w:tc><w:tcPr><w:tcW w:w="`)
	b.num(width)
	b.raw(`" w:type="dxa"/>`)
	if level == 0 {
		b.raw(`<w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/></w:tcBorders>`)
	}
	b.raw(`</w:tcPr>`)
}
