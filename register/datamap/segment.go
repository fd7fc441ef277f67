package datamap

import (
	"cmp"
	"hash/fnv"
	"iter"
	"slices"
	"sync/atomic"

	"github.com/openropa/ropa/register"
)

// segment is about a thousand activities compiled. Its numbers are positions
// in its own tables; nothing refers from one segment to another.
type segment struct {
	activities []*register.Activity
	blocks     table // one for each, then one that marks the end
	discs      table
	rows       table
	own        table
	flows      table // of the disclosures that are not whole, in their order
	kinds      []kind
	spans      []span
	masks      []mask
	facets     []facet
	sets       table // where each set of facets begins in members, then the end
	members    table // numbers of facets

	// listed are the disclosures by the categories of their flows; listedOf[c] is
	// where those of category c begin.
	listed   table
	listedOf []uint32
	// held are the rows by category; heldOf is where those of one begin.
	held   table
	heldOf []uint32
	// parties are those that receive something directly, in order; received
	// are their disclosures, partyAt where those of one begin.
	parties  []int32
	partyAt  table
	received table
	// disclosed are the blocks by the categories of their flows, subjects and
	// purposes by what stands in their facets.
	disclosed, subjects, purposes blockSets
	// steps are the onward steps that disclosures state themselves, by party.
	steps []step

	called    atomic.Pointer[callings] // nil until it is asked for
	flowCount int
	compiled  int    // how many of the blocks were compiled for this segment
	fresh     uint32 // how many sets there were when all of them were
}

// step is an onward step that a disclosure states.
type step struct {
	party int32
	disc  uint32
	adds  []term
}

const (
	// cut decides after which activities a segment ends: by their ids, so that
	// one activity more or less leaves the other segments as they are.
	cut     = 1024
	longest = 2 * cut
)

func endsSegment(a *register.Activity, length int) bool {
	if length >= longest {
		return true
	}
	h := fnv.New32a()
	h.Write([]byte(a.ID))
	return h.Sum32()%cut == 0
}

// between returns the positions of one number in a list ordered by it.
func between(starts []uint32, number int32) (first, end uint32) {
	if number < 0 || int(number)+1 >= len(starts) {
		return 0, 0
	}
	return starts[number], starts[number+1]
}

// block returns the block at a position.
func (s *segment) block(i uint32) block {
	return block{
		disc: s.blocks.get(i, blockDisc), row: s.blocks.get(i, blockRow), own: s.blocks.get(i, blockOwn),
		alone: s.masks[s.blocks.get(i, blockAlone)], span: s.spans[s.blocks.get(i, blockSpan)],
	}
}

// days returns the days on which the activity of a block is carried out.
func (s *segment) days(block uint32) *span { return &s.spans[s.blocks.get(block, blockSpan)] }

// disc returns the disclosure with a number.
func (s *segment) disc(i uint32) disclosure {
	return disclosure{
		at: s.discs.get(i, discAt), block: s.discs.get(i, discBlock), point: int32(s.discs.get(i, discPoint)),
		kind: &s.kinds[s.discs.get(i, discKind)], span: s.spans[s.discs.get(i, discSpan)],
	}
}

// discsOf returns the numbers of the disclosures of a block: from, up to.
func (s *segment) discsOf(block uint32) (from, to uint32) {
	return s.blocks.get(block, blockDisc), s.blocks.get(block+1, blockDisc)
}

// row returns the row with a number.
func (s *segment) row(i uint32) row {
	return row{
		category: term(s.rows.get(i, rowCategory)), use: int32(s.rows.get(i, rowUse)), set: s.rows.get(i, rowSet),
		mask: s.masks[s.rows.get(i, rowMask)], block: s.rows.get(i, rowBlock),
	}
}

// ownRow returns the entry with a number.
func (s *segment) ownRow(i uint32) ownRow {
	return ownRow{int32(s.own.get(i, ownUse)) - 1, s.own.get(i, ownSet), s.masks[s.own.get(i, ownMask)]}
}

