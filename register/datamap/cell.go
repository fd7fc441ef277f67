package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// cell is where flows enter the chains: all flows of a cell reach the same
// parties.
type cell struct {
	point    int32
	next     int32 // cell of the point, 0 for none
	like     int32 // cell of the point and category, 0 for none; where there are many
	category term
	role     role
	unknown  bool
	reached  bool
	mask     mask // recipient and role of the disclosure, data of the flow
	items    []item
	bundles  int32 // the first of its bundles, 0 for none
	digest   *digest
	direct   *directLabel // nil until it is asked for
}

// directLabel is the closure of a cell of which only the direct recipient counts.
type directLabel struct {
	closure
	label [1]label
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
	best    *label // the one that assumes least, of those the first
	mask    mask   // of the best, as far as it is asked
	roles   roleSet
	sure    roleSet // those of the roles of which nothing is assumed
	next    int32   // of the same party, while they are found
	nodes   []*node // beside that of the first label
	first   *node
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

// cellOf returns the number of the cell of a flow.
func (g *gathering) cellOf(d *disclosure, category term, unknown bool, flowMask mask) int32 {
	m := (d.mask | flowMask&of(colData)) & g.entryMask
	at := g.byPoint[d.point]
	if at == 0 {
		g.touched = append(g.touched, d.point)
	}
	for n, steps := at, 0; n != 0; n, steps = g.cells[n].next, steps+1 {
		c := &g.cells[n]
		if c.category == category && c.role == d.role && c.mask == m && c.unknown == unknown {
			return n
		}
		if steps == fewCells {
			return g.cellOfMany(cell{point: d.point, category: category, role: d.role, unknown: unknown, mask: m})
		}
	}
	return g.newCell(cell{point: d.point, category: category, role: d.role, unknown: unknown, mask: m})
}

func (g *gathering) newCell(c cell) int32 {
	n := int32(len(g.cells))
	c.next = g.byPoint[c.point]
	g.cells = append(g.cells, c)
	g.byPoint[c.point] = n
	return n
}

// fewCells is how many cells of a point are looked through one by one. Hubs have
// hundreds, where hundreds of categories flow to them.
const fewCells = 16

// cellKey is a point and a category.
func cellKey(point int32, category term) uint64 {
	return uint64(uint32(point))<<32 | uint64(uint32(category))
}

// cellOfMany returns the cell that is like another one, of a point with many.
func (g *gathering) cellOfMany(like cell) int32 {
	noted := cellKey(like.point, noCategory)
	if _, ok := g.cellsOf[noted]; !ok {
		if g.cellsOf == nil {
			g.cellsOf = make(map[uint64]int32)
		}
		g.cellsOf[noted] = 0
		for n := g.byPoint[like.point]; n != 0; n = g.cells[n].next {
			g.noteCell(n)
		}
	}
	for n := g.cellsOf[cellKey(like.point, like.category)]; n != 0; n = g.cells[n].like {
		if c := &g.cells[n]; c.role == like.role && c.mask == like.mask && c.unknown == like.unknown {
			return n
		}
	}
	n := g.newCell(like)
	g.noteCell(n)
	return n
}

// noteCell notes a cell of a point with many.
func (g *gathering) noteCell(n int32) {
	c := &g.cells[n]
	key := cellKey(c.point, c.category)
	c.like, g.cellsOf[key] = g.cellsOf[key], n
}

// noCategory is of no cell.
const noCategory term = -3

// reach finds the parties that the flows of a cell reach and that the filter
// selects.
func (g *gathering) reach(number int32) []item {
	if e := &g.cells[number]; !e.reached {
		e.reached = true
		g.find(number)
		e.items = g.store(g.items)
	}
	return g.cells[number].items
}

// find finds the same as items that last until those of the next cell are found.
func (g *gathering) find(number int32) {
	e := &g.cells[number]
	n := g.chains.at(e.point, &g.allPoints[e.point])
	var c *closure
	if g.filter.Direct {
		c = e.directly(n)
	} else {
		c = g.chains.closure(n, g.chains.reachesOf(n, g.era, g.filter.AsOf), e.category, e.role, g.filter.AsOf)
	}
	g.items = g.items[:0]
	for i := range c.labels {
		l := &c.labels[i]
		if g.recipients != nil && !g.recipients[l.node.party] {
			continue
		}
		category := l.category
		if category == whatever {
			category = e.category
		}
		g.judge(c, l, e, category)
	}
	for i := range g.items {
		it := &g.items[i]
		g.byParty[it.party] = 0
		g.answered.add(it.party)
	}
}

// directly is the closure of a question that asks only for direct recipients; n is
// the node of the cell.
func (e *cell) directly(n *node) *closure {
	if e.direct == nil {
		e.direct = &directLabel{label: [1]label{{node: n, category: e.category, role: e.role, from: -1, mask: kept | fromStart}}}
		e.direct.labels = e.direct.label[:]
	}
	return &e.direct.closure
}

// store keeps some items.
func (g *gathering) store(items []item) []item {
	if len(items) == 0 {
		return nil
	}
	if cap(g.chunk)-len(g.chunk) < len(items) {
		g.chunk = make([]item, 0, max(len(items), min(8192, 4*cap(g.chunk)+64)))
	}
	first := len(g.chunk)
	g.chunk = append(g.chunk, items...)
	return g.chunk[first:len(g.chunk):len(g.chunk)]
}

// judge adds what a label comes to: an item, or what it lacks to be one.
func (g *gathering) judge(c *closure, l *label, e *cell, category term) {
	unknown := e.unknown && l.mask&kept != 0
	m, places, ok := g.selects(l.node, l.node.party, l.role, category, unknown, labelMask(l.mask, e.mask))
	if !ok {
		return
	}
	it := item{itemKey: itemKey{party: l.node.party, category: category, unknown: unknown}, closure: c, best: l}
	if m&of(colRole) == 0 {
		it.sure = 1 << l.role
	}
	if g.question != Countries {
		g.addItem(it, m&g.asked)
		return
	}
	for _, p := range places {
		it.area = p.area
		g.addItem(it, (m|p.mask)&g.asked)
	}
}

// selects judges data of a category that a party gets in a role, under a mask: it
// returns the mask with what else is assumed, the countries that are asked for, and
// whether it is an answer. What it lacks to be one is noted.
func (g *gathering) selects(n *node, party int32, r role, category term, unknown bool, m mask) (mask, []matchedPlace, bool) {
	lacks := factNone
	if g.data != nil || g.question == Data {
		switch fit := g.data.fit(category); {
		case fit == fitNot:
			return 0, nil, false
		case unknown:
			lacks = factData
		case fit == fitBroader:
			m |= broaderData
		}
	}
	var places []matchedPlace
	if g.judges {
		v := g.verdict(n)
		if v.refused {
			return 0, nil, false
		}
		if v.unknown {
			lacks = factCountry
		}
		m |= v.mask
		places = v.places
	}
	if g.roleAsked {
		switch {
		case r == roleUnstated && g.roles != 0:
			lacks = factRole
		case !g.roles.has(r):
			return 0, nil, false
		}
	}
	if lacks != factNone {
		g.tell(party, lacks)
		return 0, nil, false
	}
	return m, places, true
}

// labelMask joins what is assumed on the way with what is assumed of a flow as
// it enters the chains.
func labelMask(way, entry mask) mask {
	m := entry & of(colRecipient)
	if way&fromStart != 0 {
		m |= entry & of(colRole)
	}
	if way&kept != 0 {
		m |= entry & of(colData)
	}
	return m | way&^(fromStart|kept)
}

// addItem puts an item among the others. Of several ways to tell it the one
// counts that assumes least, of those the first.
func (g *gathering) addItem(it item, m mask) {
	head := g.byParty[it.party]
	for at := head; at != 0; at = g.items[at-1].next {
		x := &g.items[at-1]
		if x.itemKey != it.itemKey {
			continue
		}
		x.roles |= 1 << it.best.role
		x.sure |= it.sure
		if n := it.best.node; n != x.first && !slices.Contains(x.nodes, n) {
			x.nodes = append(x.nodes, n)
		}
		if better(m, x.mask) {
			x.best, x.mask = it.best, m
		}
		return
	}
	it.mask, it.roles, it.first, it.next = m, 1<<it.best.role, it.best.node, head
	g.items = append(g.items, it)
	g.byParty[it.party] = int32(len(g.items))
}

// tell notes a party that may belong but for a fact that is not stated.
func (g *gathering) tell(party int32, lacks fact) {
	old := g.maybe[party]
	if old == factNone {
		g.told = append(g.told, party)
	}
	if old == factNone || lacks < old {
		g.maybe[party] = lacks
	}
}
