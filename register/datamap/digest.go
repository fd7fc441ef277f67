package datamap

import (
	"cmp"
	"slices"
)

// digest is what the parties that the flows of a cell reach add to an answer
// that is about the flow: an activity, a purpose, a system.
type digest struct {
	counts []maskCount // how many of the items assume what
	data   set         // their categories, where they are known
	// first are the items in the order in which evidence shows them, as many as
	// are asked for: where nothing else is assumed of the flow, and where
	// something is.
	first [2][]int32
}

type maskCount struct {
	mask mask
	n    int
}

// digestOf returns the digest of a cell whose items are found.
func (g *gathering) digestOf(cell int32) *digest {
	c := &g.cells[cell]
	if c.digest != nil {
		return c.digest
	}
	d := &digest{}
	c.digest = d
	for i := range c.items {
		it := &c.items[i]
		at := slices.IndexFunc(d.counts, func(x maskCount) bool { return x.mask == it.mask })
		if at < 0 {
			at = len(d.counts)
			d.counts = append(d.counts, maskCount{mask: it.mask})
		}
		d.counts[at].n++
		if !it.unknown {
			d.data.add(it.category)
		}
	}
	if g.most > 0 && !g.brief {
		d.first[0], d.first[1] = g.firstItems(c.items, true), g.firstItems(c.items, false)
	}
	return d
}

// firstItems returns the items that evidence of one flow shows first; telling:
// what is assumed of them makes a difference.
func (g *gathering) firstItems(items []item, telling bool) []int32 {
	var list []int32
	for i := range items {
		x := &items[i]
		compare := func(y, z int32) int { return g.compareItems(&items[y], &items[z], telling) }
		if len(list) == g.most && g.compareItems(x, &items[list[len(list)-1]], telling) > 0 {
			continue
		}
		at, _ := slices.BinarySearchFunc(list, int32(i), compare)
		if len(list) == g.most {
			list = list[:len(list)-1]
		}
		list = slices.Insert(list, at, int32(i))
	}
	return list
}

// compareItems orders the items of one flow as evidence shows them.
func (g *gathering) compareItems(a, b *item, telling bool) int {
	if order := cmp.Or(
		falseFirst(telling && a.mask != 0, telling && b.mask != 0),
		falseFirst(a.best.depth > 0, b.best.depth > 0),
	); order != 0 {
		return order
	}
	if order := cmp.Compare(g.shownData(a), g.shownData(b)); order != 0 {
		return order
	}
	if order := g.compareVia(a, b); order != 0 {
		return order
	}
	return cmp.Or(
		cmp.Compare(a.best.node.id, b.best.node.id),
		cmp.Compare(g.termOf(a.category), g.termOf(b.category)),
		g.comparePath(a, b),
	)
}

func (g *gathering) shownData(it *item) string {
	if it.unknown {
		return ""
	}
	return g.termOf(it.category)
}

// compareVia compares the parties on the ways to two items of one cell.
func (g *gathering) compareVia(a, b *item) int {
	if a.best.depth == 0 || b.best.depth == 0 {
		return cmp.Compare(a.best.depth, b.best.depth)
	}
	// Both begin with the direct recipient; the party that is reached is not on its
	// own way.
	g.way[0], g.way[1] = a.steps(g.way[0][:0]), b.steps(g.way[1][:0])
	x, y := g.way[0][:len(g.way[0])-1], g.way[1][:len(g.way[1])-1]
	return slices.CompareFunc(x, y, func(s, t *edge) int { return cmp.Compare(s.id, t.id) })
}

func (g *gathering) comparePath(a, b *item) int {
	g.way[0], g.way[1] = a.steps(g.way[0][:0]), b.steps(g.way[1][:0])
	return slices.CompareFunc(g.way[0], g.way[1], func(s, t *edge) int { return cmp.Compare(s.at, t.at) })
}

// steps appends the steps to an item.
func (it *item) steps(list []*edge) []*edge {
	labels := it.closure.labels
	for l := it.best; l.depth > 0; l = &labels[l.from] {
		list = append(list, l.edge)
	}
	slices.Reverse(list)
	return list
}

// addDigest adds a flow, with all that it reaches, to every answer that it
// supports.
func (g *gathering) addDigest(f *flow, d *disclosure, cell int32, rest mask, x *matches) {
	s := g.s
	shared := finding{
		s: s, position: g.start + int32(d.block), block: int32(d.block), disc: int32(f.disc), row: -1,
		use: s.use(f.row), enters: g.cells[cell].category, mask: rest | x.mask,
	}
	switch g.question {
	case Activities:
		g.putDigest(answerKey{a: shared.position}, &shared, cell, x)
	case Subjects, Purposes:
		g.putDigest(answerKey{a: x.key}, &shared, cell, x)
	case Consents:
		g.putDigest(answerKey{shared.position, x.key}, &shared, cell, x)
	case Retention:
		g.putDigest(answerKey{shared.position, shared.use}, &shared, cell, x)
	case Systems:
		for _, id := range g.systemsAt(shared.block, shared.use) {
			if len(g.filter.Systems) == 0 || slices.Contains(g.filter.Systems, id) {
				g.putDigest(answerKey{a: g.ids.number(id)}, &shared, cell, x)
			}
		}
	}
}

func (g *gathering) putDigest(key answerKey, f *finding, cell int32, x *matches) {
	a, items := g.answerAt(key), g.cells[cell].items
	if len(items) == 1 { // as of most, where the filter names who is reached
		it := &items[0]
		a.weigh(f.mask|it.mask, 1)
		if g.brief {
			return
		}
		g.noteFacets(a, f.position, x)
		if !it.unknown {
			a.data.add(it.category)
		}
		g.keepItem(a, f, it)
		return
	}
	d := g.digestOf(cell)
	for _, c := range d.counts {
		a.weigh(f.mask|c.mask, c.n)
	}
	if g.brief {
		return
	}
	g.noteFacets(a, f.position, x)
	a.data.unite(d.data)
	first := d.first[0]
	if f.mask != 0 {
		first = d.first[1]
	}
	for _, i := range first {
		if !g.keepItem(a, f, &items[i]) {
			return
		}
	}
}

// keepItem keeps an item that a flow reaches as evidence, if it is among the first,
// and reports whether those after it may be.
func (g *gathering) keepItem(a *gathered, f *finding, it *item) bool {
	m := f.mask | it.mask
	if g.most == 0 || a.surpasses(m, it.best.depth, f.position) {
		return false
	}
	one := *f
	one.item, one.category, one.mask = it, it.category, m
	g.keep(a, &one)
	return true
}
