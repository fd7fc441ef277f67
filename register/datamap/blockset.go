package datamap

import "math/bits"

// blockSets are the blocks of a segment in which a term stands, by term: a set
// of them for each term, so that where a filter names several terms only the
// blocks that have them all are looked at.
type blockSets struct {
	at    []int32 // by term: where its set begins, -1 for none
	words []uint64
	width int // words in a set
}

// termBlock is a term that stands in a block.
type termBlock struct {
	term  term
	block uint32
}

func newBlockSets(raw []termBlock, blocks int) blockSets {
	b := blockSets{width: (blocks + 63) / 64}
	for i := range raw {
		b.add(raw[i].term, raw[i].block)
	}
	b.at, b.words = trimmed(b.at), trimmed(b.words)
	return b
}

func (b *blockSets) add(x term, block uint32) {
	for len(b.at) <= int(x) {
		b.at = append(b.at, -1)
	}
	if b.at[x] < 0 {
		b.at[x] = int32(len(b.words))
		b.words = append(b.words, make([]uint64, b.width)...)
	}
	b.words[int(b.at[x])+int(block/64)] |= 1 << (block % 64)
}

// of returns the blocks of a term.
func (b *blockSets) of(x term) set {
	if x < 0 || int(x) >= len(b.at) || b.at[x] < 0 {
		return nil
	}
	return b.words[b.at[x]:][:b.width:b.width]
}

// splice returns the sets with the blocks of raw in place of those from begin
// to resume, which becomes end; those after it are moved.
func (b *blockSets) splice(raw []termBlock, begin, resume, end uint32, blocks int) blockSets {
	var kept []termBlock
	for x := range b.at {
		for block := range b.of(term(x)).each {
			if at := uint32(block); at < begin {
				kept = append(kept, termBlock{term(x), at})
			} else if at >= resume {
				kept = append(kept, termBlock{term(x), at - resume + end})
			}
		}
	}
	return newBlockSets(append(kept, raw...), blocks)
}

// tellFacets notes the terms in the facets of the last block.
func (c *compiler) tellFacets() {
	block := c.blocks.len() - 1
	var subjects, purposes set
	for _, number := range c.used {
		end := c.members.len()
		if number+1 < c.sets.len() {
			end = c.sets.get(number+1, 0)
		}
		for i := c.sets.get(number, 0); i < end; i++ {
			f := &c.s.facets[c.members.get(i, 0)]
			if x := f.subject; x >= 0 && !subjects.has(x) {
				subjects.add(x)
				c.subjectBlocks = append(c.subjectBlocks, termBlock{x, block})
			}
			if x := f.purpose; x >= 0 && !purposes.has(x) {
				purposes.add(x)
				c.purposeBlocks = append(c.purposeBlocks, termBlock{x, block})
			}
		}
	}
}

// narrow finds the blocks of the segment that can hold an answer, where the
// filter names subjects or purposes.
func (g *gathering) narrow() {
	g.someBlocks = g.bySubject != nil || g.byPurpose != nil
	if !g.someBlocks {
		return
	}
	first, second := g.bySubject, g.byPurpose
	firstSets, secondSets := &g.s.subjects, &g.s.purposes
	if first == nil {
		first, second, firstSets = second, nil, secondSets
	}
	g.blocks = anyOf(g.blocks[:0], firstSets, first)
	if second != nil {
		g.spare = anyOf(g.spare[:0], secondSets, second)
		g.blocks.intersect(g.spare)
	}
}

// anyOf adds the blocks of some terms to a set.
func anyOf(all set, b *blockSets, terms []term) set {
	for _, x := range terms {
		all.unite(b.of(x))
	}
	return all
}

// inBlocks takes the flows of a category in that stand in the blocks which can
// hold an answer.
func (g *gathering) inBlocks(c term) {
	s := g.s
	at, end := between(s.listedOf, c)
	has := s.disclosed.of(c)
	for i, word := range g.blocks[:min(len(g.blocks), len(has))] {
		for word &= has[i]; word != 0; word &= word - 1 {
			from, to := s.discsOf(uint32(i*64 + bits.TrailingZeros64(word)))
			at = s.listedFrom(at, end, from)
			for ; at < end; at++ {
				disc := s.listed.get(at, 0)
				if disc >= to {
					break
				}
				g.listed(disc, c)
			}
		}
	}
}

// listedFrom returns where the listed disclosures from a number on begin. What is
// near is found soon.
func (s *segment) listedFrom(at, end, from uint32) uint32 {
	step := uint32(1)
	for at+step < end && s.listed.get(at+step, 0) < from {
		at += step
		step *= 2
	}
	last := min(at+step, end)
	for at < last {
		if middle := (at + last) / 2; s.listed.get(middle, 0) < from {
			at = middle + 1
		} else {
			last = middle
		}
	}
	return at
}
