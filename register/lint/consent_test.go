package lint_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// asked is one activity with one purpose on consent.
func asked(rest string) string {
	return purpose("{purpose: newsletter, basis: consent, consent: {" + rest + "}}")
}

const consentAt = "error activities/x/purposes/newsletter"

func TestWithdrawal(t *testing.T) {
	right := func(rest string) string {
		return asked("mechanism: opt-in") + "rights: [{right: withdraw-consent" + rest + "}]\n"
	}
	runFound(t, "CON-001", []foundCase{
		{name: "nothing said", text: purpose("{purpose: newsletter, basis: consent}"), want: consentAt},
		{name: "under rights", text: right(", channels: [{email: a@example.org}]")},
		{name: "under rights for something else", text: right(", purposes: loyalty-scheme, channels: [{email: a@example.org}]"), want: consentAt},
		{name: "under rights, no way", text: right(""), want: consentAt},
		{name: "as many steps", text: asked("withdrawal: a link, stepsToGive: 2, stepsToWithdraw: 2")},
		{name: "fewer steps", text: asked("withdrawal: a link, stepsToGive: 2, stepsToWithdraw: 1")},
		{name: "steps of one only", text: asked("withdrawal: a link, stepsToWithdraw: 5")},
		{name: "condition for special data", text: purpose("{purpose: care-provision, basis: contract, art9: explicit-consent}"), want: "error activities/x/purposes/care-provision"},
		{name: "contract", text: purpose("{purpose: newsletter, basis: contract}")},
		{name: "ended", text: asked("mechanism: opt-in") + "    status: ended\n"},
		{name: "draft", text: asked("mechanism: opt-in") + "    approval: {state: draft}\n", want: "warning activities/x/purposes/newsletter"},
	})
}

func TestProof(t *testing.T) {
	runFound(t, "CON-002", []foundCase{
		{name: "document", text: asked("documents: [form]") + "documents: [{id: form}]\n"},
		{name: "signed", text: asked("mechanism: written")},
		{name: "confirmed by e-mail", text: asked("mechanism: double-opt-in"), want: consentAt},
		{name: "among the data", text: one("    data: [email, consent-records]\n    purposes: [{purpose: newsletter, basis: consent}]\n")},
		{name: "among the data for something else", text: one("    data: [email, {category: consent-records, purposes: [hosting]}]\n    purposes: [{purpose: newsletter, basis: consent}, {purpose: hosting}]\n"), want: consentAt},
	})
}

func TestFreeChoice(t *testing.T) {
	runFound(t, "CON-003", []foundCase{
		{name: "terms", text: asked("mechanism: by-accepting-terms, bundledWith: the terms"), want: consentAt + " mechanism"},
		{name: "two things", text: asked("mechanism: pre-ticked, bundledWith: the terms"), want: consentAt + " bundled\n" + consentAt + " mechanism"},
		{name: "necessary", text: asked("conditionForService: true, necessary: true")},
		{name: "not necessary", text: asked("conditionForService: true, necessary: false"), want: consentAt + " condition"},
		{name: "not said", text: asked("how: by making an account")},
	})
}

func TestSeparateChoices(t *testing.T) {
	two := func(first, second string) string {
		return one("    data: email\n    purposes:\n      - {purpose: " + first + ", basis: consent, consent: {choice: all}}\n      - {purpose: " + second + ", basis: consent, consent: {choice: all}}\n")
	}
	runFound(t, "CON-004", []foundCase{
		{name: "two", text: two("newsletter", "web-analytics"), want: "warning activities/x/purposes/newsletter all"},
		{name: "one within the other", text: two("marketing", "newsletter")},
		{name: "the same twice", text: two("newsletter", "newsletter")},
		{name: "one entry", text: one("    data: email\n    purposes: [{purpose: [newsletter, web-analytics], basis: consent, consent: {choice: all}}]\n"), want: "warning activities/x/purposes/newsletter all"},
		{name: "ended", text: two("newsletter", "web-analytics") + "    status: ended\n"},
	})
}

func TestChildren(t *testing.T) {
	in := func(country, rest string) string {
		return "organisation: {country: " + country + "}\n" + asked("offeredToChildren: true"+rest)
	}
	pupils := func(country, rest string) string {
		return "organisation: {country: " + country + "}\nactivities: [{id: x, subjects: pupil, data: photo, purposes: [{purpose: newsletter, basis: consent, consent: {mechanism: written" + rest + "}}]}]\n"
	}
	runFound(t, "CON-005", []foundCase{
		{name: "NL 15", text: in("NL", ", minimumAge: 15"), want: consentAt},
		{name: "NL 16", text: in("NL", ", minimumAge: 16")},
		{name: "BE 13", text: in("BE", ", minimumAge: 13")},
		{name: "DK 13 before 2024", on: "2023-12-31", text: in("DK", ", minimumAge: 13")},
		{name: "DK 13 since 2024", on: "2024-01-01", text: in("DK", ", minimumAge: 13"), want: consentAt},
		{name: "elsewhere 15", text: in("US", ", minimumAge: 15"), want: consentAt},
		{name: "United Kingdom 13", text: "regulation: uk-gdpr\n" + in("US", ", minimumAge: 13")},
		{name: "institution 13", text: "regulation: eudpr\n" + in("BE", ", minimumAge: 13")},
		{name: "parent", text: in("NL", ", parentalConsent: true")},
		{name: "not for children", text: "organisation: {country: NL}\n" + asked("offeredToChildren: false")},
		{name: "pupils", text: pupils("NL", ""), want: "warning activities/x/purposes/newsletter"},
		{name: "pupils of 16", text: pupils("NL", ", minimumAge: 16")},
		{name: "pupils elsewhere", text: pupils("DE", "")},
	})
}

