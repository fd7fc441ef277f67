package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
)

// reachParties sorts the parties that data reach by the disclosure that leads
// there.
func (h *holding) reachParties() {
	h.direct, h.through, h.seen = make(map[door][]*datamap.Reach), make(map[door][]*datamap.Reach), make(map[passage]bool)
	all := h.reaches()
	for i := range all {
		x := &all[i]
		if len(x.Via) == 0 {
			at := door{x.Party, x.Service}
			h.direct[at] = append(h.direct[at], x)
		} else if x.Disclosure != nil {
			at := door{x.Via[0], x.Disclosure.Service}
			h.through[at] = append(h.through[at], x)
		}
	}
	if h.scope.Data == nil && h.scope.Subjects == nil {
		return
	}
	h.get = make(map[string]bool)
	answers, err := h.chart.Recipients(datamap.Filter{AsOf: h.on, Data: h.scope.Data, Subjects: h.scope.Subjects, Brief: true})
	if err != nil {
		return
	}
	for i := range answers.Answers {
		h.get[answers.Answers[i].ID] = true
	}
}

// holdFlows holds the disclosures of an activity against the promise.
func (h *holding) holdFlows(a *Activity) {
	for i := range a.Flows {
		w := way{activity: a, flow: &a.Flows[i]}
		w.compelled = h.compelled(w.flow.Disclosure)
		if w.compelled || !h.uses(speaksOfPurposes) || len(a.Purposes) == 0 {
			h.eachData(&w, -1, func(doubt bool) { h.judgeFlow(&w, doubt) })
			continue
		}
		for n := range a.Purposes {
			w.use = &a.Purposes[n]
			if w.flow.Purposes != nil && !h.terms.overlapAny(register.KindPurposes, []string{w.use.Purpose}, w.flow.Purposes) {
				continue
			}
			h.eachData(&w, n, func(doubt bool) { h.judgeFlow(&w, doubt || h.mayServeAnother(&w)) })
		}
	}
}

// mayServeAnother reports whether a disclosure that names no purpose may serve
// another one of the activity, of which the promise thinks otherwise.
func (h *holding) mayServeAnother(w *way) bool {
	if w.flow.Purposes != nil {
		return false
	}
	mine := h.contradicts(h.covers(h.scope, w), h.excepted(w), false)
	other := *w
	for i := range w.activity.Purposes {
		other.use = &w.activity.Purposes[i]
		if h.contradicts(h.covers(h.scope, &other), h.excepted(&other), false) != mine {
			return true
		}
	}
	return false
}

// judgeFlow tells the parties to which a disclosure leads, as far as they
// contradict the promise.
func (h *holding) judgeFlow(w *way, doubt bool) {
	at := door{w.flow.To, w.flow.Service}
	x := passage{door: at, role: w.flow.As, scope: h.covers(h.scope, w), rest: outside, doubt: doubt || h.doubted(w)}
	if h.except != nil {
		x.rest = h.covers(h.except, w)
	}
	if w.flow.OwnPurposes != nil || w.flow.Locations != nil || w.flow.RemoteAccess != nil {
		x.own = w.flow.Disclosure
	}
	if h.scope.OwnPurposes != nil && w.flow.Purposes != nil && w.use != nil {
		x.purpose = w.use.Purpose
	}
	if h.seen[x] {
		return
	}
	h.seen[x] = true
	h.judgeParty(w, x, h.directly(w, at))
	if h.only && h.scope.Recipients != nil && len(h.scope.Recipients) == 0 {
		return // who is reached through a recipient adds nothing
	}
	for _, r := range h.through[at] {
		if h.get == nil || h.get[r.Party] {
			h.judgeParty(w, x, r)
		}
	}
}

// directly returns the party of a disclosure as the data map knows it.
func (h *holding) directly(w *way, at door) *datamap.Reach {
	var best *datamap.Reach
	for _, r := range h.direct[at] {
		if r.Disclosure == w.flow.Disclosure {
			return r
		}
		if best == nil && r.Role == string(w.flow.As) {
			best = r
		}
	}
	if best != nil {
		return best
	}
	return &datamap.Reach{Party: w.flow.To, Service: w.flow.Service, Role: string(w.flow.As), Stated: true}
}

func (h *holding) judgeParty(w *way, x passage, r *datamap.Reach) {
	scope, details := h.coversParty(h.scope, w, r)
	rest := outside
	if h.except != nil {
		rest, _ = h.coversParty(h.except, w, r)
	}
	v := h.contradicts(min(x.scope, scope), min(x.rest, rest), x.doubt || len(r.Via) > 0 && !r.Stated)
	c := h.party(v, r.Party)
	if c == nil {
		return
	}
	c.detail(details...)
	c.see(w.flow.At)
	if len(r.Path) > 0 {
		c.see(r.Path[len(r.Path)-1])
	}
	if len(details) > 0 {
		c.see("parties/" + r.Party)
	}
}

