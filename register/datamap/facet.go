package datamap

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// facet is one combination of data subjects and purpose that a flow or a held
// entry tells. The two belong together, and so do purpose and legal basis: a
// purpose that serves only some of the people says nothing of the others.
type facet struct {
	subject, purpose term  // or none
	use              int32 // purpose use of the activity, -1 for none
	bases            uint16
	mask             mask
}

// told is a term that an entry names, with what is assumed about it.
type told struct {
	term term
	use  int32
	mask mask
}

func tell(terms []term) []told {
	all := make([]told, len(terms))
	for i, x := range terms {
		all[i] = told{term: x, use: -1}
	}
	return all
}

// meet returns the narrower of each pair that overlaps.
func (t *tree) meet(a []told, b []term) []told {
	var both []told
	for _, x := range a {
		for _, y := range b {
			z, ok := t.narrower(x.term, y)
			if !ok {
				continue
			}
			i := slices.IndexFunc(both, func(e told) bool { return e.term == z && e.use == x.use })
			switch {
			case i < 0:
				both = append(both, told{z, x.use, x.mask})
			case better(x.mask, both[i].mask):
				both[i].mask = x.mask
			}
		}
	}
	return both
}

// statement is what an entry says of subjects and purposes; nil: left out.
type statement struct{ subjects, purposes []term }

// facetsAlone returns the facets of an entry that stands alone: what it leaves
// out is all of the activity.
func (c *compiler) facetsAlone(category term, s statement) uint32 {
	subjects := c.subjects
	if s.subjects != nil {
		subjects = tell(s.subjects)
	}
	applicable := c.applicable(category, subjects)
	purposes := applicable
	if s.purposes != nil {
		purposes = c.withUses(s.purposes, applicable)
	}
	return c.intern(c.combine(subjects, purposes))
}

// facetsOf returns the facets that a data use and a disclosure have in common,
// and whether there are any where both say something.
func (c *compiler) facetsOf(category term, use, disclosure statement) (uint32, bool) {
	subjects := c.subjects
	if use.subjects != nil {
		subjects = tell(use.subjects)
	}
	switch {
	case disclosure.subjects == nil:
	case len(subjects) == 0:
		subjects = tell(disclosure.subjects)
	default:
		subjects = c.terms.subjects.meet(subjects, disclosure.subjects)
		if len(subjects) == 0 {
			return 0, false
		}
	}
	applicable := c.applicable(category, subjects)
	var purposes []told
	switch {
	case use.purposes == nil && disclosure.purposes == nil:
		purposes = applicable
	case use.purposes == nil && len(c.uses) > 0:
		purposes = c.terms.purposes.meet(applicable, disclosure.purposes)
	case use.purposes == nil:
		purposes = tell(disclosure.purposes)
	case disclosure.purposes == nil:
		purposes = c.withUses(use.purposes, applicable)
	default:
		purposes = c.withUses(c.terms.purposes.common(use.purposes, disclosure.purposes), applicable)
	}
	if disclosure.purposes != nil && len(purposes) == 0 {
		return 0, false
	}
	return c.intern(c.combine(subjects, purposes)), true
}

// applicable returns the purpose uses that concern the category and at least
// some of the people; one that names data or subjects serves only those.
func (c *compiler) applicable(category term, subjects []told) []told {
	var all []told
	for i, u := range c.uses {
		if u.data != nil && !c.terms.data.overlaps(category, u.data) {
			continue
		}
		if u.subjects != nil && len(subjects) > 0 && len(c.terms.subjects.meet(subjects, u.subjects)) == 0 {
			continue
		}
		all = append(all, told{u.purpose, int32(i), u.mask})
	}
	return all
}

// withUses finds the purpose uses that belong to purposes which an entry
// names; a purpose without one stands alone, without a legal basis.
func (c *compiler) withUses(purposes []term, applicable []told) []told {
	var all []told
	for _, p := range purposes {
		uses := c.terms.purposes.meet(applicable, []term{p})
		if len(uses) == 0 {
			uses = []told{{term: p, use: -1}}
		}
		all = append(all, uses...)
	}
	return all
}

// combine pairs subjects and purposes as far as the purpose uses allow it.
func (c *compiler) combine(subjects, purposes []told) []facet {
	var all []facet
	for _, p := range purposes {
		f := facet{subject: none, purpose: p.term, use: p.use, mask: p.mask}
		people := subjects
		if p.use >= 0 {
			u := &c.uses[p.use]
			f.bases = u.bases
			switch {
			case u.subjects == nil:
			case len(subjects) == 0:
				people = tell(u.subjects)
				f.mask |= u.subjectMask
			default:
				people = c.terms.subjects.meet(subjects, u.subjects)
			}
		}
		if len(people) == 0 {
			all = append(all, f)
		}
		for _, s := range people {
			g := f
			g.subject, g.mask = s.term, f.mask|s.mask
			all = append(all, g)
		}
	}
	for _, s := range subjects {
		served := func(f facet) bool { return f.subject >= 0 && c.terms.subjects.within(f.subject, s.term) }
		if !slices.ContainsFunc(all, served) {
			all = append(all, facet{subject: s.term, purpose: none, use: -1, mask: s.mask})
		}
	}
	if len(all) == 0 {
		all = append(all, facet{subject: none, purpose: none, use: -1})
	}
	return all
}

// intern returns the number of a set of facets in the segment.
func (c *compiler) intern(set []facet) uint32 {
	slices.SortFunc(set, func(a, b facet) int {
		order := cmp.Or(cmp.Compare(a.subject, b.subject), cmp.Compare(a.purpose, b.purpose), cmp.Compare(a.use, b.use))
		if order == 0 && a.mask != b.mask {
			order = 1
			if better(a.mask, b.mask) {
				order = -1
			}
		}
		return order
	})
	set = slices.CompactFunc(set, func(a, b facet) bool {
		return a.subject == b.subject && a.purpose == b.purpose && a.use == b.use
	})
	s := c.s
	start := len(c.members.numbers)
	c.setBytes = c.setBytes[:0]
	for _, f := range set {
		n, ok := c.facetAt[f]
		if !ok {
			n = uint32(len(s.facets))
			c.facetAt[f] = n
			s.facets = append(s.facets, f)
		}
		c.members.add(n)
		c.setBytes = binary.LittleEndian.AppendUint32(c.setBytes, n)
	}
	if number, ok := c.setAt[string(c.setBytes)]; ok {
		c.members.numbers = c.members.numbers[:start]
		c.used = append(c.used, number)
		return number
	}
	number := c.sets.len()
	c.setAt[string(c.setBytes)] = number
	c.used = append(c.used, number)
	c.sets.add(uint32(start))
	return number
}
