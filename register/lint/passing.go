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
	// reached are those whom data reach, nil where that does not count.
	reached map[string]bool
}

// passer is a party with the service that is used.
type passer struct {
	stop
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

// newPassing puts it together; any: whether data reach them or not, which the map
// does not tell of what is only planned.
func newPassing(p *pass, any bool) *passing {
	g := &passing{pass: p, index: make(map[stop]int32)}
	if !any {
		g.reached = make(map[string]bool)
		for i := range p.reaches() {
			g.reached[p.reaches()[i].Party] = true
		}
	}
	for _, e := range p.view.Entities(register.KindParties) {
		x := e.(*register.Party)
		g.node(stop{x.ID, ""})
		for i := range x.Services {
			g.node(stop{x.ID, x.Services[i].ID})
		}
	}
	for i := range g.nodes {
		n := &g.nodes[i]
		x := p.view.Party(n.party)
		services := servicesOf(x, n.service)
		n.placed = isPlaced(x) || placedByService(services)
		for _, list := range onwardsOf(x, services, nil, nil) {
			n.to = append(n.to, g.steps(list)...)
		}
	}
	return g
}

func (g *passing) node(at stop) {
	g.index[at] = int32(len(g.nodes))
	g.nodes = append(g.nodes, passer{stop: at})
}

// steps returns where the steps of a list lead on the day.
func (g *passing) steps(list []register.Onward) []passed {
	var all []passed
	for i := range list {
		o := &list[i]
		to, ok := g.index[stop{o.Party, o.Service}]
		if ok && g.pass.on.Between(o.From, o.Until) && (g.reached == nil || g.reached[o.Party]) {
			all = append(all, passed{to, saysWhere(o)})
		}
	}
	return all
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
