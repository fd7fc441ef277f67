package benchmarks

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// always is the day until which what names none applies.
const always = 99_999_999

func ends(d register.Date) int {
	if d == 0 {
		return always
	}
	return int(d)
}

// loadTerms writes the trees.
func (d *database) loadTerms() {
	for _, list := range []struct {
		table   string
		tree    *tree
		numbers *numbers[string]
	}{{"data_overlap", d.trees.data, &d.data}, {"subject_overlap", d.trees.subjects, &d.subjects}, {"purpose_overlap", d.trees.purposes, &d.purposes}} {
		ids := list.tree.ids()
		if list.tree.rooted {
			slices.Sort(ids[1:])
		} else {
			slices.Sort(ids)
		}
		columns := 2
		if list.tree.rooted {
			columns = 3
		}
		rows := d.into(list.table, columns)
		for _, a := range ids {
			list.numbers.number(a)
		}
		for _, a := range ids {
			for _, b := range ids {
				if c := list.tree.narrower(a, b); c != "" {
					rows.row([]any{list.numbers.number(a), list.numbers.number(b), list.numbers.number(c)}[:columns]...)
				}
			}
		}
	}
}

// loadActivities writes the activities in both forms.
func (d *database) loadActivities() {
	l := &loader{
		database: d, activity: d.into("activity", 4), use: d.into("data_use", 5), disclosure: d.into("disclosure", 10),
		useSubject: d.into("use_subject", 2), usePurpose: d.into("use_purpose", 2),
		data: d.into("disclosure_data", 2), subject: d.into("disclosure_subject", 2), purpose: d.into("disclosure_purpose", 2),
		flow: d.into("flow", 11), ids: map[*register.Disclosure]int{},
	}
	for i, a := range d.view.Activities() {
		l.load(i, a)
	}
}

// loader writes activities; its fields are tables.
type loader struct {
	*database
	activity, use, useSubject, usePurpose, disclosure, data, subject, purpose, flow *inserter

	uses, disclosures int
	ids               map[*register.Disclosure]int // of the activity
}

func (l *loader) load(number int, a *register.Activity) {
	planned, begins, until := 0, int(a.From), ends(a.Until)
	switch {
	case a.Status == register.StatusPlanned:
		planned = 1
	case a.Status == register.StatusEnded && a.Until == 0:
		until = -1
	}
	l.activity.row(number, planned, begins, until)
	clear(l.ids)
	for i := range a.Disclosures {
		l.disclose(number, a, &a.Disclosures[i])
	}
	people, why := make([]string, 0, 3), make([]string, 0, 4)
	for i := range a.Subjects {
		people = append(people, a.Subjects[i].Subject)
	}
	for i := range a.Purposes {
		why = append(why, a.Purposes[i].Purpose)
	}
	for i := range a.Data {
		u := &a.Data[i]
		subjects, purposes := people, why
		if u.Subjects != nil {
			subjects = u.Subjects
		}
		if u.Purposes != nil {
			purposes = u.Purposes
		}
		l.hold(number, u.Category, nil, false, subjects, purposes)
	}
	l.trees.flows(a, 0, func(f *flow) {
		if f.use < 0 {
			l.hold(number, f.category, l.ids[f.disclosure], f.unknown, f.subjects, f.purposes)
		}
		if planned == 0 {
			l.flowRows(number, a, f, max(begins, int(f.disclosure.From)), min(until, ends(f.disclosure.Until)))
		}
	})
}

func (l *loader) hold(activity int, category string, onlyFor any, unknown bool, subjects, purposes []string) {
	id := l.uses
	l.uses++
	l.use.row(activity, id, l.database.data.number(category), onlyFor, truth(unknown))
	for _, s := range subjects {
		l.useSubject.row(id, l.subjects.number(s))
	}
	for _, p := range purposes {
		l.usePurpose.row(id, l.purposes.number(p))
	}
}

func (l *loader) disclose(activity int, a *register.Activity, r *register.Disclosure) {
	id := l.disclosures
	l.disclosures++
	l.ids[r] = id
	l.disclosure.row(activity, id, l.parties.number(r.To), l.nodes.number(entry(r)), directRole(a, r),
		truth(r.Data != nil), truth(r.Subjects != nil), truth(r.Purposes != nil), int(r.From), ends(r.Until))
	for _, c := range r.Data {
		l.data.row(id, l.database.data.number(c))
	}
	for _, s := range r.Subjects {
		l.subject.row(id, l.subjects.number(s))
	}
	for _, p := range r.Purposes {
		l.purpose.row(id, l.purposes.number(p))
	}
}

// flowRows writes a flow to the table of flows.
func (l *loader) flowRows(activity int, a *register.Activity, f *flow, begins, until int) {
	if begins > until {
		return
	}
	l.flows[f.category]++
	d := f.disclosure
	category, party, node, role := l.database.data.number(f.category), l.parties.number(d.To), l.nodes.number(entry(d)), directRole(a, d)
	facet := 0
	for i, s := range f.subjects {
		for j, p := range f.purposes {
			if slices.Contains(f.subjects[:i], s) || slices.Contains(f.purposes[:j], p) {
				continue
			}
			l.flow.row(activity, category, party, node, role, facet, l.subjects.number(s), l.purposes.number(p), truth(f.unknown), begins, until)
			facet++
		}
	}
}

func truth(b bool) int {
	if b {
		return 1
	}
	return 0
}

// loadParties writes the parties and the chains between them, as far as data
// get: the nodes of the disclosures and those that they lead to.
func (d *database) loadParties() {
	nodes, areaRows, steps := d.into("node", 2), d.into("node_area", 2), d.into("step", 7)
	for _, e := range d.view.Entities(register.KindParties) {
		d.nodes.number(node{party: e.Key()})
	}
	for i := 0; i < len(d.nodes.list); i++ {
		n := d.nodes.list[i]
		nodes.row(i, d.parties.number(n.party))
		for _, a := range areas(d.view, n) {
			areaRows.row(i, string(a))
		}
		for _, e := range edges(d.view, n) {
			d.steps[e.to.party]++
			for _, c := range e.data {
				steps.row(i, d.nodes.number(e.to), d.data.number(c), roleNumbers[e.as], truth(e.engaged), int(e.from), ends(e.until))
			}
		}
	}
	members := d.into("membership", 3)
	for _, m := range law.Memberships() {
		members.row(string(m.Country), int(m.From), ends(m.Until))
	}
}
