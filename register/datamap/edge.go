package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// edge is a step by which data go on from a node.
type edge struct {
	step    *register.Onward
	at      string
	target  nodeKey
	to      *node  // the node of that key, once it was asked for
	id      string // of the party
	as      role   // that the step states
	engaged bool
	all     bool // all that comes in goes on
	data    []term
	adds    []term
	within  set    // the categories that lie within the data
	parts   []part // the data, where wider categories may come in
	mask    mask   // of the recipient
	kept    mask   // of the data that go on
	added   mask   // of the data that are added
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
			step: o, at: l.by.at + field + names[i], id: o.Party, as: roleOf(o.As), engaged: engaged,
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
