package datamap

import (
	"slices"
	"sort"

	"github.com/openropa/ropa/register"
)

// scan takes what the filter may select to the gathering: by the shortest of
// the lists that the segments keep, or else everything.
func (q *query) scan(g *gathering) {
	switch {
	case len(q.filter.Activities) > 0:
		g.scanActivities()
	case !q.flows && q.data != nil:
		for i := range g.segmentsWith(q.directory.held, q.fitting) {
			g.open(i)
			for _, c := range q.fitting {
				first, end := between(g.s.heldOf, c)
				for _, r := range g.s.held[first:end] {
					g.row(r)
				}
			}
		}
	case !q.flows:
		for i, s := range q.segments {
			g.open(i)
			for j := range s.rows {
				g.row(uint32(j))
			}
			for j := range s.activities {
				g.ownRows(int32(j))
			}
		}
	default:
		g.scanFlows()
	}
}

// ownRows takes in what an activity of the segment says of itself.
func (g *gathering) ownRows(block int32) {
	b := &g.s.blocks[block]
	if !b.holds(g.filter.AsOf, g.filter.Planned) {
		return
	}
	for i := b.own; i < g.s.blocks[block+1].own; i++ {
		g.ownRow(block, i)
	}
}

// scanActivities takes in all of the activities that the filter names.
func (g *gathering) scanActivities() {
	for i, s := range g.segments {
		opened := false
		for j, a := range s.activities {
			if !slices.Contains(g.activities, a) {
				continue
			}
			if !opened {
				g.open(i)
				opened = true
			}
			b, next := &s.blocks[j], &s.blocks[j+1]
			if g.flows {
				for d := b.disc; d < next.disc; d++ {
					g.disclosure(d, false)
				}
				continue
			}
			for r := b.row; r < next.row; r++ {
				g.row(r)
			}
			g.ownRows(int32(j))
		}
	}
}

// scanFlows takes flows in by category, by recipient, or all of them.
func (g *gathering) scanFlows() {
	byData, byParty := g.planByData(), g.planByParty()
	cost := g.directory.allFlows
	if byData != nil {
		cost = g.costByData(byData)
	}
	if byParty != nil {
		cost = min(cost, g.costByParty(byParty))
	}
	if g.plainly {
		if e := g.entered(cost); e != nil {
			if g.source = e; g.routes() == nil {
				g.enterKept(e)
			}
			return
		}
	}
	switch {
	case byData != nil && (byParty == nil || g.costByData(byData) <= g.costByParty(byParty)):
		g.scanByData(byData)
	case byParty != nil:
		g.scanByParty(byParty, false)
	default:
		for i, s := range g.segments {
			g.open(i)
			for c := range len(s.flowsOf) - 1 {
				for f := s.flowsOf[c]; f < s.flowsOf[c+1]; f++ {
					g.flow(f, term(c))
				}
			}
		}
	}
}

// plan is the parties whose disclosures a filter may select although their own
// data, or they themselves, are not what it names.
type plan struct{ parties []int32 }

// planByData returns the plan for a filter on data, or nil. Data also reach a
// party where another adds them on the way.
func (g *gathering) planByData() *plan {
	if g.data == nil {
		return nil
	}
	p := &plan{}
	if !g.filter.Direct {
		l := g.chains.links()
		for _, c := range g.fitting {
			p.add(l.addersOf(c))
		}
		p.close()
	}
	return p
}

// planByParty returns the plan for a filter on recipients, or nil. Nothing that
// is not at one of the nodes from which they can be reached can get to them.
func (g *gathering) planByParty() *plan {
	if g.recipients == nil {
		return nil
	}
	p := &plan{}
	if g.filter.Direct {
		for party := range g.recipients {
			p.parties = append(p.parties, party)
		}
	} else {
		g.leading, p.parties = g.chains.leadingTo(g.recipients, g.allPoints)
	}
	p.close()
	return p
}

// leads reports whether a disclosure may lead to the recipients that the filter
// names.
func (g *gathering) leads(d *disclosure) bool {
	return g.leading == nil || g.leading.has(g.chains.at(d.point, &g.allPoints[d.point]).number)
}

func (p *plan) add(parties []int32) { p.parties = append(p.parties, parties...) }

