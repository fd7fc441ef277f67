// Package xlsx writes documents as workbooks: a first sheet with the title block
// and the list of sheets, a sheet for each table, and one for what is said outside
// the tables. Tables with the same columns, such as the purposes of each activity,
// are one sheet that says of each row to which part of the document it belongs.
//
// What programs need to read a workbook back is hidden in it: a last column with the
// address of the entry of the register that a row tells, and a sheet that says of
// which register it is, and which column of which sheet holds what.
//
// Every text is written as a text, never as a formula; dates are dates.
package xlsx

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/flat"
	"github.com/openropa/ropa/register/document/internal/plain"
	"github.com/openropa/ropa/register/document/internal/whole"
)

// Write writes a document. The errors are those of w, that of a context that ends first,
// and that there is no document or what is no block in it.
func Write(ctx context.Context, w io.Writer, d *document.Document) (err error) {
	if err := whole.Check(d); err != nil {
		return fmt.Errorf("xlsx: %w", err)
	}
	f := excelize.NewFile().SetZipWriter(newArchive)
	defer func() {
		if closed := f.Close(); err == nil {
			err = closed
		}
	}()
	b := &book{ctx: ctx, file: f, document: d, words: plain.In(d.Language), names: names{originName: true}}
	for _, step := range []func() error{b.styles, b.properties, b.sheets, b.cover, b.origin} {
		if err := step(); err != nil {
			return err
		}
	}
	return f.Write(stopping{ctx, w})
}

// stopping is a writer that writes nothing more when a context is over.
type stopping struct {
	ctx context.Context
	to  io.Writer
}

func (s stopping) Write(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.to.Write(b)
}

// book is a workbook that is being written.
type book struct {
	ctx      context.Context
	file     *excelize.File
	document *document.Document
	words    plain.Words
	names    names
	// headings counts the tables under each heading.
	headings map[string]int
	// listed are the sheets in their order, for the first one.
	listed []listed
	style  struct{ title, subtitle, head, cell, name, date, missing, muted, link int }
}

// listed is a sheet and what it is about.
type listed struct {
	sheet, title string
	// table is the ID of its table, columns those of its columns.
	table   string
	columns []string
}

// properties tells whose document it is. The day is that of the document, so that
// the same document gives the same file.
func (b *book) properties() error {
	d := b.document
	day := d.AsOf.Time().Format(time.RFC3339)
	return b.file.SetDocProps(&excelize.DocProperties{
		Title: plain.Line(d.Title), Subject: plain.Line(d.Subtitle), Creator: plain.Line(d.Author), LastModifiedBy: plain.Line(d.Author),
		Created: day, Modified: day, Language: plain.Line(string(d.Language)),
	})
}

// sheets writes a sheet for each table, and one for the rest. The first sheet is
// named here and written when the others are known.
func (b *book) sheets() error {
	tables := flat.Tables(b.document)
	b.headings = make(map[string]int, len(tables))
	for i := range tables {
		b.headings[tables[i].Heading]++
	}
	if err := b.file.SetSheetName("Sheet1", b.names.next(b.firstTitle(tables))); err != nil {
		return err
	}
	for i := range tables {
		if err := b.table(&tables[i]); err != nil {
			return err
		}
	}
	statements := flat.Statements(b.document)
	if len(statements) == 0 {
		return nil
	}
	t := &grid{title: b.words.Text}
	t.column(b.words.Part, b.style.name, 1.3)
	t.column(b.words.Name, b.style.cell, 1)
	t.column(b.words.Text, b.style.cell, 3)
	for _, s := range statements {
		t.add(b, []string{s.Part, s.Name, s.Text})
	}
	return b.write(t)
}

// firstTitle is the title of the document as the name of the first sheet, where it
// fits and is not that of a table too; else what the sheet holds.
func (b *book) firstTitle(tables []flat.Table) string {
	title := plain.Line(b.document.Title)
	if !b.names.free(title) || slices.ContainsFunc(tables, func(t flat.Table) bool { return strings.EqualFold(t.Title, title) }) {
		return b.words.Contents
	}
	return title
}

// titleOf is what a table is called: its title, or the heading over it where that fits
// and the title is too long for the name of a sheet or would be another's. A heading
// over several tables only tells apart those that would be alike.
func (b *book) titleOf(t *flat.Table) string {
	alike := !b.names.free(shortened(legal(t.Title), most))
	switch {
	case b.names.free(t.Title) || t.Heading == "":
	case b.names.free(t.Heading) && (alike || b.headings[t.Heading] == 1):
		return t.Heading
	case alike && b.names.free(shortened(legal(t.Heading), most)):
		return t.Heading
	}
	return t.Title
}

// table writes a table as a sheet.
func (b *book) table(t *flat.Table) error {
	g := &grid{title: b.titleOf(t), table: t.ID}
	if t.Parts {
		g.column(b.words.Part, b.style.name, 1.2)
		g.ids = append(g.ids, partColumn)
	}
	for i := range t.Columns {
		style := b.style.cell
		if t.Columns[i].Head {
			style = b.style.name
		}
		g.column(plain.Line(t.Columns[i].Title.String()), style, t.Columns[i].Width)
		g.ids = append(g.ids, t.Columns[i].ID)
	}
	if g.addressed = addressed(t); g.addressed {
		g.ids = append(g.ids, addressColumn)
	}
	for _, group := range t.Groups {
		for i := range group.Rows {
			if err := b.ctx.Err(); err != nil {
				return err
			}
			g.rows = append(g.rows, b.row(t, &group, &group.Rows[i], g))
		}
	}
	if len(g.rows) == 0 && t.Empty != "" {
		g.rows, g.empty = [][]any{{excelize.Cell{Value: short(t.Empty)}}}, true
	}
	return b.write(g)
}

// row makes the cells of a row, one for each column.
func (b *book) row(t *flat.Table, group *flat.Group, r *document.Row, g *grid) []any {
	row := make([]any, 0, len(g.heads))
	if t.Parts {
		row = append(row, g.text(group.Part, b.style.name, len(row)))
	}
	for i := range t.Columns {
		style := g.styles[len(row)]
		if r.Muted {
			style = b.style.muted
		}
		c := group.Cell(r, i)
		switch text := plain.Lines(c.Lines); {
		case !c.Date.IsZero() && c.Date.Year() >= 1900:
			row = append(row, excelize.Cell{StyleID: b.style.date, Value: c.Date.Time()})
			g.measure(len(row)-1, "0000-00-00")
		case c.Missing && text == "":
			row = append(row, g.text(b.words.NotStated, b.style.missing, len(row)))
		case c.Missing:
			row = append(row, g.text(text, b.style.missing, len(row)))
		default:
			row = append(row, g.text(text, style, len(row)))
		}
	}
	if g.addressed {
		row = append(row, excelize.Cell{Value: short(plain.Line(r.At))})
	}
	return row
}
