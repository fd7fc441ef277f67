package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document/internal/role"
)

// farther is how many of those who get data through others a sheet tells one by
// one; the annex of the parties tells the chains in full.
const farther = 40

// hop is a party that gets data from another one.
type hop struct {
	party, service string
	step           *register.Onward // nil for a direct recipient
	engaged        bool             // as a processor of the party above
	from           *hop
	role           string
	assumed        bool // the register does not state it in so many words
}

// chain is how far the data of an activity go.
type chain struct {
	// hops are those who get them through others, nearest first, as far as they are
	// told one by one; beyond are the others, by identifier.
	hops   []*hop
	beyond []string
	// exports are the transfers to third countries on the way.
	exports []export
}

// chainOf follows the data of an activity, once.
func (k *book) chainOf(a *register.Activity) *chain {
	c := k.chains[a]
	if c != nil {
		return c
	}
	c = new(chain)
	k.chains[a] = c
	answers := k.reached(a)
	reached, stated := make(map[string]bool, len(answers)), make(map[string]bool)
	for i := range answers {
		reached[answers[i].ID] = true
		stated[answers[i].ID] = answers[i].Stated
	}
	c.hops = k.hops(a, reached)
	for _, h := range c.hops {
		h.assumed = !stated[h.party]
	}
	if k.o.Audience.sees(Authority) { // the others may be known by what the public does not see
		known := k.known(a, c.hops)
		for i := range answers {
			if id := answers[i].ID; !known[id] {
				c.beyond = append(c.beyond, id)
			}
		}
	}
	c.exports = k.exports(a, c)
	return c
}

// known are the parties that a sheet tells one by one.
func (k *book) known(a *register.Activity, hops []*hop) map[string]bool {
	known := make(map[string]bool)
	for _, d := range k.disclosures(a) {
		known[d.To] = true
	}
	for _, h := range hops {
		known[h.party] = true
	}
	return known
}

// passedOn tells to whom the recipients of an activity pass the data on.
func (k *book) passedOn(a *register.Activity) []Block {
	c := k.chainOf(a)
	if len(c.hops) == 0 {
		return nil
	}
	table := Table{ID: "passed-on-table-of-" + a.ID, Caption: k.label("passed-on"), Columns: []Column{
		{ID: "recipient", Title: k.label("column.recipient"), Width: 1.5, Head: true},
		k.column("role", 1), k.column("through", 1.5), k.column("data", 1.3), k.column("when", 1), k.column("countries", 1.4),
	}}
	for _, h := range c.hops {
		table.Rows = append(table.Rows, k.hopRow(h))
	}
	blocks := []Block{trim(table)}
	if n := len(c.beyond); n > 0 {
		blocks = append(blocks, Paragraph{Text(k.sayf("and-farther", n))})
	}
	return blocks
}

// reached returns all whom data of an activity reach on the day, directly or
// through others.
func (k *book) reached(a *register.Activity) []datamap.Answer {
	answers, err := k.chart.Ask(datamap.Recipients, datamap.Filter{
		AsOf: k.o.AsOf, Activities: []string{a.ID}, Planned: true, Brief: true,
	})
	if err != nil {
		return nil // the activity is not in the map: there is nothing to tell
	}
	return answers.Answers
}

// hops follows the chains from the recipients of an activity, nearest first, to
// those whom the data do reach.
func (k *book) hops(a *register.Activity, reached map[string]bool) []*hop {
	var queue, found []*hop
	seen := make(map[[2]string]bool)
	follow := func(h *hop, list []register.Onward, engaged bool) {
		for i := range list {
			step := &list[i]
			key := [2]string{step.Party, step.Service}
			if !reached[step.Party] || seen[key] || k.over(step.From, step.Until) || len(found) >= farther {
				continue
			}
			seen[key] = true
			next := &hop{party: step.Party, service: step.Service, step: step, engaged: engaged, from: h}
			next.role = role.Onward(h.role, step.As, engaged)
			found, queue = append(found, next), append(queue, next)
		}
	}
	for _, d := range k.disclosures(a) {
		if k.over(d.From, d.Until) {
			continue
		}
		h := &hop{party: d.To, service: d.Service, role: role.Direct(d.As, a.Role)}
		engages, recipients := k.onward(d.To, d.Service, d.Engages, d.Recipients)
		if d.Engages != nil && !k.o.Audience.sees(Authority) {
			engages = nil // whom it engages for this is not for the public, and others it does not
		}
		follow(h, engages, true)
		follow(h, recipients, false)
	}
	for i := 0; i < len(queue) && len(found) < farther; i++ {
		engages, recipients := k.onward(queue[i].party, queue[i].service, nil, nil)
		follow(queue[i], engages, true)
		follow(queue[i], recipients, false)
	}
	return found
}

// onward returns to whom a party passes data on: what is said nearest.
func (b *builder) onward(party, service string, engages, recipients []register.Onward) (engaged, others []register.Onward) {
	if s := b.findService(party, service); s != nil {
		engages, recipients = nearest(engages, s.Engages), nearest(recipients, s.Recipients)
	}
	if p := b.view.Party(party); p != nil {
		engages, recipients = nearest(engages, p.Engages), nearest(recipients, p.Recipients)
	}
	return engages, recipients
}

// passedData tells which data a party passes on: of those that it receives, and what
// it adds to them.
func (k *book) passedData(from string, o *register.Onward) []Inline {
	name := k.name(register.KindParties, from)
	var data []Inline
	switch {
	case len(o.Data) == 0:
		data = []Inline{muted(k.tell("all-that-come-in", bare(name)))}
	case slices.Contains(o.Data, everything):
		data = []Inline{k.tell("all-received", bare(name))}
	default:
		data = k.names(register.KindDataCategories, o.Data)
	}
	if len(o.AddsData) > 0 {
		data = append(data, k.tell("adds-data", bare(name), joined(k.names(register.KindDataCategories, o.AddsData), ", ")))
	}
	return data
}

func (k *book) hopRow(h *hop) Row {
	first := []Inline{k.name(register.KindParties, h.party)}
	if h.service != "" {
		first = append(first, k.named("service", k.serviceOf(h.party, h.service)))
	}
	if h.assumed {
		first = append(first, mark(k.say("assumed")))
	}
	var way []Inline
	for at := h.from; at != nil; at = at.from {
		way = append([]Inline{k.name(register.KindParties, at.party)}, way...)
	}
	return Row{Cells: []Cell{
		headed(first), k.stated(k.roleWord(h.role)), k.cell(joined(way, " → ")),
		k.cell(k.passedData(h.from.party, h.step)...), k.cell(k.text(h.step.When)),
		k.cell(k.siteLines(k.sites(h.party, h.service, h.step.Locations, h.step.RemoteAccess, h.step.Transfers))...),
	}}
}
