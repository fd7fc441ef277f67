package document

import (
	"slices"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/scale"
)

// What the lists tell as taken to be meant is what the answers to questions do.
func TestDataTakenToBeMeant(t *testing.T) {
	made, problems := register.Resolve(scale.Register(scale.Options{Seed: 7, Activities: 60, Parties: 40, Accounts: true}), nil, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	agree := func(name string, view *register.View, chart *datamap.Map) {
		p, err := newParties(t.Context(), view, chart, Options{AsOf: day, Audience: Internal})
		if err != nil {
			t.Fatal(err)
		}
		named, taken := 0, 0
		for _, role := range []string{"processor", "sub-processor", "controller", "recipient"} {
			list, err := p.recipients(func(r *datamap.Reach) bool { return r.Role == role }, role)
			if err != nil {
				t.Fatal(err)
			}
			for i := range list {
				r := &list[i]
				f := r.asked
				f.Recipients, f.Evidence = []string{r.ID}, datamap.EvidenceAll
				answers, err := chart.Ask(datamap.Data, f)
				if err != nil {
					t.Fatal(err)
				}
				for _, x := range answers.Answers {
					told := p.named(r, x.ID)
					asked := slices.ContainsFunc(x.Evidence, func(e datamap.Evidence) bool { return !slices.Contains(e.Why, datamap.DataLeftOut) })
					if told != asked {
						t.Errorf("%s: %s of %s as %s: named %t here, %t in the data map", name, x.ID, r.ID, role, told, asked)
					}
					if told {
						named++
					} else {
						taken++
					}
				}
			}
		}
		if named == 0 || taken == 0 {
			t.Errorf("%s: %d named, %d taken to be meant: the test shows nothing", name, named, taken)
		}
	}
	agree("made", made, datamap.Build(made))
	for _, name := range []string{"webgems", "harbour-clinic"} {
		view, chart := example(t, name)
		agree(name, view, chart)
	}
}
