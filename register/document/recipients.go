package document

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document/internal/role"
)

// disclosures returns the disclosures of an activity. The public sees none that
// does not apply on the day.
func (k *book) disclosures(a *register.Activity) []register.AddressedDisclosure {
	all := k.view.Disclosures(a)
	if k.o.Audience != Public {
		return all
	}
	kept := all[:0:0]
	for _, d := range all {
		if !k.over(d.From, d.Until) {
			kept = append(kept, d)
		}
	}
	return kept
}

// recipients are those to whom an activity discloses data, and those to whom they
// pass them on (Art. 30(1)(d)).
func (k *book) recipients(a *register.Activity) []Section {
	list := k.disclosures(a)
	if len(list) == 0 && a.Disclosures == nil && a.Role == register.ActivityRoleProcessor {
		return nil // Art. 30(2) does not ask for them
	}
	s := Section{ID: "recipients-of-" + a.ID, Title: k.label("recipients")}
	table := k.disclosureTable("recipients-table-of-"+a.ID, a, list)
	if a.Disclosures == nil {
		table.Empty = k.label("not-stated")
	}
	s.Blocks = append(s.Blocks, table)
	if len(list) > 0 && a.Disclosures != nil && len(a.Disclosures) == 0 {
		s.Blocks = append(s.Blocks, Paragraph{k.label("no-own-recipients")})
	}
	own := list[:0:0]
	for _, d := range list {
		if !d.Shared { // what is said of all activities stands in its own part
			own = append(own, d)
		}
	}
	s.Blocks = append(s.Blocks, k.more(k.moreOfDisclosures(own))...)
	s.Blocks = append(s.Blocks, k.passedOn(a)...)
	return []Section{s}
}

// disclosureTable tells disclosures of an activity, or of all where a is nil, a row
// each.
func (k *book) disclosureTable(id string, a *register.Activity, list []register.AddressedDisclosure) Table {
	table := Table{ID: id, Empty: k.label("none")}
	table.Columns = []Column{
		{ID: "recipient", Title: k.label("column.recipient"), Width: 1.5, Head: true},
		k.column("role", 0.9), k.column("data", 1.4), k.column("purposes", 1.2), k.column("when", 1.3),
	}
	if k.o.Audience.sees(Authority) {
		table.Columns = append(table.Columns, k.column("agreement", 1))
	}
	table.Columns = append(table.Columns, k.column("countries", 1.4))
	for i := range list {
		table.Rows = append(table.Rows, k.disclosureRow(a, &list[i]))
	}
	return trim(table)
}

func (k *book) disclosureRow(a *register.Activity, d *register.AddressedDisclosure) Row {
	first := []Inline{k.name(register.KindParties, d.To)}
	if d.Service != "" {
		first = append(first, k.named("service", k.serviceOf(d.To, d.Service)))
	}
	if d.Shared {
		first = append(first, muted(k.label("of-all-activities")))
	}
	first = append(first, k.id(d.ID))
	if k.o.Audience.sees(Authority) {
		first = append(first, k.span(d.From, d.Until))
	}
	if d.Shared { // the rest stands where it is said
		if k.o.Audience == Internal {
			first = append(first, k.doubt(&d.Remarks))
		}
	} else {
		first = append(first, k.remarks(&d.Remarks)...)
	}
	data := k.all(register.KindDataCategories, d.Data, "all-data-left-out")
	if people := k.peopleOf(a, d.Subjects); len(people) > 0 {
		data = append(data, k.named("subjects", joined(people, ", ")))
	} else {
		data = append(data, muted(k.label("of-all-subjects")))
	}
	when := []Inline{k.text(d.When)}
	for _, line := range k.laws(d.Law) {
		when = append(when, k.named("law", line))
	}
	row := Row{Muted: k.over(d.From, d.Until), At: k.entryAt(d.At), Cells: []Cell{
		headed(first), k.stated(k.directRole(a, d.Disclosure)), k.cell(data...),
		k.cell(k.purposesOf(a, d.Purposes)...), k.cell(when...),
	}}
	if k.o.Audience.sees(Authority) {
		row.Cells = append(row.Cells, k.contractCell(a, d.Disclosure))
	}
	row.Cells = append(row.Cells, k.cell(k.siteLines(k.sitesOf(d.Disclosure))...))
	return row
}

// roleWord tells a role, nil where the register states none.
func (b *builder) roleWord(role string) Inline {
	if role == "" {
		return nil
	}
	return b.value(role)
}

