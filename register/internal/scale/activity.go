package scale

import (
	"fmt"
	"slices"

	"github.com/openropa/ropa/register"
)

// activity makes the activity at a position.
func (m *maker) activity(i int, v version) *register.Activity {
	d := m.draw(ofActivity, i, v)
	a := &register.Activity{ID: ActivityID(i), Name: register.Text{"en": fmt.Sprintf("Activity %d", i)}, Remarks: d.remarks(8)}
	m.times(d, a)
	if d.percent(5) {
		a.Role, a.OnBehalfOf = register.ActivityRoleProcessor, []register.Client{{Party: PartyID(d.below(m.parties))}}
	}
	for _, s := range several(d, people, 1+d.below(3)) {
		a.Subjects = append(a.Subjects, register.SubjectUse{Subject: s, Remarks: d.remarks(10)})
	}
	for _, p := range several(d, purposes, []int{1, 1, 1, 2, 2, 2, 3, 4}[d.below(8)]) {
		a.Purposes = append(a.Purposes, purposeUse(d, p))
	}
	for n := range 1 + d.below(3) {
		if id := systemID(d.below(systems)); n == 0 || !slices.Contains(a.Systems, id) {
			a.Systems = append(a.Systems, id)
		}
	}
	if d.percent(80) {
		a.Retention = []register.RetentionUse{{Rule: ruleID(d.below(rules)), Remarks: d.remarks(10)}}
	}
	// What holds much also discloses much.
	large := d.percent(85)
	m.data(d, a, large)
	m.disclosures(d, a, large)
	return a
}

// times says when the activity is carried out: most are, some have ended or
// are planned.
func (m *maker) times(d *dice, a *register.Activity) {
	if d.percent(50) {
		a.From = d.day(2008, 2026)
	}
	switch n := d.below(100); {
	case n < 2:
		a.Status, a.From = register.StatusPlanned, d.day(2027, 2028)
	case n < 5:
		a.Status, a.From, a.Until = register.StatusEnded, 0, d.day(2019, 2026)
	case n < 6:
		a.Status = register.StatusEnded // nobody wrote down when
	case n < 9:
		a.Until = d.day(2027, 2031)
	case n < 60:
		a.Status = register.StatusActive
	}
}

func purposeUse(d *dice, purpose string) register.PurposeUse {
	u := register.PurposeUse{Purpose: purpose, Basis: []register.Basis{bases.draw(d)}, Remarks: d.remarks(40)}
	if other := bases.draw(d); other != u.Basis[0] && d.percent(15) {
		u.Basis = append(u.Basis, other)
	}
	if slices.Contains(u.Basis, register.BasisConsent) && d.percent(60) {
		u.Consent = &register.Consent{Mechanism: one(d, []register.ConsentMechanism{register.ConsentMechanismOptIn, register.ConsentMechanismBanner, register.ConsentMechanismWritten})}
	}
	return u
}

// data makes the data uses. A category may stand in several of them, which
// differ in purpose, system and retention.
func (m *maker) data(d *dice, a *register.Activity, large bool) {
	n := 2 + d.below(5)
	if large {
		n = 5 + d.below(4)
	}
	for i := range n {
		u := register.DataUse{Remarks: d.remarks(25)}
		switch {
		case i == 0 && d.percent(85):
			u.Category = leading.draw(d)
		case i == 1 && d.percent(75):
			u.Category = seconding.draw(d)
		case i > 1 && d.percent(12):
			u.Category = a.Data[d.below(i)].Category
		default:
			u.Category = following.draw(d)
		}
		if d.percent(20) {
			u.Subjects = some(d, subjectsOf(a))
		}
		if d.percent(30) {
			u.Purposes = some(d, purposesOf(a))
		}
		if d.percent(40) {
			u.Retention = []register.RetentionUse{{Rule: ruleID(d.below(rules))}}
		}
		if d.percent(30) {
			u.Systems = some(d, a.Systems)
		}
		a.Data = append(a.Data, u)
	}
}

func (m *maker) disclosures(d *dice, a *register.Activity, large bool) {
	n := 1 + d.below(4)
	if large {
		n = []int{3, 4, 4, 5, 5}[d.below(5)]
	}
	taken := map[int]bool{}
	for range n {
		to := m.busy.draw(d)
		if taken[to] && d.percent(85) {
			to = m.busy.draw(d)
		}
		taken[to] = true
		a.Disclosures = append(a.Disclosures, m.disclosure(d, a, to))
	}
}

func (m *maker) disclosure(d *dice, a *register.Activity, to int) register.Disclosure {
	r := register.Disclosure{To: PartyID(to), As: roles.draw(d), Remarks: d.remarks(40)}
	if list := m.services[to]; len(list) > 0 && d.percent(60) {
		r.Service = one(d, list).ID
	}
	if d.percent(35) {
		r.Data = disclosedData(d, a)
	}
	if d.percent(15) {
		r.Subjects = some(d, subjectsOf(a))
	}
	if d.percent(18) {
		r.Purposes = some(d, purposesOf(a))
	}
	if d.percent(10) {
		r.When = register.Text{"en": "some of the time"}
	}
	if d.percent(8) {
		r.From = d.day(2012, 2028)
	}
	if d.percent(4) {
		r.Until = d.day(2028, 2031)
		if d.percent(50) {
			r.From, r.Until = 0, d.day(2020, 2026)
		}
	}
	m.particulars(d, &r, to)
	return r
}

// particulars are what a few disclosures say of the party themselves.
func (m *maker) particulars(d *dice, r *register.Disclosure, to int) {
	if d.percent(2) {
		r.Locations = someLocations(d, 100)
	}
	if d.permille(8) {
		r.RemoteAccess = someRemote(d, 100)
	}
	switch {
	case d.permille(8):
		r.Engages = m.steps(d, to, 1+d.below(2))
	case d.permille(4):
		r.Engages = []register.Onward{} // stated that it engages nobody here
	}
}

// disclosedData names data of the activity, a wider word for them now and then,
// or something that the activity does not list.
func disclosedData(d *dice, a *register.Activity) []string {
	var held []string
	for i := range a.Data {
		if c := a.Data[i].Category; !slices.Contains(held, c) {
			held = append(held, c)
		}
	}
	named := some(d, held)
	if len(named) > 4 {
		named = named[:4]
	}
	if d.percent(10) {
		named = append(named, passed.draw(d))
	}
	slices.Sort(named)
	return slices.Compact(named)
}

func subjectsOf(a *register.Activity) []string {
	all := make([]string, len(a.Subjects))
	for i := range a.Subjects {
		all[i] = a.Subjects[i].Subject
	}
	return all
}

func purposesOf(a *register.Activity) []string {
	all := make([]string, len(a.Purposes))
	for i := range a.Purposes {
		all[i] = a.Purposes[i].Purpose
	}
	return all
}
