package lint

import (
	"slices"
	"sync"

	"github.com/openropa/ropa/register"
)

// terms answers how terms lie in their trees: marks are inherited by what is
// narrower, bundles consist of their members.
type terms struct {
	view *register.View

	categories, subjects, purposes, operations, measures forest
	// marks are those that categories have or inherit, subjectMarks those of data
	// subjects.
	marks        func() map[string][]register.DataMark
	subjectMarks func() map[string][]register.SubjectMark

	pairs sync.Map // pairKey → bool
}

type termKey struct {
	kind register.Kind
	id   string
}

type pairKey struct{ a, b string }

func (t *terms) init(view *register.View) {
	t.view = view
	t.marks = sync.OnceValue(func() map[string][]register.DataMark {
		return inherited(t, register.KindDataCategories, func(above []register.DataMark, id string) []register.DataMark {
			return withAll(above, view.DataCategory(id).Marks)
		})
	})
	t.subjectMarks = sync.OnceValue(func() map[string][]register.SubjectMark {
		return inherited(t, register.KindDataSubjects, func(above []register.SubjectMark, id string) []register.SubjectMark {
			return withAll(above, view.DataSubject(id).Marks)
		})
	})
}

// withAll adds what is missing to a list, which stays as it is.
func withAll[T comparable](list, more []T) []T {
	list = slices.Clip(list)
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}

func parentOf(e register.Entity) string {
	switch x := e.(type) {
	case *register.DataCategory:
		return x.Parent
	case *register.DataSubject:
		return x.Parent
	case *register.Purpose:
		return x.Parent
	case *register.Operation:
		return x.Parent
	case *register.Measure:
		return x.Parent
	}
	return ""
}

// within reports whether a term is another or narrower.
func (t *terms) within(k register.Kind, id, wide string) bool { return t.forest(k).within(id, wide) }

// withinAny reports whether a term is one of others or narrower.
func (t *terms) withinAny(k register.Kind, id string, wide ...string) bool {
	f := t.forest(k)
	for _, w := range wide {
		if f.within(id, w) {
			return true
		}
	}
	return false
}

// allData is the word for everything that an activity holds.
const allData = "all"

// members returns the categories of which a bundle consists, else the term
// itself.
func (t *terms) members(k register.Kind, id string) []string {
	if k != register.KindDataCategories {
		return []string{id}
	}
	var all []string
	seen := map[string]bool{}
	var walk func(string)
	walk = func(x string) {
		if seen[x] {
			return
		}
		seen[x] = true
		c := t.view.DataCategory(x)
		if c == nil || len(c.Includes) == 0 {
			all = append(all, x)
			return
		}
		for _, member := range c.Includes {
			walk(member)
		}
	}
	walk(id)
	return all
}

// overlapAny reports whether one of some terms and one of others have something
// in common: one of them is the other, or narrower, or all.
func (t *terms) overlapAny(k register.Kind, some, others []string) bool {
	for _, a := range some {
		for _, b := range others {
			if t.overlap(k, a, b) {
				return true
			}
		}
	}
	return false
}

func (t *terms) overlap(k register.Kind, a, b string) bool {
	if a == b || a == allData || b == allData {
		return true
	}
	if k != register.KindDataCategories || !t.isBundle(a) && !t.isBundle(b) {
		f := t.forest(k)
		return f.within(a, b) || f.within(b, a)
	}
	key := pairKey{a, b}
	known, ok := t.pairs.Load(key)
	if !ok {
		known, _ = t.pairs.LoadOrStore(key, t.membersOverlap(a, b))
	}
	return known.(bool)
}

// isBundle reports whether a category is a name for several.
func (t *terms) isBundle(id string) bool {
	c := t.view.DataCategory(id)
	return c != nil && len(c.Includes) > 0
}

func (t *terms) membersOverlap(a, b string) bool {
	some, others := t.members(register.KindDataCategories, a), t.members(register.KindDataCategories, b)
	return slices.Contains(some, allData) || slices.Contains(others, allData) || t.forest(register.KindDataCategories).meet(some, others)
}

// marked reports whether a category of data, or one above it or of which it
// consists, bears a mark.
func (t *terms) marked(id string, mark register.DataMark) bool {
	if !t.isBundle(id) {
		return isOne(mark, t.marks()[id]...)
	}
	for _, x := range t.members(register.KindDataCategories, id) {
		if isOne(mark, t.marks()[x]...) {
			return true
		}
	}
	return false
}

// markedSubject reports whether data subjects, or those above them, bear a mark.
func (t *terms) markedSubject(id string, mark register.SubjectMark) bool {
	return isOne(mark, t.subjectMarks()[id]...)
}
