package own

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// termKinds are the kinds of terms that lie in trees.
var termKinds = []register.Kind{register.KindDataCategories, register.KindDataSubjects, register.KindPurposes}

// within reports whether a term is another, is narrower or, as a bundle, has a
// member that is. It is known false where no term has the wider id.
func within(view *register.View, id, wide string) (yes, isKnown bool) {
	for _, k := range termKinds {
		if view.Lookup(k, wide) == nil {
			continue
		}
		isKnown = true
		for _, w := range members(view, k, wide) {
			for _, x := range members(view, k, id) {
				if climbs(view, k, x, w) {
					return true, true
				}
			}
		}
	}
	return false, isKnown
}

// deepest bounds how far a term is from the widest. There are no cycles, which
// resolving the register refuses.
const deepest = 1000

func climbs(view *register.View, k register.Kind, id, wide string) bool {
	for range deepest {
		if id == wide {
			return true
		}
		if id = parentOf(view.Lookup(k, id)); id == "" {
			return false
		}
	}
	return false
}

func parentOf(e register.Entity) string {
	switch x := e.(type) {
	case *register.DataCategory:
		return x.Parent
	case *register.DataSubject:
		return x.Parent
	case *register.Purpose:
		return x.Parent
	}
	return ""
}

// members returns a term and, of a bundle, all of which it consists.
func members(view *register.View, k register.Kind, id string) []string {
	all := []string{id}
	if k != register.KindDataCategories {
		return all
	}
	for i := 0; i < len(all); i++ {
		if c := view.DataCategory(all[i]); c != nil {
			for _, x := range c.Includes {
				if !slices.Contains(all, x) {
					all = append(all, x)
				}
			}
		}
	}
	return all
}

// marked reports whether a category, one above it or a member bears a mark.
func marked(view *register.View, id string, mark register.DataMark) bool {
	for _, x := range members(view, register.KindDataCategories, id) {
		for range deepest {
			c := view.DataCategory(x)
			if c == nil {
				break
			}
			if slices.Contains(c.Marks, mark) {
				return true
			}
			x = c.Parent
		}
	}
	return false
}
