package document

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document/internal/whereabouts"
	"github.com/openropa/ropa/register/law"
)

// Transfers makes the list of transfers to third countries and international
// organisations (Art. 30(1)(e), 44-49), with what allows each on the day, and of
// the recipients of which nobody states a country.
func Transfers(ctx context.Context, view *register.View, chart *datamap.Map, o Options) (*Document, error) {
	p, err := newParties(ctx, view, chart, o)
	if err != nil {
		return nil, err
	}
	list, err := p.recipients(p.maybeAbroad)
	if err != nil {
		return nil, err
	}
	d := p.begin("transfers")
	places := p.transfersTo(list)
	if err := p.transferredData(places); err != nil {
		return nil, err
	}
	d.Sections = append(d.Sections, p.transfersInShort(places))
	d.Sections[0].Blocks = append(d.Sections[0].Blocks, figure(p.o.Figures.Transfers)...)
	for _, to := range places {
		d.Sections = append(d.Sections, p.transfersSection(to))
	}
	for _, s := range []Section{p.claims(), p.placeless(list)} {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	return p.finished(d)
}

// maybeAbroad reports whether a way leads out of the EEA, or nobody knows where it
// leads.
func (p *parties) maybeAbroad(r *datamap.Reach) bool {
	party := p.view.Party(r.Party)
	return len(r.Countries) == 0 || party != nil && party.Kind == register.PartyKindInternationalOrganisation ||
		slices.ContainsFunc(r.Countries, func(c datamap.ReachedCountry) bool { return c.OutsideEEA })
}

// place is a third country or an international organisation with the transfers
// to it.
type place struct {
	country      register.Country
	organisation string
	name         string
	rows         []*transferred
}

// transferred is a recipient in a place, with what is stated for the transfer.
type transferred struct {
	recipient     *recipient
	role, service string
	how           []string
	routes        []Inline
	// goes is what goes there: the data and activities of that way alone.
	goes           *recipient
	transfer       *register.Transfer
	unsure, needed bool
}

// transfersTo finds the transfers: to each country outside the EEA, then to each
// international organisation, by name.
func (p *parties) transfersTo(list []recipient) []*place {
	byKey := map[string]*place{}
	for i := range list {
		r := &list[i]
		party := p.view.Party(r.ID)
		for j := range r.ways {
			w := &r.ways[j]
			if party != nil && party.Kind == register.PartyKindInternationalOrganisation {
				to := placeIn(byKey, "organisation "+r.ID, &place{organisation: r.ID, name: p.words.Name(p.view, register.KindParties, r.ID)})
				p.addOrganisation(to, r, w)
				continue
			}
			for k := range w.countries {
				c := &w.countries[k]
				if country, ok := c.Country.Country(); ok && c.OutsideEEA {
					to := placeIn(byKey, string(country), &place{country: country, name: p.words.Area(c.Country)})
					to.add(p, r, w, c.How, c.Transfer, c.How != "seat" || !w.inEEA())
				}
			}
		}
	}
	all := slices.Collect(maps.Values(byKey))
	slices.SortFunc(all, func(a, b *place) int {
		return cmp.Or(
			cmp.Compare(min(len(a.organisation), 1), min(len(b.organisation), 1)),
			strings.Compare(inOrder(a.name), inOrder(b.name)), strings.Compare(a.id(), b.id()),
		)
	})
	return all
}

func placeIn(all map[string]*place, key string, made *place) *place {
	if old := all[key]; old != nil {
		return old
	}
	all[key] = made
	return made
}

// transferredData finds which data of which activities go to each country in each
// role: of a party with several services not those that stay, or go elsewhere. Two
// services in one country and role are told as one.
func (p *parties) transferredData(places []*place) error {
	for _, to := range places {
		byRole := make(map[string][]*transferred)
		for _, row := range to.rows {
			row.goes = row.recipient
			if to.country != "" && !row.recipient.goesWhole(row.role, to.country) {
				byRole[row.role] = append(byRole[row.role], row)
			}
		}
		for role, rows := range byRole {
			f := rows[0].recipient.asked
			f.Recipients = nil
			for _, row := range rows {
				f.Recipients = append(f.Recipients, row.recipient.ID)
			}
			if role != "" {
				f.Roles = []string{role}
			}
			f.Countries = []register.Country{to.country}
			answers, err := p.chart.Recipients(f)
			if err != nil {
				return err
			}
			for _, answer := range answers.Answers {
				answer.Data = p.byName(register.KindDataCategories, answer.Data)
				for _, row := range rows {
					if row.recipient.ID == answer.ID {
						row.goes = &recipient{Answer: answer, asked: f, activities: p.inOrder(answer.Activities)}
					}
				}
			}
		}
	}
	return nil
}

// goesWhole reports whether all that a recipient gets goes to a country in a role: there
// is nothing then to ask for by itself.
func (r *recipient) goesWhole(role string, to register.Country) bool {
	for i := range r.ways {
		w := &r.ways[i]
		if w.Role != role || !slices.ContainsFunc(w.countries, func(c datamap.ReachedCountry) bool { return c.Country == register.Area(to) }) {
			return false
		}
	}
	return true
}

// inEEA reports whether a party says where it processes data, and all of it is in
// the EEA: a seat elsewhere is then no transfer by itself.
func (w *way) inEEA() bool {
	some := false
	for i := range w.countries {
		switch c := &w.countries[i]; {
		case c.How == "seat":
		case c.OutsideEEA:
			return false
		default:
			some = true
		}
	}
	return some
}

// addOrganisation adds an international organisation as a recipient: what is
// stated stands at the disclosure, the step or the party.
func (p *parties) addOrganisation(to *place, r *recipient, w *way) {
	var stated *register.Transfer
	lists := [][]register.Transfer{}
	if w.Step != nil {
		lists = append(lists, w.Step.Transfers)
	} else if w.Disclosure != nil && !p.hides(w.At) {
		lists = append(lists, w.Disclosure.Transfers)
	}
	if party := p.view.Party(r.ID); party != nil {
		lists = append(lists, party.Transfers)
	}
	for _, list := range lists {
		for i := range list {
			if stated == nil && p.o.AsOf.Between(list[i].From, list[i].Until) {
				stated = &list[i]
			}
		}
	}
	to.add(p, r, w, "", stated, true)
}

// add adds a way to a recipient to its place; those of which the same is stated
// are one row.
func (to *place) add(p *parties, r *recipient, w *way, how string, t *register.Transfer, needed bool) {
	i := slices.IndexFunc(to.rows, func(x *transferred) bool {
		return x.recipient == r && x.role == w.Role && x.service == w.Service && x.transfer == t && x.needed == needed
	})
	if i < 0 {
		i = len(to.rows)
		to.rows = append(to.rows, &transferred{recipient: r, role: w.Role, service: w.Service, transfer: t, needed: needed, unsure: true})
	}
	row := to.rows[i]
	row.unsure = row.unsure && !w.Stated
	row.routes = appendNew(row.routes, p.route(w.Via))
	if how != "" && !slices.Contains(row.how, how) {
		row.how = append(row.how, how)
	}
}

// transfersInShort tells where transfers go, a row for each place.
func (p *parties) transfersInShort(places []*place) Section {
	t := Table{ID: "overview", Empty: p.label("empty.transfers"), Columns: []Column{
		{ID: "country", Title: p.label("head.to"), Width: 1.2, Head: true}, p.head("decision", 2.5), p.head("recipients", 2), p.head("tools", 1.5),
	}}
	for _, to := range places {
		p.linked["to-"+to.id()] = true
		var names, tools []Inline
		missing := false
		for _, row := range to.rows {
			names = appendNew(names, p.name(register.KindParties, row.recipient.ID))
			switch {
			case row.transfer != nil && row.transfer.Tool != "":
				tools = appendNew(tools, p.value(string(row.transfer.Tool)))
			case row.needed:
				missing = true
			}
		}
		if missing {
			tools = append(tools, p.label("not-stated-for-some"))
			if len(tools) == 1 {
				tools[0] = p.label("not-stated")
			}
		}
		decision := p.label("none")
		if d, ok := p.decisionOn(to); ok {
			decision = Text(p.adequacyName(&d))
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			{Lines: []Inline{{{Text: to.name, Ref: "to-" + to.id()}}}}, p.cell(decision), p.cell(joined(names, ", ")), {Lines: tools, Missing: missing},
		}})
	}
	return Section{ID: "overview-of-transfers", Title: p.label("section.transfers"), Blocks: []Block{t}}
}

