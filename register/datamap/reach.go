package datamap

import (
	"cmp"
	"slices"

	"github.com/openropa/ropa/register"
)

// Reach is a party that data reach on a day, in one role, and a way there along
// which some data pass. A party is told once for each service and role, and for
// each disclosure or step that says something of its own about it.
type Reach struct {
	Party string
	// Service is the service of the party, "" where none is named.
	Service string
	// Role is the role in which it acts, "" where none is stated.
	Role string
	// Stated: neither the recipients on the way nor their roles are inferred or
	// assumed.
	Stated bool
	// Exporter is the party one step above, with its role; "" for the organisation
	// itself.
	Exporter, ExporterRole string
	// Via are the parties through which it passes, from the one nearest the
	// organisation; Path are the addresses of the steps. Of a way of more than a
	// hundred steps they hold the first and the last fifty.
	Via, Path []string
	// At is the address of a disclosure by which the data leave the organisation,
	// Activity its activity, Disclosure the disclosure itself.
	At         string
	Activity   *register.Activity
	Disclosure *register.Disclosure
	// Step is the last step, nil for a direct recipient.
	Step *register.Onward
	// Countries are those from or in which it processes, with the transfers that
	// the register states for them.
	Countries []ReachedCountry
	// OwnPurposes are the purposes of its own that are stated there.
	OwnPurposes []string
}

// ReachedCountry is a country of a party, and the transfer to it.
type ReachedCountry struct {
	Destination
	// Transfer is what the register states for it on the day, nil for nothing, and
	// TransferAt its address.
	Transfer   *register.Transfer
	TransferAt string
}

// footstep is the step by which data came to a node.
type footstep struct {
	from int32 // arrival
	edge *edge
}

// trace notes how the first data came to an arrival.
func (s *scratch) trace(arrival int32) {
	if !s.traced {
		return
	}
	if n := int(arrival) + 1; n > len(s.footsteps) {
		s.footsteps = room(s.footsteps, n)
		s.footsteps[arrival] = s.moving
	}
}

// Reaches tells all parties that data reach on a day, directly or through
// others, ordered by party, role and way. Planned takes in what is only planned.
func (m *Map) Reaches(on register.Date, planned bool) []Reach {
	return m.reaches(on, planned, nil)
}

// ReachesFrom tells the same of the data of some activities of the register,
// planned ones too.
func (m *Map) ReachesFrom(activities []*register.Activity, on register.Date) []Reach {
	of := make(map[*register.Activity]bool, len(activities))
	for _, a := range activities {
		of[a] = true
	}
	return m.reaches(on, true, of)
}

// reaches tells whom data reach, of some activities or, for nil, of all.
func (m *Map) reaches(on register.Date, planned bool, of map[*register.Activity]bool) []Reach {
	q, err := m.query(Recipients, Filter{AsOf: on, Planned: planned, Brief: true})
	if err != nil {
		return nil // no day
	}
	g := newGathering(q, q.scratches.Get().(*scratch))
	if of == nil {
		g.source = g.enterAll()
		g.traced = true
		g.enterKept(g.source)
	} else {
		g.traced = true
		g.enterOf(of)
	}
	g.travel()
	all := g.tellReaches(g.doors(of))
	g.scratch.release()
	m.scratches.Put(g.scratch)
	return all
}

// enterOf takes in the flows of some activities.
func (g *gathering) enterOf(some map[*register.Activity]bool) {
	for _, s := range g.segments {
		for i, a := range s.activities {
			if !some[a] {
				continue
			}
			for disc, end := s.discsOf(uint32(i)); disc < end; disc++ {
				d := s.disc(disc)
				if !d.holds(g.filter.AsOf, g.filter.Planned) {
					continue
				}
				for f := range s.flowsFrom(disc, &d, every) {
					x := s.source(&f, &d)
					g.arrive(g.chains.at(x.point, &g.allPoints[x.point]), x.role, x.doubts&g.relevant(), x.unknown, g.one(f.category))
				}
			}
		}
	}
}

// one is the set of one category.
func (g *gathering) one(category term) set {
	single := make(set, g.width)
	single[category/64] = 1 << (category % 64)
	return single
}

// leaving is a disclosure by which data leave the organisation.
type leaving struct {
	s    *segment
	disc int32
}