// every stands for all categories.
const every term = -1

// flowsFrom returns the flows of a disclosure, of one category or of every.
func (s *segment) flowsFrom(disc uint32, d *disclosure, only term) iter.Seq[flow] {
	return func(yield func(flow) bool) {
		first := s.blocks.get(d.block, blockRow)
		if d.whole {
			for i, end := first, s.blocks.get(d.block+1, blockRow); i < end; i++ {
				if c := term(s.rows.get(i, rowCategory)); (only == every || only == c) && !yield(flow{disc, i, s.rows.get(i, rowSet), c}) {
					return
				}
			}
			return
		}
		end := s.flows.count
		if disc+1 < s.discs.count {
			end = s.discs.get(disc+1, discFirst)
		}
		for i := s.discs.get(disc, discFirst); i < end; i++ {
			c := term(s.flows.get(i, flowCategory))
			if only != every && only != c {
				continue
			}
			f := flow{disc, alone, s.flows.get(i, flowSet), c}
			if at := s.flows.get(i, flowRow); at > 0 {
				f.row = first + at - 1
			}
			if !yield(f) {
				return
			}
		}
	}
}

// to returns where the disclosures to a party stand among those received.
func (s *segment) to(party int32) (first, end uint32) {
	i, ok := slices.BinarySearch(s.parties, party)
	if !ok {
		return 0, 0
	}
	return s.partyAt.get(uint32(i), 0), s.partyAt.get(uint32(i)+1, 0)
}

// set returns where the facets of a set stand among the members.
func (s *segment) set(number uint32) (first, end uint32) {
	return s.sets.get(number, 0), s.sets.get(number+1, 0)
}

// flowMask returns what is assumed of a flow.
func (s *segment) flowMask(f *flow, d *disclosure) mask {
	if f.row == alone {
		return d.flowMask | s.masks[s.blocks.get(d.block, blockAlone)]
	}
	return d.flowMask | s.masks[s.rows.get(f.row, rowMask)]
}

// use returns the data use of a row, -1 for none.
func (s *segment) use(row uint32) int32 {
	if row == alone {
		return -1
	}
	return int32(s.rows.get(row, rowUse))
}

// renumber gives the points of the disclosures other numbers.
func (s *segment) renumber(numbers []int32) {
	for i := range s.discs.count {
		s.discs.set(i, discPoint, uint32(numbers[s.discs.get(i, discPoint)]))
	}
}

// startsOf returns where the entries of each number begin when they are
// ordered by it.
func startsOf(n uint32, number func(uint32) int32) []uint32 {
	most := int32(-1)
	for i := range n {
		most = max(most, number(i))
	}
	starts := make([]uint32, most+2)
	for i := range n {
		starts[number(i)+1]++
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	return starts
}

// indexSteps lists the onward steps that disclosures state.
func (s *segment) indexSteps(c *compiler) {
	for i := range s.discs.count {
		if !s.kinds[s.discs.get(i, discKind)].particular {
			continue
		}
		d := s.disc(i)
		e := c.entryOf(s.activities[d.block], &d)
		for _, list := range [][]register.Onward{e.Engages, e.Recipients} {
			for j := range list {
				if o := &list[j]; o.Party != "" {
					s.steps = append(s.steps, step{c.parties.number(o.Party), i, c.terms.data.expand(o.AddsData)})
				}
			}
		}
	}
	slices.SortFunc(s.steps, func(a, b step) int { return cmp.Or(cmp.Compare(a.party, b.party), cmp.Compare(a.disc, b.disc)) })
}

// bloated reports whether most of the facets of a segment are of blocks that
// have gone.
func (s *segment) bloated() bool { return s.sets.count > 2*s.fresh+256 }

// trimmed returns a list without room for more.
func trimmed[T any](list []T) []T {
	if cap(list)-len(list) <= len(list)/16 {
		return list
	}
	return append(make([]T, 0, len(list)), list...)
}
