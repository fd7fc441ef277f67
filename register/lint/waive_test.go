package lint_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

const waivable = `schema: ropa/v1
id: example
language: en
activities:
  - {id: fair, name: Winter fair, subjects: visitor, data: email}
waivers:
`

// codesOf returns code and address of findings in their order.
func codesOf(findings diag.Findings) []string {
	var all []string
	for i := range findings {
		all = append(all, string(findings[i].Code)+" "+findings[i].At)
	}
	return all
}

func TestWaivers(t *testing.T) {
	whole := `{rule: REG-002, at: activities/fair, reason: being planned, by: head of sales, "on": 2026-03-01, until: 2026-12-31}`
	cases := []struct {
		name, waivers, asOf string
		rules               []diag.Code
		found               []string
		waived              int
	}{
		{"in force", whole, "2026-11-22", []diag.Code{"REG-002", "WVR-001", "WVR-002", "WVR-003"}, nil, 1},
		{"on its last day", whole, "2026-12-31", []diag.Code{"REG-002", "WVR-001"}, nil, 1},
		{"expired: what it accepted is told again", whole, "2027-01-01", []diag.Code{"REG-002", "WVR-001", "WVR-002"},
			[]string{"REG-002 activities/fair", "WVR-001 waivers/1"}, 0},
		{"not yet decided", whole, "2026-02-01", []diag.Code{"REG-002", "WVR-001", "WVR-002"}, []string{"REG-002 activities/fair"}, 0},
		{"its rule is not applied", whole, "2026-11-22", []diag.Code{"WVR-002"}, nil, 0},
		{"a wider one and a narrower one", "{rule: REG-002, at: activities, reason: x, by: y, until: 2027-01-01}\n  - " + whole, "2026-11-22",
			[]diag.Code{"REG-002", "WVR-002"}, nil, 1},
		{"the place is not a mere beginning", strings.ReplaceAll(whole, "activities/fair", "activities/fai"), "2026-11-22",
			[]diag.Code{"REG-002", "WVR-002"}, []string{"REG-002 activities/fair", "WVR-002 waivers/1"}, 0},
		{"of the register as a whole", "{rule: RGT-001, at: register, reason: x, by: y, until: 2027-01-01}", "2026-11-22",
			[]diag.Code{"RGT-001", "WVR-002"}, nil, 1},
		{"a rule of the organisation that this run does not know", strings.ReplaceAll(whole, "REG-002", "acme-owner"), "2026-11-22",
			[]diag.Code{"WVR-003"}, nil, 0},
		{"a slip of the pen", strings.ReplaceAll(whole, "REG-002", "REG-02"), "2026-11-22", []diag.Code{"WVR-003"}, []string{"WVR-003 waivers/1/rule"}, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := look(t, "w", waivable+"  - "+c.waivers+"\n", value.MustDate(c.asOf), lint.Options{Rules: c.rules})
			if got := codesOf(r.Findings); !slices.Equal(got, c.found) {
				t.Errorf("found %q, not %q", got, c.found)
			}
			if len(r.Waived) != c.waived {
				t.Errorf("%d waived, not %d", len(r.Waived), c.waived)
			}
		})
	}
}

// Where the rules of the organisation are known, a code that is not among them
// is wrong, whatever it looks like.
func TestWaiverOfARuleOfTheOrganisation(t *testing.T) {
	text := waivable + "  - {rule: ACME-7, at: activities/fair, reason: x, by: y, until: 2027-01-01}\n"
	for code, want := range map[diag.Code]int{"ACME-7": 0, "OTHER-1": 1} {
		own := &lint.Rule{Code: code, Profile: lint.Art30, Register: func(*lint.Check) {}}
		r := look(t, "w", text, value.MustDate("2026-11-22"), lint.Options{Rules: []diag.Code{"WVR-003"}, More: []*lint.Rule{own}})
		if len(r.Findings) != want {
			t.Errorf("with %s: %s", code, told(r.Findings))
		}
	}
}
