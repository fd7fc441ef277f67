package datamap_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// change draws a register that differs from another in one thing and shares
// the rest with it, as an editor or a store would make it.
func (g gen) change(old *register.Register) *register.Register {
	r := *old
	r.Activities, r.Parties = slices.Clone(old.Activities), slices.Clone(old.Parties)
	left := 2
	g.left = &left
	switch g.n(7) {
	case 0:
		if len(r.Activities) > 0 {
			i := g.n(len(r.Activities) - 1)
			r.Activities[i] = g.activity(r.Activities[i].ID)
		}
	case 1:
		at := g.n(len(r.Activities))
		r.Activities = slices.Insert(r.Activities, at, g.activity("new"+string(rune('a'+len(r.Activities)))))
	case 2:
		if len(r.Activities) > 0 {
			i := g.n(len(r.Activities) - 1)
			r.Activities = slices.Delete(r.Activities, i, i+1)
		}
	case 3:
		i := g.n(len(r.Parties) - 1)
		r.Parties[i] = g.party(r.Parties[i].ID)
	case 4:
		g.terms(&r)
	case 5:
		r.AllActivities = g.shared()
	case 6:
		slices.Reverse(r.Activities)
	case 7:
		if r.AllActivities != nil {
			same := *r.AllActivities
			r.AllActivities = &same
		}
	}
	return &r
}

// A map made of an older one answers as one that was built anew, and the older
// one goes on answering as before.
func TestNextAnswersAsBuild(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := newGen(t)
		r := g.register()
		m := datamap.Build(viewOf(r))
		if g.chance(2) {
			m.KeepSmall()
		}
		for range 4 {
			q, f := g.question()
			f.Brief = g.chance(2)
			before := ask(t, m, q, f)
			r = g.change(r)
			view := viewOf(r)
			next := m.Next(view)
			if next.View() != view {
				t.Fatal("the next map is not of the new view")
			}
			built := datamap.Build(view)
			for range 4 {
				q, f := g.question()
				f.Brief = g.chance(2)
				if diff := cmp.Diff(ask(t, built, q, f), ask(t, next, q, f)); diff != "" {
					t.Fatalf("%s %+v (-Build +Next):\n%s", q, f, diff)
				}
			}
			if diff := cmp.Diff(before, ask(t, m, q, f)); diff != "" {
				t.Fatalf("%s %+v: the older map answers otherwise (-before +after):\n%s", q, f, diff)
			}
			m = next
		}
	})
}
