package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document/internal/role"
)

// dataOf says which data a recipient gets: those that the register names, then
// those that are taken to be meant because no entry names any.
func (p *parties) dataOf(r *recipient) Cell {
	var named, taken []string
	for _, category := range r.Data {
		if !slices.Contains(r.Why, datamap.DataLeftOut) && p.named(r, category) {
			named = append(named, category)
		} else {
			taken = append(taken, category)
		}
	}
	lines := []Inline{p.listed(register.KindDataCategories, named), p.listed(register.KindDataCategories, taken)}
	switch {
	case len(taken) > 0 && len(named) > 0:
		lines[1] = append(mutedText(p.say("data-assumed-too")+p.words.Colon()), lines[1]...)
	case len(taken) > 0:
		lines = append(lines, mutedText(p.say("all-data-assumed")))
	}
	return p.stated(lines...)
}

// named reports whether the register names a category among the data of a recipient
// in the roles that are asked for.
func (p *parties) named(r *recipient, category string) bool {
	if p.naming == nil {
		p.naming = newNaming(p)
	}
	return slices.ContainsFunc(p.naming.of[r.ID], func(x *namedAt) bool {
		return (len(r.asked.Roles) == 0 || slices.Contains(r.asked.Roles, x.role)) && x.data[category]
	})
}

// naming is which data the register names on the way to each party. The answers of
// the data map tell that of a party as a whole; to ask it for each category of each
// party would take minutes where there are thousands of activities.
type naming struct {
	*parties
	of   map[string][]*namedAt
	at   map[namedKey]*namedAt
	open []*namedAt
	// wider are the terms that take in a category: itself, those above it and the
	// bundles with one of them.
	wider   map[string][]string
	bundles map[string][]string
}

// namedKey is a party with a service in a role.
type namedKey struct{ party, service, role string }

// namedAt are the data that are named on the way to a party.
type namedAt struct {
	namedKey
	data map[string]bool
	open bool
}

// newNaming follows what the activities that the audience sees disclose.
func newNaming(p *parties) *naming {
	n := &naming{parties: p, of: make(map[string][]*namedAt), at: make(map[namedKey]*namedAt), wider: make(map[string][]string), bundles: make(map[string][]string)}
	for _, e := range p.view.Entities(register.KindDataCategories) {
		for _, member := range e.(*register.DataCategory).Includes {
			n.bundles[member] = append(n.bundles[member], e.Key())
		}
	}
	for _, a := range p.shownActivities() {
		status := p.status(a)
		if status == register.StatusEnded {
			continue
		}
		for _, d := range p.view.Disclosures(a) {
			if !p.o.AsOf.Between(d.From, d.Until) && status != register.StatusPlanned {
				continue
			}
			to := namedKey{d.To, d.Service, role.Direct(d.As, a.Role)}
			data := n.disclosed(a, d.Data)
			n.add(to, data)
			if d.Engages != nil || d.Recipients != nil {
				engages, recipients := p.onward(d.To, d.Service, d.Engages, d.Recipients)
				n.pass(to.role, data, engages, true)
				n.pass(to.role, data, recipients, false)
			}
		}
	}
	for len(n.open) > 0 {
		x := n.open[len(n.open)-1]
		n.open = n.open[:len(n.open)-1]
		x.open = false
		engages, recipients := p.onward(x.party, x.service, nil, nil)
		n.pass(x.role, x.data, engages, true)
		n.pass(x.role, x.data, recipients, false)
	}
	return n
}

// disclosed are the data of an activity that a disclosure names.
func (n *naming) disclosed(a *register.Activity, terms []string) map[string]bool {
	data := make(map[string]bool)
	for _, term := range terms {
		data[term] = true
	}
	if len(terms) == 0 {
		return data
	}
	for i := range a.Data {
		n.members(a.Data[i].Category, func(category string) {
			data[category] = data[category] || n.among(category, terms)
		})
	}
	return data
}

// members visits a category, or those that a bundle consists of.
func (n *naming) members(id string, visit func(string)) {
	visit(id)
	if c := n.view.DataCategory(id); c != nil {
		for _, member := range c.Includes {
			visit(member)
		}
	}
}

// among reports whether terms take in a category.
func (n *naming) among(category string, terms []string) bool {
	return slices.ContainsFunc(terms, func(term string) bool {
		return term == everything || slices.Contains(n.widerOf(category), term)
	})
}

func (n *naming) widerOf(category string) []string {
	all, ok := n.wider[category]
	if ok {
		return all
	}
	for id := category; id != "" && !slices.Contains(all, id); {
		all = append(append(all, id), n.bundles[id]...)
		c := n.view.DataCategory(id)
		if c == nil {
			break
		}
		id = c.Parent
	}
	n.wider[category] = all
	return all
}

// pass follows the steps of a party that acts in a role.
func (n *naming) pass(above string, data map[string]bool, steps []register.Onward, engaged bool) {
	for i := range steps {
		step := &steps[i]
		if !n.o.AsOf.Between(step.From, step.Until) {
			continue
		}
		passed := make(map[string]bool)
		for category, named := range data {
			if named && n.among(category, step.Data) {
				passed[category] = true
			}
		}
		for _, category := range step.AddsData {
			n.members(category, func(id string) { passed[id] = true })
		}
		n.add(namedKey{step.Party, step.Service, role.Onward(above, step.As, engaged)}, passed)
	}
}

// add notes what is named on a way to a party.
func (n *naming) add(to namedKey, data map[string]bool) {
	x := n.at[to]
	grows := x == nil
	if grows {
		x = &namedAt{namedKey: to, data: make(map[string]bool)}
		n.at[to] = x
		n.of[to.party] = append(n.of[to.party], x)
	}
	for category, named := range data {
		if named && !x.data[category] {
			x.data[category], grows = true, true
		}
	}
	if grows && !x.open {
		x.open = true
		n.open = append(n.open, x)
	}
}
