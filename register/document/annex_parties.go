package document

import (
	"fmt"
	"reflect"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document/internal/role"
)

// parties tells who receives, gives or supervises, and what they do with the data
// (Art. 30(1)(d)).
func (k *book) parties() []Section {
	table := Table{Columns: []Column{
		{ID: "party", Title: k.label("column.party"), Width: 1.6, Head: true},
		k.column("kind", 1), k.column("country", 1), k.column("ways", 2), k.column("used-by", 2),
	}}
	if !k.tellsWays() {
		table.Columns = slices.Delete(table.Columns, 3, 4)
	}
	var below []Section
	for _, e := range k.entities(register.KindParties) {
		p := e.(*register.Party)
		table.Rows = append(table.Rows, k.partyRow(p))
		if k.hasMore(p) {
			below = append(below, k.party(p))
		}
	}
	annex := k.annex(register.KindParties, "annex.parties", table, nil)
	if len(annex) > 0 {
		annex[0].Sections = below
	}
	return annex
}

// tellsWays reports whether it is told how data come to each party: they do for
// the whole register, so not in an extract.
func (k *book) tellsWays() bool { return k.o.Audience.sees(Authority) && !k.extract }

func (k *book) partyRow(p *register.Party) Row {
	kind := register.PartyKindOrganisation
	if p.Kind != "" {
		kind = p.Kind
	}
	first := k.entry(p, nil, p.Description, &p.Remarks)
	first.Lines[0] = k.name(register.KindParties, p.ID)
	if k.o.Audience == Internal {
		first.Lines = slices.Insert(first.Lines, 1, k.id(p.ID))
	}
	var country []Inline
	if p.Country != "" {
		country = []Inline{Text(k.area(register.Area(p.Country)))}
		if k.outside(register.Area(p.Country)) {
			country = append(country, mark(k.say("outside-eea")))
		}
	}
	where := k.cell(country...)
	if len(country) == 0 && k.lacksCountry(p.ID) {
		where = k.stated()
	}
	row := Row{At: k.at(register.KindParties, p.ID), Cells: []Cell{first, k.cell(k.value(string(kind))), where}}
	if k.tellsWays() {
		row.Cells = append(row.Cells, k.cell(k.waysTo(p.ID)...))
	}
	row.Cells = append(row.Cells, k.cell(k.usedBy(register.KindParties, p.ID)...))
	return row
}

// waysTo tells in which roles and through whom data come to a party.
func (k *book) waysTo(party string) []Inline {
	var lines []Inline
	seen := make(map[string]bool)
	for i := range k.reaches[party] {
		r := &k.reaches[party][i]
		line := k.label("role-unstated")
		if r.Role != "" {
			line = k.value(r.Role)
		}
		if len(r.Via) > 0 {
			line = append(append(line, Run{Text: " " + k.say("through") + " "}), k.ways(r)...)
		}
		if !r.Stated {
			line = append(append(line, Run{Text: " "}), mark(k.say("assumed"))...)
		}
		if s := line.String(); !seen[s] {
			seen[s] = true
			lines = append(lines, line)
		}
	}
	return lines
}

// toldOfParty are the fields of a party that its row tells.
var toldOfParty = append([]string{"id", "name", "description", "kind", "country"}, remarked...)

// hasMore reports whether a party says more than its row tells.
func (k *book) hasMore(p *register.Party) bool {
	v := reflect.ValueOf(p).Elem()
	for _, f := range k.objects.of(v.Type()) {
		if !slices.Contains(toldOfParty, f.Name) && k.tells(f.Field) && !v.FieldByIndex(f.index).IsZero() {
			return true
		}
	}
	return false
}

// party tells what a party does with the data: its services, its purposes, its
// processors and theirs.
func (k *book) party(p *register.Party) Section {
	s := Section{ID: anchor(register.KindParties, p.ID), Title: k.text(p.Name)}
	if s.Title == nil {
		s.Title = Text(p.ID)
	}
	var facts []Fact
	facts = append(facts, k.only(p, "otherNames", "partOf", "identifiers")...)
	facts = append(facts, k.contact(Text(k.field("contact")), p.Contact)...)
	if k.o.Audience.sees(Authority) {
		if p.DPO != nil {
			facts = append(facts, k.officer(Text(k.field("dpo")), p.DPO))
		}
		if p.Representative != nil {
			facts = append(facts, k.representative(Text(k.field("representative")), p.Representative))
		}
	}
	elsewhere := append(slices.Clone(toldOfParty), "otherNames", "partOf", "identifiers", "contact", "dpo", "representative", "services")
	if len(p.Engages) > 0 {
		elsewhere = append(elsewhere, "engages")
	}
	if len(p.Recipients) > 0 {
		elsewhere = append(elsewhere, "recipients")
	}
	facts = append(facts, k.facts(p, elsewhere...)...)
	s.Blocks = k.more(facts)
	s.Blocks = append(s.Blocks, k.onwardBlocks("passes-on-table-of-"+p.ID, k.label("passes-on"), served{p.ID, ""}, p.Engages, p.Recipients)...)
	for i := range p.Services {
		s.Blocks = append(s.Blocks, k.serviceBlocks(p, i)...)
	}
	return s
}

