package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// count applies one rule to a register and counts what it finds.
func count(t *testing.T, code diag.Code, text, asOf string) (int, string) {
	t.Helper()
	r := look(t, "r", "schema: ropa/v1\nid: example\nlanguage: en\n"+text, value.MustDate(asOf), lint.Options{Rules: []diag.Code{code}})
	return len(r.Findings), told(r.Findings)
}

func TestInformation(t *testing.T) {
	const notice = "notices: [{id: policy, articles: [\"13\"]}]\n"
	activity := func(more string) string {
		return "activities:\n  - {id: a, subjects: customer, " + more + "}\n"
	}
	cases := []struct {
		name, text string
		want       int
	}{
		{"no notice", activity("data: name") + notice, 1},
		{"ended", activity("data: name, status: ended") + notice, 0},
		{"for another", activity("data: name, role: processor") + notice, 0},
		{"another is the controller", activity("data: name, controllers: [x]") + "parties: [{id: x}]\n" + notice, 0},
		{"the directive", activity("data: name, regulation: led") + notice, 0},
		{"said under rights", activity("data: name") + notice + "rights: [{right: information, procedure: a letter to each}]\n", 0},
		{"said under rights of another", activity("data: name") + "rights: [{right: information, activities: [b], procedure: a letter}]\n" +
			strings.Replace(notice, "notices:", "notices:", 1), 1},
		{"opted out of", "allActivities: {notices: [policy]}\n" + activity("data: name, except: [policy]") + notice, 1},
		{"from the public", activity("notices: [policy], data: [{category: name, source: public-source}]") + notice, 1},
		{"from a party", activity("notices: [policy], data: [{category: name, source: [{party: x}]}]") + "parties: [{id: x}]\n" + notice, 1},
		{"from a department", activity("notices: [policy], data: [{category: name, source: [{party: x}]}]") + "parties: [{id: x, kind: unit}]\n" + notice, 0},
		{"gathered by a processor", activity("notices: [policy], data: [{category: name, source: [{party: x}]}], disclosures: [{to: x, as: processor}]") +
			"parties: [{id: x}]\n" + notice, 0},
		{"gathered by a processor for itself", activity("notices: [policy], data: [{category: name, source: [{party: x}]}], disclosures: [{to: x, as: processor}]") +
			"parties: [{id: x, collects: [{category: name}]}]\n" + notice, 1},
		{"from another activity", activity("notices: [policy], data: [{category: name, source: [{activity: a}]}]") + notice, 0},
	}
	for _, c := range cases {
		text := c.text
		if strings.Contains(text, "activities: [b]") {
			text = strings.Replace(text, "activities:\n", "activities:\n  - {id: b, role: processor}\n", 1)
		}
		if got, what := count(t, "RGT-001", text, "2026-11-22"); got != c.want {
			t.Errorf("%s: %d findings, not %d\n%s", c.name, got, c.want, what)
		}
	}
}

// A gap of a notice is told once, at the notice, for all activities.
func TestNoticeGapIsToldOnce(t *testing.T) {
	text := "allActivities: {notices: [policy]}\nactivities:\n"
	for i := range 7 {
		text += fmt.Sprintf("  - {id: a%d, subjects: customer, data: [{category: name, source: public-source}]}\n", i)
	}
	if got, what := count(t, "RGT-001", text+"notices: [{id: policy, articles: [\"13\"]}]\n", "2026-11-22"); got != 1 || !strings.Contains(what, "and 2 more") {
		t.Errorf("%d findings\n%s", got, what)
	}
}

func TestNoticeFingerprint(t *testing.T) {
	const base = `schema: ropa/v1
id: example
language: en
activities:
  - id: orders
    name: Orders
    purposes: [{purpose: order-fulfilment, basis: [contract, consent]}]
    data: [name]
    retention: short
    disclosures: [{to: carrier, from: 2026-01-01}]
    notices: [policy]
  - {id: plans, status: planned, purposes: [marketing], notices: [policy]}
parties: [{id: carrier}, {id: bank}]
retentionRules: [{id: short, period: P1Y}]
notices: [{id: policy}, {id: other}]
`
	print := func(text, asOf string) string {
		r, src, problems := register.Parse("r.yaml", []byte(text))
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		view, problems := register.Resolve(r, src, nil)
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		return lint.NoticeFingerprint(view, "policy", value.MustDate(asOf))
	}
	was := print(base, "2026-11-22")
	if was == "" {
		t.Fatal("no fingerprint")
	}
	edit := func(old, now string) string {
		if !strings.Contains(base, old) {
			t.Fatalf("no %q", old)
		}
		return strings.Replace(base, old, now, 1)
	}
	for what, text := range map[string]string{
		"a name":             edit("name: Orders", "name: Orders of customers"),
		"the order of bases": edit("[contract, consent]", "[consent, contract]"),
		"a note":             edit("period: P1Y", "period: P1Y, note: see the policy"),
		"the data":           edit("data: [name]", "data: [name, email]"),
		"what is planned":    edit("purposes: [marketing]", "purposes: [research]"),
		"another notice":     edit("{id: other}", "{id: other, version: two}"),
	} {
		if print(text, "2026-11-22") != was {
			t.Errorf("%s changes it", what)
		}
	}
	for what, text := range map[string]string{
		"a basis":     edit("[contract, consent]", "contract"),
		"a purpose":   edit("order-fulfilment", "delivery"),
		"a recipient": edit("{to: carrier, from: 2026-01-01}", "{to: bank}"),
		"a period":    edit("P1Y", "P2Y"),
		"a criterion": edit("period: P1Y", "criterion: until the warranty ends"),
		"a beginning": edit("status: planned, ", ""),
	} {
		if print(text, "2026-11-22") == was {
			t.Errorf("%s does not change it", what)
		}
	}
	if print(base, "2025-11-22") == was {
		t.Error("a recipient of a later day counts")
	}
}

func TestRightsPerActivity(t *testing.T) {
	activity := func(basis string) string {
		return "activities:\n  - {id: a, purposes: [{purpose: payment, basis: " + basis + "}], subjects: customer, data: name}\n"
	}
	rest := "rights:\n  - {right: [access, rectification, erasure, restriction, complaint], channels: [{email: a@shop.example.org}]}\n"
	for text, want := range map[string]int{
		activity("contract"): 1,
		activity("contract") + strings.Replace(rest, "complaint", "complaint, portability", 1): 0,
		activity("contract") + rest:         1, // portability
		activity("legal-obligation") + rest: 0,
		activity("contract") + rest + "  - {right: portability, available: false, note: only on paper}\n":                                         0,
		activity("contract") + rest + "  - {right: portability, available: false}\n":                                                              1,
		strings.Replace(activity("contract"), "data: name", "data: name, systems: [files]", 1) + "systems: [{id: files, medium: paper}]\n" + rest: 0,
		"activities: [{id: a, role: processor, subjects: customer, data: name}]\n":                                                                0,
	} {
		if got, what := count(t, "RGT-004", text, "2026-11-22"); got != want {
			t.Errorf("%d findings, not %d, in\n%s%s", got, want, text, what)
		}
	}
}
