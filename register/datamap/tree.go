package datamap

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
)

// term is the number of a term in its tree.
type term = int32

const (
	none term = -1 // no term
	// everything is the term "all" of the tree of data: broader than every
	// other, for data of which the register says no more.
	everything term = 0
	// whatever stands for a category that no step in a chain names: it passes
	// where all data pass and nowhere else.
	whatever term = -2
)

// allData is the word for all data of the activity.
const allData = "all"

// tree is the terms of one kind with what lies above them. Terms that the
// register uses but nobody defines are roots without anything below them.
type tree struct {
	*names
	rooted  bool // everything lies above all others
	parents []term
	bundles map[term][]string
	// roots leads from a term toward the top of its tree, while the tree is
	// built.
	roots []term
	// enter and leave number the terms so that one lies within another where
	// it is entered after and left before it, however deep the tree is.
	enter, leave []int32
	// order are the terms as they are entered: those below one stand after it.
	order []term
	// ranks are the places of the terms in the order of their ids.
	ranks []int32
	// matchers are those that were made of it.
	matchers *matchers
}

func newTree(n *names, rooted bool) *tree {
	t := &tree{names: n, rooted: rooted, bundles: map[term][]string{}, matchers: new(matchers)}
	if rooted {
		t.number(allData)
	}
	return t
}

// add puts a term into the tree; the order of terms does not matter.
func (t *tree) add(id, parent string, includes []string) {
	child := t.number(id)
	above := none
	if parent != "" {
		above = t.number(parent)
	}
	for int(max(child, above)) >= len(t.parents) {
		t.roots = append(t.roots, term(len(t.parents)))
		t.parents = append(t.parents, none)
	}
	if child == above || t.rooted && child == everything {
		return
	}
	if above >= 0 {
		top := t.top(above)
		if top == child {
			return // a cycle, which is a problem told elsewhere: cut
		}
		t.roots[child] = top
	}
	t.parents[child] = above
	if len(includes) > 0 {
		t.bundles[child] = includes
	}
}

// top returns the top of the tree in which a term lies, and shortens the way
// for the next time.
func (t *tree) top(x term) term {
	for t.roots[x] != x {
		t.roots[x] = t.roots[t.roots[x]]
		x = t.roots[x]
	}
	return x
}

// seal numbers the terms when all have been added.
func (t *tree) seal() {
	t.roots = nil
	below := make([][]term, len(t.parents))
	var open []term
	for x := range t.parents {
		if above := t.parents[x]; above >= 0 {
			below[above] = append(below[above], term(x))
		} else {
			open = append(open, term(x))
		}
	}
	t.enter, t.leave = make([]int32, len(t.parents)), make([]int32, len(t.parents))
	clock := int32(0)
	for len(open) > 0 {
		x := open[len(open)-1]
		clock++
		if t.enter[x] != 0 {
			t.leave[x] = clock
			open = open[:len(open)-1]
			continue
		}
		t.enter[x] = clock
		t.order = append(t.order, x)
		open = append(open, below[x]...)
	}
	t.ranks = ranksOf(t.names.all())
}

// ranksOf returns the place of each name in their order.
func ranksOf(names []string) []int32 {
	order := make([]int32, len(names))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return strings.Compare(names[a], names[b]) })
	ranks := make([]int32, len(names))
	for i, x := range order {
		ranks[x] = int32(i)
	}
	return ranks
}

// mark adds the terms that a term lies within and those that lie within it.
func (t *tree) mark(s *set, x term) {
	t.markAbove(s, x)
	t.markWithin(s, x)
}

// markAbove adds the terms above a term.
func (t *tree) markAbove(s *set, x term) {
	if t.rooted && x != everything {
		s.add(everything)
	}
	for y := t.up(x); y >= 0; y = t.up(y) {
		s.add(y)
	}
}

// markWithin adds a term and those below it.
func (t *tree) markWithin(s *set, x term) {
	if t.rooted && x == everything {
		for y := range t.names.all() {
			s.add(term(y))
		}
		return
	}
	s.add(x)
	if x < 0 || int(x) >= len(t.enter) {
		return
	}
	first, _ := slices.BinarySearchFunc(t.order, t.enter[x], func(y term, at int32) int { return cmp.Compare(t.enter[y], at) })
	for _, y := range t.order[first:] {
		if t.leave[y] > t.leave[x] {
			break
		}
		s.add(y)
	}
}

// up returns the term above, or none.
func (t *tree) up(x term) term {
	if x >= 0 && int(x) < len(t.parents) {
		return t.parents[x]
	}
	return none
}

