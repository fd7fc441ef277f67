package datamap_test

import (
	"fmt"
	"slices"

	"github.com/openropa/ropa/register"
)

// systemsOf returns the systems of a data use, else of the activity.
func (o *oracle) systemsOf(a *register.Activity, use int) ([]string, doubts) {
	if use >= 0 && a.Data[use].Systems != nil {
		return a.Data[use].Systems, unsure(a.Data[use].Remarks, systemsInferred)
	}
	all := o.view.Systems(a)
	if len(all) == 0 {
		return nil, nil
	}
	return all, join(ifLeft(true, systemsInferred), unsure(a.Remarks, systemsInferred))
}

func retentionOf(a *register.Activity, use int) ([]register.RetentionUse, doubts) {
	rules, ds := a.Retention, doubts{}
	if use >= 0 && a.Data[use].Retention != nil {
		rules, ds = a.Data[use].Retention, unsure(a.Data[use].Remarks, retentionInferred)
	} else if len(rules) > 0 {
		ds = join(ifLeft(true, retentionInferred), unsure(a.Remarks, retentionInferred))
	}
	for _, r := range rules {
		ds = join(ds, unsure(r.Remarks, retentionInferred))
	}
	return rules, ds
}

// holdings returns what an activity holds, one entry a data use and category,
// and what it says of its own subjects, purposes and systems.
func (o *oracle) holdings(position int, a *register.Activity) []held {
	at := "activities/" + a.ID
	whole := unsure(a.Remarks, activityInferred)
	all := []held{{
		position: position, activity: a, use: -1, kind: "activity", at: at, systems: o.view.Systems(a),
		combinations: o.combine(a, o.activitySubjects(a), nil),
		doubts:       join(whole, unsure(a.Remarks, systemsInferred)),
	}}
	for i, u := range a.Purposes {
		people, ds := o.activitySubjects(a), ifLeft(true, subjectsInferred)
		if len(u.Subjects) > 0 {
			people, ds = named(u.Subjects), unsure(u.Remarks, subjectsInferred)
		}
		_, fromActivity := o.systemsOf(a, -1)
		why := []toldPurpose{{u.Purpose, i, unsure(u.Remarks, purposesInferred, basisInferred)}}
		all = append(all, held{
			position: position, activity: a, use: -1, kind: "purpose", systems: o.view.Systems(a),
			at:           at + "/purposes/" + register.Names(a.Purposes)[i],
			combinations: o.combine(a, people, why),
			doubts:       join(whole, ds, fromActivity, unsure(a.Remarks, systemsInferred)),
		})
	}
	return append(all, o.dataHeld(position, a)...)
}

func (o *oracle) dataHeld(position int, a *register.Activity) []held {
	var others []string
	for _, u := range a.Data {
		for _, c := range o.unbundle([]string{u.Category}) {
			if c != "all" {
				others = append(others, c)
			}
		}
	}
	var all []held
	for i, u := range a.Data {
		categories := o.unbundle([]string{u.Category})
		if slices.Contains(categories, "all") && len(others) > 0 {
			categories = distinct(others)
		}
		systems, ofSystems := o.systemsOf(a, i)
		_, ofRetention := retentionOf(a, i)
		for _, c := range categories {
			h := held{
				position: position, activity: a, use: i, kind: "data", category: c, systems: systems,
				at:           "activities/" + a.ID + "/data/" + register.Names(a.Data)[i],
				combinations: o.alone(a, c, u.Subjects, u.Purposes),
				doubts: join(unsure(a.Remarks, activityInferred), unsure(u.Remarks, dataInferred),
					sides(u.Remarks, u.Subjects, u.Purposes), ofSystems, ofRetention),
			}
			all = append(all, h)
		}
	}
	return all
}