// serviceBlocks tells a service of a party.
func (k *book) serviceBlocks(p *register.Party, i int) []Block {
	s := &p.Services[i]
	elsewhere := append(slices.Clip(slices.Clone(remarked)), "id", "name", "description")
	if len(s.Engages) > 0 {
		elsewhere = append(elsewhere, "engages")
	}
	if len(s.Recipients) > 0 {
		elsewhere = append(elsewhere, "recipients")
	}
	name := k.serviceName(s, s.ID)
	f := Fact{Name: append(Text(k.field("service")+k.words.Colon()), name...), Text: filled([]Inline{k.id(s.ID), k.text(s.Description)})}
	f.Text = append(f.Text, k.remarks(&s.Remarks)...)
	f.Facts = k.facts(s, elsewhere...)
	caption := append(append(k.label("passes-on"), Run{Text: " – "}), name...)
	blocks := []Block{Facts{[]Fact{f}}}
	return append(blocks, k.onwardBlocks(fmt.Sprintf("passes-on-table-%d-of-%s", i+1, p.ID), caption, served{p.ID, s.ID}, s.Engages, s.Recipients)...)
}

// onwardBlocks tells to whom a party passes data on, all or those of one service:
// whom it engages and other recipients.
func (k *book) onwardBlocks(id string, caption Inline, by served, engages, recipients []register.Onward) []Block {
	table := Table{ID: id, Caption: caption, Columns: []Column{
		{ID: "recipient", Title: k.label("column.recipient"), Width: 1.5, Head: true},
		k.column("role", 1), k.column("data", 1.6), k.column("when", 1.2),
	}}
	if k.o.Audience.sees(Authority) {
		table.Columns = append(table.Columns, k.column("agreement", 1))
	}
	table.Columns = append(table.Columns, k.column("countries", 1.4))
	var further []Fact
	add := func(list []register.Onward, engaged bool) {
		for i := range list {
			o := &list[i]
			if k.o.Audience == Public && k.over(o.From, o.Until) {
				continue
			}
			table.Rows = append(table.Rows, k.onwardRow(by, o, engaged))
			rest := k.rest(o, "party", "as", "service", "data", "addsData", "when", "agreement", "from", "until")
			further = append(further, told(Fact{Name: k.name(register.KindParties, o.Party), Facts: rest})...)
		}
	}
	add(engages, true)
	add(recipients, false)
	if len(table.Rows) == 0 {
		return nil
	}
	return append([]Block{trim(table)}, k.more(further)...)
}

// onwardRoles tells the roles of whom a party passes data on to: they follow from
// those in which it gets the data itself.
func (k *book) onwardRoles(by served, o *register.Onward, engaged bool) Cell {
	var roles []string
	for i := range k.reaches[by.party] {
		r := &k.reaches[by.party][i]
		if by.service != "" && r.Service != "" && r.Service != by.service {
			continue
		}
		if as := role.Onward(r.Role, o.As, engaged); !slices.Contains(roles, as) {
			roles = append(roles, as)
		}
	}
	if len(roles) == 0 {
		roles = []string{role.Onward("", o.As, engaged)}
	}
	var lines []Inline
	for _, as := range roles {
		switch {
		case as != "":
			lines = append(lines, k.roleWord(as))
		case len(roles) > 1:
			lines = append(lines, k.label("role-unstated"))
		}
	}
	return k.stated(lines...)
}

func (k *book) onwardRow(by served, o *register.Onward, engaged bool) Row {
	first := []Inline{k.name(register.KindParties, o.Party)}
	if o.Service != "" {
		first = append(first, k.named("service", k.serviceOf(o.Party, o.Service)))
	}
	if k.o.Audience.sees(Authority) {
		first = append(first, k.span(o.From, o.Until))
	}
	as := k.onwardRoles(by, o, engaged)
	if engaged {
		as.Lines = append(as.Lines, muted(k.label("engaged")))
	}
	row := Row{Muted: k.over(o.From, o.Until), Cells: []Cell{
		headed(append(first, k.remarks(&o.Remarks)...)), as, k.cell(k.passedData(by.party, o)...), k.cell(k.text(o.When)),
	}}
	if k.o.Audience.sees(Authority) {
		row.Cells = append(row.Cells, k.agreement(o.Agreement))
	}
	row.Cells = append(row.Cells, k.cell(k.siteLines(k.sites(o.Party, o.Service, o.Locations, o.RemoteAccess, o.Transfers))...))
	return row
}
