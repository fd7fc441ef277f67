package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// measureAnnex tells the security measures and where they are taken (Art.
// 30(1)(g)).
func (k *book) measureAnnex() []Section {
	table := Table{Columns: []Column{
		{ID: "measure", Title: k.label("column.measure"), Width: 2, Head: true}, k.column("kind", 0.8), k.column("used-by", 2),
	}}
	general := make(map[string]bool)
	if o := k.register.Organisation; o != nil {
		for i := range o.Measures {
			general[o.Measures[i].Measure] = true
		}
	}
	var further []Fact
	for _, e := range k.entities(register.KindMeasures) {
		m := e.(*register.Measure)
		var kind Inline
		if m.Kind != "" {
			kind = k.value(string(m.Kind))
		}
		users := k.usedBy(register.KindMeasures, m.ID)
		if general[m.ID] {
			users = append([]Inline{k.label("whole-organisation")}, users...)
		}
		table.Rows = append(table.Rows, Row{At: k.at(register.KindMeasures, m.ID), Cells: []Cell{k.entry(m, m.Name, m.Description, &m.Remarks), k.cell(kind), k.cell(users...)}})
		if layer, _ := k.view.Layer(register.KindMeasures, m.ID); layer == "" {
			further = append(further, k.extra(m, k.text(m.Name), "kind")...)
		}
	}
	return k.annex(register.KindMeasures, "annex.measures", table, further)
}

// systemAnnex tells the systems in which data are kept (Art. 32).
func (k *book) systemAnnex() []Section {
	table := Table{Columns: []Column{
		{ID: "system", Title: k.label("column.system"), Width: 1.6, Head: true},
		k.column("operator", 1.2), k.column("locations", 1), k.column("medium", 0.7), k.column("measures", 1.4), k.column("used-by", 1.8),
	}}
	var further []Fact
	for _, e := range k.entities(register.KindSystems) {
		s := e.(*register.System)
		operator := []Inline{muted(k.label("organisation-itself"))}
		if s.Operator != "" {
			operator = []Inline{k.name(register.KindParties, s.Operator)}
		}
		if s.Service != "" {
			operator = append(operator, k.named("service", k.serviceOf(s.Operator, s.Service)))
		}
		var medium Inline
		if s.Medium != "" {
			medium = k.value(string(s.Medium))
		}
		table.Rows = append(table.Rows, Row{At: k.at(register.KindSystems, s.ID), Cells: []Cell{
			k.entry(s, s.Name, s.Description, &s.Remarks), k.cell(operator...), k.cell(k.areas(s.Locations)...), k.cell(medium),
			k.cell(k.measures(s.Measures)...), k.cell(k.usedBy(register.KindSystems, s.ID)...),
		}})
		further = append(further, k.extra(s, k.text(s.Name), "operator", "service", "locations", "medium", "measures")...)
	}
	return k.annex(register.KindSystems, "annex.systems", table, further)
}

func (k *book) areas(list []register.Area) []Inline {
	lines := make([]Inline, 0, len(list))
	for _, area := range list {
		lines = append(lines, Text(k.area(area)))
	}
	return lines
}

// rightAnnex tells how data subjects can use their rights (Art. 12).
func (k *book) rightAnnex() []Section {
	table := Table{Columns: []Column{
		{ID: "right", Title: k.label("column.right"), Width: 1.4, Head: true},
		k.column("scope", 1.3), k.column("channels", 1.6), k.column("identification", 1.2), k.column("procedure", 1.6), k.column("deadline", 0.8), k.column("fee", 0.8),
	}}
	var further []Fact
	for _, r := range k.rightsInOrder() {
		first := []Inline{k.withArticle("right", string(r.Right)), k.id(r.ID)}
		var deadline Inline
		if r.Deadline != "" {
			deadline = Text(k.words.Period(r.Deadline))
		}
		table.Rows = append(table.Rows, Row{At: k.at(register.KindRights, r.Key()), Cells: []Cell{
			headed(append(first, k.remarks(&r.Remarks)...)), k.cell(k.scope(r)...), k.cell(k.channels(r.Channels)...),
			k.cell(k.text(r.Identification)), k.cell(k.text(r.Procedure)), k.cell(deadline), k.cell(k.text(r.Fee)),
		}})
		facts := k.rest(r, "id", "right", "purposes", "activities", "channels", "identification", "procedure", "deadline", "fee")
		further = append(further, told(Fact{Name: k.value(string(r.Right)), Facts: facts})...)
	}
	return k.annex(register.KindRights, "annex.rights", table, further)
}

