// Package json writes documents as data: the tree of the document with nothing
// left out, and where it tells all of a register, the register itself in its
// canonical form.
//
// What a line says is always under text, as people read it, several lines one
// below the other. Where that does not tell all, runs has its lines in parts, each
// with its language, style, ref (to the id of a section, table or figure) and
// link. The cells of a row stand under the ids of their columns; at is the address of the
// entry of the register that it tells.
package json

import (
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/whole"
)

// Write writes a document. The errors are those of w, that of a context that ends first,
// and that there is no document or what is no block in it.
func Write(ctx context.Context, w io.Writer, d *document.Document) error {
	if err := whole.Check(d); err != nil {
		return fmt.Errorf("json: %w", err)
	}
	p := &page{ctx: ctx, e: jsontext.NewEncoder(w, jsontext.WithIndent("  "), jsontext.AllowInvalidUTF8(true))}
	p.document(d)
	return p.err
}

// page is a file that is being written; after an error nothing more is.
type page struct {
	ctx context.Context
	e   *jsontext.Encoder
	err error
}

func (p *page) token(t jsontext.Token) {
	if p.err == nil {
		p.err = p.e.WriteToken(t)
	}
}

func (p *page) begin()        { p.token(jsontext.BeginObject) }
func (p *page) end()          { p.token(jsontext.EndObject) }
func (p *page) key(k string)  { p.token(jsontext.String(k)) }
func (p *page) text(s string) { p.token(jsontext.String(strings.ToValidUTF8(s, "\ufffd"))) }

// field writes a field unless it is empty.
func (p *page) field(name, s string) {
	if s != "" {
		p.key(name)
		p.text(s)
	}
}

// flag writes a field that is true.
func (p *page) flag(name string, set bool) {
	if set {
		p.key(name)
		p.token(jsontext.Bool(true))
	}
}

// list writes a list of n things unless it is empty.
func list[T any](p *page, name string, all []T, each func(*T)) {
	if len(all) == 0 {
		return
	}
	p.key(name)
	p.token(jsontext.BeginArray)
	for i := range all {
		if p.err == nil {
			p.err = p.ctx.Err()
		}
		if p.err != nil {
			return
		}
		each(&all[i])
	}
	p.token(jsontext.EndArray)
}

func (p *page) document(d *document.Document) {
	p.begin()
	p.field("kind", d.Kind)
	p.field("title", d.Title)
	p.field("subtitle", d.Subtitle)
	p.field("language", string(d.Language))
	p.field("asOf", d.AsOf.String())
	p.field("author", d.Author)
	p.origin(&d.Origin)
	list(p, "facts", d.Facts, p.fact)
	list(p, "sections", d.Sections, p.section)
	if d.Register != nil {
		p.register(d.Register)
	}
	p.end()
}

// origin tells of which register the document is made.
func (p *page) origin(o *document.Origin) {
	if *o == (document.Origin{}) {
		return
	}
	p.key("origin")
	p.begin()
	p.field("schema", o.Schema)
	p.field("id", o.ID)
	p.field("version", o.Version)
	p.field("hash", o.Hash)
	p.field("audience", string(o.Audience))
	p.end()
}

func (p *page) register(r *register.Register) {
	if p.err != nil {
		return
	}
	data, err := register.Save(r, register.CanonicalJSON)
	if err != nil {
		p.err = fmt.Errorf("the register cannot be written: %w", err)
		return
	}
	p.key("register")
	if p.err == nil {
		p.err = p.e.WriteValue(data)
	}
}

func (p *page) section(s *document.Section) {
	p.begin()
	p.field("id", s.ID)
	p.line("title", s.Title)
	list(p, "blocks", s.Blocks, func(b *document.Block) {
		p.begin()
		p.block(*b)
		p.end()
	})
	list(p, "sections", s.Sections, p.section)
	p.end()
}

func (p *page) fact(f *document.Fact) {
	p.begin()
	p.line("name", f.Name)
	p.lines(f.Text)
	p.flag("missing", f.Missing)
	list(p, "facts", f.Facts, p.fact)
	p.end()
}

func (p *page) block(b document.Block) {
	switch x := b.(type) {
	case document.Paragraph:
		p.field("type", "paragraph")
		p.lines([]document.Inline{x.Text})
	case document.List:
		p.field("type", "list")
		p.flag("ordered", x.Ordered)
		list(p, "items", x.Items, func(item *document.Inline) {
			p.begin()
			p.lines([]document.Inline{*item})
			p.end()
		})
	case document.Facts:
		p.field("type", "facts")
		list(p, "facts", x.List, p.fact)
	case document.Table:
		p.field("type", "table")
		p.table(&x)
	case document.Note:
		p.field("type", "note")
		p.field("kind", [...]string{"remark", "caution", "fault"}[min(int(x.Kind), 2)])
		p.line("title", x.Title)
		p.lines(x.Text)
	case document.Figure:
		p.field("type", "figure")
		p.figure(&x)
	}
}

func (p *page) figure(x *document.Figure) {
	p.field("id", x.ID)
	p.field("title", x.Title)
	p.field("description", x.Description)
	p.key("width")
	p.token(jsontext.Float(x.Width))
	p.key("height")
	p.token(jsontext.Float(x.Height))
	p.field("svg", string(x.SVG))
	p.field("png", base64.StdEncoding.EncodeToString(x.PNG))
}

func (p *page) table(t *document.Table) {
	p.field("id", t.ID)
	p.line("caption", t.Caption)
	ids := columnIDs(t.Columns)
	p.key("columns")
	p.token(jsontext.BeginArray)
	for i := range t.Columns {
		p.begin()
		p.field("id", ids[i])
		p.line("title", t.Columns[i].Title)
		p.flag("head", t.Columns[i].Head)
		p.end()
	}
	p.token(jsontext.EndArray)
	list(p, "rows", t.Rows, func(r *document.Row) {
		p.begin()
		p.field("at", r.At)
		p.flag("muted", r.Muted)
		p.key("cells")
		p.begin()
		for i := range min(len(ids), len(r.Cells)) {
			p.key(ids[i])
			p.cell(&r.Cells[i])
		}
		p.end()
		p.end()
	})
	p.line("empty", t.Empty)
}

func (p *page) cell(c *document.Cell) {
	p.begin()
	p.lines(c.Lines)
	p.field("date", c.Date.String())
	p.flag("missing", c.Missing)
	p.end()
}

// columnIDs names each column by its ID, or by its number where it has none of its
// own.
func columnIDs(columns []document.Column) []string {
	ids := make([]string, len(columns))
	taken := map[string]bool{}
	for i := range columns {
		id := strings.ToValidUTF8(columns[i].ID, "\ufffd")
		for n := i + 1; id == "" || taken[id]; n++ {
			id = fmt.Sprintf("column-%d", n)
		}
		taken[id] = true
		ids[i] = id
	}
	return ids
}
