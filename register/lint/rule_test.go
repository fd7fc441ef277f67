package lint_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

var (
	codeForm = regexp.MustCompile(`^[A-Z]{3}-\d{3}$`)
	braces   = regexp.MustCompile(`\{[a-z]+\}`)
)

// Each rule says in both languages what it is about, and what it finds.
func TestRulesAreComplete(t *testing.T) {
	var last string
	for _, r := range lint.Rules() {
		if !codeForm.MatchString(string(r.Code)) || string(r.Code) <= last {
			t.Errorf("%s after %s", r.Code, last)
		}
		last = string(r.Code)
		if len(r.Articles) == 0 || r.Source == "" || !slices.Contains(lint.Profiles(), r.Profile) || len(r.Sentences) == 0 {
			t.Errorf("%s: articles %v, source %q, profile %q, %d sentences", r.Code, r.Articles, r.Source, r.Profile, len(r.Sentences))
		}
		if (r.Register == nil && r.Activity == nil && r.Party == nil && r.Waiver == nil) != r.Text {
			t.Errorf("%s looks at nothing, or is about a text and looks at the register", r.Code)
		}
		texts := []value.Text{r.Title, r.Why}
		for _, s := range r.Sentences {
			texts = append(texts, s.Says, s.Mend)
		}
		for _, text := range texts {
			checkText(t, string(r.Code), text)
		}
	}
}

func checkText(t *testing.T, code string, text value.Text) {
	t.Helper()
	en := braces.FindAllString(text["en"], -1)
	slices.Sort(en)
	for _, l := range lint.Languages() {
		s := text[l]
		if s == "" || s != strings.TrimSpace(s) {
			t.Errorf("%s: %q in %s", code, s, l)
		}
		names := braces.FindAllString(s, -1)
		slices.Sort(names)
		if !slices.Equal(slices.Compact(names), slices.Compact(slices.Clone(en))) {
			t.Errorf("%s: %v in en, %v in %s", code, en, names, l)
		}
		for _, word := range []string{"unlawful", "illegal", "compliant", "onrechtmatig", "illegaal", "in strijd met de wet"} {
			if strings.Contains(strings.ToLower(s), word) {
				t.Errorf("%s judges: %q in %s", code, word, s)
			}
		}
	}
}
