package datamap

import "slices"

// Ask answers a question. The error is a *UnknownIDError where the filter
// names something that the register does not know, else ErrNoDate. The caller
// must not change the answers: those of a brief question may be kept for others
// who ask the same.
func (m *Map) Ask(question Question, f Filter) (*Answers, error) {
	if f.Brief && (f.From != 0 || f.Most != 0) {
		all := f
		all.From, all.Most = 0, 0
		answers, err := m.Ask(question, all)
		if err != nil {
			return nil, err
		}
		from, to := f.page(answers.Total)
		part := *answers
		if part.Answers = answers.Answers[from:to:to]; from == to {
			part.Answers = nil
		}
		return &part, nil
	}
	key := keyOf(question, &f)
	if known := m.kept.answers(key); known != nil {
		return known, nil
	}
	answers, err := m.answer(question, f, nil)
	if err == nil {
		m.kept.keep(key, answers)
	}
	return answers, err
}

// Each hands out the answers to a question, one after another in the order of Ask,
// for who writes them down and is done: nothing is kept of them but what all of them
// have in common, which it returns without Answers. What an answer holds is used
// again for the next one, so that each must not keep it, but for its texts. The
// error is that of Ask.
func (m *Map) Each(question Question, f Filter, each func(*Answer)) (*Answers, error) {
	if !f.Brief {
		return m.answer(question, f, each)
	}
	answers, err := m.Ask(question, f)
	if err != nil {
		return nil, err
	}
	for i := range answers.Answers {
		each(&answers.Answers[i])
	}
	rest := *answers
	rest.Answers = nil
	return &rest, nil
}

// answer works out the answers to a question: to be handed out or, where each is
// nil, to be returned.
func (m *Map) answer(question Question, f Filter, each func(*Answer)) (*Answers, error) {
	q, err := m.query(question, f)
	if err != nil {
		return nil, err
	}
	g := newGathering(q, q.scratches.Get().(*scratch))
	q.scan(g)
	answers := g.answers(each)
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
	g.lastSet = noSet
	if !g.brief {
		g.sets = room(g.sets, int(g.s.sets.count))
		for _, set := range g.looked {
			g.sets[set] = nil
		}
		g.looked = g.looked[:0]
	}
	g.narrow()
}

// noSet is the number of no set of facets.
const noSet = ^uint32(0)

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
	d := g.s.disc(disc)
	if g.stopped || !d.holds(g.filter.AsOf, g.filter.Planned) {
		return
	}
	for f := range g.s.flowsFrom(disc, &d, every) {
		if !butFitting || g.data.fit(f.category) == fitNot {
			g.flow(&f, &d)
		}
	}
}

// listed takes the flows of a category of a disclosure in.
func (g *gathering) listed(disc uint32, category term) {
	d := g.s.disc(disc)
	if g.stopped || !d.holds(g.filter.AsOf, g.filter.Planned) {
		return
	}
	if g.plainly && d.uniform && category != everything {
		g.enterOnce(&d, category, d.doubts&g.counted, false)
		return // the others are the same
	}
	for f := range g.s.flowsFrom(disc, &d, category) {
		g.flow(&f, &d)
	}
}

// row takes in what is held of a data use and category.
func (g *gathering) row(number uint32) {
	r := g.s.row(number)
	if g.someBlocks && !g.blocks.has(int32(r.block)) || !g.s.days(r.block).holds(g.filter.AsOf, g.filter.Planned) {
		return
	}
	m := r.mask
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
	r := g.s.ownRow(number)
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
			mask: (r.mask | x.mask) & g.asked,
		}
		g.add(&f, x)
	}
}

// flow takes in a flow of a disclosure that holds on the day.
func (g *gathering) flow(f *flow, d *disclosure) {
	s, category := g.s, f.category
	if g.travels && !g.adds && g.data.fit(category) == fitNot {
		return // nor can it become what the filter asks for
	}
	if g.someBlocks && !g.blocks.has(int32(d.block)) {
		return
	}
	if g.plainly && d.uniform {
		g.enterOnce(d, category, d.doubts&g.counted, f.row == alone && category == everything)
		return
	}
	if len(g.filter.Systems) > 0 && !g.fitsSystems(int32(d.block), s.use(f.row)) || g.question == Retention && f.row == alone {
		return
	}
	flowMask, unknown := s.flowMask(f, d), f.row == alone && category == everything
	rest := flowMask & g.asked &^ of(colData, colRecipient, colRole)
	if g.travels {
		g.enterSelected(f, d, flowMask, rest, unknown)
		return
	}
	found := g.matchesIn(f.set)
	if len(found) == 0 {
		return
	}
	if g.each != nil && g.filter.Direct {
		g.handDirect(f, d, (d.mask|flowMask&of(colData))&g.entryMask, rest, unknown, found)
		return
	}
	cell := g.cellOf(d, category, unknown, flowMask)
	if g.byItem {
		g.bundleUp(cell, f, d.block, rest|found[0].mask, &found[0])
		return
	}
	items := g.reach(cell)
	if g.question != Flows && g.each == nil {
		if len(items) > 0 {
			for i := range found {
				g.addDigest(f, d, cell, rest, &found[i])
			}
		}
		return
	}
	for i := range items {
		it := &items[i]
		for _, x := range found {
			g.add(&finding{
				s: s, position: g.start + int32(d.block), block: int32(d.block), disc: int32(f.disc), row: -1, item: it,
				use: s.use(f.row), category: it.category, enters: category, mask: rest | it.mask | x.mask,
			}, x)
		}
	}
}

// enterSelected notes that a flow enters the chains if the filter selects what
// stands in its facets.
func (g *gathering) enterSelected(f *flow, d *disclosure, flowMask, rest mask, unknown bool) {
	if !g.facetFree {
		if f.set != g.lastSet { // as it is of most disclosures of one activity
			g.lastSet = f.set
			g.lastBest, g.lastFound = g.best(g.s, f.set)
		}
		if !g.lastFound {
			return
		}
		rest |= g.lastBest
	}
	doubts := doubtsOf(d.mask|flowMask&of(colData), g.asked)
	if rest != 0 {
		doubts |= doubtOther
	}
	g.enterOnce(d, f.category, doubts, unknown)
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
