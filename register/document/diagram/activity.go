package diagram

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
)

// ofActivity draws one activity: whose data it uses, which of them it discloses to
// whom, and where they go on to.
func (m *maker) ofActivity() error {
	a := m.view.Activity(m.o.Activity)
	if a == nil || !m.shows(a) {
		return &UnknownError{string(register.KindActivities), m.o.Activity}
	}
	list := []*register.Activity{a}
	f := m.collect(list)
	name := m.name(register.KindActivities, a.ID)
	m.g.Title = m.say("title.activity", short(name, 120))
	m.column("subjects")
	data := m.column("data")
	at := m.column("activity")
	n, self := m.node(at, a.ID, activityNode, name)
	n.about, n.details = true, m.aboutActivity(a)
	n.mark(m.marksOfActivity(a))
	m.heldData(a, data, self)
	given := m.column("data")
	further := 0
	for i := range f.halts {
		further += min(f.halts[i].depth, 1)
	}
	nodes := m.parties(f, given+1, len(f.halts)-further > mostParties, further > mostParties, list)
	for i := range f.entries {
		m.given(&f.entries[i], given, self, nodes[f.entries[i].halt])
	}
	return nil
}

// heldData adds the people and other sources on the left, with the data about or
// from them. Those with the same data share them.
func (m *maker) heldData(a *register.Activity, column, self int) {
	var subjects []string
	for i := range a.Subjects {
		subjects = append(subjects, a.Subjects[i].Subject)
	}
	type held struct {
		data    []string
		assumed bool
	}
	of := make(map[string]*held)
	add := func(key string, category string, assumed bool) {
		if of[key] == nil {
			of[key] = &held{}
		}
		if !slices.Contains(of[key].data, category) {
			of[key].data = append(of[key].data, category)
		}
		of[key].assumed = of[key].assumed || assumed
	}
	for i := range a.Data {
		u := &a.Data[i]
		whose := u.Subjects
		if len(whose) == 0 {
			whose = subjects
		}
		for _, s := range whose {
			add("s "+s, u.Category, m.unsure(&u.Remarks, "category", "subjects") || len(u.Subjects) == 0 && len(subjects) > 1)
			if !slices.Contains(subjects, s) {
				subjects = append(subjects, s)
			}
		}
		for j := range u.Source {
			if party := u.Source[j].Party; party != "" {
				add("p "+party, u.Category, m.unsure(&u.Source[j].Remarks, "party"))
			}
		}
	}
	place := func(key string, i int) {
		h := of[key]
		if h == nil {
			m.connect(i, self, false)
			return
		}
		_, label := m.dataNode(column, "held "+strings.Join(h.data, " "), h.data)
		m.connect(i, label, h.assumed)
		m.connect(label, self, h.assumed)
	}
	for _, s := range subjects {
		_, i := m.node(0, s, subjectNode, capital(m.name(register.KindDataSubjects, s)))
		place("s "+s, i)
	}
	for i := range a.Data {
		for j := range a.Data[i].Source {
			party := a.Data[i].Source[j].Party
			if _, seen := m.at[nodeKey{0, "party " + party}]; party != "" && !seen {
				n, i := m.node(0, "party "+party, partyNode, m.name(register.KindParties, party))
				p := m.placesOf(party, "", nil, nil)
				n.place = m.kind(&p)
				m.g.columns[0].title = m.say("column.sources")
				place("p "+party, i)
			}
		}
	}
}

// given adds a disclosure: the data on their way to a recipient. The same data on
// the same way are told once.
func (m *maker) given(e *entry, column, from, to int) {
	d := &e.disclosure
	all := len(d.Data) == 0 || slices.Contains(d.Data, "all")
	assumed := len(d.Data) == 0
	doubt := m.unsure(&d.Remarks, "to", "as", "data")
	var n *node
	var label int
	if all {
		n, label = m.node(column, fmt.Sprint("given ", to, assumed), dataNode, m.say("all-data"))
		n.mark(m.marksOfActivity(e.activity))
		if assumed {
			n.details = []string{m.say("assumed")}
		}
	} else {
		_, label = m.dataNode(column, fmt.Sprint("given ", to, d.Data), d.Data)
	}
	m.connect(from, label, assumed || doubt)
	m.connect(label, to, assumed || doubt)
}

// dataNode adds data on their way.
func (m *maker) dataNode(column int, key string, categories []string) (*node, int) {
	n, i := m.node(column, key, dataNode, m.listed(m.names(register.KindDataCategories, categories), 6))
	n.mark(m.marksOfAll(categories))
	return n, i
}
