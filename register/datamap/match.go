package datamap

import (
	"strings"
	"sync"
)

// fit says how a term of the register fits the terms that a filter asks for.
type fit uint8

const (
	fitNot     fit = iota
	fitWithin      // it is one of them or narrower
	fitBroader     // the register says only something wider
)

// matcher tells how terms fit a filter. A nil matcher lets everything through. It
// does not change.
type matcher struct {
	tree   *tree
	wanted []term
	fits   []fit
	// let are the terms that the filter lets through.
	let []term
}

// matchers are those of a tree that were made before: looking at all terms is
// much of the work on a small question.
type matchers struct {
	mu sync.Mutex
	by map[string]*matcher
}

// mostMatchers is how many are kept of a tree; then it begins anew.
const mostMatchers = 128

func newMatcher(t *tree, ids []string) *matcher {
	if len(ids) == 0 {
		return nil
	}
	key, terms := strings.Join(ids, "\x00"), len(t.all())
	t.matchers.mu.Lock()
	made := t.matchers.by[key]
	t.matchers.mu.Unlock()
	if made != nil && len(made.fits) == terms {
		return made
	}
	made = &matcher{tree: t, wanted: t.expand(ids), fits: make([]fit, terms), let: []term{}}
	for x := range term(terms) {
		if made.fits[x] = made.look(x); made.fits[x] != fitNot {
			made.let = append(made.let, x)
		}
	}
	t.matchers.mu.Lock()
	defer t.matchers.mu.Unlock()
	if len(t.matchers.by) >= mostMatchers || t.matchers.by == nil {
		t.matchers.by = make(map[string]*matcher)
	}
	t.matchers.by[key] = made
	return made
}

func (m *matcher) fit(x term) fit {
	if m == nil {
		return fitWithin
	}
	if uint(x) < uint(len(m.fits)) {
		return m.fits[x]
	}
	return m.look(x)
}

func (m *matcher) look(x term) fit {
	found := fitNot
	for _, w := range m.wanted {
		if m.tree.within(x, w) && x != none {
			return fitWithin
		}
		if x != none && m.tree.within(w, x) {
			found = fitBroader
		}
	}
	return found
}

// fitting returns the terms that the filter lets through, nil for all of them. The
// caller does not change them.
func (m *matcher) fitting() []term {
	if m == nil {
		return nil
	}
	return m.let
}

// matches are the facets of a set that a filter selects, for one answer.
type matches struct {
	key                int32 // what the question asks of the facets, else 0
	mask               mask  // of the best of them, as far as it is asked
	subjects, purposes []term
	bases              uint16
}

// best returns the mask of the facet that assumes least, of those of a set that the
// filter selects, as far as it is asked, and whether there is one.
func (q *query) best(s *segment, set uint32) (least mask, found bool) {
	for i, end := s.set(set); i < end; i++ {
		f := &s.facets[s.members.get(i, 0)]
		subject, purpose := q.subjects.fit(f.subject), q.purposes.fit(f.purpose)
		if subject == fitNot || purpose == fitNot || q.bases != 0 && f.bases&q.bases == 0 {
			continue
		}
		m := f.mask
		if subject == fitBroader {
			m |= broaderSubject
		}
		if purpose == fitBroader {
			m |= broaderPurpose
		}
		if m &= q.asked; !found || better(m, least) {
			least, found = m, true
		}
		if least == 0 {
			break
		}
	}
	return least, found
}

// facets appends what a question finds in a set of facets.
func (q *query) facets(all []matches, s *segment, set uint32) []matches {
	for i, end := s.set(set); i < end; i++ {
		f := &s.facets[s.members.get(i, 0)]
		subject, purpose := q.subjects.fit(f.subject), q.purposes.fit(f.purpose)
		if subject == fitNot || purpose == fitNot || q.bases != 0 && f.bases&q.bases == 0 {
			continue
		}
		key, ok := q.facetKey(f)
		if !ok {
			continue
		}
		m := f.mask
		if subject == fitBroader {
			m |= broaderSubject
		}
		if purpose == fitBroader {
			m |= broaderPurpose
		}
		all = q.addMatch(all, key, m&q.asked, f)
	}
	return all
}

func (q *query) addMatch(all []matches, key int32, m mask, f *facet) []matches {
	at := -1
	for i := range all {
		if all[i].key == key {
			at = i
		}
	}
	if at < 0 {
		at = len(all)
		all = append(all, matches{key: key, mask: m})
	}
	x := &all[at]
	if better(m, x.mask) {
		x.mask = m
	}
	if q.brief {
		return all
	}
	if f.subject >= 0 {
		x.subjects = append(x.subjects, f.subject)
	}
	if f.purpose >= 0 {
		x.purposes = append(x.purposes, f.purpose)
	}
	x.bases |= f.bases
	return all
}

// facetKey returns what the question asks of a facet, and whether it has it.
func (q *query) facetKey(f *facet) (int32, bool) {
	switch q.question {
	case Subjects:
		return f.subject, f.subject >= 0
	case Purposes:
		return f.purpose, f.purpose >= 0
	case Consents:
		return f.use, f.bases&1 != 0
	}
	return 0, true
}
