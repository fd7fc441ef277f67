package datamap

import (
	"encoding/binary"
	"slices"
	"sync"
	"sync/atomic"
	"weak"

	"github.com/openropa/ropa/register"
)

// routes are the ways that data of the categories of one filter go on a day.
// They depend on the parties alone and are kept for the next question about
// these data: it follows numbers instead of working the steps out again.
type routes struct {
	on register.Date

	mu    sync.RWMutex
	stops []stop  // the first is none
	at    []int32 // by number of the node: its first stop
	ends  []int32 // where the stops lead, those of one stop together

	// entered is how data enter the chains, for which the roots are where those of
	// the filter do so, and reached the stops to which they come; nil where nobody
	// asked yet. An older one need not stay.
	entered        weak.Pointer[entered]
	roots, reached []int32
	// come are the same by node: 0 of those reached, 1 of the roots.
	come [2][]stand

	// asked is how often the flows were looked at although it was known how data
	// enter the chains.
	asked atomic.Int32
}

// stop is data of a category at a node, in a role, with the same assumed.
type stop struct {
	node     *node
	party    int32
	sibling  int32 // of the node, 0 for none
	first    int32 // of routes.ends
	count    int32 // -1 while it is not known where they go from here
	category term
	role     role
	doubts   doubts
	unknown  bool
	within   bool // the category is no wider than the filter asks
}

// book keeps routes by what the question asks.
type book struct {
	mu     sync.RWMutex
	routes map[string]*routes
	size   int
}

// mostRoutes is how many stops, ends, roots, stops reached and their nodes are kept,
// about, of 48 bytes at most.
const mostRoutes = 1 << 21

