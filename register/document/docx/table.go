package docx

import "github.com/openropa/ropa/register/document"

// Columns narrower than this on the average are set small, and narrower than
// that not as columns at all: about 2.2 cm and 1.4 cm.
const (
	smallBelow   = 1250
	recordsBelow = 800
)

func (b *body) table(t *document.Table) {
	b.caption(t)
	if len(t.Rows) == 0 && len(t.Empty) > 0 {
		b.line("BodyText", t.Empty, missing)
		return
	}
	switch n := len(t.Columns); {
	case n == 0:
	case b.page.width()/n < recordsBelow:
		b.records(t)
	default:
		b.columns(t)
	}
}

func (b *body) caption(t *document.Table) {
	if len(t.Caption) == 0 {
		b.closeGap()
		b.mark(t.ID)
		return
	}
	b.openParagraph("Caption")
	b.raw(`<w:keepNext/></w:pPr>`)
	b.mark(t.ID)
	b.inline(t.Caption, plain)
	b.endParagraph()
}

// columns writes a table in columns, its head on every page.
func (b *body) columns(t *document.Table) {
	g := gridOf(t, b.page.width())
	size := "Table"
	if b.page.width()/len(t.Columns) < smallBelow {
		size = "TableSmall"
		g.small = true
	}
	b.openTable("Register", g, look(t), oneLine(t.Caption.String(), 200))
	b.head(&g, t, size)
	for i := range t.Rows {
		if b.ctx.Err() != nil {
			return
		}
		// The last row does not stand alone on a page.
		b.row(&g, t, &t.Rows[i], size, i == len(t.Rows)-2)
	}
	b.endTable()
}

// look tells that the first row is a head, and the first column if it is one.
func look(t *document.Table) string {
	if t.Columns[0].Head {
		return "06A0"
	}
	return "0620"
}

func (b *body) head(g *grid, t *document.Table, size string) {
	height := 0
	for i := range t.Columns {
		height = max(height, g.height(i, t.Columns[i].Title))
	}
	b.raw(`<w:tr>`)
	// A head that fills the page would leave no room for rows: it is set as the
	// head of a row is, which does not stay with the next one.
	style := size + "RowHead"
	if height < b.page.lines()/3 {
		style = size + "Head"
		b.raw(`<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	}
	for i := range t.Columns {
		b.openCell(g.widths[i])
		b.cellLine(style, t.Columns[i].Title, plain, false)
		b.raw(`</w:tc>`)
	}
	b.raw(`</w:tr>`)
}

func (b *body) row(g *grid, t *document.Table, r *document.Row, size string, keep bool) {
	height := 0
	for i := range min(len(r.Cells), len(g.widths)) {
		height = max(height, g.height(i, r.Cells[i].Lines...))
	}
	b.raw(`<w:tr>`)
	// A row stays whole, but for one that is so high that it could leave much of a page
	// empty.
	if height < b.page.lines()*2/5 {
		b.raw(`<w:trPr><w:cantSplit/></w:trPr>`)
	}
	for i, width := range g.widths {
		var c document.Cell
		if i < len(r.Cells) {
			c = r.Cells[i]
		}
		style := size + "Text"
		if t.Columns[i].Head {
			style = size + "RowHead"
		}
		b.openCell(width)
		b.cellLines(style, c.Lines, toneOf(r, &c), keep && height < b.page.lines()/4)
		b.raw(`</w:tc>`)
	}
	b.raw(`</w:tr>`)
}

func toneOf(r *document.Row, c *document.Cell) tone {
	switch {
	case c.Missing:
		return missing
	case r.Muted:
		return muted
	}
	return plain
}

// records writes a table of very many columns as a sheet of facts a row.
func (b *body) records(t *document.Table) {
	name := 0
	for i := range t.Columns {
		if t.Columns[i].Head {
			name = i
			break
		}
	}
	for i := range t.Rows {
		if b.ctx.Err() != nil {
			return
		}
		b.record(t, &t.Rows[i], name)
	}
}

func (b *body) record(t *document.Table, r *document.Row, name int) {
	if name < len(r.Cells) {
		for _, line := range r.Cells[name].Lines {
			b.line("RecordTitle", line, toneOf(r, &r.Cells[name]))
		}
	}
	b.closeGap()
	g := b.openFacts(len(t.Columns) - 1)
	for i := range t.Columns {
		if i == name {
			continue
		}
		var c document.Cell
		if i < len(r.Cells) {
			c = r.Cells[i]
		}
		b.factRow(&g, t.Columns[i].Title, c.Lines, 0, toneOf(r, &c))
	}
	b.endTable()
}
