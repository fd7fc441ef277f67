package datamap

import (
	"cmp"
	"slices"
)

// bundle is the flows of a cell that assume the same. They reach the same
// parties, so that what they add to an answer is worked out once.
type bundle struct {
	next, cell         int32 // the next of the cell, 0 for none
	mask               mask  // of the flows, as far as it is asked
	bases              uint16
	tied               bool // two disclosures of one activity are among them, in any order
	count              int
	flows              []flowAt // in the order of the activities
	subjects, purposes set
}

// flowAt is where a flow stands.
type flowAt struct {
	position int32 // of the activity
	segment  int32
	disc     uint32
	row      uint32 // or alone
}

// bundleUp adds a flow to the bundle of its cell.
func (g *gathering) bundleUp(cell int32, f *flow, block uint32, m mask, x *matches) {
	b := g.bundleOf(cell, m)
	b.count++
	if g.brief {
		return
	}
	b.bases |= x.bases
	for _, s := range x.subjects {
		b.subjects.add(s)
	}
	for _, p := range x.purposes {
		b.purposes.add(p)
	}
	at := flowAt{g.start + int32(block), g.number, f.disc, f.row}
	if n := len(b.flows); n > 0 {
		if last := &b.flows[n-1]; last.position == at.position {
			b.tied = b.tied || last.disc != f.disc
		}
	}
	b.flows = append(b.flows, at)
}

// bundleOf returns the bundle of the flows of a cell under a mask.
func (g *gathering) bundleOf(cell int32, m mask) *bundle {
	head := g.cells[cell].bundles
	for at := head; at != 0; at = g.bundles[at].next {
		if g.bundles[at].mask == m {
			return &g.bundles[at]
		}
	}
	if len(g.bundles) == 0 {
		g.bundles = append(g.bundles, bundle{})
	}
	n := len(g.bundles)
	if n == cap(g.bundles) {
		g.bundles = append(g.bundles, bundle{})
	} else {
		g.bundles = g.bundles[:n+1] // with the room of one that was there before
	}
	b := &g.bundles[n]
	*b = bundle{next: head, cell: cell, mask: m, flows: b.flows[:0], subjects: b.subjects[:0], purposes: b.purposes[:0]}
	g.cells[cell].bundles = int32(n)
	return b
}

// surpasses reports whether all of the evidence that will be shown comes before
// that of a mask and depth from an activity on.
func (a *gathered) surpasses(m mask, depth, position int32) bool {
	if !a.full {
		return false
	}
	last := &a.evidence[a.shown-1]
	return cmp.Or(
		falseFirst(last.mask != 0, m != 0), falseFirst(last.depth() > 0, depth > 0), cmp.Compare(last.position, position),
	) < 0
}

// untie puts the flows of a bundle that are of one activity in the order of
// their addresses.
func (g *gathering) untie(b *bundle) {
	b.tied = false
	slices.SortStableFunc(b.flows, func(x, y flowAt) int {
		if x.position != y.position {
			return cmp.Compare(x.position, y.position)
		}
		s := g.segments[x.segment]
		d, e := s.disc(x.disc), s.disc(y.disc)
		a := s.activities[d.block]
		if x.disc != y.disc {
			if order := cmp.Compare(g.address(a, &d), g.address(a, &e)); order != 0 {
				return order
			}
		}
		return cmp.Compare(s.use(x.row), s.use(y.row))
	})
}
