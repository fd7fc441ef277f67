package document

import (
	"cmp"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// abroadAnnex tells all transfers to third countries, with the adequacy decisions
// that are in force on the day (Art. 30(1)(e), 44-49).
func (k *book) abroadAnnex() []Section {
	if !k.tellsWays() {
		return nil
	}
	list := k.transfersAbroad()
	if len(list) == 0 {
		return nil
	}
	countries := Table{ID: "annex-transfers-countries", Caption: k.label("countries-and-decisions"), Columns: []Column{
		{ID: "country", Title: k.label("column.country"), Width: 1, Head: true}, k.column("decision", 3),
	}}
	table := Table{ID: "annex-transfers-table", Caption: k.label("transfers-shown"), Columns: []Column{
		{ID: "country", Title: k.label("column.country"), Width: 1, Head: true},
		k.column("recipient", 1.4), k.column("role", 1), k.column("through", 1.4), k.column("tool", 1.4), k.column("documentation", 2),
	}}
	var last register.Area
	for _, t := range list {
		if t.c.Country != last {
			last = t.c.Country
			countries.Rows = append(countries.Rows, Row{Cells: []Cell{k.cell(Text(k.area(last))), k.cell(k.decision(last)...)}})
		}
		table.Rows = append(table.Rows, k.abroadRow(&t))
	}
	return []Section{{ID: "annex-transfers", Title: k.label("annex.transfers"), Wide: true, Blocks: []Block{countries, trim(table)}}}
}

// arrival is a country outside the EEA to which data come at a party.
type arrival struct {
	r *datamap.Reach
	c *datamap.ReachedCountry
	// how are the ways in which the party is there: its seat, a location, access.
	how []string
}

// transfersAbroad returns the transfers to third countries by the name of the
// country, then by party; each country, way and tool of a
// party once, with all that it has there.
func (k *book) transfersAbroad() []arrival {
	type key struct{ country, party, service, tool, role, via string }
	seen := make(map[key]int) // one more than the place in the list
	var all []arrival
	for _, e := range k.entities(register.KindParties) {
		list := k.reaches[e.Key()]
		for i := range list {
			r := &list[i]
			for j := range r.Countries {
				c := &r.Countries[j]
				x := key{string(c.Country), r.Party, r.Service, string(c.Tool), r.Role, joined(k.names(register.KindParties, r.Via), " ").String()}
				at := seen[x]
				switch {
				case !c.OutsideEEA:
				case at == 0:
					all = append(all, arrival{r, c, []string{c.How}})
					seen[x] = len(all)
				case !slices.Contains(all[at-1].how, c.How):
					all[at-1].how = append(all[at-1].how, c.How)
				}
			}
		}
	}
	name := make(map[register.Area]string)
	for _, t := range all {
		name[t.c.Country] = k.area(t.c.Country)
	}
	slices.SortStableFunc(all, func(a, b arrival) int {
		return cmp.Or(cmp.Compare(name[a.c.Country], name[b.c.Country]), cmp.Compare(a.c.Country, b.c.Country))
	})
	return all
}

func (k *book) abroadRow(t *arrival) Row {
	through := k.ways(t.r)
	if through == nil {
		through = muted(k.label("direct"))
	}
	var role Inline
	if t.r.Role != "" {
		role = k.value(t.r.Role)
	}
	recipient := []Inline{k.name(register.KindParties, t.r.Party)}
	if t.r.Service != "" {
		recipient = append(recipient, k.named("service", k.serviceOf(t.r.Party, t.r.Service)))
	}
	if !t.r.Stated {
		recipient = append(recipient, mark(k.say("assumed")))
	}
	return Row{Cells: []Cell{
		k.cell(Text(k.area(t.c.Country)), muted(joined(values(k.builder, t.how), ", "))), k.cell(recipient...), k.stated(role), k.cell(through),
		k.toolCell(site{t.c.Country, t.c.How, t.c.Transfer}), k.cell(k.documentation(t.c.Transfer)...),
	}}
}
