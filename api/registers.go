package api

import (
	"context"
	"net/http"
	"strings"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// ListRegisters lists the registers of the caller's tenant.
func (s service) ListRegisters(w http.ResponseWriter, r *http.Request, _ ListRegistersParams) {
	query := r.URL.Query()
	infos, err := s.store.List(r.Context(), keyOf(r, "").Tenant)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	tags := []string{"registers"}
	var all []RegisterSummary
	for _, info := range infos {
		if !mayRead(r, info.Register) {
			continue
		}
		summary, err := s.summary(r.Context(), info, words.In(languageOf(r)))
		if err != nil {
			s.fail(w, r, err)
			return
		}
		if holds(query.Get("q"), summary.Id, summary.Name, summary.Organisation) {
			all, tags = append(all, summary), append(tags, info.Register, info.Tag)
		}
	}
	tag := tagged(append(tags, r.URL.RawQuery, string(languageOf(r)))...)
	p, fault := pageOf(query, tagged(tags...), len(all))
	if fault != nil {
		s.fail(w, r, fault)
		return
	}
	list := RegisterList{Items: append([]RegisterSummary{}, all[p.from:p.to]...), Total: len(all)}
	header := http.Header{}
	if next := p.next(r.URL, header, tagged(tags...), len(all)); next != "" {
		list.Next = &next
	}
	c, err := jsonOf(list, header)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.send(w, r, c, tag, nil)
}

func (s service) summary(ctx context.Context, info store.Info, w words.Words) (RegisterSummary, error) {
	snap, err := s.snapshot(ctx, info.Key, store.Version{})
	if err != nil {
		return RegisterSummary{}, err
	}
	r := snap.view.Register()
	summary := RegisterSummary{Id: info.Register, Name: w.Text(r.Name, r)}
	if r.Organisation != nil {
		summary.Organisation = w.Text(r.Organisation.Name, r)
	}
	if info.Revision > 0 {
		revision := int(info.Revision)
		summary.Revision = &revision
	}
	if !info.Changed.IsZero() {
		summary.Changed = &info.Changed
	}
	return summary, nil
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
	c, err := a.snap.whole()
	if err != nil {
		s.fail(w, r, err)
		return
	}
	// Its tag is that of the version, whoever asks and how: a write names it.
	s.send(w, r, c, a.snap.tagOfRegister(), a.snap)
}

// whole is the register in canonical form, made once.
func (s *snapshot) whole() (*content, error) {
	if c := s.kept.get("whole"); c != nil {
		return c, nil
	}
	c, err := canonical(s.view.Register(), register.JSON)
	if err == nil {
		s.kept.put("whole", c)
	}
	return c, err
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
