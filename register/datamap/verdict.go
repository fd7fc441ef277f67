package datamap

import (
	"encoding/binary"
	"slices"

	"github.com/openropa/ropa/register"
)

// verdict is what a question that filters on countries or on purposes of their
// own finds at a node.
type verdict struct {
	seen    bool
	refused bool
	unknown bool // the country is not known
	mask    mask // what is assumed of its own purposes and best country
	places  []matchedPlace
}

// matchedPlace is a country of a party that the filter asks for.
type matchedPlace struct {
	area register.Area
	mask mask
}

// verdict judges a node once, with all that are like it.
func (g *gathering) verdict(n *node) *verdict { return g.verdictLike(n.like, n) }

// verdictLike does so where it is known what the node is like.
func (g *gathering) verdictLike(like int32, n *node) *verdict {
	g.verdicts = room(g.verdicts, int(like)+1)
	v := &g.verdicts[like]
	if v.seen {
		return v
	}
	g.judged = append(g.judged, like)
	*v = g.look(n)
	v.seen = true
	return v
}

func (g *gathering) look(n *node) (v verdict) {
	switch own := g.filter.OwnPurposes; {
	case own == register.Yes && len(n.ownPurposes) > 0:
		v.mask = bestOwn(n.ownPurposes)
	case own == register.No && n.ownNone:
		v.mask = n.ownNoneMask
	case own != register.Unstated:
		v.refused = true
		return v
	}
	if !g.asksCountry() {
		return v
	}
	places, known := g.placesOf(n)
	switch {
	case !known:
		v.unknown = true
	case len(places) == 0:
		v.refused = true
	case g.question == Countries:
		v.places = slices.Clone(places)
	default:
		v.mask |= bestPlace(places)
	}
	return v
}

// likeness numbers what decides a verdict: most nodes are like others. The caller
// holds the lock.
func (c *chains) likeness(n *node) int32 {
	key := binary.LittleEndian.AppendUint64([]byte{bit(n.ownNone)}, uint64(n.ownNoneMask))
	for i := range n.ownPurposes {
		key = binary.LittleEndian.AppendUint64(append(key, 'p'), uint64(n.ownPurposes[i].mask))
	}
	for i := range n.destinations {
		d := &n.destinations[i]
		key = binary.LittleEndian.AppendUint64(append(append(key, 'd', byte(len(d.area))), d.area...), uint64(d.mask))
	}
	number, ok := c.alike[string(key)]
	if !ok {
		number = int32(len(c.alike))
		c.alike[string(key)] = number
	}
	return number
}

// placesOf returns the countries of a node that the filter asks for. Not
// known: the register states none, or only a union to which one may belong.
func (g *gathering) placesOf(n *node) (matched []matchedPlace, known bool) {
	if len(n.destinations) == 0 {
		return nil, false
	}
	may := false
	matched = g.matched[:0]
	defer func() { g.matched = matched }()
	for i := range n.destinations {
		d := &n.destinations[i]
		out := outside(d.area, g.filter.AsOf)
		if out && g.filter.OutsideEEA == register.No {
			return nil, true
		}
		if g.places != nil && !g.places[d.area] {
			may = may || g.filter.OutsideEEA != register.Yes && g.mayBe(d.area)
			continue
		}
		if out || g.filter.OutsideEEA != register.Yes {
			matched = append(matched, matchedPlace{d.area, d.mask})
		}
	}
	if g.filter.OutsideEEA == register.No {
		// That none is outside rests on every country that is stated.
		var all mask
		for i := range n.destinations {
			all |= n.destinations[i].mask
		}
		for i := range matched {
			matched[i].mask = all
		}
	}
	return matched, len(matched) > 0 || !may
}

// mayBe reports whether an area may mean one of the countries asked for.
func (g *gathering) mayBe(a register.Area) bool {
	for _, c := range g.filter.Countries {
		if covers(a, c, g.filter.AsOf) {
			return true
		}
	}
	return false
}

func bestPlace(places []matchedPlace) mask {
	if len(places) == 0 {
		return 0
	}
	m := places[0].mask
	for _, p := range places[1:] {
		if better(p.mask, m) {
			m = p.mask
		}
	}
	return m
}

func bestOwn(list []ownPurpose) mask {
	m := list[0].mask
	for _, p := range list[1:] {
		if better(p.mask, m) {
			m = p.mask
		}
	}
	return m
}
