package datamap

import (
	"hash/fnv"
	"reflect"

	"github.com/openropa/ropa/register"
)

// segment is about a thousand activities, with lists of where each category
// and each party occurs. Its numbers are positions within the segment.
type segment struct {
	blocks []*block
	// held are the rows by category, disclosed the flows by category, received
	// the flows by direct recipient, each in the order of the activities.
	held, disclosed map[term][]place
	received        map[int32][]place
	particular      []place // flows of disclosures that are nodes of their own
}

// place is a row or flow of a segment: the block in it and the number there.
type place struct{ block, number int32 }

const (
	// cut decides after which activities a segment ends: by their ids, so that
	// one activity more or less leaves the other segments as they are.
	cut     = 1024
	longest = 4 * cut
)

func endsSegment(a *register.Activity, length int) bool {
	h := fnv.New32a()
	h.Write([]byte(a.ID))
	return h.Sum32()%cut == 0 || length >= longest
}

// segments compiles activities, with the segments and blocks of an older map
// where they are still right.
func (c *compiler) segments(activities []*register.Activity, old *reuse) []*segment {
	var all []*segment
	var blocks []*block
	for i := 0; i < len(activities); {
		if len(blocks) == 0 {
			if s := old.segment(activities[i:]); s != nil {
				all = append(all, s)
				i += len(s.blocks)
				continue
			}
		}
		a := activities[i]
		i++
		if a == nil {
			continue
		}
		b := old.block(a)
		if b == nil {
			b = c.compile(a)
		}
		blocks = append(blocks, b)
		if endsSegment(a, len(blocks)) {
			all = append(all, newSegment(blocks))
			blocks = nil
		}
	}
	if len(blocks) > 0 {
		all = append(all, newSegment(blocks))
	}
	return all
}

func newSegment(blocks []*block) *segment {
	s := &segment{
		blocks: blocks, held: make(map[term][]place),
		disclosed: make(map[term][]place), received: make(map[int32][]place),
	}
	for i, b := range blocks {
		for j := range b.rows {
			r := &b.rows[j]
			s.held[r.category] = append(s.held[r.category], place{int32(i), int32(j)})
		}
		for j := range b.flows {
			f := &b.flows[j]
			at := place{int32(i), int32(j)}
			s.disclosed[f.category] = append(s.disclosed[f.category], at)
			d := &b.disclosures[f.disclosure]
			s.received[d.party] = append(s.received[d.party], at)
			if d.particular {
				s.particular = append(s.particular, at)
			}
		}
	}
	return s
}

// reuse finds what can be used of an older map.
type reuse struct {
	byFirst map[*register.Activity]*segment
	order   map[*segment]int
	list    []*segment
	blocks  map[*register.Activity]*block
	loaded  int // segments before this one are in blocks
	near    int // the one after the last that was reused
}

func newReuse(old *Map) *reuse {
	r := &reuse{
		byFirst: make(map[*register.Activity]*segment, len(old.segments)),
		order:   make(map[*segment]int, len(old.segments)),
		list:    old.segments, blocks: map[*register.Activity]*block{},
	}
	for i, s := range old.segments {
		r.byFirst[s.blocks[0].activity] = s
		r.order[s] = i
	}
	return r
}

// segment returns the segment of the activities that come next, if the older
// map has it. The last segment of a map may end where no other could.
func (r *reuse) segment(next []*register.Activity) *segment {
	if r == nil {
		return nil
	}
	s := r.byFirst[next[0]]
	if s == nil || len(s.blocks) > len(next) {
		return nil
	}
	last := s.blocks[len(s.blocks)-1].activity
	if len(s.blocks) < len(next) && !endsSegment(last, len(s.blocks)) {
		return nil
	}
	for i, b := range s.blocks {
		if next[i] != b.activity {
			return nil
		}
	}
	r.near = r.order[s] + 1
	return s
}

// block returns the block of an activity, if one of the segments about has it.
func (r *reuse) block(a *register.Activity) *block {
	if r == nil {
		return nil
	}
	for {
		if b, ok := r.blocks[a]; ok {
			return b
		}
		r.loaded = max(r.loaded, r.near)
		if r.loaded > r.near+1 || r.loaded >= len(r.list) {
			return nil
		}
		for _, b := range r.list[r.loaded].blocks {
			r.blocks[b.activity] = b
		}
		r.loaded++
	}
}

// sameShared reports whether what is said of all activities is the same.
func sameShared(a, b *register.AllActivities) bool {
	return a == b || a != nil && b != nil && reflect.DeepEqual(a, b)
}
