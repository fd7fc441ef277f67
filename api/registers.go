package api

import (
	"net/http"
	"slices"
	"strings"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// ListRegisters lists the registers of the caller's tenant.
func (s service) ListRegisters(w http.ResponseWriter, r *http.Request, _ ListRegistersParams) {
	query := r.URL.Query()
	infos, err := s.store.List(r.Context(), keyOf(r, "").Tenant)
	if err == nil {
		infos = slices.DeleteFunc(infos, func(info store.Info) bool { return !mayRead(r, info.Register) })
		infos, err = s.named(r, infos, query.Get("q"))
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	tags := []string{"registers", contractTag()}
	for _, info := range infos {
		tags = append(tags, info.Register, info.Tag)
	}
	tag := tagged(append(tags, r.URL.RawQuery, string(languageOf(r)))...)
	p, fault := pageOf(query, listed(r, tags...), len(infos))
	if fault != nil {
		s.fail(w, r, fault)
		return
	}
	items, err := s.summaries(r, infos[p.from:p.to])
	if err != nil {
		s.fail(w, r, err)
		return
	}
	list := RegisterList{Items: items, Total: len(infos)}
	header := http.Header{}
	if next := p.next(header, len(infos)); next != "" {
		list.Next = &next
	}
	c, err := jsonOf(list, header)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.send(w, r, c, tag, nil)
}

// named are the registers whose identifier, name or organisation holds all words
// of a query; all of them where it has none.
func (s service) named(r *http.Request, infos []store.Info, query string) ([]store.Info, error) {
	if strings.TrimSpace(query) == "" {
		return infos, nil
	}
	all, err := s.summaries(r, infos)
	if err != nil {
		return nil, err
	}
	var found []store.Info
	for i, summary := range all {
		if holds(query, summary.Id, summary.Name, summary.Organisation) {
			found = append(found, infos[i])
		}
	}
	return found, nil
}

// summaries say which registers those are. They are read from their outlines:
// there may be thousands, of which nobody asks anything else.
func (s service) summaries(r *http.Request, infos []store.Info) ([]RegisterSummary, error) {
	ids := make([]string, 0, len(infos))
	for _, info := range infos {
		ids = append(ids, info.Register)
	}
	outlines, err := s.store.Outlines(r.Context(), keyOf(r, "").Tenant, ids)
	if err != nil {
		return nil, err
	}
	all, in := make([]RegisterSummary, 0, len(infos)), words.In(languageOf(r))
	for _, info := range infos {
		all = append(all, summary(info, outlines[info.Register], in))
	}
	return all, nil
}

// summary says which register one is; its outline is nil where it was removed
// a moment ago.
func summary(info store.Info, outline *register.Register, w words.Words) RegisterSummary {
	summary := RegisterSummary{Id: info.Register}
	if outline != nil {
		summary.Name = w.Text(outline.Name, outline)
	}
	if outline != nil && outline.Organisation != nil {
		summary.Organisation = w.Text(outline.Organisation.Name, outline)
	}
	if info.Revision > 0 {
		revision := int(info.Revision)
		summary.Revision = &revision
	}
	if !info.Changed.IsZero() {
		summary.Changed = &info.Changed
	}
	return summary
}

// holds reports whether one of some texts holds all words of a query, in any case.
func holds(query string, texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, "\n"))
	for _, word := range strings.Fields(strings.ToLower(query)) {
		if !strings.Contains(all, word) {
			return false
		}
	}
	return true
}

// ReadRegister reads a register in canonical form.
func (s service) ReadRegister(w http.ResponseWriter, r *http.Request, id RegisterParam, _ ReadRegisterParams) {
	a, _, ok := s.about(w, r, id)
	if !ok {
		return
	}
	// Its tag is that of the version, whoever asks and how: a write names it.
	tag := a.snap.tagOfRegister()
	q := asked{tenant: a.snap.Tenant, tag: a.snap.Tag, path: id}
	found := s.kept.get(q)
	if found == nil {
		var err error
		found, err = s.made(a, &q, tag, func() (*content, error) { return canonical(a.snap.view.Register(), register.JSON) })
		if err != nil {
			s.fail(w, r, err)
			return
		}
	}
	s.sendAnswer(w, r, found)
}

// canonical is a register as a file of an encoding.
func canonical(r *register.Register, encoding register.Encoding) (*content, error) {
	body, err := register.Save(r, encoding)
	if err != nil {
		return nil, err
	}
	if encoding == register.YAML {
		return &content{mediaType: "application/yaml", body: body}, nil
	}
	return &content{mediaType: "application/json", body: body}, nil
}

// ExportRegister sends a register as a file.
func (s service) ExportRegister(w http.ResponseWriter, r *http.Request, id RegisterParam, _ ExportRegisterParams) {
	a, query, ok := s.about(w, r, id)
	if !ok {
		return
	}
	s.answer(a, func() (*content, error) {
		encoding, ending := register.JSON, "json"
		if query.Get("format") == "yaml" {
			encoding, ending = register.YAML, "yaml"
		}
		c, err := canonical(a.snap.view.Register(), encoding)
		if err != nil {
			return nil, err
		}
		c.header = http.Header{"Content-Disposition": {attachment(id + "." + ending)}}
		return c, nil
	})
}

// attachment is the header that names a file: letters, digits, dots, hyphens.
func attachment(name string) string {
	clean := strings.Map(func(r rune) rune {
		if r == '.' || r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '-'
	}, name)
	return `attachment; filename="` + clean + `"`
}
