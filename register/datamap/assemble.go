package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// listing is a disclosure with a flow of a category.
type listing struct {
	category    term
	disc, block uint32
}

// segment compiles activities. The points of its disclosures are numbered as
// in the list that it returns.
func (c *compiler) segment(activities []*register.Activity) (*segment, []point) {
	s := &segment{}
	c.start(s)
	for _, a := range activities {
		c.compile(a)
	}
	c.end()
	s.activities = trimmed(s.activities)
	s.compiled, s.fresh = len(activities), c.sets.len()
	s.listed, s.listedOf = c.sortListed()
	n := len(activities)
	s.disclosed = newBlockSets(c.disclosedBlocks(), n)
	s.subjects, s.purposes = newBlockSets(c.subjectBlocks, n), newBlockSets(c.purposeBlocks, n)
	c.pack()
	return s, slices.Clone(c.points)
}

// end marks the end of the tables.
func (c *compiler) end() {
	c.blocks.add(c.discs.len(), c.rows.len(), c.own.len(), 0, 0)
	c.sets.add(c.members.len())
}

// pack makes the tables of the segment, and the lists by which they are found.
func (c *compiler) pack() {
	s := c.s
	s.blocks, s.rows, s.own, s.flows = c.blocks.table(), c.rows.table(), c.own.table(), c.flows.table()
	s.discs = c.discs.table(0, 0, wide)
	s.sets, s.members = c.sets.table(), c.members.table()
	s.kinds, s.spans, s.masks, s.facets = trimmed(s.kinds), trimmed(s.spans), trimmed(s.masks), trimmed(s.facets)
	c.indexHeld()
	c.indexParties()
	s.indexSteps(c)
	s.flowCount = int(c.flows.len())
	for i := range s.discs.count {
		if s.kinds[s.discs.get(i, discKind)].whole {
			b := s.discs.get(i, discBlock)
			s.flowCount += int(s.blocks.get(b+1, blockRow) - s.blocks.get(b, blockRow))
		}
	}
}

// sortListed orders the listings by category and, within one, by disclosure.
func (c *compiler) sortListed() (table, []uint32) {
	starts := startsOf(uint32(len(c.listed)), func(i uint32) int32 { return c.listed[i].category })
	c.next = append(c.next[:0], starts...)
	c.spare.begin(1)
	c.spare.numbers = room(c.spare.numbers, len(c.listed))
	for i := range c.listed {
		at := &c.next[c.listed[i].category]
		c.spare.numbers[*at] = c.listed[i].disc
		*at++
	}
	return c.spare.table(), starts
}

func (c *compiler) disclosedBlocks() []termBlock {
	all := make([]termBlock, len(c.listed))
	for i := range c.listed {
		all[i] = termBlock{c.listed[i].category, c.listed[i].block}
	}
	return all
}

// indexHeld lists the rows by category.
func (c *compiler) indexHeld() {
	s := c.s
	s.heldOf = startsOf(c.rows.len(), func(i uint32) int32 { return int32(c.rows.get(i, rowCategory)) })
	c.next = append(c.next[:0], s.heldOf...)
	c.spare.begin(1)
	c.spare.numbers = room(c.spare.numbers, int(c.rows.len()))
	for i := range c.rows.len() {
		at := &c.next[c.rows.get(i, rowCategory)]
		c.spare.numbers[*at] = i
		*at++
	}
	s.held = c.spare.table()
}

// indexParties lists the disclosures by party.
func (c *compiler) indexParties() {
	s := c.s
	starts := startsOf(uint32(len(c.receivers)), func(i uint32) int32 { return c.receivers[i] })
	c.spare.begin(1)
	s.parties = nil
	for party := range len(starts) - 1 {
		if starts[party] < starts[party+1] {
			s.parties = append(s.parties, int32(party))
			c.spare.add(starts[party])
		}
	}
	s.parties = trimmed(s.parties)
	c.spare.add(uint32(len(c.receivers)))
	s.partyAt = c.spare.table()
	c.spare.begin(1)
	c.spare.numbers = room(c.spare.numbers, len(c.receivers))
	for i, party := range c.receivers {
		c.spare.numbers[starts[party]] = uint32(i)
		starts[party]++
	}
	s.received = c.spare.table()
}
