package register

import (
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

// Suggest returns what may have been meant by a word that is no identifier of
// the kinds: entities of that name in any language, else identifiers much like
// it, at most three of these.
func (v *View) Suggest(word string, kinds ...Kind) []string {
	if ids := make(called).find(v, word, kinds); len(ids) > 0 {
		return ids
	}
	var all []string
	for _, k := range kinds {
		all = append(all, v.IDs(k)...)
	}
	return diag.Suggest(word, all)
}

// meant returns what may have been meant by an identifier that is not defined:
// entities of that name, else identifiers much like it.
func (c *checker) meant(id string, kinds []Kind, candidates []string) []string {
	if c.names == nil {
		c.names = make(called)
	}
	if ids := c.names.find(c.view, id, kinds); len(ids) > 0 {
		return ids
	}
	return diag.Suggest(id, candidates)
}
