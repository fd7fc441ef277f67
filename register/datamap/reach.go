package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// entry is where a flow enters the chains: flows of one entry reach the same
// parties.
type entry struct {
	node     *node
	category term
	role     role
	unknown  bool
	mask     mask // recipient and role of the disclosure, data of the flow
}

// reached is what an entry comes to for a question.
type reached struct {
	items []item
	index map[itemKey]int // of items
	maybe []missing
	told  bool // maybe has been told
}

// itemKey tells items apart.
type itemKey struct {
	party    int32
	category term
	unknown  bool
	area     register.Area
}

// item is a party that data of one category reach, as one flow is shown.
type item struct {
	itemKey // the area is of the question Countries
	closure *closure
	best    *label // the one that assumes nothing or else comes first
	mask    mask   // of the best, as far as it is asked
	roles   roleSet
	sure    roleSet // those of the roles of which nothing is assumed
	nodes   []*node
}

// missing is a party that may belong but for a fact that is not stated.
type missing struct {
	party int32
	fact  fact
}

// fact is what a party may lack to be an answer, in the order in which one of
// several is told.
type fact uint8

const (
	factNone fact = iota
	factRole
	factCountry
	factData
)

var factNames = []string{"", "role", "country", "data"}

// reach finds the parties that an entry reaches and that the filter selects.
func (q *query) reach(e entry) *reached {
	c := q.chains.closure(e.node, e.category, e.role, q.filter.AsOf)
	r := &reached{index: make(map[itemKey]int)}
	for i := range c.labels {
		l := &c.labels[i]
		if q.filter.Direct && l.depth > 0 {
			break
		}
		if q.recipients != nil && !q.recipients[l.node.party] {
			continue
		}
		category := l.category
		if category == whatever {
			category = e.category
		}
		q.judge(r, c, l, &e, category)
	}
	return r
}

// judge adds what a label comes to: an item, or what it lacks to be one.
func (q *query) judge(r *reached, c *closure, l *label, e *entry, category term) {
	unknown := e.unknown && l.mask&kept != 0
	lacks, m := factNone, q.labelMask(l, e)
	switch fit := q.data.fit(category); {
	case unknown && (q.data != nil || q.question == Data):
		if fit == fitNot {
			return
		}
		lacks = factData
	case fit == fitNot:
		return
	case fit == fitBroader:
		m |= broaderData
	}
	switch own := q.filter.OwnPurposes; {
	case own == register.Yes && len(l.node.ownPurposes) > 0:
		m |= bestOwn(l.node.ownPurposes)
	case own == register.No && l.node.ownNone:
		m |= l.node.ownNoneMask
	case own != register.Unstated:
		return
	}
	var places []matchedPlace
	if q.asksCountry() {
		var known bool
		if places, known = q.placesOf(l.node); !known {
			lacks = factCountry
		} else if len(places) == 0 {
			return
		}
	}
	if q.asksRole() {
		switch {
		case l.role == roleUnstated && q.roles != 0:
			lacks = factRole
		case !q.roles.has(l.role):
			return
		}
	}
	if lacks != factNone {
		r.maybe = append(r.maybe, missing{l.node.party, lacks})
		return
	}
	it := item{itemKey: itemKey{party: l.node.party, category: category, unknown: unknown}, closure: c, best: l}
	if m&of(colRole) == 0 {
		it.sure = 1 << l.role
	}
	if q.question != Countries {
		r.add(it, (m|bestPlace(places))&q.asked)
		return
	}
	for _, p := range places {
		it.area = p.area
		r.add(it, (m|p.mask)&q.asked)
	}
}

// labelMask joins what is assumed of the disclosure with what is on the way.
func (q *query) labelMask(l *label, e *entry) mask {
	m := e.mask & of(colRecipient)
	if l.mask&fromStart != 0 {
		m |= e.mask & of(colRole)
	}
	if l.mask&kept != 0 {
		m |= e.mask & of(colData)
	}
	return m | l.mask&^(fromStart|kept)
}

// add puts an item among the others. Of several ways to tell it the first one
// that assumes nothing counts, or the very first.
func (r *reached) add(it item, m mask) {
	at, ok := r.index[it.itemKey]
	if !ok {
		it.mask, it.roles, it.nodes = m, 1<<it.best.role, []*node{it.best.node}
		r.index[it.itemKey] = len(r.items)
		r.items = append(r.items, it)
		return
	}
	x := &r.items[at]
	x.roles |= 1 << it.best.role
	x.sure |= it.sure
	if !slices.Contains(x.nodes, it.best.node) {
		x.nodes = append(x.nodes, it.best.node)
	}
	if x.mask != 0 && (m == 0 || better(m, x.mask) && samePath(it.closure.labels, it.best, x.best)) {
		x.best, x.mask = it.best, m
	}
}

// matchedPlace is a country of a party that the filter asks for.
type matchedPlace struct {
	area register.Area
	mask mask
}

// placesOf returns the countries of a node that the filter asks for. Not
// known: the register states none, or only a union to which one may belong.
func (q *query) placesOf(n *node) (matched []matchedPlace, known bool) {
	if len(n.destinations) == 0 {
		return nil, false
	}
	may := false
	for i := range n.destinations {
		d := &n.destinations[i]
		out := outside(d.area, q.filter.AsOf)
		if out && q.filter.OutsideEEA == register.No {
			return nil, true
		}
		if q.places != nil && !q.places[d.area] {
			may = may || q.filter.OutsideEEA != register.Yes && q.mayBe(d.area)
			continue
		}
		if out || q.filter.OutsideEEA != register.Yes {
			matched = append(matched, matchedPlace{d.area, d.mask})
		}
	}
	if q.filter.OutsideEEA == register.No {
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
func (q *query) mayBe(a register.Area) bool {
	for _, c := range q.filter.Countries {
		if covers(a, c, q.filter.AsOf) {
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
