package datamap

import (
	"math/bits"
	"slices"
)

// gathering collects the answers to a query.
type gathering struct {
	*query
	cursor
	nodes   map[nodeKey]*node
	entries map[entry]*reached
	found   map[answerKey]*gathered
	order   []*gathered
	maybe   map[int32]fact
	ids     names // of systems and countries
	most    int   // flows of evidence kept for an answer
}

// answerKey tells answers apart; which numbers it holds depends on the question.
type answerKey struct{ a, b int32 }

// gathered is an answer being collected.
type gathered struct {
	key        answerKey
	stated     bool
	why        mask // of the finding that assumes least
	count      int
	data       set
	subjects   set
	purposes   set
	activities []int32 // positions, rising
	roles      roleSet
	sure       roleSet // of the roles
	bases      uint16
	nodes      []*node
	evidence   []finding
	full       bool // the first of evidence are sorted, and as many as asked for
}

// finding is a flow or a held entry behind an answer.
type finding struct {
	position int32
	block    *block
	row      *row  // nil for a flow
	flow     *flow // nil for a held entry
	item     *item // whom the flow reaches
	use      int32
	category term
	mask     mask // as far as it is asked
}

// set is a set of small numbers.
type set []uint64

func (s *set) add(x int32) {
	if x < 0 {
		return
	}
	for int(x/64) >= len(*s) {
		*s = append(*s, 0)
	}
	(*s)[x/64] |= 1 << (x % 64)
}

func (s set) list() []int32 {
	var all []int32
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			all = append(all, int32(i*64+bits.TrailingZeros64(word)))
		}
	}
	return all
}

func newGathering(q *query) *gathering {
	g := &gathering{
		query: q, nodes: make(map[nodeKey]*node), entries: make(map[entry]*reached),
		found: make(map[answerKey]*gathered), maybe: make(map[int32]fact),
	}
	switch n := q.filter.Evidence; {
	case n == 0:
		g.most = 20
	case n > 0:
		g.most = n
	case n == EvidenceAll:
		g.most = int(^uint(0) >> 1)
	}
	return g
}

// tell notes the parties of an entry that may belong.
func (g *gathering) tell(r *reached) {
	if r.told {
		return
	}
	r.told = true
	for _, m := range r.maybe {
		if old, ok := g.maybe[m.party]; !ok || m.fact < old {
			g.maybe[m.party] = m.fact
		}
	}
}

// add puts a finding under every answer that it supports.
func (g *gathering) add(f *finding, x matches) {
	f.position, f.block = g.position, g.block
	switch g.question {
	case Processors, Recipients:
		g.put(answerKey{a: f.item.party}, f, x)
	case Activities:
		g.put(answerKey{a: f.position}, f, x)
	case Data:
		g.put(answerKey{a: f.category}, f, x)
	case Subjects, Purposes:
		g.put(answerKey{a: x.key}, f, x)
	case Consents:
		g.put(answerKey{f.position, x.key}, f, x)
	case Retention:
		g.put(answerKey{f.position, f.use}, f, x)
	case Countries:
		g.put(answerKey{a: g.ids.number(string(f.item.area))}, f, x)
	case Flows:
		g.put(answerKey{a: int32(len(g.order))}, f, x)
	case Systems:
		for _, id := range g.block.systemsOf(f.use) {
			if len(g.filter.Systems) == 0 || slices.Contains(g.filter.Systems, id) {
				g.put(answerKey{a: g.ids.number(id)}, f, x)
			}
		}
	}
}

func (g *gathering) put(key answerKey, f *finding, x matches) {
	if g.filter.StatedOnly && g.question == Flows && f.mask != 0 {
		return
	}
	a := g.found[key]
	if a == nil {
		a = &gathered{key: key}
		g.found[key] = a
		g.order = append(g.order, a)
	}
	if a.count++; a.count == 1 || better(f.mask, a.why) {
		a.why = f.mask
	}
	a.stated = a.stated || f.mask == 0
	if n := len(a.activities); n == 0 || a.activities[n-1] != f.position {
		a.activities = append(a.activities, f.position)
	}
	if f.item == nil || !f.item.unknown {
		a.data.add(f.category)
	}
	for _, s := range x.subjects {
		a.subjects.add(s)
	}
	for _, p := range x.purposes {
		a.purposes.add(p)
	}
	a.bases |= x.bases
	if f.item != nil {
		a.roles |= f.item.roles
		a.sure |= f.item.sure
		for _, n := range f.item.nodes {
			if !slices.Contains(a.nodes, n) {
				a.nodes = append(a.nodes, n)
			}
		}
	}
	g.keep(a, f)
}

// keep keeps a finding as evidence if it is among the first.
func (g *gathering) keep(a *gathered, f *finding) {
	if g.most == 0 && g.question != Flows {
		return
	}
	if a.full && g.compareFindings(f, &a.evidence[g.most-1]) > 0 {
		return
	}
	a.evidence = append(a.evidence, *f)
	if len(a.evidence) < 4*(g.most+1) || g.most > 1<<20 {
		return
	}
	g.sortEvidence(a.evidence)
	a.evidence, a.full = a.evidence[:g.most], g.most > 0
}

// applies reports whether an answer is told: not where a filter wants stated
// ones only and it is assumed.
func (a *gathered) applies(f *Filter) bool { return a.stated || !f.StatedOnly }

// undetermined returns the parties that may belong and are no answer.
func (g *gathering) undetermined(answered map[int32]bool) []Undetermined {
	var all []Undetermined
	names := g.parties.all()
	for party, fact := range g.maybe {
		if answered[party] {
			continue
		}
		u := Undetermined{ID: names[party], Missing: factNames[fact]}
		if p := g.view.Party(u.ID); p != nil {
			u.Name = p.Name
		}
		all = append(all, u)
	}
	slices.SortFunc(all, func(a, b Undetermined) int { return compareIDs(a.ID, b.ID) })
	return all
}

// destinations returns the countries of the parties at some nodes.
func (g *gathering) destinations(nodes []*node) []Destination {
	var all []Destination
	for _, n := range nodes {
		for i := range n.destinations {
			d := &n.destinations[i]
			on := g.filter.AsOf
			all = append(all, Destination{
				Country: d.area, How: d.how, OutsideEEA: outside(d.area, on), Tool: d.tool(on), At: d.at,
			})
		}
	}
	slices.SortFunc(all, compareDestinations)
	return slices.Compact(all)
}

// ownPurposes returns the purposes of their own of the parties at some nodes.
func ownPurposes(nodes []*node) []string {
	var all []string
	for _, n := range nodes {
		for _, p := range n.ownPurposes {
			all = append(all, p.purpose)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
