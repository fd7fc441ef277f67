package datamap_test

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// combination is a data subject and a purpose that belong together.
type combination struct {
	subject, purpose string
	use              int
	bases            []register.Basis
	doubts           doubts
}

// held is an entry of an activity, or a flow of it before it goes anywhere.
type held struct {
	position     int
	activity     *register.Activity
	use          int // data use, -1 for none
	kind         string
	at           string
	category     string
	unknown      bool
	combinations []combination
	doubts       doubts
	disclosure   *register.Disclosure
	systems      []string
}

func runs(a *register.Activity, f datamap.Filter) bool {
	switch a.Status {
	case register.StatusEnded:
		if a.Until == 0 {
			return false
		}
	case register.StatusPlanned:
		return f.Planned && (a.Until == 0 || f.AsOf <= a.Until)
	}
	return (a.From == 0 || a.From <= f.AsOf) && (a.Until == 0 || f.AsOf <= a.Until)
}

// subjectsTold and purposesTold are what an activity or an entry names.
type toldSubject struct {
	id     string
	doubts doubts
}

type toldPurpose struct {
	id     string
	use    int
	doubts doubts
}

func (o *oracle) activitySubjects(a *register.Activity) []toldSubject {
	var all []toldSubject
	for _, s := range a.Subjects {
		all = append(all, toldSubject{s.Subject, unsure(s.Remarks, subjectsInferred)})
	}
	return all
}

// serves reports whether a purpose use concerns data and people.
func (o *oracle) serves(u register.PurposeUse, category string, people []toldSubject) bool {
	if data := o.unbundle(u.Data); len(data) > 0 {
		if !slices.ContainsFunc(data, func(d string) bool { return o.both(dataTerms, d, category) != "" }) {
			return false
		}
	}
	if len(u.Subjects) == 0 || len(people) == 0 {
		return true
	}
	for _, s := range u.Subjects {
		for _, p := range people {
			if o.both(subjectTerms, s, p.id) != "" {
				return true
			}
		}
	}
	return false
}

func (o *oracle) serving(a *register.Activity, category string, people []toldSubject) []toldPurpose {
	var all []toldPurpose
	for i, u := range a.Purposes {
		if o.serves(u, category, people) {
			all = append(all, toldPurpose{u.Purpose, i, unsure(u.Remarks, purposesInferred, basisInferred)})
		}
	}
	return all
}

// withUse finds the purpose uses of purposes that an entry names.
func (o *oracle) withUse(named []string, serving []toldPurpose) []toldPurpose {
	var all []toldPurpose
	for _, p := range named {
		found := false
		for _, s := range serving {
			if id := o.both(purposeTerms, p, s.id); id != "" {
				all = append(all, toldPurpose{id, s.use, s.doubts})
				found = true
			}
		}
		if !found {
			all = append(all, toldPurpose{p, -1, nil})
		}
	}
	return all
}

func (o *oracle) combine(a *register.Activity, people []toldSubject, purposes []toldPurpose) []combination {
	var all []combination
	for _, p := range purposes {
		var bases []register.Basis
		mine := people
		if p.use >= 0 {
			u := a.Purposes[p.use]
			bases = u.Basis
			if len(u.Subjects) > 0 {
				mine = nil
				for _, s := range u.Subjects {
					if len(people) == 0 {
						mine = append(mine, toldSubject{s, unsure(u.Remarks, subjectsInferred)})
					}
					for _, x := range people {
						if id := o.both(subjectTerms, x.id, s); id != "" {
							mine = append(mine, toldSubject{id, x.doubts})
						}
					}
				}
			}
		}
		for _, s := range mine {
			all = append(all, combination{s.id, p.id, p.use, bases, join(s.doubts, p.doubts)})
		}
		if len(mine) == 0 {
			all = append(all, combination{"", p.id, p.use, bases, p.doubts})
		}
	}
	for _, s := range people {
		if !slices.ContainsFunc(all, func(c combination) bool { return o.isA(subjectTerms, c.subject, s.id) }) {
			all = append(all, combination{s.id, "", -1, nil, s.doubts})
		}
	}
	if len(all) == 0 {
		all = append(all, combination{use: -1})
	}
	return all
}

func named(ids []string) []toldSubject {
	var all []toldSubject
	for _, id := range ids {
		all = append(all, toldSubject{id, nil})
	}
	return all
}

// alone combines what one entry says; what it leaves out is all of the activity.
func (o *oracle) alone(a *register.Activity, category string, subjects, purposes []string) []combination {
	people := o.activitySubjects(a)
	if len(subjects) > 0 {
		people = named(subjects)
	}
	why := o.serving(a, category, people)
	if len(purposes) > 0 {
		why = o.withUse(purposes, why)
	}
	return o.combine(a, people, why)
}

// together combines what a data use and a disclosure have in common.
func (o *oracle) together(a *register.Activity, category string, u register.DataUse, d *register.Disclosure) ([]combination, bool) {
	people := o.activitySubjects(a)
	if len(u.Subjects) > 0 {
		people = named(u.Subjects)
	}
	if len(d.Subjects) > 0 && len(people) == 0 {
		people = named(d.Subjects)
	} else if len(d.Subjects) > 0 {
		var common []toldSubject
		for _, p := range people {
			for _, s := range d.Subjects {
				if id := o.both(subjectTerms, p.id, s); id != "" {
					common = append(common, toldSubject{id, p.doubts})
				}
			}
		}
		if people = common; len(people) == 0 {
			return nil, false
		}
	}
	serving := o.serving(a, category, people)
	var why []toldPurpose
	switch {
	case len(d.Purposes) == 0 && len(u.Purposes) == 0:
		return o.combine(a, people, serving), true
	case len(d.Purposes) == 0:
		return o.combine(a, people, o.withUse(u.Purposes, serving)), true
	case len(u.Purposes) == 0 && len(a.Purposes) == 0:
		why = o.withUse(d.Purposes, nil)
	case len(u.Purposes) == 0:
		for _, s := range serving {
			for _, p := range d.Purposes {
				if id := o.both(purposeTerms, p, s.id); id != "" {
					why = append(why, toldPurpose{id, s.use, s.doubts})
				}
			}
		}
	default:
		var common []string
		for _, x := range u.Purposes {
			for _, y := range d.Purposes {
				if id := o.both(purposeTerms, x, y); id != "" {
					common = append(common, id)
				}
			}
		}
		why = o.withUse(distinct(common), serving)
	}
	return o.combine(a, people, why), len(why) > 0
}
