package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// destination is a country at a node.
type destination struct {
	area      register.Area
	how       string
	at        string
	mask      mask
	transfers []register.Transfer
	by        *said // who states the transfers
}

// The ways in which a country comes in.
const (
	howSeat     = "seat"
	howLocation = "location"
	howRemote   = "remote-access"
)

// readDestinations finds the countries of the party at a node.
func (n *node) readDestinations() {
	add := func(area register.Area, how, at string, m mask, by *said) {
		d := destination{area: area, how: how, at: at, mask: m}
		d.transfers, d.by = n.transfersFor(by)
		n.destinations = append(n.destinations, d)
	}
	if n.country != "" {
		add(register.Area(n.country), howSeat, n.own.at+"/country", certainty(n.own.remarks, colCountry), n.own)
	}
	for _, l := range nearest(n, func(s *said) []register.Area { return s.locations }) {
		m := leftIf(l.left, colCountry) | certainty(l.by.remarks, colCountry)
		for _, area := range l.list {
			add(area, howLocation, l.by.at+"/locations", m, l.by)
		}
	}
	for _, l := range nearest(n, func(s *said) []register.Country { return s.remote }) {
		m := leftIf(l.left, colCountry) | certainty(l.by.remarks, colCountry)
		for _, country := range l.list {
			add(register.Area(country), howRemote, l.by.at+"/remoteAccess", m, l.by)
		}
	}
}

// transfersFor returns the transfer tools for a country that an entry states:
// the nearest, and who states them; those of a service that nobody named only
// for what it says.
func (n *node) transfersFor(by *said) ([]register.Transfer, *said) {
	lists := nearest(n, func(s *said) []register.Transfer { return s.transfers })
	for _, l := range lists {
		if l.left && l.by == by {
			return l.list, l.by
		}
	}
	if len(lists) > 0 && !lists[0].left {
		return lists[0].list, lists[0].by
	}
	return nil, nil
}

// dated are the countries of a node as they are told on a day.
type dated struct {
	on   register.Date
	list []Destination
}

// destinationsOn returns the countries of a node as they are told on a day.
func (n *node) destinationsOn(on register.Date) []Destination {
	if n == nil || len(n.destinations) == 0 {
		return nil
	}
	if known := n.told.Load(); known != nil && known.on == on {
		return known.list
	}
	all := make([]Destination, 0, len(n.destinations))
	for i := range n.destinations {
		d := &n.destinations[i]
		all = append(all, Destination{Country: d.area, How: d.how, OutsideEEA: outside(d.area, on), Tool: d.tool(on), At: d.at})
	}
	slices.SortFunc(all, compareDestinations)
	all = slices.Clip(slices.Compact(all))
	n.told.Store(&dated{on, all})
	return all
}

// outside reports whether an area is known to be outside the EEA on a day.
func outside(a register.Area, on register.Date) bool {
	c, ok := a.Country()
	return ok && !law.IsEEA(c, on)
}

// covers reports whether an area is a union of countries to which one belongs,
// so that it may mean that country.
func covers(a register.Area, c register.Country, on register.Date) bool {
	switch a {
	case value.EEA:
		return law.IsEEA(c, on)
	case value.EU:
		return law.IsEU(c, on)
	}
	return false
}

// tool returns the transfer tool that is stated for a destination on a day.
func (d *destination) tool(on register.Date) register.TransferTool {
	if i := d.transfer(on); i >= 0 {
		return d.transfers[i].Tool
	}
	return ""
}

// transfer returns the number of the transfer that is stated for a destination
// on a day, -1 for none: one for this country, else one for any third country
// (Art. 44).
func (d *destination) transfer(on register.Date) int {
	anywhere := -1
	for i := range d.transfers {
		t := &d.transfers[i]
		switch {
		case !on.Between(t.From, t.Until):
		case t.Country != "" && register.Area(t.Country) == d.area:
			return i
		case t.Country == "" && anywhere < 0 && outside(d.area, on):
			anywhere = i
		}
	}
	return anywhere
}
