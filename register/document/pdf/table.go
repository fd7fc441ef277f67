package pdf

import (
	"slices"

	"github.com/openropa/ropa/register/document"
)

// Room between the edge of a cell and its text, in points.
const (
	cellInset = 4.0
	cellPad   = 3.0
	leastSize = 7.5
	leastMean = 44.0 // least mean width of the columns of a table
)

// grid is a table with its columns measured.
type grid struct {
	table  *document.Table
	size   float64
	widths []float64
	head   *row
}

func (w *writer) table(t document.Table) {
	anchored := w.caption(&t)
	switch {
	case len(t.Columns) == 0:
		return
	case len(t.Rows) == 0:
		w.bare(&t, anchored)
		return
	}
	g := &grid{table: &t}
	if !w.columns(g) {
		w.records(&t, anchored)
		return
	}
	w.head(g)
	if anchored != nil {
		g.head.above = 8
	}
	g.head.placed = anchored
	w.put(g.head)
	for i := range t.Rows {
		if w.ctx.Err() != nil {
			return
		}
		w.tableRow(g, &t.Rows[i])
	}
	w.y += 6
}

// caption sets the caption of a table. What it returns is to be told where the
// next row begins, if the caption did not take that on.
func (w *writer) caption(t *document.Table) func(int, float64) {
	anchor := func(page int, y float64) { w.anchor(t.ID, page, y) }
	c := cell{x: side, width: w.measure(), fill: none}
	c.add(w.lines(t.Caption, captionLook, c.width), captionLook.size, 0)
	if len(c.lines) == 0 {
		return anchor
	}
	r := &row{cells: []cell{c}, above: 9, pad: 1.5, fill: none, rule: none, placed: anchor}
	r.with = r.height() < 0.2*w.body()
	w.put(r)
	return nil
}

// bare tells that a table has no rows.
func (w *writer) bare(t *document.Table, placed func(int, float64)) {
	c := cell{x: side, width: w.measure(), fill: none}
	l := factLook.missing()
	c.add(w.lines(t.Empty, l, c.width), l.size, 0)
	w.put(&row{cells: []cell{c}, above: 5, fill: none, rule: none, placed: placed})
}

func (w *writer) head(g *grid) {
	r := &row{above: 2, pad: cellPad, fill: tint, rule: dark, with: true}
	x := side
	for i := range g.table.Columns {
		c := cell{x: x, width: g.widths[i], inset: cellInset, fill: none}
		l := look{face: bold, size: g.size}
		c.add(w.lines(g.table.Columns[i].Title, l, c.width-2*cellInset), l.size, 0)
		r.cells = append(r.cells, c)
		x += c.width
	}
	r.with = r.height() < 0.3*w.body()
	g.head = r
}

func (w *writer) tableRow(g *grid, from *document.Row) {
	r := &row{pad: cellPad, fill: none, rule: hair, head: g.head, whole: true}
	r.cells = make([]cell, 0, len(g.widths))
	x := side
	for i, width := range g.widths {
		c := cell{x: x, width: width, inset: cellInset, fill: none}
		if i < len(from.Cells) {
			w.cell(&c, &from.Cells[i], g.cellLook(i, from))
		}
		r.cells = append(r.cells, c)
		x += width
	}
	w.put(r)
}

func (g *grid) cellLook(column int, r *document.Row) look {
	l := look{size: g.size}
	if g.table.Columns[column].Head {
		l.face = bold
	}
	if r.Muted {
		l = l.muted()
	}
	return l
}

func (w *writer) cell(c *cell, from *document.Cell, l look) {
	if from.Missing {
		l, c.fill = l.missing(), pale
	}
	for i, in := range from.Lines {
		above := 0.0
		if i > 0 {
			above = 2
		}
		c.add(w.lines(in, l, c.width-2*cellInset), l.size, above)
	}
}

// records writes a table that is too wide for the page row by row.
func (w *writer) records(t *document.Table, placed func(int, float64)) {
	for i := range t.Rows {
		if w.ctx.Err() != nil {
			return
		}
		from := &t.Rows[i]
		head := row{above: 9, pad: cellPad, fill: tint, rule: dark, with: true, placed: placed}
		placed = nil
		c := cell{x: side, width: w.measure(), inset: cellInset, fill: none}
		var facts []document.Fact
		for k := range t.Columns {
			if k >= len(from.Cells) {
				break
			}
			if heads(t, k) {
				w.cell(&c, titled(t.Columns[k].Title, &from.Cells[k], colon(w.doc.Language)), captionLook)
				continue
			}
			facts = append(facts, document.Fact{
				Name: t.Columns[k].Title, Text: from.Cells[k].Lines, Missing: from.Cells[k].Missing,
			})
		}
		head.cells = []cell{c}
		head.with = head.height() < 0.3*w.body()
		w.put(&head)
		w.under = &head
		w.facts(facts)
		w.under = nil
	}
}

// heads tells whether a column heads the list that a row becomes: the first
// where none is a head.
func heads(t *document.Table, column int) bool {
	if slices.ContainsFunc(t.Columns, func(c document.Column) bool { return c.Head }) {
		return t.Columns[column].Head
	}
	return column == 0
}

// titled is a cell that says which column it is of, before a colon.
func titled(title document.Inline, from *document.Cell, between string) *document.Cell {
	cell := document.Cell{Lines: slices.Clone(from.Lines)}
	if name := title.String(); name != "" && len(cell.Lines) > 0 {
		cell.Lines[0] = append(document.Inline{{Text: name + between, Style: document.Muted}}, cell.Lines[0]...)
	}
	return &cell
}
