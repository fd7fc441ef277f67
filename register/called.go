package register

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/diag"
)

// called leads from the names of entities, in any language, to their
// identifiers: whoever writes klant where the id is customer is told so.
type called map[Kind]map[string][]string

// find returns the identifiers of the entities of kinds that bear a word as
// their name.
func (c called) find(v *View, word string, kinds []Kind) []string {
	var ids []string
	for _, k := range kinds {
		names, ok := c[k]
		if !ok {
			names = namesOf(v, k)
			c[k] = names
		}
		ids = append(ids, names[plainName(word)]...)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// namesOf collects the names of all entities of a kind.
func namesOf(v *View, k Kind) map[string][]string {
	names := make(map[string][]string)
	for _, e := range v.lists[k] {
		name, _ := fieldOf(reflect.ValueOf(e).Elem(), "Name").(Text)
		texts := slices.Collect(maps.Values(name))
		if p, ok := e.(*Party); ok {
			texts = append(texts, p.OtherNames...)
		}
		for _, text := range texts {
			if plain := plainName(text); !slices.Contains(names[plain], e.Key()) {
				names[plain] = append(names[plain], e.Key())
			}
		}
	}
	return names
}

// plainName takes out what an identifier cannot keep of a name.
func plainName(s string) string {
	return strings.NewReplacer("-", "", " ", "", "’", "", "'", "").Replace(strings.ToLower(s))
}

// alike returns the identifiers of at most three entities of kinds whose name, in
// any language, has a word in it: bankrekening stands in bankrekeningnummer. Those
// that begin with it come first, then the shorter. Where there is none, the name is
// much like the word.
func (c called) alike(word string, kinds []Kind) []string {
	const fewest, most, longest = 4, 60, 200 // bytes of a word, and of a name it is looked for in
	plain := plainName(word)
	if len(plain) < fewest || len(plain) > most {
		return nil
	}
	bearing := make(map[string][]string)
	for _, k := range kinds {
		for name, ids := range c[k] {
			if len(name) <= longest {
				bearing[name] = append(bearing[name], ids...)
			}
		}
	}
	var first, later []string
	for name := range bearing {
		switch at := strings.Index(name, plain); {
		case at == 0:
			first = append(first, name)
		case at > 0:
			later = append(later, name)
		}
	}
	shorter := func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) }
	slices.SortFunc(first, shorter)
	slices.SortFunc(later, shorter)
	names := append(first, later...)
	if len(names) == 0 {
		names = diag.Suggest(plain, slices.Collect(maps.Keys(bearing)))
	}
	var ids []string
	for _, name := range names {
		slices.Sort(bearing[name])
		for _, id := range bearing[name] {
			if len(ids) < 3 && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// Suggest returns what may have been meant by a word that is no identifier of
// the kinds: entities of that name in any language, else identifiers much like
// it, else entities whose name has it in it or is much like it; at most three of
// the last two.
func (v *View) Suggest(word string, kinds ...Kind) []string {
	names := make(called)
	if ids := names.find(v, word, kinds); len(ids) > 0 {
		return ids
	}
	var all []string
	for _, k := range kinds {
		all = append(all, v.IDs(k)...)
	}
	if ids := diag.Suggest(word, all); len(ids) > 0 {
		return ids
	}
	return names.alike(word, kinds)
}

// meant returns what may have been meant by an identifier that is not defined, as
// Suggest does.
func (c *checker) meant(id string, kinds []Kind, candidates []string) []string {
	if c.names == nil {
		c.names = make(called)
	}
	if ids := c.names.find(c.view, id, kinds); len(ids) > 0 {
		return ids
	}
	if ids := diag.Suggest(id, candidates); len(ids) > 0 {
		return ids
	}
	for _, k := range kinds {
		c.guesses -= len(c.names[k])
	}
	return c.names.alike(id, kinds)
}
