package lint_test

import (
	"regexp"
	"testing"

	"github.com/openropa/ropa/register/lint"
)

func TestCite(t *testing.T) {
	for article, want := range map[string]string{
		"Art. 30(1)(b) GDPR": "art. 30 lid 1 onder b AVG", "Art. 22-30 UAVG": "art. 22-30 UAVG", "Art. 6(1) GDPR, second subparagraph": "art. 6 lid 1 AVG, tweede alinea",
		"Art. 4(7)-(10) GDPR": "art. 4 punt 7-10 AVG", "Art. 4(1), 4(5) GDPR": "art. 4 punt 1, 4 punt 5 AVG", "Art. 49(1), (6) GDPR": "art. 49 lid 1, lid 6 AVG",
		"Art. 11.7a Tw": "art. 11.7a Tw", "Art. 5(3) ePrivacy Directive": "art. 5 lid 3 e-privacyrichtlijn", "Recital 32 GDPR": "overweging 32 AVG",
		"C-252/21": "C-252/21", "Decision (EU) 2021/914": "Besluit (EU) 2021/914", "": "",
	} {
		if got := lint.Cite(article, "nl-BE"); got != want {
			t.Errorf("%s: %q, want %q", article, got, want)
		}
		if got := lint.Cite(article, "en"); got != article {
			t.Errorf("%s: %q in English", article, got)
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
