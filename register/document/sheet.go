package document

import (
	"github.com/openropa/ropa/register"
)

// sheet tells all of one activity.
func (k *book) sheet(a *register.Activity) Section {
	if k.abandoned() {
		return Section{}
	}
	s := Section{ID: anchor(register.KindActivities, a.ID), Title: k.heading(a), NewPage: true, Wide: true}
	if description := k.text(a.Description); description != nil {
		s.Blocks = append(s.Blocks, Paragraph{description})
	}
	s.Blocks = append(s.Blocks, Facts{k.identity(a)})
	s.Sections = sections(
		k.clients(a), k.purposes(a), k.data(a), k.recipients(a), k.transfers(a), k.protection(a),
		k.decisions(a), k.assessment(a), k.management(a),
	)
	return s
}

// heading is the number and the name of an activity, and its state where that is
// not the usual one.
func (k *book) heading(a *register.Activity) Inline {
	title := k.nameOf(a)
	if a.Number != "" {
		title = append(Inline{{Text: a.Number + "  "}}, title...)
	}
	if status := k.status(a); status != register.StatusActive && k.o.Audience.sees(Authority) {
		title = append(title, Run{Text: " – "}, Run{Text: k.words.Value(string(status)), Style: Mark})
	}
	return title
}

// identity tells who does it: controllers, department, owner, since when.
func (k *book) identity(a *register.Activity) []Fact {
	all := []Fact{}
	if a.Number == "" || k.o.Audience == Internal {
		all = append(all, Fact{Name: Text(k.field("id")), Text: []Inline{{{Text: a.ID, Style: Code}}}})
	}
	all = append(all, k.controllers(a)...)
	all = append(all, k.jointly(a.JointWith)...)
	if k.o.Audience.sees(Authority) {
		f := Fact{Name: Text(k.field("status")), Text: []Inline{k.value(string(k.status(a)))}}
		if span := k.span(a.From, a.Until); span != nil {
			f.Text = append(f.Text, span)
		}
		all = append(all, f)
		all = append(all, k.only(a, "unit", "group")...)
		all = append(all, k.contact(Text(k.field("owner")), a.Owner)...)
		if a.Role != register.ActivityRoleProcessor && len(a.OnBehalfOf) == 0 {
			all = append(all, told(Fact{Name: k.label("operations"), Text: k.operations(a.Operations)})...)
		}
	}
	if a.Regulation != "" {
		all = append(all, Fact{Name: Text(k.field("regulation")), Text: []Inline{k.value(string(a.Regulation))}})
	}
	return append(all, k.remarkFacts(&a.Remarks)...)
}

// controllers tells who determines purposes and means.
func (k *book) controllers(a *register.Activity) []Fact {
	name := k.label("controller")
	if a.Role == register.ActivityRoleProcessor {
		name = k.label("processor")
	}
	var lines []Inline
	if o := k.register.Organisation; o != nil && (a.Role == register.ActivityRoleProcessor || len(a.Controllers) == 0) {
		lines = append(lines, k.text(o.Name))
	}
	var all []Fact
	if lines = filled(lines); len(lines) > 0 {
		all = append(all, Fact{Name: name, Text: lines})
	}
	if len(a.Controllers) > 0 {
		all = append(all, Fact{Name: Text(k.field("controllers")), Text: k.names(register.KindParties, a.Controllers)})
	}
	return all
}

// jointly tells the joint controllers of an activity or a purpose (Art. 26).
func (k *book) jointly(list []register.JointController) []Fact {
	f := Fact{Name: Text(k.field("jointWith"))}
	for i := range list {
		j := &list[i]
		one := Fact{Name: k.name(register.KindParties, j.Party), Facts: k.rest(j, "party")}
		if p := k.view.Party(j.Party); p != nil {
			one.Text = k.contactLines(p.Contact)
		}
		one.Text = append(one.Text, k.remarks(&j.Remarks)...)
		if len(one.Text) == 0 && len(one.Facts) == 0 { // nothing but its name
			f.Text = append(f.Text, one.Name)
			continue
		}
		f.Facts = append(f.Facts, one)
	}
	return told(f)
}

// remarkFacts tells the remarks of an entry as facts.
func (k *book) remarkFacts(r *register.Remarks) []Fact {
	return told(Fact{Name: k.label("remarks"), Text: k.remarks(r)})
}

// clients are the controllers on whose behalf an activity is carried out, and
// what is done for them (Art. 30(2)(a), (b)).
func (k *book) clients(a *register.Activity) []Section {
	if a.Role != register.ActivityRoleProcessor && len(a.OnBehalfOf) == 0 || !k.o.Audience.sees(Authority) {
		return nil
	}
	s := Section{ID: "clients-of-" + a.ID, Title: k.label("clients")}
	operations := Fact{Name: k.label("operations"), Text: k.operations(a.Operations)}
	if len(operations.Text) == 0 {
		operations = k.missing(operations.Name)
	}
	s.Blocks = append(s.Blocks, Facts{[]Fact{operations}})
	table := Table{ID: "clients-table-of-" + a.ID, Empty: k.label("not-stated"), Columns: []Column{
		{ID: "controller", Title: k.label("controller"), Width: 1.5, Head: true},
		k.column("contact", 1.5), k.column("operations", 2), k.column("agreement", 1), k.column("validity", 1),
	}}
	for i := range a.OnBehalfOf {
		c := &a.OnBehalfOf[i]
		own := k.operations(c.Operations)
		if len(own) == 0 {
			own = []Inline{muted(k.label("operations-above"))}
		}
		var contact *register.Contact
		if p := k.view.Party(c.Party); p != nil {
			contact = p.Contact
		}
		table.Rows = append(table.Rows, Row{Muted: k.over(c.From, c.Until), Cells: []Cell{
			headed(append([]Inline{k.name(register.KindParties, c.Party)}, k.remarks(&c.Remarks)...)),
			k.stated(k.contactLines(contact)...), k.cell(own...), k.agreement(c.Agreement), k.cell(k.span(c.From, c.Until)),
		}})
	}
	addresses(k.builder, table.Rows, a.OnBehalfOf, activityAt(a, "onBehalfOf"))
	s.Blocks = append(s.Blocks, trim(table))
	return []Section{s}
}

// agreement names an agreement.
func (k *book) agreement(id string) Cell {
	if id == "" {
		return Cell{}
	}
	return k.cell(k.name(register.KindAgreements, id))
}

// more tells further details of the rows of a table below it.
func (k *book) more(list []Fact) []Block {
	if len(list) == 0 {
		return nil
	}
	return []Block{Facts{list}}
}
