package datamap

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/openropa/ropa/register"
)

// entered is how data enter the chains on a day, all disclosures together: kept
// once so much was asked that it pays.
type entered struct {
	on      register.Date
	planned bool
	list    []arrival // next and queued are of no account
	words   []uint64
	width   int
}

// keeper keeps how data enter the chains on the days that were asked for last.
type keeper struct {
	looked atomic.Int64 // at how many flows
	small  bool         // it pays however few flows there are
	mu     sync.Mutex   // for what is made
	last   [2]atomic.Pointer[entered]

	asked sync.RWMutex // for the answers
	known map[string]*Answers
	size  int // of all answers
}

func (k *keeper) find(on register.Date, planned bool) *entered {
	for i := range k.last {
		if e := k.last[i].Load(); e != nil && e.on == on && e.planned == planned {
			return e
		}
	}
	return nil
}

// entered returns how data enter the chains on the day of the question, or nil
// where that is not known and need not be: going through everything has to be
// worth it.
func (g *gathering) entered(cost int) *entered {
	k, f := g.kept, &g.filter
	e := k.find(f.AsOf, f.Planned)
	if e != nil || cost < broad && !k.small {
		return e
	}
	if k.looked.Add(int64(cost)) < int64(g.directory.allFlows) && !k.small {
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if e = k.find(f.AsOf, f.Planned); e == nil {
		e = g.enterAll()
		k.last[1].Store(k.last[0].Load())
		k.last[0].Store(e)
		k.looked.Store(0)
	}
	return e
}

// broad is how many flows a question looks at, at least, for which it pays to
// know how data enter the chains.
const broad = 20_000

// enterAll finds how data enter the chains on the day of the question.
func (g *gathering) enterAll() *entered {
	g.keepsAll = true
	defer func() { g.keepsAll = false }()
	for _, s := range g.segments {
		for c := range len(s.flowsOf) - 1 {
			for i := s.flowsOf[c]; i < s.flowsOf[c+1]; i++ {
				f := &s.flows[i]
				d := &s.discs[f.disc]
				if !d.holds(g.filter.AsOf, g.filter.Planned) {
					continue
				}
				m := s.masks[d.mask] | s.flowMask(f, d)&of(colData)
				g.enter(d.point, d.role, doubtsOf(m, everyColumn), f.row == alone && term(c) == everything, term(c))
			}
		}
	}
	e := &entered{on: g.filter.AsOf, planned: g.filter.Planned, width: g.width}
	e.list = make([]arrival, len(g.arrivals)-1)
	copy(e.list, g.arrivals[1:])
	// What has the fewest doubts comes first: other ways need not be followed.
	slices.SortFunc(e.list, func(a, b arrival) int {
		return cmp.Or(cmp.Compare(bits.OnesCount8(uint8(a.doubts)), bits.OnesCount8(uint8(b.doubts))), cmp.Compare(a.node.number, b.node.number))
	})
	e.words = make([]uint64, len(e.list)*g.width)
	for i := range e.list {
		all, _ := g.arrived(&e.list[i])
		copy(e.words[i*g.width:], all)
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
	for i := range e.list {
		x := &e.list[i]
		words := set(e.words[i*e.width : (i+1)*e.width])
		if fits != nil && !meets(words, fits) {
			continue
		}
		copy(coming, words)
		for j := range fits {
			coming[j] &= fits[j]
		}
		if fits != nil {
			clear(coming[len(fits):])
		}
		g.arrive(x.node, x.role, x.doubts&relevant, x.unknown, coming)
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
