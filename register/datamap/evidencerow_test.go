package datamap_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// What Evidence finds is what the answers show when they show all of it, of every
// question.
func TestEvidenceIsThatOfTheAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := newGen(t)
		m := datamap.Build(viewOf(g.register()))
		question, f := g.question()
		f.StatedOnly, f.Brief, f.Evidence = false, false, datamap.EvidenceAll
		f.Direct = f.Direct || g.chance(2)
		answers, err := m.Ask(question, f)
		rows, same := m.Evidence(question, f)
		if fmt.Sprint(err) != fmt.Sprint(same) {
			t.Fatalf("%v, not %v", same, err)
		}
		if err != nil {
			return
		}
		want, got := map[string][]datamap.Evidence{}, map[string][]datamap.Evidence{}
		for _, a := range answers.Answers {
			want[a.ID] = append(want[a.ID], a.Evidence...)
		}
		for r := range rows {
			e := r.Evidence()
			if r.Stated() != e.Stated || r.Data() != e.Data || r.Recipient() != e.Recipient || r.Role() != e.Role ||
				r.Activity().ID != e.Activity || r.At() != e.At || r.Direct() != (len(e.Path) == 0) {
				t.Errorf("a row tells something else than %+v", e)
			}
			got[r.Answer()] = append(got[r.Answer()], e)
		}
		inOrder := func(list []datamap.Evidence) {
			slices.SortFunc(list, func(a, b datamap.Evidence) int { return cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
		}
		for id := range want {
			inOrder(want[id])
			inOrder(got[id])
		}
		if diff := gocmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s %+v (-answers +rows):\n%s", question, f, diff)
		}
	})
}

// Whoever has read enough is left alone.
func TestEvidenceStops(t *testing.T) {
	r := &register.Register{Extends: []string{}, Parties: []*register.Party{{ID: "p"}}}
	for i := range 10 {
		r.Activities = append(r.Activities, &register.Activity{
			ID: fmt.Sprint("a", i), Data: []register.DataUse{{Category: "c"}}, Disclosures: []register.Disclosure{{To: "p", Data: []string{"c"}}, {To: "p"}},
		})
	}
	m := datamap.Build(viewOf(r))
	for _, c := range []struct {
		stated bool
		stop   int
		want   int
	}{{false, 3, 3}, {false, 100, 20}, {true, 100, 10}} {
		rows, err := m.Evidence(datamap.Recipients, datamap.Filter{AsOf: today, StatedOnly: c.stated})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for range rows {
			if n++; n == c.stop {
				break
			}
		}
		if n != c.want {
			t.Errorf("%+v: %d rows", c, n)
		}
	}
}
