package datamap_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// An activity may hold and disclose more than two bytes can number, and another
// one beside it may change.
func TestWideActivity(t *testing.T) {
	const many = 258 // 66,564 flows
	r := &register.Register{Extends: []string{}}
	wide := &register.Activity{ID: "wide"}
	var all []string
	for i := range many {
		id := fmt.Sprintf("c-%d", i)
		all = append(all, id)
		r.DataCategories = append(r.DataCategories, &register.DataCategory{ID: id})
		r.Parties = append(r.Parties, &register.Party{ID: fmt.Sprintf("p-%d", i)})
		wide.Data = append(wide.Data, register.DataUse{Category: id})
	}
	for i := range many {
		wide.Disclosures = append(wide.Disclosures, register.Disclosure{To: fmt.Sprintf("p-%d", i), Data: all})
	}
	last := &register.Activity{ID: "last", Data: []register.DataUse{{Category: all[0]}}, Disclosures: []register.Disclosure{{To: "p-0", Data: all[:1]}}}
	r.Activities = []*register.Activity{wide, last}
	m := datamap.Build(viewOf(r))
	changed := *r
	other := *last
	other.Disclosures = []register.Disclosure{{To: "p-1", Data: all[:1]}}
	changed.Activities = []*register.Activity{wide, &other}
	for _, m := range []*datamap.Map{m, m.Next(viewOf(&changed))} {
		for _, c := range []string{all[0], all[many-1]} {
			got := ask(t, m, datamap.Recipients, datamap.Filter{AsOf: today, Data: []string{c}})
			if len(got.Answers) != many {
				t.Errorf("%s: %d answers", c, len(got.Answers))
			}
			for _, a := range got.Answers {
				if n := a.EvidenceCount; !a.Stated || n < 1 || n > 2 || cmp.Diff(a.Data, []string{c}) != "" {
					t.Errorf("%s: %+v", c, a)
				}
			}
		}
	}
}

// What is kept of one question changes no answer to the next one, in whichever
// order they are asked, of this map or of one made of it.
func TestAskedBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := newGen(t)
		view := viewOf(g.register())
		m := datamap.Build(view)
		if g.chance(2) {
			m.KeepSmall()
		}
		for range 6 {
			question, f := g.question()
			f.Brief = true
			want, err := datamap.Build(view).Ask(question, f)
			got, again := m.Ask(question, f)
			if fmt.Sprint(err) != fmt.Sprint(again) {
				t.Fatalf("%v, not %v", again, err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%s %+v (-first +later):\n%s", question, f, diff)
			}
			if g.chance(2) {
				m = m.Next(view)
			}
		}
	})
}

// A party that is named for the first time after the table of the parties was made
// is found like others.
func TestPartyNamedLate(t *testing.T) {
	r := &register.Register{
		Extends: []string{}, Parties: []*register.Party{{ID: "p", Country: "US"}}, DataCategories: []*register.DataCategory{{ID: "c"}},
	}
	r.Activities = []*register.Activity{{ID: "a", Data: []register.DataUse{{Category: "c"}}, Disclosures: []register.Disclosure{{To: "p"}}}}
	m := datamap.Build(viewOf(r))
	for i := range 3 {
		m.KeepSmall()
		for _, f := range []datamap.Filter{{AsOf: today, Brief: true}, {AsOf: today, Brief: true, Data: []string{"c"}}} {
			if got := ask(t, m, datamap.Recipients, f); len(got.Answers) != i+1 {
				t.Errorf("%d parties: %+v", i+1, got.Answers)
			}
		}
		if i > 0 {
			f := datamap.Filter{AsOf: today, Brief: true, Recipients: []string{"p"}}
			if got := ask(t, m, datamap.Data, f); len(got.Answers) != 1 {
				t.Errorf("%+v", got.Answers)
			}
		}
		changed := *r
		changed.Activities = append(r.Activities[:len(r.Activities):len(r.Activities)], &register.Activity{
			ID: fmt.Sprint("b", i), Data: []register.DataUse{{Category: "c"}}, Disclosures: []register.Disclosure{{To: fmt.Sprint("late", i)}},
		})
		r = &changed
		m = m.Next(viewOf(r))
	}
}
