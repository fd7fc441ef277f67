package datamap

import (
	"slices"
	"sync"
	"sync/atomic"

	"github.com/openropa/ropa/register"
)

// chains is the table of the parties: what happens to data at each of them and
// what reaches whom from there. It is filled when something is asked, and read
// without waiting.
type chains struct {
	terms    *terms
	names    *names
	points   *points
	shared   *register.AllActivities
	entities []register.Entity
	parties  []*register.Party // by number; nil for one that nobody defines
	ranks    []int32           // of the parties by their ids
	texts    []register.Text   // their names by number
	// bounds are the days on which a step of a party or service begins or has
	// ended; between two of them the chains do not change.
	bounds []register.Date
	links  func() *links // made when needed

	entries slots // by point
	book    book
	up      upward

	mu       sync.Mutex // for what is made
	nodes    map[nodeKey]*node
	made     []*node // in the order in which they were made
	services map[string][]string
	alike    map[string]int32 // by what decides a verdict
	labels   int              // of all closures that are kept
	search   search
}

// nodeKey identifies a node that is no point of its own. Steps that say
// something have nodes of their own.
type nodeKey struct {
	party   int32
	service string
	step    *register.Onward
}

// most is how many labels are kept: some 48 bytes each. Beyond it all closures
// are dropped and made again when they are asked for.
const most = 1 << 22

func newChains(m *Map) *chains {
	c := &chains{
		terms: m.terms, names: m.parties, points: m.points, shared: m.shared,
		entities: m.view.Entities(register.KindParties),
		nodes:    make(map[nodeKey]*node),
		services: make(map[string][]string),
		alike:    make(map[string]int32),
	}
	for _, e := range c.entities {
		p, ok := e.(*register.Party)
		if !ok || p == nil {
			continue
		}
		at := c.names.number(p.ID)
		grow(&c.parties, int(at))
		c.parties[at] = p
		grow(&c.texts, int(at))
		c.texts[at] = p.Name
		c.bound(p.Engages, p.Recipients)
		for i := range p.Services {
			c.bound(p.Services[i].Engages, p.Services[i].Recipients)
		}
	}
	c.ranks = ranksOf(c.names.all())
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
	return slices.Equal(c.entities, view.Entities(register.KindParties))
}

// party returns a party by its number, or nil.
func (c *chains) party(number int32) *register.Party {
	if int(number) < len(c.parties) {
		return c.parties[number]
	}
	return nil
}

// rank returns the place of a party in the order of the ids; those that nobody
// had named when the table was made come last.
func (c *chains) rank(number int32) int32 {
	if int(number) < len(c.ranks) {
		return c.ranks[number]
	}
	return number
}

// slots hold nodes by number and can be read while others are put in.
type slots struct{ pages [1 << 12]atomic.Pointer[page] }

type page [1 << 10]atomic.Pointer[node]

func (s *slots) get(at int32) *node {
	if p := s.pages[at>>10&(1<<12-1)].Load(); p != nil {
		if n := p[at&(1<<10-1)].Load(); n != nil && n.point == at {
			return n
		}
	}
	return nil
}

// put puts a node in. The caller holds the lock.
func (s *slots) put(at int32, n *node) {
	slot := &s.pages[at>>10&(1<<12-1)]
	p := slot.Load()
	if p == nil {
		p = new(page)
		slot.Store(p)
	}
	p[at&(1<<10-1)].Store(n)
}

// at returns the node of a point.
func (c *chains) at(number int32, p *point) *node {
	if n := c.entries.get(number); n != nil {
		return n
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if n := c.entries.get(number); n != nil {
		return n
	}
	var n *node
	if p.disclosure == nil {
		n = c.node(nodeKey{party: p.party, service: p.service}, nil)
	} else {
		n = c.newNode(p.party, p.service, p.says(c.shared))
		n.bounds = appendBounds(nil, p.disclosure.Engages, p.disclosure.Recipients)
	}
	n.point = number
	c.entries.put(number, n)
	return n
}

// node returns a node that is no disclosure. The caller holds the lock.
func (c *chains) node(key nodeKey, above *said) *node {
	if n, ok := c.nodes[key]; ok {
		return n
	}
	n := c.newNode(key.party, key.service, above)
	c.nodes[key] = n
	return n
}

func (c *chains) newNode(party int32, service string, above *said) *node {
	n := &node{number: int32(len(c.made)), point: -1, party: party, id: c.names.all()[party], serviceID: service, above: above}
	c.made = append(c.made, n)
	if p := c.party(party); p != nil {
		n.own, n.country = saidByParty(p), p.Country
		names := c.servicesOf(p)
		for i := range p.Services {
			s := saidByService(&p.Services[i], n.own.at+"/services/"+names[i])
			switch {
			case service == "":
				n.services = append(n.services, s)
			case p.Services[i].ID == service && n.service == nil:
				n.service = s
			}
		}
	}
	n.readDestinations()
	n.readOwn()
	n.like = c.likeness(n)
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
