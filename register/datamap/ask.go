package datamap

import "slices"

// Ask answers a question. The error is a *UnknownIDError where the filter
// names something that the register does not know, else ErrNoDate.
func (m *Map) Ask(question Question, f Filter) (*Answers, error) {
	q, err := m.query(question, f)
	if err != nil {
		return nil, err
	}
	g := newGathering(q)
	q.scan(g)
	return g.answers(), nil
}

// Recipients answers Recipients.
func (m *Map) Recipients(f Filter) (*Answers, error) { return m.Ask(Recipients, f) }

// Processors answers Processors.
func (m *Map) Processors(f Filter) (*Answers, error) { return m.Ask(Processors, f) }

// block returns the block at a position.
func (m *Map) block(at int32) *block {
	i, found := slices.BinarySearch(m.starts, at)
	if !found {
		i--
	}
	return m.segments[i].blocks[at-m.starts[i]]
}

// cursor is the block that a gathering looks at.
type cursor struct {
	position int32
	block    *block
	runs     bool
	facets   [][]matches // by number of the set
	looked   []bool
	entryOf  int32 // number of the disclosure that entry belongs to, -1 for none
	entry    *node // nil where the disclosure does not apply on the day
}

// open turns to a block.
func (g *gathering) open(position int32, b *block) {
	c := &g.cursor
	c.position, c.block, c.entryOf, c.entry = position, b, -1, nil
	c.runs = b.runs(g.filter.AsOf, g.filter.Planned)
	c.looked = slices.Grow(c.looked[:0], len(b.sets))[:len(b.sets)]
	c.facets = slices.Grow(c.facets[:0], len(b.sets))[:len(b.sets)]
	clear(c.looked)
}

// everything takes in all rows or flows of the block.
func (g *gathering) everything() {
	if !g.runs {
		return
	}
	if g.flows {
		for i := range g.block.flows {
			g.flow(int32(i))
		}
		return
	}
	for i := range g.block.rows {
		g.row(int32(i))
	}
}

// matches returns what the question finds in a set of facets of the block.
func (g *gathering) matches(set int32) []matches {
	c := &g.cursor
	if !c.looked[set] {
		c.facets[set], c.looked[set] = g.query.facets(c.block.sets[set]), true
	}
	return c.facets[set]
}

// row takes in a held entry.
func (g *gathering) row(number int32) {
	r := &g.block.rows[number]
	use, m := r.use, r.mask
	switch {
	case r.kind != rowData:
		if !g.own(r.kind) {
			return
		}
		use = -1
	default:
		switch g.data.fit(r.category) {
		case fitNot:
			return
		case fitBroader:
			m |= broaderData
		}
	}
	if !g.fitsSystems(use) {
		return
	}
	for _, x := range g.matches(r.facets) {
		g.add(&finding{row: r, use: use, category: r.category, mask: (m | x.mask) & g.asked}, x)
	}
}

// own reports whether an entry of the activity that is no data use answers the
// question: what it says is stated even where the data uses leave it out.
func (g *gathering) own(k rowKind) bool {
	switch g.question {
	case Activities, Subjects, Purposes, Consents, Systems:
	default:
		return false
	}
	purposes := g.asked&of(colPurposes) != 0
	return g.data == nil && purposes == (k == rowPurpose)
}

// flow takes in a flow.
func (g *gathering) flow(number int32) {
	f := &g.block.flows[number]
	start := g.start(f.disclosure)
	if start == nil || !g.fitsSystems(f.use) || (g.question == Retention && f.use < 0) {
		return
	}
	found := g.matches(f.facets)
	if len(found) == 0 {
		return
	}
	d := &g.block.disclosures[f.disclosure]
	r := g.reached(entry{start, f.category, d.role, f.unknown, (d.mask | f.mask&of(colData)) & (g.asked | of(colRole))})
	g.tell(r)
	for i := range r.items {
		it := &r.items[i]
		for _, x := range found {
			m := f.mask&g.asked&^of(colData, colRecipient, colRole) | it.mask | x.mask
			g.add(&finding{flow: f, item: it, use: f.use, category: it.category, mask: m}, x)
		}
	}
}

// start returns the node that a disclosure of the block leads to, or nil where
// it does not apply on the day.
func (g *gathering) start(number int32) *node {
	c := &g.cursor
	if c.entryOf == number {
		return c.entry
	}
	d := &c.block.disclosures[number]
	c.entryOf, c.entry = number, nil
	if g.filter.AsOf.Between(d.From, d.Until) {
		c.entry = g.startOf(d)
	}
	return c.entry
}

func (g *gathering) startOf(d *disclosure) *node {
	key := nodeKey{party: d.party, service: d.Service}
	if d.particular {
		key.disclosure = d.Disclosure
	}
	if n, ok := g.nodes[key]; ok {
		return n
	}
	var above *said
	if d.particular {
		above = saidByDisclosure(d.Disclosure, g.block.at(d))
	}
	g.chains.mu.Lock()
	defer g.chains.mu.Unlock()
	n := g.chains.node(key, above)
	g.nodes[key] = n
	return n
}

// fitsSystems reports whether the filter selects the systems of a data use.
func (g *gathering) fitsSystems(use int32) bool {
	if len(g.filter.Systems) == 0 {
		return true
	}
	return slices.ContainsFunc(g.block.systemsOf(use), func(id string) bool {
		return slices.Contains(g.filter.Systems, id)
	})
}

// reached returns what an entry comes to, found once for each.
func (g *gathering) reached(e entry) *reached {
	r, ok := g.entries[e]
	if !ok {
		r = g.reach(e)
		g.entries[e] = r
	}
	return r
}
