package datamap_test

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// proof is a flow or held entry that answers, with what the question asks of it.
type proof struct {
	held
	stop   *stop
	enters string // the category of the direct flow
	area   register.Area
	roles  map[string]bool
	stops  []stop
	doubts doubts
	way    doubts // those about whom it reaches
	key    string // of the answer
	shown  []combination
}

func least(list []doubts) doubts {
	best := list[0]
	for _, ds := range list {
		if fewer(ds, best) {
			best = ds
		}
	}
	return best
}

// asked returns the doubts that matter and whether flows are asked for.
func (o *oracle) asked() (map[doubt]bool, bool) {
	f, q := o.f, o.q
	m := map[doubt]bool{}
	add := func(on bool, list ...doubt) {
		for _, d := range list {
			if on {
				m[left(d)], m[d], m[guessed(d)] = true, true, true
			}
		}
	}
	places := f.OutsideEEA != 0 || len(f.Countries) > 0
	flows := places || len(f.Recipients) > 0 || len(f.Roles) > 0 || f.OwnPurposes != 0 || f.Direct ||
		q == datamap.Processors || q == datamap.Recipients || q == datamap.Countries || q == datamap.Flows
	add(flows, recipientInferred)
	shown := q == datamap.Recipients || q == datamap.Processors || q == datamap.Flows
	data := len(f.Data) > 0 || shown || q == datamap.Data || q == datamap.Retention
	subjects := len(f.Subjects) > 0 || q == datamap.Subjects
	basis := len(f.Bases) > 0 || q == datamap.Consents
	purposes := len(f.Purposes) > 0 || q == datamap.Purposes || basis
	add(data, dataInferred)
	add(subjects, subjectsInferred)
	add(purposes, purposesInferred)
	add(basis, basisInferred)
	m[widerData], m[widerSubject], m[widerPurpose] = data, subjects, purposes
	add(len(f.Roles) > 0 || q == datamap.Processors, roleInferred)
	add(places || q == datamap.Countries, countryInferred)
	add(f.OwnPurposes != 0, ownInferred)
	add(len(f.Systems) > 0 || q == datamap.Systems, systemsInferred)
	add(q == datamap.Retention, retentionInferred)
	add(q == datamap.Activities, activityInferred)
	return m, flows
}

// choose tells which of the combinations a filter selects, by the key that
// the question asks of them.
func (o *oracle) choose(h *held, asked map[doubt]bool) map[string][]combination {
	all := map[string][]combination{}
	for _, c := range h.combinations {
		s, ok := o.wants(subjectTerms, c.subject, o.f.Subjects, widerSubject)
		p, ok2 := o.wants(purposeTerms, c.purpose, o.f.Purposes, widerPurpose)
		if !ok || !ok2 {
			continue
		}
		if len(o.f.Bases) > 0 && !slices.ContainsFunc(c.bases, func(b register.Basis) bool { return slices.Contains(o.f.Bases, b) }) {
			continue
		}
		key := "-"
		switch o.q {
		case datamap.Subjects:
			key = c.subject
		case datamap.Purposes:
			key = c.purpose
		case datamap.Consents:
			if key = ""; slices.Contains(c.bases, register.BasisConsent) {
				key = "activities/" + h.activity.ID + "/purposes/" + register.Names(h.activity.Purposes)[c.use]
			}
		}
		if key == "" {
			continue
		}
		c.doubts = join(c.doubts, s, p).only(asked)
		all[key] = append(all[key], c)
	}
	return all
}

// answer answers the question.
func (o *oracle) answer() *datamap.Answers {
	asked, flows := o.asked()
	var proofs []proof
	maybe, sure := map[string]int{}, map[string]bool{}
	position := 0
	for _, a := range o.view.Activities() {
		position++
		if !runs(a, o.f) || len(o.f.Activities) > 0 && !slices.Contains(o.f.Activities, a.ID) {
			continue
		}
		entries := o.directFlows(position, a)
		if !flows {
			entries = o.holdings(position, a)
		}
		for _, h := range entries {
			if len(o.f.Systems) > 0 && !slices.ContainsFunc(h.systems, func(s string) bool { return slices.Contains(o.f.Systems, s) }) {
				continue
			}
			if o.q == datamap.Retention && h.use < 0 {
				continue
			}
			selected := o.choose(&h, asked)
			if len(selected) == 0 {
				continue
			}
			var found []proof
			if flows {
				found = o.reach(h, asked, maybe, sure)
			} else if p, ok := o.hold(h, asked); ok {
				found = []proof{p}
			}
			for _, p := range found {
				proofs = append(proofs, o.keyed(p, selected)...)
			}
		}
	}
	return o.collect(proofs, maybe, sure)
}

// hold makes the proof of a held entry.
func (o *oracle) hold(h held, asked map[doubt]bool) (proof, bool) {
	p := proof{held: h}
	var wide doubts
	if h.kind == "data" {
		var ok bool
		if wide, ok = o.wants(dataTerms, h.category, o.f.Data, widerData); !ok {
			return p, false
		}
	} else {
		switch o.q {
		case datamap.Activities, datamap.Subjects, datamap.Purposes, datamap.Consents, datamap.Systems:
		default:
			return p, false
		}
		if len(o.f.Data) > 0 || asked[purposesInferred] != (h.kind == "purpose") {
			return p, false
		}
	}
	p.doubts = join(h.doubts, wide).only(asked)
	return p, true
}