// routes returns the routes for the question, or nil where it needs others: a
// step may add data on the way, or the question is of all data.
func (g *gathering) routes() *routes {
	if g.data == nil || g.adds {
		return nil
	}
	key := binary.LittleEndian.AppendUint32(make([]byte, 0, 64), uint32(g.filter.AsOf))
	key = append(key, byte(g.relevant()), bit(g.roleAsked)|bit(g.roleShown)<<1)
	for _, c := range g.data.wanted {
		key = binary.LittleEndian.AppendUint32(key, uint32(c))
	}
	b := &g.chains.book
	b.mu.RLock()
	r := b.routes[string(key)]
	b.mu.RUnlock()
	if r != nil {
		return r
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if r = b.routes[string(key)]; r == nil {
		if b.routes == nil || b.size > mostRoutes {
			b.routes, b.size = make(map[string]*routes), 0
		}
		r = &routes{on: g.filter.AsOf, stops: make([]stop, 1)}
		b.routes[string(key)] = r
	}
	return r
}

func bit(on bool) byte {
	if on {
		return 1
	}
	return 0
}

// follow takes what entered the chains along the routes and notes the answers.
func (g *gathering) follow(r *routes) {
	r.mu.RLock()
	done := g.walk(r, false)
	r.mu.RUnlock()
	if done {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	before := r.size()
	g.walk(r, true)
	b := &g.chains.book
	b.mu.Lock()
	b.size += r.size() - before
	b.mu.Unlock()
}

// size returns how many of all those there are.
func (r *routes) size() int {
	return len(r.stops) + len(r.ends) + len(r.roots) + len(r.reached) + len(r.come[0]) + len(r.come[1])
}

// walk marks the stops that are reached and notes the answers. It returns false
// where it comes to one from which the way is not known, unless it may explore.
func (g *gathering) walk(r *routes, explore bool) bool {
	if known := r.known(g.source, g.filter.Direct); known != nil {
		if g.question != Data {
			g.tellStands(r.come[bit(g.filter.Direct)])
			return true
		}
		for _, at := range known {
			g.tellStop(&r.stops[at])
		}
		return true
	}
	g.walked = g.walked[:0]
	if !g.setOut(r, explore) {
		return false
	}
	for i := 0; i < len(g.walked) && !g.filter.Direct; i++ {
		at := g.walked[i]
		if r.stops[at].count < 0 {
			if !explore {
				g.unmark()
				return false
			}
			g.explore(r, at)
		}
		s := &r.stops[at]
		for _, next := range r.ends[s.first : s.first+s.count] {
			g.visit(next)
		}
	}
	if explore && g.source != nil && !g.filter.Direct {
		r.reached = slices.Clone(g.walked)
		r.come[0] = r.standsOf(g.chains, r.reached)
	}
	for _, at := range g.walked {
		g.tellStop(&r.stops[at])
	}
	g.unmark()
	return true
}

// known returns the stops to which data come that enter the chains in a known
// way, nil where they are still to be found.
func (r *routes) known(e *entered, direct bool) []int32 {
	switch {
	case e == nil || weak.Make(e) != r.entered:
		return nil
	case direct:
		return r.roots
	}
	return r.reached
}

// visit marks a stop.
func (g *gathering) visit(at int32) {
	if int(at) >= len(g.marked) {
		g.marked = room(g.marked, max(2*len(g.marked), int(at)+1))
	}
	if !g.marked[at] {
		g.marked[at] = true
		g.walked = append(g.walked, at)
	}
}

func (g *gathering) unmark() {
	for _, at := range g.walked {
		g.marked[at] = false
	}
}

// setOut marks the stops at which data enter the chains.
func (g *gathering) setOut(r *routes, explore bool) bool {
	if g.source != nil && weak.Make(g.source) == r.entered {
		if r.reached == nil && !explore {
			return false // to be kept
		}
		for _, at := range r.roots {
			g.visit(at)
		}
		return true
	}
	if g.source != nil {
		if !explore {
			return false
		}
		g.enterKept(g.source)
	}
	for i := 1; i < len(g.arrivals); i++ {
		a := &g.arrivals[i]
		all, _ := g.arrived(a)
		for _, c := range g.fitting {
			if !all.has(c) {
				continue
			}
			at := r.find(a.node, c, a.role, a.doubts, a.unknown)
			if at == 0 {
				if !explore {
					g.unmark()
					return false
				}
				at = g.addStop(r, a.node, c, a.role, a.doubts, a.unknown)
			}
			g.visit(at)
		}
	}
	if g.source != nil {
		r.entered, r.roots, r.reached = weak.Make(g.source), slices.Clone(g.walked), nil
		r.come = [2][]stand{1: r.standsOf(g.chains, r.roots)}
		r.asked.Store(0)
	}
	return true
}

func (r *routes) find(n *node, c term, as role, d doubts, unknown bool) int32 {
	if int(n.number) >= len(r.at) {
		return 0
	}
	for at := r.at[n.number]; at != 0; at = r.stops[at].sibling {
		if s := &r.stops[at]; s.category == c && s.role == as && s.doubts == d && s.unknown == unknown {
			return at
		}
	}
	return 0
}

func (g *gathering) addStop(r *routes, n *node, c term, as role, d doubts, unknown bool) int32 {
	r.at = room(r.at, int(n.number)+1)
	r.stops = append(r.stops, stop{
		node: n, party: n.party, sibling: r.at[n.number], count: -1, category: c, role: as, doubts: d, unknown: unknown,
		within: g.data.fit(c) == fitWithin,
	})
	at := int32(len(r.stops) - 1)
	r.at[n.number] = at
	return at
}

// explore finds where data go from a stop.
func (g *gathering) explore(r *routes, at int32) {
	s := r.stops[at]
	first := len(r.ends)
	relevant := g.relevant()
	hops := g.chains.hopsOf(s.node)
	for i := range hops {
		h := &hops[i]
		if r.on < h.from || r.on > h.until {
			continue
		}
		as, rests := s.role.onward(h.as, h.engaged)
		d := s.doubts&doubtOther | h.doubts&(doubtOther|doubtRole) | (s.doubts|h.doubts)&doubtData
		if rests {
			d |= s.doubts & doubtRole
		}
		as, d, unknown := g.same(as, d&relevant, s.unknown)
		lead := func(c term) {
			if g.data.fit(c) == fitNot {
				return
			}
			to := r.find(h.to, c, as, d, unknown)
			if to == 0 {
				to = g.addStop(r, h.to, c, as, d, unknown)
			}
			r.ends = append(r.ends, to)
		}
		if h.all {
			lead(s.category)
			continue
		}
		for _, c := range g.terms.data.common([]term{s.category}, h.edge.data) {
			lead(c)
		}
	}
	ends := r.ends[first:]
	slices.Sort(ends)
	r.ends = r.ends[:first+len(slices.Compact(ends))]
	r.stops[at].first, r.stops[at].count = int32(first), int32(len(r.ends)-first)
}

// tellStop judges data at a stop and notes the answer.
func (g *gathering) tellStop(s *stop) {
	if g.recipients != nil && !g.recipients[s.party] {
		return
	}
	v := g.accepts(s.node, s.party, s.node.like, s.role, s.unknown)
	if v == nil {
		return
	}
	stated := s.within && s.doubts == 0 && v.mask&g.asked == 0
	switch g.question {
	case Data:
		g.note(s.category, s.role, stated)
	case Countries:
		for _, p := range v.places {
			g.note(g.ids.number(string(p.area)), s.role, stated && p.mask&g.asked == 0)
		}
	default:
		g.note(s.party, s.role, stated)
	}
}
