package datamap

import (
	"math/bits"
	"slices"
)

// blockLists are the blocks of a segment in whose facets a term stands, by term:
// where a filter names subjects or purposes, only these can hold an answer.
type blockLists struct {
	starts []uint32
	blocks []uint32
}

// termBlock is a term that stands in a block.
type termBlock struct {
	term  term
	block uint32
}

func newBlockLists(raw []termBlock) blockLists {
	l := blockLists{starts: startsOf(raw, func(x *termBlock) int32 { return x.term }), blocks: make([]uint32, len(raw))}
	next := slices.Clone(l.starts)
	for i := range raw {
		at := &next[raw[i].term]
		l.blocks[*at] = raw[i].block
		*at++
	}
	return l
}

// splice returns the lists with the blocks of raw in place of those from begin
// to resume; those after it are moved.
func (l *blockLists) splice(raw []termBlock, begin, resume, end uint32) blockLists {
	between := newBlockLists(raw)
	s := blockLists{
		starts: make([]uint32, max(len(l.starts), len(between.starts))),
		blocks: make([]uint32, 0, len(l.blocks)+len(raw)),
	}
	for x := range len(s.starts) - 1 {
		s.starts[x] = uint32(len(s.blocks))
		old := l.of(term(x))
		i, _ := slices.BinarySearch(old, begin)
		j, _ := slices.BinarySearch(old, resume)
		s.blocks = append(append(s.blocks, old[:i]...), between.of(term(x))...)
		for _, b := range old[j:] {
			s.blocks = append(s.blocks, b-resume+end)
		}
	}
	s.starts[len(s.starts)-1] = uint32(len(s.blocks))
	return s
}

// of returns the blocks of a term.
func (l *blockLists) of(x term) []uint32 {
	first, end := between(l.starts, x)
	return l.blocks[first:end]
}

// count returns how many blocks there are of some terms, each counted by term.
func (l *blockLists) count(terms []term) int {
	n := 0
	for _, x := range terms {
		n += len(l.of(x))
	}
	return n
}

// tellFacets notes the terms in the facets of the last block.
func (c *compiler) tellFacets() {
	s, block := c.s, uint32(len(c.s.blocks)-1)
	slices.Sort(c.used)
	c.used = slices.Compact(c.used)
	var subjects, purposes set
	for _, number := range c.used {
		end := uint32(len(s.members))
		if int(number)+1 < len(s.sets) {
			end = s.sets[number+1]
		}
		for _, f := range s.members[s.sets[number]:end] {
			if x := s.facets[f].subject; x >= 0 && !subjects.has(x) {
				subjects.add(x)
				c.subjectBlocks = append(c.subjectBlocks, termBlock{x, block})
			}
			if x := s.facets[f].purpose; x >= 0 && !purposes.has(x) {
				purposes.add(x)
				c.purposeBlocks = append(c.purposeBlocks, termBlock{x, block})
			}
		}
	}
}

// narrow finds the blocks of the segment that can hold an answer, where the
// filter names subjects or purposes.
func (g *gathering) narrow() {
	if g.bySubject == nil && g.byPurpose == nil {
		return
	}
	g.someBlocks = true
	few, many := &g.s.subjects, &g.s.purposes
	byFew, byMany := g.bySubject, g.byPurpose
	if byFew == nil || byMany != nil && many.count(byMany) < few.count(byFew) {
		few, many, byFew, byMany = many, few, byMany, byFew
	}
	g.blocks = g.only(g.blocks[:0], few, byFew, nil)
	if byMany != nil {
		g.blocks, g.spare = g.only(g.spare[:0], many, byMany, g.blocks), g.blocks
	}
	g.blockCount = 0
	for _, w := range g.blocks {
		g.blockCount += bits.OnesCount64(w)
	}
}

// only adds the blocks of some terms to a set, those alone that another has.
func (g *gathering) only(all set, l *blockLists, terms []term, within set) set {
	for _, x := range terms {
		for _, b := range l.of(x) {
			if within == nil || within.has(int32(b)) {
				all.add(int32(b))
			}
		}
	}
	return all
}
