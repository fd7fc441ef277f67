package examples_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
)

// The web shop keeps its gaps. Here is what is told of them, in its own language.
func TestWebgemsFindings(t *testing.T) {
	report := lintExample(t, "webgems", lint.Accountability, today)
	golden(t, "webgems/testdata/findings.txt", told(report.Findings, "nl"))
}

// Dutch law adds nothing: what the shop says too little of, the GDPR asks for too.
func TestWebgemsFindingsUnderDutchLaw(t *testing.T) {
	usual, dutch := lintExample(t, "webgems", lint.Accountability, today), lintExample(t, "webgems", lint.NL, today)
	if len(dutch.Rules) <= len(usual.Rules) {
		t.Errorf("%d rules in the Dutch profile, %d in the usual one", len(dutch.Rules), len(usual.Rules))
	}
	if diff := cmp.Diff(told(usual.Findings, "nl"), told(dutch.Findings, "nl")); diff != "" {
		t.Errorf("usual (-) and Dutch (+):\n%s", diff)
	}
}

// doubt is what a lawyer would question in the policy, by the number of the fact,
// and the finding that says so.
type doubt struct {
	fact string
	code diag.Code
	at   string
	// says is part of the sentence.
	says string
	// public: the shop says the contrary in public, or says what its register does
	// not bear out. Together these answer question 9.
	public bool
}

var webgemsDoubts = []doubt{
	// A silent policy leaves gaps.
	{fact: "F01", code: "REG-001", at: "organisation/contact", says: "postadres"},
	{fact: "F09", code: "PRC-009", at: "parties/mailchimp", says: "in welke rol “Mailchimp” gegevens krijgt, en ook niet welke", public: true},
	{fact: "F09", code: "PRC-009", at: "parties/laposta", says: "in welke rol “Laposta” gegevens krijgt, en ook niet welke", public: true},
	{fact: "F09", code: "REG-007", at: "activities/newsletter", says: "geen land voor “Mailchimp” en “Laposta”"},
	{fact: "F09", code: "NTC-003", at: "parties/mailchimp", says: "in een kop", public: true},
	{fact: "F09", code: "NTC-003", at: "parties/laposta", says: "in een kop", public: true},
	{fact: "F12", code: "REG-007", at: "activities/loyalty", says: "geen land voor “Kangaroo"},
	{fact: "F17", code: "TRF-001", at: "parties/google/country", says: "“Google” in de Verenigde Staten"},
	{fact: "F17", code: "NTC-009", at: "notices/privacy-policy", says: "Google"},
	{fact: "F46", code: "REG-008", at: "activities/data-subject-requests", says: "administratie van verzoeken"},
	{fact: "F46", code: "REG-008", at: "activities/newsletter", says: "e-mailadres"},
	{fact: "F46", code: "REG-008", at: "activities/reviews", says: "beoordeling"},
	{fact: "F46", code: "REG-008", at: "activities/cookies", says: "cookiegegevens"},

	// Companies with purposes of their own are called processors.
	{fact: "F10", code: "PRC-004", at: "parties/mollie/ownPurposes", says: "dienstverlening verbeteren"},
	{fact: "F11", code: "PRC-004", at: "parties/paypal/ownPurposes", says: "dienstverlening verbeteren"},
	{fact: "F13", code: "PRC-004", at: "parties/feedback-company/ownPurposes", says: "beoordelingen publiceren", public: true},
	{fact: "F13", code: "OPN-001", at: "parties/feedback-company", says: "De kop noemt WebwinkelKeur, de tekst De Feedback company"},
	{fact: "F13", code: "NTC-004", at: "parties/feedback-company", says: "namen van één partij", public: true},

	// Personal data are called something else.
	{fact: "F05", code: "SPC-006", at: "activities/hosting/data/usage-data/claim", says: "geen persoonsgegevens"},
	{fact: "F06", code: "SPC-006", at: "activities/hosting/data/metadata/claim", says: "geen persoonsgegevens"},
	{fact: "F32", code: "SPC-006", at: "activities/website/data/ip-address/claim", says: "“IP-adres”", public: true},
	{fact: "F33", code: "SPC-006", at: "activities/cookies/data/usage-data/claim", says: "anoniem"},

	// Consent that is none.
	{fact: "F33", code: "CON-004", at: "activities/cookies/purposes/web-analytics", says: "één keuze"},
	{fact: "F42", code: "CON-003", at: "activities/reviews/purposes/review-invitation", says: "een privacyverklaring accepteert", public: true},
	{fact: "F42", code: "CON-003", at: "activities/loyalty/purposes/loyalty-scheme", says: "een privacyverklaring accepteert", public: true},
	{fact: "F42", code: "CON-003", at: "activities/business-email/purposes/business-correspondence", says: "een privacyverklaring accepteert", public: true},

	// Promises that the register contradicts, and recipients that nobody names.
	{fact: "F19", code: "OPN-001", at: "parties/social-media", says: "Welke?"},
	{fact: "F19", code: "OPN-001", at: "parties/advertisers", says: "Welke?"},
	{fact: "F19", code: "PRC-009", at: "parties/advertisers", says: "adverteerders"},
	{fact: "F38", code: "CLM-001", at: "notices/privacy-policy/claims/no-marketing", says: "“Cookies” (adverteren)", public: true},
	{fact: "F40", code: "CLM-001", at: "notices/privacy-policy/claims/only-for-the-order", says: "Pheanix Administraties", public: true},
	{fact: "F40", code: "CLM-001", at: "notices/privacy-policy/claims/no-unasked-contact", says: "De Feedback company", public: true},
	{fact: "F41", code: "CLM-001", at: "notices/privacy-policy/claims/only-for-administration", says: "Lightspeed", public: true},
	{fact: "F43", code: "CLM-001", at: "notices/privacy-policy/claims/otherwise-consent", says: "Belastingdienst", public: true},

	// Keeping.
	{fact: "F44", code: "RET-006", at: "retentionRules/profile", says: "alleen afgeschermd"},
	{fact: "F45", code: "RET-002", at: "retentionRules/nl-fiscal", says: "7 jaar"},
}

