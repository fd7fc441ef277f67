package words

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var verbs = regexp.MustCompile(`%[a-z]`)

// No word is missing in a language, no code stands in two catalogues, and both
// languages take the same arguments.
func TestWordsInBothLanguages(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range catalogues {
		for code, pair := range c {
			if seen[code] {
				t.Errorf("%s stands in two catalogues", code)
			}
			seen[code] = true
			if strings.TrimSpace(pair[0]) == "" || strings.TrimSpace(pair[1]) == "" {
				t.Errorf("%s has no words in a language", code)
			}
			if en, nl := verbs.FindAllString(pair[0], -1), verbs.FindAllString(pair[1], -1); !slices.Equal(en, nl) {
				t.Errorf("%s takes %q in English and %q in Dutch", code, en, nl)
			}
		}
	}
}