func TestConsentEndsRetention(t *testing.T) {
	kept := func(rule string) string {
		return asked("mechanism: opt-in") + "    retention: r\nretentionRules: [{id: r, " + rule + "}]\n"
	}
	const at = "warning activities/x/data/email r"
	runFound(t, "CON-006", []foundCase{
		{name: "other event", text: kept("period: P13M, startsAt: collection"), want: at},
		{name: "a month at most", text: kept("period: P1M, startsAt: collection")},
		{name: "four weeks after something else", text: kept("period: P4W, startsAt: last-login"), want: at},
		{name: "withdrawal", text: kept("period: P1Y, startsAt: consent-withdrawn")},
		{name: "the first of two", text: kept("period: P1Y, startsAt: [consent-withdrawn, last-contact], whichever: first")},
		{name: "the last of two", text: kept("period: P1Y, startsAt: [consent-withdrawn, last-contact], whichever: last"), want: at},
		{name: "own words", text: kept("period: P1M, startsAt: the reader unsubscribes")},
		{name: "own event", text: kept("period: P1M, startsAt: left") + "events: [{id: left, name: {nl: afmelding}}]\n"},
		{name: "a law", text: kept("period: P7Y, startsAt: collection, law: [nl-awr-52]")},
		{name: "a criterion", text: kept("criterion: until the reader has had enough")},
		{name: "another basis", text: purpose("{purpose: newsletter, basis: [consent, contract]}") + "    retention: r\nretentionRules: [{id: r, period: P1Y, startsAt: collection}]\n"},
		{name: "research", text: purpose("{purpose: clinical-research, basis: consent}") + "    retention: r\nretentionRules: [{id: r, indefinite: true}]\n"},
	})
}

func TestAskedForOrder(t *testing.T) {
	with := func(data, purposes string) string {
		return "activities: [{id: x, subjects: customer, purposes: [" + purposes + "], data: [{category: " + data + "}]}]\n"
	}
	runFound(t, "MIN-001", []foundCase{
		{name: "birth", text: with("date-of-birth, mandatory: true", "payment"), want: "warning activities/x/data/date-of-birth"},
		{name: "with marketing", text: with("date-of-birth, mandatory: true", "payment, newsletter"), want: "warning activities/x/data/date-of-birth"},
		{name: "to check the age", text: with("date-of-birth, mandatory: true", "payment, age-verification")},
		{name: "a law", text: with("date-of-birth, mandatory: true, law: [nl-awr-52]", "payment")},
		{name: "not said to be mandatory", text: with("gender", "order-fulfilment")},
		{name: "other purpose", text: with("gender, mandatory: true", "care-provision")},
		{name: "telephone for delivery", text: with("phone, mandatory: true, purposes: [delivery]", "order-fulfilment, delivery")},
		{name: "within a bundle", text: "dataCategories: [{id: form, includes: [name, gender]}]\n" + with("form, mandatory: true", "order-fulfilment"), want: "warning activities/x/data/form"},
	})
}

// The web shop takes consent from accepting its privacy policy, for three
// activities; the newsletter and the cookies are asked for.
func TestConsentByPolicy(t *testing.T) {
	r, src, problems := register.Load("../../examples/webgems")
	view, more := register.Resolve(r, src, nil)
	if err := append(problems, more...).Err(); err != nil {
		t.Fatal(err)
	}
	report, err := lint.Run(t.Context(), view, datamap.Build(view), lint.Options{AsOf: value.MustDate(today), Rules: []diag.Code{"CON-003"}})
	if err != nil {
		t.Fatal(err)
	}
	var at []string
	for i := range report.Findings {
		at = append(at, report.Findings[i].At)
	}
	slices.Sort(at)
	want := []string{
		"activities/business-email/purposes/business-correspondence",
		"activities/loyalty/purposes/loyalty-scheme",
		"activities/reviews/purposes/review-invitation",
	}
	if diff := cmp.Diff(want, at); diff != "" {
		t.Errorf("consent by policy (-want +got):\n%s", diff)
	}
}
