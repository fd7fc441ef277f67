package document

import "github.com/openropa/ropa/register"

// purposes are the purposes of an activity with their legal bases (Art. 30(1)(b),
// 6, 9).
func (k *book) purposes(a *register.Activity) []Section {
	processor := a.Role == register.ActivityRoleProcessor
	if processor && len(a.Purposes) == 0 {
		return nil // Art. 30(2) does not ask for them
	}
	s := Section{ID: "purposes-of-" + a.ID, Title: k.label("purposes")}
	table := Table{ID: "purposes-table-of-" + a.ID, Empty: k.label("not-stated")}
	condition, consent := false, false
	for i := range a.Purposes {
		condition = condition || len(a.Purposes[i].Article9) > 0
		consent = consent || a.Purposes[i].Consent != nil
	}
	for i := range a.Data {
		marks := k.marksOf(a.Data[i].Category)
		condition = condition || len(marks) > 0 && marks[0] == register.DataMarkSpecial
	}
	table.Columns = []Column{
		{ID: "purpose", Title: k.label("column.purpose"), Width: 2, Head: true},
		k.column("basis", 1.3), k.column("law", 1.8),
	}
	if condition {
		table.Columns = append(table.Columns, k.column("condition", 1.4))
	}
	if consent {
		table.Columns = append(table.Columns, k.column("consent", 1.6), k.column("withdrawal", 1.2))
	}
	var further []Fact
	for i := range a.Purposes {
		p := &a.Purposes[i]
		table.Rows = append(table.Rows, k.purposeRow(p, processor, condition, consent))
		elsewhere := []string{"purpose", "description", "basis", "law", "interest", "art9", "art9Law", "jointWith", "consent.mechanism", "consent.how", "consent.explicit", "consent.withdrawal"}
		facts := append(k.rest(p, elsewhere...), k.jointly(p.JointWith)...)
		further = append(further, told(Fact{Name: k.termHead(register.KindPurposes, p.Purpose), Facts: facts})...)
	}
	addresses(k.builder, table.Rows, a.Purposes, activityAt(a, "purposes"))
	s.Blocks = append([]Block{trim(table)}, k.more(further)...)
	return []Section{s}
}

func (k *book) purposeRow(p *register.PurposeUse, processor, condition, consent bool) Row {
	ask := k.stated
	if processor {
		ask = k.cell
	}
	var bases, conditions []Inline
	for _, basis := range p.Basis {
		bases = append(bases, k.withArticle("basis", string(basis)))
	}
	for _, c := range p.Article9 {
		conditions = append(conditions, k.withArticle("condition", string(c)))
	}
	conditions = append(conditions, k.laws(p.Article9Law)...)
	first := []Inline{k.termHead(register.KindPurposes, p.Purpose), muted(k.text(p.Description))}
	reasons := append(k.laws(p.Law), k.text(p.Interest))
	row := Row{Cells: []Cell{
		headed(append(first, k.remarks(&p.Remarks)...)), ask(bases...), k.cell(reasons...),
	}}
	if condition {
		row.Cells = append(row.Cells, k.cell(conditions...))
	}
	if consent {
		row.Cells = append(row.Cells, k.consent(p.Consent)...)
	}
	return row
}

// consent tells how consent is given and withdrawn.
func (k *book) consent(c *register.Consent) []Cell {
	if c == nil {
		return []Cell{{}, {}}
	}
	var given []Inline
	if c.Mechanism != "" {
		given = append(given, k.value(string(c.Mechanism)))
	}
	given = append(given, k.text(c.How))
	if c.Explicit != register.Unstated {
		given = append(given, k.named("explicit", Text(k.words.Tristate(c.Explicit))))
	}
	return []Cell{k.stated(given...), k.stated(k.text(c.Withdrawal))}
}
