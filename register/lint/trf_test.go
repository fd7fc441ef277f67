package lint_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// toParty is a register with one activity that discloses to one party.
func toParty(role, party string, more ...string) string {
	return `schema: ropa/v1
id: example
language: en
activities:
  - id: mailing
    name: Mailing
    purposes: [{purpose: newsletter, basis: consent}]
    subjects: newsletter-subscriber
    data: [email]
    disclosures: [{to: vendor, as: ` + role + `, data: [email]}]
` + strings.Join(more, "") + `parties:
  - id: vendor
    name: Vendor
` + party
}

// weighed are the codes and severities found, in their order.
func weighed(findings diag.Findings) []string {
	var all []string
	for i := range findings {
		all = append(all, fmt.Sprint(findings[i].Code, " ", findings[i].Severity))
	}
	slices.Sort(all)
	return all
}

func transferRules() lint.Options {
	return lint.Options{Rules: []diag.Code{"TRF-001", "TRF-002", "TRF-003", "TRF-004", "TRF-005", "TRF-006", "TRF-007"}}
}

// What a transfer may rest on depends on the day.
func TestTransfersAsOf(t *testing.T) {
	const (
		shield = "    country: US\n    transfers: [{country: US, tool: adequacy, certification: {scheme: privacy-shield, entity: Vendor, checked: %s, scope: non-hr}, fallback: scc}]\n"
		dpf    = "    country: US\n    transfers: [{country: US, tool: adequacy, certification: {scheme: dpf, entity: Vendor, checked: %s, scope: non-hr}, fallback: scc}]\n"
		bare   = "    country: US\n    transfers: [{country: US, tool: adequacy, fallback: scc}]\n"
		old    = "    country: US\n    transfers: [{country: US, tool: scc, version: 2004/915}]\n"
		newer  = "    country: US\n    transfers: [{country: US, tool: scc, module: 1, version: 2021/914}]\n"
		uk     = "    country: GB\n    transfers: [{country: GB, tool: adequacy}]\n"
		silent = "    country: GB\n"
	)
	for _, x := range []struct {
		name, party, day string
		want             []string
	}{
		{"shield in force", fmt.Sprintf(shield, "2020-03-01"), "2020-07-15", nil},
		{"shield on its last day", fmt.Sprintf(shield, "2020-03-01"), "2020-07-16", nil},
		{"shield annulled", fmt.Sprintf(shield, "2020-03-01"), "2020-07-17", []string{"TRF-002 error"}},
		{"shield under the framework", fmt.Sprintf(shield, "2026-03-01"), "2026-11-22", []string{"TRF-002 error"}},
		{"before the framework", fmt.Sprintf(dpf, "2023-07-09"), "2023-07-09", []string{"TRF-002 error"}},
		{"framework", fmt.Sprintf(dpf, "2026-03-01"), "2026-11-22", nil},
		{"framework, looked at a year ago", fmt.Sprintf(dpf, "2025-11-22"), "2026-11-22", nil},
		{"framework, looked at longer ago", fmt.Sprintf(dpf, "2025-11-21"), "2026-11-22", []string{"TRF-003 warning"}},
		{"framework, looked at later", fmt.Sprintf(dpf, "2026-11-23"), "2026-11-22", []string{"TRF-003 error"}},
		{"framework without certification", bare, "2026-11-22", []string{"TRF-003 error"}},
		{"old clauses", old, "2020-01-01", nil},
		{"old clauses on their last day", old, "2022-12-27", []string{"TRF-005 error"}},
		{"old clauses after it", old, "2022-12-28", []string{"TRF-004 error", "TRF-005 error"}},
		{"no assessment before the judgment", newer, "2020-07-15", nil},
		{"no assessment", newer, "2021-06-27", []string{"TRF-005 error"}},
		{"kingdom in the Union", silent, "2020-12-31", nil},
		{"kingdom under the agreement", silent, "2021-06-27", nil},
		{"kingdom by decision, not said", silent, "2021-06-28", []string{"TRF-001 info"}},
		{"kingdom by decision", uk, "2021-06-28", nil},
		{"kingdom by renewal", uk, "2026-11-22", nil},
		{"kingdom after the decision", uk, "2031-12-28", []string{"TRF-002 error"}},
		{"kingdom after the decision, not said", silent, "2031-12-28", []string{"TRF-001 error"}},
	} {
		found := look(t, x.name, toParty("controller", x.party), value.MustDate(x.day), transferRules()).Findings
		if got := weighed(found); !slices.Equal(got, x.want) {
			t.Errorf("%s on %s: %v, not %v\n%s", x.name, x.day, got, x.want, told(found))
		}
	}
}

