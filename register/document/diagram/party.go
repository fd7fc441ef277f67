package diagram

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// deepest is how many steps beyond a party its picture shows.
const deepest = 2

// mostPassers is how many of those who pass data on to a party are shown one by one.
const mostPassers = 12

// ofParty draws one party: from which activities and through whom it gets which
// data, and to whom it passes them on.
func (m *maker) ofParty() error {
	party := m.view.Party(m.o.Party)
	list := m.activities()
	f := m.collect(list)
	if party == nil || !slices.ContainsFunc(f.halts, func(h halt) bool { return h.party == m.o.Party }) {
		return &UnknownError{string(register.KindParties), m.o.Party}
	}
	name := m.name(register.KindParties, party.ID)
	m.g.Title = m.say("title.party", short(name, 120))
	uses := m.column("activities")
	through := m.through(f)
	if len(through) > 0 {
		m.column("through")
	}
	data := m.column("data")
	at := m.column("party")
	n, self := m.node(at, party.ID, partyNode, name)
	n.about = true
	m.describeParty(n, f)
	n.mark(m.marksOfParties(list, false)[party.ID])
	m.passers(f, through, uses+1, self)
	m.comesIn(f, list, uses, data, self)
	m.goesOn(f, data+2, self)
	m.dropEmpty()
	return nil
}

// describeParty tells the roles and places of the party that a picture is about.
func (m *maker) describeParty(n *node, f *flows) {
	var all halt
	for i := range f.halts {
		if h := &f.halts[i]; h.party == m.o.Party {
			for _, role := range h.roles {
				if !slices.Contains(all.roles, role) {
					all.roles = append(all.roles, role)
				}
			}
			all.places.add(h.places)
		}
	}
	n.place = m.kind(&all.places)
	for _, role := range roleOrder {
		if slices.Contains(all.roles, role) && (role != "" || len(all.roles) == 1) {
			n.details = append(n.details, m.role(role))
		}
	}
	if place := m.told(&all.places); place != "" {
		n.details = append(n.details, place)
	}
}

// through returns who passes data on to the party, in order.
func (m *maker) through(f *flows) []string {
	var all []string
	for i := range f.hops {
		x := &f.hops[i]
		if from := f.halts[x.from].party; f.halts[x.to].party == m.o.Party && from != m.o.Party && !slices.Contains(all, from) {
			all = append(all, from)
		}
	}
	return all
}

// passers adds those who pass data on to the party; of many, one node for all.
func (m *maker) passers(f *flows, through []string, column, self int) {
	var names []string
	for _, id := range through {
		names = append(names, m.name(register.KindParties, id))
	}
	for i, id := range through {
		key, name := m.passer(id, len(through)), names[i]
		if len(through) > mostPassers {
			name = m.say("count.parties", len(through))
			m.g.Grouped = true
		}
		n, at := m.node(column, key, partyNode, name)
		p := m.placesOf(id, "", nil, nil)
		if len(through) > mostPassers {
			n.details = []string{m.listed(names, 6)}
		} else if n.place = m.kind(&p); m.told(&p) != "" {
			n.details = []string{m.told(&p)}
		}
		direct := slices.ContainsFunc(f.halts, func(h halt) bool { return h.party == id && h.depth == 0 })
		if !direct && len(through) <= mostPassers {
			n.details = append([]string{m.say("through")}, n.details...)
		}
		for j := range f.hops {
			x := &f.hops[j]
			if f.halts[x.from].party != id || f.halts[x.to].party != m.o.Party {
				continue
			}
			to, assumed := self, x.assumed
			if len(x.onward.Data) > 0 && len(through) <= mostPassers {
				_, to = m.dataNode(column+1, "from "+key, x.onward.Data)
				m.connect(to, self, assumed)
			}
			m.connect(at, to, assumed)
		}
	}
}

func (m *maker) passer(id string, all int) string {
	if all > mostPassers {
		return "passers"
	}
	return "passer " + id
}

