package datamap

import "slices"

// directory tells in which segments of a map something occurs.
type directory struct {
	listed, held lists // by category
	received     lists // by party
	// listedCount are the disclosures of each category, discCount those to each
	// party: what it costs to look at them.
	listedCount, discCount []int
	allFlows               int
	adds                   bool // a disclosure states a step that adds data
}

// lists are rising lists of segments by number.
type lists [][]int32

func (l lists) of(number int32) []int32 {
	if number < 0 || int(number) >= len(l) {
		return nil
	}
	return l[number]
}

// newDirectory makes the directory of some segments, of an older one where
// little differs.
func newDirectory(segments []*segment, old *Map) *directory {
	if old != nil && slices.Equal(old.segments, segments) {
		return old.directory
	}
	d := &directory{}
	var before []*segment
	if old != nil && len(old.segments) == len(segments) {
		before = old.segments
		*d = *old.directory
		d.listed, d.held = slices.Clone(d.listed), slices.Clone(d.held)
		d.received = slices.Clone(d.received)
		d.listedCount, d.discCount = slices.Clone(d.listedCount), slices.Clone(d.discCount)
	}
	for i, s := range segments {
		if before == nil {
			d.put(int32(i), &segment{}, s)
		} else if before[i] != s {
			d.put(int32(i), before[i], s)
		}
	}
	d.allFlows, d.adds = 0, false
	for _, s := range segments {
		d.allFlows += s.flowCount
		d.adds = d.adds || s.adds()
	}
	for _, l := range []lists{d.listed, d.held, d.received} {
		for i := range l {
			l[i] = slices.Clip(l[i]) // so that whoever appends makes a new one
		}
	}
	return d
}

// put enters a segment in the place of another.
func (d *directory) put(i int32, old, s *segment) {
	d.listed.put(i, categories(old.listedOf), categories(s.listedOf))
	d.held.put(i, categories(old.heldOf), categories(s.heldOf))
	d.received.put(i, old.parties, s.parties)
	count(&d.listedCount, old.listedOf, -1)
	count(&d.listedCount, s.listedOf, 1)
	countTo(&d.discCount, old, -1)
	countTo(&d.discCount, s, 1)
}

// categories returns the numbers of which starts say that there is something.
func categories(starts []uint32) []int32 {
	var all []int32
	for c := 0; c+1 < len(starts); c++ {
		if starts[c] < starts[c+1] {
			all = append(all, int32(c))
		}
	}
	return all
}

// adds reports whether a disclosure states a step that adds data.
func (s *segment) adds() bool {
	return slices.ContainsFunc(s.steps, func(t step) bool { return len(t.adds) > 0 })
}

func count(counts *[]int, starts []uint32, sign int) {
	for c := 0; c+1 < len(starts); c++ {
		grow(counts, c)
		(*counts)[c] += sign * int(starts[c+1]-starts[c])
	}
}

func countTo(counts *[]int, s *segment, sign int) {
	for i, party := range s.parties {
		grow(counts, int(party))
		(*counts)[party] += sign * int(s.partyAt.get(uint32(i)+1, 0)-s.partyAt.get(uint32(i), 0))
	}
}

func grow[T any](list *[]T, at int) {
	if n := at + 1 - len(*list); n > 0 {
		*list = append(*list, make([]T, n)...)
	}
}

// put takes a segment off the lists of some rising numbers and onto those of
// others. Lists that change are made anew: an older directory has them too.
func (l *lists) put(i int32, old, now []int32) {
	for len(old) > 0 || len(now) > 0 {
		switch {
		case len(now) == 0 || len(old) > 0 && old[0] < now[0]:
			list := (*l)[old[0]]
			if at, ok := slices.BinarySearch(list, i); ok {
				(*l)[old[0]] = slices.Concat(list[:at], list[at+1:])
			}
			old = old[1:]
		case len(old) == 0 || now[0] < old[0]:
			grow((*[][]int32)(l), int(now[0]))
			list := (*l)[now[0]]
			if n := len(list); n == 0 || list[n-1] < i {
				(*l)[now[0]] = append(list, i)
			} else if at, ok := slices.BinarySearch(list, i); !ok {
				(*l)[now[0]] = slices.Insert(slices.Clone(list), at, i)
			}
			now = now[1:]
		default:
			old, now = old[1:], now[1:]
		}
	}
}
