package datamap

// fit says how a term of the register fits the terms that a filter asks for.
type fit uint8

const (
	fitUnknown fit = iota // not looked at yet
	fitNot
	fitWithin  // it is one of them or narrower
	fitBroader // the register says only something wider
)

// matcher tells how terms fit a filter. A nil matcher lets everything through.
type matcher struct {
	tree   *tree
	wanted []term
	fits   []fit
}

func newMatcher(t *tree, ids []string) *matcher {
	if len(ids) == 0 {
		return nil
	}
	wanted := t.expand(ids)
	return &matcher{t, wanted, make([]fit, len(t.all()))}
}

func (m *matcher) fit(x term) fit {
	switch {
	case m == nil:
		return fitWithin
	case x < 0 || int(x) >= len(m.fits):
		return m.look(x)
	case m.fits[x] == fitUnknown:
		m.fits[x] = m.look(x)
	}
	return m.fits[x]
}

// known is the same where all terms of the tree were looked at.
func (m *matcher) known(x term) fit {
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

// fitting returns the terms that the filter lets through, nil for all of them.
func (m *matcher) fitting() []term {
	if m == nil {
		return nil
	}
	all := []term{}
	for x := range term(len(m.fits)) {
		if m.fit(x) != fitNot {
			all = append(all, x)
		}
	}
	return all
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
		subject, purpose := q.subjects.known(f.subject), q.purposes.known(f.purpose)
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