// within reports whether a is b or lies below it.
func (t *tree) within(a, b term) bool {
	if a == whatever || b == whatever {
		return a == b
	}
	if t.rooted && b == everything {
		return true
	}
	if a < 0 || b < 0 || int(max(a, b)) >= len(t.enter) {
		return a == b && a >= 0 // terms that nobody defines
	}
	return t.enter[b] <= t.enter[a] && t.leave[a] <= t.leave[b]
}

// narrower returns the narrower of two terms of which one lies within the
// other.
func (t *tree) narrower(a, b term) (term, bool) {
	switch {
	case t.within(a, b):
		return a, true
	case t.within(b, a):
		return b, true
	}
	return none, false
}

// overlaps reports whether a lies within one of the terms or one within a.
func (t *tree) overlaps(a term, list []term) bool {
	return slices.ContainsFunc(list, func(b term) bool {
		_, ok := t.narrower(a, b)
		return ok
	})
}

// common returns what two lists of terms have in common: of each pair that
// overlaps the narrower one.
func (t *tree) common(a, b []term) []term {
	var both []term
	for _, x := range a {
		for _, y := range b {
			if z, ok := t.narrower(x, y); ok && !slices.Contains(both, z) {
				both = append(both, z)
			}
		}
	}
	return both
}

// expand returns the terms that a list names, with the members of a bundle in
// its place, each once.
func (t *tree) expand(ids []string) []term {
	if len(ids) == 0 {
		return nil
	}
	terms := make([]term, 0, len(ids))
	var open []term
	var visit func(id string)
	visit = func(id string) {
		x := t.number(id)
		members, ok := t.bundles[x]
		if !ok {
			if !slices.Contains(terms, x) {
				terms = append(terms, x)
			}
			return
		}
		if slices.Contains(open, x) {
			return // a bundle in itself: a problem told elsewhere
		}
		open = append(open, x)
		for _, m := range members {
			visit(m)
		}
		open = open[:len(open)-1]
	}
	for _, id := range ids {
		visit(id)
	}
	return terms
}

// same reports whether two trees have the same shape.
func (t *tree) same(other *tree) bool {
	if t.names != other.names || len(t.bundles) != len(other.bundles) {
		return false
	}
	for x := range max(len(t.parents), len(other.parents)) {
		if t.up(term(x)) != other.up(term(x)) {
			return false
		}
	}
	for x, members := range t.bundles {
		if !slices.Equal(members, other.bundles[x]) {
			return false
		}
	}
	return true
}

// terms are the three trees by which flows are told.
type terms struct {
	data, subjects, purposes *tree
	entities                 [3][]register.Entity // of which they were made
}

var termKinds = [3]register.Kind{register.KindDataCategories, register.KindDataSubjects, register.KindPurposes}

// readTerms builds the trees of a view; they share the numbers of the terms
// with those of an older map, where there is one, and are the same where
// nothing differs.
func readTerms(view *register.View, old *terms) *terms {
	var entities [3][]register.Entity
	for i, k := range termKinds {
		entities[i] = view.Entities(k)
	}
	n := [3]*names{{}, {}, {}}
	if old != nil {
		if slices.Equal(entities[0], old.entities[0]) && slices.Equal(entities[1], old.entities[1]) && slices.Equal(entities[2], old.entities[2]) {
			return old
		}
		n = [3]*names{old.data.names, old.subjects.names, old.purposes.names}
	}
	t := &terms{newTree(n[0], true), newTree(n[1], false), newTree(n[2], false), entities}
	for _, list := range entities {
		for _, e := range list {
			switch x := e.(type) {
			case *register.DataCategory:
				if x != nil {
					t.data.add(x.ID, x.Parent, x.Includes)
				}
			case *register.DataSubject:
				if x != nil {
					t.subjects.add(x.ID, x.Parent, nil)
				}
			case *register.Purpose:
				if x != nil {
					t.purposes.add(x.ID, x.Parent, nil)
				}
			}
		}
	}
	for i, tree := range []*tree{t.data, t.subjects, t.purposes} {
		if old == nil {
			n[i].settle()
		}
		tree.seal()
	}
	if old != nil && t.same(old) {
		return old
	}
	return t
}

func (t *terms) same(other *terms) bool {
	return t.data.same(other.data) && t.subjects.same(other.subjects) && t.purposes.same(other.purposes)
}

// worn reports whether the terms had better be numbered anew.
func (t *terms) worn() bool {
	return t.data.worn() || t.subjects.worn() || t.purposes.worn()
}
