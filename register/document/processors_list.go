package document

import (
	"context"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// Processors makes the list of processors and sub-processors (Art. 28): for what,
// which data, in which country, what allows the transfer, since when. It is for
// everybody unless the options say otherwise, and then tells in which countries
// and since when as well, which is what such a list is published for.
func Processors(ctx context.Context, view *register.View, chart *datamap.Map, o Options) (*Document, error) {
	if o.Audience == "" {
		o.Audience = Public
	}
	p, err := newParties(ctx, view, chart, o)
	if err != nil {
		return nil, err
	}
	d := p.begin("processors")
	for _, role := range []string{"processor", "sub-processor"} {
		list, err := p.recipients(func(r *datamap.Reach) bool { return r.Role == role }, role)
		if err != nil {
			return nil, err
		}
		d.Sections = append(d.Sections, p.processors(role+"s", list))
	}
	if o.Audience != Public {
		s, err := p.withoutRole()
		if err != nil {
			return nil, err
		}
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	return p.finished(d)
}

// processors tells of processors, or of those that they engage.
func (p *parties) processors(id string, list []recipient) Section {
	t := Table{ID: id + "-list", Empty: p.label("empty." + id), Columns: []Column{
		{ID: "party", Title: p.label("head.party"), Width: 1.3, Head: true},
		p.head("service", 1.2), p.head("engagedBy", 1.1), p.head("purposes", 1.5), p.head("data", 2.2),
		p.head("countries", 1.2), p.head("safeguards", 1.5), p.head("since", 0.9),
	}}
	contracts := p.o.Audience != Public && id == "processors"
	if contracts {
		t.Columns = append(t.Columns, p.head("agreement", 1.3))
	}
	for i := range list {
		r := &list[i]
		var engaged Cell
		if id == "sub-processors" {
			engaged = p.stated(p.engagers(r)...)
		}
		row := Row{At: p.at(register.KindParties, r.ID), Cells: []Cell{
			p.cell(p.partyName(r.ID, p.sureness(r))), p.cell(p.servicesOf(r)...), engaged,
			p.cell(p.workOf(r)), p.dataOf(r),
			p.countriesOf(r), p.safeguardsOf(r), p.date(p.since(r)),
		}}
		if contracts {
			row.Cells = append(row.Cells, p.contractsWith(r))
		}
		t.Rows = append(t.Rows, row)
	}
	s := Section{ID: id, Title: p.label("section." + id), Wide: true}
	if text := p.say("intro." + id); len(list) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Text(text)})
	}
	s.Blocks = append(s.Blocks, withoutEmpty(t, "service", "engagedBy", "since"))
	return s
}

// workOf says for what a recipient gets data: purposes, or what is carried out for
// others and has none of its own (Art. 30(2)).
func (p *parties) workOf(r *recipient) Inline {
	if len(r.Purposes) > 0 {
		return p.listed(register.KindPurposes, r.Purposes)
	}
	return p.activityNames(r.activities)
}

// sureness says whether the register is sure that a party acts in a role.
func (p *parties) sureness(r *recipient) string {
	if p.o.Audience == Public || slices.ContainsFunc(r.ways, func(w way) bool { return w.Stated }) {
		return ""
	}
	return p.say("not-certain")
}

// countriesOf says where a recipient processes data.
func (p *parties) countriesOf(r *recipient) Cell {
	var lines []Inline
	var areas []register.Area
	how := map[register.Area][]string{}
	for _, w := range r.ways {
		for _, c := range w.countries {
			if how[c.Country] == nil {
				areas = append(areas, c.Country)
			}
			if word := p.words.Value(c.How); !slices.Contains(how[c.Country], word) {
				how[c.Country] = append(how[c.Country], word)
			}
		}
	}
	slices.Sort(areas)
	for _, area := range areas {
		line := Text(capital(p.words.Area(area)))
		for i, word := range how[area] {
			between := ", "
			if i == 0 {
				between = p.words.Colon()
			}
			line = append(line, Run{Text: between + word, Style: Muted})
		}
		lines = append(lines, line)
	}
	return p.stated(lines...)
}

// safeguardsOf says what allows the transfers to a recipient: nothing is needed
// where all its countries are in the EEA.
func (p *parties) safeguardsOf(r *recipient) Cell {
	var lines []string
	all := Cell{}
	for _, w := range r.ways {
		for _, c := range w.countries {
			if !c.OutsideEEA {
				continue
			}
			line := Text(p.words.Area(c.Country) + p.words.Colon())
			told := p.stated(p.toolOf(c.Transfer, c.Country)...)
			line = append(line, joined(told.Lines, p.words.Semicolon())...)
			if s := line.String(); !slices.Contains(lines, s) {
				lines = append(lines, s)
				all.Lines = append(all.Lines, line)
				all.Missing = all.Missing || told.Missing
			}
		}
	}
	if len(lines) == 0 && len(r.Destinations) > 0 {
		return Cell{Lines: []Inline{p.label("not-needed")}}
	}
	return all
}

// withoutRole tells of parties that get data in no role that is stated, and so
// may be processors.
func (p *parties) withoutRole() (Section, error) {
	s := Section{ID: "without-role", Title: p.label("section.without-role"), Wide: true}
	list, err := p.recipients(func(r *datamap.Reach) bool { return r.Role == "" })
	if err != nil {
		return s, err
	}
	t := Table{ID: "without-role-list", Columns: []Column{
		{ID: "party", Title: p.label("head.party"), Width: 1.3, Head: true}, p.head("through", 1.2), p.head("data", 2.5), p.head("activities", 2),
	}}
	for i := range list {
		r := &list[i]
		var routes []Inline
		for _, w := range r.ways {
			if w.Role == "" {
				routes = appendNew(routes, p.route(w.Via))
			}
		}
		if len(routes) > 0 {
			t.Rows = append(t.Rows, Row{Cells: []Cell{p.cell(p.partyName(r.ID)), p.cell(routes...), p.dataOf(r), p.cell(p.activityNames(r.activities))}})
		}
	}
	if len(t.Rows) > 0 {
		s.Blocks = []Block{Note{Kind: Caution, Text: []Inline{p.label("intro.without-role")}}, t}
	}
	return s, nil
}

// appendNew adds a line that is not there yet.
func appendNew(lines []Inline, line Inline) []Inline {
	s := line.String()
	if slices.ContainsFunc(lines, func(in Inline) bool { return in.String() == s }) {
		return lines
	}
	return append(lines, line)
}