// sides returns what is doubtful of the subjects and purposes of an entry.
func sides(r register.Remarks, subjects, purposes []string) doubts {
	ds := join(ifLeft(len(subjects) == 0, subjectsInferred), ifLeft(len(purposes) == 0, purposesInferred))
	if len(subjects) > 0 {
		ds = join(ds, unsure(r, subjectsInferred))
	}
	if len(purposes) > 0 {
		ds = join(ds, unsure(r, purposesInferred))
	}
	return ds
}

// directFlows returns what the disclosures of an activity disclose.
func (o *oracle) directFlows(position int, a *register.Activity) []held {
	var all []held
	data := o.dataHeld(position, a)
	for _, d := range o.view.Disclosures(a) {
		if d.From != 0 && o.f.AsOf < d.From || d.Until != 0 && o.f.AsOf > d.Until {
			continue
		}
		names := o.unbundle(d.Data)
		own := join(unsure(d.Remarks, recipientInferred, dataInferred, roleInferred),
			ifLeft(len(names) == 0, dataInferred), sides(d.Remarks, d.Subjects, d.Purposes))
		if len(names) == 0 {
			names = []string{"all"}
		}
		for _, name := range names {
			met := false
			for _, h := range data {
				c := o.both(dataTerms, h.category, name)
				if c == "" {
					continue
				}
				combinations, ok := o.together(a, c, a.Data[h.use], d.Disclosure)
				if !ok {
					continue
				}
				met = true
				if slices.ContainsFunc(all, func(x held) bool {
					return x.disclosure == d.Disclosure && x.use == h.use && x.category == c
				}) {
					continue
				}
				h.category, h.combinations, h.disclosure, h.at = c, combinations, d.Disclosure, d.At
				h.doubts = join(h.doubts, own)
				all = append(all, h)
			}
			if met {
				continue
			}
			h := held{position: position, activity: a, use: -1, category: name, unknown: name == "all", disclosure: d.Disclosure, at: d.At}
			h.combinations = o.alone(a, name, d.Subjects, d.Purposes)
			if d.Shared {
				if len(data) > 0 || name != "all" {
					continue
				}
				var ok bool
				if h.combinations, ok = o.together(a, name, register.DataUse{}, d.Disclosure); !ok {
					continue
				}
			}
			systems, ofSystems := o.systemsOf(a, -1)
			_, ofRetention := retentionOf(a, -1)
			h.systems = systems
			h.doubts = join(own, unsure(a.Remarks, activityInferred), ofSystems, ofRetention)
			all = append(all, h)
		}
	}
	return all
}

// stop is where a path has come to.
type stop struct {
	party, service string
	disclosure     *register.Disclosure // at the first stop
	step           *register.Onward     // that led here
	stepAt         string
	category       string
	role           string
	kept           bool // the data are those of the direct disclosure
	doubts         doubts
	via, path      []string
}

func (s *stop) state() string {
	return fmt.Sprint(s.party, "/", s.service, "/", s.stepAt, "/", s.category, "/", s.role, "/", s.kept, "/", s.disclosure != nil, "/", s.doubts)
}

// spoken is a list with who says it.
type spoken[T any] struct {
	list    []T
	at      string
	remarks register.Remarks
	left    bool
}

// lists returns what holds at a stop: said by the disclosure or the step, else
// by the service, else by the party and by the services that may be meant.
func lists[T any](o *oracle, s *stop, disclosure func(*register.Disclosure) []T, step func(*register.Onward) []T,
	service func(*register.Service) []T, party func(*register.Party) []T, at string) []spoken[T] {
	if s.disclosure != nil && disclosure(s.disclosure) != nil {
		return []spoken[T]{{disclosure(s.disclosure), at, s.disclosure.Remarks, false}}
	}
	if s.step != nil && step != nil && step(s.step) != nil {
		return []spoken[T]{{step(s.step), s.stepAt, s.step.Remarks, false}}
	}
	p := o.view.Party(s.party)
	if p == nil {
		return nil
	}
	var all []spoken[T]
	if party(p) != nil {
		all = append(all, spoken[T]{party(p), "parties/" + p.ID, p.Remarks, false})
	}
	for i := range p.Services {
		v := &p.Services[i]
		said := spoken[T]{service(v), "parties/" + p.ID + "/services/" + v.ID, v.Remarks, s.service == ""}
		switch {
		case said.list == nil:
		case s.service == "":
			all = append(all, said)
		case s.service == v.ID:
			return []spoken[T]{said}
		}
	}
	return all
}

