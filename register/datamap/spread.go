package datamap

import (
	"cmp"
	"math/bits"
	"slices"
)

// spread takes bundles through the chains, some thousand at a time: who is
// reached by which of them is found for all of them together, in sets of
// bundles, where following each of them along its ways would visit every party
// once for each. The ways themselves are looked up for the evidence that is
// shown.
type spread struct {
	*gathering
	list       []int32 // the bundles, by their first activity
	width      int     // words in a set of them
	classes    []bundleClass
	categories []bundleCategory
	direct     map[int32]set   // by party: the bundles that are disclosed to it
	sieves     map[*edge]sieve // what a step lets through

	stations  []station // the first is none
	stationAt []int32   // by number of the node: its first station
	queues    [4][]int32
	sets      []uint64
	entries   []spreadEntry
	derived   map[uint64][]derivation

	waiting [4][]int32 // where the queues began, to be used again
	words   []uint64   // room for sets
}

// bundleClass is the bundles of which the same is assumed before they enter.
type bundleClass struct {
	entry, rest mask
	bundles     set
}

// bundleCategory is the bundles of a category.
type bundleCategory struct {
	category term
	unknown  bool
	bundles  set
}

// sieve is what a step that names data lets through.
type sieve struct {
	whole set // as they come
	parts []bundleCategory
}

// station is what reaches a node in one way.
type station struct {
	node     *node
	next     int32 // of the node, 0 for none
	category term  // whatever: that of each bundle
	role     role
	queued   bool
	mask     mask
	sets     int32 // where what arrived begins, then what of it is fresh
}

// followed is up to how many cells are followed along their ways by themselves.
const followed = 8

// deliverEach brings the bundles to the answers of a question that asks only for
// direct recipients, where they have nothing in common on the way, or where they are
// few.
func (g *gathering) deliverEach() {
	x := &spread{gathering: g}
	for n := 1; n < len(g.cells); n++ {
		g.find(int32(n))
		for _, it := range g.store(g.items) {
			key := answerKey{a: it.party}
			switch g.question {
			case Data:
				key.a = it.category
			case Countries:
				key.a = g.ids.number(string(it.area))
			}
			a := g.answerAt(key)
			g.received(a, &it)
			for at := g.cells[n].bundles; at != 0; at = g.bundles[at].next {
				b := &g.bundles[at]
				a.weigh(b.mask|it.mask, b.count)
				if g.brief {
					continue
				}
				b.addTo(a)
				if !it.unknown {
					a.data.add(it.category)
				}
				if g.most > 0 {
					shown := it
					x.keepFlows(a, b, b.mask, &shown, nil)
				}
			}
		}
	}
}

// addTo adds what is in the flows of a bundle to an answer.
func (b *bundle) addTo(a *gathered) {
	a.bases |= b.bases
	a.subjects.unite(b.subjects)
	a.purposes.unite(b.purposes)
	for i := range b.flows {
		a.activities.add(b.flows[i].position)
	}
}

// batch is how many bundles are taken through the chains together.
const batch = 4096

// deliver brings the bundles to the answers that they support.
func (g *gathering) deliver() {
	if len(g.bundles) == 0 {
		return
	}
	if g.filter.Direct || len(g.cells)-1 <= followed {
		g.deliverEach()
		return
	}
	order := make([]int32, 0, len(g.bundles)-1)
	for i := 1; i < len(g.bundles); i++ {
		order = append(order, int32(i))
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(g.bundles[a].first(), g.bundles[b].first()) })
	for part := range slices.Chunk(order, batch) {
		x := g.newSpread(part)
		x.sort()
		x.enter()
		x.travel()
		if g.uncounted() {
			x.tellUncounted()
		} else {
			for i := 1; i < len(x.stations); i++ {
				x.tell(&x.stations[i])
			}
			x.collect()
		}
		x.release()
	}
}

