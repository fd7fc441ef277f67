package datamap_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/openropa/ropa/register/datamap"
)

// What is told to be reached is who receives anything, in the same roles, and
// each way that is told is one of steps that follow one another.
func TestReachesAreTheRecipients(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := newGen(t)
		m := datamap.Build(viewOf(g.register()))
		on, planned := g.day(), g.chance(2)
		if on.IsZero() {
			return
		}
		f := datamap.Filter{AsOf: on, Planned: planned, Brief: true}
		reached := func() []datamap.Reach { return m.Reaches(on, planned) }
		if some := m.View().Activities(); len(some) > 0 && g.chance(2) {
			some = some[:1+g.n(len(some)-1)]
			f.Planned = true
			for _, a := range some {
				f.Activities = append(f.Activities, a.ID)
			}
			reached = func() []datamap.Reach { return m.ReachesFrom(some, on) }
		}
		all, err := m.Recipients(f)
		if err != nil {
			t.Fatal(err)
		}
		want := make(map[string][]string)
		for _, a := range all.Answers {
			want[a.ID] = a.Roles
		}
		got := make(map[string][]string)
		for _, x := range reached() {
			checkWay(t, &x)
			if list, ok := got[x.Party]; !ok || x.Role != "" && !slices.Contains(list, x.Role) {
				if x.Role != "" {
					list = append(list, x.Role)
				}
				got[x.Party] = list
			}
		}
		if len(got) != len(want) {
			t.Fatalf("reached %v, recipients %v", got, want)
		}
		for id, roles := range want {
			if list, ok := got[id]; !ok || len(list) != len(roles) || slices.ContainsFunc(roles, func(r string) bool { return !slices.Contains(list, r) }) {
				t.Fatalf("%s: reached in %v, %v as recipient in %v", id, ok, list, roles)
			}
		}
	})
}

func checkWay(t *rapid.T, x *datamap.Reach) {
	switch {
	case len(x.Via) != len(x.Path):
		t.Fatalf("%d parties and %d steps: %+v", len(x.Via), len(x.Path), x)
	case x.Disclosure == nil || x.Activity == nil || x.At == "":
		t.Fatalf("no disclosure: %+v", x)
	case len(x.Via) == 0 && (x.Disclosure.To != x.Party || x.Exporter != "" || x.Step != nil):
		t.Fatalf("direct, but not by the disclosure: %+v", x)
	case len(x.Via) > 0 && (x.Disclosure.To != x.Via[0] || x.Exporter != x.Via[len(x.Via)-1] || x.Step.Party != x.Party):
		t.Fatalf("steps that do not follow: %+v", x)
	}
	for _, c := range x.Countries {
		if c.Transfer != nil && (c.Transfer.Tool != c.Tool || c.TransferAt == "") {
			t.Fatalf("tool and transfer differ: %+v", c)
		}
	}
}