// directRole tells the role in which a recipient gets data of an activity, or of all
// where a is nil; nil where the register states none.
func (b *builder) directRole(a *register.Activity, d *register.Disclosure) Inline {
	if a == nil {
		return b.roleWord(string(d.As))
	}
	return b.roleWord(role.Direct(d.As, a.Role))
}

// findService returns a service of a party, nil where it has none of that name.
func (b *builder) findService(party, id string) *register.Service {
	if p := b.view.Party(party); p != nil && id != "" {
		for i := range p.Services {
			if p.Services[i].ID == id {
				return &p.Services[i]
			}
		}
	}
	return nil
}

// moreOfDisclosures tells what the rows of disclosures have no column for.
func (k *book) moreOfDisclosures(list []register.AddressedDisclosure) []Fact {
	var all []Fact
	for _, d := range list {
		rest := k.rest(d.Disclosure, "id", "to", "as", "data", "subjects", "purposes", "when", "service", "agreement", "law", "from", "until")
		all = append(all, told(Fact{Name: k.name(register.KindParties, d.To), Facts: rest})...)
	}
	return all
}

// site is a country from or in which a party processes data, and what allows the
// transfer to it.
type site struct {
	area     register.Area
	how      string // seat, location or remote-access
	transfer *register.Transfer
}

// sitesOf tells where a recipient processes the data of a disclosure: what is said
// there comes before what is said at the service, and that before the party.
func (k *book) sitesOf(d *register.Disclosure) []site {
	return k.sites(d.To, d.Service, d.Locations, d.RemoteAccess, d.Transfers)
}

func (k *book) sites(party, service string, locations []register.Area, remote []register.Country, transfers []register.Transfer) []site {
	p := k.view.Party(party)
	if p == nil {
		return nil
	}
	if s := k.findService(party, service); s != nil {
		locations, remote, transfers = nearest(locations, s.Locations), nearest(remote, s.RemoteAccess), nearest(transfers, s.Transfers)
	}
	locations, remote, transfers = nearest(locations, p.Locations), nearest(remote, p.RemoteAccess), nearest(transfers, p.Transfers)
	if !k.o.Audience.sees(Authority) {
		locations, remote = nil, nil
	}
	var all []site
	if p.Country != "" {
		all = append(all, site{register.Area(p.Country), "seat", k.transferTo(register.Area(p.Country), transfers)})
	}
	for _, area := range locations {
		all = append(all, site{area, "location", k.transferTo(area, transfers)})
	}
	for _, country := range remote {
		all = append(all, site{register.Area(country), "remote-access", k.transferTo(register.Area(country), transfers)})
	}
	return all
}

// nearest returns what is said nearer, else what is said farther off.
func nearest[T any](near, far []T) []T {
	if near != nil {
		return near
	}
	return far
}

// transferTo returns the transfer that applies to a country on the day.
func (k *book) transferTo(area register.Area, list []register.Transfer) *register.Transfer {
	var anywhere *register.Transfer
	for i := range list {
		t := &list[i]
		switch {
		case k.over(t.From, t.Until):
		case t.Country != "" && register.Area(t.Country) == area:
			return t
		case t.Country == "" && anywhere == nil && k.outside(area):
			anywhere = t
		}
	}
	return anywhere
}

// siteLines tells countries, those outside the EEA with the tool of the transfer.
func (k *book) siteLines(sites []site) []Inline {
	var lines []Inline
	for i, s := range sites {
		same := func(x site) bool { return x.area == s.area && x.transfer == s.transfer }
		if slices.ContainsFunc(sites[:i], same) {
			continue
		}
		var how []string
		for _, x := range sites[i:] {
			if word := k.words.Value(x.how); same(x) && !slices.Contains(how, word) {
				how = append(how, word)
			}
		}
		line := Text(k.area(s.area))
		if len(how) > 1 || s.how != "seat" {
			line = append(line, Run{Text: " (" + strings.Join(how, ", ") + ")", Style: Muted})
		}
		lines = append(lines, line)
		if !k.outside(s.area) {
			continue
		}
		lines = append(lines, afterMark(mark(k.say("outside-eea")), k.toolName(s.transfer)))
	}
	return lines
}

// tool tells what a transfer rests on, after a colon.
func (k *book) tool(t *register.Transfer) Inline {
	return append(Inline{{Text: k.words.Colon()}}, k.toolName(t)...)
}

// toolName tells what a transfer rests on.
func (k *book) toolName(t *register.Transfer) Inline {
	if t == nil || t.Tool == "" {
		return mutedText(k.say("no-tool"))
	}
	return k.value(string(t.Tool))
}
