package lint_test

import (
	"regexp"
	"testing"

	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

func TestCite(t *testing.T) {
	for article, want := range map[string][2]string{
		"Art. 30(1)(b) GDPR":                    {"Art. 30(1)(b) GDPR", "art. 30 lid 1 onder b AVG"},
		"Art. 22-30 UAVG":                       {"Art. 22 to 30 UAVG", "art. 22 tot en met 30 UAVG"},
		"Art. 6(1) GDPR, second subparagraph":   {"Art. 6(1) GDPR, second subparagraph", "art. 6 lid 1 AVG, tweede alinea"},
		"Art. 4(7)-(10) GDPR":                   {"Art. 4(7) to (10) GDPR", "art. 4 onder 7 tot en met 10 AVG"},
		"Art. 30(1)(a)-(g) GDPR":                {"Art. 30(1)(a) to (g) GDPR", "art. 30 lid 1 onder a tot en met g AVG"},
		"Art. 4(1), 4(5) GDPR":                  {"Art. 4(1), 4(5) GDPR", "art. 4 onder 1, 4 onder 5 AVG"},
		"Art. 49(1), (6) GDPR":                  {"Art. 49(1), (6) GDPR", "art. 49 lid 1, lid 6 AVG"},
		"Art. 11.7a Tw":                         {"Art. 11.7a Tw", "art. 11.7a Tw"},
		"Art. 5(3) ePrivacy Directive":          {"Art. 5(3) ePrivacy Directive", "art. 5 lid 3 e-privacyrichtlijn"},
		"Recital 32 GDPR":                       {"Recital 32 GDPR", "overweging 32 AVG"},
		"C-252/21":                              {"CJEU C-252/21", "HvJ EU C-252/21"},
		"Decision (EU) 2021/914":                {"Decision (EU) 2021/914", "Besluit (EU) 2021/914"},
		"the organisation’s own policy, C-1/20": {"the organisation’s own policy, C-1/20", "the organisation’s own policy, C-1/20"},
		"": {"", ""},
	} {
		for i, language := range []value.Language{"en", "nl-BE"} {
			if got := lint.Cite(article, language); got != want[i] {
				t.Errorf("%s in %s: %q, want %q", article, language, got, want[i])
			}
		}
	}
}

// What the rules cite is Dutch in Dutch.
func TestCitationsOfRules(t *testing.T) {
	english := regexp.MustCompile(`GDPR|Art\.|Recital|Directive|Decision|sentence|\(\d|\([a-z]\)|  `)
	for _, r := range lint.Rules() {
		for _, article := range r.Articles {
			if got := lint.Cite(article, "nl"); english.MatchString(got) {
				t.Errorf("%s: %s is %q", r.Code, article, got)
			}
		}
	}
}
