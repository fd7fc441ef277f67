package datamap_test

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// keyed puts a proof under every answer that it supports.
func (o *oracle) keyed(p proof, selected map[string][]combination) []proof {
	var all []proof
	for key, combinations := range selected {
		x := p
		var ways []doubts
		for _, c := range combinations {
			ways = append(ways, c.doubts)
		}
		x.doubts, x.shown = join(p.doubts, least(ways)), combinations
		switch o.q {
		case datamap.Processors, datamap.Recipients:
			x.key = p.stop.party
		case datamap.Activities:
			x.key = p.activity.ID
		case datamap.Data:
			x.key = p.category
		case datamap.Retention:
			x.key = "activities/" + p.activity.ID + "/data/" + register.Names(p.activity.Data)[p.use]
		case datamap.Countries:
			x.key = string(p.area)
		case datamap.Flows:
			x.key = fmt.Sprint(p.position, p.at, "#", p.use, p.enters, "#", p.category, p.unknown, p.stop.party)
			if o.f.StatedOnly && len(x.doubts) > 0 {
				continue
			}
		case datamap.Systems:
			for _, s := range p.systems {
				if len(o.f.Systems) == 0 || slices.Contains(o.f.Systems, s) {
					x.key = s
					all = append(all, x)
				}
			}
			continue
		default:
			x.key = key
		}
		all = append(all, x)
	}
	return all
}

func (p *proof) evidence() datamap.Evidence {
	e := datamap.Evidence{Activity: p.activity.ID, Data: p.category, At: p.at, Stated: len(p.doubts) == 0, Why: p.doubts.reasons()}
	if p.unknown {
		e.Data = ""
	}
	if p.stop != nil {
		e.Recipient, e.Role, e.Via, e.Path = p.stop.party, p.stop.role, p.stop.via, p.stop.path
	}
	return e
}

// compareProofs is the order in which evidence is shown.
func compareProofs(a, b proof) int {
	x, y := a.evidence(), b.evidence()
	yes := func(b bool) int {
		if b {
			return 0
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(yes(x.Stated), yes(y.Stated)), cmp.Compare(yes(len(x.Via) == 0), yes(len(y.Via) == 0)),
		cmp.Compare(a.position, b.position), cmp.Compare(x.Data, y.Data), cmp.Compare(x.At, y.At),
		slices.Compare(x.Via, y.Via), cmp.Compare(x.Recipient, y.Recipient), cmp.Compare(a.use, b.use),
		cmp.Compare(a.enters, b.enters), cmp.Compare(a.category, b.category), slices.Compare(x.Path, y.Path),
	)
}

// collect makes the answers of the proofs.
func (o *oracle) collect(proofs []proof, maybe map[string]int, sure map[string]bool) *datamap.Answers {
	result := &datamap.Answers{Question: o.q, AsOf: o.f.AsOf}
	byKey := map[string][]proof{}
	for _, p := range proofs {
		byKey[p.key] = append(byKey[p.key], p)
	}
	type sortable struct {
		answer datamap.Answer
		first  proof
	}
	var all []sortable
	for key, list := range byKey {
		slices.SortFunc(list, compareProofs)
		a := o.one(key, list)
		if a.Stated || !o.f.StatedOnly {
			all = append(all, sortable{a, list[0]})
		}
	}
	slices.SortFunc(all, func(a, b sortable) int {
		if a.answer.Stated != b.answer.Stated {
			if a.answer.Stated {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.answer.ID, b.answer.ID), compareProofs(a.first, b.first))
	})
	for _, s := range all {
		result.Answers = append(result.Answers, s.answer)
	}
	result.Total = len(all)
	for party, fact := range maybe {
		if !sure[party] {
			u := datamap.Undetermined{ID: party, Missing: []string{"", "role", "country", "data"}[fact]}
			if p := o.view.Party(party); p != nil {
				u.Name = p.Name
			}
			result.Undetermined = append(result.Undetermined, u)
		}
	}
	slices.SortFunc(result.Undetermined, func(a, b datamap.Undetermined) int { return cmp.Compare(a.ID, b.ID) })
	return result
}

// one makes an answer of what supports it.
func (o *oracle) one(key string, list []proof) datamap.Answer {
	a := datamap.Answer{ID: key, Details: &datamap.Details{EvidenceCount: len(list)}}
	ways, roles, used := []doubts(nil), map[string]bool{}, map[register.Basis]bool{}
	for _, p := range list {
		a.Activities = append(a.Activities, p.activity.ID)
		if p.category != "" && !p.unknown {
			a.Data = append(a.Data, p.category)
		}
		for _, c := range p.shown {
			if c.subject != "" {
				a.Subjects = append(a.Subjects, c.subject)
			}
			if c.purpose != "" {
				a.Purposes = append(a.Purposes, c.purpose)
			}
			for _, b := range c.bases {
				used[b] = true
			}
		}
		ways = append(ways, p.doubts)
		a.Stated = a.Stated || len(p.doubts) == 0
		a.Evidence = append(a.Evidence, p.evidence())
		for r, sure := range p.roles {
			roles[r] = roles[r] || sure
		}
		if o.q == datamap.Recipients || o.q == datamap.Processors {
			for i := range p.stops {
				for _, c := range o.countries(&p.stops[i], p.at) {
					a.Destinations = append(a.Destinations, c.Destination)
				}
				purposes, _ := o.ownPurposes(&p.stops[i], p.at)
				for _, u := range purposes {
					a.OwnPurposes = append(a.OwnPurposes, u.purpose)
				}
			}
		}
	}
	if !a.Stated {
		a.Why = least(ways).reasons()
	}
	for _, ids := range []*[]string{&a.Activities, &a.Data, &a.Subjects, &a.Purposes, &a.OwnPurposes} {
		slices.Sort(*ids)
		*ids = slices.Compact(*ids)
	}
	slices.SortFunc(a.Destinations, func(x, y datamap.Destination) int {
		return cmp.Or(cmp.Compare(x.Country, y.Country), cmp.Compare(x.How, y.How), cmp.Compare(x.At, y.At), cmp.Compare(x.Tool, y.Tool))
	})
	a.Destinations = slices.Compact(a.Destinations)
	for _, b := range []register.Basis{
		"consent", "contract", "legal-obligation", "vital-interests", "public-task", "legitimate-interests", "recognised-legitimate-interests",
	} {
		if used[b] {
			a.Bases = append(a.Bases, b)
		}
	}
	for _, r := range []string{"processor", "sub-processor", "joint-controller", "controller", "recipient"} {
		sure, acts := roles[r]
		if acts && (o.q == datamap.Recipients || o.q == datamap.Processors || o.q == datamap.Flows) {
			a.Roles = append(a.Roles, r)
			if !sure {
				a.RolesAssumed = append(a.RolesAssumed, r)
			}
		}
	}
	o.point(&a, &list[0])
	return a
}

// point fills in what an answer points to in the model.
func (o *oracle) point(a *datamap.Answer, first *proof) {
	switch o.q {
	case datamap.Retention:
		a.Retention, _ = retentionOf(first.activity, first.use)
		a.Systems, _ = o.systemsOf(first.activity, first.use)
	case datamap.Consents:
		for i, name := range register.Names(first.activity.Purposes) {
			if a.ID == "activities/"+first.activity.ID+"/purposes/"+name {
				a.Consent = first.activity.Purposes[i].Consent
			}
		}
	case datamap.Flows:
		a.ID = first.at
	}
}
