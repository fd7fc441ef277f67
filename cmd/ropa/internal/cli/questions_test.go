package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
)

// question is one of the questions that the register of the example must
// answer, as a command line, with the answers that the facts ask for.
type question struct {
	number int
	name   string
	args   []string
	// stated and assumed are the ids of the answers, undetermined those of the
	// parties beside them; nil where the check below says more.
	stated, assumed, undetermined []string
	check                         func(*testing.T, wire.Answers)
}

// none says that there is nothing of a kind; nil leaves it open.
var none = []string{}

var questions = []question{
	{1, "processors of payment data",
		[]string{"processors", "--receives", "bank-account,payment-card"},
		[]string{"mollie", "paypal"}, []string{"lightspeed"}, nil, nil},
	{1, "stated processors of payment data",
		[]string{"processors", "--receives", "bank-account,payment-card", "--stated"},
		[]string{"mollie", "paypal"}, none, nil, nil},
	{2, "recipients of the postal address",
		[]string{"recipients", "--receives", "postal-address"},
		[]string{"kangaroo", "mollie", "myparcel", "paypal", "pheanix", "postnl"},
		[]string{"credit-assessors", "investigating-authorities", "lightspeed", "myparcel-subcontractors", "postnl-subcontractors", "tax-authority"},
		nil, nil},
	{3, "recipients outside the EEA",
		[]string{"recipients", "--outside-eea"},
		nil, nil, nil, googleAlone},
	{4, "recipients with purposes of their own",
		[]string{"recipients", "--own-purposes"},
		nil, nil, nil, ownPurposes},
	{5, "retention of the data of customers",
		[]string{"retention", "--subject", "customer"},
		nil, nil, nil, retention},
	{6, "recipients of the data of customers",
		[]string{"recipients", "--subject", "customer"},
		nil, nil, nil, recipientsOfCustomers},
	{7, "data subjects at lightspeed", []string{"subjects", "--recipient", "lightspeed"},
		nil, nil, none, exactly("customer", "newsletter-subscriber", "reviewer", "website-visitor")},
	{7, "data at lightspeed", []string{"data", "--recipient", "lightspeed"},
		nil, nil, none, contains("bank-account", "email", "name", "postal-address")},
	{7, "activities at lightspeed", []string{"activities", "--recipient", "lightspeed"},
		nil, nil, none, contains("account", "order-fulfilment", "payments")},
	{8, "consents", []string{"consents"}, nil, nil, none, consents},
	{0, "data that the feedback company gets from the shop",
		[]string{"data", "--recipient", "feedback-company", "--direct"},
		nil, nil, none, exactly("email", "name")},
}

// TestQuestions asks the questions 1 to 8 on the command line.
func TestQuestions(t *testing.T) {
	dir := t.TempDir()
	if err := copyExamples(filepath.Join(dir, "examples")); err != nil {
		t.Fatal(err)
	}
	goldens, err := filepath.Abs("testdata/questions")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	for _, q := range questions {
		t.Run(fmt.Sprintf("%d %s", q.number, q.name), func(t *testing.T) {
			args := append([]string{"query", q.args[0], "examples/webgems"}, q.args[1:]...)
			args = append(args, "--as-of", "2026-11-22", "--format", "json")
			out, problems, status := run(nil, args...)
			if status != 0 || problems != "" {
				t.Fatalf("status %d: %s", status, problems)
			}
			golden(t, filepath.Join(goldens, fmt.Sprintf("%d-%s.json", q.number, strings.ReplaceAll(q.name, " ", "-"))), out)
			var answers wire.Answers
			if err := json.Unmarshal([]byte(out), &answers); err != nil {
				t.Fatal(err)
			}
			q.compare(t, answers)
			proved(t, answers)
		})
	}
}

// compare holds the answers against the facts, so that new golden files cannot
// hide a wrong answer.
func (q question) compare(t *testing.T, got wire.Answers) {
	t.Helper()
	for _, part := range []struct {
		name      string
		want, got []string
	}{
		{"stated", q.stated, ids(got, func(a wire.Answer) bool { return a.Stated })},
		{"assumed", q.assumed, ids(got, func(a wire.Answer) bool { return !a.Stated })},
		{"undetermined", q.undetermined, undeterminedIDs(got)},
	} {
		if part.want == nil {
			continue
		}
		if diff := cmp.Diff(part.want, part.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", part.name, diff)
		}
	}
	if q.check != nil {
		q.check(t, got)
	}
}

// proved: every answer has evidence, with file and line.
func proved(t *testing.T, got wire.Answers) {
	t.Helper()
	for _, a := range got.Answers {
		if a.EvidenceCount == 0 || len(a.Evidence) == 0 {
			t.Errorf("%s has no evidence", a.ID)
		}
		for _, e := range a.Evidence {
			if !strings.HasPrefix(e.File, "examples/webgems/") || e.Line == 0 || e.At == "" {
				t.Errorf("%s: evidence without a place: %+v", a.ID, e)
			}
		}
	}
}

func ids(got wire.Answers, keep func(wire.Answer) bool) []string {
	ids := []string{}
	for _, a := range got.Answers {
		if keep(a) {
			ids = append(ids, a.ID)
		}
	}
	slices.Sort(ids)
	return ids
}