// reach finds whom a flow reaches: one proof a party and category.
func (o *oracle) reach(h held, asked map[doubt]bool, maybe map[string]int, sure map[string]bool) []proof {
	role := string(h.disclosure.As)
	if role == "processor" && h.activity.Role == register.ActivityRoleProcessor {
		role = "sub-processor"
	}
	start := stop{party: h.disclosure.To, service: h.disclosure.Service, disclosure: h.disclosure, category: h.category, role: role, kept: true,
		doubts: h.doubts.only(join(doubts(roleDoubts), doubts(dataDoubts), doubts(recipientDoubts)))}
	others := doubts{}
	for d := range h.doubts {
		if !roleDoubts[d] && !dataDoubts[d] && !recipientDoubts[d] {
			others[d] = true
		}
	}
	best := map[string]*proof{}
	var order []string
	o.walk(start, h.at, map[string]bool{}, func(s stop) {
		if o.f.Direct && len(s.via) > 0 || len(o.f.Recipients) > 0 && !slices.Contains(o.f.Recipients, s.party) {
			return
		}
		unknown := h.unknown && s.kept
		lacks, ds := o.judge(&h, &s, unknown)
		if lacks < 0 {
			return
		}
		if lacks > 0 {
			if old, ok := maybe[s.party]; !ok || lacks < old {
				maybe[s.party] = lacks
			}
			return
		}
		sure[s.party] = true
		for area, extra := range ds {
			p := &proof{held: h, stop: &s, enters: h.category, area: area, doubts: join(others, s.doubts, extra).only(asked), roles: map[string]bool{}}
			p.category, p.unknown, p.way = s.category, unknown, join(s.doubts, extra).only(asked)
			key := fmt.Sprint(s.party, "|", s.category, "|", unknown, "|", area)
			old := best[key]
			if old == nil {
				order = append(order, key)
				best[key] = p
			} else {
				p.roles, p.stops = old.roles, old.stops
				if o.preferred(p, old) {
					best[key] = p
				}
			}
			best[key].roles[s.role] = best[key].roles[s.role] || len(join(s.doubts, extra).only(roleDoubts)) == 0
			best[key].stops = append(best[key].stops, s)
		}
	})
	var all []proof
	for _, key := range order {
		all = append(all, *best[key])
	}
	return all
}

// preferred orders the ways in which one flow reaches a party: the one on which
// least is assumed, then the shortest, then by the ids on it.
func (o *oracle) preferred(a, b *proof) bool {
	switch {
	case fewer(a.way, b.way):
		return true
	case fewer(b.way, a.way):
		return false
	case len(a.stop.via) != len(b.stop.via):
		return len(a.stop.via) < len(b.stop.via)
	}
	return cmp.Or(slices.Compare(a.stop.via, b.stop.via), slices.Compare(a.stop.path, b.stop.path)) < 0
}

// judge tells whether a stop is what the filter asks for (0), what it lacks to
// be (1 role, 2 country, 3 data) or that it is not (-1); and the doubts, by
// country where the question asks for those.
func (o *oracle) judge(h *held, s *stop, unknown bool) (int, map[register.Area]doubts) {
	lacks := map[int]bool{}
	all, ok := o.wants(dataTerms, s.category, o.f.Data, widerData)
	if !ok {
		return -1, nil
	}
	if unknown && (len(o.f.Data) > 0 || o.q == datamap.Data) {
		lacks[3] = true
	}
	if o.f.OwnPurposes != 0 {
		purposes, none := o.ownPurposes(s, h.at)
		var ways []doubts
		for _, p := range purposes {
			ways = append(ways, p.doubts)
		}
		if o.f.OwnPurposes == register.No {
			if ways = none; len(purposes) > 0 {
				return -1, nil
			}
		}
		if len(ways) == 0 {
			return -1, nil
		}
		all = join(all, least(ways))
	}
	if len(o.f.Roles) > 0 || o.q == datamap.Processors {
		var wanted []string
		for _, r := range []string{"processor", "sub-processor", "joint-controller", "controller", "recipient"} {
			if (len(o.f.Roles) == 0 || slices.Contains(o.f.Roles, r)) && (o.q != datamap.Processors || r == "processor" || r == "sub-processor") {
				wanted = append(wanted, r)
			}
		}
		switch {
		case s.role == "" && len(wanted) > 0:
			lacks[1] = true
		case !slices.Contains(wanted, s.role):
			return -1, nil
		}
	}
	places := map[register.Area]doubts{"": nil}
	if o.f.OutsideEEA != 0 || len(o.f.Countries) > 0 || o.q == datamap.Countries {
		var missing bool
		places, missing = o.places(s, h.at)
		if len(places) == 0 && !missing {
			return -1, nil
		}
		if missing {
			lacks[2] = true
		}
	}
	for fact := 1; fact <= 3; fact++ {
		if lacks[fact] {
			return fact, nil
		}
	}
	if o.q != datamap.Countries && len(places) > 0 {
		var ways []doubts
		for _, ds := range places {
			ways = append(ways, ds)
		}
		places = map[register.Area]doubts{"": least(ways)}
	}
	for area := range places {
		places[area] = join(all, places[area])
	}
	return 0, places
}
