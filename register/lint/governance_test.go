package lint_test

import (
	"strings"
	"testing"

	"github.com/openropa/ropa/register/lint"
)

func TestOfficer(t *testing.T) {
	large := strings.Replace(heldData("{purpose: care-provision, basis: contract}", "medication", ""), "id: x", "id: x\n    largeScale: true", 1)
	org := func(rest string) string { return "organisation: {name: X" + rest + "}\n" }
	const officer = "dpo: {name: R. Vermaat, notified: 2024-02-03, published: true, appointed: 2024-02-01}"
	runFound(t, "GOV-001", []foundCase{
		{name: "none needed", text: org("")},
		{name: "public body", text: org(", publicBody: true"), want: "error organisation"},
		{name: "institution of the Union", text: "regulation: eudpr\n" + org(""), want: "error organisation"},
		{name: "in office", text: org(", publicBody: true, " + officer)},
		{name: "not yet in office", on: "2024-01-31", text: org(", publicBody: true, " + officer), want: "error organisation/dpo"},
		{name: "authority not told yet", on: "2024-02-02", text: org(", " + officer), want: "warning organisation/dpo"},
		{name: "none, with a reason", text: org(", publicBody: true, dpo: {none: true, reason: a court}"), want: "warning organisation/dpo"},
		{name: "none needed, with a reason", text: org(", dpo: {none: true, reason: two people}") + large},
		{name: "large scale", text: org("") + large, want: "warning organisation"},
		{name: "large scale, no core activity", text: org(", coreActivities: none") + large},
		{name: "scale of care not said", text: org("") + strings.Replace(large, "    largeScale: true\n", "", 1), want: "warning organisation"},
		{name: "care of few", text: org("") + strings.Replace(large, "largeScale: true", "largeScale: false", 1)},
		{name: "scale not said, of staff alone", text: org("") + heldData("{purpose: absence-management, basis: contract}", "sickness-absence", "")},
		{name: "health data for clients, scale not said", text: org("") + "activities: [{id: x, role: processor, data: medication}]\n", want: "warning organisation"},
	})
}

// Where there is no officer at all, one finding says so.
func TestOfficerIsMissedOnce(t *testing.T) {
	const text = "schema: ropa/v1\nid: example\norganisation: {name: X, publicBody: true, dpo: {appointed: 2024-02-01}}\n"
	report := look(t, "officer", text, day, lint.Options{})
	if missed, reached := of("GOV-001", report.Findings), of("REG-015", report.Findings); len(missed) != 1 || len(reached) != 0 {
		t.Errorf("%s", told(report.Findings))
	}
}

func TestRepresentative(t *testing.T) {
	org := func(rest string) string { return "organisation: {name: X, " + rest + "}\n" }
	runFound(t, "GOV-002", []foundCase{
		{name: "in the Union", text: org("country: NL, offersInUnion: true")},
		{name: "in the EEA", text: org("country: NO, offersInUnion: true")},
		{name: "United Kingdom, before it left", on: "2020-12-31", text: org("country: GB, offersInUnion: true")},
		{name: "United Kingdom, after", on: "2021-01-01", text: org("country: GB, offersInUnion: true"), want: "error organisation"},
		{name: "under its own law alone", text: "regulation: uk-gdpr\n" + org("country: GB")},
		{name: "not said", text: org("country: CA"), want: "warning organisation"},
		{name: "offers nothing", text: org("country: CA, offersInUnion: false")},
		{name: "public body", text: org("country: CA, offersInUnion: true, publicBody: true")},
		{name: "none, with the reason", text: org("country: CA, offersInUnion: true, representative: {none: true, reason: occasional}")},
		{name: "none, without", text: org("country: CA, offersInUnion: true, representative: {none: true}"), want: "error organisation/representative"},
	})
}

func TestReviews(t *testing.T) {
	x := func(rest string) string { return one("    unit: Sales\n" + rest) }
	runFound(t, "GOV-003", []foundCase{
		{name: "nothing", text: one(""), want: "warning activities/x owner\nwarning activities/x review"},
		{name: "a year ago", text: x("    review: {last: 2025-11-22}\n")},
		{name: "a year and a day ago", on: "2026-11-23", text: x("    review: {last: 2025-11-22}\n"), want: "warning activities/x review"},
		{name: "every two years", text: x("    review: {last: 2025-01-01, every: P2Y}\n")},
		{name: "new", text: x("    created: 2026-03-01\n")},
		{name: "approved", text: x("    approval: {state: approved, \"on\": 2026-03-01}\n")},
		{name: "register approved", text: "approval: {state: approved, \"on\": 2026-03-01}\n" + x("")},
		{name: "changed", text: x("    updated: 2026-05-01\n    review: {last: 2026-03-01}\n"), want: "info activities/x review"},
		{name: "changed later than the day", on: "2026-04-01", text: x("    updated: 2026-05-01\n    review: {last: 2026-03-01}\n")},
		{name: "ended", text: one("    status: ended\n")},
		{name: "planned", text: x("    status: planned\n")},
		{name: "most", text: x("") + "  - {id: y, unit: Sales}\n  - {id: z, owner: {name: X}, review: {last: 2026-03-01}}\n", want: "warning  reviews"},
		{name: "few", text: x("") + "  - {id: y, unit: Sales, review: {last: 2026-03-01}}\n  - {id: z, owner: {name: X}, review: {last: 2026-03-01}}\n", want: "warning activities/x review"},
	})
}

func TestWindingUp(t *testing.T) {
	ended := func(rest, more string) string {
		return one("    status: ended\n    until: 2025-03-31\n    data: [{category: email" + rest + "}]\n" + more)
	}
	const rule = "retentionRules: [{id: r, period: P1M}]\n"
	const flow = "    disclosures: [{to: p, as: processor, agreement: a}]\n"
	parties := "parties: [{id: p, name: P}]\n"
	runFound(t, "GOV-004", []foundCase{
		{name: "no limit", text: ended("", ""), want: "error activities/x retention"},
		{name: "limit", text: ended(", retention: r", rule)},
		{name: "still on", on: "2025-03-31", text: one("    until: 2025-03-31\n    data: email\n")},
		{name: "goes on elsewhere", text: ended("", "    replacedBy: y\n  - {id: y, subjects: [customer], data: [contact-data]}\n")},
		{name: "goes on with other people", text: ended("", "    replacedBy: y\n  - {id: y, subjects: [employee], data: [contact-data]}\n"), want: "error activities/x retention"},
		{name: "processor", text: ended(", retention: r", flow+parties+rule+"agreements: [{id: a}]\n"), want: "error activities/x/disclosures/p"},
		{name: "contract ended", text: ended(", retention: r", flow+parties+rule+"agreements: [{id: a, until: 2025-04-30}]\n")},
		{name: "says how long it keeps them", text: ended(", retention: r", "    disclosures: [{to: p, as: processor, retention: r}]\n"+parties+rule)},
		{name: "serves another activity", text: ended(", retention: r", flow+"  - {id: y, disclosures: [{to: p, as: processor}]}\n"+parties+rule+"agreements: [{id: a}]\n")},
		{name: "serves all activities", text: ended(", retention: r", flow+parties+rule+"agreements: [{id: a}]\nallActivities: {disclosures: [{to: p, as: processor}]}\n")},
	})
}
