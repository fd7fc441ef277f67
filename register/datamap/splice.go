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
		activities: activities,
		masks:      slices.Clip(old.masks), facets: slices.Clip(old.facets),
		sets: slices.Clip(old.sets[:len(old.sets)-1]), members: slices.Clip(old.members),
	}
	begin, resume := old.blocks[before], old.blocks[from]
	room := max(0, len(activities)-len(old.activities)) + 1
	s.blocks = append(make([]block, 0, len(old.blocks)+room), old.blocks[:before]...)
	s.discs = append(make([]disclosure, 0, len(old.discs)+8*room), old.discs[:begin.disc]...)
	s.rows = append(make([]row, 0, len(old.rows)+8*room), old.rows[:begin.row]...)
	s.own = append(make([]ownRow, 0, len(old.own)+4*room), old.own[:begin.own]...)

	c.start(s)
	activities = slices.Clone(activities) // the list belongs to the view
	s.activities = slices.Clip(activities[:before])
	for _, a := range activities[before:to] {
		c.compile(a)
	}
	s.activities, s.compiled, s.fresh = activities, to-before, old.fresh
	s.sets = append(s.sets, uint32(len(s.members)))
	// Points of the blocks that are taken over have their numbers already.
	numbers := c.Map.points.numbers(c.points)
	for i := int(begin.disc); i < len(s.discs); i++ {
		s.discs[i].point = numbers[s.discs[i].point]
	}
	end := s.end()
	s.resume(old, resume, end, from, to)
	s.mergeFlows(old, c.raw, begin, resume, end)
	s.subjects = old.subjects.splice(c.subjectBlocks, uint32(before), uint32(from), uint32(to))
	s.purposes = old.purposes.splice(c.purposeBlocks, uint32(before), uint32(from), uint32(to))
	s.index(c)
	return s
}

// resume appends the blocks of an older segment from one on. The block end is
// where that one begins here.
func (s *segment) resume(old *segment, resume, end block, from, to int) {
	for _, b := range old.blocks[from:] {
		b.disc, b.row, b.own = b.disc-resume.disc+end.disc, b.row-resume.row+end.row, b.own-resume.own+end.own
		s.blocks = append(s.blocks, b)
	}
	for _, d := range old.discs[resume.disc:] {
		d.block = d.block - uint32(from) + uint32(to)
		s.discs = append(s.discs, d)
	}
	for _, r := range old.rows[resume.row:] {
		r.block = r.block - uint32(from) + uint32(to)
		s.rows = append(s.rows, r)
	}
	s.own = append(s.own, old.own[resume.own:]...)
}

// mergeFlows joins the flows of the older segment with those compiled.
func (s *segment) mergeFlows(old *segment, raw []rawFlow, begin, resume, end block) {
	flows, starts := sortFlows(raw)
	s.flows = make([]flow, 0, len(old.flows)+len(flows))
	s.flowsOf = make([]uint32, max(len(old.flowsOf), len(starts)))
	for x := range len(s.flowsOf) - 1 {
		s.flowsOf[x] = uint32(len(s.flows))
		first, last := between(old.flowsOf, int32(x))
		group := old.flows[first:last]
		i := sort.Search(len(group), func(i int) bool { return group[i].disc >= begin.disc })
		j := sort.Search(len(group), func(i int) bool { return group[i].disc >= resume.disc })
		s.flows = append(s.flows, group[:i]...)
		first, last = between(starts, int32(x))
		s.flows = append(s.flows, flows[first:last]...)
		for _, f := range group[j:] {
			f.disc = f.disc - resume.disc + end.disc
			if f.row != alone {
				f.row = f.row - resume.row + end.row
			}
			s.flows = append(s.flows, f)
		}
	}
	s.flowsOf[len(s.flowsOf)-1] = uint32(len(s.flows))
}

// bloated reports whether most of the facets of a segment are of blocks that
// have gone.
func (s *segment) bloated() bool { return len(s.sets) > 2*s.fresh+256 }
