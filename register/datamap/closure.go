package datamap

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/openropa/ropa/register"
)

// reaches are the closures of a node on days on which the chains are the same.
type reaches struct {
	era, own int32 // of the table; of the steps of the node itself
	// mentions are the categories that the steps from the node on name. Data of
	// any other category fare alike.
	mentions set
	plain    [roleRecipient + 1]atomic.Pointer[closure] // of those others, by role
	others   sync.Map                                   // by categoryRole
	older    *reaches
}

// categoryRole identifies a closure of a node.
type categoryRole struct {
	category term
	role     role
}

// eras is for how many eras a node keeps its closures.
const eras = 4

// closure is what reaches whom: labels in the order in which evidence prefers
// them, the shortest path first, then by the ids on the path.
type closure struct {
	labels []label
}

// label says that data of a category reach a node, for a party in a role. Its
// mask holds what is assumed on the way. Of two labels that differ only in
// that, both are kept where the later one assumes less.
type label struct {
	node     *node
	category term
	role     role
	depth    int32
	from     int32 // the label before, -1 for the direct recipient
	edge     *edge
	mask     mask
	// byIDs and byPath are the ranks of the path among those of one length: by
	// the ids of the parties on it, then also by the addresses of the steps.
	byIDs, byPath int32
}

// search is a closure being computed, one step of all paths at a time. Its
// lists are used again for the next one.
type search struct {
	*chains
	on     register.Date
	labels []label
	before []int32 // by label: the one before it at its node, from 1; 0 for none
	last   []int32 // by number of the node: the last label there, from 1
	next   []label
	order  []int32
}

