package api

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/diagram"
	"github.com/openropa/ropa/register/document/press"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// MakeDocument makes a document of a register.
func (s service) MakeDocument(w http.ResponseWriter, r *http.Request, id RegisterParam, name DocumentParam, _ MakeDocumentParams) {
	kind, ok := press.FindKind(string(name))
	if !ok {
		s.fail(w, r, noneOf(sorry(notFound, "There is no such document."), "document", string(name), documentNames()))
		return
	}
	a, query, ok := s.about(w, r, id)
	if !ok {
		return
	}
	day := s.dayOf(r, query)
	s.answer(a, func() (*content, error) {
		format, p := formatOf(kind, query)
		if p != nil {
			return nil, p
		}
		o, p := documentOptions(a, kind, query, day)
		if p != nil {
			return nil, p
		}
		return a.snap.print(r.Context(), kind, format, *o, query.Get("findings") == "true", id)
	})
}

// documentNames are the documents that there are.
func documentNames() []string {
	var names []string
	for _, kind := range press.Kinds() {
		names = append(names, kind.Name)
	}
	return names
}

// formatOf is the format that a query asks for.
func formatOf(kind press.Kind, query url.Values) (press.Format, *problem) {
	name := query.Get("format")
	switch {
	case kind.Archive && name != "":
		return press.Format{}, sorry(requestInvalid, "This document is a ZIP file and has no other format.").about("format", "invalid-parameter", "Leave it out.", nil)
	case kind.Archive:
		return press.Archive(), nil
	case name == "":
		name = "html"
	}
	format, ok := press.FindFormat(name)
	if !ok {
		return format, sorry(requestInvalid, "There is no such format.").about("format", "invalid-parameter", "See the contract.", nil)
	}
	return format, nil
}

// documentOptions are what a query asks of a document, of those that the kind
// knows.
func documentOptions(a *asking, kind press.Kind, query url.Values, day value.Date) (*document.Options, *problem) {
	o := &document.Options{
		AsOf: day, Language: value.Language(query.Get("language")), Audience: document.Audience(query.Get("audience")),
		Layout: query.Get("layout"), Activity: query.Get("activity"), Version: a.snap.view.Register().Version,
	}
	if o.Audience == "" {
		o.Audience = kind.Audience
	}
	if o.Language == "" && (o.Layout == "" || o.Layout == document.House) {
		o.Language = languageOf(a.r) // an authority's layout has its own
	}
	if sum, err := a.snap.view.Register().Hash(); err == nil {
		o.Hash = hex.EncodeToString(sum[:])
	}
	p := sorry(requestInvalid, "The document does not take what the query asks.")
	for name, wrong := range map[string]bool{
		"layout":   query.Get("layout") != "" && !kind.Layouts,
		"activity": query.Get("activity") != "" && !kind.Activity,
		"findings": query.Get("findings") == "true" && !kind.Findings,
	} {
		if wrong {
			p.about(name, "invalid-parameter", "This document has no place for it.", nil)
		}
	}
	if kind.Activity && o.Activity == "" {
		p.about("activity", "missing-parameter", "The document is about one activity; name it.", nil)
	}
	if len(p.errors) > 0 {
		return nil, p
	}
	return o, nil
}

// print makes a document and writes it.
func (s *snapshot) print(ctx context.Context, kind press.Kind, format press.Format, o document.Options, findings bool, id string) (*content, error) {
	m := s.chart()
	if findings || kind.Finds {
		report, err := lint.Run(ctx, s.view, m, lint.Options{AsOf: o.AsOf, Profile: lint.Accountability})
		if err != nil {
			return nil, err
		}
		o.Findings = append(diag.Findings{}, report.Findings...)
	}
	var err error
	if o.Figures, err = press.Figures(ctx, kind, format, s.view, m, o); err != nil {
		return nil, documentProblem(err)
	}
	var b bytes.Buffer
	if err := press.Write(ctx, &b, kind, format, s.view, m, o, func(int, int, string) {}); err != nil {
		return nil, documentProblem(err)
	}
	language := writtenIn(kind, &o)
	disposition := attachment(fileName(id, kind, format, &o, language))
	if !format.Binary && format.Name != "csv" {
		disposition = "inline" + strings.TrimPrefix(disposition, "attachment") // shown, but saved under that name
	}
	header := http.Header{"Content-Disposition": {disposition}}
	if language != "" {
		header.Set("Content-Language", string(language))
	}
	return &content{mediaType: format.MediaType, body: b.Bytes(), header: header}, nil
}

