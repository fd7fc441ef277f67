package datamap

import (
	"cmp"
	"hash/maphash"
	"math/bits"
	"slices"

	"github.com/openropa/ropa/register"
)

// spreadEntry is bundles by which a party is an answer, under what is assumed.
type spreadEntry struct {
	answer   int32 // the key of the answer
	party    int32
	category term // whatever: that of each bundle
	unknown  bool
	mask     mask // on the way
	rest     mask // of the flows
	bundles  set
}

// tell judges what is at a station and notes the answers.
func (x *spread) tell(s *station) {
	n := s.node
	if x.recipients != nil && !x.recipients[n.party] {
		return
	}
	lacks, v := factNone, &noVerdict
	if x.judges {
		if v = x.verdict(n); v.refused {
			return
		}
		if v.unknown {
			lacks = factCountry
		}
	}
	if x.roleAsked {
		if s.role == roleUnstated && x.roles != 0 {
			lacks = factRole
		} else if !x.roles.has(s.role) {
			return
		}
	}
	all := set(x.sets[s.sets:][:x.width:x.width])
	for i := range x.categories {
		c := &x.categories[i]
		of := x.none()
		if !overlap(of, all, c.bundles) {
			continue
		}
		x.tellOf(s, c, of, lacks, v)
	}
}

// tellOf tells of the bundles of one category.
func (x *spread) tellOf(s *station, c *bundleCategory, of set, lacks fact, v *verdict) {
	unknown, category := c.unknown && s.mask&kept != 0, s.category
	if category == whatever {
		category = c.category
	}
	m := v.mask
	if x.data != nil || x.question == Data {
		switch fit := x.data.fit(category); {
		case fit == fitNot:
			return
		case unknown && lacks == factNone:
			lacks = factData
		case fit == fitBroader:
			m |= broaderData
		}
	}
	if lacks != factNone {
		x.gathering.tell(s.node.party, lacks)
		return
	}
	x.answered.add(s.node.party)
	e := spreadEntry{party: s.node.party, category: category, unknown: unknown}
	for i := range x.classes {
		k := &x.classes[i]
		e.bundles = x.none()
		if !overlap(e.bundles, of, k.bundles) {
			continue
		}
		way := m | labelMask(s.mask, k.entry)
		e.rest = k.rest
		if x.question != Countries {
			x.note(e, s, way)
			continue
		}
		for _, p := range v.places {
			e.answer, e.bundles = x.ids.number(string(p.area)), slices.Clone(e.bundles)
			x.note(e, s, way|p.mask)
		}
	}
}

// note notes an entry for its answer.
func (x *spread) note(e spreadEntry, s *station, way mask) {
	e.mask = way & x.asked
	switch x.question {
	case Data:
		e.answer = e.category
	case Processors, Recipients:
		e.answer = e.party
	}
	a := x.answerAt(answerKey{a: e.answer})
	a.roles |= 1 << s.role
	if way&of(colRole) == 0 {
		a.sure |= 1 << s.role
	}
	if !x.brief {
		x.addNode(a, s.node)
	}
	x.entries = append(x.entries, e)
}

// collect brings the entries to their answers: of the ways in which a bundle
// reaches a party the one counts that assumes least.
func (x *spread) collect() {
	slices.SortFunc(x.entries, func(a, b spreadEntry) int {
		if order := cmp.Or(
			cmp.Compare(a.answer, b.answer), cmp.Compare(a.party, b.party), cmp.Compare(a.category, b.category), falseFirst(a.unknown, b.unknown),
		); order != 0 || a.mask == b.mask {
			return order
		}
		if better(a.mask, b.mask) {
			return -1
		}
		return 1
	})
	covered, behind := x.none(), x.none()
	for i := range x.entries {
		e := &x.entries[i]
		if i == 0 || !e.alike(&x.entries[i-1]) {
			clear(covered)
		}
		fresh := e.bundles
		some, n := uint64(0), 0
		for j := range fresh {
			fresh[j] &^= covered[j]
			covered[j] |= fresh[j]
			behind[j] |= fresh[j]
			some |= fresh[j]
		}
		a := x.answerAt(answerKey{a: e.answer})
		if some != 0 {
			for bit := range fresh.each {
				n += x.bundles[x.list[bit]].count
			}
			a.weigh(e.mask|e.rest, n)
			if !x.brief {
				if !e.unknown {
					a.data.add(e.category)
				}
				x.show(a, e, fresh)
			}
		}
		if i+1 == len(x.entries) || x.entries[i+1].answer != e.answer {
			if !x.brief {
				x.derive(behind).addTo(a)
			}
			clear(behind)
		}
	}
}

// alike reports whether two entries are about the same: a party, and data of
// one category.
func (e *spreadEntry) alike(o *spreadEntry) bool {
	return e.answer == o.answer && e.party == o.party && e.category == o.category && e.unknown == o.unknown
}

// derivation is what some bundles have in their flows.
type derivation struct {
	of                             set
	activities, subjects, purposes set
	few                            []int32 // activities, where they are few
	bases                          uint16
}

