package datamap

import (
	"math/bits"

	"github.com/openropa/ropa/register"
)

// arrival is data that reach a node in one way: in a role, with the same
// assumed. Which categories they are of is a set, so that what reaches whom is
// found for all of them at once, and for all disclosures together.
type arrival struct {
	node    *node
	next    int32 // of the node, 0 for none
	words   int32 // where its sets begin in the words: what arrived, what of it is fresh
	role    role
	doubts  doubts
	unknown bool // the register does not say which data
	queued  bool
}

// doubts are the kinds of facts that are assumed of an arrival.
type doubts uint8

const (
	doubtData  doubts = 1 << iota // dropped where a party adds data of its own
	doubtRole                     // dropped where a role does not rest on the one before
	doubtOther                    // of the recipient or the flow: stays
)

// doubtsOf returns the doubts of flows that enter the chains under a mask.
func doubtsOf(entry, asked mask) doubts {
	var d doubts
	if entry&of(colData)&asked != 0 {
		d |= doubtData
	}
	if entry&of(colRole)&asked != 0 {
		d |= doubtRole
	}
	if entry&of(colRecipient)&asked != 0 {
		d |= doubtOther
	}
	return d
}

// arrives returns the arrival at a node, a new one where there is none yet.
func (g *gathering) arrives(n *node, r role, d doubts, unknown bool) int32 {
	g.arrivalsAt = room(g.arrivalsAt, int(n.number)+1)
	head := g.arrivalsAt[n.number]
	for i := head; i != 0; i = g.arrivals[i].next {
		if a := &g.arrivals[i]; a.role == r && a.doubts == d && a.unknown == unknown {
			return i
		}
	}
	at := len(g.words)
	if need := at + 2*g.width; need <= cap(g.words) {
		g.words = g.words[:need]
		clear(g.words[at:])
	} else {
		g.words = append(g.words, make([]uint64, 2*g.width)...)
	}
	g.arrivals = append(g.arrivals, arrival{node: n, next: head, words: int32(at), role: r, doubts: d, unknown: unknown})
	i := int32(len(g.arrivals) - 1)
	g.arrivalsAt[n.number] = i
	return i
}

// arrived returns what arrived and what of it is fresh.
func (g *gathering) arrived(a *arrival) (all, fresh set) {
	w := g.words[a.words:]
	return w[:g.width:g.width], w[g.width : 2*g.width : 2*g.width]
}

// same makes arrivals the same that the question need not tell apart.
func (q *query) same(r role, d doubts, unknown bool) (role, doubts, bool) {
	switch {
	case q.keepsAll:
		return r, d, unknown
	case unknown && !q.byData:
		unknown = false
	case unknown && !q.adds:
		d = 0 // no answer rests on it
	}
	if !q.roleAsked && (unknown && !q.adds || !q.roleShown) {
		r = roleUnstated
	}
	return r, d, unknown
}

// enter notes that flows of a category enter the chains.
func (g *gathering) enter(point int32, r role, d doubts, unknown bool, category term) {
	n := g.chains.at(point, &g.allPoints[point])
	r, d, unknown = g.same(r, d, unknown)
	i := g.arrives(n, r, d, unknown)
	at := g.arrivals[i].words + category/64
	bit := uint64(1) << (category % 64)
	if g.words[at]&bit == 0 {
		g.words[at] |= bit
		g.words[at+int32(g.width)] |= bit
		g.queue(i)
	}
}

// enterOnce notes that flows of a category enter the chains by a disclosure.
func (g *gathering) enterOnce(d *disclosure, category term, x doubts, unknown bool) {
	if !g.isNew(d.point, category, d.role, x, unknown) {
		return
	}
	if g.filter.Direct {
		g.tellDirect(d, category, x, unknown)
		return
	}
	g.enter(d.point, d.role, x, unknown, category)
}

// tellDirect judges the recipient of a flow and notes the answers: where other
// parties are left out, nothing has to be followed.
func (g *gathering) tellDirect(d *disclosure, category term, x doubts, unknown bool) {
	p := &g.allPoints[d.point]
	fit := g.data.fit(category)
	if fit == fitNot || g.recipients != nil && !g.recipients[p.party] {
		return
	}
	var n *node
	like := int32(0)
	if g.judges {
		n = g.chains.at(d.point, p)
		like = n.like
	}
	v := g.accepts(n, p.party, like, d.role, unknown && g.byData)
	if v == nil {
		return
	}
	sure := x == 0 && fit == fitWithin
	if g.question == Data {
		g.note(category, d.role, sure && v.mask&g.asked == 0)
		return
	}
	g.tellReached(p.party, d.role, sure, v)
}

