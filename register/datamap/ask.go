package datamap

import "slices"

// Ask answers a question. The error is a *UnknownIDError where the filter
// names something that the register does not know, else ErrNoDate. The caller
// must not change the answers: those of a brief question may be kept for others
// who ask the same.
func (m *Map) Ask(question Question, f Filter) (*Answers, error) {
	key := keyOf(question, &f)
	if known := m.kept.answers(key); known != nil {
		return known, nil
	}
	q, err := m.query(question, f)
	if err != nil {
		return nil, err
	}
	g := newGathering(q)
	q.scan(g)
	answers := g.answers()
	m.kept.keep(key, answers)
	g.scratch.release()
	m.scratches.Put(g.scratch)
	return answers, nil
}

// Recipients answers Recipients.
func (m *Map) Recipients(f Filter) (*Answers, error) { return m.Ask(Recipients, f) }

// Processors answers Processors.
func (m *Map) Processors(f Filter) (*Answers, error) { return m.Ask(Processors, f) }

// open turns to a segment.
func (g *gathering) open(number int) {
	g.s, g.number, g.start, g.lastBlock = g.segments[number], int32(number), g.starts[number], -1
	if !g.brief {
		g.sets = room(g.sets, len(g.s.sets))
		for _, set := range g.looked {
			g.sets[set] = nil
		}
		g.looked = g.looked[:0]
	}
	g.narrow()
}

// matchesIn returns what the question finds in a set of facets of the segment.
func (g *gathering) matchesIn(set uint32) []matches {
	switch {
	case g.facetFree:
		return oneMatch
	case g.brief:
		g.scratch.matches = g.query.facets(g.scratch.matches[:0], g.s, set)
		return g.scratch.matches
	case g.sets[set] == nil:
		g.sets[set] = g.query.facets([]matches{}, g.s, set)
		g.looked = append(g.looked, set)
	}
	return g.sets[set]
}

// oneMatch is what a question finds that asks nothing of the facets.
var oneMatch = []matches{{}}

// disclosure takes all flows of a disclosure in, but for those of the
// categories that the filter names where that is so wanted.
func (g *gathering) disclosure(disc uint32, butFitting bool) {
	d := &g.s.discs[disc]
	if !d.holds(g.filter.AsOf, g.filter.Planned) {
		return
	}
	for _, f := range g.s.flowsFrom(disc) {
		category := g.s.categoryOf(f)
		if !butFitting || g.data.fit(category) == fitNot {
			g.flow(f, category)
		}
	}
}

// row takes in what is held of a data use and category.
func (g *gathering) row(number uint32) {
	r := &g.s.rows[number]
	if g.someBlocks && !g.blocks.has(int32(r.block)) || !g.s.blocks[r.block].holds(g.filter.AsOf, g.filter.Planned) {
		return
	}
	m := g.s.masks[r.mask]
	switch g.data.fit(r.category) {
	case fitNot:
		return
	case fitBroader:
		m |= broaderData
	}
	if !g.fitsSystems(int32(r.block), r.use) {
		return
	}
	for _, x := range g.matchesIn(r.set) {
		f := finding{s: g.s, position: g.start + int32(r.block), block: int32(r.block), disc: -1, row: int32(number), use: r.use, category: r.category, mask: (m | x.mask) & g.asked}
		g.add(&f, x)
	}
}

// ownRow takes in what an activity says of itself. It is stated even where the
// data uses leave it out.
func (g *gathering) ownRow(block int32, number uint32) {
	r := &g.s.own[number]
	switch g.question {
	case Activities, Subjects, Purposes, Consents, Systems:
	default:
		return
	}
	if g.data != nil || (g.asked&of(colPurposes) != 0) != (r.use >= 0) || !g.fitsSystems(block, -1) {
		return
	}
	for _, x := range g.matchesIn(r.set) {
		f := finding{
			s: g.s, position: g.start + block, block: block, disc: -1, row: -1, own: r.use, use: -1, category: none,
			mask: (g.s.masks[r.mask] | x.mask) & g.asked,
		}
		g.add(&f, x)
	}
}

// flow takes in a flow of a category.
func (g *gathering) flow(number uint32, category term) {
	s := g.s
	f := &s.flows[number]
	d := &s.discs[f.disc]
	if g.travels && !g.adds && g.data.fit(category) == fitNot {
		return // nor can it become what the filter asks for
	}
	if g.someBlocks && !g.blocks.has(int32(d.block)) || !d.holds(g.filter.AsOf, g.filter.Planned) {
		return
	}
	if g.plainly && d.uniform {
		g.enterOnce(d, category, d.doubts&g.counted, f.row == alone && category == everything)
		return
	}
	if len(g.filter.Systems) > 0 && !g.fitsSystems(int32(d.block), s.use(f)) || g.question == Retention && f.row == alone {
		return
	}
	found := g.matchesIn(f.set)
	if len(found) == 0 {
		return
	}
	flowMask := s.flowMask(f, d)
	unknown := f.row == alone && category == everything
	rest := flowMask & g.asked &^ of(colData, colRecipient, colRole)
	if g.travels {
		doubts := doubtsOf(s.masks[d.mask]|flowMask&of(colData), g.asked)
		if rest|found[0].mask != 0 {
			doubts |= doubtOther
		}
		g.enterOnce(d, category, doubts, unknown)
		return
	}
	cell := g.cellOf(s, d, category, unknown, flowMask)
	if g.byItem {
		g.bundleUp(cell, number, rest|found[0].mask, &found[0])
		return
	}
	items := g.reach(cell)
	if g.question != Flows {
		if len(items) > 0 {
			for i := range found {
				g.addDigest(number, cell, rest, &found[i])
			}
		}
		return
	}
	for i := range items {
		it := &items[i]
		for _, x := range found {
			g.add(&finding{
				s: s, position: g.start + int32(d.block), block: int32(d.block), disc: int32(f.disc), row: int32(number), item: it,
				use: s.use(f), category: it.category, enters: category, mask: rest | it.mask | x.mask,
			}, x)
		}
	}
}

// fitsSystems reports whether the filter selects the systems of a data use.
func (g *gathering) fitsSystems(block, use int32) bool {
	return len(g.filter.Systems) == 0 || slices.ContainsFunc(g.systemsAt(block, use), func(id string) bool {
		return slices.Contains(g.filter.Systems, id)
	})
}

// systemsAt returns the systems of a data use of a block.
func (g *gathering) systemsAt(block, use int32) []string {
	a := g.s.activities[block]
	if use >= 0 && a.Data[use].Systems != nil {
		return a.Data[use].Systems
	}
	if g.lastBlock != block {
		g.lastBlock, g.lastSystems = block, g.view.Systems(a)
	}
	return g.lastSystems
}
