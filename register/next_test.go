package register_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/openropa/ropa/register"
)

// A view made from the one before says what a view made anew says, whatever was
// changed, added or removed, rightly or wrongly.
func TestNextIsResolve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := &register.Register{
			Schema: "ropa/v1", ID: "shop", Extends: []string{"common"},
			Parties:        []*register.Party{{ID: "p0", Services: []register.Service{{ID: "s"}}}, {ID: "p1", PartOf: "p0"}},
			DataCategories: []*register.DataCategory{{ID: "d0"}, {ID: "d1", Parent: "d0"}},
			Purposes:       []*register.Purpose{{ID: "u0"}, {ID: "u1", Parent: "u0"}},
			Documents:      []*register.Document{{ID: "doc"}},
			Activities: []*register.Activity{
				{ID: "a0", Disclosures: []register.Disclosure{{To: "p0", Service: "s"}}, Data: []register.DataUse{{Category: "d0"}}},
				{ID: "a1", ReplacedBy: "a0"},
			},
			AllActivities: &register.AllActivities{Disclosures: []register.Disclosure{{To: "p1"}}},
		}
		view, problems := register.Resolve(r, nil, nil)
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		for step := range rapid.IntRange(1, 6).Draw(t, "steps") {
			changed := edited(t, view.Register(), step)
			want, wantProblems := register.Resolve(changed, nil, nil)
			got, gotProblems, ok := view.Next(changed)
			if !ok {
				t.Fatal("not resolved")
			}
			if diff := cmp.Diff(wantProblems, gotProblems); diff != "" {
				t.Fatalf("problems (-resolve +next):\n%s", diff)
			}
			for _, kind := range register.Kinds() {
				if diff := cmp.Diff(want.IDs(kind), got.IDs(kind)); diff != "" {
					t.Fatalf("%s:\n%s", kind, diff)
				}
				if !slices.Equal(want.Entities(kind), got.Entities(kind)) {
					t.Fatalf("%s: other entities", kind)
				}
				for _, id := range want.IDs(kind) {
					if want.Lookup(kind, id) != got.Lookup(kind, id) {
						t.Fatalf("%s/%s is another", kind, id)
					}
				}
			}
			if !slices.Equal(want.Activities(), got.Activities()) {
				t.Fatal("other activities")
			}
			if !gotProblems.HasErrors() {
				view = got
			} else if _, _, ok := got.Next(changed); ok {
				t.Fatal("a view with problems resolves others")
			}
		}
	})
}

// edited returns a register in which one entry was changed, added or removed.
func edited(t *rapid.T, r *register.Register, step int) *register.Register {
	changed := *r
	id := rapid.SampledFrom([]string{"0", "1", "2", "none", "all"}).Draw(t, fmt.Sprint("id", step))
	ref := rapid.SampledFrom([]string{"0", "1", "2"}).Draw(t, fmt.Sprint("ref", step))
	remove := rapid.IntRange(0, 3).Draw(t, fmt.Sprint("remove", step)) == 0
	name := func(prefix string) string {
		if id == "none" || id == "all" {
			return id
		}
		return prefix + id
	}
	switch rapid.IntRange(0, 6).Draw(t, fmt.Sprint("kind", step)) {
	case 0:
		changed.Parties = put(r.Parties, &register.Party{ID: name("p"), PartOf: "p" + ref, Services: []register.Service{{ID: rapid.SampledFrom([]string{"s", "t"}).Draw(t, fmt.Sprint("service", step))}}}, remove)
	case 1:
		d := &register.DataCategory{ID: name("d"), Parent: "d" + ref}
		if rapid.Bool().Draw(t, fmt.Sprint("bundle", step)) {
			d = &register.DataCategory{ID: name("d"), Includes: []string{"d" + ref}}
		}
		changed.DataCategories = put(r.DataCategories, d, remove)
	case 2:
		changed.Purposes = put(r.Purposes, &register.Purpose{ID: name("u"), Parent: "u" + ref}, remove)
	case 3:
		changed.Documents = put(r.Documents, &register.Document{ID: rapid.SampledFrom([]string{"doc", "other"}).Draw(t, fmt.Sprint("document", step))}, remove)
	case 4:
		changed.AllActivities = &register.AllActivities{Disclosures: []register.Disclosure{{To: "p" + ref}}}
	case 5:
		changed.Organisation = &register.Organisation{Authority: "p" + ref}
	default:
		a := &register.Activity{
			ID: name("a"), ReplacedBy: rapid.SampledFrom([]string{"", "a0", "a1"}).Draw(t, fmt.Sprint("replaced", step)),
			Purposes:    []register.PurposeUse{{Purpose: "u" + ref}},
			Disclosures: []register.Disclosure{{To: "p" + ref, Service: "s"}},
		}
		if rapid.IntRange(0, 4).Draw(t, fmt.Sprint("none", step)) == 0 {
			a.Disclosures = []register.Disclosure{}
		}
		changed.Activities = put(r.Activities, a, remove)
	}
	return &changed
}

// put returns a list in which an entry stands in the place of the one of its
// identifier, or at the end, or not any more.
func put[P register.Entity](list []P, e P, remove bool) []P {
	list = slices.Clone(list)
	at := slices.IndexFunc(list, func(x P) bool { return x.Key() == e.Key() })
	switch {
	case at < 0:
		return append(list, e)
	case remove:
		return slices.Delete(list, at, at+1)
	}
	list[at] = e
	return list
}

func TestNextOfOtherBases(t *testing.T) {
	view, _ := register.Resolve(&register.Register{Schema: "ropa/v1"}, nil, nil)
	if _, _, ok := view.Next(&register.Register{Schema: "ropa/v1", Extends: []string{}}); ok {
		t.Error("a register that extends nothing was resolved with what another one extends")
	}
	if _, _, ok := view.Next(nil); ok {
		t.Error("no register was resolved")
	}
}
