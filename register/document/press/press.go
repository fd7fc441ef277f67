// Package press makes documents by their names: which kinds there are, for whom,
// in which formats, and with which pictures. The command line and the server make
// the same documents by it.
package press

import (
	"context"
	"io"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/csv"
	"github.com/openropa/ropa/register/document/docx"
	"github.com/openropa/ropa/register/document/html"
	"github.com/openropa/ropa/register/document/inspection"
	"github.com/openropa/ropa/register/document/json"
	"github.com/openropa/ropa/register/document/markdown"
	"github.com/openropa/ropa/register/document/pdf"
	"github.com/openropa/ropa/register/document/xlsx"
)

// Kind is a document that can be made of a register.
type Kind struct {
	Name string
	// Audience is for whom it is, unless somebody says otherwise.
	Audience document.Audience
	// Activity: it is about one activity, which has to be named.
	Activity bool
	// Findings: it has a place for them. Finds: it tells nothing else.
	Findings, Finds bool
	// Layouts: it can be had in the layouts of authorities.
	Layouts bool
	// Archive: it is a ZIP of other documents and has no other format.
	Archive bool

	build func(context.Context, *register.View, *datamap.Map, document.Options) (*document.Document, error)
}

// Kinds returns all kinds of documents.
func Kinds() []Kind { return slices.Clone(kinds) }

var kinds = []Kind{
	{Name: "register", build: document.Register, Audience: document.Authority, Findings: true, Layouts: true},
	{Name: "activity", build: document.Activity, Audience: document.Authority, Activity: true, Findings: true},
	{Name: "processors", build: document.Processors, Audience: document.Public},
	{Name: "notice", build: document.Notice, Audience: document.Public},
	{Name: "retention", build: document.Retention, Audience: document.Authority},
	{Name: "transfers", build: document.Transfers, Audience: document.Authority},
	{Name: "dpias", build: document.DPIAs, Audience: document.Authority},
	{Name: "findings", build: document.Findings, Audience: document.Internal, Findings: true, Finds: true},
	{Name: "inspection", Audience: document.Authority, Findings: true, Layouts: true, Archive: true},
}

// FindKind returns a kind by its name, and whether there is one.
func FindKind(name string) (Kind, bool) {
	i := slices.IndexFunc(kinds, func(k Kind) bool { return k.Name == name })
	if i < 0 {
		return Kind{}, false
	}
	return kinds[i], true
}

// Format is a form in which a document can be written.
type Format struct {
	Name string
	// MediaType is that of its files (RFC 6838).
	MediaType string
	// Binary: it is nothing for a terminal.
	Binary bool
	// Endings are those of the names of its files, the usual one first.
	Endings []string
	// Figures: it shows pictures.
	Figures bool

	write func(context.Context, io.Writer, *document.Document) error
}

// Formats returns all formats but that of archives.
func Formats() []Format { return slices.Clone(formats) }

var formats = []Format{
	{Name: "html", MediaType: "text/html; charset=utf-8", Endings: []string{".html", ".htm"}, Figures: true, write: html.Write},
	{Name: "docx", MediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Binary: true, Endings: []string{".docx"}, Figures: true, write: docx.Write},
	{Name: "xlsx", MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Binary: true, Endings: []string{".xlsx"}, write: xlsx.Write},
	{Name: "pdf", MediaType: "application/pdf", Binary: true, Endings: []string{".pdf"}, Figures: true, write: pdf.Write},
	{Name: "markdown", MediaType: "text/markdown; charset=utf-8", Endings: []string{".md", ".markdown"}, write: markdown.Write},
	{Name: "csv", MediaType: "text/csv; charset=utf-8", Endings: []string{".csv"}, write: csv.Write},
	{Name: "json", MediaType: "application/json", Endings: []string{".json"}, write: json.Write},
}

// Archive returns the format of archives.
func Archive() Format {
	return Format{Name: "zip", MediaType: "application/zip", Binary: true, Endings: []string{".zip"}, Figures: true}
}

// FindFormat returns a format by its name, and whether there is one.
func FindFormat(name string) (Format, bool) {
	i := slices.IndexFunc(formats, func(f Format) bool { return f.Name == name })
	if i < 0 {
		return Format{}, false
	}
	return formats[i], true
}

// Step is told what is being made: how much of it is done, of how much, and the
// name of the file in an archive. Done and total are 0 where that is not known.
type Step func(done, total int, name string)

// Write makes a document and writes it. An archive is told about each of its files;
// step may be nil. The errors are those of the builders: document.ErrNoDate,
// document.ErrNotPublic, a *document.UnknownActivityError, a
// *document.UnknownLayoutError; that of a context that ends first; else those of the
// writer.
func Write(ctx context.Context, w io.Writer, k Kind, f Format, view *register.View, m *datamap.Map, o document.Options, step Step) error {
	if k.Archive {
		return inspection.Write(ctx, w, view, m, inspection.Options{Options: o, Progress: step})
	}
	d, err := k.build(ctx, view, m, o)
	if err != nil {
		return err
	}
	return f.write(ctx, w, d)
}
