// Package flat turns the tree of a document into tables alone, for formats that
// have nothing else.
package flat

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/plain"
)

// Table is one or several tables of a document of the same kind: with the same
// columns, or of each activity, some of which lack columns of which they say
// nothing.
type Table struct {
	// ID is that of its first table; data-table where each activity has one.
	ID    string
	Title string
	// Heading is the title of the section in which it, or each of them, stands; ""
	// where they stand in sections of other titles.
	Heading string
	// Parts tells that each row belongs to a part of the document, as it does where
	// several tables are one.
	Parts   bool
	Columns []document.Column
	Groups  []Group
	// Empty is what is told where there are no rows.
	Empty string
}

// Group is the rows of one table of a document.
type Group struct {
	Part string
	Rows []document.Row
	// places are those of the columns of all in its rows, -1 for one that it lacks;
	// nil where it has the same.
	places []int
}

// Cell returns the cell of a row of the group in a column of the table.
func (g *Group) Cell(r *document.Row, column int) document.Cell {
	if g.places != nil {
		column = g.places[column]
	}
	if column < 0 || column >= len(r.Cells) {
		return document.Cell{}
	}
	return r.Cells[column]
}

// Len returns the number of rows.
func (t *Table) Len() int {
	n := 0
	for i := range t.Groups {
		n += len(t.Groups[i].Rows)
	}
	return n
}

// found is a table and the titles of the sections around it.
type found struct {
	table *document.Table
	path  []string
}

// Tables returns the tables of a document in its order; those of the same kind are
// one, such as the purposes of all activities.
func Tables(d *document.Document) []Table {
	var order []string
	byColumns := map[string][]found{}
	visit(d.Sections, nil, func(path []string, block document.Block) {
		if t, ok := block.(document.Table); ok {
			key := signature(&t)
			if byColumns[key] == nil {
				order = append(order, key)
			}
			byColumns[key] = append(byColumns[key], found{&t, path})
		}
	})
	all := make([]Table, 0, len(order))
	for _, key := range order {
		all = append(all, merged(d, byColumns[key]))
	}
	return all
}

// Visit goes through the blocks of a document with the titles of the sections
// around each.
func visit(list []document.Section, path []string, each func([]string, document.Block)) {
	for i := range list {
		s := &list[i]
		here := append(path[:len(path):len(path)], plain.Line(s.Title.String()))
		for _, block := range s.Blocks {
			each(here, block)
		}
		visit(s.Sections, here, each)
	}
}

// signature is what tables that are one have in common: the beginning of the IDs of
// those that each activity has, else the columns.
func signature(t *document.Table) string {
	if kind, _, ok := strings.Cut(t.ID, "-table-"); ok {
		return kind
	}
	var b strings.Builder
	for i := range t.Columns {
		b.WriteString(key(&t.Columns[i]) + "\x00")
	}
	return b.String()
}

// key is what tells a column from others.
func key(c *document.Column) string { return c.ID + "\x00" + c.Title.String() }

// merged makes tables of the same kind one. What the paths to all of them begin and
// end with tells none of them apart.
func merged(d *document.Document, list []found) Table {
	first := list[0]
	t := Table{ID: first.table.ID, Title: title(d, list), Heading: heading(list), Columns: columns(list), Empty: plain.Inline(first.table.Empty), Parts: len(list) > 1}
	if kind, _, ok := strings.Cut(t.ID, "-table-"); ok {
		t.ID = kind + "-table"
	}
	head, tail := len(first.path), len(first.path)
	for _, f := range list[1:] {
		head = min(head, common(first.path, f.path, false))
		tail = min(tail, common(first.path, f.path, true))
	}
	captioned := slices.ContainsFunc(list, func(f found) bool { return captionOf(f.table) != captionOf(first.table) })
	for _, f := range list {
		from, to := min(head, len(f.path)), len(f.path)-tail
		if from >= to {
			from, to = min(head, max(0, len(f.path)-1)), len(f.path)
		}
		part := f.path[from:to]
		if caption := captionOf(f.table); captioned && caption != "" && caption != last(part) {
			part = append(part[:len(part):len(part)], caption)
		}
		t.Groups = append(t.Groups, Group{strings.Join(part, " › "), f.table.Rows, places(t.Columns, f.table.Columns)})
	}
	return t
}

