package lint

import "github.com/openropa/ropa/register"

// engaged is a party with the service for which it is engaged.
type engaged struct{ party, service string }

// engagements are who engages whom on the day as a processor, and what a walk
// along them remembers. One walk is made after the other.
type engagements struct {
	pass    *pass
	nodes   []engager
	index   map[engaged]int32
	ids     []string // of the parties by their number
	numbers map[string]int32
	walk    int32 // the number of the walk that is made
	// circled are the parties of circles that were found. A circle among them alone
	// is not told: parties that all engage each other form more than can be counted.
	circled []bool
	onPath  []int32 // where a party stands in the path, from 1
	known   []int32 // the last walk that told a party
}

type engager struct {
	engaged
	seen  int32 // the last walk that came by
	steps []engagement
}

// engagement is a step to somebody who is engaged, and where it stands.
type engagement struct {
	*register.Onward
	to, number int32
	base       string
	list       []register.Onward
	i          int
}

// at returns the address of the step.
func (x *engagement) at() string { return x.base + register.Names(x.list)[x.i] }

func newEngagements(p *pass) *engagements {
	g := &engagements{pass: p, index: make(map[engaged]int32), numbers: make(map[string]int32)}
	for _, e := range p.view.Entities(register.KindParties) {
		x := e.(*register.Party)
		g.node(engaged{x.ID, ""})
		for i := range x.Services {
			g.node(engaged{x.ID, x.Services[i].ID})
		}
	}
	return g
}

func (g *engagements) partyNumber(id string) int32 {
	n, ok := g.numbers[id]
	if !ok {
		n = int32(len(g.ids))
		g.numbers[id] = n
		g.ids = append(g.ids, id)
		g.circled, g.onPath, g.known = append(g.circled, false), append(g.onPath, 0), append(g.known, 0)
	}
	return n
}

// node returns the number of a party with a service, with those to whom its steps
// lead.
func (g *engagements) node(e engaged) int32 {
	i, ok := g.index[e]
	if !ok {
		i = int32(len(g.nodes))
		g.index[e] = i
		g.nodes = append(g.nodes, engager{engaged: e})
		steps := g.stepsFrom(e)
		g.nodes[i].steps = steps
	}
	return i
}

// walked reports whether a walk came by a direct processor.
func (g *engagements) walked(x *direct) bool {
	return g.nodes[g.node(engaged{x.party, x.service})].seen > 0
}

// stepsFrom returns what a party engages for a service: what is said at the
// service, else at the party and, where no service is named, at all of them.
func (g *engagements) stepsFrom(e engaged) []engagement {
	party := g.pass.view.Party(e.party)
	if party == nil {
		return nil
	}
	var all []engagement
	at := "parties/" + e.party
	own := true
	for i := range party.Services {
		s := &party.Services[i]
		if s.Engages == nil || e.service != "" && s.ID != e.service {
			continue
		}
		own = own && e.service == ""
		all = g.stepsOf(all, at+"/services/"+register.Names(party.Services)[i]+"/engages/", s.Engages)
	}
	if own {
		all = g.stepsOf(all, at+"/engages/", party.Engages)
	}
	return all
}

// stepsOf adds the steps of a list that hold on the day.
func (g *engagements) stepsOf(all []engagement, base string, list []register.Onward) []engagement {
	for i := range list {
		x := &list[i]
		if g.pass.on.Between(x.From, x.Until) && isOne(x.As, "", register.RoleProcessor) {
			all = append(all, engagement{x, g.node(engaged{x.Party, x.Service}), g.partyNumber(x.Party), base, list, i})
		}
	}
	return all
}