// coversParty reports whether a party lies within the scope, and what of it does.
func (h *holding) coversParty(s *register.ClaimScope, w *way, r *datamap.Reach) (verdict, []value.Text) {
	v := within
	var details []value.Text
	also := func(other verdict, more []value.Text) {
		v = min(v, other)
		details = append(details, more...)
	}
	if s.Recipients != nil && !h.belongs(r.Party, s.Recipients) {
		return outside, nil
	}
	if s.Roles != nil {
		also(coversRole(s, r))
	}
	if s.OwnPurposes != nil {
		also(h.coversOwn(s.OwnPurposes, w, r))
	}
	if s.RecipientContact != register.Unstated {
		also(h.coversContact(s.RecipientContact, r))
	}
	if s.OutsideEEA != register.Unstated {
		also(coversCountry(s.OutsideEEA, r))
	}
	return v, details
}

// belongs reports whether a party is one of some, or part of one.
func (h *holding) belongs(party string, some []string) bool {
	for seen := 0; party != "" && seen < 100; seen++ {
		if slices.Contains(some, party) {
			return true
		}
		x := h.view.Party(party)
		if x == nil {
			return false
		}
		party = x.PartOf
	}
	return false
}

func coversRole(s *register.ClaimScope, r *datamap.Reach) (verdict, []value.Text) {
	role := register.Role(r.Role)
	if role == "sub-processor" {
		role = register.RoleProcessor
	}
	switch {
	case role == "":
		return unstated, nil
	case !slices.Contains(s.Roles, role):
		return outside, []value.Text{claimRoles[role]}
	case !r.Stated:
		return assumed, []value.Text{claimRoles[role]}
	}
	return within, []value.Text{claimRoles[role]}
}

// coversOwn looks at the purposes of its own that a party states and, where it
// states none and is no processor, at those for which it is stated to get data.
func (h *holding) coversOwn(purposes []string, w *way, r *datamap.Reach) (verdict, []value.Text) {
	if len(r.OwnPurposes) > 0 {
		return h.coversAny(purposes, r.OwnPurposes)
	}
	if h.statesNoPurposes(r) || r.Role == string(register.RoleProcessor) || r.Role == "sub-processor" || w.compelled {
		return outside, nil
	}
	if len(r.Via) == 0 && w.flow.Purposes != nil {
		if v, details := h.coversAny(purposes, w.flow.Purposes); v != outside {
			return min(v, assumed), details
		}
	}
	return unstated, nil
}

func (h *holding) coversAny(purposes, some []string) (verdict, []value.Text) {
	v := outside
	var details []value.Text
	for _, id := range some {
		if x := h.coversTerm(register.KindPurposes, id, purposes); x != outside {
			v = max(v, x)
			details = append(details, h.purpose(id))
		}
	}
	return v, details
}

// statesNoPurposes reports whether a party is stated to use data for no purpose
// of its own.
func (h *holding) statesNoPurposes(r *datamap.Reach) bool {
	x := h.view.Party(r.Party)
	if x == nil {
		return false
	}
	for i := range x.Services {
		if x.Services[i].ID == r.Service && x.Services[i].OwnPurposes != nil {
			return true
		}
	}
	return x.OwnPurposes != nil || len(r.Via) == 0 && r.Disclosure != nil && r.Disclosure.OwnPurposes != nil
}

// contacting are purposes for which whoever has them gets in touch with people.
var contacting = []string{
	"direct-marketing", "customer-feedback", "satisfaction-survey", "market-research", "lead-generation",
	"fundraising", "political-campaigning", "customer-service",
}

// coversContact tells who seems to approach people: the register has no field
// for it, so that only purposes of their own can show it.
func (h *holding) coversContact(want register.Tristate, r *datamap.Reach) (verdict, []value.Text) {
	v, details := h.coversAny(contacting, r.OwnPurposes)
	v = min(v, assumed)
	if v == outside && !h.statesNoPurposes(r) {
		v = unstated
	}
	if want == register.No {
		v = v.not()
	}
	return v, details
}

// coversCountry looks at where a party is and processes.
func coversCountry(want register.Tristate, r *datamap.Reach) (verdict, []value.Text) {
	v := outside
	var details []value.Text
	for i := range r.Countries {
		if c := &r.Countries[i]; c.OutsideEEA {
			v = within
			details = append(details, countryName(value.Country(c.Country)))
		}
	}
	if len(r.Countries) == 0 {
		v = unstated
	}
	if want == register.No {
		v = v.not()
	}
	return v, details
}
