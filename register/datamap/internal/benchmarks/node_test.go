package benchmarks

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// node is where data are: at a party or one of its services, under what a
// disclosure or step says that says more than to whom.
type node struct {
	party, service string
	disclosure     *register.Disclosure
	step           *register.Onward
}

// edge is a step by which data go on.
type edge struct {
	to      node
	data    []string // all where it names none
	as      register.Role
	engaged bool
	from    register.Date
	until   register.Date
}

func entry(d *register.Disclosure) node {
	n := node{party: d.To, service: d.Service}
	if d.Engages != nil || d.Recipients != nil || d.Locations != nil || d.RemoteAccess != nil || d.Transfers != nil || d.OwnPurposes != nil {
		n.disclosure = d
	}
	return n
}

// said is what one entry says about what happens to data at a party.
type said struct {
	engages, recipients []register.Onward
	locations           []register.Area
	remote              []register.Country
}

// nearest returns the lists that hold at a node: that of the disclosure or
// step, else of the service, else of the party with those of the services that
// nobody named.
func nearest[T any](v *register.View, n node, get func(said) []T) []T {
	switch {
	case n.disclosure != nil:
		d := n.disclosure
		if list := get(said{d.Engages, d.Recipients, d.Locations, d.RemoteAccess}); list != nil {
			return list
		}
	case n.step != nil:
		if list := get(said{nil, nil, n.step.Locations, n.step.RemoteAccess}); list != nil {
			return list
		}
	}
	p := v.Party(n.party)
	if p == nil {
		return nil
	}
	all := get(said{p.Engages, p.Recipients, p.Locations, p.RemoteAccess})
	all = all[:len(all):len(all)]
	for i := range p.Services {
		s := &p.Services[i]
		list := get(said{s.Engages, s.Recipients, s.Locations, s.RemoteAccess})
		switch {
		case n.service == "":
			all = append(all, list...)
		case n.service == s.ID && list != nil:
			return list
		}
	}
	return all
}

// edges returns the steps from a node.
func edges(v *register.View, n node) []edge {
	var all []edge
	add := func(list []register.Onward, engaged bool) {
		for i := range list {
			o := &list[i]
			e := edge{node{party: o.Party, service: o.Service}, o.Data, o.As, engaged, o.From, o.Until}
			if o.Locations != nil || o.RemoteAccess != nil || o.Transfers != nil {
				e.to.step = o
			}
			if len(e.data) == 0 {
				e.data = []string{allData}
			}
			all = append(all, e)
		}
	}
	add(nearest(v, n, func(s said) []register.Onward { return s.engages }), true)
	add(nearest(v, n, func(s said) []register.Onward { return s.recipients }), false)
	return all
}

// areas returns where the party at a node has its seat, processes, and from
// where it has access.
func areas(v *register.View, n node) []register.Area {
	var all []register.Area
	if p := v.Party(n.party); p != nil && p.Country != "" {
		all = append(all, register.Area(p.Country))
	}
	all = append(all, nearest(v, n, func(s said) []register.Area { return s.locations })...)
	for _, c := range nearest(v, n, func(s said) []register.Country { return s.remote }) {
		all = append(all, register.Area(c))
	}
	return all
}

// isOutside reports whether one of the areas is outside the EEA on a day.
func isOutside(all []register.Area, on register.Date) bool {
	for _, a := range all {
		if c, ok := a.Country(); ok && !law.IsEEA(c, on) {
			return true
		}
	}
	return false
}

// The roles as numbers, in the order of the words of package datamap.
const (
	unstated = iota
	processor
	subProcessor
	jointController
	controller
	recipient
)

var roleNumbers = map[register.Role]int{
	register.RoleProcessor: processor, register.RoleJointController: jointController,
	register.RoleController: controller, register.RoleRecipient: recipient,
}

// directRole is the role of the recipient of a disclosure.
func directRole(a *register.Activity, d *register.Disclosure) int {
	if d.As == register.RoleProcessor && a.Role == register.ActivityRoleProcessor {
		return subProcessor
	}
	return roleNumbers[d.As]
}

// onwardRole is the role of one to whom a party that acts as from passes data.
func onwardRole(from int, e *edge) int {
	processes := from == processor || from == subProcessor
	switch as := roleNumbers[e.as]; {
	case as == processor && processes:
		return subProcessor
	case as != unstated:
		return as
	case !e.engaged, from == unstated:
		return unstated
	case processes:
		return subProcessor
	}
	return processor
}
