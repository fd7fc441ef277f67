package datamap_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

var ignoreNames = cmp.Options{
	cmpopts.EquateEmpty(),
	cmpopts.IgnoreFields(datamap.Answer{}, "Name"),
	cmpopts.IgnoreFields(datamap.Evidence{}, "Place"),
}

func viewOf(r *register.Register) *register.View {
	v, _ := register.Resolve(r, nil, nil)
	return v
}

func ask(t interface{ Fatal(...any) }, m *datamap.Map, q datamap.Question, f datamap.Filter) *datamap.Answers {
	answers, err := m.Ask(q, f)
	if err != nil {
		t.Fatal(q, f, err)
	}
	return answers
}

// The map and the oracle give the same answers, whatever the register, asked
// for the first time and once more, from lists or from what is kept of a day.
func TestAgreesWithOracle(t *testing.T) {
	compared, all := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		g := newGen(t)
		view := viewOf(g.register())
		m := datamap.Build(view)
		switch g.n(3) {
		case 0, 1:
			m.KeepSmall()
		case 2:
			m.FollowApart()
		}
		for range 8 {
			q, f := g.question()
			o := &oracle{view: view, q: q, f: f}
			want := o.answer()
			if all++; o.tired() {
				return // other questions to this register take as long
			}
			compared++
			agree := func(want *datamap.Answers) {
				if diff := cmp.Diff(want, ask(t, m, q, f), ignoreNames); diff != "" {
					t.Fatalf("%s %+v (-oracle +map):\n%s\n%s", q, f, diff, dump(view.Register()))
				}
				if diff := cmp.Diff(want, handedOut(t, m, q, f), ignoreNames); diff != "" {
					t.Fatalf("handed out: %s %+v (-oracle +map):\n%s\n%s", q, f, diff, dump(view.Register()))
				}
			}
			agree(want)
			f.From, f.Most = g.n(4), g.n(3)
			agree(paged(want, &f))
			f.From, f.Most = 0, 0
			f.Evidence = datamap.EvidenceUncounted
			agree(uncounted(want))
			f.Brief = true
			agree(brief(want))
			agree(brief(want))
			f.From, f.Most = g.n(4), g.n(3)
			agree(paged(brief(want), &f))
			f.From, f.Most = 0, 0
			m.Forget()
			agree(brief(want))
		}
	})
	if compared*10 < all*9 {
		t.Errorf("of %d answers only %d were worked out", all, compared)
	}
}

// brief leaves out of answers what a brief one leaves out.
func brief(a *datamap.Answers) *datamap.Answers {
	b := *a
	b.Answers = slices.Clone(a.Answers)
	for i := range b.Answers {
		x := &b.Answers[i]
		x.Data, x.Subjects, x.Purposes, x.Activities, x.Bases, x.Evidence = nil, nil, nil, nil, nil, nil
		x.Why, x.EvidenceCount, x.RolesAssumed, x.Destinations, x.OwnPurposes = nil, 0, nil, nil, nil
	}
	return &b
}

// uncounted leaves out of answers how much is behind them.
func uncounted(a *datamap.Answers) *datamap.Answers {
	b := *a
	b.Answers = slices.Clone(a.Answers)
	for i := range b.Answers {
		x := &b.Answers[i]
		if x.Details != nil {
			d := *x.Details
			d.Evidence, d.EvidenceCount = nil, 0
			x.Details = &d
		}
	}
	return &b
}

func dump(r *register.Register) string {
	b, _ := json.MarshalIndent(r, "", " ")
	return string(b)
}

// paged is the part of the answers that a filter asks for.
func paged(all *datamap.Answers, f *datamap.Filter) *datamap.Answers {
	part := *all
	part.Answers = all.Answers[min(f.From, len(all.Answers)):]
	if f.Most > 0 {
		part.Answers = part.Answers[:min(f.Most, len(part.Answers))]
	}
	if len(part.Answers) == 0 {
		part.Answers = nil
	}
	return &part
}
