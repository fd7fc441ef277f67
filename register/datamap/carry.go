package datamap

import "slices"

// touch is a flow that came or went: how data enter the chains may have changed
// there.
type touch struct {
	source
	category term
}

// mostTouched is how many flows may come and go before it is better to go
// through all of them.
const mostTouched = 4096

// carry returns the keeper of the next map, which knows what this one does but
// for the flows that were touched.
func (k *keeper) carry(touched []touch) *keeper {
	next := &keeper{small: k.small, apart: k.apart}
	next.looked.Store(k.looked.Load())
	for i := range k.last {
		if e := k.last[i].Load(); e != nil && len(touched) == 0 {
			next.last[i].Store(e)
		} else if e != nil {
			next.before = append(next.before, e)
		}
	}
	// What this map was never asked for goes on to the next one.
	if len(next.before) == 0 && len(k.before) > 0 {
		next.before = k.before
		next.touched = slices.Concat(k.touched, touched)
	} else {
		next.touched = touched
	}
	if len(next.touched) > mostTouched {
		return &keeper{small: k.small, apart: k.apart}
	}
	return next
}

// touchedBy returns the flows that came or went between a map and the next one;
// not known where more than parts of segments was made anew.
func (m *Map) touchedBy(jobs []job, old *Map) (touched []touch, known bool) {
	if len(m.segments) != len(old.segments) {
		return nil, false
	}
	for i := range jobs {
		j := &jobs[i]
		if j.from == nil || old.segments[j.at] != j.from {
			return nil, false
		}
		touched = j.from.touches(touched, j.before, len(j.from.activities)-j.after)
		touched = m.segments[j.at].touches(touched, j.before, len(j.activities)-j.after)
		if len(touched) > mostTouched {
			return nil, false
		}
	}
	remade := 0
	for i, s := range m.segments {
		if s != old.segments[i] {
			remade++
		}
	}
	return touched, remade == len(jobs)
}

// touches appends the flows of some blocks.
func (s *segment) touches(all []touch, from, to int) []touch {
	for at := s.blocks.get(uint32(from), blockDisc); at < s.blocks.get(uint32(to), blockDisc); at++ {
		d := s.disc(at)
		for f := range s.flowsFrom(at, &d, every) {
			all = append(all, touch{s.source(&f, &d), f.category})
		}
	}
	return all
}

// source returns how a flow enters the chains.
func (s *segment) source(f *flow, d *disclosure) source {
	return source{
		point: d.point, role: d.role, unknown: f.row == alone && f.category == everything,
		doubts: doubtsOf(d.mask|s.flowMask(f, d)&of(colData), everyColumn),
	}
}

// mend returns how data enter the chains after some flows came or went.
func (m *Map) mend(e *entered, touched []touch) *entered {
	next := &entered{
		on: e.on, planned: e.planned, width: e.width,
		list: slices.Clone(e.list), first: slices.Clone(e.first), words: slices.Clone(e.words),
	}
	for i := range touched {
		t := &touched[i]
		at := next.find(&t.source)
		switch there := m.enters(e, t); {
		case there && at < 0:
			at = next.add(t.source)
			fallthrough
		case there:
			next.categories(at)[t.category/64] |= 1 << (t.category % 64)
		case at >= 0:
			next.categories(at)[t.category/64] &^= 1 << (t.category % 64)
		}
	}
	if known := e.nodes.Load(); known != nil && known.chains == m.chains {
		nodes, points := slices.Clone(known.list), m.points.all()
		for _, x := range next.list[len(nodes):] {
			nodes = append(nodes, m.chains.at(x.point, &points[x.point]))
		}
		next.nodes.Store(&sourceNodes{m.chains, nodes})
	}
	return next
}

// enters reports whether a flow like one that was touched enters the chains on
// the day.
func (m *Map) enters(e *entered, t *touch) bool {
	party := m.points.all()[t.point].party
	for _, i := range m.directory.received.of(party) {
		s := m.segments[i]
		for i, end := s.to(party); i < end; i++ {
			at := s.received.get(i, 0)
			d := s.disc(at)
			if d.point != t.point || d.role != t.role || !d.holds(e.on, e.planned) {
				continue
			}
			for f := range s.flowsFrom(at, &d, t.category) {
				x := s.source(&f, &d)
				if x.doubts == t.doubts && x.unknown == t.unknown {
					return true
				}
			}
		}
	}
	return false
}
