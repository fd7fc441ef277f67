package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// way is processing as a promise may describe it: a purpose, data and people of
// an activity and, for a promise about recipients, the disclosure.
type way struct {
	activity *Activity
	use      *register.PurposeUse
	data     *register.DataUse
	subject  string
	flow     *register.AddressedDisclosure
	// compelled: the disclosure is made because a law demands it, not for a
	// purpose of the activity.
	compelled bool
}

// authorities is the purpose of what the law compels.
const authorities = "disclosure-to-authorities"

// uses reports whether the scope or what it leaves out speaks of something.
func (h *holding) uses(of func(*register.ClaimScope) bool) bool {
	return of(h.scope) || h.except != nil && of(h.except)
}

func speaksOfPurposes(s *register.ClaimScope) bool { return s.Purposes != nil || s.Bases != nil }
func speaksOfBases(s *register.ClaimScope) bool    { return s.Bases != nil }
func speaksOfData(s *register.ClaimScope) bool     { return s.Data != nil }
func speaksOfSubjects(s *register.ClaimScope) bool { return s.Subjects != nil }

// covers reports whether a way lies within the scope, as far as that does not
// depend on the party.
func (h *holding) covers(s *register.ClaimScope, w *way) verdict {
	if s.Activities != nil && !slices.Contains(s.Activities, w.activity.ID) {
		return outside
	}
	v := within
	if s.Purposes != nil {
		v = min(v, h.coversPurpose(s, w))
	}
	if s.Bases != nil {
		v = min(v, coversBasis(s, w))
	}
	if s.Data != nil {
		if w.data == nil {
			return min(v, unstated)
		}
		v = min(v, h.coversTerm(register.KindDataCategories, w.data.Category, s.Data))
	}
	if s.Subjects != nil {
		if w.subject == "" {
			return min(v, unstated)
		}
		v = min(v, h.coversTerm(register.KindDataSubjects, w.subject, s.Subjects))
	}
	return v
}

func (h *holding) coversPurpose(s *register.ClaimScope, w *way) verdict {
	switch {
	case w.compelled && h.terms.withinAny(register.KindPurposes, authorities, s.Purposes...):
		return within
	case w.compelled:
		return outside
	case w.use == nil:
		return unstated
	}
	return h.coversTerm(register.KindPurposes, w.use.Purpose, s.Purposes)
}

func coversBasis(s *register.ClaimScope, w *way) verdict {
	bases := []register.Basis{register.BasisLegalObligation}
	if !w.compelled {
		if w.use == nil || len(w.use.Basis) == 0 {
			return unstated
		}
		bases = w.use.Basis
	}
	if slices.ContainsFunc(bases, func(b register.Basis) bool { return slices.Contains(s.Bases, b) }) {
		return within
	}
	return outside
}

// termIn is a term and the list in which it is looked for.
type termIn struct {
	list *string
	id   string
}

// coversTerm reports whether a term is one of others or narrower; where it is
// wider, it is assumed to be.
func (h *holding) coversTerm(k register.Kind, id string, others []string) verdict {
	if len(others) == 0 {
		return outside
	}
	key := termIn{&others[0], id}
	v, known := h.covered[key]
	if known {
		return v
	}
	switch {
	case slices.ContainsFunc(h.terms.members(k, id), func(x string) bool { return h.terms.withinAny(k, x, others...) }):
		v = within
	case h.terms.overlapAny(k, []string{id}, others):
		v = assumed
	}
	h.covered[key] = v
	return v
}

// doubted reports whether an entry on which a way rests is only inferred, in a
// field of which the promise speaks.
func (h *holding) doubted(w *way) bool {
	if w.use != nil {
		if h.uses(speaksOfPurposes) && guessed(&w.use.Remarks, "purpose") || h.uses(speaksOfBases) && guessed(&w.use.Remarks, "basis") {
			return true
		}
	}
	if w.data != nil && guessed(&w.data.Remarks, "category") {
		return true
	}
	return w.compelled && h.uses(speaksOfPurposes) || w.flow != nil && guessed(&w.flow.Remarks, "to")
}

// guessed reports whether a field of an entry is inferred or assumed.
func guessed(r *register.Remarks, field string) bool {
	return r.Certainty != "" && r.Certainty != register.CertaintyStated &&
		(r.CertaintyOf == nil || slices.Contains(r.CertaintyOf, field))
}

