package lint_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

func recipientRules() lint.Options {
	return lint.Options{Rules: []diag.Code{"PRC-001", "PRC-002", "PRC-003", "PRC-004", "PRC-005", "PRC-006", "PRC-007", "PRC-008", "PRC-009"}}
}

const (
	allTerms = "[subject-matter, duration, nature, purpose, data, subjects, controller-rights, 28-3-a, 28-3-b, 28-3-c, 28-3-d, 28-3-e, 28-3-f, 28-3-g, 28-3-h]"
	contract = "agreements: [{id: c, between: [vendor], signed: 2024-01-01, clauses: " + allTerms + "}]\n"
)

// Where the register settles the point there is no finding about recipients.
func TestRecipientsWithoutGap(t *testing.T) {
	replaced := func(old, new, text string) string {
		if !strings.Contains(text, old) {
			t.Fatalf("no %q in %s", old, text)
		}
		return strings.Replace(text, old, new, 1)
	}
	for name, text := range map[string]string{
		"a contract between the two":         toParty("processor", contract),
		"a contract with the group":          toParty("processor", "    partOf: group\n  - {id: group, name: Group of Vendor}\nagreements: [{id: c, between: [group], signed: 2024-01-01, clauses: "+allTerms+"}]\n"),
		"a law instead of a contract":        replaced("data: [email]}]", "data: [email], law: [{cite: an act, country: NL}]}]", toParty("processor", "    country: NL\n")),
		"clauses for transfers that bind it": toParty("processor", "    country: US\n    transfers: [{country: US, tool: scc, module: 2}]\n"),
		"a newer contract":                   replaced("data: [email]}]", "data: [email], agreement: o}]", toParty("processor", strings.Replace(contract, "[{", "[{id: o, between: [vendor], signed: 2020-01-01, until: 2023-12-31}, {", 1))),
		"a department":                       toParty("processor", "    kind: unit\n"),
		"an activity that ended":             replaced("    name: Mailing\n", "    name: Mailing\n    status: ended\n    until: 2026-01-01\n", toParty("processor", "    country: NL\n")),
		"a disclosure that is over":          replaced("data: [email]}]", "data: [email], until: 2026-11-21}]", toParty("processor", "    country: NL\n")),
		"no purposes of its own":             toParty("processor", "    ownPurposes: none\n"+contract),
		"of its own with what it gathers":    toParty("processor", "    ownPurposes: [{purpose: research, data: [date-of-birth]}]\n"+contract),
		"shown as controller as well": replaced("data: [email]}]", "data: [email], purposes: [newsletter]}, {id: own, to: vendor, as: controller, data: [email], purposes: [research]}]",
			replaced("basis: consent}]", "basis: consent}, {purpose: research, basis: consent}]", toParty("processor", "    ownPurposes: [research]\n"+contract))),
		"everything":             replaced("data: [email]}]", "data: [all]}]", toParty("controller", "    country: NL\n")),
		"a wider category":       replaced("data: [email]}]", "data: [contact-data]}]", toParty("controller", "    country: NL\n")),
		"an authority":           replaced("as: , ", "", toParty("", "    kind: authority\n")),
		"a name within a word":   replaced("    name: Mailing\n", "    name: Mailing\n    description: Vendors and Acmes.\n", toParty("controller", "    country: NL\n  - {id: acme, name: Acme}\n")),
		"a small letter":         replaced("    name: Mailing\n", "    name: Mailing\n    description: The acme of mail.\n", toParty("controller", "    country: NL\n  - {id: acme, name: Acme}\n")),
		"a name of three":        replaced("    name: Mailing\n", "    name: Mailing\n    description: Run by ABC.\n", toParty("controller", "    country: NL\n  - {id: abc, name: ABC}\n")),
		"named, and engaged":     replaced("    name: Mailing\n", "    name: Mailing\n    description: Sent by Acme.\n", toParty("controller", "    country: NL\n    recipients: [{party: acme, as: processor}]\n  - {id: acme, name: Acme}\n")),
		"named, and where it is": replaced("data: [email]\n", "data: [{category: email, source: [{party: acme}]}]\n", replaced("    name: Mailing\n", "    name: Mailing\n    description: Bought from Acme.\n", toParty("controller", "    country: NL\n  - {id: acme, name: Acme}\n"))),
	} {
		if found := look(t, name, text, value.MustDate("2026-11-22"), recipientRules()).Findings; len(found) > 0 {
			t.Errorf("%s:\n%s", name, told(found))
		}
	}
}