// isNew reports whether no such flow has entered there yet, as far as that is
// noted: most flows are like others, and one look at a bit is all they take.
func (g *gathering) isNew(point int32, category term, r role, d doubts, unknown bool) bool {
	if g.entries == nil {
		return true
	}
	code := int(r) + 8*int(d)
	if unknown {
		code += 64
	}
	at := 2*(int(point)*len(g.fitting)+int(g.fitNumbers[category])) + code/64
	bit := uint64(1) << (code % 64)
	if g.entries[at]&bit != 0 {
		return false
	}
	if g.entries[at] == 0 {
		g.noted = append(g.noted, int32(at))
	}
	g.entries[at] |= bit
	return true
}

// noteEntries makes room for that where the filter names few categories.
func (g *gathering) noteEntries() {
	n := 2 * len(g.allPoints) * len(g.fitting)
	if !g.travels || g.data == nil || g.adds || n > 1<<20 {
		return
	}
	g.entryBits = room(g.entryBits, n)
	g.entries = g.entryBits
	g.fitNumbers = room(g.fitNumbers, len(g.categories))
	for i, c := range g.fitting {
		g.fitNumbers[c] = int32(i)
	}
}

func (g *gathering) queue(i int32) {
	if a := &g.arrivals[i]; !a.queued {
		a.queued = true
		q := bits.OnesCount8(uint8(a.doubts))
		g.queued[q] = append(g.queued[q], i)
	}
}

// next returns an arrival of which something is fresh, 0 for none. Those with
// the fewest doubts go first: what they bring, no other need bring.
func (g *gathering) next() int32 {
	for q := range g.queued {
		if at := g.heads[q]; at < len(g.queued[q]) {
			g.heads[q]++
			return g.queued[q][at]
		}
	}
	return 0
}

// arrive adds what arrives at a node, but for what does so with fewer doubts.
func (g *gathering) arrive(n *node, r role, d doubts, unknown bool, categories set) {
	if g.leading != nil && !g.leading.has(n.number) {
		return
	}
	r, d, unknown = g.same(r, d, unknown)
	g.arrivalsAt = room(g.arrivalsAt, int(n.number)+1)
	for i := g.arrivalsAt[n.number]; i != 0; {
		a := &g.arrivals[i]
		if i = a.next; a.role != r || a.unknown != unknown || a.doubts&^d != 0 {
			continue
		}
		some := uint64(0)
		for j, w := range g.words[a.words:][:len(categories)] {
			categories[j] &^= w
			some |= categories[j]
		}
		if some == 0 {
			return
		}
	}
	i := g.arrives(n, r, d, unknown)
	g.trace(i)
	all, fresh := g.arrived(&g.arrivals[i])
	for j, w := range categories {
		all[j] |= w
		fresh[j] |= w
	}
	g.queue(i)
}

// hop is a step as travel takes it: what it reads of all of them lies together.
type hop struct {
	to          *node
	from, until register.Date
	edge        *edge
	as          role
	engaged     bool
	all         bool
	adds        bool
	doubts      doubts // of the step: of its recipient, its role, the data that go on
	added       doubts // doubtData where the data that it adds are assumed
}

// travel takes what enters the chains along all steps of the day.
func (g *gathering) travel() {
	if g.filter.Direct {
		return
	}
	on := g.filter.AsOf
	relevant := g.relevant()
	var few [16]uint64
	scratch := set(few[:])
	if g.width > len(few)/2 {
		scratch = make(set, 2*g.width)
	}
	moving, passing := scratch[:g.width], scratch[g.width:2*g.width]
	for {
		i := g.next()
		if i == 0 {
			return
		}
		a := g.arrivals[i]
		g.arrivals[i].queued = false
		_, fresh := g.arrived(&a)
		copy(moving, fresh)
		clear(fresh)
		hops := g.chains.hopsOf(a.node)
		for j := range hops {
			h := &hops[j]
			if on < h.from || on > h.until {
				continue
			}
			g.moving = footstep{i, h.edge}
			r, rests := a.role.onward(h.as, h.engaged)
			d := a.doubts&doubtOther | h.doubts&(doubtOther|doubtRole)
			if rests {
				d |= a.doubts & doubtRole
			}
			if h.all {
				copy(passing, moving)
			}
			if h.all || h.edge.passes(passing, moving) {
				g.arrive(h.to, r, (d|(a.doubts|h.doubts)&doubtData)&relevant, a.unknown, passing)
			}
			if h.adds {
				clear(passing)
				for _, c := range h.edge.adds {
					passing[c/64] |= 1 << (c % 64)
				}
				g.arrive(h.to, r, (d|h.added)&relevant, false, passing)
			}
		}
	}
}

// relevant returns the doubts that decide whether an answer is stated.
func (q *query) relevant() doubts {
	if q.keepsAll {
		return doubtData | doubtRole | doubtOther
	}
	d := doubtOther
	if q.asked&of(colData) != 0 {
		d |= doubtData
	}
	if q.asked&of(colRole) != 0 {
		d |= doubtRole
	}
	return d
}

