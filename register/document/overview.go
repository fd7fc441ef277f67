package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// overview is a table of all activities on a line each.
func (k *book) overview() []Section {
	table := Table{ID: Overview, Empty: k.label("no-activities")}
	numbers := slices.ContainsFunc(k.activities, func(a *register.Activity) bool { return a.Number != "" })
	if numbers {
		table.Columns = append(table.Columns, k.column("number", 0.5))
	}
	table.Columns = append(table.Columns, []Column{
		{ID: "name", Title: k.label("column.activity"), Width: 1.4, Head: true},
		k.column("purposes", 1.5), k.column("basis", 1.2), k.column("subjects", 1.2), k.column("special", 0.9), k.column("recipients", 1.6),
		k.column("outside", 0.9), k.column("kept", 1.5),
	}...)
	if k.o.Audience.sees(Authority) {
		table.Columns = append(table.Columns, k.column("status", 0.7))
	}
	for _, a := range slices.Concat(k.controls, k.processes, k.ended) { // as the parts below
		table.Rows = append(table.Rows, k.overviewRow(a, numbers))
	}
	return []Section{{ID: "overview", Title: k.label("overview"), Wide: true, NewPage: true, Blocks: []Block{table}}}
}

func (k *book) overviewRow(a *register.Activity, numbers bool) Row {
	processor := a.Role == register.ActivityRoleProcessor
	ask := func(lines []Inline) Cell {
		if processor { // Art. 30(2) does not ask for it
			return k.cell(lines...)
		}
		return k.stated(lines...)
	}
	var purposes, subjects []Inline
	for i := range a.Purposes {
		purposes = append(purposes, k.name(register.KindPurposes, a.Purposes[i].Purpose))
	}
	for i := range a.Subjects {
		subjects = append(subjects, k.name(register.KindDataSubjects, a.Subjects[i].Subject))
	}
	if processor && k.o.Audience.sees(Authority) && len(purposes) == 0 {
		purposes = k.operations(a.Operations)
	}
	row := Row{Muted: k.status(a) != register.StatusActive, At: k.at(register.KindActivities, a.ID)}
	name := []Inline{k.name(register.KindActivities, a.ID)}
	if a.Number == "" {
		name = append(name, Inline{{Text: a.ID, Style: Code}})
	}
	if numbers {
		row.Cells = append(row.Cells, k.cell(Text(a.Number)))
	}
	row.Cells = append(row.Cells, k.cell(name...),
		ask(purposes), ask(k.tellBasisNames(item{activity: a}).Lines), ask(subjects), k.cell(k.specialOf(a)...),
		k.recipientsInShort(a), k.countriesInShort(a), ask(k.keptInShort(a)),
	)
	if k.o.Audience.sees(Authority) {
		row.Cells = append(row.Cells, k.cell(k.value(string(k.status(a)))))
	}
	return row
}

// nameOf is the name of an activity, else its identifier.
func (k *book) nameOf(a *register.Activity) Inline {
	if name := k.text(a.Name); name != nil {
		return name
	}
	return Text(a.ID)
}

// recipientsInShort names the recipients: all of them, for Art. 30(1)(d) asks for
// no selection.
func (k *book) recipientsInShort(a *register.Activity) Cell {
	var ids []string
	seen := make(map[string]bool)
	for _, d := range k.disclosures(a) {
		if !seen[d.To] {
			seen[d.To] = true
			ids = append(ids, d.To)
		}
	}
	if len(ids) == 0 {
		return k.or(a.Disclosures != nil, nil)
	}
	return Cell{Lines: k.names(register.KindParties, ids)}
}

// keptInShort tells how long data are kept, each limit once.
func (k *book) keptInShort(a *register.Activity) []Inline {
	var lines []Inline
	seen := make(map[string]bool)
	add := func(uses []register.RetentionUse) {
		for i := range uses {
			if rule := k.view.RetentionRule(uses[i].Rule); rule != nil && !seen[rule.ID] {
				seen[rule.ID] = true
				lines = append(lines, Text(k.ruleInShort(rule)))
			}
		}
	}
	for i := range a.Data {
		add(a.Data[i].Retention)
	}
	add(a.Retention)
	return lines
}

// ruleInShort is a retention rule without what happens then.
func (k *book) ruleInShort(rule *register.RetentionRule) string {
	short := *rule
	short.Action = ""
	return capital(k.words.Rule(k.view, &short))
}

// specialOf are the marks of the data that call for special care.
func (k *book) specialOf(a *register.Activity) []Inline {
	var lines []Inline
	seen := make(map[register.DataMark]bool)
	for i := range a.Data {
		for _, m := range k.marksOf(a.Data[i].Category) {
			if m != register.DataMarkOnlineIdentifier && !seen[m] {
				seen[m] = true
				lines = append(lines, mark(k.words.Value(string(m))))
			}
		}
	}
	if len(lines) == 0 && len(a.Data) > 0 {
		lines = append(lines, k.label("none-listed"))
	}
	return lines
}
