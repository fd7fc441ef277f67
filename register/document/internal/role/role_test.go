package role_test

import (
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document/internal/role"
	"github.com/openropa/ropa/register/value"
)

// The documents tell the roles that the answers to questions tell.
func TestRolesAreThoseOfTheDataMap(t *testing.T) {
	all := []register.Role{"", register.RoleProcessor, register.RoleJointController, register.RoleController, register.RoleRecipient}
	for _, of := range []register.ActivityRole{"", register.ActivityRoleController, register.ActivityRoleProcessor} {
		for _, above := range all {
			for _, as := range all {
				for _, engaged := range []bool{true, false} {
					direct := role.Direct(above, of)
					want := map[string]string{"near": direct, "far": role.Onward(direct, as, engaged)}
					for party, got := range rolesIn(t, of, above, as, engaged) {
						if got != want[party] {
							t.Errorf("activity as %q, recipient as %q, passed on as %q, engaged %v: %s is %q here and %q in the data map", of, above, as, engaged, party, want[party], got)
						}
					}
				}
			}
		}
	}
}

// rolesIn asks the data map for the role of a recipient and of whom it passes data
// on to.
func rolesIn(t *testing.T, of register.ActivityRole, above, as register.Role, engaged bool) map[string]string {
	t.Helper()
	near := &register.Party{ID: "near"}
	list := []register.Onward{{Party: "far", As: as}}
	if engaged {
		near.Engages = list
	} else {
		near.Recipients = list
	}
	view, problems := register.Resolve(&register.Register{
		Schema: "ropa/v1", ID: "r",
		Parties:        []*register.Party{near, {ID: "far"}},
		DataCategories: []*register.DataCategory{{ID: "data"}},
		Activities: []*register.Activity{{
			ID: "a", Role: of, Data: []register.DataUse{{Category: "data"}},
			Disclosures: []register.Disclosure{{To: "near", As: above}},
		}},
	}, nil, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	roles := make(map[string]string)
	for _, r := range datamap.Build(view).Reaches(value.MustDate("2026-11-22"), false) {
		roles[r.Party] = r.Role
	}
	if len(roles) != 2 {
		t.Fatalf("data reach %v", roles)
	}
	return roles
}
