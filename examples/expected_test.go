package examples_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// expectation is a question with the answer that follows from the text of the
// register.
type expectation struct {
	Question string
	// Ask is the question as it stands on the command line.
	Ask     string
	Stated  []string
	Assumed []string
	// Undetermined is the missing fact by party; nil is not compared.
	Undetermined map[string]string
	Because      []string
}

type expectations struct {
	About     string
	AsOf      string
	Questions []expectation
}

// The second register is asked what somebody worked out with pencil and paper.
func TestHarbourClinicAnswersAsDerivedByHand(t *testing.T) {
	expected := readExpectations(t, "harbour-clinic/testdata/expected.json")
	m := datamap.Build(load(t, "harbour-clinic"))
	for _, e := range expected.Questions {
		t.Run(e.Ask, func(t *testing.T) {
			compare(t, m, e, expected.AsOf)
		})
	}
}

// The questions that the facts of the web shop must answer.
func TestWebgemsAnswersItsQuestions(t *testing.T) {
	m := datamap.Build(load(t, "webgems"))
	for _, e := range webgemsQuestions {
		t.Run(e.Ask, func(t *testing.T) {
			compare(t, m, e, "2026-11-22")
		})
	}
}

var webgemsQuestions = []expectation{
	{ // 1
		Ask:     "processors --receives bank-account,payment-card",
		Stated:  []string{"mollie", "paypal"}, // F10 F11
		Assumed: []string{"lightspeed"},       // F05 F06
		// No role and data that might hold them: nobody.
		Undetermined: map[string]string{},
	},
	{ // 2
		Ask:    "recipients --receives postal-address",
		Stated: []string{"kangaroo", "mollie", "myparcel", "paypal", "pheanix", "postnl"},
		Assumed: []string{
			"credit-assessors", "investigating-authorities", "lightspeed", "myparcel-subcontractors",
			"postnl-subcontractors", "tax-authority",
		},
		Undetermined: map[string]string{},
	},
	{ // 3
		Ask:    "recipients --outside-eea",
		Stated: []string{"google"}, // F17
		Undetermined: map[string]string{
			"advertisers": "country", "credit-assessors": "country", "feedback-company": "country",
			"feedback-subprocessors": "country", "investigating-authorities": "country", "kangaroo": "country",
			"kpn": "country", "laposta": "country", "lightspeed": "country", "mailchimp": "country",
			"mollie": "country", "myparcel": "country", "myparcel-subcontractors": "country", "paypal": "country",
			"pheanix": "country", "postnl": "country", "postnl-subcontractors": "country",
			"social-media": "country", "tax-authority": "country",
		},
	},
	{ // 4
		Ask:    "recipients --own-purposes",
		Stated: []string{"feedback-company", "mollie", "paypal"}, // F10 F11 F13
	},
	{ // 5: F45
		Ask: "retention --receives invoice-data",
		Stated: []string{
			"activities/bookkeeping/data/invoice-data",
		},
	},
	{ // 6: the activities name their data subjects once, so that most disclosures leave them out
		Ask:    "recipients --subject customer",
		Stated: []string{"feedback-company"},
		Assumed: []string{
			"credit-assessors", "feedback-subprocessors", "investigating-authorities", "kangaroo", "kpn", "lightspeed", "mollie", "myparcel",
			"myparcel-subcontractors", "paypal", "pheanix", "postnl", "postnl-subcontractors", "tax-authority",
		},
	},
	{ // 7
		Ask: "activities --recipient lightspeed",
		Stated: []string{
			"account", "bookkeeping", "business-email", "cookies", "data-subject-requests", "delivery", "hosting",
			"loyalty", "newsletter", "order-fulfilment", "payments", "reviews", "website",
		},
	},
	{ // F13: what the company collects itself is not what it gets from the shop
		Ask:    "data --recipient feedback-company --direct",
		Stated: []string{"email", "name"},
	},
	{ // 8: F22 F24 F33 F42
		Ask: "consents",
		Stated: []string{
			"activities/account/purposes/account-management",
			"activities/business-email/purposes/business-correspondence",
			"activities/business-email/purposes/customer-service",
			"activities/cookies/purposes/advertising",
			"activities/cookies/purposes/customer-feedback",
			"activities/cookies/purposes/social-sharing",
			"activities/cookies/purposes/web-analytics",
			"activities/loyalty/purposes/loyalty-scheme",
			"activities/newsletter/purposes/newsletter",
			"activities/reviews/purposes/customer-feedback",
			"activities/reviews/purposes/review-invitation",
		},
	},
}

// compare asks a question and compares the ids of the answers.
func compare(t *testing.T, m *datamap.Map, want expectation, asOf string) {
	t.Helper()
	question, filter := parseAsk(t, want.Ask, asOf)
	answers, err := m.Ask(question, filter)
	if err != nil {
		t.Fatal(err)
	}
	var stated, assumed []string
	for _, a := range answers.Answers {
		if a.Stated {
			stated = append(stated, a.ID)
		} else {
			assumed = append(assumed, a.ID)
		}
		if a.EvidenceCount == 0 || len(a.Evidence) == 0 {
			t.Errorf("%s: an answer without evidence", a.ID)
		}
	}
	slices.Sort(stated)
	slices.Sort(assumed)
	if diff := cmp.Diff(want.Stated, stated, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("stated (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want.Assumed, assumed, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("assumed (-want +got):\n%s", diff)
	}
	if want.Undetermined == nil {
		return
	}
	undetermined := make(map[string]string)
	for _, u := range answers.Undetermined {
		undetermined[u.ID] = u.Missing
	}
	if diff := cmp.Diff(want.Undetermined, undetermined); diff != "" {
		t.Errorf("undetermined (-want +got):\n%s", diff)
	}
}

// parseAsk reads a question as it stands on the command line.
func parseAsk(t *testing.T, ask, asOf string) (datamap.Question, datamap.Filter) {
	t.Helper()
	var f datamap.Filter
	words := strings.Fields(ask)
	if len(words) == 0 || !slices.Contains(datamap.Questions(), datamap.Question(words[0])) {
		t.Fatalf("no question: %q", ask)
	}
	flags := words[1:]
	value := func() string {
		if len(flags) == 0 {
			t.Fatalf("a flag without its value: %q", ask)
		}
		v := flags[0]
		flags = flags[1:]
		return v
	}
	for len(flags) > 0 {
		switch flag := value(); flag {
		case "--receives":
			f.Data = strings.Split(value(), ",")
		case "--subject":
			f.Subjects = strings.Split(value(), ",")
		case "--purpose":
			f.Purposes = strings.Split(value(), ",")
		case "--recipient":
			f.Recipients = strings.Split(value(), ",")
		case "--role":
			f.Roles = strings.Split(value(), ",")
		case "--as-of":
			asOf = value()
		case "--outside-eea":
			f.OutsideEEA = register.Yes
		case "--own-purposes":
			f.OwnPurposes = register.Yes
		case "--direct":
			f.Direct = true
		case "--planned":
			f.Planned = true
		default:
			t.Fatalf("unknown flag %s in %q", flag, ask)
		}
	}
	day, err := register.ParseDate(asOf)
	if err != nil {
		t.Fatal(err)
	}
	f.AsOf = day
	return datamap.Question(words[0]), f
}

func readExpectations(t *testing.T, path string) expectations {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var e expectations
	decoder := json.NewDecoder(strings.NewReader(string(data)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&e); err != nil {
		t.Fatal(err)
	}
	if len(e.Questions) < 15 {
		t.Fatalf("only %d questions", len(e.Questions))
	}
	return e
}
