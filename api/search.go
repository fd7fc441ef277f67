package api

import (
	"cmp"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// Search finds entries by their words: by identifier, by name, by any text.
func (s service) Search(w http.ResponseWriter, r *http.Request, id RegisterParam, _ SearchParams) {
	a, query, ok := s.about(w, r, id)
	if !ok {
		return
	}
	s.answer(a, func() (*content, error) {
		hits := a.snap.find(query, words.In(languageOf(a.r)))
		p, fault := pageOf(query, a.snap.Tag, len(hits))
		if fault != nil {
			return nil, fault
		}
		list := HitList{Items: hits[p.from:p.to], Total: len(hits)}
		header := http.Header{}
		if next := p.next(a.r.URL, header, a.snap.Tag, len(hits)); next != "" {
			list.Next = &next
		}
		return jsonOf(list, header)
	})
}

// find returns what holds the words: first by identifier, then by name, then by
// other texts; each in the order of the register.
func (s *snapshot) find(query url.Values, w words.Words) []Hit {
	asked, inherited := query.Get("q"), query.Get("inherited") == "true"
	type ranked struct {
		hit  Hit
		rank int
	}
	var found []ranked
	for _, kind := range register.Kinds() {
		for _, e := range s.view.Entities(kind) {
			if !inherited && !ownEntry(s.view, kind, e.Key()) {
				continue
			}
			field, rank := fieldOf(e, asked)
			if rank == 0 {
				continue
			}
			found = append(found, ranked{Hit{
				Kind: string(kind), Id: e.Key(), Name: w.Name(s.view, kind, e.Key()), At: string(kind) + "/" + e.Key(), Field: field,
			}, rank})
		}
	}
	slices.SortStableFunc(found, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	hits := make([]Hit, 0, len(found))
	for _, f := range found {
		hits = append(hits, f.hit)
	}
	return hits
}

// fieldOf is the field of an entry that holds the words, and how near that is: 1
// for the identifier, 2 for a name, 3 for any other; 0 where none holds them.
func fieldOf(e register.Entity, asked string) (field string, rank int) {
	if holds(asked, e.Key()) {
		return "id", 1
	}
	if holds(asked, namesOf(e)...) {
		return "name", 2
	}
	raw, err := json.Marshal(e)
	if err != nil {
		return "", 0
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil || !holds(asked, texts(raw)) {
		return "", 0
	}
	for _, name := range sortedKeys(fields) {
		if holds(asked, texts(fields[name])) {
			return name, 3
		}
	}
	return "", 3
}

// texts are the strings of a value, a line each, without the names of its fields.
func texts(raw []byte) string {
	var v any
	if json.Unmarshal(raw, &v) != nil {
		return ""
	}
	var b strings.Builder
	gather(v, &b)
	return b.String()
}

func gather(v any, b *strings.Builder) {
	switch v := v.(type) {
	case string:
		b.WriteString(v)
		b.WriteByte('\n')
	case []any:
		for _, one := range v {
			gather(one, b)
		}
	case map[string]any:
		for _, key := range sortedKeys(v) {
			gather(v[key], b)
		}
	}
}