func TestWebgemsDoubtsAreFound(t *testing.T) {
	report := lintExample(t, "webgems", lint.Accountability, today)
	facts := factList(t, "webgems/testdata/facts.txt")
	for _, d := range webgemsDoubts {
		if !slices.Contains(facts, d.fact) {
			t.Errorf("%s is no fact", d.fact)
		}
		if !slices.ContainsFunc(report.Findings, d.toldBy) {
			t.Errorf("%s: no %s at %s that says %q", d.fact, d.code, d.at, d.says)
		}
	}
}

func (d *doubt) toldBy(f diag.Finding) bool {
	return f.Code == d.code && f.At == d.at && strings.Contains(f.Message("nl"), d.says)
}

// Question 9: what does the shop say publicly that its register contradicts?
func TestWebgemsContradictsItself(t *testing.T) {
	var told []string
	for _, d := range webgemsDoubts {
		if d.public {
			told = append(told, d.fact)
		}
	}
	slices.Sort(told)
	want := []string{"F09", "F13", "F32", "F38", "F40", "F41", "F42", "F43"}
	if diff := cmp.Diff(want, slices.Compact(told)); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}

	// No promise is found wanting that is not listed here.
	found := lintExample(t, "webgems", lint.Accountability, today).Findings
	for _, f := range found {
		listed := slices.ContainsFunc(webgemsDoubts, func(d doubt) bool { return d.public && d.toldBy(f) })
		if f.Code == "CLM-001" && !listed && !slices.Contains(otherPromises, f.At) {
			t.Errorf("%s: %s", f.At, f.Message("en"))
		}
	}
}

// otherPromises are found wanting too, though no lawyer would begin with them.
var otherPromises = []string{
	"notices/privacy-policy/claims/only-for-the-service",    // F37
	"notices/privacy-policy/claims/not-for-commercial-ends", // F39
}
