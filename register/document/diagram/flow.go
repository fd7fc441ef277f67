package diagram

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/role"
)

// furthest is how many steps beyond the direct recipients are followed.
const furthest = 3

// halt is a party at a distance from the organisation: 0 where it gets the data
// from the organisation itself.
type halt struct {
	party  string
	depth  int
	roles  []string // "" where none is stated
	places places
}

// entry is a disclosure by which data come to a halt.
type entry struct {
	activity   *register.Activity
	disclosure register.AddressedDisclosure
	halt       int
}

// hop is a step from one halt to another.
type hop struct {
	from, to int
	onward   *register.Onward
	assumed  bool
}

// flows are what some activities disclose, and where it goes on to.
type flows struct {
	halts   []halt
	entries []entry
	hops    []hop
}

// way is a party that is looked into: which service it renders in which role, and
// what a disclosure says of whom it engages.
type way struct {
	halt                int
	party, service      string
	role                string
	engages, recipients []register.Onward
	sure                bool // it is known which service it is
}

// collector gathers flows.
type collector struct {
	*maker
	flows
	at      map[halfKey]int
	reached map[string]bool
	queue   []way
	seen    map[[3]string]bool
}

type halfKey struct {
	party string
	depth int
}

// collect gathers the flows of some activities.
func (m *maker) collect(activities []*register.Activity) *flows {
	c := &collector{maker: m, at: make(map[halfKey]int), reached: make(map[string]bool), seen: make(map[[3]string]bool)}
	for _, r := range m.chart.ReachesFrom(activities, m.o.AsOf) {
		if len(r.Via) > 0 {
			c.reached[r.Party] = true
		}
	}
	for _, a := range activities {
		for _, d := range m.view.Disclosures(a) {
			if m.o.AsOf.Between(d.From, d.Until) || m.planned(a) {
				c.disclosed(a, d)
			}
		}
	}
	for len(c.queue) > 0 {
		w := c.queue[0]
		c.queue = c.queue[1:]
		c.follow(w)
	}
	return &c.flows
}

// halt returns the halt of a party at a depth and notes what is said of it.
func (c *collector) halt(party string, depth int, role string, p places) int {
	k := halfKey{party, depth}
	i, ok := c.at[k]
	if !ok {
		i = len(c.halts)
		c.at[k] = i
		c.halts = append(c.halts, halt{party: party, depth: depth})
	}
	h := &c.halts[i]
	if !slices.Contains(h.roles, role) {
		h.roles = append(h.roles, role)
	}
	h.places.add(p)
	return i
}

func (c *collector) disclosed(a *register.Activity, d register.AddressedDisclosure) {
	as := role.Direct(d.As, a.Role)
	at := c.halt(d.To, 0, as, c.placesOf(d.To, d.Service, d.Locations, d.RemoteAccess))
	c.entries = append(c.entries, entry{a, d, at})
	w := way{halt: at, party: d.To, service: d.Service, role: as, recipients: d.Recipients, sure: d.Service != ""}
	if c.o.Audience != document.Public { // whom a recipient engages for one disclosure is not for everybody
		w.engages = d.Engages
	}
	c.queue = append(c.queue, w)
}

// follow goes on to those to whom a party passes data on. A party that was followed
// already in the same part is not followed again, so a circle ends.
func (c *collector) follow(w way) {
	depth := c.halts[w.halt].depth + 1
	own := w.engages != nil || w.recipients != nil
	key := [3]string{w.party, w.service, w.role}
	if depth > furthest || !own && c.seen[key] {
		return
	}
	c.seen[key] = c.seen[key] || !own
	for _, list := range c.passesOn(&w) {
		for i := range list.onward {
			x := &list.onward[i]
			if !c.o.AsOf.Between(x.From, x.Until) || !c.reached[x.Party] {
				continue
			}
			as := role.Onward(w.role, x.As, list.engaged)
			to := c.halt(x.Party, depth, as, c.placesOf(x.Party, x.Service, x.Locations, x.RemoteAccess))
			c.hops = append(c.hops, hop{w.halt, to, x, list.assumed || c.unsure(&x.Remarks, "party", "as")})
			c.queue = append(c.queue, way{halt: to, party: x.Party, service: x.Service, role: as, sure: x.Service != ""})
		}
	}
}

// passed is a list of those to whom a party passes data on.
type passed struct {
	onward           []register.Onward
	engaged, assumed bool
}

// passesOn returns to whom a party passes data on: what the disclosure says comes
// before what the service says, and that before what the party says. Where no
// service is named, it may be any.
func (c *collector) passesOn(w *way) []passed {
	party := c.view.Party(w.party)
	if party == nil {
		return nil
	}
	var all []passed
	add := func(own []register.Onward, of func(*register.Service) []register.Onward, rest []register.Onward, engaged bool) {
		if own != nil {
			all = append(all, passed{own, engaged, false})
			return
		}
		found := false
		for i := range party.Services {
			s := &party.Services[i]
			switch {
			case s.ID == w.service && of(s) != nil:
				found = true
				all = append(all, passed{of(s), engaged, false})
			case w.service == "" && of(s) != nil:
				all = append(all, passed{of(s), engaged, true})
			}
		}
		if !found {
			all = append(all, passed{rest, engaged, false})
		}
	}
	add(w.engages, func(s *register.Service) []register.Onward { return s.Engages }, party.Engages, true)
	add(w.recipients, func(s *register.Service) []register.Onward { return s.Recipients }, party.Recipients, false)
	return all
}
