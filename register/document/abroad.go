package document

import (
	"strconv"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/law"
)

// outside reports whether an area is known to be outside the EEA on the day.
func (b *builder) outside(area register.Area) bool {
	c, ok := area.Country()
	return ok && !law.IsEEA(c, b.o.AsOf)
}

// export is a transfer to a third country: to whom, through whom, on what ground.
type export struct {
	party   string
	through Inline // nil for a direct recipient
	site
}

// exports returns the transfers to third countries that the recipients of an
// activity show, each country of a party once.
func (k *book) exports(a *register.Activity, c *chain) []export {
	var all []export
	seen := make(map[[2]string]bool)
	add := func(party string, through Inline, sites []site) {
		for _, s := range sites {
			key := [2]string{party, string(s.area)}
			if k.outside(s.area) && !seen[key] {
				seen[key] = true
				all = append(all, export{party, through, s})
			}
		}
	}
	for _, d := range k.disclosures(a) {
		if !k.over(d.From, d.Until) {
			add(d.To, nil, k.sitesOf(d.Disclosure))
		}
	}
	for _, h := range c.hops {
		add(h.party, k.name(register.KindParties, h.from.party), k.sites(h.party, h.service, h.step.Locations, h.step.RemoteAccess, h.step.Transfers))
	}
	for _, id := range c.beyond {
		add(id, k.label("others"), k.sitesAbroad(id))
	}
	return all
}

// sitesAbroad returns the countries outside the EEA to which data come at a party
// through others.
func (k *book) sitesAbroad(party string) []site {
	all, ok := k.abroad[party]
	if ok {
		return all
	}
	for i := range k.reaches[party] {
		for _, c := range k.reaches[party][i].Countries {
			if c.OutsideEEA && len(k.reaches[party][i].Via) > 0 {
				all = append(all, site{c.Country, c.How, c.Transfer})
			}
		}
	}
	k.abroad[party] = all
	return all
}

// countriesInShort names the third countries to which data of an activity go.
func (k *book) countriesInShort(a *register.Activity) Cell {
	var lines []Inline
	seen := make(map[register.Area]bool)
	for _, x := range k.chainOf(a).exports {
		if !seen[x.area] {
			seen[x.area] = true
			lines = append(lines, Text(k.area(x.area)))
		}
	}
	for i := range a.Transfers {
		if to := register.Area(a.Transfers[i].To); to != "" && !seen[to] {
			seen[to] = true
			lines = append(lines, Text(k.area(to)))
		}
	}
	if len(lines) == 0 && a.Transfers != nil {
		return Cell{Lines: []Inline{k.label("none")}}
	}
	if len(lines) == 0 && k.staysInside(a) {
		return Cell{Lines: []Inline{k.label("inside-only")}}
	}
	return k.stated(lines...)
}

// transfers are the transfers of an activity to third countries (Art. 30(1)(e),
// 30(2)(c)).
func (k *book) transfers(a *register.Activity) []Section {
	s := Section{ID: "transfers-of-" + a.ID, Title: k.label("transfers")}
	s.Blocks = append(s.Blocks, Facts{[]Fact{k.claimed(a)}})
	exports := k.chainOf(a).exports
	if len(exports) == 0 {
		return []Section{s}
	}
	table := Table{ID: "transfers-table-of-" + a.ID, Caption: k.label("transfers-shown"), Columns: []Column{
		{ID: "country", Title: k.label("column.country"), Width: 1.2, Head: true},
		k.column("recipient", 1.4), k.column("through", 1.3), k.column("tool", 1.4), k.column("documentation", 2),
	}}
	for _, x := range exports {
		through := x.through
		if through == nil {
			through = muted(k.label("direct"))
		}
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			k.cell(Text(k.area(x.area)), muted(k.value(x.how))), k.cell(k.name(register.KindParties, x.party)), k.cell(through),
			k.toolCell(x.site), k.cell(k.documentation(x.transfer)...),
		}})
	}
	s.Blocks = append(s.Blocks, trim(table))
	return []Section{s}
}

// claimed tells the transfers as the organisation states them.
func (k *book) claimed(a *register.Activity) Fact {
	f := Fact{Name: k.label("transfers-stated")}
	switch {
	case k.staysInside(a):
		return Fact{Name: k.label("transfers-outside"), Text: []Inline{k.label("all-inside")}}
	case a.Transfers == nil && len(k.chainOf(a).exports) == 0:
		return k.missing(k.label("transfers-outside"))
	case a.Transfers == nil:
		return k.missing(f.Name)
	case len(a.Transfers) == 0:
		f.Text = []Inline{k.label("no-transfers")}
		return f
	}
	for i := range a.Transfers {
		t := &a.Transfers[i]
		one := Fact{Name: k.label("third-country"), Facts: k.rest(t, "to", "organisation")}
		if t.To != "" {
			one.Name = Text(k.area(register.Area(t.To)))
		} else if t.Organisation != "" {
			one.Name = k.name(register.KindParties, t.Organisation)
		}
		if t.To != "" && t.Organisation != "" {
			one.Text = append(one.Text, k.name(register.KindParties, t.Organisation))
		}
		one.Text = append(one.Text, k.remarks(&t.Remarks)...)
		f.Facts = append(f.Facts, one)
	}
	return f
}

// toolCell tells what a transfer rests on, and for an adequacy decision which.
func (k *book) toolCell(s site) Cell {
	if s.transfer == nil || s.transfer.Tool == "" {
		return k.stated()
	}
	lines := []Inline{k.value(string(s.transfer.Tool))}
	if s.transfer.Tool == register.TransferToolAdequacy {
		lines = append(lines, k.decision(s.area)...)
	}
	return k.cell(lines...)
}

// decision tells the adequacy decision for a country that is in force on the day,
// and its condition (Art. 45).
func (b *builder) decision(area register.Area) []Inline {
	country, _ := area.Country()
	d, ok := law.Adequacy(country, b.o.AsOf)
	if !ok {
		return []Inline{mark(b.say("none-in-force"))}
	}
	return filled([]Inline{Text(b.adequacyName(&d)), b.lawText(d.Condition)})
}

// lawText is a text of the law data.
func (b *builder) lawText(t register.Text) Inline { return muted(b.ofLaw(t)) }

// documentation tells what documents a transfer, in short.
func (k *book) documentation(t *register.Transfer) []Inline {
	if t == nil {
		return nil
	}
	lines := []Inline{k.text(t.Safeguards)}
	if t.Derogation != "" {
		lines = append(lines, k.named("derogation", k.value(string(t.Derogation))))
	}
	if !k.o.Audience.sees(Authority) {
		return append(lines, k.named("copy", k.text(t.Copy)))
	}
	if t.Version != "" {
		lines = append(lines, k.named("version", Text(string(t.Version))))
	}
	if t.Module != nil {
		lines = append(lines, k.named("module", Text(strconv.Itoa(*t.Module))))
	}
	if c := t.Certification; c != nil {
		lines = append(lines, k.named("certification", joined(filled([]Inline{Text(k.scheme(c.Scheme)), Text(c.Entity)}), ", ")))
	}
	if t.TIA != "" {
		lines = append(lines, k.named("tia", k.name(register.KindDocuments, t.TIA)))
	}
	if len(t.Documents) > 0 {
		lines = append(lines, k.named("documents", joined(k.names(register.KindDocuments, t.Documents), ", ")))
	}
	return append(lines, k.named("copy", k.text(t.Copy)))
}

// ways tells through whom data come to a party, nil for directly.
func (k *book) ways(r *datamap.Reach) Inline {
	return joined(k.names(register.KindParties, r.Via), " → ")
}
