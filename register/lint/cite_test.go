package lint_test

import (
	"regexp"
	"testing"

	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/lint"
)

// What the rules cite is Dutch in Dutch.
func TestCitationsOfRules(t *testing.T) {
	english := regexp.MustCompile(`GDPR|Art\.|Recital|Directive|Decision|sentence|\(\d|\([a-z]\)|  `)
	for _, r := range lint.Rules() {
		for _, article := range r.Articles {
			if got := law.Cite(article, "nl"); english.MatchString(got) {
				t.Errorf("%s: %s is %q", r.Code, article, got)
			}
		}
	}
}
