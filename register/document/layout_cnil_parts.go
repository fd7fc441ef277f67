package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// cnilActors are who answers for the processing, a row each.
func cnilActors() []LayoutColumn {
	contact := func(path string) []string { return []string{path + ".name", path + ".contact"} }
	return []LayoutColumn{
		{
			ID: "actor-controller", Title: controllerGroup.Title, Group: "actors", Required: true,
			Fields: append(contact("organisation"), "activities[].controllers"), cells: (*book).cnilController,
		},
		{
			ID: "actor-dpo", Title: officerGroup.Title, Group: "actors", Fields: contact("organisation.dpo"), cells: func(k *book, _ item) []Cell {
				o := k.register.Organisation
				if o == nil || o.DPO == nil {
					return append([]Cell{k.stated()}, make([]Cell, 4)...)
				}
				name := []Inline{Text(o.DPO.Name)}
				if o.DPO.None == register.Yes {
					name = append(name, k.label("no-officer"))
				}
				return k.actor(name, o.DPO.Contact)
			},
		},
		{
			ID: "actor-dpo-company", Title: words.Entry{"Company of the officer (if external)", "Bedrijf van de functionaris (indien extern)", "Unternehmen des Beauftragten (falls extern)", "Société du DPO (si externe)"}, Group: "actors",
			Fields: []string{"organisation.dpo.company"}, cells: func(k *book, _ item) []Cell {
				if o := k.register.Organisation; o != nil && o.DPO != nil {
					return k.actor([]Inline{Text(o.DPO.Company)}, nil)
				}
				return k.actor(nil, nil)
			},
		},
		{
			ID: "actor-representative", Title: representativeGroup.Title, Group: "actors", Fields: contact("organisation.representative"), cells: func(k *book, _ item) []Cell {
				o := k.register.Organisation
				if o == nil || o.Representative == nil {
					return k.actor(nil, nil)
				}
				name := []Inline{Text(o.Representative.Name)}
				if o.Representative.None == register.Yes {
					name = append(name, k.label("no-representative"))
				}
				return k.actor(name, o.Representative.Contact)
			},
		},
		{
			ID: "joint-controllers", Title: words.Entry{"Joint controllers", "Gezamenlijke verwerkings\u00adverantwoordelijken", "Gemeinsam Verantwortliche", "Responsables conjoints"}, Group: "joint",
			Fields: []string{"activities[].jointWith", "activities[].purposes[].jointWith", "parties[].contact", "parties[].country"}, table: (*book).cnilJoint,
		},
	}
}

// cnilController is the organisation, or the controllers that the activity names.
func (k *book) cnilController(of item) []Cell {
	if list := of.activity.Controllers; len(list) > 0 {
		var contact *register.Contact
		if p := k.view.Party(list[0]); p != nil && len(list) == 1 {
			contact = p.Contact
		}
		return k.actor(k.names(register.KindParties, list), contact)
	}
	o := k.register.Organisation
	if o == nil {
		return append([]Cell{k.stated()}, make([]Cell, 4)...)
	}
	return k.actor([]Inline{k.text(o.Name)}, o.Contact)
}

// actor is a name, an address, a country, a telephone number and an e-mail
// address.
func (k *book) actor(name []Inline, c *register.Contact) []Cell {
	if c == nil {
		return append([]Cell{k.cell(name...)}, make([]Cell, 4)...)
	}
	name = append(name, muted(Text(c.Name)), muted(Text(c.Department)))
	var address, country Inline
	if c.Address != nil {
		here := *c.Address
		here.Country = ""
		address = k.addressLine(&here)
		if c.Address.Country != "" {
			country = Text(k.area(register.Area(c.Address.Country)))
		}
	}
	return []Cell{k.cell(name...), k.cell(address), k.cell(country), k.cell(Text(c.Phone)), k.cell(mailTo(c.Email))}
}

