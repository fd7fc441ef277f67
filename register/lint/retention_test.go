package lint_test

import (
	"strings"
	"testing"
)

// keptUnder is an activity that keeps its data under a rule.
func keptUnder(rule string) string {
	return heldData("{purpose: bookkeeping, basis: legal-obligation}", "{category: invoice-data, retention: r}", "retentionRules:\n  - {id: r, "+rule+"}\n")
}

func TestEndsOfKeeping(t *testing.T) {
	const at = "error retentionRules/r"
	runFound(t, "RET-001", []foundCase{
		{name: "nothing", text: keptUnder("name: x"), want: at},
		{name: "period", text: keptUnder("period: P1Y")},
		{name: "criterion", text: keptUnder("criterion: until the customer asks")},
		{name: "vague", text: keptUnder("criterion: Zolang als  nodig is voor het doel"), want: at},
		{name: "vague with a check", text: keptUnder("criterion: as long as necessary, reviewEvery: P1Y")},
		{name: "says more", text: keptUnder("criterion: 'as long as necessary for the guarantee, which ends two years after the delivery of the last part of an order'")},
		{name: "without limit", text: keptUnder("indefinite: true"), want: at},
		{name: "without limit or check", text: keptUnder("indefinite: true, reason: x"), want: at},
		{name: "without limit, with check", text: keptUnder("indefinite: true, reason: x, reviewEvery: P2Y")},
		{name: "by law", text: keptUnder("indefinite: true, law: [{cite: Archiefwet, country: NL}]")},
		{name: "a rule of somebody else", text: "parties: [{id: p, name: P, retention: [{rule: r}]}]\nretentionRules: [{id: r, name: x}]\n"},
		{name: "as a processor", text: strings.Replace(keptUnder("name: x"), "    purposes", "    role: processor\n    purposes", 1)},
	})
	runFound(t, "RET-002", []foundCase{
		{name: "no start", text: keptUnder("period: P1Y"), want: at},
		{name: "start in words", text: keptUnder("period: P1Y, startsAt: [the end of the season]")},
		{name: "criterion", text: keptUnder("period: P1Y, criterion: after the end of the season")},
		{name: "not kept", text: keptUnder("period: P0D")},
		{name: "one of several", text: keptUnder("period: P1Y, startsAt: [delivery, warranty-end]"), want: "warning retentionRules/r/startsAt"},
		{name: "last of several", text: keptUnder("period: P1Y, startsAt: [delivery, warranty-end], whichever: last")},
	})
	runFound(t, "RET-006", []foundCase{
		{name: "no action", text: keptUnder("period: P1Y"), want: "warning retentionRules/r"},
		{name: "closed off with a reason", text: keptUnder("period: P1Y, action: restrict, reason: claims")},
		{name: "without limit", text: keptUnder("indefinite: true")},
		{name: "said in a document", text: keptUnder("period: P1Y, action: erase, see: [d]") + "documents: [{id: d, kind: policy}]\n"},
		{name: "policy that is followed", text: strings.Replace(keptUnder("period: P1Y, action: erase"), "    purposes", "    retentionPolicy: {document: d, followed: true}\n    purposes", 1) + "documents: [{id: d, kind: policy}]\n"},
		{name: "backups", text: keptUnder("period: P1Y, action: erase, method: x"), want: "info retentionRules/r"},
	})
}