// What the register says elsewhere, or what the law of another place decides, is
// no gap.
func TestTransfersWithoutGap(t *testing.T) {
	for name, text := range map[string]string{
		"decisions of the Union say nothing to the United Kingdom": "regulation: uk-gdpr\n" + toParty("controller", "    country: US\n    transfers: [{tool: adequacy}]\n"),
		"the United Kingdom is no third country to itself":         "regulation: uk-gdpr\n" + toParty("controller", "    country: GB\n"),
		"a department":                           toParty("recipient", "    kind: unit\n    country: US\n"),
		"seat abroad, data and eyes in Europe":   toParty("processor", "    country: US\n    locations: [EEA]\n    remoteAccess: [IE]\n"),
		"a tool for any country":                 toParty("controller", "    country: US\n    locations: [IN]\n    transfers: [{tool: bcr, tia: t}]\ndocuments: [{id: t, kind: tia, title: T, date: 2026-01-01}]\n"),
		"an assessment among the documents":      toParty("controller", "    country: US\n    transfers: [{tool: bcr, documents: [t]}]\ndocuments: [{id: t, kind: tia, title: T, date: 2026-01-01}]\n"),
		"clauses where a decision says the same": toParty("controller", "    country: CH\n    transfers: [{tool: scc, module: 1}]\n"),
		"a second set of clauses":                toParty("controller", "    country: US\n    transfers: [{country: US, tool: scc, module: 2, tia: t}, {country: US, tool: scc, module: 1, tia: t}]\ndocuments: [{id: t, kind: tia, title: T, date: 2026-01-01}]\n"),
		"the European Patent Organisation":       toParty("controller", "    kind: international-organisation\n    otherNames: [EPO]\n    country: DE\n"),
		"a disclosure that is over":              strings.Replace(toParty("controller", "    country: US\n"), "data: [email]}]", "data: [email], until: 2026-11-21}]", 1),
	} {
		if found := look(t, name, text, value.MustDate("2026-11-22"), transferRules()).Findings; len(found) > 0 {
			t.Errorf("%s:\n%s", name, told(found))
		}
	}
}

// The end of a chain is found through the steps in force.
func TestTransferAtTheEndOfAChain(t *testing.T) {
	text := toParty("processor", `    country: NL
    services: [{id: web, engages: [{party: hosting, as: processor}]}]
  - {id: hosting, name: Hosting BV, country: NL, engages: [{party: nights, as: processor, until: 2026-06-30}]}
  - {id: nights, name: Nights, country: IN}
`)
	found := look(t, "chain", text, value.MustDate("2026-06-30"), transferRules()).Findings
	if len(found) != 1 {
		t.Fatalf("%d findings:\n%s", len(found), told(found))
	}
	f := &found[0]
	if f.At != "parties/nights/country" || !strings.Contains(f.Message("en"), "“Vendor → Hosting BV → Nights”") {
		t.Errorf("%s: %s", f.At, f.Message("en"))
	}
	var steps []string
	for _, r := range f.Related {
		steps = append(steps, r.At)
	}
	if want := []string{"activities/mailing/disclosures/vendor", "parties/vendor/services/web/engages/hosting", "parties/hosting/engages/nights"}; !slices.Equal(steps, want) {
		t.Errorf("through %v, not %v", steps, want)
	}
	if found := look(t, "chain", text, value.MustDate("2026-07-01"), transferRules()).Findings; len(found) > 0 {
		t.Errorf("after the last step:\n%s", told(found))
	}
}

