package docs_test

import (
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var (
	assumptionConst = regexp.MustCompile(`(?m)^\s+\w+\s+Assumption = "([a-z-]+)"`)
	assumptionRow   = regexp.MustCompile("(?m)^\\| [a-z-]+ \\| `([a-z-]+)` \\|")
)

// TestReasonsAreExplained holds that the page on questions explains every reason
// for which an answer is assumed, and no other.
func TestReasonsAreExplained(t *testing.T) {
	words := func(of *regexp.Regexp, file string) []string {
		var found []string
		for _, m := range of.FindAllSubmatch(read(t, file), -1) {
			found = append(found, string(m[1]))
		}
		slices.Sort(found)
		return found
	}
	want := words(assumptionConst, "../register/datamap/assumption.go")
	if len(want) < 5 {
		t.Fatalf("only %d reasons were found", len(want))
	}
	if diff := cmp.Diff(want, words(assumptionRow, "questions.md")); diff != "" {
		t.Errorf("reasons (-code +page):\n%s", diff)
	}
}