// passes sets what goes on by a step that names data, and reports whether
// anything does: what it names and, of what is wider, the part that it names.
func (e *edge) passes(out, in set) bool {
	some := uint64(0)
	for i := range out {
		out[i] = 0
		if i < len(e.within) {
			out[i] = in[i] & e.within[i]
			some |= out[i]
		}
	}
	for i := range e.parts {
		p := &e.parts[i]
		for j := range min(len(p.above), len(in)) {
			if p.above[j]&in[j] != 0 {
				out[p.term/64] |= 1 << (p.term % 64)
				some = 1
				break
			}
		}
	}
	return some != 0
}

// part is a category that a step names and the wider ones of which it is part.
type part struct {
	term  term
	above set
}

// settle finds where the steps from a node lead and what they let through. The
// caller holds the lock.
func (c *chains) settle(n *node) []hop {
	hops := make([]hop, len(n.edges))
	for i := range n.edges {
		e := &n.edges[i]
		hops[i] = hop{
			to: c.target(e), from: e.step.From, until: e.step.Until, edge: e,
			as: e.as, engaged: e.engaged, all: e.all, adds: len(e.adds) > 0,
			doubts: doubtsOf(e.mask|e.role|e.kept, everyColumn), added: doubtsOf(e.added, everyColumn),
		}
		if e.step.Until == 0 {
			hops[i].until = never
		}
		if e.all {
			continue
		}
		for _, x := range e.data {
			c.terms.data.markWithin(&e.within, x)
			p := part{term: x}
			c.terms.data.markAbove(&p.above, x)
			if len(p.above) > 0 {
				e.parts = append(e.parts, p)
			}
		}
	}
	return hops
}

// hopsOf returns the steps from a node.
func (c *chains) hopsOf(n *node) []hop {
	if hops := n.hops.Load(); hops != nil {
		return *hops
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if hops := n.hops.Load(); hops != nil {
		return *hops
	}
	hops := c.settle(n)
	n.hops.Store(&hops)
	return hops
}

// tellArrivals judges what arrived and notes the answers.
func (g *gathering) tellArrivals() {
	fits, exact := g.fitSets()
	for i := 1; i < len(g.arrivals); i++ {
		a := &g.arrivals[i]
		if g.recipients != nil && !g.recipients[a.node.party] {
			continue
		}
		all, _ := g.arrived(a)
		if g.data != nil && !meets(all, fits) {
			continue
		}
		if v := g.accepts(a.node, a.node.party, a.node.like, a.role, a.unknown); v != nil {
			g.tellArrival(a, all, exact, a.doubts == 0 && v.mask&g.asked == 0, v)
		}
	}
}

// accepts judges whether the party at a node, in a role, is what the filter asks
// for; nil where it is not, or may be but for what is not stated.
func (g *gathering) accepts(n *node, party, like int32, r role, unknown bool) *verdict {
	lacks, v := factNone, &noVerdict
	if unknown {
		lacks = factData
	}
	if g.judges {
		if v = g.verdictLike(like, n); v.refused {
			return nil
		}
		if v.unknown {
			lacks = factCountry
		}
	}
	if g.roleAsked {
		if r == roleUnstated && g.roles != 0 {
			lacks = factRole
		} else if !g.roles.has(r) {
			return nil
		}
	}
	if lacks != factNone {
		g.tell(party, lacks)
		return nil
	}
	g.answered.add(party)
	return v
}

// noVerdict is of a question that asks nothing of the parties.
var noVerdict verdict

// tellArrival notes the answers that an arrival supports.
func (g *gathering) tellArrival(a *arrival, all, exact set, certain bool, v *verdict) {
	stated := certain && (g.data == nil || meets(all, exact))
	switch g.question {
	case Data:
		for c := range all.each {
			if fit := g.data.fit(c); fit != fitNot {
				g.note(c, a.role, certain && fit == fitWithin)
			}
		}
	case Countries:
		for _, p := range v.places {
			g.note(g.ids.number(string(p.area)), a.role, stated && p.mask&g.asked == 0)
		}
	default:
		g.note(a.node.party, a.role, stated)
	}
}

// note notes a brief answer.
func (g *gathering) note(key int32, r role, stated bool) {
	x := g.answerAt(answerKey{a: key})
	x.stated = x.stated || stated
	x.roles |= 1 << r
}

// fitSets returns the categories that fit the filter on data, and those of
// them that are no wider than it asks.
func (g *gathering) fitSets() (fits, exact set) {
	for _, c := range g.fitting {
		fits.add(c)
		if g.data.fit(c) == fitWithin {
			exact.add(c)
		}
	}
	return fits, exact
}

func meets(a, b set) bool {
	for i := range min(len(a), len(b)) {
		if a[i]&b[i] != 0 {
			return true
		}
	}
	return false
}
