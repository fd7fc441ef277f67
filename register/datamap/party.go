package datamap

import (
	"slices"
	"sync"

	"github.com/openropa/ropa/register"
)

// chains is the table of the parties: what happens to data at each of them and
// what reaches whom from there. It is filled when something is asked.
type chains struct {
	terms   *terms
	names   *names
	parties map[string]*register.Party
	// bounds are the days on which a step of a party or service begins or has
	// ended; between two of them the chains do not change.
	bounds []register.Date

	links func() []link // made when needed

	mu       sync.Mutex
	nodes    map[nodeKey]*node
	closures map[closureKey]*closure
	mentions map[closureKey][]term // by any category and role
	services map[string][]string   // names of the services of a party in addresses
}

// nodeKey identifies a node. Disclosures and steps that say something of their
// own have nodes of their own.
type nodeKey struct {
	party      int32
	service    string
	disclosure *register.Disclosure
	step       *register.Onward
}

// most is the number of closures that are kept at most; beyond it all are
// dropped, since those of disclosures that have gone would stay for ever.
const most = 1 << 17

func newChains(view *register.View, t *terms, n *names) *chains {
	c := &chains{
		terms: t, names: n,
		parties: make(map[string]*register.Party),
		nodes:   make(map[nodeKey]*node), closures: make(map[closureKey]*closure),
		mentions: make(map[closureKey][]term),
		services: make(map[string][]string),
	}
	for _, e := range view.Entities(register.KindParties) {
		p, ok := e.(*register.Party)
		if !ok || p == nil {
			continue
		}
		c.parties[p.ID] = p
		c.bound(p.Engages, p.Recipients)
		for i := range p.Services {
			c.bound(p.Services[i].Engages, p.Services[i].Recipients)
		}
	}
	c.links = sync.OnceValue(c.readLinks)
	slices.Sort(c.bounds)
	c.bounds = slices.Compact(c.bounds)
	return c
}

func (c *chains) bound(lists ...[]register.Onward) {
	c.bounds = appendBounds(c.bounds, lists...)
}

// appendBounds adds twice each day, so that the day itself, the days before
// and those after it can be told apart.
func appendBounds(bounds []register.Date, lists ...[]register.Onward) []register.Date {
	for _, list := range lists {
		for i := range list {
			if from := list[i].From; from != 0 {
				bounds = append(bounds, from)
			}
			if until := list[i].Until; until != 0 {
				bounds = append(bounds, until+1) // no day, but right after until
			}
		}
	}
	return bounds
}

// era returns the number of bounds up to a day: on days of one era the chains
// are the same.
func era(bounds []register.Date, on register.Date) int32 {
	n := int32(0)
	for _, b := range bounds {
		if b <= on {
			n++
		}
	}
	return n
}

// same reports whether a view has the same parties as the table.
func (c *chains) same(view *register.View) bool {
	list := view.Entities(register.KindParties)
	n := 0
	for _, e := range list {
		p, ok := e.(*register.Party)
		if !ok || p == nil {
			continue
		}
		if c.parties[p.ID] != p {
			return false
		}
		n++
	}
	return n == len(c.parties)
}

// node returns a node. The caller holds the lock.
func (c *chains) node(key nodeKey, above *said) *node {
	if n, ok := c.nodes[key]; ok {
		return n
	}
	n := &node{party: key.party, id: c.names.all()[key.party], above: above}
	c.nodes[key] = n
	if p := c.parties[n.id]; p != nil {
		n.own, n.country = saidByParty(p), p.Country
		names := c.servicesOf(p)
		for i := range p.Services {
			s := saidByService(&p.Services[i], n.own.at+"/services/"+names[i])
			switch {
			case key.service == "":
				n.services = append(n.services, s)
			case p.Services[i].ID == key.service && n.service == nil:
				n.service = s
			}
		}
	}
	n.readDestinations()
	n.readOwn()
	n.edges = c.edges(n)
	return n
}

// servicesOf returns the names of the services of a party in addresses. The
// caller holds the lock.
func (c *chains) servicesOf(p *register.Party) []string {
	names, ok := c.services[p.ID]
	if !ok {
		names = register.Names(p.Services)
		c.services[p.ID] = names
	}
	return names
}

// edge is a step by which data go on from a node.
type edge struct {
	step    *register.Onward
	at      string
	target  nodeKey
	id      string // of the party
	engaged bool
	all     bool // all that comes in goes on
	data    []term
	adds    []term
	mask    mask // of the recipient
	kept    mask // of the data that go on
	added   mask // of the data that are added
	role    mask
}

func (c *chains) edges(n *node) []edge {
	var all []edge
	engages := nearest(n, func(s *said) []register.Onward { return s.engages })
	recipients := nearest(n, func(s *said) []register.Onward { return s.recipients })
	for _, l := range engages {
		all = c.appendEdges(all, l, "/engages/", true)
	}
	for _, l := range recipients {
		all = c.appendEdges(all, l, "/recipients/", false)
	}
	return all
}

func (c *chains) appendEdges(all []edge, l listed[register.Onward], field string, engaged bool) []edge {
	names := register.Names(l.list)
	for i := range l.list {
		o := &l.list[i]
		if o.Party == "" {
			continue
		}
		e := edge{
			step: o, at: l.by.at + field + names[i], id: o.Party, engaged: engaged,
			target: nodeKey{party: c.names.number(o.Party), service: o.Service},
			data:   c.terms.data.expand(o.Data), adds: c.terms.data.expand(o.AddsData),
			mask:  certainty(&o.Remarks, colRecipient) | leftIf(l.left, colRecipient),
			added: certainty(&o.Remarks, colData), role: certainty(&o.Remarks, colRole),
		}
		e.kept = e.added
		if len(e.data) == 0 {
			e.all = true
			e.kept |= leftOut.in(colData)
		}
		if slices.Contains(e.data, everything) {
			e.all = true
		}
		if saidByStep(o, e.at) != nil {
			e.target.step = o
		}
		all = append(all, e)
	}
	return all
}
