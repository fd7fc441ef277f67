package lint

import (
	"sync"

	"github.com/openropa/ropa/register"
)

// terms answers how terms lie in their trees: marks are inherited by what is
// narrower, bundles consist of their members.
type terms struct {
	view  *register.View
	above sync.Map // termKey → map[string]bool
	marks sync.Map // id of a category → []register.DataMark
	pairs sync.Map // pairKey → bool
}

type termKey struct {
	kind register.Kind
	id   string
}

type pairKey struct {
	kind register.Kind
	a, b string
}

// wider returns a term and all that is wider.
func (t *terms) wider(k register.Kind, id string) map[string]bool {
	key := termKey{k, id}
	if known, ok := t.above.Load(key); ok {
		return known.(map[string]bool)
	}
	all := make(map[string]bool)
	for x := id; x != "" && !all[x]; {
		all[x] = true
		x = parentOf(t.view.Lookup(k, x))
	}
	t.above.Store(key, all)
	return all
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
func (t *terms) within(k register.Kind, id, wide string) bool { return t.wider(k, id)[wide] }

// withinAny reports whether a term is one of others or narrower.
func (t *terms) withinAny(k register.Kind, id string, wide ...string) bool {
	above := t.wider(k, id)
	for _, w := range wide {
		if above[w] {
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
	key := pairKey{k, a, b}
	known, ok := t.pairs.Load(key)
	if !ok {
		known, _ = t.pairs.LoadOrStore(key, t.membersOverlap(k, a, b))
	}
	return known.(bool)
}

func (t *terms) membersOverlap(k register.Kind, a, b string) bool {
	for _, x := range t.members(k, a) {
		for _, y := range t.members(k, b) {
			if x == allData || y == allData || t.within(k, x, y) || t.within(k, y, x) {
				return true
			}
		}
	}
	return false
}

// marked reports whether a category of data, or one above it or of which it
// consists, bears a mark.
func (t *terms) marked(id string, mark register.DataMark) bool {
	marks, ok := t.marks.Load(id)
	if !ok {
		marks, _ = t.marks.LoadOrStore(id, t.marksOf(id))
	}
	return isOne(mark, marks.([]register.DataMark)...)
}

func (t *terms) marksOf(id string) []register.DataMark {
	var all []register.DataMark
	for _, x := range t.members(register.KindDataCategories, id) {
		for above := range t.wider(register.KindDataCategories, x) {
			if c := t.view.DataCategory(above); c != nil {
				all = append(all, c.Marks...)
			}
		}
	}
	return all
}

// markedSubject reports whether data subjects, or those above them, bear a mark.
func (t *terms) markedSubject(id string, mark register.SubjectMark) bool {
	for above := range t.wider(register.KindDataSubjects, id) {
		if s := t.view.DataSubject(above); s != nil && isOne(mark, s.Marks...) {
			return true
		}
	}
	return false
}
