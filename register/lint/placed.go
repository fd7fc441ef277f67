package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// newPlaced returns the parties of which the register shows where they are, and
// of all to whom they pass data on. It is quick and careful: where it is not sure
// a search decides.
func newPlaced(view *register.View) map[string]bool {
	placed := make(map[string]bool)
	from := make(map[string][]string) // who passes data on to a party
	var open []string
	for _, e := range view.Entities(register.KindParties) {
		x := e.(*register.Party)
		placed[x.ID] = true
		if !isPlaced(x) {
			open = append(open, x.ID)
		}
		passesTo(x, func(to string) bool {
			from[to] = append(from[to], x.ID)
			return false
		})
	}
	for len(open) > 0 {
		id := open[len(open)-1]
		open = open[:len(open)-1]
		if placed[id] {
			placed[id] = false
			open = append(open, from[id]...)
		}
	}
	return placed
}

// isPlaced reports whether a party itself says where it is, or raises no question:
// a department of the organisation, a public authority, to which a law of the
// country discloses, publication, and an international organisation, to which each
// disclosure is a transfer.
func isPlaced(x *register.Party) bool {
	switch x.Kind {
	case register.PartyKindUnit, register.PartyKindAuthority, register.PartyKindPublic, register.PartyKindInternationalOrganisation:
		return true
	}
	return x.Country != "" || len(x.Locations) > 0 || x.Transfers != nil
}

// search looks for the parties to whom data are disclosed, at any depth, of which
// the register does not show where they are.
type search struct {
	*pass
	// tentative: the disclosures are of an activity that is planned or a draft, so
	// that the map does not know whom it reaches.
	tentative bool
	found     []string
}

// stop is a party with the service that is used.
type stop struct{ party, service string }

// disclosure looks at a recipient and at whom it passes data on to; of what the
// way there says, engages and recipients take the place of its own.
func (s *search) disclosure(d *register.Disclosure) {
	plain := d.Engages == nil && d.Recipients == nil
	if plain && s.placed()[d.To] {
		return
	}
	g := s.passing()
	if s.tentative {
		g = s.passingAny()
	}
	root, ok := g.index[stop{d.To, d.Service}]
	if !ok {
		return
	}
	n, where := &g.nodes[root], len(d.Locations) > 0 || d.Transfers != nil
	if !where && !n.placed {
		s.add(n.party)
	}
	if plain {
		s.addAll(g.after(root))
		return
	}
	x := s.view.Party(d.To)
	for _, list := range onwardsOf(x, servicesOf(x, d.Service), d.Engages, d.Recipients) {
		for _, to := range g.steps(list) {
			if next := &g.nodes[to.to]; !to.placed && !next.placed && to.to != root {
				s.add(next.party)
			}
			s.addAll(slices.DeleteFunc(slices.Clone(g.after(to.to)), func(id string) bool { return where && id == d.To }))
		}
	}
}

func (s *search) add(party string) {
	if !slices.Contains(s.found, party) {
		s.found = append(s.found, party)
	}
}

func (s *search) addAll(parties []string) {
	if len(s.found) == 0 {
		s.found = slices.Clip(parties)
		return
	}
	for _, id := range parties {
		s.add(id)
	}
}

// onwardsOf returns to whom a party passes data on: as the way there says, else as
// its services and itself do.
func onwardsOf(x *register.Party, services []*register.Service, engages, recipients []register.Onward) [2][]register.Onward {
	return [2][]register.Onward{
		nearestOnward(engages, x.Engages, services, func(v *register.Service) []register.Onward { return v.Engages }),
		nearestOnward(recipients, x.Recipients, services, func(v *register.Service) []register.Onward { return v.Recipients }),
	}
}

// servicesOf returns the service that is named, all where none is.
func servicesOf(x *register.Party, service string) []*register.Service {
	var all []*register.Service
	for i := range x.Services {
		if v := &x.Services[i]; service == "" || v.ID == service {
			all = append(all, v)
		}
	}
	return all
}

func placedByService(services []*register.Service) bool {
	return len(services) > 0 && !slices.ContainsFunc(services, func(v *register.Service) bool { return len(v.Locations) == 0 && v.Transfers == nil })
}

// nearestOnward returns those to whom data are passed on: as the way there says,
// else the service, else the party.
func nearestOnward(way, own []register.Onward, services []*register.Service, of func(*register.Service) []register.Onward) []register.Onward {
	if way != nil {
		return way
	}
	var all []register.Onward
	said := false
	for _, v := range services {
		if list := of(v); list != nil {
			all, said = append(all, list...), true
		}
	}
	if said && len(services) == 1 {
		return all
	}
	return append(all, own...)
}

// addresses are those of the first few parties that were found.
func (s *search) addresses() []string {
	var all []string
	for _, id := range s.found[:min(len(s.found), shown)] {
		all = append(all, "parties/"+id)
	}
	return all
}
