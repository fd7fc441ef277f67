package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// tellNameAndDescription is the name of an activity and what it is.
func (k *book) tellNameAndDescription(of item) Cell {
	return k.cell(k.nameOf(of.activity), muted(k.text(of.activity.Description)))
}

// tellGroupAndUnit is the heading that an activity is listed under, such as a
// statutory task, and the department.
func (k *book) tellGroupAndUnit(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	return k.cell(k.text(of.activity.Group), k.text(of.activity.Unit))
}

// tellBasisNames is each legal basis once.
func (k *book) tellBasisNames(of item) Cell {
	var lines []Inline
	for _, p := range of.purposesOf() {
		for _, basis := range p.Basis {
			lines = appendNew(lines, k.withArticle("basis", string(basis)))
		}
	}
	return k.cell(lines...)
}

// tellController is the organisation, or the others that determine purposes and
// means.
func (k *book) tellController(of item) Cell {
	if list := of.activity.Controllers; len(list) > 0 {
		return k.cell(k.names(register.KindParties, list)...)
	}
	if o := k.register.Organisation; o != nil {
		return k.cell(k.text(o.Name))
	}
	return Cell{}
}

// processorTable is each processor with its data, its contract and those that it
// engages.
func (k *book) processorTable(of item) Table {
	t := Table{Columns: []Column{
		{ID: "processor", Title: k.label("processor"), Width: 1.4, Head: true},
		k.column("data", 1.6), k.column("agreement", 1.2),
		{ID: "sub-processors", Title: k.label("section.sub-processors"), Width: 1.6},
	}}
	for _, d := range k.disclosuresOf(of) {
		if d.As != register.RoleProcessor {
			continue
		}
		engaged := k.further(of, d.To, func(h *hop) bool { return h.engaged })
		others := k.further(of, d.To, func(h *hop) bool { return !h.engaged })
		agreement := Cell{}
		if k.o.Audience.sees(Authority) {
			agreement = k.contractCell(of.activity, d.Disclosure)
		}
		t.add(Row{Muted: k.over(d.From, d.Until), Cells: []Cell{
			headed(append([]Inline{k.name(register.KindParties, d.To), k.spanOf(d.Disclosure)}, k.passesTo(others)...)),
			k.cell(k.all(register.KindDataCategories, d.Data, "all-data-left-out")...), agreement, k.cell(engaged...),
		}})
	}
	if len(t.Rows) == 0 {
		t.Empty = k.label("none-listed")
	}
	return trim(t)
}

// receiverTable is each recipient that is no processor, with its role, its data
// and when it gets them.
func (k *book) receiverTable(of item) Table {
	t := Table{Columns: []Column{
		{ID: "recipient", Title: k.label("column.recipient"), Width: 1.4, Head: true},
		k.column("role", 0.9), k.column("data", 1.6), k.column("purposes", 1.2), k.column("when", 1.4),
	}}
	list := k.disclosuresOf(of)
	for _, d := range list {
		if d.As == register.RoleProcessor {
			continue
		}
		when := []Inline{k.text(d.When)}
		for _, line := range k.laws(d.Law) {
			when = append(when, k.named("law", line))
		}
		t.add(Row{Muted: k.over(d.From, d.Until), Cells: []Cell{
			headed(append([]Inline{k.name(register.KindParties, d.To), k.spanOf(d.Disclosure)}, k.passers(of, d.To)...)),
			k.stated(k.directRole(of.activity, d.Disclosure)), k.cell(k.all(register.KindDataCategories, d.Data, "all-data-left-out")...),
			k.cell(k.purposesOf(of.activity, d.Purposes)...), k.cell(when...),
		}})
	}
	switch {
	case len(t.Rows) > 0:
	case len(list) > 0:
		t.Empty = k.label("none-listed")
	case of.activity.Disclosures != nil:
		t.Empty = k.label("none")
	}
	return trim(t)
}

// add adds a row unless there is one that tells the same: what is said of one
// activity may be said of all of them too.
func (t *Table) add(r Row) {
	same := func(x, y Cell) bool { return slices.EqualFunc(x.Lines, y.Lines, sameText) }
	if !slices.ContainsFunc(t.Rows, func(other Row) bool { return slices.EqualFunc(other.Cells, r.Cells, same) }) {
		t.Rows = append(t.Rows, r)
	}
}

// spanOf is when a disclosure applies, for those who may know it.
func (k *book) spanOf(d *register.Disclosure) Inline {
	if !k.o.Audience.sees(Authority) {
		return nil
	}
	return k.span(d.From, d.Until)
}