// newSpread returns a spread of some bundles, in the room of the one before.
func (g *gathering) newSpread(list []int32) *spread {
	x := g.lastSpread
	if x == nil {
		x = &spread{
			direct: make(map[int32]set), sieves: make(map[*edge]sieve), derived: make(map[uint64][]derivation),
		}
		g.lastSpread = x
	}
	x.gathering, x.list, x.width = g, list, (len(list)+63)/64
	x.stations = append(x.stations[:0], station{})
	x.queues = x.waiting
	return x
}

// release forgets what it holds of a map and makes it ready for the next one.
func (x *spread) release() {
	for i := range x.stations {
		if n := x.stations[i].node; n != nil {
			x.stationAt[n.number] = 0
		}
	}
	clear(x.stations)
	clear(x.entries)
	clear(x.classes)
	clear(x.categories)
	clear(x.direct)
	clear(x.sieves)
	clear(x.derived)
	x.gathering, x.list = nil, nil
	x.classes, x.categories, x.entries, x.sets, x.words = x.classes[:0], x.categories[:0], x.entries[:0], x.sets[:0], x.words[:0]
}

func (b *bundle) first() int32 {
	if len(b.flows) == 0 {
		return 0
	}
	return b.flows[0].position
}

// mostWords is the size of the room from which sets are taken, in words.
const mostWords = 1 << 12

// none returns an empty set of bundles that lasts until the spread is released.
func (x *spread) none() set {
	if x.width > mostWords/16 {
		return make(set, x.width)
	}
	if len(x.words)+x.width > cap(x.words) {
		x.words = make([]uint64, 0, min(mostWords, max(256, 2*cap(x.words))))
	}
	from := len(x.words)
	x.words = x.words[:from+x.width]
	s := set(x.words[from : from+x.width : from+x.width])
	clear(s)
	return s
}

// sort finds what the bundles have in common.
func (x *spread) sort() {
	for bit, n := range x.list {
		b := &x.bundles[n]
		c := &x.cells[b.cell]
		party := x.allPoints[c.point].party
		if x.direct[party] == nil {
			x.direct[party] = x.none()
		}
		for _, s := range []set{x.classFor(c.mask, b.mask), x.categoryFor(c.category, c.unknown), x.direct[party]} {
			s[bit/64] |= 1 << (bit % 64)
		}
	}
}

func (x *spread) classFor(entry, rest mask) set {
	for i := range x.classes {
		if c := &x.classes[i]; c.entry == entry && c.rest == rest {
			return c.bundles
		}
	}
	x.classes = append(x.classes, bundleClass{entry, rest, x.none()})
	return x.classes[len(x.classes)-1].bundles
}

func (x *spread) categoryFor(category term, unknown bool) set {
	for i := range x.categories {
		if c := &x.categories[i]; c.category == category && c.unknown == unknown {
			return c.bundles
		}
	}
	x.categories = append(x.categories, bundleCategory{category, unknown, x.none()})
	return x.categories[len(x.categories)-1].bundles
}

// enter puts the bundles where they are disclosed.
func (x *spread) enter() {
	one := x.none()
	for bit, n := range x.list {
		c := &x.cells[x.bundles[n].cell]
		one[bit/64] = 1 << (bit % 64)
		x.arrive(x.chains.at(c.point, &x.allPoints[c.point]), whatever, c.role, kept|fromStart, one)
		one[bit/64] = 0
	}
}

