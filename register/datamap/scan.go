package datamap

import (
	"cmp"
	"slices"
)

// scan takes what the filter may select to the gathering: by the shortest of
// the lists that the segments keep, or else everything.
func (q *query) scan(g *gathering) {
	if len(q.filter.Activities) > 0 {
		for _, at := range q.selected() {
			g.open(at, q.block(at))
			g.everything()
		}
		return
	}
	plans := q.plans()
	if len(plans) == 0 {
		for i, s := range q.segments {
			for j, b := range s.blocks {
				g.open(q.starts[i]+int32(j), b)
				g.everything()
			}
		}
		return
	}
	best := slices.MinFunc(plans, func(a, b plan) int { return cmp.Compare(q.cost(a), q.cost(b)) })
	var places []place
	for i, s := range q.segments {
		places = best.places(s, places[:0])
		g.visit(q.starts[i], s, places)
	}
}

// visit takes some rows or flows of a segment in, in their order.
func (g *gathering) visit(start int32, s *segment, places []place) {
	last := int32(-1)
	for _, p := range places {
		if p.block != last {
			last = p.block
			g.open(start+last, s.blocks[last])
		}
		switch {
		case !g.runs:
		case g.flows:
			g.flow(p.number)
		default:
			g.row(p.number)
		}
	}
}

// plan names lists of a segment that together hold all that a filter can
// select, and more.
type plan struct {
	held       []term // rows by category
	disclosed  []term // flows by category
	received   []int32
	particular bool // flows of disclosures that are nodes of their own
}

// plans returns the ways to find what the filter selects without looking at
// everything.
func (q *query) plans() []plan {
	var all []plan
	if q.data != nil && !q.flows {
		return []plan{{held: q.fitting()}}
	}
	if !q.flows {
		return nil
	}
	if q.data != nil {
		// Data also reach a party where another adds them on the way.
		p := plan{disclosed: q.fitting()}
		if !q.filter.Direct {
			p.particular = true
			p.received = q.chains.leadingTo(func(to int32, adds []term) bool {
				return slices.ContainsFunc(adds, func(c term) bool { return q.data.fit(c) != fitNot })
			})
		}
		all = append(all, p)
	}
	if q.recipients != nil {
		p := plan{}
		for party := range q.recipients {
			p.received = append(p.received, party)
		}
		if !q.filter.Direct {
			p.particular = true
			p.received = append(p.received, q.chains.leadingTo(func(to int32, _ []term) bool { return q.recipients[to] })...)
		}
		slices.Sort(p.received)
		p.received = slices.Compact(p.received)
		all = append(all, p)
	}
	return all
}

// fitting returns the categories that the filter on data lets through.
func (q *query) fitting() []term {
	var all []term
	for x := range term(len(q.categories)) {
		if q.data.fit(x) != fitNot {
			all = append(all, x)
		}
	}
	return all
}

// cost returns how many rows or flows a plan looks at.
func (q *query) cost(p plan) int {
	n := 0
	for _, s := range q.segments {
		p.lists(s, func(list []place) { n += len(list) })
	}
	return n
}

// lists calls a function with every list of the plan in a segment.
func (p *plan) lists(s *segment, visit func([]place)) {
	for _, c := range p.held {
		visit(s.held[c])
	}
	for _, c := range p.disclosed {
		visit(s.disclosed[c])
	}
	for _, party := range p.received {
		visit(s.received[party])
	}
	if p.particular {
		visit(s.particular)
	}
}

// places appends the places of a plan in a segment, each once and in order.
func (p *plan) places(s *segment, all []place) []place {
	n := 0
	p.lists(s, func(list []place) {
		if len(list) > 0 {
			n++
			all = append(all, list...)
		}
	})
	if n > 1 {
		slices.SortFunc(all, func(a, b place) int { return cmp.Or(cmp.Compare(a.block, b.block), cmp.Compare(a.number, b.number)) })
		all = slices.Compact(all)
	}
	return all
}

// selected returns the positions of the activities that the filter names.
func (q *query) selected() []int32 {
	var all []int32
	for _, id := range q.filter.Activities {
		if at, ok := q.index()[q.view.Activity(id)]; ok && !slices.Contains(all, at) {
			all = append(all, at)
		}
	}
	slices.Sort(all)
	return all
}