// reachesOf returns the closures of a node on a day, whose era in the table is
// known.
func (c *chains) reachesOf(n *node, table int32, on register.Date) *reaches {
	own := int32(0)
	if len(n.bounds) > 0 {
		own = era(n.bounds, on)
	}
	for r := n.reaches.Load(); r != nil; r = r.older {
		if r.era == table && r.own == own {
			return r
		}
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	r := &reaches{era: table, own: own, older: n.reaches.Load()}
	last := r
	for range eras - 1 {
		if last.older == nil {
			break
		}
		last = last.older
	}
	if last.older != nil { // an older one may be in use: it stays as it is
		r.older = nil
	}
	c.mention(&r.mentions, n, on)
	n.reaches.Store(r)
	return r
}

// closure returns what reaches whom from a node for data of a category that
// arrive there for a party in a role.
func (c *chains) closure(n *node, of *reaches, category term, r role, on register.Date) *closure {
	plain := !of.mentions.has(category)
	if plain {
		if known := of.plain[r].Load(); known != nil {
			return known
		}
		category = whatever
	} else if known, ok := of.others.Load(categoryRole{category, r}); ok {
		return known.(*closure)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	s := &c.search
	s.chains, s.on = c, on
	s.add(&label{node: n, category: category, role: r, from: -1, mask: kept | fromStart})
	for first := 0; first < len(s.labels); {
		last := len(s.labels)
		s.advance(first, last)
		first = last
	}
	found := &closure{slices.Clone(s.labels)}
	s.forget()
	if c.labels += len(found.labels); c.labels > most {
		c.forget()
	}
	if plain {
		of.plain[r].Store(found)
	} else {
		of.others.Store(categoryRole{category, r}, found)
	}
	return found
}

// forget drops all closures. The caller holds the lock.
func (c *chains) forget() {
	for _, n := range c.made {
		n.reaches.Store(nil)
	}
	c.labels = 0
}

// mention adds the categories that overlap those which the steps from a node
// on name. The caller holds the lock.
func (c *chains) mention(all *set, start *node, on register.Date) {
	var seen, told set
	seen.add(start.number)
	queue := []*node{start}
	for len(queue) > 0 {
		n := queue[0]
		queue = queue[1:]
		for i := range n.edges {
			e := &n.edges[i]
			if !on.Between(e.step.From, e.step.Until) {
				continue
			}
			for _, list := range [][]term{e.data, e.adds} {
				for _, x := range list {
					if !told.has(x) {
						told.add(x)
						c.terms.data.mark(all, x)
					}
				}
			}
			if next := c.target(e); !seen.has(next.number) {
				seen.add(next.number)
				queue = append(queue, next)
			}
		}
	}
}

// target returns the node to which a step leads. The caller holds the lock.
func (c *chains) target(e *edge) *node {
	if e.to == nil {
		var above *said
		if e.target.step != nil {
			above = saidByStep(e.step, e.at)
		}
		e.to = c.node(e.target, above)
	}
	return e.to
}

// forget makes room for another closure.
func (s *search) forget() {
	for i := range s.labels {
		s.last[s.labels[i].node.number] = 0
	}
	clear(s.labels)
	clear(s.next[:cap(s.next)])
	s.labels, s.before = s.labels[:0], s.before[:0]
}

// add keeps a label unless an earlier one says the same and assumes no more.
func (s *search) add(l *label) {
	if s.surpassed(l) {
		return
	}
	n := int(l.node.number)
	s.last = room(s.last, n+1)
	s.labels, s.before = append(s.labels, *l), append(s.before, s.last[n])
	s.last[n] = int32(len(s.labels))
}

// surpassed reports whether a label that is kept says the same and assumes no
// more.
func (s *search) surpassed(l *label) bool {
	n := int(l.node.number)
	if n >= len(s.last) {
		return false
	}
	for at := s.last[n]; at != 0; at = s.before[at-1] {
		k := &s.labels[at-1]
		if k.mask&^l.mask == 0 && k.category == l.category && k.role == l.role && (k.mask^l.mask)&kept == 0 {
			return true
		}
	}
	return false
}

// advance takes every label of one length of path a step on, in the order of
// the parties on the path, then of the addresses of the steps.
func (s *search) advance(first, last int) {
	s.next = s.next[:0]
	for i := first; i < last; i++ {
		l := s.labels[i]
		for j := range l.node.edges {
			e := &l.node.edges[j]
			if s.on.Between(e.step.From, e.step.Until) {
				s.next = s.step(s.next, int32(i), &l, e)
			}
		}
	}
	s.order = s.order[:0]
	for i := range s.next {
		s.order = append(s.order, int32(i))
	}
	slices.SortFunc(s.order, func(x, y int32) int {
		a, b := &s.next[x], &s.next[y]
		return cmp.Or(s.comparePaths(a, b), cmp.Compare(a.category, b.category), cmp.Compare(x, y))
	})
	for i, x := range s.order {
		l := &s.next[x]
		if i > 0 {
			old := &s.next[s.order[i-1]]
			l.byIDs, l.byPath = old.byIDs, old.byPath
			if s.compareIDs(old, l) != 0 {
				l.byIDs++
			}
			if s.comparePaths(old, l) != 0 {
				l.byPath++
			}
		}
		s.add(l)
	}
}

// step appends the labels to which a step leads: of what comes in the part
// that it passes on, and what the party adds.
func (s *search) step(next []label, from int32, l *label, e *edge) []label {
	to := label{node: s.target(e), depth: l.depth + 1, from: from, edge: e}
	r, rests := l.role.onward(e.as, e.engaged)
	to.role = r
	roleMask := e.role
	if rests {
		roleMask |= l.mask & (of(colRole) | fromStart)
	}
	base := l.mask&of(colRecipient) | e.mask | roleMask
	keep := func(c term) {
		k := to
		k.category, k.mask = c, base|l.mask&(of(colData)|kept)|e.kept
		next = s.append(next, &k)
	}
	if e.all {
		keep(l.category)
	} else {
		for _, c := range s.terms.data.common([]term{l.category}, e.data) {
			keep(c)
		}
	}
	for _, c := range e.adds {
		k := to
		k.category, k.mask = c, base|e.added
		next = s.append(next, &k)
	}
	return next
}

// append leaves out at once what shorter paths have said already: where all
// parties engage one another that is nearly everything.
func (s *search) append(next []label, l *label) []label {
	if s.surpassed(l) {
		return next
	}
	return append(next, *l)
}

// comparePaths orders paths of one length by the ids of the parties on them,
// then by the addresses of the steps.
func (s *search) comparePaths(a, b *label) int {
	if order := s.compareIDs(a, b); order != 0 {
		return order
	}
	return cmp.Or(
		cmp.Compare(s.labels[a.from].byPath, s.labels[b.from].byPath),
		cmp.Compare(a.edge.at, b.edge.at),
	)
}

func (s *search) compareIDs(a, b *label) int {
	if order := cmp.Compare(s.labels[a.from].byIDs, s.labels[b.from].byIDs); order != 0 {
		return order
	}
	return cmp.Compare(a.edge.id, b.edge.id)
}

// pathIDs returns the parties from the first step on.
func pathIDs(labels []label, l *label) []string {
	return pathOf(labels, l, func(e *edge) string { return e.id })
}

func pathAddresses(labels []label, l *label) []string {
	return pathOf(labels, l, func(e *edge) string { return e.at })
}

func pathOf(labels []label, l *label, get func(*edge) string) []string {
	path := make([]string, l.depth)
	for i := int(l.depth) - 1; i >= 0; i-- {
		path[i] = get(l.edge)
		l = &labels[l.from]
	}
	return path
}
