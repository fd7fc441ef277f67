package scale

import (
	"fmt"

	"github.com/openropa/ropa/register"
)

// party makes the party at a position: a hub, one of the core that hubs engage
// and that engages hubs, or one of the many others.
func (m *maker) party(i int) *register.Party {
	return m.partyOf(i, first)
}

func (m *maker) partyOf(i int, v version) *register.Party {
	d := m.draw(ofParty, i, v)
	p := &register.Party{ID: PartyID(i), Name: register.Text{"en": fmt.Sprintf("Party %d", i)}}
	p.Country = seats.draw(d)
	if i < m.hubs {
		p.Country = hubSeats.draw(d)
	}
	p.Engages = m.engaged(d, i)
	if d.percent(8) {
		p.Recipients = m.onward(d, i)
	}
	p.Locations, p.RemoteAccess = someLocations(d, 45), someRemote(d, 7)
	if d.percent(20) {
		p.Transfers = transfers(d)
	}
	switch {
	case d.percent(10):
		p.OwnPurposes = []register.OwnPurpose{{Purpose: one(d, []string{"service-improvement", "product-development", "advertising", "statistics"}), Remarks: d.remarks(50)}}
	case d.percent(3):
		p.OwnPurposes = []register.OwnPurpose{} // stated that there are none
	}
	for n := range m.servicesOf(d, i) {
		p.Services = append(p.Services, m.service(d, i, n))
	}
	p.Remarks = d.remarks(10)
	return p
}

// servicesOf returns how many services a party has that are told apart.
func (m *maker) servicesOf(d *dice, i int) int {
	switch {
	case i < m.hubs:
		return 2 + d.below(5)
	case i < m.core && d.percent(30), d.percent(5):
		return 2 + d.below(2)
	}
	return 0
}

func (m *maker) service(d *dice, party, n int) register.Service {
	s := register.Service{ID: fmt.Sprintf("service-%d", n), Name: register.Text{"en": fmt.Sprintf("Service %d", n)}}
	if d.percent(30) {
		s.Engages = m.steps(d, party, 1+d.below(4))
	}
	s.Locations, s.RemoteAccess = someLocations(d, 40), someRemote(d, 6)
	if d.percent(10) {
		s.Transfers = transfers(d)
	}
	return s
}

// engaged returns the sub-processors of a party: dozens of a hub, none or a
// handful of any other.
func (m *maker) engaged(d *dice, i int) []register.Onward {
	switch {
	case i < m.hubs:
		return m.steps(d, i, min(m.core/2, 12+d.below(37)))
	case d.percent(35):
		return nil
	}
	return m.steps(d, i, []int{1, 1, 1, 2, 2, 3, 4, 5}[d.below(8)])
}

func (m *maker) steps(d *dice, from, n int) []register.Onward {
	var all []register.Onward
	taken := map[int]bool{from: true}
	for range n {
		to := m.target(d, from)
		if taken[to] {
			continue
		}
		taken[to] = true
		all = append(all, m.step(d, to))
	}
	return all
}

// target draws whom a party engages: mostly hubs, then those of the core.
func (m *maker) target(d *dice, from int) int {
	hub, core := 55, 93
	if from < m.hubs {
		hub, core = 20, 100
	}
	switch n := d.below(100); {
	case n < hub:
		return d.below(m.hubs)
	case n < core:
		return m.hubs + d.below(m.core-m.hubs)
	}
	return d.below(m.parties)
}

func (m *maker) step(d *dice, to int) register.Onward {
	o := register.Onward{Party: PartyID(to), Remarks: d.remarks(15)}
	if d.percent(55) {
		o.As = register.RoleProcessor
	}
	if d.percent(10) {
		o.Data = several(d, passed, 1+d.below(2))
	}
	if d.percent(6) {
		o.From = d.day(2015, 2028)
	}
	if d.percent(3) {
		o.Until = d.day(2029, 2032)
		if d.percent(50) {
			o.From, o.Until = 0, d.day(2020, 2026)
		}
	}
	if d.percent(3) {
		o.Locations = someLocations(d, 100)
	}
	return o
}

// onward returns the recipients of a party that it does not engage.
func (m *maker) onward(d *dice, from int) []register.Onward {
	all := m.steps(d, from, 1+d.below(2))
	for i := range all {
		all[i].As = one(d, []register.Role{register.RoleController, register.RoleRecipient, ""})
	}
	return all
}

func someLocations(d *dice, percent int) []register.Area {
	if !d.percent(percent) {
		return nil
	}
	all := []register.Area{locations.draw(d)}
	if other := locations.draw(d); other != all[0] && d.percent(40) {
		all = append(all, other)
	}
	return all
}

func someRemote(d *dice, percent int) []country {
	if !d.percent(percent) {
		return nil
	}
	return []country{distant.draw(d)}
}

func transfers(d *dice) []register.Transfer {
	t := register.Transfer{Tool: one(d, []register.TransferTool{register.TransferToolScc, register.TransferToolAdequacy, register.TransferToolBcr})}
	if d.percent(50) {
		t.Country = distant.draw(d)
	}
	return []register.Transfer{t}
}
