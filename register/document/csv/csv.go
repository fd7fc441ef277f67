// Package csv writes documents as comma-separated values for spreadsheets.
//
// A document with a table that alone stands for all of it, as the overview of a
// register does, is that table. Any other is its tables, one after another, each
// under a line with its title and a blank line apart; what stands outside the
// tables is left out.
//
// Excel takes a file for UTF-8 only where it begins with a byte order mark, and
// for columns only what is separated as the country does it: by a semicolon
// where numbers have a decimal comma, as in Dutch. So both are as the language
// of the document asks for.
//
// A cell that a spreadsheet would read as a formula begins with an apostrophe
// (OWASP, CSV Injection). Dates are written as 2026-11-22, lines within a cell
// end with a line feed, rows with a carriage return and a line feed (RFC 4180).
package csv

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/flat"
	"github.com/openropa/ropa/register/document/internal/plain"
	"github.com/openropa/ropa/register/document/internal/whole"
	"github.com/openropa/ropa/register/printable"
)

// Options change how a file is written.
type Options struct {
	// Separator stands between cells; as the language asks for where it is left
	// out.
	Separator rune
	// NoMark leaves out the byte order mark, for programs that do not know it.
	NoMark bool
}

// Write writes a document as its language asks for. The errors are those of w, that of
// a context that ends first, and that there is no document or what is no block in it.
func Write(ctx context.Context, w io.Writer, d *document.Document) error {
	return Options{}.Write(ctx, w, d)
}

// Write writes a document.
func (o Options) Write(ctx context.Context, w io.Writer, d *document.Document) error {
	if err := whole.Check(d); err != nil {
		return fmt.Errorf("csv: %w", err)
	}
	b := bufio.NewWriter(w)
	if !o.NoMark {
		b.WriteString("\ufeff")
	}
	c := csv.NewWriter(b)
	c.UseCRLF = true
	c.Comma = o.Separator
	if c.Comma == 0 {
		c.Comma = separatorOf(d)
	}
	p := &page{Writer: c, ctx: ctx, words: plain.In(d.Language)}
	if err := p.tables(d); err != nil {
		return err
	}
	c.Flush()
	if err := c.Error(); err != nil {
		return err
	}
	return b.Flush()
}

// separatorOf is a comma where the decimal point is one.
func separatorOf(d *document.Document) rune {
	if base, _, _ := strings.Cut(string(d.Language), "-"); base == "en" || base == "" {
		return ','
	}
	return ';'
}

// page is a file that is being written.
type page struct {
	*csv.Writer
	ctx   context.Context
	words plain.Words
	row   []string
}

func (p *page) tables(d *document.Document) error {
	tables := flat.Tables(d)
	if i := slices.IndexFunc(tables, func(t flat.Table) bool { return d.Kind == "register" && t.ID == document.Overview }); i >= 0 {
		return p.table(&tables[i])
	}
	for i := range tables {
		if len(tables) > 1 {
			if i > 0 {
				if err := p.Write([]string{}); err != nil {
					return err
				}
			}
			if err := p.Write([]string{printable.Cell(tables[i].Title)}); err != nil {
				return err
			}
		}
		if err := p.table(&tables[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *page) table(t *flat.Table) error {
	p.row = p.row[:0]
	if t.Parts {
		p.add(p.words.Part)
	}
	for i := range t.Columns {
		p.add(plain.Line(t.Columns[i].Title.String()))
	}
	if err := p.Write(p.row); err != nil {
		return err
	}
	for _, g := range t.Groups {
		for i := range g.Rows {
			if err := p.ctx.Err(); err != nil {
				return err
			}
			p.row = p.row[:0]
			if t.Parts {
				p.add(g.Part)
			}
			p.cells(t, &g, &g.Rows[i])
			if err := p.Write(p.row); err != nil {
				return err
			}
		}
	}
	if t.Len() == 0 && t.Empty != "" {
		return p.Write([]string{printable.Cell(t.Empty)})
	}
	return nil
}

// cells adds the cells of a row, one for each column.
func (p *page) cells(t *flat.Table, g *flat.Group, r *document.Row) {
	for i := range t.Columns {
		switch c := g.Cell(r, i); {
		case !c.Date.IsZero():
			p.add(c.Date.String())
		case c.Missing && len(c.Lines) == 0:
			p.add(p.words.NotStated)
		default:
			p.add(plain.Lines(c.Lines))
		}
	}
}

func (p *page) add(cell string) { p.row = append(p.row, printable.Cell(cell)) }
