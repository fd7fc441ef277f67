package datamap

import (
	"fmt"
	"testing"

	"github.com/openropa/ropa/register"
)

// What did not change is taken over as it is: all segments but the one with
// the activity that changed, and there all other activities; all segments where
// only a party changed; nothing where the tree of the terms changed.
func TestNextReuses(t *testing.T) {
	r := &register.Register{Extends: []string{}, Parties: []*register.Party{{ID: "p"}}}
	for i := range 6000 {
		r.Activities = append(r.Activities, &register.Activity{ID: fmt.Sprint("a", i)})
	}
	view := func(r register.Register) *register.View {
		v, _ := register.Resolve(&r, nil, nil)
		return v
	}
	m := Build(view(*r))
	count := func(next *Map) (segments, compiled int) {
		old := make(map[*segment]bool)
		for _, s := range m.segments {
			old[s] = true
		}
		for _, s := range next.segments {
			if old[s] {
				segments++
			} else {
				compiled += s.compiled
			}
		}
		return segments, compiled
	}
	all := len(m.segments)
	if all < 3 {
		t.Fatalf("%d segments", all)
	}
	party, activity, term := *r, *r, *r
	party.Parties = []*register.Party{{ID: "p", Country: "NL"}}
	activity.Activities = append([]*register.Activity(nil), r.Activities...)
	activity.Activities[3000] = &register.Activity{ID: "a3000"}
	term.DataCategories = []*register.DataCategory{{ID: "a"}, {ID: "b", Parent: "a"}}
	for _, c := range []struct {
		name               string
		r                  register.Register
		segments, compiled int
		chains             bool
	}{
		{"nothing", *r, all, 0, true},
		{"a party", party, all, 0, false},
		{"an activity", activity, all - 1, 1, true},
		{"a term", term, 0, 6000, false},
	} {
		next := m.Next(view(c.r))
		if segments, compiled := count(next); segments != c.segments || compiled != c.compiled {
			t.Errorf("%s: %d segments are reused and %d activities compiled, want %d and %d", c.name, segments, compiled, c.segments, c.compiled)
		}
		if (next.chains == m.chains) != c.chains {
			t.Errorf("%s: the table of the parties is reused: %v", c.name, !c.chains)
		}
	}
}