// fileName is the name under which a document is saved: no other document, language
// or day of the same register has it.
func fileName(id string, kind press.Kind, format press.Format, o *document.Options, language value.Language) string {
	parts := []string{id, kind.Name, o.Activity}
	if o.Layout != document.House {
		parts = append(parts, o.Layout)
	}
	parts = append(parts, string(language), o.AsOf.String())
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	return strings.Join(parts, "-") + format.Endings[0]
}

// writtenIn is the language of a document: where nobody chose one that of the layout,
// as far as there are words in it. An archive may hold several, and is of none.
func writtenIn(kind press.Kind, o *document.Options) value.Language {
	if o.Language != "" || kind.Archive {
		return o.Language
	}
	layout, err := document.FindLayout(o.Layout)
	if err != nil {
		return ""
	}
	return words.In(layout.Language).Language()
}

// documentProblem tells why there is no such document.
func documentProblem(err error) error {
	var activity *document.UnknownActivityError
	var layout *document.UnknownLayoutError
	switch {
	case errors.As(err, &activity):
		return sorry(requestInvalid, "There is no such activity, or none that the audience may see.").about("activity", "unknown-id", "The register has no such activity.", nil)
	case errors.As(err, &layout):
		return sorry(requestInvalid, "There is no such layout.").about("layout", "invalid-parameter", "See the contract.", nil)
	case errors.Is(err, document.ErrNotPublic):
		return sorry(requestInvalid, "This document is not for the public.").about("audience", "invalid-parameter", "Choose authority or internal.", nil)
	}
	return err
}

// DrawDiagram draws where data go.
func (s service) DrawDiagram(w http.ResponseWriter, r *http.Request, id RegisterParam, _ DrawDiagramParams) {
	a, query, ok := s.about(w, r, id)
	if !ok {
		return
	}
	day := s.dayOf(r, query)
	s.answer(a, func() (*content, error) {
		o := diagram.Options{
			AsOf: day, Language: value.Language(query.Get("language")), Audience: document.Audience(query.Get("audience")),
			Activity: query.Get("activity"), Party: query.Get("party"),
		}
		if o.Language == "" {
			o.Language = languageOf(r)
		}
		c, err := a.snap.draw(r.Context(), query.Get("format"), o)
		return c, diagramProblem(err)
	})
}

func (s *snapshot) draw(ctx context.Context, format string, o diagram.Options) (*content, error) {
	g, err := diagram.New(s.view, s.chart(), o)
	if err != nil {
		return nil, err
	}
	c := &content{header: http.Header{"Content-Language": {string(g.Language)}}}
	var b bytes.Buffer
	switch format {
	case "dot":
		c.mediaType, err = "text/vnd.graphviz; charset=utf-8", g.DOT(&b)
		c.body = b.Bytes()
		return c, err
	case "mermaid":
		c.mediaType, err = "text/vnd.mermaid; charset=utf-8", g.Mermaid(&b)
		c.body = b.Bytes()
		return c, err
	}
	p, err := g.Draw(ctx)
	if err != nil {
		return nil, err
	}
	if format == "png" {
		c.mediaType = "image/png"
		c.body, err = p.PNG()
		return c, err
	}
	c.mediaType, c.body = "image/svg+xml", p.SVG()
	return c, nil
}

// diagramProblem tells why there is no such picture.
func diagramProblem(err error) error {
	var unknown *diagram.UnknownError
	switch {
	case errors.Is(err, diagram.ErrBoth):
		return sorry(requestInvalid, "A picture is of one activity or of one party, not of both.").excluding("activity", "party")
	case errors.As(err, &unknown):
		name := "activity"
		if unknown.Kind == "parties" {
			name = "party"
		}
		return sorry(requestInvalid, "There is no such thing, or none that the audience may see.").about(name, "unknown-id", "The register has no such entry.", nil)
	}
	return err
}
