package datamap

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"
	"weak"

	"github.com/openropa/ropa/register"
)

// entered is how data enter the chains on a day, all disclosures together: kept
// once so much was asked that it pays.
type entered struct {
	on      register.Date
	planned bool
	list    []source
	first   []int32  // by point: its first source, from 1
	words   []uint64 // the categories of each source
	width   int      // words a source

	nodes  atomic.Pointer[sourceNodes]
	landed atomic.Pointer[landed]
	asked  atomic.Int32 // how often about one party while that is not known
}

// source is a way in which data enter the chains.
type source struct {
	point   int32
	next    int32 // of the point, from 1; 0 for none
	role    role
	doubts  doubts
	unknown bool
}

// sourceNodes are the nodes of all sources in a table of the parties.
type sourceNodes struct {
	chains *chains
	list   []*node
}

// nodesIn returns the nodes of all sources.
func (e *entered) nodesIn(c *chains, points []point) []*node {
	if known := e.nodes.Load(); known != nil && known.chains == c && len(known.list) == len(e.list) {
		return known.list
	}
	nodes := make([]*node, len(e.list))
	for i := range e.list {
		at := e.list[i].point
		nodes[i] = c.at(at, &points[at])
	}
	e.nodes.Store(&sourceNodes{c, nodes})
	return nodes
}

// add adds a source and returns its number.
func (e *entered) add(x source) int {
	e.first = room(e.first, int(x.point)+1)
	x.next = e.first[x.point]
	e.list = append(e.list, x)
	e.first[x.point] = int32(len(e.list))
	e.words = append(e.words, make([]uint64, e.width)...)
	return len(e.list) - 1
}

// find returns the number of a source, -1 where there is none.
func (e *entered) find(x *source) int {
	if int(x.point) >= len(e.first) {
		return -1
	}
	for i := e.first[x.point]; i != 0; i = e.list[i-1].next {
		if s := &e.list[i-1]; s.role == x.role && s.doubts == x.doubts && s.unknown == x.unknown {
			return int(i) - 1
		}
	}
	return -1
}

// categories returns those of a source.
func (e *entered) categories(i int) set { return e.words[i*e.width : (i+1)*e.width] }

// keeper keeps how data enter the chains on the days that were asked for last.
type keeper struct {
	looked atomic.Int64 // at how many flows
	small  bool         // it pays however few flows there are
	apart  bool         // data are taken through the chains disclosure by disclosure
	mu     sync.Mutex   // for what is made
	last   [2]atomic.Pointer[entered]
	// before is what an older map kept, touched what may differ since.
	before  []*entered
	touched []touch

	asked sync.RWMutex // for the answers
	known map[string]*Answers
	size  int // of all answers
}

// ready returns how data enter the chains on a day, nil where that is not known.
func (k *keeper) ready(on register.Date, planned bool, width int) *entered {
	for i := range k.last {
		if e := k.last[i].Load(); e != nil && e.on == on && e.planned == planned && e.width == width {
			return e
		}
	}
	return nil
}

// find returns the same from what was known of an older map.
func (k *keeper) find(m *Map, on register.Date, planned bool, width int) *entered {
	is := func(e *entered) bool { return e != nil && e.on == on && e.planned == planned && e.width == width }
	for _, e := range k.before {
		if is(e) {
			k.mu.Lock()
			defer k.mu.Unlock()
			if now := k.last[0].Load(); is(now) {
				return now
			}
			if len(k.touched) > 0 {
				e = m.mend(e, k.touched)
			}
			k.store(e)
			return e
		}
	}
	return nil
}

// store keeps one more day. The caller holds the lock.
func (k *keeper) store(e *entered) {
	k.last[1].Store(k.last[0].Load())
	k.last[0].Store(e)
}