// A gap is told once, however many activities lead there, and weighs less where
// only what is planned or a draft does.
func TestTransferGapIsToldOnce(t *testing.T) {
	second := strings.ReplaceAll(`  - id: %
    name: %
    purposes: [{purpose: newsletter, basis: consent}]
    subjects: newsletter-subscriber
    data: [email]
    disclosures: [{to: vendor, as: controller, data: [email]}]
`, "%", "second")
	for _, x := range []struct {
		name, text string
		want       []string
	}{
		{"two activities", toParty("controller", "    country: US\n", second), []string{"TRF-001 error"}},
		{"three countries", toParty("controller", "    country: US\n    locations: [US, IN]\n    remoteAccess: [IN]\n"), []string{"TRF-001 error", "TRF-001 error"}},
		{"planned", strings.Replace(toParty("controller", "    country: US\n"), "    name: Mailing\n", "    name: Mailing\n    status: planned\n    from: 2027-01-01\n", 1), []string{"TRF-001 warning"}},
		{"planned, listed today", strings.Replace(toParty("controller", "    country: US\n    transfers: [{tool: adequacy, certification: {scheme: dpf, entity: Vendor, checked: 2026-11-01, until: 2027-10-31, scope: non-hr}, fallback: scc}]\n"), "    name: Mailing\n", "    name: Mailing\n    from: 2027-12-01\n", 1), nil},
		{"draft", strings.Replace(toParty("controller", "    country: US\n"), "    name: Mailing\n", "    name: Mailing\n    approval: {state: draft}\n", 1), []string{"TRF-001 warning"}},
		{"draft and another", strings.Replace(toParty("controller", "    country: US\n", second), "    name: Mailing\n", "    name: Mailing\n    approval: {state: draft}\n", 1), []string{"TRF-001 error"}},
		{"ended", strings.Replace(toParty("controller", "    country: US\n"), "    name: Mailing\n", "    name: Mailing\n    status: ended\n    until: 2026-01-01\n", 1), nil},
		{"safeguards in the words of the activity", strings.Replace(toParty("controller", "    country: US\n"), "    disclosures:", "    transfers: [{to: US, safeguards: standard clauses}]\n    disclosures:", 1), []string{"TRF-001 warning"}},
	} {
		found := look(t, x.name, x.text, value.MustDate("2026-11-22"), transferRules()).Findings
		if got := weighed(found); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, not %v\n%s", x.name, got, x.want, told(found))
		}
	}
}

// The module follows the roles, whoever exports.
func TestModuleFollowsRoles(t *testing.T) {
	const clauses = "    country: IN\n    transfers: [{tool: scc, module: 1, tia: t}]\ndocuments: [{id: t, kind: tia, title: T, date: 2026-01-01}]\n"
	below := func(step string) string {
		return "    country: NL\n    " + step + "\n  - id: sub\n    name: Sub\n" + clauses
	}
	for _, x := range []struct{ name, text, want string }{
		{"controller to processor", toParty("processor", clauses), "module 2"},
		{"processor to processor", toParty("processor", below("engages: [{party: sub, as: processor}]")), "module 3"},
		{"processor to controller", toParty("processor", below("recipients: [{party: sub, as: controller}]")), "module 4"},
		{"controller to controller", toParty("controller", below("recipients: [{party: sub, as: controller}]")), ""},
	} {
		found := look(t, x.name, x.text, value.MustDate("2026-11-22"), lint.Options{Rules: []diag.Code{"TRF-004"}}).Findings
		switch {
		case x.want == "" && len(found) > 0, x.want != "" && (len(found) != 1 || !strings.Contains(found[0].Message("en"), "it is "+x.want)):
			t.Errorf("%s:\n%s", x.name, told(found))
		}
	}
}
