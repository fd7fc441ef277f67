package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// cookies tells what is stored on or read from the equipment of people, and whether
// they are asked (ePrivacy Directive, Art. 5(3)).
func (n *notice) cookies() []Section {
	table := Table{ID: "cookies-table", Columns: []Column{
		{ID: "purpose", Title: n.label("column.purpose"), Width: 1.5, Head: true},
		{ID: "asked", Title: n.label("notice.asked"), Width: 2}, n.head("data", 1.5), n.column("recipient", 1.5),
	}}
	for _, a := range n.activities {
		for i := range a.Purposes {
			if p := &a.Purposes[i]; p.Device != "" {
				table.Rows = append(table.Rows, n.cookieRow(a, p))
			}
		}
	}
	if len(table.Rows) == 0 {
		return nil
	}
	s := n.place("cookies", "notice-cookies")
	s.Blocks = []Block{Paragraph{n.label("notice.about-cookies")}, trim(table)}
	return []Section{s}
}

func (n *notice) cookieRow(a *register.Activity, p *register.PurposeUse) Row {
	asked := []Inline{n.label("notice.device." + string(p.Device))}
	if c := p.Consent; c != nil && p.Device == register.DeviceConsent && !slices.Contains(unfree, c.Mechanism) {
		asked = append(asked, n.labelled("notice.consent-how", c.How))
	}
	if c := p.Consent; c != nil {
		asked = append(asked, n.labelled("notice.withdraw-how", c.Withdrawal))
	}
	var data, who []Inline
	for i := range a.Data {
		if d := &a.Data[i]; len(d.Purposes) == 0 || slices.Contains(d.Purposes, p.Purpose) {
			if len(p.Data) == 0 || slices.Contains(p.Data, d.Category) {
				data = appendNew(data, n.name(register.KindDataCategories, d.Category))
			}
		}
	}
	for _, d := range n.disclosures(a) {
		if !d.Shared && (len(d.Purposes) == 0 || slices.Contains(d.Purposes, p.Purpose)) {
			who = appendNew(who, n.name(register.KindParties, d.To))
		}
	}
	first := []Inline{capitalLine(n.purposeIn(a, p)), n.text(p.Description)}
	return Row{Cells: []Cell{headed(first), n.cell(asked...), n.cell(capitalLine(joined(data, ", "))), n.cell(who...)}}
}

// labelled puts a text of the register after a label; nil where there is none.
func (n *notice) labelled(code string, t register.Text) Inline {
	text := n.text(t)
	if text == nil {
		return nil
	}
	return n.after(n.label(code), text)
}

// marketing tells of news and advertising: by which ways, on which basis, and how
// to stop them.
func (n *notice) marketing() []Section {
	var facts []Fact
	for _, a := range n.activities {
		for i := range a.Purposes {
			p := &a.Purposes[i]
			if !n.isMarketing(p) {
				continue
			}
			f := Fact{Name: capitalLine(n.purposeIn(a, p))}
			if text := n.text(p.Description); text != nil {
				f.Text = append(f.Text, capitalLine(text))
			}
			if len(p.Channel) > 0 {
				f.Text = append(f.Text, n.after(n.label("notice.by"), joined(values(n.builder, p.Channel), ", ")))
			}
			for _, basis := range p.Basis {
				f.Text = append(f.Text, n.label("notice.basis."+string(basis)))
			}
			if p.Consent != nil {
				f.Text = append(f.Text, filled([]Inline{n.labelled("notice.withdraw-how", p.Consent.Withdrawal)})...)
			}
			f.Text = append(f.Text, Inline{{Text: n.say("notice.stop-marketing"), Ref: "objection"}})
			facts = append(facts, f)
		}
	}
	if len(facts) == 0 {
		return nil
	}
	s := n.place("marketing", "notice-marketing")
	s.Blocks = []Block{Facts{facts}}
	return []Section{s}
}

// decisions tells of decisions made by automated means: how they come about and
// what they mean for people (Art. 13(2)(f), 22).
func (n *notice) decisions() []Section {
	s := n.place("decisions", "notice-decisions")
	var facts []Fact
	var silent []Inline
	for _, a := range n.activities {
		if a.AutomatedDecisions == nil {
			silent = append(silent, n.name(register.KindActivities, a.ID))
		}
		for i := range a.AutomatedDecisions {
			facts = append(facts, n.decisionFact(a, &a.AutomatedDecisions[i]))
		}
	}
	switch {
	case len(facts) > 0:
		s.Blocks = []Block{Facts{facts}}
	case len(silent) == 0 && len(n.activities) > 0:
		s.Blocks = []Block{Paragraph{n.label("notice.no-decisions")}}
	}
	if len(silent) > 0 {
		n.lacks("decisions", nil, joined(silent, ", "), "activities/*/automatedDecisions", "Art. 13(2)(f)")
	}
	s.Blocks = append(s.Blocks, n.cautions(s.ID)...)
	if len(s.Blocks) == 0 {
		return nil
	}
	return []Section{s}
}

// decisionName is the name of a decision.
func (n *notice) decisionName(d *register.AutomatedDecision) Inline {
	if name := n.text(d.Name); name != nil {
		return name
	}
	return n.label("decision")
}

func (n *notice) decisionFact(a *register.Activity, d *register.AutomatedDecision) Fact {
	f := Fact{Name: capitalLine(n.decisionName(d)), Text: []Inline{n.name(register.KindActivities, a.ID)}}
	if len(d.Logic) == 0 {
		n.lacksOf(a, "logic", n.decisionName(d), "automatedDecisions", "Art. 13(2)(f)")
	}
	if len(d.Effect) == 0 {
		n.lacksOf(a, "effect", n.decisionName(d), "automatedDecisions", "Art. 13(2)(f)")
	}
	f.Facts = n.rest(d, "id", "name")
	return f
}