// rightsInOrder are the rights in the order of the law; those of one kind in that of
// the register.
func (k *book) rightsInOrder() []*register.Right {
	places := make(map[register.RightKind]int)
	for i, right := range law.Rights() {
		places[register.RightKind(right.ID)] = i
	}
	var all []*register.Right
	for _, e := range k.entities(register.KindRights) {
		all = append(all, e.(*register.Right))
	}
	slices.SortStableFunc(all, func(x, y *register.Right) int { return places[x.Right] - places[y.Right] })
	return all
}

// scope tells for which activities and purposes a right can be used so.
func (k *book) scope(r *register.Right) []Inline {
	lines := k.names(register.KindPurposes, r.Purposes)
	for _, id := range r.Activities {
		if k.linked[anchor(register.KindActivities, id)] || k.o.Audience != Public {
			lines = append(lines, k.name(register.KindActivities, id))
		}
	}
	if len(lines) == 0 {
		return []Inline{muted(k.label("every-activity"))}
	}
	return lines
}

// channels tells the ways to use a right.
func (k *book) channels(list []register.RightChannel) []Inline {
	var lines []Inline
	for i := range list {
		c := &list[i]
		lines = append(lines, k.text(c.Text))
		if c.Email != "" {
			lines = append(lines, Inline{{Text: c.Email, Link: "mailto:" + c.Email}})
		}
		lines = append(lines, Text(c.Phone), address(c.URL))
		if c.Address != nil {
			lines = append(lines, k.addressLine(c.Address))
			lines = append(lines, k.remarks(&c.Address.Remarks)...)
		}
		lines = append(lines, k.remarks(&c.Remarks)...)
	}
	return lines
}

// noticeAnnex tells what the organisation tells data subjects (Art. 13, 14).
func (k *book) noticeAnnex() []Section {
	table := Table{Columns: []Column{
		{ID: "notice", Title: k.label("column.notice"), Width: 1.6, Head: true},
		k.column("kind", 1), k.column("language", 0.7), k.column("reference", 1.5), k.column("date", 0.9), k.column("version", 0.7), k.column("used-by", 1.8),
	}}
	var further []Fact
	for _, e := range k.entities(register.KindNotices) {
		n := e.(*register.Notice)
		var kind Inline
		if n.Kind != "" {
			kind = k.value(string(n.Kind))
		}
		table.Rows = append(table.Rows, Row{At: k.at(register.KindNotices, n.ID), Cells: []Cell{
			k.entry(n, n.Title, nil, &n.Remarks), k.cell(kind), k.cell(k.language(n.Language)), k.cell(address(n.Reference)), k.date(n.Date), k.cell(Text(n.Version)),
			k.cell(k.usedBy(register.KindNotices, n.ID)...),
		}})
		further = append(further, k.extra(n, k.text(n.Title), "title", "kind", "language", "reference", "date", "version")...)
	}
	return k.annex(register.KindNotices, "annex.notices", table, further)
}

// documentAnnex tells the documents that the register refers to.
func (k *book) documentAnnex() []Section {
	table := Table{Columns: []Column{
		{ID: "document", Title: k.label("column.document"), Width: 1.8, Head: true},
		k.column("kind", 1), k.column("reference", 1.6), k.column("date", 1), k.column("expires", 1), k.column("used-by", 1.8),
	}}
	for _, e := range k.entities(register.KindDocuments) {
		d := e.(*register.Document)
		var kind Inline
		if d.Kind != "" {
			kind = k.value(string(d.Kind))
		}
		table.Rows = append(table.Rows, Row{Muted: k.over(0, d.Expires), At: k.at(register.KindDocuments, d.ID), Cells: []Cell{
			k.entry(d, d.Title, nil, &d.Remarks), k.cell(kind), k.cell(address(d.Reference)), k.date(d.Date), k.date(d.Expires),
			k.cell(k.usedBy(register.KindDocuments, d.ID)...),
		}})
	}
	return k.annex(register.KindDocuments, "annex.documents", table, nil)
}
