package document

import "github.com/openropa/ropa/register"

// data are the people and the data of an activity, and how long these are kept
// (Art. 30(1)(c), (f)).
func (k *book) data(a *register.Activity) []Section {
	processor := a.Role == register.ActivityRoleProcessor
	if processor && len(a.Subjects)+len(a.Data)+len(a.Retention) == 0 && a.NotProcessed == nil && a.RetentionPolicy == nil {
		return nil // Art. 30(2) does not ask for them
	}
	s := Section{ID: "data-of-" + a.ID, Title: k.label("data")}
	facts := []Fact{k.subjects(a)}
	if processor && len(a.Subjects) == 0 {
		facts = nil
	}
	s.Blocks = append(s.Blocks, Facts{facts}, k.dataTable(a))
	var further []Fact
	for i := range a.Data {
		d := &a.Data[i]
		rest := k.rest(d, "id", "category", "subjects", "purposes", "source", "mandatory", "consequence", "retention", "systems", "law", "claim", "form")
		further = append(further, told(Fact{Name: k.termHead(register.KindDataCategories, d.Category), Facts: rest})...)
	}
	s.Blocks = append(s.Blocks, k.more(further)...)
	s.Blocks = append(s.Blocks, k.more(k.keepingOf(a))...)
	if len(facts) == 0 {
		s.Blocks = s.Blocks[1:]
	}
	return []Section{s}
}

// subjects tells whose data are processed.
func (k *book) subjects(a *register.Activity) Fact {
	f := Fact{Name: k.label("subjects")}
	for i := range a.Subjects {
		u := &a.Subjects[i]
		line := k.name(register.KindDataSubjects, u.Subject)
		for _, m := range k.subjectMarks(u.Subject) {
			line = append(append(line, Run{Text: " "}), mark(k.words.Value(string(m)))...)
		}
		f.Text = append(f.Text, line)
		if k.o.Audience.sees(Authority) {
			var parts []Inline
			if u.Count != "" {
				parts = append(parts, k.named("count", Text(u.Count)))
			}
			if u.ContractParty != register.Unstated {
				parts = append(parts, k.named("contractParty", Text(k.words.Tristate(u.ContractParty))))
			}
			f.Text = append(f.Text, filled([]Inline{joined(parts, k.words.Semicolon())})...)
		}
		f.Text = append(f.Text, k.remarks(&u.Remarks)...)
	}
	if len(f.Text) == 0 {
		return k.missing(f.Name)
	}
	return f
}

func (k *book) dataTable(a *register.Activity) Table {
	table := Table{ID: "data-table-of-" + a.ID, Empty: k.label("not-stated")}
	table.Columns = []Column{
		{ID: "category", Title: k.label("column.category"), Width: 1.6, Head: true},
		k.column("subjects", 1.1), k.column("purposes", 1.3), k.column("source", 1), k.column("mandatory", 0.9), k.column("kept", 1.8),
	}
	if k.o.Audience.sees(Authority) {
		table.Columns = append(table.Columns, k.column("where", 1.1))
	}
	for i := range a.Data {
		table.Rows = append(table.Rows, k.dataRow(a, &a.Data[i]))
	}
	addresses(k.builder, table.Rows, a.Data, activityAt(a, "data"))
	return trim(table)
}

func (k *book) dataRow(a *register.Activity, d *register.DataUse) Row {
	first := append(k.category(d.Category), k.id(d.ID))
	if k.o.Audience.sees(Authority) {
		first = append(first, values(k.builder, d.Form)...)
	}
	if d.Claim != "" && k.o.Audience == Internal {
		first = append(first, mark(k.words.Value(string(d.Claim))))
	}
	for _, line := range k.laws(d.Law) {
		first = append(first, k.named("law", line))
	}
	first = append(first, k.remarks(&d.Remarks)...)
	var mandatory []Inline
	if d.Mandatory != register.Unstated {
		mandatory = append(mandatory, Text(k.words.Tristate(d.Mandatory)))
	}
	mandatory = append(mandatory, k.text(d.Consequence))
	people := k.peopleOf(a, d.Subjects)
	if len(people) == 0 {
		people = []Inline{muted(k.label("everyone"))}
	}
	row := Row{Cells: []Cell{
		headed(first),
		k.cell(people...),
		k.cell(k.purposesOf(a, d.Purposes)...),
		k.cell(k.sources(d.Source)...), k.cell(mandatory...), k.kept(a, d),
	}}
	if k.o.Audience.sees(Authority) {
		row.Cells = append(row.Cells, k.keptWhere(a, d))
	}
	return row
}

// kept tells how long data are kept: as they say, else as the activity does.
func (k *book) kept(a *register.Activity, d *register.DataUse) Cell {
	if len(d.Retention) > 0 {
		return k.cell(k.retention(d.Retention)...)
	}
	if len(a.Retention) > 0 {
		lines := make([]Inline, 0, len(a.Retention)+1)
		for i := range a.Retention {
			if rule := k.view.RetentionRule(a.Retention[i].Rule); rule != nil {
				lines = append(lines, Text(k.ruleInShort(rule)))
			}
		}
		return k.cell(append(lines, muted(k.label("as-activity")))...)
	}
	if a.Role == register.ActivityRoleProcessor {
		return Cell{}
	}
	return k.stated()
}

// keptWhere tells in which systems data are kept.
func (k *book) keptWhere(a *register.Activity, d *register.DataUse) Cell {
	switch {
	case d.Systems != nil:
		return k.or(len(d.Systems) == 0, k.names(register.KindSystems, d.Systems))
	case len(k.view.Systems(a)) > 0:
		return k.cell(muted(k.label("systems-of-activity")))
	}
	return Cell{}
}

// keepingOf tells what holds for all data of an activity.
func (k *book) keepingOf(a *register.Activity) []Fact {
	var all []Fact
	if len(a.Retention) > 0 {
		all = append(all, Fact{Name: k.label("retention-of-activity"), Text: k.retention(a.Retention)})
	}
	return append(all, k.only(a, "retentionPolicy", "notProcessed")...)
}