func undeterminedIDs(got wire.Answers) []string {
	ids := []string{}
	for _, u := range got.Undetermined {
		ids = append(ids, u.ID)
	}
	slices.Sort(ids)
	return ids
}

func all(wire.Answer) bool { return true }

func exactly(want ...string) func(*testing.T, wire.Answers) {
	return func(t *testing.T, got wire.Answers) {
		t.Helper()
		if diff := cmp.Diff(want, ids(got, all)); diff != "" {
			t.Errorf("answers (-want +got):\n%s", diff)
		}
	}
}

func contains(want ...string) func(*testing.T, wire.Answers) {
	return func(t *testing.T, got wire.Answers) {
		t.Helper()
		have := ids(got, all)
		for _, id := range want {
			if !slices.Contains(have, id) {
				t.Errorf("%s is no answer; answers: %v", id, have)
			}
		}
	}
}

// parties without a country in the policy (question 3), all but google.
var withoutCountry = []string{
	"advertisers", "credit-assessors", "feedback-company", "feedback-subprocessors", "kangaroo", "laposta", "lightspeed",
	"mailchimp", "mollie", "myparcel", "myparcel-subcontractors", "paypal", "pheanix", "postnl-subcontractors", "social-media",
}

func googleAlone(t *testing.T, got wire.Answers) {
	exactly("google")(t, got)
	for _, d := range got.Answers[0].Destinations {
		if d.Country != "US" || !d.OutsideEEA || d.Tool != "" {
			t.Errorf("google: %+v, want the United States without a tool", d)
		}
	}
	if len(got.Answers[0].Destinations) == 0 {
		t.Error("google has no destination")
	}
	have := undeterminedIDs(got)
	for _, id := range withoutCountry {
		if !slices.Contains(have, id) {
			t.Errorf("%s is not undetermined: %v", id, have)
		}
	}
	r, _, _ := register.Load("examples/webgems")
	want := []string{}
	for _, p := range r.Parties {
		if p.Country == "" && p.Locations == nil {
			want = append(want, p.ID)
		}
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, have); diff != "" {
		t.Errorf("undetermined, against the parties without a country (-want +got):\n%s", diff)
	}
}

func ownPurposes(t *testing.T, got wire.Answers) {
	exactly("feedback-company", "mollie", "paypal")(t, got)
	for _, a := range got.Answers {
		if len(a.OwnPurposes) == 0 {
			t.Errorf("%s: no purposes of its own are named", a.ID)
		}
	}
}

// retention: the profile until the customer stops (F44), invoices as the tax
// law says (F45), nothing about the log of requests (F46).
func retention(t *testing.T, got wire.Answers) {
	rules := map[string]bool{}
	silent := map[string]bool{}
	for _, a := range got.Answers {
		for _, r := range a.Retention {
			rules[r.Rule] = true
			if r.Words == "" || r.Words == r.Rule {
				t.Errorf("%s: the rule %s is not said in words", a.ID, r.Rule)
			}
		}
		if len(a.Retention) == 0 {
			for _, activity := range a.Activities {
				silent[activity] = true
			}
		}
	}
	if !rules["profile"] {
		t.Errorf("the rule for the profile is missing: %v", rules)
	}
	if len(rules) < 2 {
		t.Errorf("the rule for invoices is missing: %v", rules)
	}
	if !silent["data-subject-requests"] {
		t.Errorf("the log of requests states a retention; without one: %v", silent)
	}
}

// recipientsOfCustomers: whom the shop must tell of an erasure (Art. 19), each
// with the data it got.
func recipientsOfCustomers(t *testing.T, got wire.Answers) {
	exactly("credit-assessors", "feedback-company", "feedback-subprocessors", "investigating-authorities", "kangaroo", "kpn",
		"lightspeed", "mollie", "myparcel", "myparcel-subcontractors", "paypal", "pheanix", "postnl", "postnl-subcontractors",
		"tax-authority")(t, got)
	for _, a := range got.Answers {
		if len(a.Data) == 0 {
			t.Errorf("%s: the data that it got are not said", a.ID)
		}
	}
}

// consents: the account (F22), the newsletter (F24), cookies (F33), each with
// how it is given and, where the policy says so, withdrawn.
func consents(t *testing.T, got wire.Answers) {
	byActivity := map[string]*wire.Consent{}
	for _, a := range got.Answers {
		for _, activity := range a.Activities {
			if a.Consent != nil {
				byActivity[activity] = a.Consent
			}
		}
	}
	for _, activity := range []string{"account", "newsletter", "cookies"} {
		c := byActivity[activity]
		if c == nil || c.Mechanism == "" && c.How == "" {
			t.Errorf("%s: how consent is given is not said: %+v", activity, c)
		}
	}
	bundled := false
	for _, a := range got.Answers {
		bundled = bundled || a.Consent != nil && a.Consent.Mechanism == register.ConsentMechanismByAcceptingTerms && a.Consent.Withdrawal != ""
	}
	if !bundled {
		t.Error("no consent by accepting the policy (F42), withdrawn by e-mail (F43)")
	}
	if c := byActivity["newsletter"]; c != nil && (c.Mechanism != "double-opt-in" || c.Withdrawal == "") {
		t.Errorf("newsletter: %+v", c)
	}
}
