package lint

import (
	"slices"
	"sync"

	"github.com/openropa/ropa/register"
)

// forest is how the terms of a kind lie below each other. They are numbered so
// that what is narrower than a term has the numbers that follow its own.
type forest struct {
	once  sync.Once
	spans map[string]span
	// order has each term after the one above it.
	order []string
}

// span holds the number of a term and the last of those below it.
type span struct{ first, last int32 }

func (f *forest) grow(view *register.View, k register.Kind) {
	all := view.Entities(k)
	f.spans = make(map[string]span, len(all))
	below := make(map[string][]string)
	var roots []string
	seen := make(map[string]bool, len(all))
	for _, e := range all {
		id := e.Key()
		if seen[id] {
			continue
		}
		seen[id] = true
		if above := parentOf(view.Lookup(k, id)); above != "" && view.Lookup(k, above) != nil {
			below[above] = append(below[above], id)
		} else {
			roots = append(roots, id)
		}
	}
	var visit func(id string)
	visit = func(id string) {
		first := int32(len(f.order))
		f.order = append(f.order, id)
		for _, x := range below[id] {
			visit(x)
		}
		f.spans[id] = span{first, int32(len(f.order)) - 1}
	}
	for _, id := range roots {
		visit(id)
	}
}

// within reports whether a term is another or narrower.
func (f *forest) within(id, wide string) bool {
	if id == wide {
		return true
	}
	a, ok := f.spans[id]
	if !ok {
		return false
	}
	b, ok := f.spans[wide]
	return ok && b.first <= a.first && a.first <= b.last
}

// meet reports whether a term of one list is one of another list, or narrower, or
// the other way round: spans lie within each other or apart.
func (f *forest) meet(some, others []string) bool {
	a, b := f.spansOf(some), f.spansOf(others)
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i].last < b[k].first:
			i++
		case b[k].last < a[i].first:
			k++
		default:
			return true
		}
	}
	return false
}

// spansOf returns the spans of terms in order, without those within another.
func (f *forest) spansOf(ids []string) []span {
	all := make([]span, 0, len(ids))
	for _, id := range ids {
		if s, ok := f.spans[id]; ok {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b span) int { return int(a.first) - int(b.first) })
	kept := all[:0]
	for _, s := range all {
		if n := len(kept); n == 0 || s.first > kept[n-1].last {
			kept = append(kept, s)
		}
	}
	return kept
}

// flat is the forest of kinds whose terms do not lie below each other.
var flat forest

// forest returns how the terms of a kind lie below each other.
func (t *terms) forest(k register.Kind) *forest {
	var f *forest
	switch k {
	case register.KindDataCategories:
		f = &t.categories
	case register.KindDataSubjects:
		f = &t.subjects
	case register.KindPurposes:
		f = &t.purposes
	case register.KindOperations:
		f = &t.operations
	case register.KindMeasures:
		f = &t.measures
	default:
		return &flat
	}
	f.once.Do(func() { f.grow(t.view, k) })
	return f
}

// inherited works out what terms have from themselves and from all above them.
func inherited[T any](t *terms, k register.Kind, join func(above T, id string) T) map[string]T {
	f := t.forest(k)
	all := make(map[string]T, len(f.order))
	for _, id := range f.order {
		all[id] = join(all[parentOf(t.view.Lookup(k, id))], id)
	}
	return all
}