// cnilJoint is each joint controller on a row (Art. 26).
func (k *book) cnilJoint(of item) Table {
	t := Table{Empty: k.label("cnil.no-joint"), Columns: []Column{
		{ID: "name", Title: Text(nameTitle.In(k.o.Language)), Width: 1.6, Head: true}, {ID: "address", Title: Text(addressTitle.In(k.o.Language)), Width: 1.8},
		{ID: "country", Title: k.label("column.country")}, {ID: "phone", Title: Text(phoneTitle.In(k.o.Language)), Width: 1.1}, {ID: "email", Title: Text(emailTitle.In(k.o.Language)), Width: 1.6},
	}}
	list := slices.Clone(of.activity.JointWith)
	for i := range of.activity.Purposes {
		list = append(list, of.activity.Purposes[i].JointWith...)
	}
	var told []string
	for i := range list {
		if slices.Contains(told, list[i].Party) {
			continue
		}
		told = append(told, list[i].Party)
		name := []Inline{k.name(register.KindParties, list[i].Party), k.named("responsibilities", k.text(list[i].Responsibilities))}
		p := k.view.Party(list[i].Party)
		if p == nil {
			p = new(register.Party)
		}
		cells := k.actor(name, p.Contact)
		if len(cells[2].Lines) == 0 && p.Country != "" {
			cells[2] = k.cell(Text(k.area(register.Area(p.Country))))
		}
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	return t
}

// cnilOthers are the people, the recipients, the measures and the transfers, a
// table each.
func cnilOthers() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "subjects", Title: subjectsTitle, Group: "people", Required: true,
			Fields: []string{"activities[].subjects[].subject", "activities[].subjects[].count", "dataSubjects[].description", "activities[].subjects[].note"}, table: (*book).cnilSubjects,
		},
		{
			ID: "recipients", Title: recipientsTitle, Group: "receivers", Required: true,
			Fields: []string{"activities[].disclosures[].to", "activities[].disclosures[].as", "activities[].disclosures[].when", "parties[].kind", "parties[].country", "parties[].engages"}, table: (*book).cnilRecipients,
			Remark: "The kinds of the template: internal department, processor, recipient in a third country or international organisation, institutional or commercial partner, other.",
		},
		{
			ID: "measures", Title: measuresTitle, Group: "security", Required: true,
			Fields: append(slices.Clone(measureFields), "measures[].parent", "measures[].description"), table: (*book).cnilMeasures,
			Remark: "The kinds of the template follow from the wider term of a measure; what fits none of them is told as other.",
		},
		{
			ID: "transfers", Title: transfersTitle, Group: "abroad", Required: true,
			Fields: append(slices.Clone(transferFields), "activities[].disclosures[].transfers[].documents", "documents[].reference"), table: (*book).cnilTransfers,
		},
	}
}

// typed is a table of kinds and details, as most of a form is.
func (k *book) typed() Table {
	return Table{Columns: []Column{
		{ID: "type", Title: k.label("cnil.type"), Head: true}, {ID: "detail", Title: k.label("cnil.detail"), Width: 2.5},
	}}
}

func (k *book) cnilSubjects(of item) Table {
	t := k.typed()
	for i := range of.activity.Subjects {
		u := &of.activity.Subjects[i]
		first := k.termHead(register.KindDataSubjects, u.Subject)
		for _, m := range k.subjectMarks(u.Subject) {
			first = append(append(first, Run{Text: " "}), mark(k.words.Value(string(m)))...)
		}
		var detail []Inline
		if s := k.view.DataSubject(u.Subject); s != nil {
			detail = append(detail, k.text(s.Description))
		}
		if u.Count != "" && k.o.Audience.sees(Authority) {
			detail = append(detail, k.named("count", Text(u.Count)))
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{k.cell(first), k.cell(append(detail, k.remarks(&u.Remarks)...)...)}})
	}
	return t
}

func (k *book) cnilTransfers(of item) Table {
	t := Table{Columns: []Column{
		{ID: "recipient", Title: k.label("column.recipient"), Width: 1.6, Head: true}, k.column("country", 1.2),
		{ID: "safeguards", Title: k.label("cnil.safeguards"), Width: 2}, {ID: "document", Title: k.label("cnil.document"), Width: 1.6},
	}}
	exports := k.exportsOf(of)
	for _, x := range exports {
		recipient := []Inline{k.name(register.KindParties, x.party)}
		if x.through != nil {
			recipient = append(recipient, muted(append(append(k.label("column.through"), Run{Text: ": "}), x.through...)))
		}
		tool := k.toolCell(x.site)
		var documents []Inline
		if x.transfer != nil {
			tool.Lines = append(tool.Lines, mutedLines(filled([]Inline{k.text(x.transfer.Safeguards)}))...)
			documents = k.documentAt(x.transfer.Documents...)
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{k.cell(recipient...), k.cell(Text(k.area(x.area))), tool, k.cell(documents...)}})
	}
	for i := range of.activity.Transfers {
		c := &of.activity.Transfers[i]
		var safeguards Inline
		if k.o.Audience.sees(Authority) {
			safeguards = k.text(c.Safeguards)
		}
		if safeguards == nil && slices.ContainsFunc(exports, func(x export) bool { return c.To != "" && x.area == register.Area(c.To) }) {
			continue // told already
		}
		t.Rows = append(t.Rows, Row{Cells: []Cell{k.cell(muted(k.label("transfers-stated"))), k.cell(k.claimName(c)), k.stated(safeguards), {}}})
	}
	switch {
	case len(t.Rows) > 0:
	case of.activity.Transfers != nil:
		t.Empty = k.label("none")
	case k.staysInside(of.activity):
		t.Empty = k.label("all-inside")
	}
	return t
}