func captionOf(t *document.Table) string { return plain.Line(t.Caption.String()) }

// columns are those of all of the tables: one that the others lack stands after the
// one that it follows in its own.
func columns(list []found) []document.Column {
	all := slices.Clone(list[0].table.Columns)
	for _, f := range list[1:] {
		at := 0
		for i := range f.table.Columns {
			c := &f.table.Columns[i]
			n := slices.IndexFunc(all, func(x document.Column) bool { return key(&x) == key(c) })
			if n < 0 {
				n = at
				all = slices.Insert(all, n, *c)
			}
			at = n + 1
		}
	}
	return all
}

// places are where the columns of all stand among those of one of the tables.
func places(all, own []document.Column) []int {
	list := make([]int, len(all))
	same := len(all) == len(own)
	for i := range all {
		list[i] = slices.IndexFunc(own, func(x document.Column) bool { return key(&x) == key(&all[i]) })
		same = same && list[i] == i
	}
	if same {
		return nil
	}
	return list
}

// common counts the titles that two paths begin, or end, with.
func common(a, b []string, end bool) int {
	n := 0
	for n < len(a) && n < len(b) {
		x, y := a[n], b[n]
		if end {
			x, y = a[len(a)-1-n], b[len(b)-1-n]
		}
		if x != y {
			break
		}
		n++
	}
	return n
}

// title is the caption that the tables share, or what stands before the dash in it,
// else the title of the section in
// which each stands, else of the one around all of them.
func title(d *document.Document, list []found) string {
	first := list[0]
	caption, section := captionOf(first.table), last(first.path)
	around := first.path
	for _, f := range list[1:] {
		if own := captionOf(f.table); own != caption {
			caption, _, _ = strings.Cut(caption, " – ")
			if before, _, _ := strings.Cut(own, " – "); before != caption {
				caption = ""
			}
		}
		if last(f.path) != section {
			section = ""
		}
		around = around[:common(around, f.path, false)]
	}
	for _, s := range []string{caption, section, last(around)} {
		if s != "" {
			return s
		}
	}
	return plain.Line(d.Title)
}

// heading is the title of the section in which each stands, where it is one.
func heading(list []found) string {
	section := last(list[0].path)
	if slices.ContainsFunc(list, func(f found) bool { return last(f.path) != section }) {
		return ""
	}
	return section
}

func last(path []string) string {
	if len(path) == 0 {
		return ""
	}
	return path[len(path)-1]
}

// Statement is what a document says outside its tables.
type Statement struct{ Part, Name, Text string }

// Statements returns what a document says outside its tables and its title
// block.
func Statements(d *document.Document) []Statement {
	w := plain.In(d.Language)
	var all []Statement
	visit(d.Sections, nil, func(path []string, block document.Block) {
		part := strings.Join(path, " › ")
		add := func(name, text string) { all = append(all, Statement{part, name, text}) }
		switch x := block.(type) {
		case document.Paragraph:
			add("", plain.Inline(x.Text))
		case document.List:
			for _, item := range x.Items {
				add("", plain.Inline(item))
			}
		case document.Facts:
			Facts(x.List, w, add)
		case document.Note:
			name := w.Notes[min(int(x.Kind), len(w.Notes)-1)]
			if title := plain.Line(x.Title.String()); title != "" {
				name += w.Colon + " " + title
			}
			add(name, plain.Lines(x.Text))
		case document.Figure:
			add(plain.Line(x.Title), plain.Text(x.Description))
		}
	})
	return all
}

// Facts tells facts one after another, those about a fact under its name too.
func Facts(list []document.Fact, w plain.Words, add func(name, text string)) { facts("", list, w, add) }

func facts(above string, list []document.Fact, w plain.Words, add func(name, text string)) {
	for i := range list {
		f := &list[i]
		name := plain.Line(f.Name.String())
		if above != "" {
			name = above + " › " + name
		}
		text := plain.Lines(f.Text)
		if text == "" && f.Missing {
			text = w.NotStated
		}
		if text != "" || len(f.Facts) == 0 {
			add(name, text)
		}
		facts(name, f.Facts, w, add)
	}
}
