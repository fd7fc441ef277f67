package datamap

import (
	"cmp"
	"math/bits"
	"slices"
)

// stand is a node to which data come, whichever they are: what a question needs
// that does not ask for the categories.
type stand struct {
	node        *node
	party, like int32 // of the node
	first       int32 // of the landings at the node, where these are kept
	// ways has for each role, eight bits each, the doubts with which data come in
	// that role: a bit for each combination. Exact are those of data that are no
	// wider than the filter asks, unsure those of which it is not known which data
	// they are.
	ways, exact, unsure uint64
}

func newStand(n *node) stand { return stand{node: n, party: n.party, like: n.like} }

// way is the bit of a role and doubts.
func way(r role, d doubts) uint64 { return 1 << (8*uint(r) + uint(d)) }

// standsOf returns the nodes of some stops, by party in the order of their ids.
func (r *routes) standsOf(c *chains, stops []int32) []stand {
	order := slices.Clone(stops)
	slices.SortFunc(order, func(a, b int32) int {
		x, y := &r.stops[a], &r.stops[b]
		return cmp.Or(cmp.Compare(c.rank(x.party), c.rank(y.party)), cmp.Compare(x.node.number, y.node.number))
	})
	all := make([]stand, 0, len(order))
	for _, at := range order {
		s := &r.stops[at]
		if n := len(all); n == 0 || all[n-1].node != s.node {
			all = append(all, newStand(s.node))
		}
		x, bit := &all[len(all)-1], way(s.role, s.doubts)
		switch {
		case s.unknown:
			x.unsure |= bit
		case s.within:
			x.exact |= bit
			fallthrough
		default:
			x.ways |= bit
		}
	}
	return slices.Clip(all)
}

// tellStands notes the answers of a question that does not ask for categories. The
// stands of one party lie together, so that it is noted once.
func (g *gathering) tellStands(stands []stand) {
	certain := clean(g.relevant())
	var roles roleSet
	stated := false
	for i := range stands {
		s := &stands[i]
		if g.recipients != nil && !g.recipients[s.party] {
			continue
		}
		r, sure := g.tellStand(s, certain)
		roles, stated = roles|r, stated || sure
		if i+1 < len(stands) && stands[i+1].party == s.party || roles == 0 {
			continue
		}
		x := g.answerAt(answerKey{a: s.party})
		x.stated, x.roles = x.stated || stated, x.roles|roles
		roles, stated = 0, false
	}
}

// tellStand judges what comes to a stand, and returns the roles in which the party
// is an answer and whether that is stated; of countries it notes them itself.
func (g *gathering) tellStand(s *stand, certain uint8) (roles roleSet, stated bool) {
	for ways := s.ways | s.unsure; ways != 0; {
		r := role(bits.TrailingZeros64(ways) / 8)
		lane := uint64(0xff) << (8 * r)
		ways &^= lane
		if s.unsure&lane != 0 {
			g.accepts(s.node, s.party, s.like, r, true)
		}
		if s.ways&lane == 0 {
			continue
		}
		v := g.accepts(s.node, s.party, s.like, r, false)
		if v == nil {
			continue
		}
		sure := uint8(s.exact>>(8*r))&certain != 0
		if g.question == Countries {
			g.tellReached(s.party, r, sure, v)
			continue
		}
		roles |= 1 << r
		stated = stated || sure && v.mask&g.asked == 0
	}
	return roles, stated
}

// clean returns which combinations of doubts are none as far as some of them are
// relevant.
func clean(relevant doubts) uint8 {
	var all uint8
	for d := range doubts(8) {
		if d&relevant == 0 {
			all |= 1 << d
		}
	}
	return all
}

// tellReached notes the answers of a party that is reached, whatever the data.
func (g *gathering) tellReached(party int32, r role, sure bool, v *verdict) {
	sure = sure && v.mask&g.asked == 0
	if g.question != Countries {
		g.note(party, r, sure)
		return
	}
	for _, p := range v.places {
		g.note(g.ids.number(string(p.area)), r, sure && p.mask&g.asked == 0)
	}
}
