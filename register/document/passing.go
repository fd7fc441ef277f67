package document

import (
	"strconv"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
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
}

// passedOn tells to whom the recipients of an activity pass the data on.
func (k *book) passedOn(a *register.Activity) []Block {
	if !k.o.Audience.sees(Authority) {
		return nil
	}
	reached := k.reached(a)
	if len(reached) == 0 {
		return nil
	}
	hops := k.hops(a, reached)
	if len(hops) == 0 {
		return nil
	}
	table := Table{ID: "passed-on-table-of-" + a.ID, Caption: k.label("passed-on"), Columns: []Column{
		{ID: "recipient", Title: k.label("column.recipient"), Width: 1.5, Head: true},
		k.column("role", 1), k.column("through", 1.5), k.column("data", 1.3), k.column("when", 1), k.column("countries", 1.4),
	}}
	for _, h := range hops {
		table.Rows = append(table.Rows, k.hopRow(h, reached[h.party]))
	}
	blocks := []Block{table}
	if n := k.beyond(reached, hops); n > 0 {
		blocks = append(blocks, Paragraph{Text(k.fill("and-farther", strconv.Itoa(n)))})
	}
	return blocks
}

// reached returns all whom data of an activity reach on the day, directly or
// through others.
func (k *book) reached(a *register.Activity) map[string]*datamap.Answer {
	answers, err := k.chart.Ask(datamap.Recipients, datamap.Filter{
		AsOf: k.o.AsOf, Activities: []string{a.ID}, Planned: true, Brief: true,
	})
	if err != nil {
		return nil // the activity is not in the map: there is nothing to tell
	}
	all := make(map[string]*datamap.Answer, len(answers.Answers))
	for i := range answers.Answers {
		all[answers.Answers[i].ID] = &answers.Answers[i]
	}
	return all
}

// directRole is the role of a direct recipient: whom an organisation engages that
// is itself a processor is a sub-processor.
func directRole(as register.Role, a *register.Activity) string {
	if as == register.RoleProcessor && a.Role == register.ActivityRoleProcessor {
		return "sub-processor"
	}
	return string(as)
}

// hops follows the chains from the recipients of an activity, nearest first, to
// those whom the data do reach.
func (k *book) hops(a *register.Activity, reached map[string]*datamap.Answer) []*hop {
	var queue, found []*hop
	seen := make(map[[2]string]bool)
	follow := func(h *hop, list []register.Onward, engaged bool) {
		for i := range list {
			step := &list[i]
			key := [2]string{step.Party, step.Service}
			if reached[step.Party] == nil || seen[key] || k.over(step.From, step.Until) || len(found) >= farther {
				continue
			}
			seen[key] = true
			next := &hop{party: step.Party, service: step.Service, step: step, engaged: engaged, from: h}
			next.role = k.roleOf(next)
			found, queue = append(found, next), append(queue, next)
		}
	}
	for _, d := range k.disclosures(a) {
		if k.over(d.From, d.Until) {
			continue
		}
		h := &hop{party: d.To, service: d.Service, role: directRole(d.As, a)}
		engages, recipients := k.onward(d.To, d.Service, d.Engages, d.Recipients)
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
func (k *book) onward(party, service string, engages, recipients []register.Onward) (engaged, others []register.Onward) {
	if s := k.findService(party, service); s != nil {
		engages, recipients = nearest(engages, s.Engages), nearest(recipients, s.Recipients)
	}
	if p := k.view.Party(party); p != nil {
		engages, recipients = nearest(engages, p.Engages), nearest(recipients, p.Recipients)
	}
	return engages, recipients
}

// roleOf tells the role of a party toward the organisation: whom a processor
// engages is a sub-processor, whom any other engages is the processor of that
// one (Art. 28(2), (4)). It is "" where the register does not say.
func (k *book) roleOf(h *hop) string {
	above := h.from.role
	processes := above == "processor" || above == "sub-processor"
	switch {
	case h.step.As == register.RoleProcessor && processes:
		return "sub-processor"
	case h.step.As != "":
		return string(h.step.As)
	case !h.engaged || above == "":
		return ""
	case processes:
		return "sub-processor"
	}
	return "processor"
}

func (k *book) hopRow(h *hop, answer *datamap.Answer) Row {
	first := []Inline{k.name(register.KindParties, h.party)}
	if h.service != "" {
		first = append(first, k.named("service", k.serviceOf(h.party, h.service)))
	}
	if !answer.Stated {
		first = append(first, mark(k.say("assumed")))
	}
	var role Inline
	if h.role != "" {
		role = k.value(h.role)
	}
	var way []Inline
	for at := h.from; at != nil; at = at.from {
		way = append([]Inline{k.name(register.KindParties, at.party)}, way...)
	}
	return Row{Cells: []Cell{
		k.cell(first...), k.stated(role), k.cell(joined(way, " → ")),
		k.cell(k.all(register.KindDataCategories, h.step.Data, "all-that-come-in")...), k.cell(k.text(h.step.When)),
		k.cell(k.siteLines(k.sites(h.party, h.service, h.step.Locations, h.step.RemoteAccess, h.step.Transfers))...),
	}}
}

// beyond counts those whom the data reach that are neither direct recipients nor
// told one by one.
func (k *book) beyond(reached map[string]*datamap.Answer, hops []*hop) int {
	if len(hops) < farther {
		return 0
	}
	known := make(map[string]bool)
	for _, h := range hops {
		for at := h; at != nil; at = at.from {
			known[at.party] = true
		}
	}
	n := 0
	for id := range reached {
		if !known[id] {
			n++
		}
	}
	return n
}