// arrive adds what comes to a node, but for what does so with less assumed.
func (x *spread) arrive(n *node, category term, r role, m mask, coming set) {
	if x.leading != nil && !x.leading.has(n.number) {
		return
	}
	m &= x.asked | of(colRole) | fromStart | kept
	x.stationAt = room(x.stationAt, int(n.number)+1)
	same := int32(0)
	for i := x.stationAt[n.number]; i != 0; i = x.stations[i].next {
		s := &x.stations[i]
		if s.category != category || s.role != r || (s.mask^m)&kept != 0 || s.mask&^m != 0 {
			continue
		}
		if s.mask == m {
			same = i
		}
		all := x.sets[s.sets:]
		some := uint64(0)
		for j := range coming {
			coming[j] &^= all[j]
			some |= coming[j]
		}
		if some == 0 {
			return
		}
	}
	if same == 0 {
		same = int32(len(x.stations))
		x.stations = append(x.stations, station{
			node: n, next: x.stationAt[n.number], category: category, role: r, mask: m, sets: int32(len(x.sets)),
		})
		x.stationAt[n.number] = same
		x.sets = append(x.sets, make([]uint64, 2*x.width)...) // all zero
	}
	s := &x.stations[same]
	w := x.sets[s.sets:]
	for j, word := range coming {
		w[j] |= word
		w[x.width+j] |= word
	}
	if !s.queued {
		s.queued = true
		at := min(bits.OnesCount64(uint64(s.mask&^(fromStart|kept))), len(x.queues)-1)
		x.queues[at] = append(x.queues[at], same)
		if cap(x.queues[at]) > cap(x.waiting[at]) {
			x.waiting[at] = x.queues[at][:0]
		}
	}
}

// next returns a station at which something is fresh, 0 for none. Those of which
// the least is assumed go first: what they bring, no other need bring.
func (x *spread) next() int32 {
	for at := range x.queues {
		if q := x.queues[at]; len(q) > 0 {
			x.queues[at] = q[1:]
			return q[0]
		}
	}
	return 0
}

// travel takes the bundles along all steps of the day.
func (x *spread) travel() {
	on, moving, passing := x.filter.AsOf, x.none(), x.none()
	for {
		i := x.next()
		if i == 0 {
			return
		}
		s := x.stations[i]
		x.stations[i].queued = false
		fresh := x.sets[int(s.sets)+x.width:][:x.width]
		copy(moving, fresh)
		clear(fresh)
		hops := x.chains.hopsOf(s.node)
		for j := range hops {
			if h := &hops[j]; on >= h.from && on <= h.until {
				x.take(&s, h, moving, passing)
			}
		}
	}
}

// take takes what is fresh at a station along a step.
func (x *spread) take(s *station, h *hop, moving, passing set) {
	e := h.edge
	r, rests := s.role.onward(e.as, e.engaged)
	base := s.mask&of(colRecipient) | e.mask | e.role
	if rests {
		base |= s.mask & (of(colRole) | fromStart)
	}
	onward := base | s.mask&(of(colData)|kept) | e.kept
	switch {
	case e.all:
		copy(passing, moving)
		x.arrive(h.to, s.category, r, onward, passing)
	case s.category == whatever:
		v := x.sieveOf(e)
		if overlap(passing, moving, v.whole) {
			x.arrive(h.to, whatever, r, onward, passing)
		}
		for i := range v.parts {
			if overlap(passing, moving, v.parts[i].bundles) {
				x.arrive(h.to, v.parts[i].category, r, onward, passing)
			}
		}
	default:
		for _, c := range x.terms.data.common([]term{s.category}, e.data) {
			copy(passing, moving)
			x.arrive(h.to, c, r, onward, passing)
		}
	}
	for _, c := range e.adds {
		copy(passing, moving)
		x.arrive(h.to, c, r, base|e.added, passing)
	}
}

// overlap sets what two sets have in common and reports whether that is
// anything.
func overlap(out, a, b set) bool {
	some := uint64(0)
	for i := range out {
		out[i] = a[i] & b[i]
		some |= out[i]
	}
	return some != 0
}

// sieveOf returns what a step lets through of the bundles.
func (x *spread) sieveOf(e *edge) sieve {
	if v, ok := x.sieves[e]; ok {
		return v
	}
	v := sieve{whole: x.none()}
	for i := range x.categories {
		c := &x.categories[i]
		for _, z := range x.terms.data.common([]term{c.category}, e.data) {
			if z == c.category {
				v.whole.unite(c.bundles)
				continue
			}
			at := slices.IndexFunc(v.parts, func(p bundleCategory) bool { return p.category == z })
			if at < 0 {
				at = len(v.parts)
				v.parts = append(v.parts, bundleCategory{category: z, bundles: x.none()})
			}
			v.parts[at].bundles.unite(c.bundles)
		}
	}
	x.sieves[e] = v
	return v
}