var seed = maphash.MakeSeed()

// derive joins what is in the flows of some bundles. Parties that are reached
// through the same others have it in common.
func (x *spread) derive(of set) *derivation {
	key := maphash.Comparable(seed, len(of))
	for _, word := range of {
		key = key*0x9e3779b97f4a7c15 + bits.RotateLeft64(word, 29)
	}
	for i, d := range x.derived[key] {
		if slices.Equal(d.of, of) {
			return &x.derived[key][i]
		}
	}
	d := derivation{of: slices.Clone(of)}
	n := 0
	for bit := range of.each {
		n += len(x.bundles[x.list[bit]].flows)
	}
	many := n > len(x.starts) // about a word of the set for each
	for bit := range of.each {
		b := &x.bundles[x.list[bit]]
		d.bases |= b.bases
		d.subjects.unite(b.subjects)
		d.purposes.unite(b.purposes)
		for i := range b.flows {
			if at := b.flows[i].position; many {
				d.activities.add(at)
			} else {
				d.few = append(d.few, at)
			}
		}
	}
	x.derived[key] = append(x.derived[key], d)
	return &x.derived[key][len(x.derived[key])-1]
}

func (d *derivation) addTo(a *gathered) {
	a.bases |= d.bases
	a.activities.unite(d.activities)
	for _, at := range d.few {
		a.activities.add(at)
	}
	a.subjects.unite(d.subjects)
	a.purposes.unite(d.purposes)
}

// show keeps the first flows of some bundles as evidence: those that are
// disclosed to the party itself, then others.
func (x *spread) show(a *gathered, e *spreadEntry, of set) {
	if x.most == 0 {
		return
	}
	key := itemKey{party: e.party, category: e.category, unknown: e.unknown}
	if x.question == Countries {
		key.area = register.Area(x.ids.all()[e.answer])
	}
	rest := slices.Clone(of)
	for bit := range x.direct[e.party].each {
		b := &x.bundles[x.list[bit]]
		if it := x.directItem(b.cell, key, e.mask); of.has(bit) && it != nil {
			rest[bit/64] &^= 1 << (bit % 64)
			x.keepFlows(a, b, e.rest, it, nil)
		}
	}
	first := slices.Grow(x.earliest[:0], 1) // not nil: to be kept
	for bit := range rest.each {
		b := &x.bundles[x.list[bit]]
		if a.surpasses(e.mask|e.rest, 1, b.first()) || len(first) >= x.most && first[x.most-1] < b.first() {
			break
		}
		it := x.itemOf(b.cell, key)
		if it == nil {
			continue
		}
		first = x.keepFlows(a, b, e.rest, it, first)
	}
	x.earliest = first
}

// itemOf returns the item of a cell with a key.
func (x *spread) itemOf(cell int32, key itemKey) *item {
	items := x.reach(cell)
	for i := range items {
		if items[i].itemKey == key {
			return &items[i]
		}
	}
	return nil // cannot be: the bundle reaches the party
}

// directItem returns the item of a cell for the party to which its flows are
// disclosed, nil where another way there assumes less or is of other data.
func (x *spread) directItem(cell int32, key itemKey, m mask) *item {
	c := &x.cells[cell]
	if key.category != c.category || key.unknown != c.unknown {
		return nil
	}
	n := x.chains.at(c.point, &x.allPoints[c.point])
	way := labelMask(kept|fromStart, c.mask)
	if x.data != nil && x.data.fit(c.category) == fitBroader {
		way |= broaderData
	}
	if x.judges {
		v := x.verdict(n)
		if v.refused || v.unknown {
			return nil
		}
		way |= v.mask
		if x.question == Countries {
			at := slices.IndexFunc(v.places, func(p matchedPlace) bool { return p.area == key.area })
			if at < 0 {
				return nil
			}
			way |= v.places[at].mask
		}
	}
	if x.roleAsked && !x.roles.has(c.role) || way&x.asked != m {
		return nil
	}
	labels := c.directly(n)
	return &x.store([]item{{itemKey: key, closure: labels, best: &labels.labels[0], mask: m}})[0]
}

// keepFlows keeps the first flows of a bundle as evidence, and their activities
// among the earliest where these are wanted.
func (x *spread) keepFlows(a *gathered, b *bundle, rest mask, it *item, earliest []int32) []int32 {
	if b.tied {
		x.untie(b)
	}
	m := rest | it.mask
	for i := range b.flows[:min(len(b.flows), x.most)] {
		at := &b.flows[i]
		if a.surpasses(m, it.best.depth, at.position) {
			break
		}
		s := x.segments[at.segment]
		x.keep(a, &finding{
			s: s, position: at.position, block: at.position - x.starts[at.segment], disc: int32(at.disc), row: -1, item: it,
			use: s.use(at.row), category: it.category, enters: x.cells[b.cell].category, mask: m,
		})
		if earliest != nil && x.most < 1<<20 {
			place, _ := slices.BinarySearch(earliest, at.position)
			earliest = slices.Insert(earliest, place, at.position)
		}
	}
	return earliest
}