// tellReaches tells the arrivals; of those at one node in one role the one with
// the fewest doubts.
func (g *gathering) tellReaches(doors []leaving) []Reach {
	best := make(map[roleAt]int32, len(g.arrivals))
	for i := int32(1); int(i) < len(g.arrivals); i++ {
		a := &g.arrivals[i]
		key := roleAt{a.node, a.role}
		if old, ok := best[key]; !ok || a.doubts < g.arrivals[old].doubts {
			best[key] = i
		}
	}
	all := make([]Reach, 0, len(best))
	for _, i := range best {
		all = append(all, g.reachOf(i, doors))
	}
	slices.SortFunc(all, func(a, b Reach) int {
		return cmp.Or(
			cmp.Compare(a.Party, b.Party), cmp.Compare(a.Service, b.Service), cmp.Compare(a.Role, b.Role),
			cmp.Compare(len(a.Path), len(b.Path)), cmp.Compare(a.At, b.At), slices.Compare(a.Path, b.Path),
		)
	})
	return all
}

// roleAt is a party at a node in a role.
type roleAt struct {
	node *node
	role role
}

// doors returns the first disclosure that leads to each point on the day, of
// some activities or, for nil, of all.
func (g *gathering) doors(of map[*register.Activity]bool) []leaving {
	doors := make([]leaving, len(g.allPoints))
	for _, s := range g.segments {
		for i := range s.discs.count {
			d := s.disc(i)
			if of != nil && !of[s.activities[d.block]] {
				continue
			}
			if door := &doors[d.point]; door.s == nil && d.holds(g.filter.AsOf, g.filter.Planned) {
				*door = leaving{s, int32(i)}
			}
		}
	}
	return doors
}

// longestWay is of how many steps the way of a Reach is told: the ways along a
// circle of thousands would not fit into memory.
const longestWay = 100

// reachOf tells an arrival.
func (g *gathering) reachOf(i int32, doors []leaving) Reach {
	a := g.arrivals[i]
	x := Reach{
		Party: a.node.id, Service: a.node.serviceID, Role: roleNames[a.role], Stated: a.doubts&doubtOther == 0,
		Countries: a.node.countriesOn(g.filter.AsOf),
	}
	for _, p := range a.node.ownPurposes {
		x.OwnPurposes = append(x.OwnPurposes, p.purpose)
	}
	steps, n := 0, 0
	for at := g.footsteps[i]; at.edge != nil; at = g.footsteps[at.from] {
		steps++
	}
	for at := g.footsteps[i]; at.edge != nil; at = g.footsteps[at.from] {
		above := &g.arrivals[at.from]
		if x.Step == nil {
			x.Step, x.Exporter, x.ExporterRole = at.edge.step, above.node.id, roleNames[above.role]
		}
		if steps <= longestWay || n < longestWay/2 || n >= steps-longestWay/2 {
			x.Via, x.Path = append(x.Via, above.node.id), append(x.Path, at.edge.at)
		}
		a = *above
		n++
	}
	slices.Reverse(x.Via)
	slices.Reverse(x.Path)
	if door := doors[max(0, a.node.point)]; a.node.point >= 0 && door.s != nil {
		d := door.s.disc(uint32(door.disc))
		x.Activity = door.s.activities[d.block]
		x.At = g.address(x.Activity, &d)
		x.Disclosure = g.entryOf(x.Activity, &d)
	}
	return x
}

// countriesOn returns the countries of a node with the transfers to them.
func (n *node) countriesOn(on register.Date) []ReachedCountry {
	all := make([]ReachedCountry, 0, len(n.destinations))
	for i := range n.destinations {
		d := &n.destinations[i]
		c := ReachedCountry{Destination: Destination{Country: d.area, How: d.how, OutsideEEA: outside(d.area, on), Tool: d.tool(on), At: d.at}}
		if j := d.transfer(on); j >= 0 {
			c.Transfer = &d.transfers[j]
			c.TransferAt = d.by.at + "/transfers/" + register.Names(d.transfers)[j]
		}
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b ReachedCountry) int { return compareDestinations(a.Destination, b.Destination) })
	return slices.CompactFunc(all, func(a, b ReachedCountry) bool { return a.Destination == b.Destination })
}
