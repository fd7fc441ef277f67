package html

import (
	"math"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register/document"
)

func (p *page) table(t *document.Table) {
	if len(t.Rows) == 0 {
		p.put("<div", p.id(t.ID), ">\n")
		p.paragraph("caption", t.Caption)
		p.paragraph("empty", t.Empty)
		p.put("</div>\n")
		return
	}
	shape := shapeOf(len(t.Columns))
	p.put("<div", p.id(t.ID), ` class="table `, shape, `"`)
	caption := ""
	if shape == sheet {
		// It can be wider than its place: the keyboard must be able to move it.
		p.put(` tabindex="0"`)
		if t.Caption.String() != "" {
			id := p.own()
			caption = ` id="` + id + `"`
			p.put(` role="region" aria-labelledby="`, id, `"`)
		}
	}
	p.put(">\n<table>\n")
	if t.Caption.String() != "" {
		p.put("<caption", caption, ">")
		p.inline(t.Caption, inText)
		p.put("</caption>\n")
	}
	space := roomOf(t, shape, p.wide)
	labels := p.columns(t.Columns, space)
	p.put("<tbody>\n")
	for i := range t.Rows {
		if p.ctx.Err() != nil {
			return
		}
		p.row(&t.Rows[i], t.Columns, labels, space)
	}
	p.put("</tbody>\n</table>\n</div>\n")
}

// columns writes the widths and heads of columns and returns the label of each
// as an attribute: where a table is too wide it is shown as a list of rows, and
// each cell tells what it is.
func (p *page) columns(list []document.Column, space room) []string {
	if len(list) == 0 {
		return nil
	}
	p.put("<colgroup>")
	for _, share := range shares(list) {
		p.put(`<col class="w`, strconv.Itoa(share), `">`)
	}
	p.put("</colgroup>\n<thead>\n<tr>")
	labels := make([]string, len(list))
	for i := range list {
		title := line(list[i].Title.String())
		if title == "" {
			p.put("<td></td>")
			continue
		}
		labels[i] = ` data-label="` + escape(title) + `"`
		p.put(`<th scope="col"`, space.class(list[i].Title), ">")
		p.inline(list[i].Title, inText)
		p.put("</th>")
	}
	p.put("</tr>\n</thead>\n")
	return labels
}

func (p *page) row(r *document.Row, columns []document.Column, labels []string, space room) {
	if r.Muted {
		p.put(`<tr class="past">`)
	} else {
		p.put("<tr>")
	}
	for i := range max(len(r.Cells), len(columns)) {
		var c document.Cell
		if i < len(r.Cells) {
			c = r.Cells[i]
		}
		label := ""
		if i < len(labels) {
			label = labels[i]
		}
		p.cell(&c, i < len(columns) && columns[i].Head, label+space.class(c.Lines...))
	}
	p.put("</tr>\n")
}

func (p *page) cell(c *document.Cell, head bool, attributes string) {
	name, scope := "td", ""
	if head && said(c.Lines) {
		name, scope = "th", ` scope="row"`
	}
	p.put("<", name, scope, attributes, ">")
	switch {
	case c.Missing:
		p.missing(c.Lines)
	case !c.Date.IsZero() && len(c.Lines) < 2:
		p.put(`<time datetime="`, c.Date.String(), `">`)
		if said(c.Lines) {
			p.inline(c.Lines[0], inText)
		} else {
			p.put(c.Date.String())
		}
		p.put("</time>")
	case len(c.Lines) == 1:
		p.inline(c.Lines[0], inText)
	default:
		for _, text := range c.Lines {
			p.put("<div>")
			p.inline(text, inText)
			p.put("</div>")
		}
	}
	p.put("</", name, ">")
}

func said(lines []document.Inline) bool {
	for _, text := range lines {
		if strings.TrimSpace(text.String()) != "" {
			return true
		}
	}
	return false
}

// sheet is the shape of tables with so many columns that they are moved
// sideways on a screen and shown as sheets on paper.
const sheet = "sheet"

// shapeOf tells how much room a table needs before it is shown as a table.
func shapeOf(columns int) string {
	switch n := columns; {
	case n <= 3:
		return "few"
	case n <= 6:
		return "some"
	case n <= 9:
		return "many"
	}
	return sheet
}

// shares are the widths of columns in percent, from 1 to 100.
func shares(columns []document.Column) []int {
	width := func(c *document.Column) float64 {
		if c.Width > 0 && c.Width < math.MaxFloat32 {
			return c.Width
		}
		return 1
	}
	sum := 0.0
	for i := range columns {
		sum += width(&columns[i])
	}
	list := make([]int, len(columns))
	for i := range columns {
		list[i] = min(max(int(math.Round(100*width(&columns[i])/sum)), 1), 100)
	}
	return list
}
