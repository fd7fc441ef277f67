package document

import (
	"slices"

	"github.com/openropa/ropa/register"
)

// tellProcess is the name of an activity with the heading it is listed under.
func (k *book) tellProcess(of item) Cell {
	lines := []Inline{k.nameOf(of.activity)}
	if k.o.Audience.sees(Authority) {
		lines = append(lines, muted(k.text(of.activity.Group)))
	}
	return k.cell(lines...)
}

// tellUnitAndOwner is the department and who answers for the activity.
func (k *book) tellUnitAndOwner(of item) Cell {
	return k.cell(append(k.tellUnit(of).Lines, k.tellOwner(of).Lines...)...)
}

// tellUnit is the department that carries out the activity.
func (k *book) tellUnit(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	return k.cell(k.text(of.activity.Unit))
}

// tellBasesOnly is the basis of each purpose and the condition for special data,
// without the law, which has a column of its own.
func (k *book) tellBasesOnly(of item) Cell {
	var lines []Inline
	for _, p := range of.purposesOf() {
		p.Law = nil
		p.Article9Law = nil
		one := item{activity: of.activity, purpose: &p}
		for i, line := range k.tellBases(one).Lines {
			if i == 0 {
				line = k.ofPurpose(of, &p, line)
			}
			lines = append(lines, line)
		}
		lines = append(lines, k.tellConditions(one).Lines...)
	}
	return k.cell(lines...)
}

// tellLaws is the law behind purposes and data, each once.
func (k *book) tellLaws(of item) Cell {
	var lines []Inline
	for _, p := range of.purposesOf() {
		for _, line := range slices.Concat(k.laws(p.Law), k.laws(p.Article9Law)) {
			lines = appendNew(lines, line)
		}
	}
	for _, d := range k.dataOf(of) {
		for _, line := range k.laws(d.Law) {
			lines = appendNew(lines, line)
		}
	}
	return k.cell(lines...)
}

// tellPlainData is each category of data without its marks, which have columns of
// their own.
func (k *book) tellPlainData(of item) Cell {
	var lines []Inline
	for _, d := range k.dataOf(of) {
		lines = appendNew(lines, k.termHead(register.KindDataCategories, d.Category))
	}
	return k.cell(lines...)
}

// tellPlainSubjects is each category of data subjects without its marks.
func (k *book) tellPlainSubjects(of item) Cell {
	var lines []Inline
	for _, id := range k.subjectsOf(of) {
		lines = append(lines, k.termHead(register.KindDataSubjects, id))
	}
	return k.cell(lines...)
}

// tellVulnerable is the data subjects that call for special care.
func (k *book) tellVulnerable(of item) Cell {
	var lines []Inline
	for _, id := range k.subjectsOf(of) {
		for _, m := range k.subjectMarks(id) {
			if m == register.SubjectMarkMinor || m == register.SubjectMarkVulnerable {
				lines = append(lines, append(append(k.termHead(register.KindDataSubjects, id), Run{Text: " "}), mark(k.words.Value(string(m)))...))
			}
		}
	}
	if len(lines) == 0 && len(of.activity.Subjects) > 0 {
		return Cell{Lines: []Inline{k.label("none-listed")}}
	}
	return k.cell(lines...)
}

// tellCombination is the activities from which data are taken, and the criterion
// that tells of matching.
func (k *book) tellCombination(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	var lines []Inline
	for _, d := range k.dataOf(of) {
		for i := range d.Source {
			if id := d.Source[i].Activity; id != "" {
				lines = appendNew(lines, k.named("activity", k.name(register.KindActivities, id)))
			}
		}
	}
	if x := of.activity.DPIA; x != nil && slices.Contains(x.Criteria, register.DPIACriterionMatchingOrCombining) {
		lines = append(lines, k.value(string(register.DPIACriterionMatchingOrCombining)))
	}
	return k.cell(lines...)
}

// tellDisclosed is which data each recipient gets.
func (k *book) tellDisclosed(of item) Cell {
	var lines []Inline
	for _, d := range k.disclosuresOf(of) {
		data := joined(k.all(register.KindDataCategories, d.Data, "all-data-left-out"), ", ")
		line := append(append(k.name(register.KindParties, d.To), Run{Text: ": "}), data...)
		if len(d.Subjects) > 0 {
			line = append(append(append(line, Run{Text: " ("}), joined(k.names(register.KindDataSubjects, d.Subjects), ", ")...), Run{Text: ")"})
		}
		lines = appendNew(lines, line)
	}
	return k.cell(lines...)
}

// tellNature is whether a transfer outside the EEA is repeated.
func (k *book) tellNature(of item) Cell {
	var lines []Inline
	for _, x := range k.exportsOf(of) {
		if x.transfer != nil && x.transfer.Repeated != register.Unstated && k.o.Audience.sees(Authority) {
			repeated := k.named("repeated", Text(k.words.Tristate(x.transfer.Repeated)))
			lines = appendNew(lines, append(append(k.name(register.KindParties, x.party), Run{Text: " (" + k.area(x.area) + "): "}), repeated...))
		}
	}
	return k.cell(lines...)
}

// tellTechnology is each system, with what it is and where.
func (k *book) tellTechnology(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	var lines []Inline
	for _, id := range k.systemsOf(of) {
		line := k.name(register.KindSystems, id)
		s := k.view.System(id)
		if s == nil {
			continue
		}
		lines = append(lines, append(line, k.whereIs(s)...), muted(k.text(s.Description)))
	}
	if len(lines) == 0 && of.activity.Systems != nil {
		return k.or(true, nil)
	}
	return k.cell(lines...)
}

// tellRisk is the level of the risk and what can go wrong.
func (k *book) tellRisk(of item) Cell {
	r := of.activity.Risk
	if r == nil || k.o.Audience != Internal {
		return Cell{}
	}
	var level Inline
	if r.Level != "" {
		level = k.value(string(r.Level))
	}
	return k.cell(level, k.text(r.Description))
}

// tellMitigation is what is done about the risk.
func (k *book) tellMitigation(of item) Cell {
	if r := of.activity.Risk; r != nil && k.o.Audience == Internal {
		return k.cell(k.text(r.Mitigation))
	}
	return Cell{}
}

// tellStatus is where an activity is in its life, and since when.
func (k *book) tellStatus(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	return k.cell(k.value(string(k.status(of.activity))), k.span(of.activity.From, 0))
}