func (to *place) id() string {
	if to.organisation != "" {
		return to.organisation
	}
	return strings.ToLower(string(to.country))
}

// decisionOn returns the decision on adequacy that is in force for a place on the
// day.
func (p *parties) decisionOn(to *place) (law.AdequacyDecision, bool) {
	if to.organisation == "" {
		return law.Adequacy(to.country, p.o.AsOf)
	}
	names := []string{to.organisation, strings.ToUpper(to.organisation)}
	if party := p.view.Party(to.organisation); party != nil {
		names = append(names, party.OtherNames...)
	}
	for _, name := range names {
		if d, ok := law.AdequacyOfOrganisation(name, p.o.AsOf); ok {
			return d, true
		}
	}
	return law.AdequacyDecision{}, false
}

// decision says whether the Commission holds the protection in a place adequate
// on the day, and under which condition.
func (p *parties) decision(to *place) []Inline {
	d, ok := p.decisionOn(to)
	if !ok {
		lines := []Inline{Text(p.sayf("no-decision", p.words.Date(p.o.AsOf)))}
		if last := lastDecision(to.country, p.o.AsOf); last != nil {
			lines = append(lines, Text(p.sayf("decision-ended", p.adequacyName(last), p.words.Date(last.Until), last.EndedBy)))
		}
		return lines
	}
	lines := []Inline{Text(p.sayf("decision-in-force", p.words.Date(p.o.AsOf), p.adequacyName(&d)))}
	if d.Until != 0 {
		lines = append(lines, Text(p.sayf("decision-until", p.words.Date(d.Until))))
	}
	if said := p.ofLaw(d.Condition); said != nil {
		lines = append(lines, append(Text(p.say("decision-condition")+p.words.Colon()), said...))
	}
	if said := p.ofLaw(d.Scope); said != nil {
		lines = append(lines, append(Text(p.say("decision-scope")+p.words.Colon()), said...))
	}
	return lines
}

