package datamap

import (
	"slices"

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
				for ; first < end; first++ {
					g.row(g.s.held.get(first, 0))
				}
			}
		}
	case !q.flows:
		for i, s := range q.segments {
			g.open(i)
			for j := range s.rows.count {
				g.row(j)
			}
			for j := range s.activities {
				g.ownRows(uint32(j))
			}
		}
	default:
		g.scanFlows()
	}
}

// ownRows takes in what an activity of the segment says of itself.
func (g *gathering) ownRows(block uint32) {
	if !g.s.days(block).holds(g.filter.AsOf, g.filter.Planned) {
		return
	}
	for i := g.s.blocks.get(block, blockOwn); i < g.s.blocks.get(block+1, blockOwn); i++ {
		g.ownRow(int32(block), i)
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
			if g.flows {
				for d, end := s.discsOf(uint32(j)); d < end; d++ {
					g.disclosure(d, false)
				}
				continue
			}
			for r := s.blocks.get(uint32(j), blockRow); r < s.blocks.get(uint32(j)+1, blockRow); r++ {
				g.row(r)
			}
			g.ownRows(uint32(j))
		}
	}
}

// scanFlows takes flows in by category, by recipient, or all of them.
func (g *gathering) scanFlows() {
	if t := g.landedBefore(); t != nil {
		g.tellLanded(t)
		return
	}
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
			g.source = e
			if g.readsLanded() {
				if t := g.landedOf(e); t != nil {
					g.tellLanded(t)
					return
				}
			}
			if g.routes() == nil {
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
			for d := range s.discs.count {
				g.disclosure(d, false)
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

// leads reports whether a point may lead to the recipients that the filter names.
func (g *gathering) leads(point int32) bool {
	return g.leading == nil || g.leading.has(g.chains.at(point, &g.allPoints[point]).number)
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
		if int(c) < len(g.directory.listedCount) {
			n += g.directory.listedCount[c]
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
	for i := range g.segmentsWith(g.directory.listed, g.fitting) {
		g.open(i)
		for _, c := range g.fitting {
			if g.someBlocks {
				g.inBlocks(c)
				continue
			}
			for at, end := between(g.s.listedOf, c); at < end; at++ {
				g.listed(g.s.listed.get(at, 0), c)
			}
		}
	}
	if !g.filter.Direct {
		g.scanByParty(p, true)
	}
}

// scanByParty takes in the disclosures to the parties of a plan. Where the flows
// of the categories that the filter names were taken in before, it takes the
// others, and those of disclosures that state steps of their own to one of the
// parties, or that add what the filter names.
func (g *gathering) scanByParty(p *plan, butFitting bool) {
	for i := range g.segmentsWith(g.directory.received, p.parties) {
		g.open(i)
		for _, party := range p.parties {
			for at, end := g.s.to(party); at < end; at++ {
				disc := g.s.received.get(at, 0)
				if g.leads(int32(g.s.discs.get(disc, discPoint))) {
					g.disclosure(disc, butFitting)
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
			if wanted.has(g.allPoints[s.discs.get(t.disc, discPoint)].party) {
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