// groundTable is each purpose with its legal basis and what explains it.
func (k *book) groundTable(of item) Table {
	t := Table{Columns: []Column{
		{ID: "purpose", Title: k.label("column.purpose"), Width: 1.6, Head: true}, k.column("basis", 1.3), k.column("law", 1.8),
	}}
	for i := range of.activity.Purposes {
		p := &of.activity.Purposes[i]
		var bases []Inline
		for _, basis := range p.Basis {
			bases = append(bases, k.withArticle("basis", string(basis)))
		}
		reasons := append(k.laws(p.Law), k.text(p.Interest))
		t.Rows = append(t.Rows, Row{Cells: []Cell{
			headed([]Inline{k.termHead(register.KindPurposes, p.Purpose), k.text(p.Description)}),
			k.stated(bases...), k.cell(append(reasons, k.remarks(&p.Remarks)...)...),
		}})
	}
	return t
}

// tellLogic is the logic of each automated decision.
func (k *book) tellLogic(of item) Cell {
	return k.decisionCell(of, func(d *register.AutomatedDecision) register.Text { return d.Logic })
}

// tellEffect is what each automated decision means for people.
func (k *book) tellEffect(of item) Cell {
	return k.decisionCell(of, func(d *register.AutomatedDecision) register.Text { return d.Effect })
}

func (k *book) decisionCell(of item, part func(*register.AutomatedDecision) register.Text) Cell {
	list := of.activity.AutomatedDecisions
	if list != nil && len(list) == 0 {
		return Cell{Lines: []Inline{k.label("no-decisions")}}
	}
	var lines []Inline
	for i := range list {
		text := k.text(part(&list[i]))
		if text == nil {
			text = mark(k.say("not-stated"))
		}
		if name := k.text(list[i].Name); name != nil {
			text = append(append(name, Run{Text: ": "}), text...)
		}
		lines = append(lines, text)
	}
	return k.cell(lines...)
}

// tellException is the condition that lifts the ban on special data, or that there
// are no such data for which one is needed.
func (k *book) tellException(of item) Cell {
	cell := k.tellConditions(of)
	special := slices.ContainsFunc(of.activity.Data, func(d register.DataUse) bool {
		return slices.Contains(k.marksOf(d.Category), register.DataMarkSpecial)
	})
	switch {
	case len(cell.Lines) > 0:
		return cell
	case special:
		return k.cell(mark(k.say("not-stated")))
	case len(of.activity.Data) > 0:
		return k.cell(k.label("layout.no-special"))
	}
	return cell
}

// tellForms is in which form data are kept, such as encrypted.
func (k *book) tellForms(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	var lines []Inline
	for _, d := range k.dataOf(of) {
		if len(d.Form) > 0 {
			line := append(k.termHead(register.KindDataCategories, d.Category), Run{Text: ": "})
			lines = appendNew(lines, append(line, joined(values(k.builder, d.Form), ", ")...))
		}
	}
	return k.cell(lines...)
}

// tellAssessment is whether an impact assessment is needed and how far it is.
func (k *book) tellAssessment(of item) Cell {
	return k.cell(flatten(k.only(of.activity.DPIA, "needed", "status", "done", "report", "residualRisk", "consultation", "reason"), true)...)
}

// tellListItems is what the list of the authority says that applies.
func (k *book) tellListItems(of item) Cell {
	return k.cell(flatten(k.only(of.activity.DPIA, "listItems"), false)...)
}

// tellAllCriteria is the criteria of WP248 that are met.
func (k *book) tellAllCriteria(of item) Cell {
	return k.cell(flatten(k.only(of.activity.DPIA, "criteria"), false)...)
}

// tellCriteria is a cell of those of some criteria that are met.
func tellCriteria(criteria ...register.DPIACriterion) func(*book, item) Cell {
	return func(k *book, of item) Cell {
		x := of.activity.DPIA
		if x == nil || x.Criteria == nil || !k.o.Audience.sees(Authority) {
			return Cell{}
		}
		var lines []Inline
		for _, c := range criteria {
			if slices.Contains(x.Criteria, c) {
				lines = append(lines, k.value(string(c)))
			}
		}
		if len(lines) == 0 {
			lines = append(lines, k.label("none-listed"))
		}
		return k.cell(lines...)
	}
}

// tellOnLargeScale is a cell of a criterion, with what the activity says of its
// scale where the criterion is met.
func tellOnLargeScale(criterion register.DPIACriterion) func(*book, item) Cell {
	listed := tellCriteria(criterion)
	return func(k *book, of item) Cell {
		cell := listed(k, of)
		if len(cell.Lines) > 0 && slices.Contains(of.activity.DPIA.Criteria, criterion) && of.activity.LargeScale != register.Unstated {
			cell.Lines = append(cell.Lines, k.named("largeScale", Text(k.words.Tristate(of.activity.LargeScale))))
		}
		return cell
	}
}

// tellDocuments is the documents of an activity, with those of all activities.
func (k *book) tellDocuments(of item) Cell {
	return k.cell(k.names(register.KindDocuments, k.documentsOf(of.activity))...)
}

// tellStatusAndSpan is where an activity is in its life, and from when until when.
func (k *book) tellStatusAndSpan(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	return k.cell(k.value(string(k.status(of.activity))), k.span(of.activity.From, of.activity.Until))
}