func nextRole(above string, as register.Role, engaged bool) (string, bool) {
	processing := above == "processor" || above == "sub-processor"
	switch {
	case as == register.RoleProcessor && processing:
		return "sub-processor", true
	case as != "":
		return string(as), false
	case !engaged:
		return "", false
	case processing:
		return "sub-processor", true
	case above == "":
		return "", true
	}
	return "processor", true
}

var roleDoubts = map[doubt]bool{left(roleInferred): true, roleInferred: true, guessed(roleInferred): true}
var dataDoubts = map[doubt]bool{left(dataInferred): true, dataInferred: true, guessed(dataInferred): true}
var recipientDoubts = map[doubt]bool{left(recipientInferred): true, recipientInferred: true, guessed(recipientInferred): true}

// walk visits all stops that a stop leads to, on every path that does not come
// to the same state twice.
func (o *oracle) walk(s stop, at string, before map[string]bool, visit func(stop)) {
	if o.steps++; o.tired() {
		return
	}
	visit(s)
	before[s.state()] = true
	defer delete(before, s.state())
	engages := lists(o, &s, func(d *register.Disclosure) []register.Onward { return d.Engages }, nil,
		func(v *register.Service) []register.Onward { return v.Engages },
		func(p *register.Party) []register.Onward { return p.Engages }, at)
	recipients := lists(o, &s, func(d *register.Disclosure) []register.Onward { return d.Recipients }, nil,
		func(v *register.Service) []register.Onward { return v.Recipients },
		func(p *register.Party) []register.Onward { return p.Recipients }, at)
	for _, l := range engages {
		o.follow(s, l, "/engages/", true, before, visit)
	}
	for _, l := range recipients {
		o.follow(s, l, "/recipients/", false, before, visit)
	}
}

func (o *oracle) follow(s stop, l spoken[register.Onward], field string, engaged bool, before map[string]bool, visit func(stop)) {
	for i := range l.list {
		step := &l.list[i]
		if step.From != 0 && o.f.AsOf < step.From || step.Until != 0 && o.f.AsOf > step.Until {
			continue
		}
		role, rests := nextRole(s.role, step.As, engaged)
		ds := join(s.doubts.only(recipientDoubts), unsure(step.Remarks, recipientInferred, roleInferred), ifLeft(l.left, recipientInferred))
		if rests {
			ds = join(ds, s.doubts.only(roleDoubts))
		}
		next := stop{party: step.Party, service: step.Service, step: step, stepAt: l.at + field + register.Names(l.list)[i], role: role}
		next.via = append(slices.Clone(s.via), s.party)
		next.path = append(slices.Clone(s.path), next.stepAt)
		pass := func(category string, kept bool, data doubts) {
			n := next
			n.category, n.kept, n.doubts = category, kept, join(ds, data, unsure(step.Remarks, dataInferred))
			if !before[n.state()] {
				o.walk(n, "", before, visit)
			}
		}
		data := o.unbundle(step.Data)
		incoming := s.doubts.only(dataDoubts)
		switch {
		case len(data) == 0:
			pass(s.category, s.kept, join(incoming, ifLeft(true, dataInferred)))
		case slices.Contains(data, "all"):
			pass(s.category, s.kept, incoming)
		default:
			var out []string
			for _, d := range data {
				if c := o.both(dataTerms, s.category, d); c != "" {
					out = append(out, c)
				}
			}
			for _, c := range distinct(out) {
				pass(c, s.kept, incoming)
			}
		}
		for _, c := range o.unbundle(step.AddsData) {
			pass(c, false, nil)
		}
	}
}
