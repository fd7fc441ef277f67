package datamap

import (
	"cmp"
	"hash/fnv"
	"slices"

	"github.com/openropa/ropa/register"
)

// segment is about a thousand activities compiled. Its numbers are positions
// in its own tables; nothing refers from one segment to another.
type segment struct {
	activities []*register.Activity
	blocks     []block // one for each, then one that marks the end
	discs      []disclosure
	rows       []row
	own        []ownRow
	masks      []mask
	facets     []facet
	sets       []uint32 // where each set of facets begins in members, then the end
	members    []uint32 // numbers of facets

	// flows by category, then by disclosure; flowsOf[c] is where those of
	// category c begin. byDisc has the same in the order of the disclosures.
	flows   []flow
	flowsOf []uint32
	byDisc  []uint32
	// held are the rows by category; heldOf is where those of one begin.
	held   []uint32
	heldOf []uint32
	// parties are those that receive something directly, in order; received
	// are their disclosures, partyAt where those of one begin.
	parties  []int32
	partyAt  []uint32
	received []uint32
	// subjects and purposes are the blocks by what stands in their facets.
	subjects, purposes blockLists
	// steps are the onward steps that disclosures state themselves, by party.
	steps []step

	compiled int // how many of the blocks were compiled for this segment
	fresh    int // how many sets there were when all of them were
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

// categoryOf returns the category of a flow.
func (s *segment) categoryOf(flow uint32) term {
	lo, hi := 0, len(s.flowsOf)-1
	for lo+1 < hi {
		middle := int(uint(lo+hi) >> 1)
		if s.flowsOf[middle] <= flow {
			lo = middle
		} else {
			hi = middle
		}
	}
	return term(lo)
}

// flowsFrom returns the flows of a disclosure.
func (s *segment) flowsFrom(disc uint32) []uint32 {
	end := uint32(len(s.byDisc))
	if int(disc)+1 < len(s.discs) {
		end = s.discs[disc+1].first
	}
	return s.byDisc[s.discs[disc].first:end]
}

// to returns the disclosures to a party.
func (s *segment) to(party int32) []uint32 {
	i, ok := slices.BinarySearch(s.parties, party)
	if !ok {
		return nil
	}
	return s.received[s.partyAt[i]:s.partyAt[i+1]]
}

// set returns the facets of a set.
func (s *segment) set(number uint32) []uint32 { return s.members[s.sets[number]:s.sets[number+1]] }

// flowMask returns what is assumed of a flow.
func (s *segment) flowMask(f *flow, d *disclosure) mask {
	m := s.masks[d.flowMask]
	if f.row == alone {
		return m | s.masks[s.blocks[d.block].alone]
	}
	return m | s.masks[s.rows[f.row].mask]
}

// use returns the data use of a flow, -1 for none.
func (s *segment) use(f *flow) int32 {
	if f.row == alone {
		return -1
	}
	return s.rows[f.row].use
}

// segment compiles activities. The points of its disclosures are numbered as
// in the list that it returns.
func (c *compiler) segment(activities []*register.Activity) (*segment, []point) {
	s := &segment{}
	c.start(s)
	for _, a := range activities {
		c.compile(a)
	}
	s.compiled, s.fresh = len(activities), len(s.sets)
	s.blocks = append(s.blocks, s.end())
	s.sets = append(s.sets, uint32(len(s.members)))
	s.flows, s.flowsOf = sortFlows(c.raw)
	s.subjects, s.purposes = newBlockLists(c.subjectBlocks), newBlockLists(c.purposeBlocks)
	s.index(c)
	s.clip()
	return s, slices.Clone(c.points)
}

// renumber gives the points of the disclosures other numbers.
func (s *segment) renumber(numbers []int32) {
	for i := range s.discs {
		s.discs[i].point = numbers[s.discs[i].point]
	}
}

func (s *segment) end() block {
	return block{disc: uint32(len(s.discs)), row: uint32(len(s.rows)), own: uint32(len(s.own))}
}

// sortFlows orders flows by category and, within one, as they are.
func sortFlows(raw []rawFlow) ([]flow, []uint32) {
	starts := startsOf(raw, func(f *rawFlow) int32 { return f.category })
	next := slices.Clone(starts)
	flows := make([]flow, len(raw))
	for i := range raw {
		at := &next[raw[i].category]
		flows[*at] = raw[i].flow
		*at++
	}
	return flows, starts
}

// startsOf returns where the entries of each number begin when they are
// ordered by it.
func startsOf[T any](list []T, number func(*T) int32) []uint32 {
	most := int32(-1)
	for i := range list {
		most = max(most, number(&list[i]))
	}
	starts := make([]uint32, most+2)
	for i := range list {
		starts[number(&list[i])+1]++
	}
	for i := 1; i < len(starts); i++ {
		starts[i] += starts[i-1]
	}
	return starts
}

// index makes the lists by which the tables are found.
func (s *segment) index(c *compiler) {
	s.indexFlows()
	s.heldOf = startsOf(s.rows, func(r *row) int32 { return r.category })
	next := slices.Clone(s.heldOf)
	s.held = make([]uint32, len(s.rows))
	for i := range s.rows {
		at := &next[s.rows[i].category]
		s.held[*at] = uint32(i)
		*at++
	}
	keys := make([]uint64, len(s.discs))
	for i := range s.discs {
		keys[i] = uint64(s.discs[i].party)<<32 | uint64(i)
	}
	slices.Sort(keys)
	s.received, s.parties, s.partyAt = make([]uint32, len(keys)), nil, nil
	for i, k := range keys {
		s.received[i] = uint32(k)
		if party := int32(k >> 32); len(s.parties) == 0 || s.parties[len(s.parties)-1] != party {
			s.parties = append(s.parties, party)
			s.partyAt = append(s.partyAt, uint32(i))
		}
	}
	s.partyAt = append(s.partyAt, uint32(len(keys)))
	s.indexSteps(c)
}

// indexFlows makes the list of the flows by disclosure.
func (s *segment) indexFlows() {
	counts := make([]uint32, len(s.discs)+1)
	for i := range s.flows {
		counts[s.flows[i].disc+1]++
	}
	for i := range s.discs {
		counts[i+1] += counts[i]
		s.discs[i].first = counts[i]
	}
	s.byDisc = make([]uint32, len(s.flows))
	for i := range s.flows {
		at := &counts[s.flows[i].disc]
		s.byDisc[*at] = uint32(i)
		*at++
	}
}

// indexSteps lists the onward steps that disclosures state.
func (s *segment) indexSteps(c *compiler) {
	for i := range s.discs {
		d := &s.discs[i]
		if !d.particular {
			continue
		}
		e := c.entryOf(s.activities[d.block], d)
		for _, list := range [][]register.Onward{e.Engages, e.Recipients} {
			for j := range list {
				if o := &list[j]; o.Party != "" {
					s.steps = append(s.steps, step{c.parties.number(o.Party), uint32(i), c.terms.data.expand(o.AddsData)})
				}
			}
		}
	}
	slices.SortFunc(s.steps, func(a, b step) int { return cmp.Or(cmp.Compare(a.party, b.party), cmp.Compare(a.disc, b.disc)) })
}

// clip gives back what the tables have room for.
func (s *segment) clip() {
	s.activities, s.blocks, s.discs = trimmed(s.activities), trimmed(s.blocks), trimmed(s.discs)
	s.rows, s.own, s.masks = trimmed(s.rows), trimmed(s.own), trimmed(s.masks)
	s.facets, s.sets, s.members = trimmed(s.facets), trimmed(s.sets), trimmed(s.members)
	s.parties, s.partyAt = trimmed(s.parties), trimmed(s.partyAt)
}

// trimmed returns a list without room for more.
func trimmed[T any](list []T) []T {
	if cap(list)-len(list) <= len(list)/16 {
		return list
	}
	return append(make([]T, 0, len(list)), list...)
}