// entered returns how data enter the chains on the day of the question, or nil
// where that is not known and need not be: going through everything has to be
// worth it.
func (g *gathering) entered(cost int) *entered {
	k, f := g.kept, &g.filter
	if cost < few && !k.small {
		return g.rooted()
	}
	if e := k.ready(f.AsOf, f.Planned, g.width); e != nil || cost < broad && !k.small {
		return e
	}
	if e := k.find(g.Map, f.AsOf, f.Planned, g.width); e != nil {
		return e
	}
	if k.looked.Add(int64(cost)) < int64(g.directory.allFlows) && !k.small {
		return nil
	}
	e := g.enterAll()
	k.mu.Lock()
	defer k.mu.Unlock()
	k.store(e)
	k.looked.Store(0)
	return e
}

// rooted returns how data enter the chains where that is known and it is also
// known, or was asked so often that it had better be, where those of the filter
// do so: then not even few flows need be looked at.
func (g *gathering) rooted() *entered {
	e := g.kept.ready(g.filter.AsOf, g.filter.Planned, g.width)
	if e == nil {
		return nil
	}
	r := g.routes()
	if r == nil {
		return nil
	}
	r.mu.RLock()
	known := weak.Make(e) == r.entered
	r.mu.RUnlock()
	if known || r.asked.Add(1) > often {
		return e
	}
	return nil
}

// often is after how many questions for the same data it is worked out where
// they enter the chains.
const often = 2

// broad is how many flows a question looks at, at least, for which it pays to
// know how data enter the chains.
const broad = 20_000

// few is at how many flows it is better to look than at what is known of all.
const few = 2_000

// enterAll finds how data enter the chains on the day of the question.
func (g *gathering) enterAll() *entered {
	g.keepsAll = true
	defer func() { g.keepsAll = false }()
	for _, s := range g.segments {
		for i := range s.discs.count {
			d := s.disc(i)
			if !d.holds(g.filter.AsOf, g.filter.Planned) {
				continue
			}
			for f := range s.flowsFrom(i, &d, every) {
				x := s.source(&f, &d)
				g.enter(x.point, x.role, x.doubts, x.unknown, f.category)
			}
		}
	}
	e := &entered{on: g.filter.AsOf, planned: g.filter.Planned, width: g.width, first: make([]int32, len(g.allPoints))}
	list := slices.Clone(g.arrivals[1:])
	// What has the fewest doubts comes first: other ways need not be followed.
	slices.SortFunc(list, func(a, b arrival) int {
		return cmp.Or(
			cmp.Compare(bits.OnesCount8(uint8(a.doubts)), bits.OnesCount8(uint8(b.doubts))),
			cmp.Compare(a.node.number, b.node.number),
		)
	})
	e.list, e.words = make([]source, 0, len(list)), make([]uint64, 0, len(list)*g.width)
	for i := range list {
		a := &list[i]
		all, _ := g.arrived(a)
		copy(e.categories(e.add(source{point: a.node.point, role: a.role, doubts: a.doubts, unknown: a.unknown})), all)
	}
	g.forgetArrivals()
	return e
}

// everyColumn has all facts that may be assumed of an entry.
const everyColumn = ^mask(0)

// enterKept takes in what is known of how data enter the chains. Where no party
// adds what the filter is on, other data need not set out.
func (g *gathering) enterKept(e *entered) {
	var fits set
	if g.data != nil && !g.adds {
		fits, _ = g.fitSets()
	}
	relevant, coming := g.relevant(), make(set, g.width)
	nodes := e.nodesIn(g.chains, g.allPoints)
	for i := range e.list {
		x, words := &e.list[i], e.categories(i)
		if fits != nil && !meets(words, fits) || words.empty() {
			continue
		}
		copy(coming, words)
		for j := range fits {
			coming[j] &= fits[j]
		}
		if fits != nil {
			clear(coming[len(fits):])
		}
		g.arrive(nodes[i], x.role, x.doubts&relevant, x.unknown, coming)
	}
}

// added reports whether a party may add data on the way that fit the filter.
func (q *query) added() bool {
	if q.filter.Direct {
		return false
	}
	if q.directory.adds {
		return true
	}
	l := q.chains.links()
	if q.data == nil {
		return len(l.adding) > 0
	}
	for _, c := range q.fitting {
		if len(l.adding[c]) > 0 {
			return true
		}
	}
	return false
}