// comesIn adds the activities that disclose data to the party or to those who pass
// them on.
func (m *maker) comesIn(f *flows, list []*register.Activity, uses, data, self int) {
	var concerned []*register.Activity
	through := m.through(f)
	wanted := func(e *entry) bool {
		to := f.halts[e.halt].party
		return to == m.o.Party || slices.Contains(through, to)
	}
	for i := range f.entries {
		if e := &f.entries[i]; wanted(e) && !slices.Contains(concerned, e.activity) {
			concerned = append(concerned, e.activity)
		}
	}
	grouped := len(concerned) > mostActivities
	m.g.Grouped, m.g.together = m.g.Grouped || grouped, grouped
	groupOf := m.activityGroups(concerned, grouped)
	of := make(map[*register.Activity]int)
	for _, a := range list {
		if slices.Contains(concerned, a) {
			key, name := groupOf(a)
			n, i := m.node(uses, key, activityNode, name)
			n.mark(m.marksOfActivity(a))
			of[a] = i
		}
	}
	m.describeActivities(concerned, of, grouped)
	groups := make(map[int][]string)
	for i := range f.entries {
		e := &f.entries[i]
		doubt := m.unsure(&e.disclosure.Remarks, "to", "as")
		switch to := f.halts[e.halt].party; {
		case to == m.o.Party && grouped:
			groups[of[e.activity]] = m.union(groups[of[e.activity]], e)
		case to == m.o.Party:
			m.given(e, data, of[e.activity], self)
		case slices.Contains(through, to):
			if at, ok := m.at[nodeKey{uses + 1, m.passer(to, len(through))}]; ok {
				m.connect(of[e.activity], at, doubt)
			}
		}
	}
	for i := range m.g.nodes {
		if categories, ok := groups[i]; ok {
			_, label := m.dataNode(data, "given "+id(i), categories)
			m.connect(i, label, false)
			m.connect(label, self, false)
		}
	}
}

// union adds the data of a disclosure to those of others.
func (m *maker) union(all []string, e *entry) []string {
	categories := e.disclosure.Data
	if len(categories) == 0 || slices.Contains(categories, "all") {
		categories = nil
		for i := range e.activity.Data {
			categories = append(categories, e.activity.Data[i].Category)
		}
	}
	for _, c := range categories {
		if !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	return all
}

// goesOn adds those to whom the party passes data on.
func (m *maker) goesOn(f *flows, column, self int) {
	below := &flows{}
	at := make(map[halfKey]int)
	add := func(h halt, depth int) int {
		k := halfKey{h.party, depth}
		i, ok := at[k]
		if !ok {
			i = len(below.halts)
			at[k] = i
			below.halts = append(below.halts, halt{party: h.party, depth: depth - 1})
		}
		for _, role := range h.roles {
			if !slices.Contains(below.halts[i].roles, role) {
				below.halts[i].roles = append(below.halts[i].roles, role)
			}
		}
		below.halts[i].places.add(h.places)
		return i
	}
	type first struct {
		to, hop int
	}
	var firsts []first
	level := []string{m.o.Party}
	for depth := 1; depth <= deepest; depth++ {
		var next []string
		for j := range f.hops {
			x := &f.hops[j]
			from, to := f.halts[x.from], f.halts[x.to]
			if !slices.Contains(level, from.party) || to.party == m.o.Party {
				continue
			}
			i := add(to, depth)
			if depth == 1 {
				firsts = append(firsts, first{i, j})
			} else if up, ok := at[halfKey{from.party, depth - 1}]; ok {
				below.hops = append(below.hops, hop{up, i, x.onward, x.assumed})
			}
			if !slices.Contains(next, to.party) {
				next = append(next, to.party)
			}
		}
		level = next
	}
	if len(below.halts) == 0 {
		return
	}
	grouped := len(below.halts) > mostParties
	m.column("data")
	nodes := m.parties(below, column+1, grouped, grouped, m.activities())
	m.g.columns[column+1].title = m.say("column.onward")
	if len(m.g.columns) > column+2 {
		m.g.columns[column+2].title = m.say("column.deeper")
	}
	for _, x := range firsts {
		to, assumed := nodes[x.to], f.hops[x.hop].assumed
		if categories := slices.Concat(f.hops[x.hop].onward.Data, f.hops[x.hop].onward.AddsData); len(categories) > 0 && !grouped {
			_, label := m.dataNode(column, "on "+id(to), categories)
			m.connect(self, label, assumed)
			m.connect(label, to, assumed)
			continue
		}
		m.connect(self, to, assumed)
	}
}