// compelled reports whether a disclosure is made because a law demands it: it
// names no purpose, but a law or an authority.
func (p *pass) compelled(d *register.Disclosure) bool {
	if d.Purposes != nil {
		return false
	}
	to := p.view.Party(d.To)
	return len(d.Law) > 0 || d.As == register.RoleRecipient && to != nil && isOne(to.Kind, register.PartyKindAuthority, register.PartyKindCategory) ||
		to != nil && to.Kind == register.PartyKindAuthority
}

// holdUses holds what an activity does itself against the promise.
func (h *holding) holdUses(a *Activity) {
	if !h.uses(speaksOfPurposes) {
		w := way{activity: a}
		h.eachData(&w, -1, func(doubt bool) { h.judgeUse(&w, -1, doubt) })
		return
	}
	for i := range a.Purposes {
		w := way{activity: a, use: &a.Purposes[i]}
		h.eachData(&w, i, func(doubt bool) { h.judgeUse(&w, i, doubt) })
	}
	if !h.only || !h.uses(speaksOfBases) {
		return
	}
	// What a law compels does not rest on what the purposes of the activity do.
	for i := range a.Flows {
		w := way{activity: a, flow: &a.Flows[i], compelled: true}
		if !h.compelled(w.flow.Disclosure) {
			continue
		}
		v := h.contradicts(h.covers(h.scope, &w), h.excepted(&w), true)
		if c := h.party(v, w.flow.To); c != nil {
			c.detail(basisWords[register.BasisLegalObligation])
			c.see(w.flow.At)
		}
	}
}

func (h *holding) excepted(w *way) verdict {
	if h.except == nil || ofRecipients(h.except) {
		return outside
	}
	return h.covers(h.except, w)
}

// eachData walks the data and people of a purpose, as far as the promise speaks
// of them, and tells whether it is a default that joins them.
func (h *holding) eachData(w *way, purpose int, do func(doubt bool)) {
	if !h.uses(speaksOfData) && !h.uses(speaksOfSubjects) {
		do(false)
		return
	}
	a := w.activity
	for i := range a.Data {
		w.data = &a.Data[i]
		serves := h.purposesOf(a, w.data)
		if purpose >= 0 && !slices.Contains(serves, purpose) || w.flow != nil && !h.carries(w) {
			continue
		}
		doubt := purpose >= 0 && w.data.Purposes == nil && len(a.Purposes) > 1 || w.flow != nil && w.flow.Data == nil && len(a.Data) > 1
		h.eachSubject(w, doubt, do)
	}
	w.data, w.subject = nil, ""
}

// carries reports whether a disclosure takes along the data of a way.
func (h *holding) carries(w *way) bool {
	return w.flow.Data == nil || h.terms.overlapAny(register.KindDataCategories, []string{w.data.Category}, w.flow.Data)
}

func (h *holding) eachSubject(w *way, doubt bool, do func(doubt bool)) {
	if !h.uses(speaksOfSubjects) {
		do(doubt)
		return
	}
	people := w.data.Subjects
	if w.flow != nil && w.flow.Subjects != nil {
		people = w.flow.Subjects
	}
	if people != nil {
		for _, w.subject = range people {
			do(doubt)
		}
		return
	}
	for i := range w.activity.Subjects {
		w.subject = w.activity.Subjects[i].Subject
		do(doubt || len(w.activity.Subjects) > 1)
	}
}

// judgeUse tells a purpose, or an activity as a whole, that contradicts the
// promise.
func (h *holding) judgeUse(w *way, purpose int, doubt bool) {
	v := h.contradicts(h.covers(h.scope, w), h.excepted(w), doubt || h.doubted(w))
	if v == outside {
		return
	}
	a := w.activity
	c := h.against[v].activity(a.ID, func() value.Text { return h.activityName(a) })
	if c == nil {
		return
	}
	c.detail(h.detailsOf(w)...)
	if purpose >= 0 {
		c.see(a.PurposeAt(purpose))
	}
	for i := range a.Data {
		if &a.Data[i] == w.data && h.scope.Data != nil {
			c.see(a.DataAt(i))
		}
	}
	if len(c.at) == 0 {
		c.see(a.At)
	}
	if w.use == nil || h.scope.Purposes == nil {
		return
	}
	// Who gets data for that purpose and no other is concerned too.
	for i := range a.Flows {
		if f := &a.Flows[i]; f.Purposes != nil && h.terms.overlapAny(register.KindPurposes, []string{w.use.Purpose}, f.Purposes) {
			c.see(f.At)
		}
	}
}

// party returns the entry of a party that contradicts the promise so surely, nil
// where it does not or there are more than are told.
func (h *holding) party(v verdict, id string) *culprit {
	if v == outside {
		return nil
	}
	return h.against[v].party(id, func() value.Text { return h.pass.party(id) })
}
