package datamap

// uncounted reports whether the question asks who gets what and no more: then
// flows need not be told apart.
func (g *gathering) uncounted() bool {
	return g.filter.Evidence == EvidenceUncounted && !g.brief && g.data == nil && (g.question == Recipients || g.question == Processors)
}

// tellUncounted notes who is reached by any of the bundles, and what is in their
// flows. How many flows that are it does not find out, which is most of the work
// where everything reaches everybody.
func (x *spread) tellUncounted() {
	behind := make(map[int32]set)
	for i := 1; i < len(x.stations); i++ {
		s := &x.stations[i]
		m, ok := x.admits(s)
		if !ok {
			continue
		}
		of := behind[s.node.party]
		if of == nil {
			of = x.none()
			behind[s.node.party] = of
		}
		all := set(x.sets[s.sets:][:x.width:x.width])
		of.unite(all)
		x.noteStation(s, all, m)
	}
	for party, of := range behind {
		x.derive(of).addTo(x.answerAt(answerKey{a: party}))
	}
}

// admits reports whether what is at a station is an answer, and what is assumed
// of its party.
func (x *spread) admits(s *station) (mask, bool) {
	if x.recipients != nil && !x.recipients[s.node.party] {
		return 0, false
	}
	lacks, v := factNone, &noVerdict
	if x.judges {
		if v = x.verdict(s.node); v.refused {
			return 0, false
		}
		if v.unknown {
			lacks = factCountry
		}
	}
	if x.roleAsked {
		if s.role == roleUnstated && x.roles != 0 {
			lacks = factRole
		} else if !x.roles.has(s.role) {
			return 0, false
		}
	}
	if lacks != factNone {
		x.gathering.tell(s.node.party, lacks)
		return 0, false
	}
	x.answered.add(s.node.party)
	return v.mask, true
}

// noteStation notes the role, the data and what is assumed of what is at a
// station.
func (x *spread) noteStation(s *station, all set, m mask) {
	a := x.answerAt(answerKey{a: s.node.party})
	a.roles |= 1 << s.role
	x.addNode(a, s.node)
	for i := range x.classes {
		k := &x.classes[i]
		if !meets(all, k.bundles) {
			continue
		}
		way := m | labelMask(s.mask, k.entry)
		if way&of(colRole) == 0 {
			a.sure |= 1 << s.role
		}
		a.weigh(way&x.asked|k.rest, 1)
	}
	for i := range x.categories {
		c := &x.categories[i]
		if c.unknown && s.mask&kept != 0 || !meets(all, c.bundles) {
			continue
		}
		if category := s.category; category != whatever {
			a.data.add(category)
		} else {
			a.data.add(c.category)
		}
	}
}
