package datamap

import (
	"cmp"
	"slices"
)

// landed is where all data come that enter the chains on a day, of every
// category and in every role. Kept, so that a question about everything, or
// about one party, need not take them through the chains again.
type landed struct {
	chains   *chains
	landings []landing
	words    []uint64 // the categories of each
	stands   []stand
	// of has where the stands of each party begin, by the rank of its id, then
	// their number.
	of []int32
}

// landing is data that come to a node in one way.
type landing struct {
	role    role
	doubts  doubts
	unknown bool
}

// landedOf returns where the data come that enter the chains as known, nil where
// that is not known and need not be: a question about one party looks at the ways
// up to it alone.
func (g *gathering) landedOf(e *entered) *landed {
	if t := e.landed.Load(); t != nil && t.chains == g.chains {
		return t
	}
	if g.recipients != nil && !g.kept.small && e.asked.Add(1) <= often {
		return nil
	}
	t := g.land(e)
	e.landed.Store(t)
	return t
}

// landedBefore returns the same where it is known already.
func (g *gathering) landedBefore() *landed {
	if !g.readsLanded() {
		return nil
	}
	e := g.kept.ready(g.filter.AsOf, g.filter.Planned, g.width)
	if e == nil {
		return nil
	}
	if t := e.landed.Load(); t != nil && t.chains == g.chains {
		return t
	}
	return nil
}

// readsLanded reports whether the question can be read off: others follow routes.
func (g *gathering) readsLanded() bool {
	return g.plainly && !g.filter.Direct && (g.data == nil || g.adds)
}

// land takes all that enters through the chains.
func (g *gathering) land(e *entered) *landed {
	leading := g.leading
	g.keepsAll, g.leading = true, nil
	defer func() { g.keepsAll, g.leading = false, leading }()
	g.enterKept(e)
	g.travel()
	list := slices.Clone(g.arrivals[1:])
	c := g.chains
	slices.SortFunc(list, func(a, b arrival) int {
		return cmp.Or(
			cmp.Compare(c.rank(a.node.party), c.rank(b.node.party)), cmp.Compare(a.node.number, b.node.number),
			cmp.Compare(a.role, b.role), cmp.Compare(a.doubts, b.doubts), falseFirst(a.unknown, b.unknown),
		)
	})
	t := &landed{chains: c, of: make([]int32, max(len(c.ranks), len(g.partyIDs))+1)}
	t.landings, t.words = make([]landing, 0, len(list)), make([]uint64, 0, len(list)*g.width)
	for i := range list {
		a := &list[i]
		if i == 0 || a.node != list[i-1].node {
			t.stands = append(t.stands, newStand(a.node))
			t.stands[len(t.stands)-1].first = int32(i)
			t.of[c.rank(a.node.party)+1] = int32(len(t.stands))
		}
		s := &t.stands[len(t.stands)-1]
		s.ways |= way(a.role, a.doubts)
		s.exact = s.ways
		all, _ := g.arrived(a)
		t.landings = append(t.landings, landing{a.role, a.doubts, a.unknown})
		t.words = append(t.words, all...)
	}
	for i := range len(t.of) - 1 {
		t.of[i+1] = max(t.of[i], t.of[i+1])
	}
	t.stands = slices.Clip(t.stands)
	g.forgetArrivals()
	return t
}

// tellLanded notes the answers that can be read off.
func (g *gathering) tellLanded(t *landed) {
	if g.recipients == nil {
		g.tellPart(t, 0, len(t.stands))
		return
	}
	for party := range g.recipients {
		if rank := t.chains.rank(party); int(rank)+1 < len(t.of) {
			g.tellPart(t, int(t.of[rank]), int(t.of[rank+1]))
		}
	}
}

// tellPart does so for some of the stands.
func (g *gathering) tellPart(t *landed, from, to int) {
	if !g.byData {
		g.tellStands(t.stands[from:to])
		return
	}
	fits, exact := g.fitSets()
	for i := from; i < to; i++ {
		g.tellLandings(t, i, fits, exact)
	}
}

// tellLandings judges what comes to a node category by category.
func (g *gathering) tellLandings(t *landed, at int, fits, exact set) {
	s, end := &t.stands[at], int32(len(t.landings))
	if at+1 < len(t.stands) {
		end = t.stands[at+1].first
	}
	relevant := g.relevant()
	for i := s.first; i < end; i++ {
		l, all := &t.landings[i], set(t.words[int(i)*g.width:][:g.width])
		if g.data != nil && !meets(all, fits) {
			continue
		}
		if v := g.accepts(s.node, s.party, s.like, l.role, l.unknown); v != nil {
			a := arrival{node: s.node, role: l.role}
			g.tellArrival(&a, all, exact, l.doubts&relevant == 0 && v.mask&g.asked == 0, v)
		}
	}
}
