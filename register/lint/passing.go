package lint

import (
	"sync/atomic"

	"github.com/openropa/ropa/register"
)

// passing is who passes data on to whom on the day, as far as data reach them:
// what a search walks for most activities, put together once.
type passing struct {
	pass  *pass
	index map[stop]int32
	nodes []passer
}

// passer is a party with the service that is used.
type passer struct {
	party string
	// placed: it says itself where it is.
	placed bool
	to     []passed
	// below are those after it of whom nothing says where they are, once they were
	// asked for.
	below atomic.Pointer[[]string]
}

// passed leads to the next; placed: the step says where.
type passed struct {
	to     int32
	placed bool
}

func newPassing(p *pass) *passing {
	g := &passing{pass: p, index: make(map[stop]int32)}
	var stops []stop
	add := func(at stop) int32 {
		i, ok := g.index[at]
		if !ok {
			i = int32(len(stops))
			g.index[at] = i
			stops = append(stops, at)
		}
		return i
	}
	for _, e := range p.view.Entities(register.KindParties) {
		x := e.(*register.Party)
		add(stop{x.ID, ""})
		for i := range x.Services {
			add(stop{x.ID, x.Services[i].ID})
		}
	}
	reached := make(map[string]bool)
	for _, x := range p.reaches() {
		reached[x.Party] = true
	}
	steps := make([][]passed, 0, len(stops))
	var placed []bool
	for i := 0; i < len(stops); i++ { // those that steps name come in
		x := p.view.Party(stops[i].party)
		if x == nil {
			steps, placed = append(steps, nil), append(placed, true)
			continue
		}
		services := servicesOf(x, stops[i].service)
		placed = append(placed, isPlaced(x) || placedByService(services))
		var to []passed
		for _, list := range onwardsOf(x, services, nil, nil) {
			for n := range list {
				if o := &list[n]; p.on.Between(o.From, o.Until) && reached[o.Party] {
					to = append(to, passed{add(stop{o.Party, o.Service}), saysWhere(o)})
				}
			}
		}
		steps = append(steps, to)
	}
	g.nodes = make([]passer, len(stops))
	for i := range g.nodes {
		n := &g.nodes[i]
		n.party, n.placed, n.to = stops[i].party, placed[i], steps[i]
	}
	return g
}

func saysWhere(o *register.Onward) bool { return len(o.Locations) > 0 || o.Transfers != nil }

// after returns the parties after a node of whom nothing says where they are.
func (g *passing) after(root int32) []string {
	if known := g.nodes[root].below.Load(); known != nil {
		return *known
	}
	found := []string{}
	told := map[int32]bool{}
	seen := make([]bool, len(g.nodes))
	var visit func(i int32)
	visit = func(i int32) {
		seen[i] = true
		for _, s := range g.nodes[i].to {
			if seen[s.to] {
				continue
			}
			n := &g.nodes[s.to]
			if first := g.index[stop{n.party, ""}]; !s.placed && !n.placed && !told[first] {
				told[first] = true
				found = append(found, n.party)
			}
			visit(s.to)
		}
	}
	visit(root)
	g.nodes[root].below.Store(&found)
	return found
}
