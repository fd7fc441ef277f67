package benchmarks

import (
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/flat"
	"github.com/openropa/ropa/register/document/internal/plain"
)

// contents is the texts of a document, worked out for the libraries.
type contents struct {
	title string
	// parts are what stands in the document, from top to bottom.
	parts []part
	// tables are those among them, together as a workbook has them.
	tables          []table
	sections, texts int
}

// part is a heading, a text or a table; exactly one of them is there.
type part struct {
	Heading string
	Text    string
	Table   *table
}

type table struct {
	title string
	heads []string
	rows  [][]string
}

// Heads and Rows are for the template.
func (t *table) Heads() []string  { return t.heads }
func (t *table) Rows() [][]string { return t.rows }

func contentsOf(d *document.Document) *contents {
	c := &contents{title: plain.Line(d.Title)}
	c.facts(d.Facts)
	d.Walk(func(s *document.Section, _ int) {
		c.sections++
		c.parts = append(c.parts, part{Heading: plain.Line(s.Title.String())})
		for _, b := range s.Blocks {
			c.block(b)
		}
	})
	for _, t := range flat.Tables(d) {
		merged := table{title: t.Title, heads: headsOf(t.Columns)}
		for _, g := range t.Groups {
			merged.rows = append(merged.rows, rowsOf(g.Rows, len(t.Columns))...)
		}
		c.tables = append(c.tables, merged)
	}
	return c
}

func (c *contents) text(s string) {
	if s != "" {
		c.texts++
		c.parts = append(c.parts, part{Text: s})
	}
}

func (c *contents) block(b document.Block) {
	switch b := b.(type) {
	case document.Paragraph:
		c.text(plain.Inline(b.Text))
	case document.List:
		for _, item := range b.Items {
			c.text(plain.Inline(item))
		}
	case document.Facts:
		c.facts(b.List)
	case document.Note:
		c.text(plain.Line(b.Title.String()))
		c.text(plain.Lines(b.Text))
	case document.Table:
		c.parts = append(c.parts, part{Table: &table{plain.Line(b.Caption.String()), headsOf(b.Columns), rowsOf(b.Rows, len(b.Columns))}})
	}
}

func (c *contents) facts(list []document.Fact) {
	for i := range list {
		c.text(plain.Line(list[i].Name.String()))
		c.text(plain.Lines(list[i].Text))
		c.facts(list[i].Facts)
	}
}

func headsOf(columns []document.Column) []string {
	heads := make([]string, len(columns))
	for i := range columns {
		heads[i] = plain.Line(columns[i].Title.String())
	}
	return heads
}

func rowsOf(rows []document.Row, columns int) [][]string {
	all := make([][]string, len(rows))
	for i := range rows {
		all[i] = make([]string, columns)
		for j := range min(columns, len(rows[i].Cells)) {
			all[i][j] = plain.Lines(rows[i].Cells[j].Lines)
		}
	}
	return all
}
