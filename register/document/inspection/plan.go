package inspection

import (
	"context"
	"io"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/docx"
	"github.com/openropa/ropa/register/document/html"
	"github.com/openropa/ropa/register/document/json"
	"github.com/openropa/ropa/register/document/pdf"
	"github.com/openropa/ropa/register/document/xlsx"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// Names of the files that are there whatever the language.
const (
	readmeHTML = "README.html"
	readmeText = "README.txt"
	wholeName  = "register.json"
	sumsName   = "SHA256SUMS"
)

// format is a form of a document and the ending of its files.
type format struct {
	ending string
	write  func(context.Context, io.Writer, *document.Document) error
}

var (
	// all are those of the record: to work in, to read and print, to read on a
	// screen, to sort and count, and for programs.
	all = []format{{"docx", docx.Write}, {"pdf", pdf.Write}, {"html", html.Write}, {"xlsx", xlsx.Write}, {"data.json", json.Write}}
	// both are those of the record in the layout of an authority.
	both = []format{{"docx", docx.Write}, {"pdf", pdf.Write}, {"xlsx", xlsx.Write}}
	// few are those of the lists.
	few = []format{{"pdf", pdf.Write}, {"xlsx", xlsx.Write}}
)

// part is a document of the archive.
type part struct {
	kind string
	// title and about tell on the first page what it is.
	title, about string
	build        func(context.Context) (*document.Document, error)
	formats      []format
}

// name is the name of one of its files: register.nl.pdf.
func (p *part) name(language value.Language, f *format) string {
	return p.kind + "." + string(language) + "." + f.ending
}

// plan is what the archive will hold.
type plan struct {
	o        Options
	language value.Language
	register *register.Register
	// facts are those of the title block of the documents.
	facts  []document.Fact
	author string
	origin document.Origin
	parts  []part
}

func newPlan(view *register.View, m *datamap.Map, o Options, dpias *document.Document) *plan {
	p := &plan{
		o: o, language: words.In(o.Language).Language(), register: view.Register(),
		facts: dpias.Facts, author: dpias.Author, origin: dpias.Origin,
	}
	builders := []struct {
		kind    string
		build   func(context.Context, *register.View, *datamap.Map, document.Options) (*document.Document, error)
		formats []format
	}{
		{"register", document.Register, all}, {"layout", document.Register, both}, {"processors", document.Processors, few}, {"transfers", document.Transfers, few},
		{"retention", document.Retention, few}, {"dpias", document.DPIAs, few}, {"findings", document.Findings, few},
	}
	layout, inLayout := p.layout()
	for _, b := range builders {
		options := o.Options
		x := part{kind: b.kind, title: p.say(b.kind), about: p.say(b.kind + ".about"), formats: b.formats}
		switch b.kind {
		case "findings":
			if o.Findings == nil {
				continue
			}
		case "register":
			options.Findings, options.Layout = nil, "" // they are documents of their own
		case "layout":
			if !inLayout {
				continue
			}
			options.Findings, x.kind = nil, "register-"+layout.Name
			x.title += " – " + layout.Title.In(p.language)
		}
		x.build = func(ctx context.Context) (*document.Document, error) { return b.build(ctx, view, m, options) }
		p.parts = append(p.parts, x)
	}
	return p
}

// layout returns the layout of an authority in which the record is told besides,
// if one is asked for.
func (p *plan) layout() (document.Layout, bool) {
	l, err := document.FindLayout(p.o.Layout)
	return l, err == nil && l.Name != document.House
}

// whole reports whether the archive holds the register itself.
func (p *plan) whole() bool { return p.o.Audience == document.Internal }

// count is how many files there will be.
func (p *plan) count() int {
	n := 3 // two that tell what there is, and the checksums
	for i := range p.parts {
		n += len(p.parts[i].formats)
	}
	if p.whole() {
		n++
	}
	return n
}

func (p *plan) write(ctx context.Context, a *archive) error {
	page := p.page()
	if err := a.file(readmeHTML, func(w io.Writer) error { return html.Write(ctx, w, page) }); err != nil {
		return err
	}
	if err := a.file(readmeText, func(w io.Writer) error { return writeText(w, page) }); err != nil {
		return err
	}
	for i := range p.parts {
		if err := p.part(ctx, a, &p.parts[i]); err != nil {
			return err
		}
	}
	if !p.whole() {
		return nil
	}
	return a.file(wholeName, func(w io.Writer) error {
		data, err := register.Save(p.register, register.CanonicalJSON)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	})
}

// part makes a document and writes it in its formats; the next one needs its room.
func (p *plan) part(ctx context.Context, a *archive, x *part) error {
	d, err := x.build(ctx)
	if err != nil {
		return err
	}
	for i := range x.formats {
		f := &x.formats[i]
		if err := a.file(x.name(p.language, f), func(w io.Writer) error { return f.write(ctx, w, d) }); err != nil {
			return err
		}
	}
	return nil
}