// A name is found in its other forms, over line ends and with an apostrophe.
func TestNamesInTexts(t *testing.T) {
	for _, x := range []string{"Sent by Acme Post.", "Acme-Post sends it", "acme's work is done by Acme\n      post", "the site of Bitpost's owner"} {
		text := strings.Replace(toParty("controller", "    country: NL\n  - {id: acme, name: Acme Post, otherNames: [Bitpost]}\n"), "    name: Mailing\n", "    name: Mailing\n    description: >-\n      "+x+"\n", 1)
		if found := look(t, "names", text, value.MustDate("2026-11-22"), recipientRules()).Findings; len(found) != 1 || found[0].Code != "PRC-008" {
			t.Errorf("%q:\n%s", x, told(found))
		}
	}
}

// Contracts begin and end.
func TestContractAsOf(t *testing.T) {
	text := toParty("processor", "    country: NL\nagreements: [{id: c, between: [vendor], signed: 2024-01-10, from: 2024-02-01, until: 2026-01-31, clauses: "+allTerms+"}]\n")
	for day, want := range map[string][]string{
		"2024-01-31": {"PRC-001 error"},
		"2024-02-01": nil,
		"2026-01-31": nil,
		"2026-02-01": {"PRC-001 error"},
	} {
		if found := look(t, day, text, value.MustDate(day), recipientRules()).Findings; !slices.Equal(weighed(found), want) {
			t.Errorf("%s: %v, not %v\n%s", day, weighed(found), want, told(found))
		}
	}
}

// A processor without a contract is told once, at the party, and weighs less
// while what needs it is planned.
func TestMissingContractIsToldOnce(t *testing.T) {
	second := `  - id: second
    name: Second
    purposes: [{purpose: newsletter, basis: consent}]
    subjects: newsletter-subscriber
    data: [email]
    disclosures: [{to: vendor, as: processor}]
`
	found := look(t, "twice", toParty("processor", "    country: NL\n", second), value.MustDate("2026-11-22"), recipientRules()).Findings
	if !slices.Equal(weighed(found), []string{"PRC-001 error"}) || found[0].At != "parties/vendor" || len(found[0].Related) != 2 {
		t.Errorf("twice:\n%s", told(found))
	}
	planned := strings.Replace(toParty("processor", "    country: NL\n"), "    name: Mailing\n", "    name: Mailing\n    status: planned\n", 1)
	if found := look(t, "planned", planned, value.MustDate("2026-11-22"), recipientRules()).Findings; !slices.Equal(weighed(found), []string{"PRC-001 warning"}) {
		t.Errorf("planned:\n%s", told(found))
	}
	shared := strings.Replace(toParty("processor", "    country: NL\nallActivities: {disclosures: [{to: helper, as: processor}]}\n"), "parties:\n", "parties:\n  - {id: helper, name: Helper}\n", 1)
	if found := look(t, "shared", shared, value.MustDate("2026-11-22"), recipientRules()).Findings; len(found) != 2 {
		t.Errorf("shared:\n%s", told(found))
	}
	except := strings.Replace(shared, "    name: Mailing\n", "    name: Mailing\n    except: [helper]\n", 1)
	if found := look(t, "except", except, value.MustDate("2026-11-22"), recipientRules()).Findings; len(found) != 1 {
		t.Errorf("except:\n%s", told(found))
	}
}

// Sub-processors are followed as long as they are engaged, through circles too.
func TestSubProcessorsAsOf(t *testing.T) {
	text := toParty("processor", `    country: NL
    engages: [{party: one, as: processor}]
  - {id: one, name: One, engages: [{party: two, as: processor, until: 2026-06-30}]}
  - {id: two, name: Two, engages: [{party: one, as: processor}]}
agreements: [{id: c, between: [vendor], signed: 2024-01-01, subProcessors: {authorisation: specific, authorised: [one], flowDown: true}, clauses: `+allTerms+"}]\n")
	for day, want := range map[string][]string{
		"2026-06-30": {"PRC-003 error", "PRC-003 warning"}, // two is not authorised, and a circle
		"2026-07-01": nil,
	} {
		if found := look(t, day, text, value.MustDate(day), recipientRules()).Findings; !slices.Equal(weighed(found), want) {
			t.Errorf("%s: %v, not %v\n%s", day, weighed(found), want, told(found))
		}
	}
}