func (p *plan) close() {
	slices.Sort(p.parties)
	p.parties = slices.Compact(p.parties)
}

// costByData returns at how many flows a plan looks, about.
func (g *gathering) costByData(p *plan) int {
	n := g.costByParty(p)
	for _, c := range g.fitting {
		if int(c) < len(g.directory.flowCount) {
			n += g.directory.flowCount[c]
		}
	}
	return n
}

func (g *gathering) costByParty(p *plan) int {
	const flows = 8 // of a disclosure, more or less
	n := 0
	for _, party := range p.parties {
		if int(party) < len(g.directory.discCount) {
			n += flows * g.directory.discCount[party]
		}
	}
	return n
}

func (g *gathering) scanByData(p *plan) {
	for i := range g.segmentsWith(g.directory.flows, g.fitting) {
		g.open(i)
		if g.someBlocks && g.scanBlocks() {
			continue
		}
		for _, c := range g.fitting {
			first, end := between(g.s.flowsOf, c)
			for f := first; f < end; f++ {
				g.flow(f, c)
			}
		}
	}
	if !g.filter.Direct {
		g.scanByParty(p, true)
	}
}

// scanBlocks takes the flows of the data in that the filter names, activity by
// activity, where that is less than all of them in the segment.
func (g *gathering) scanBlocks() bool {
	const each = 6 // flows that can be looked at while those of an activity are found
	n := 0
	for _, c := range g.fitting {
		first, end := between(g.s.flowsOf, c)
		n += int(end - first)
	}
	if g.blockCount*each > n {
		return false
	}
	g.blockList = g.blocks.appendTo(g.blockList[:0])
	for _, c := range g.fitting {
		first, end := between(g.s.flowsOf, c)
		for _, b := range g.blockList {
			from, to := g.s.blocks[b].disc, g.s.blocks[b+1].disc
			rest := g.s.flows[first:end]
			first += uint32(sort.Search(len(rest), func(i int) bool { return rest[i].disc >= from }))
			for ; first < end && g.s.flows[first].disc < to; first++ {
				g.flow(first, c)
			}
		}
	}
	return true
}

// scanByParty takes in the disclosures to the parties of a plan. Where the flows
// of the categories that the filter names were taken in before, it takes the
// others, and those of disclosures that state steps of their own to one of the
// parties, or that add what the filter names.
func (g *gathering) scanByParty(p *plan, butFitting bool) {
	for i := range g.segmentsWith(g.directory.received, p.parties) {
		g.open(i)
		for _, party := range p.parties {
			for _, d := range g.s.to(party) {
				if g.leads(&g.s.discs[d]) {
					g.disclosure(d, butFitting)
				}
			}
		}
	}
	if !butFitting || g.filter.Direct || !g.adds {
		return
	}
	var wanted set
	for _, party := range p.parties {
		wanted.add(party)
	}
	var discs []uint32
	for i, s := range g.segments {
		discs = discs[:0]
		for j := range s.steps {
			t := &s.steps[j]
			if wanted.has(s.discs[t.disc].party) {
				continue // taken in with its party
			}
			if wanted.has(t.party) || slices.ContainsFunc(t.adds, func(c term) bool { return g.data.fit(c) != fitNot }) {
				discs = append(discs, t.disc)
			}
		}
		if len(discs) == 0 {
			continue
		}
		slices.Sort(discs)
		g.open(i)
		for _, d := range slices.Compact(discs) {
			g.disclosure(d, true)
		}
	}
}

// segmentsWith goes through the segments in which one of some numbers occurs.
func (g *gathering) segmentsWith(l lists, numbers []int32) func(func(int) bool) {
	return func(yield func(int) bool) {
		if len(numbers) == 1 {
			for _, i := range l.of(numbers[0]) {
				if !yield(int(i)) {
					return
				}
			}
			return
		}
		var all set
		for _, n := range numbers {
			for _, i := range l.of(n) {
				all.add(i)
			}
		}
		for i := range g.segments {
			if all.has(int32(i)) && !yield(i) {
				return
			}
		}
	}
}

// selected returns the activities that the filter names.
func (q *query) selected() []*register.Activity {
	var all []*register.Activity
	for _, id := range q.filter.Activities {
		all = append(all, q.view.Activity(id))
	}
	return all
}
