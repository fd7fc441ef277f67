package benchmarks

import (
	"github.com/openropa/ropa/register"
)

// flow is data of a category that a disclosure discloses, about each of the
// subjects for each of the purposes.
type flow struct {
	disclosure         *register.Disclosure
	use                int // position of the data use, -1 where none overlaps
	category           string
	unknown            bool // the register does not say which data
	subjects, purposes []string
}

// flows finds the flows of an activity straight from the definition. Only
// disclosures that apply on the day are looked at.
func (t *trees) flows(a *register.Activity, on register.Date, visit func(*flow)) {
	people, why := make([]string, len(a.Subjects)), make([]string, len(a.Purposes))
	for i := range a.Subjects {
		people[i] = a.Subjects[i].Subject
	}
	for i := range a.Purposes {
		why[i] = a.Purposes[i].Purpose
	}
	for i := range a.Disclosures {
		if d := &a.Disclosures[i]; on == 0 || on.Between(d.From, d.Until) {
			t.disclosed(a, d, people, why, visit)
		}
	}
}

// disclosed finds the flows of one disclosure.
func (t *trees) disclosed(a *register.Activity, d *register.Disclosure, people, why []string, visit func(*flow)) {
	named := d.Data
	if len(named) == 0 {
		named = []string{allData}
	}
	met := make([]bool, len(named))
	for i := range a.Data {
		u := &a.Data[i]
		f := flow{disclosure: d, use: i}
		for j, name := range named {
			if f.category = t.data.narrower(u.Category, name); f.category == "" {
				continue
			}
			if f.subjects == nil && !t.sides(&f, u, d, people, why) {
				break
			}
			met[j] = true
			visit(&f)
		}
	}
	for j, name := range named {
		if met[j] {
			continue
		}
		f := flow{disclosure: d, use: -1, category: name, unknown: name == allData, subjects: people, purposes: why}
		if d.Subjects != nil {
			f.subjects = d.Subjects
		}
		if d.Purposes != nil {
			f.purposes = d.Purposes
		}
		visit(&f)
	}
}

// sides finds the subjects and purposes that a data use and a disclosure have
// in common, and reports whether there are any of both.
func (t *trees) sides(f *flow, u *register.DataUse, d *register.Disclosure, people, why []string) bool {
	f.subjects, f.purposes = people, why
	if u.Subjects != nil {
		f.subjects = u.Subjects
	}
	if u.Purposes != nil {
		f.purposes = u.Purposes
	}
	if d.Subjects != nil {
		f.subjects = t.subjects.meet(f.subjects, d.Subjects)
	}
	if d.Purposes != nil {
		f.purposes = t.purposes.meet(f.purposes, d.Purposes)
	}
	return len(f.subjects) > 0 && len(f.purposes) > 0
}

// runs reports whether an activity is carried out on a day.
func runs(a *register.Activity, on register.Date) bool {
	switch {
	case a.Status == register.StatusPlanned, a.Status == register.StatusEnded && a.Until == 0:
		return false
	}
	return on.Between(a.From, a.Until)
}

// countFlows counts the flows of a register, of whichever day.
func countFlows(v *register.View) int {
	t, n := readTrees(v), 0
	for _, a := range v.Activities() {
		t.flows(a, 0, func(*flow) { n++ })
	}
	return n
}
