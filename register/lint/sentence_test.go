package lint_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/openropa/ropa/register/lint"
)

// A finding stands behind its place and before its code, so that what it says is no
// sentence of its own: no capital, no full stop.
func TestSentencesAreTails(t *testing.T) {
	for _, r := range lint.Rules() {
		for variant, s := range r.Sentences {
			for _, l := range lint.Languages() {
				for _, words := range []string{s.Says[l], s.Mend[l]} {
					if first, _ := utf8.DecodeRuneInString(words); unicode.IsUpper(first) || strings.HasSuffix(words, ".") {
						t.Errorf("%s %q: %s", r.Code, variant, words)
					}
				}
			}
		}
	}
}