func TestStatutoryPeriods(t *testing.T) {
	const rule = "error retentionRules/r"
	home := "organisation: {name: X, country: NL}\n"
	runFound(t, "RET-003", []foundCase{
		{name: "long enough", text: keptUnder("period: P7Y, startsAt: [financial-year-end], law: [nl-awr-52]")},
		{name: "too short", text: keptUnder("period: P83M, startsAt: [financial-year-end], law: [nl-awr-52]"), want: rule},
		{name: "months", text: keptUnder("period: P84M, startsAt: [calendar-year-end], law: [nl-awr-52]")},
		{name: "starts too early", text: keptUnder("period: P7Y, startsAt: [transaction], law: [nl-awr-52]"), want: "warning retentionRules/r"},
		{name: "a year more makes up for that", text: keptUnder("period: P8Y, startsAt: [transaction], law: [nl-awr-52]")},
		{name: "starts last", text: keptUnder("period: P7Y, startsAt: [transaction, financial-year-end], whichever: last, law: [nl-awr-52]")},
		{name: "ends with the employment", text: keptUnder("period: P5Y, startsAt: [employment-end], law: [nl-wet-lb-28]"), want: "warning retentionRules/r"},
		{name: "one-stop shop beside the books", text: keptUnder("period: P7Y, startsAt: [calendar-year-end], law: [nl-awr-52, eu-vat-oss-369k]"), want: rule},
		{name: "before the law", on: "2021-06-30", text: keptUnder("period: P7Y, startsAt: [calendar-year-end], law: [eu-vat-oss-369k]")},
		{name: "no period", text: keptUnder("criterion: until the audit, law: [nl-awr-52]")},
		{name: "law without a known period", text: keptUnder("period: P1Y, law: [{cite: § 147 AO, country: DE}]")},
		{name: "purpose without law", text: home + keptUnder("period: P2Y, startsAt: [transaction]"), want: "error activities/x/data/invoice-data nl-books"},
		{name: "payroll", text: strings.Replace(strings.Replace(home+keptUnder("period: P2Y, startsAt: [employment-end]"), "bookkeeping", "payroll", 1), "invoice-data", "payroll-data", 1), want: "error activities/x/data/payroll-data nl-books"},
		{name: "names of staff", text: strings.Replace(strings.Replace(home+keptUnder("period: P2Y, startsAt: [employment-end]"), "bookkeeping", "payroll", 1), "invoice-data", "name", 1)},
		{name: "elsewhere", text: keptUnder("period: P2Y, startsAt: [transaction]")},
		{name: "other data", text: strings.Replace(home+keptUnder("period: P2Y"), "invoice-data", "review", 1)},
		{name: "other purpose", text: strings.Replace(home+keptUnder("period: P2Y"), "bookkeeping", "customer-service", 1)},
		{name: "kept long enough in another activity", text: home + strings.Replace(keptUnder("period: P2Y"), "retentionRules:", "  - {id: y, purposes: [bookkeeping], subjects: [customer], data: [invoice-data], retention: long}\nretentionRules:\n  - {id: long, period: P7Y}", 1)},
		{name: "a longer one applies too", text: strings.Replace(home+keptUnder("period: P2Y"), "retention: r}", "retention: [{rule: r, when: for quotes}, {rule: long}]}", 1) + "  - {id: long, period: P7Y}\n"},
	})
	runFound(t, "RET-005", []foundCase{
		{name: "longer", text: keptUnder("period: P10Y, startsAt: [financial-year-end], law: [nl-awr-52]"), want: "warning retentionRules/r"},
		{name: "with a reason", text: keptUnder("period: P10Y, reason: claims, startsAt: [financial-year-end], law: [nl-awr-52]")},
		{name: "a longer law too", text: keptUnder("period: P10Y, startsAt: [calendar-year-end], law: [nl-awr-52, eu-vat-oss-369k]")},
		{name: "a law without a known period too", text: keptUnder("period: P10Y, law: [nl-awr-52, {cite: art. 1 Wet, country: NL}]")},
		{name: "another purpose", text: strings.Replace(keptUnder("period: P10Y, law: [nl-awr-52]"), "basis: legal-obligation", "basis: contract", 1)},
		{name: "wish list with the books", text: strings.Replace(keptUnder("period: P7Y, startsAt: [financial-year-end], law: [nl-awr-52]"), "invoice-data", "shopping-basket", 1), want: "warning activities/x/data/shopping-basket r"},
		{name: "wish list, for a part", text: strings.Replace(strings.Replace(keptUnder("period: P7Y, law: [nl-awr-52]"), "invoice-data", "shopping-basket", 1), "retention: r}", "retention: [{rule: r, when: once ordered}]}", 1)},
		{name: "names on invoices", text: strings.Replace(keptUnder("period: P7Y, law: [nl-awr-52]"), "invoice-data", "name", 1)},
		{name: "evidence of the place of a customer", text: strings.Replace(keptUnder("period: P10Y, law: [eu-vat-oss-369k]"), "invoice-data", "ip-address", 1)},
	})
}

func TestClashingLimits(t *testing.T) {
	text := func(first, second, rules string) string {
		return "activities:\n  - id: a\n    purposes: [camera-surveillance]\n    subjects: [employee]\n    systems: [s]\n    data: [{category: camera-images, retention: " + first + "}]\n" +
			"  - id: b\n    purposes: [camera-surveillance]\n    subjects: [employee]\n    systems: [s]\n    data: [{category: camera-images, retention: " + second + "}]\n" +
			"systems: [{id: s, name: S}]\nretentionRules:\n" + rules
	}
	const rules = "  - {id: r, period: P4W, startsAt: [recording]}\n  - {id: q, period: P90D, startsAt: [recording]}\n"
	runFound(t, "RET-004", []foundCase{
		{name: "different", text: text("r", "q", rules), want: "warning activities/a/data/camera-images s camera-surveillance"},
		{name: "the same", text: text("r", "r", rules)},
		{name: "the same in other words", text: text("r", "q", "  - {id: r, period: P4W}\n  - {id: q, period: P28D}\n")},
		{name: "explained", text: text("r", "[{rule: q, when: incidents}]", rules)},
		{name: "with a reason", text: text("r", "q", "  - {id: r, period: P4W}\n  - {id: q, period: P90D, reason: claims}\n")},
		{name: "other system", text: strings.Replace(text("r", "q", rules), "systems: [s]", "systems: none", 1)},
		{name: "other purpose", text: strings.Replace(text("r", "q", rules), "camera-surveillance", "emergency-response", 1)},
		{name: "other people", text: strings.Replace(text("r", "q", rules), "[employee]", "[visitor]", 1)},
		{name: "one has ended", text: strings.Replace(text("r", "q", rules), "id: a", "id: a\n    status: ended", 1)},
	})
}
