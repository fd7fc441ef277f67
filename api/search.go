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
		p, fault := pageOf(query, listed(a.r, a.snap.Tag), len(hits))
		if fault != nil {
			return nil, fault
		}
		list := HitList{Items: hits[p.from:p.to], Total: len(hits)}
		header := http.Header{}
		if next := p.next(header, len(hits)); next != "" {
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
	wanted := strings.Fields(strings.ToLower(asked))
	for _, kind := range register.Kinds() {
		for _, e := range s.entities(kind, inherited) {
			rank := s.textsOf(kind, e).rank(wanted)
			if rank == 0 {
				continue
			}
			found = append(found, ranked{Hit{
				Kind: string(kind), Id: e.Key(), Name: w.Name(s.view, kind, e.Key()), At: string(kind) + "/" + e.Key(), Href: hrefTo(kind, e.Key()), Field: fieldOf(e, asked, rank),
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

// entryTexts are the words of an entry in small letters.
type entryTexts struct {
	kind           register.Kind
	id, names, all string
}

// textsOf are the words of an entry, found once.
func (s *snapshot) textsOf(kind register.Kind, e register.Entity) *entryTexts {
	if known, ok := s.texts.Load(e); ok {
		return known.(*entryTexts)
	}
	t := &entryTexts{kind: kind, id: strings.ToLower(e.Key()), names: strings.ToLower(strings.Join(namesOf(e), "\n"))}
	if raw, err := json.Marshal(e); err == nil {
		t.all = strings.ToLower(texts(raw))
	}
	s.texts.Store(e, t)
	return t
}

// rank is how near an entry is to what holds all of some words: 1 where its
// identifier does, 2 where its names do, 3 where all its texts do; else 0.
func (t *entryTexts) rank(words []string) int {
	for i, text := range []string{t.id, t.names, t.all} {
		if !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) }) {
			return i + 1
		}
	}
	return 0
}

// fieldOf is the field of an entry that holds the words; "" where none does alone.
func fieldOf(e register.Entity, asked string, rank int) string {
	if rank < 3 {
		return [...]string{"", "id", "name"}[rank]
	}
	raw, err := json.Marshal(e)
	if err != nil {
		return ""
	}
	var fields map[string]json.RawMessage
	if json.Unmarshal(raw, &fields) != nil {
		return ""
	}
	for _, name := range sortedKeys(fields) {
		if holds(asked, texts(fields[name])) {
			return name
		}
	}
	return ""
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
