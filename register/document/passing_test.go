package document

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
)

// The public learns to whom recipients pass data on, as a notice tells it, but not whom
// one engages for an activity alone.
func TestPassedOnForThePublic(t *testing.T) {
	view := resolve(t, &register.Register{
		Schema: "ropa/v1", ID: "x",
		DataCategories: []*register.DataCategory{{ID: "data"}},
		Parties: []*register.Party{
			{ID: "shop", Engages: []register.Onward{{Party: "host"}}, Recipients: []register.Onward{{Party: "assessor"}}},
			{ID: "host"}, {ID: "assessor"}, {ID: "secret"},
		},
		Activities: []*register.Activity{
			{ID: "a", Data: []register.DataUse{{Category: "data"}}, Disclosures: []register.Disclosure{{To: "shop", As: register.RoleProcessor}}},
			{ID: "b", Data: []register.DataUse{{Category: "data"}}, Disclosures: []register.Disclosure{
				{To: "shop", As: register.RoleProcessor, Engages: []register.Onward{{Party: "secret"}}},
			}},
		},
	})
	for audience, want := range map[Audience]map[string]string{
		Public:    {"a": "assessor host", "b": "assessor"},
		Authority: {"a": "assessor host", "b": "assessor secret"},
	} {
		all := tables(t, Register, view, Options{Language: "en", Audience: audience})
		for activity, parties := range want {
			told := slices.Sorted(maps.Keys(column(all["passed-on-table-of-"+activity], "role")))
			if got := strings.Join(told, " "); got != parties {
				t.Errorf("for %s, activity %s passes on to %q, want %q", audience, activity, got, parties)
			}
		}
	}
}
