package datamap

import (
	"fmt"
	"testing"

	"github.com/openropa/ropa/register"
)

// What did not change is taken over as it is: all segments but the one with
// the activity that changed, and there all other blocks; all segments where
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
	count := func(next *Map) (segments, blocks int) {
		old := make(map[*segment]bool)
		made := make(map[*block]bool)
		for _, s := range m.segments {
			old[s] = true
			for _, b := range s.blocks {
				made[b] = true
			}
		}
		for _, s := range next.segments {
			if old[s] {
				segments++
			}
			for _, b := range s.blocks {
				if made[b] {
					blocks++
				}
			}
		}
		return segments, blocks
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
		name             string
		r                register.Register
		segments, blocks int
		chains           bool
	}{
		{"nothing", *r, all, 6000, true},
		{"a party", party, all, 6000, false},
		{"an activity", activity, all - 1, 5999, true},
		{"a term", term, 0, 0, false},
	} {
		next := m.Next(view(c.r))
		if segments, blocks := count(next); segments != c.segments || blocks != c.blocks {
			t.Errorf("%s: %d segments and %d blocks are reused, want %d and %d", c.name, segments, blocks, c.segments, c.blocks)
		}
		if (next.chains == m.chains) != c.chains {
			t.Errorf("%s: the table of the parties is reused: %v", c.name, !c.chains)
		}
	}
}
