package scale_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/scale"
)

var small = scale.Options{Seed: 7, Activities: 4_000, Parties: 1_000}

func TestResolvesCleanly(t *testing.T) {
	for _, o := range []scale.Options{small, {Seed: 1, Activities: 100}, {Seed: 2, Activities: 3, Parties: 1}, {Seed: 4, Activities: 300, Parties: 60, Accounts: true}} {
		r := scale.Register(o)
		for name, changed := range map[string]*register.Register{
			"register": r, "activity": scale.ChangeActivity(r, o, 2), "party": scale.ChangeParty(r, o, 2),
		} {
			if _, problems := register.Resolve(changed, nil, nil); len(problems) > 0 {
				t.Errorf("%+v, %s: %d problems, the first: %v", o, name, len(problems), problems[0])
			}
		}
	}
}

// What is made can be saved and read again: the definition accepts it.
func TestIsValid(t *testing.T) {
	o := scale.Options{Seed: 3, Activities: 60, Parties: 60}
	text, err := register.Save(scale.Register(o), register.JSON)
	if err != nil {
		t.Fatal(err)
	}
	back, _, problems := register.Parse("scale.json", text, register.Canonical())
	if len(problems) > 0 {
		t.Fatal(problems[0])
	}
	if diff := cmp.Diff(scale.Register(o), back); diff != "" {
		t.Errorf("read again (-made +read):\n%s", diff)
	}
}

func TestIsDeterministic(t *testing.T) {
	o := scale.Options{Seed: 5, Activities: 300, Parties: 100}
	r := scale.Register(o)
	if diff := cmp.Diff(r, scale.Register(o)); diff != "" {
		t.Errorf("the same options (-first +second):\n%s", diff)
	}
	larger := o
	larger.Activities = 400
	if diff := cmp.Diff(r.Activities, scale.Register(larger).Activities[:300]); diff != "" {
		t.Errorf("the activities of a larger register differ:\n%s", diff)
	}
	other := o
	other.Seed = 6
	if cmp.Equal(r.Activities, scale.Register(other).Activities) {
		t.Error("another seed makes the same activities")
	}
}

func TestSizes(t *testing.T) {
	r := scale.Register(small)
	if len(r.Activities) != small.Activities || len(r.Parties) != small.Parties {
		t.Fatalf("%d activities, %d parties", len(r.Activities), len(r.Parties))
	}
	between := func(what string, n, least, most int) {
		t.Helper()
		if n < least || n > most {
			t.Errorf("%s: %d, not from %d to %d", what, n, least, most)
		}
	}
	with := map[string]int{}
	pairs := 0
	for _, a := range r.Activities {
		between(a.ID+": data uses", len(a.Data), 2, 8)
		between(a.ID+": disclosures", len(a.Disclosures), 1, 5)
		between(a.ID+": purposes", len(a.Purposes), 1, 4)
		between(a.ID+": subjects", len(a.Subjects), 1, 3)
		pairs += len(a.Data) * len(a.Disclosures)
		for c := range categories(a) {
			with[c]++
		}
	}
	between("data uses × disclosures for 100 activities", 100*pairs/small.Activities, 2_000, 2_800)
	between("activities with a common category, of 100", 100*with[scale.Common]/small.Activities, 50, 80)
	between("activities with a rare category", with[scale.Rare], 1, 12)
	steps := 0
	for i, p := range r.Parties {
		switch {
		case i < 30:
			between(p.ID+": sub-processors", len(p.Engages), 10, 60)
		default:
			between(p.ID+": sub-processors", len(p.Engages), 0, 5)
		}
		steps += len(p.Engages)
	}
	between("steps of 100 parties", 100*steps/len(r.Parties), 150, 400)
	if !cycles(r) {
		t.Error("no party engages itself through others")
	}
}

func categories(a *register.Activity) map[string]bool {
	all := map[string]bool{}
	for i := range a.Data {
		all[a.Data[i].Category] = true
	}
	return all
}

// cycles reports whether the first hub reaches itself.
func cycles(r *register.Register) bool {
	seen := map[string]bool{}
	open := []string{scale.PartyID(0)}
	for len(open) > 0 {
		at := slices.IndexFunc(r.Parties, func(p *register.Party) bool { return p.ID == open[0] })
		open = open[1:]
		for _, step := range r.Parties[at].Engages {
			if step.Party == scale.PartyID(0) {
				return true
			}
			if !seen[step.Party] {
				seen[step.Party] = true
				open = append(open, step.Party)
			}
		}
	}
	return false
}

func TestChangesShareTheRest(t *testing.T) {
	o := scale.Options{Seed: 5, Activities: 100, Parties: 100}
	r := scale.Register(o)
	before := scale.Register(o)
	a, p := scale.ChangeActivity(r, o, 40), scale.ChangeParty(r, o, 50)
	for i := range r.Activities {
		if same := a.Activities[i] == r.Activities[i]; same != (i != 40) {
			t.Errorf("activity %d: shared %v", i, same)
		}
	}
	for i := range r.Parties {
		if same := p.Parties[i] == r.Parties[i]; same != (i != 50) {
			t.Errorf("party %d: shared %v", i, same)
		}
	}
	if cmp.Equal(a.Activities[40], r.Activities[40]) || cmp.Equal(p.Parties[50], r.Parties[50]) {
		t.Error("nothing was changed")
	}
	if diff := cmp.Diff(before, r); diff != "" {
		t.Errorf("the register itself was altered:\n%s", diff)
	}
}
