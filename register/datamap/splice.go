package datamap

import (
	"slices"
	"sort"

	"github.com/openropa/ropa/register"
)

// splice makes a segment of an older one: its first blocks, what is compiled
// of the activities between, and its last blocks.
func (c *compiler) splice(old *segment, activities []*register.Activity, before, after int) *segment {
	from, to := len(old.activities)-after, len(activities)-after
	s := &segment{
		masks: slices.Clip(old.masks), facets: slices.Clip(old.facets), kinds: slices.Clip(old.kinds), spans: slices.Clip(old.spans),
	}
	c.start(s)
	c.sets.take(&old.sets, 0, old.sets.count-1, 0)
	c.members.take(&old.members, 0, old.members.count, 0)
	begin, resume, end := old.mark(before), old.mark(from), old.mark(len(old.activities))
	c.resume(old, mark{}, begin, mark{})
	receivers := old.receivers()
	c.receivers = append(c.receivers, receivers[:begin.disc]...)

	s.activities = slices.Clip(activities[:before]) // the list belongs to the view
	for _, a := range activities[before:to] {
		c.compile(a)
	}
	s.activities, s.compiled, s.fresh = slices.Clone(activities), to-before, old.fresh
	// Points of the blocks that are taken over have their numbers already.
	numbers := c.Map.points.numbers(c.points)
	for i := int(begin.disc); i < int(c.discs.len()); i++ {
		at := &c.discs.numbers[i*discColumns+discPoint]
		*at = uint32(numbers[*at])
	}
	now := mark{uint32(to), c.discs.len(), c.rows.len(), c.own.len(), c.flows.len()}
	c.resume(old, resume, end, now)
	c.receivers = append(c.receivers, receivers[resume.disc:]...)
	c.end()
	s.listed, s.listedOf = c.mergeListed(old, begin, resume, now)
	n := len(activities)
	s.disclosed = old.disclosed.splice(c.disclosedBlocks(), uint32(before), uint32(from), uint32(to), n)
	s.subjects = old.subjects.splice(c.subjectBlocks, uint32(before), uint32(from), uint32(to), n)
	s.purposes = old.purposes.splice(c.purposeBlocks, uint32(before), uint32(from), uint32(to), n)
	c.pack()
	return s
}

// mark is where a block begins in the tables of a segment.
type mark struct{ block, disc, row, own, flow uint32 }

func (s *segment) mark(block int) mark {
	b := uint32(block)
	m := mark{b, s.blocks.get(b, blockDisc), s.blocks.get(b, blockRow), s.blocks.get(b, blockOwn), s.flows.count}
	if m.disc < s.discs.count {
		m.flow = s.discs.get(m.disc, discFirst)
	}
	return m
}

// resume takes over the blocks of an older segment from one on up to another, to
// begin at a mark here.
func (c *compiler) resume(old *segment, from, to, here mark) {
	block, disc, row, own := here.block-from.block, here.disc-from.disc, here.row-from.row, here.own-from.own
	c.blocks.take(&old.blocks, from.block, to.block, disc, row, own, 0, 0)
	c.discs.take(&old.discs, from.disc, to.disc, 0, block, 0, here.flow-from.flow, 0, 0)
	c.rows.take(&old.rows, from.row, to.row, 0, 0, 0, 0, block)
	c.own.take(&old.own, from.own, to.own, 0, 0, 0)
	c.flows.take(&old.flows, from.flow, to.flow, 0, 0, 0)
}

// receivers returns the parties of the disclosures.
func (s *segment) receivers() []int32 {
	all := make([]int32, s.discs.count)
	for i, party := range s.parties {
		for at := s.partyAt.get(uint32(i), 0); at < s.partyAt.get(uint32(i)+1, 0); at++ {
			all[s.received.get(at, 0)] = party
		}
	}
	return all
}

// mergeListed joins the listings of the older segment with those of what was
// compiled.
func (c *compiler) mergeListed(old *segment, begin, resume, now mark) (table, []uint32) {
	fresh, starts := c.sortListed()
	c.spare.begin(1)
	merged := make([]uint32, max(len(old.listedOf), len(starts)))
	for x := range len(merged) - 1 {
		merged[x] = c.spare.len()
		first, last := between(old.listedOf, int32(x))
		find := func(disc uint32) uint32 {
			return first + uint32(sort.Search(int(last-first), func(i int) bool { return old.listed.get(first+uint32(i), 0) >= disc }))
		}
		c.spare.take(&old.listed, first, find(begin.disc), 0)
		i, j := between(starts, int32(x))
		c.spare.take(&fresh, i, j, 0)
		c.spare.take(&old.listed, find(resume.disc), last, now.disc-resume.disc)
	}
	merged[len(merged)-1] = c.spare.len()
	return c.spare.table(), merged
}
