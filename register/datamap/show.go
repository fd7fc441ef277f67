package datamap

import "slices"

// answers makes the answers of what was gathered.
func (g *gathering) answers() *Answers {
	all := &Answers{Question: g.question, AsOf: g.filter.AsOf}
	answered := make(map[int32]bool)
	type sorted struct {
		answer Answer
		first  *finding
	}
	var list []sorted
	for _, a := range g.order {
		if !a.applies(&g.filter) {
			continue
		}
		g.sortEvidence(a.evidence)
		s := sorted{answer: g.answer(a)}
		if len(a.evidence) > 0 {
			s.first = &a.evidence[0]
		}
		list = append(list, s)
	}
	for _, r := range g.entries {
		for i := range r.items {
			if r.told {
				answered[r.items[i].party] = true
			}
		}
	}
	slices.SortStableFunc(list, func(a, b sorted) int {
		if order := falseFirst(!a.answer.Stated, !b.answer.Stated); order != 0 {
			return order
		}
		if order := compareIDs(a.answer.ID, b.answer.ID); order != 0 || g.question != Flows {
			return order
		}
		return g.compareFindings(a.first, b.first)
	})
	for _, s := range list {
		all.Answers = append(all.Answers, s.answer)
	}
	all.Undetermined = g.undetermined(answered)
	return all
}

// answer makes one answer. Its evidence is sorted.
func (g *gathering) answer(a *gathered) Answer {
	answer := Answer{
		Data:     termIDs(g.terms.data, a.data),
		Subjects: termIDs(g.terms.subjects, a.subjects),
		Purposes: termIDs(g.terms.purposes, a.purposes),
		Stated:   a.stated, EvidenceCount: a.count,
	}
	if !a.stated {
		answer.Why = a.why.reasons()
	}
	for _, at := range a.activities {
		answer.Activities = append(answer.Activities, g.Map.block(at).activity.ID)
	}
	slices.Sort(answer.Activities)
	answer.Activities = slices.Compact(answer.Activities)
	for i, b := range bases {
		if a.bases&(1<<i) != 0 {
			answer.Bases = append(answer.Bases, b)
		}
	}
	g.name(&answer, a)
	for i := range a.evidence[:min(len(a.evidence), g.most)] {
		answer.Evidence = append(answer.Evidence, g.show(&a.evidence[i]))
	}
	return answer
}

// termIDs returns the ids of a set of terms in their order.
func termIDs(t *tree, s set) []string {
	var ids []string
	names := t.all()
	for _, x := range s.list() {
		ids = append(ids, names[x])
	}
	slices.Sort(ids)
	return ids
}

// name fills in what an answer is about, which depends on the question.
func (g *gathering) name(answer *Answer, a *gathered) {
	switch g.question {
	case Processors, Recipients:
		answer.ID = g.parties.all()[a.key.a]
		if p := g.view.Party(answer.ID); p != nil {
			answer.Name = p.Name
		}
		answer.Roles, answer.RolesAssumed = a.roles.names(), (a.roles &^ a.sure).names()
		answer.Destinations = g.destinations(a.nodes)
		answer.OwnPurposes = ownPurposes(a.nodes)
	case Activities:
		activity := g.Map.block(a.key.a).activity
		answer.ID, answer.Name = activity.ID, activity.Name
	case Data:
		answer.ID = g.categories[a.key.a]
		if c := g.view.DataCategory(answer.ID); c != nil {
			answer.Name = c.Name
		}
	case Subjects:
		answer.ID = g.terms.subjects.all()[a.key.a]
		if s := g.view.DataSubject(answer.ID); s != nil {
			answer.Name = s.Name
		}
	case Purposes:
		answer.ID = g.terms.purposes.all()[a.key.a]
		g.namePurpose(answer, answer.ID)
	case Countries:
		answer.ID = g.ids.all()[a.key.a]
	case Systems:
		answer.ID = g.ids.all()[a.key.a]
		if s := g.view.System(answer.ID); s != nil {
			answer.Name = s.Name
		}
	case Retention:
		g.nameRetention(answer, a.key)
	case Consents:
		b := g.Map.block(a.key.a)
		use := &b.activity.Purposes[a.key.b]
		answer.ID, answer.Consent = b.atPurpose(a.key.b), use.Consent
		g.namePurpose(answer, use.Purpose)
	case Flows:
		g.nameFlow(answer, a)
	}
}

func (g *gathering) namePurpose(answer *Answer, id string) {
	if p := g.view.Purpose(id); p != nil {
		answer.Name = p.Name
	}
}

func (g *gathering) nameRetention(answer *Answer, key answerKey) {
	b := g.Map.block(key.a)
	answer.ID = b.atUse(key.b)
	answer.Retention, answer.Systems = b.retentionOf(key.b), b.systemsOf(key.b)
	if c := g.view.DataCategory(b.activity.Data[key.b].Category); c != nil {
		answer.Name = c.Name
	}
}

func (g *gathering) nameFlow(answer *Answer, a *gathered) {
	f := &a.evidence[0]
	answer.ID = g.at(f)
	answer.Roles, answer.RolesAssumed = a.roles.names(), (a.roles &^ a.sure).names()
	if p := g.view.Party(g.recipient(f)); p != nil {
		answer.Name = p.Name
	}
}