// lastDecision returns the decision for a country that ended last before a day.
func lastDecision(country register.Country, on register.Date) *law.AdequacyDecision {
	var last *law.AdequacyDecision
	for _, d := range law.AdequacyDecisions() {
		if country != "" && d.Country == country && d.Until != 0 && d.Until < on && (last == nil || d.Until > last.Until) {
			last = &d
		}
	}
	return last
}

// transfersSection tells of all transfers to a place.
func (p *parties) transfersSection(to *place) Section {
	t := Table{ID: "safeguards-table-of-" + to.id(), Caption: p.label("caption.transfers"), Columns: []Column{
		{ID: "party", Title: p.label("head.party"), Width: 1.3, Head: true},
		p.head("role", 1), p.head("through", 1.2), p.head("how", 1), p.head("data", 1.8), p.head("activities", 1.6), p.head("tool", 1.6), p.head("terms", 1.8), p.head("papers", 1.5),
	}}
	if p.o.Audience == Public {
		t.Columns = t.Columns[:7] // the rest is for the authority
	}
	for _, row := range to.rows {
		t.Rows = append(t.Rows, Row{Cells: p.transferCells(to, row)[:len(t.Columns)]})
	}
	decision := p.decision(to)
	s := Section{ID: "to-" + to.id(), Title: Text(to.name), Wide: true, Blocks: []Block{Paragraph{append(joined(decision, ". "), Run{Text: "."})}}}
	s.Blocks = append(s.Blocks, withoutEmpty(t, "terms", "papers"))
	return s
}

