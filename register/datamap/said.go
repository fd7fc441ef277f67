package datamap

import (
	"sync/atomic"

	"github.com/openropa/ropa/register"
)

// said is what a disclosure, an onward step, a service or a party says about
// what happens to data at a party. Nil says nothing, empty says none.
type said struct {
	at          string
	remarks     *register.Remarks
	engages     []register.Onward
	recipients  []register.Onward
	locations   []register.Area
	remote      []register.Country
	transfers   []register.Transfer
	ownPurposes []register.OwnPurpose
}

func saidByDisclosure(d *register.Disclosure, at string) *said {
	return &said{at, &d.Remarks, d.Engages, d.Recipients, d.Locations, d.RemoteAccess, d.Transfers, d.OwnPurposes}
}

func saidByStep(o *register.Onward, at string) *said {
	if o.Locations == nil && o.RemoteAccess == nil && o.Transfers == nil {
		return nil
	}
	return &said{at: at, remarks: &o.Remarks, locations: o.Locations, remote: o.RemoteAccess, transfers: o.Transfers}
}

func saidByService(s *register.Service, at string) *said {
	return &said{at, &s.Remarks, s.Engages, s.Recipients, s.Locations, s.RemoteAccess, s.Transfers, s.OwnPurposes}
}

func saidByParty(p *register.Party) *said {
	return &said{"parties/" + p.ID, &p.Remarks, p.Engages, p.Recipients, p.Locations, p.RemoteAccess, p.Transfers, p.OwnPurposes}
}

// node is where data are: at a party, or at one of its services, under what
// the disclosure or step that led there says.
type node struct {
	number    int32 // in chains.made
	like      int32 // the same for nodes of which the same is stated of countries and purposes of their own
	point     int32 // -1 for none
	party     int32
	id        string
	above     *said // by the disclosure or step; nil for nothing
	service   *said // nil where none is named
	serviceID string
	own       *said // by the party; nil for a party that nobody defines
	services  []*said
	country   register.Country

	edges        []edge
	destinations []destination
	ownPurposes  []ownPurpose
	ownNone      bool // stated that there are none
	ownNoneMask  mask

	hops    atomic.Pointer[[]hop] // its edges, ready to be taken
	told    atomic.Pointer[dated] // its destinations
	bounds  []register.Date       // of the steps that the disclosure states
	reaches atomic.Pointer[reaches]
}

// listed is a list that holds at a node, who says it, and whether that is a
// service which the entry above did not name.
type listed[T any] struct {
	list []T
	by   *said
	left bool
}

// nearest returns the statements of one kind that hold at a node: the nearest
// one. Where a party has services and none is named, each of them may be
// meant: what they say is added, and marked.
func nearest[T any](n *node, get func(*said) []T) []listed[T] {
	for _, s := range []*said{n.above, n.service} {
		if s != nil && get(s) != nil {
			return []listed[T]{{get(s), s, false}}
		}
	}
	var all []listed[T]
	if n.own != nil && get(n.own) != nil {
		all = append(all, listed[T]{get(n.own), n.own, false})
	}
	for _, s := range n.services {
		if get(s) != nil {
			all = append(all, listed[T]{get(s), s, true})
		}
	}
	return all
}

// leftIf is the mask of a column that rests on a service which nobody named.
func leftIf(left bool, c column) mask {
	if left {
		return leftOut.in(c)
	}
	return 0
}

// ownPurpose is a purpose of its own for which a party uses what it gets.
type ownPurpose struct {
	purpose string
	mask    mask
}

// readOwn finds the purposes of its own of the party at a node.
func (n *node) readOwn() {
	for _, l := range nearest(n, func(s *said) []register.OwnPurpose { return s.ownPurposes }) {
		m := leftIf(l.left, colOwn) | certainty(l.by.remarks, colOwn)
		for i := range l.list {
			p := &l.list[i]
			n.ownPurposes = append(n.ownPurposes, ownPurpose{p.Purpose, m | certainty(&p.Remarks, colOwn)})
		}
		if len(l.list) == 0 {
			if !n.ownNone || better(m, n.ownNoneMask) {
				n.ownNoneMask = m
			}
			n.ownNone = true
		}
	}
	if len(n.ownPurposes) > 0 {
		n.ownNone = false
	}
}
