package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// found returns the findings of one rule in a register: severity, address and key.
func found(t *testing.T, code diag.Code, asOf, text string) string {
	t.Helper()
	all := look(t, string(code), "schema: ropa/v1\nid: example\nlanguage: en\n"+text, value.MustDate(asOf), lint.Options{Rules: []diag.Code{code}, Profile: lint.NL}).Findings
	var told []string
	for i := range all {
		told = append(told, strings.TrimSpace(fmt.Sprintf("%s %s %s", all[i].Severity, all[i].At, all[i].Key)))
	}
	return strings.Join(told, "\n")
}

// foundCase is a register and what a rule finds in it on a day, today where it
// names none.
type foundCase struct {
	name, on, text, want string
}

const today = "2026-11-22"

func runFound(t *testing.T, code diag.Code, cases []foundCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			on := c.on
			if on == "" {
				on = today
			}
			if got := found(t, code, on, c.text); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// one is a register with one activity, of which the rest is given.
func one(rest string) string { return "activities:\n  - id: x\n    subjects: customer\n" + rest }

// purpose is one activity with one purpose.
func purpose(rest string) string {
	return one("    data: email\n    purposes:\n      - " + strings.ReplaceAll(strings.TrimSpace(rest), "\n", "\n        ") + "\n")
}

func TestBasis(t *testing.T) {
	bare := purpose("purpose: newsletter")
	softOptIn := "purpose: newsletter\nchannel: %s\nsoftOptIn: {ownCustomers: true, similarProducts: true, optOutAtCollection: true, optOutInEachMessage: %s}"
	recognised := purpose("{purpose: fraud-prevention, basis: recognised-legitimate-interests}")
	interests := purpose("{purpose: fraud-prevention, basis: legitimate-interests}")
	const at = "error activities/x/purposes/newsletter"
	runFound(t, "BAS-001", []foundCase{
		{name: "none", text: bare, want: at},
		{name: "inferred", text: purpose("{purpose: newsletter, basis: consent, certainty: inferred}")},
		{name: "planned", text: bare + "    status: planned\n", want: "warning activities/x/purposes/newsletter"},
		{name: "ended", text: bare + "    until: 2026-11-21\n"},
		{name: "ends today", text: bare + "    until: 2026-11-22\n", want: at},
		{name: "processor", text: bare + "    role: processor\n    onBehalfOf: client\nparties: [{id: client}]\n"},
		// C-654/23: mailing own customers needs no basis beside the conditions.
		{name: "own customers", text: purpose(fmt.Sprintf(softOptIn, "email", "true"))},
		{name: "own customers, called", text: purpose(fmt.Sprintf(softOptIn, "phone", "true")), want: at},
		{name: "own customers, one condition missing", text: purpose(fmt.Sprintf(softOptIn, "email", "false")), want: at},
		{name: "recognised in the Union", text: recognised, want: "error activities/x/purposes/fraud-prevention"},
		{name: "recognised in the United Kingdom", text: "regulation: uk-gdpr\n" + recognised},
		{name: "not yet", on: "2026-02-04", text: "regulation: uk-gdpr\n" + recognised, want: "error activities/x/purposes/fraud-prevention"},
		{name: "interests of an institution", text: "regulation: eudpr\n" + interests, want: "error activities/x/purposes/fraud-prevention"},
		{name: "police, with a law", text: purpose("{purpose: public-task, law: [{cite: § 1, country: DE}]}") + "    regulation: led\n"},
		{name: "police, without", text: purpose("purpose: public-task") + "    regulation: led\n", want: "error activities/x/purposes/public-task"},
	})
}

func TestLawBehindBasis(t *testing.T) {
	by := func(law string) string {
		return purpose("{purpose: legal-compliance, basis: [consent, legal-obligation], law: [" + law + "]}")
	}
	const at = "error activities/x/purposes/legal-compliance"
	runFound(t, "BAS-002", []foundCase{
		{name: "known by id", text: by("nl-awr-52")},
		{name: "of the Union", text: by("{cite: Art. 1, country: EU}")},
		{name: "of the EEA", text: by("{cite: § 1, country: NO}")},
		{name: "whose is not said", text: by("{cite: § 1}")},
		{name: "one of two", text: by("{cite: § 1, country: US}, {cite: § 2, country: BE}")},
		{name: "of Switzerland", text: by("{cite: Art. 1, country: CH}"), want: at},
		{name: "of the United Kingdom", text: by("{cite: s. 1, country: GB}"), want: at},
		{name: "of the United Kingdom before it left", on: "2020-06-01", text: by("{cite: s. 1, country: GB}")},
		{name: "in the United Kingdom", text: "regulation: uk-gdpr\n" + by("{cite: s. 1, country: GB}")},
		{name: "Dutch in the United Kingdom", text: "regulation: uk-gdpr\n" + by("nl-awr-52"), want: at},
		{name: "national for an institution", text: "regulation: eudpr\n" + by("nl-awr-52"), want: at},
		{name: "vital interests", text: purpose("{purpose: emergency-response, basis: vital-interests}")},
	})
}

func TestContractFits(t *testing.T) {
	with := func(subjects, rest string) string {
		return "activities:\n  - id: x\n    data: email\n    subjects: " + subjects + "\n    purposes: [{purpose: delivery, basis: contract" + rest + "}]\n"
	}
	const at = "activities/x/purposes/delivery"
	runFound(t, "BAS-003", []foundCase{
		{name: "not said", text: with("customer", "")},
		{name: "no party", text: with("[{subject: customer, contractParty: false}]", ""), want: "error " + at + " party"},
		{name: "another basis beside", text: strings.Replace(with("[{subject: customer, contractParty: false}]", ""), "contract}", "[contract, consent]}", 1)},
		{name: "not concerned", text: with("[customer, {subject: delivery-recipient, contractParty: false}]", ", subjects: [customer]")},
		{name: "contact of a client", text: with("client-contact", ""), want: "warning " + at + " stranger"},
		{name: "contact that is party", text: with("[{subject: client-contact, contractParty: true}]", "")},
		{name: "prize draw", text: purpose("{purpose: prize-draws, basis: contract}")},
		{name: "loyalty scheme", text: purpose("{purpose: loyalty-scheme, basis: contract}")},
		{name: "own term below advertising", text: "purposes: [{id: ours, parent: targeted-advertising}]\n" + purpose("{purpose: ours, basis: contract}"), want: "warning activities/x/purposes/ours purpose"},
	})
}

func TestBalancingTest(t *testing.T) {
	with := func(rest string) string {
		return purpose("{purpose: fraud-prevention, basis: legitimate-interests, interest: ours" + rest + "}")
	}
	const at = "error activities/x/purposes/fraud-prevention"
	runFound(t, "BAS-005", []foundCase{
		{name: "empty", text: with(", lia: {date: 2026-01-01}"), want: at},
		{name: "in words", text: with(", lia: {summary: we looked at it}")},
		{name: "still to come", text: with(", lia: {outcome: pass, date: 2026-12-01}"), want: at},
		{name: "same day as the change", text: with(", changed: 2026-01-01, lia: {outcome: pass, date: 2026-01-01}")},
		{name: "before the change", text: with(", changed: 2026-01-02, lia: {outcome: pass, date: 2026-01-01}"), want: at},
		{name: "before a change to come", text: with(", changed: 2026-12-02, lia: {outcome: pass, date: 2026-01-01}")},
		{name: "undated", text: with(", changed: 2026-01-02, lia: {outcome: pass}")},
		{name: "recognised interests need none", text: "regulation: uk-gdpr\n" + purpose("{purpose: fraud-prevention, basis: recognised-legitimate-interests}")},
	})
}

func TestObjection(t *testing.T) {
	guard := purpose("{purpose: fraud-prevention, basis: legitimate-interests}")
	mail := func(basis string) string {
		return purpose("{purpose: newsletter, basis: " + basis + ", channel: email}")
	}
	plain := "rights: [{right: objection, channels: [{email: a@example.org}]}]\n"
	runFound(t, "BAS-006", []foundCase{
		{name: "none", text: guard, want: "error"},
		{name: "planned only", text: guard + "    status: planned\n", want: "warning"},
		{name: "a way", text: guard + plain},
		{name: "in words", text: guard + "rights: [{right: objection, procedure: write to us}]\n"},
		{name: "not offered", text: guard + "rights: [{right: objection, available: false, channels: [{email: a@example.org}]}]\n", want: "error rights/objection"},
		{name: "contract", text: purpose("{purpose: delivery, basis: contract}")},
		{name: "wider purpose", text: guard + "rights: [{right: objection, purposes: security, procedure: write to us}]\n"},
		{name: "other activity", text: strings.Replace(guard, "activities:\n", "activities:\n  - id: y\n", 1) + "rights: [{right: objection, activities: y, procedure: write to us}]\n", want: "error activities/x/purposes/fraud-prevention"},
		{name: "marketing on consent", text: mail("consent")},
		{name: "marketing on interests", text: mail("legitimate-interests") + plain, want: "error rights/objection marketing"},
		{name: "marketing on contract", text: mail("contract"), want: "error  marketing"},
		{name: "each message", text: purpose("{purpose: newsletter, softOptIn: {optOutInEachMessage: true}}")},
		{name: "institution", text: "regulation: eudpr\n" + purpose("{purpose: permits, basis: public-task}"), want: "error"},
	})
}

func TestFurtherUse(t *testing.T) {
	with := func(before, after string) string {
		return "activities:\n  - {id: y, purposes: [{purpose: " + before + "}], data: [email]}\n  - id: x\n    purposes: [{" + after + "}]\n    data: [{category: email, source: [{activity: y}]}]\n"
	}
	runFound(t, "BAS-007", []foundCase{
		{name: "another purpose", text: with("delivery", "purpose: marketing, basis: legitimate-interests"), want: "warning activities/x/purposes/marketing y"},
		{name: "the same", text: with("marketing", "purpose: marketing")},
		{name: "a narrower one", text: with("marketing", "purpose: newsletter")},
		{name: "a wider one", text: with("newsletter", "purpose: marketing"), want: "warning activities/x/purposes/marketing y"},
		{name: "consent", text: with("delivery", "purpose: marketing, basis: consent")},
		{name: "a law", text: with("delivery", "purpose: bookkeeping, basis: legal-obligation, law: [nl-awr-52]")},
		{name: "a duty without law", text: with("delivery", "purpose: bookkeeping, basis: legal-obligation"), want: "warning activities/x/purposes/bookkeeping y"},
		{name: "research", text: with("delivery", "purpose: clinical-research, basis: legitimate-interests")},
	})
}

func TestPublicBody(t *testing.T) {
	with := func(rest string) string {
		return "organisation: {publicBody: true}\n" + purpose("{purpose: fraud-prevention, basis: legitimate-interests"+rest+"}")
	}
	const at = "activities/x/purposes/fraud-prevention"
	runFound(t, "BAS-008", []foundCase{
		{name: "its task", text: with(", publicTask: true"), want: "error " + at},
		{name: "not its task", text: with(", publicTask: false")},
		{name: "not said", text: with(""), want: "info " + at},
		{name: "a company", text: strings.Replace(with(", publicTask: true"), "publicBody: true", "publicBody: false", 1)},
		{name: "for others", text: with(", publicTask: true") + "    controllers: town\nparties: [{id: town}]\n"},
	})
}