func (p *parties) transferCells(to *place, row *transferred) []Cell {
	name := p.cell(p.partyName(row.recipient.ID))
	if row.service != "" {
		name.Lines = append(name.Lines, p.serviceOf(row.recipient.ID, row.service))
	}
	role := p.stated()
	if row.role != "" {
		role = p.cell(p.value(row.role))
		if row.unsure && p.o.Audience != Public {
			role.Lines = append(role.Lines, mutedText(p.say("not-certain")))
		}
	}
	var how []Inline
	for _, h := range row.how {
		how = append(how, p.value(h))
	}
	tool := p.stated(p.toolOf(row.transfer, register.Area(to.country))...)
	if row.transfer == nil && !row.needed {
		tool = Cell{Lines: []Inline{p.label("seat-only")}}
	}
	return []Cell{
		name, role, p.cell(row.routes...), p.cell(how...),
		p.dataOf(row.goes), p.cell(p.activityNames(row.goes.activities)),
		tool, p.cell(p.termsOf(row.transfer)...), p.papersOf(row.transfer),
	}
}

// claims tells what the activities themselves state of transfers.
func (p *parties) claims() Section {
	s := Section{ID: "claims", Title: p.label("section.claims")}
	t := Table{ID: "claims-list", Columns: []Column{
		{ID: "activity", Title: p.label("head.activity"), Width: 1.5, Head: true}, p.head("to", 1.2), p.head("safeguards", 2),
	}}
	for _, a := range p.shownActivities() {
		name := p.cell(p.name(register.KindActivities, a.ID))
		if a.Transfers != nil && len(a.Transfers) == 0 {
			t.Rows = append(t.Rows, Row{Cells: []Cell{name, p.cell(p.label("none")), {}}})
		}
		for i := range a.Transfers {
			x := &a.Transfers[i]
			var to []Inline
			if x.To != "" {
				to = append(to, p.areaOf(register.Area(x.To)))
			}
			if x.Organisation != "" {
				to = append(to, p.name(register.KindParties, x.Organisation))
			}
			safeguards := Cell{}
			if p.o.Audience != Public {
				if x.UnknownCountry == register.Yes {
					to = append(to, p.label("country-unknown"))
				}
				safeguards = p.stated(p.text(x.Safeguards))
			}
			t.Rows = append(t.Rows, Row{Cells: []Cell{name, p.stated(to...), safeguards}})
		}
	}
	if len(t.Rows) > 0 {
		s.Blocks = []Block{Paragraph{p.label("intro.claims")}, withoutEmpty(t, "safeguards")}
	}
	return s
}

func (p *parties) areaOf(area register.Area) Inline { return Text(p.words.Area(area)) }

// placeless tells of recipients of which the register states no country.
func (p *parties) placeless(list []recipient) Section {
	s := Section{ID: "without-country", Title: p.label("section.without-country")}
	t := Table{ID: "without-country-list", Columns: []Column{
		{ID: "party", Title: p.label("head.party"), Width: 1.3, Head: true}, p.head("role", 1), p.head("through", 1.5), p.head("activities", 2),
	}}
	for i := range list {
		r := &list[i]
		if !whereabouts.Matters(p.view.Party(r.ID)) {
			continue
		}
		var roles, routes []Inline
		for _, w := range r.ways {
			if len(w.countries) == 0 {
				role := p.label("not-stated")
				if w.Role != "" {
					role = p.value(w.Role)
				}
				roles, routes = appendNew(roles, role), appendNew(routes, p.route(w.Via))
			}
		}
		if len(routes) > 0 {
			t.Rows = append(t.Rows, Row{Cells: []Cell{p.cell(p.partyName(r.ID)), {Lines: roles}, {Lines: routes}, p.cell(p.activityNames(r.activities))}})
		}
	}
	if len(t.Rows) > 0 {
		s.Blocks = []Block{Note{Kind: Caution, Text: []Inline{p.label("intro.without-country")}}, t}
	}
	return s
}

// lacksCountry reports whether data come to a party by a way of which the register
// states no country although it matters.
func (b *builder) lacksCountry(id string) bool {
	return whereabouts.Matters(b.view.Party(id)) && slices.ContainsFunc(b.reaches[id], func(r datamap.Reach) bool { return len(r.Countries) == 0 })
}
