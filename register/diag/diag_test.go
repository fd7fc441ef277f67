package diag

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/printable"
	"github.com/openropa/ropa/register/value"
)

// TestCatalogueIsWhole: every code that is declared has a sentence in both
// languages with the same braces, and nothing else has.
func TestCatalogueIsWhole(t *testing.T) {
	declared := make(map[Code]bool)
	file, err := parser.ParseFile(token.NewFileSet(), "catalogue.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
			if literal, ok := spec.Values[0].(*ast.BasicLit); ok && literal.Kind == token.STRING {
				code := Code(strings.Trim(literal.Value, `"`))
				if declared[code] {
					t.Errorf("%s is declared twice", code)
				}
				declared[code] = true
			}
		}
		return true
	})
	if len(declared) < 40 {
		t.Fatalf("only %d codes found", len(declared))
	}
	braces := regexp.MustCompile(`\{[a-z]+\}`)
	for code := range declared {
		e, ok := catalogue[code]
		if !ok {
			t.Errorf("%s has no sentence", code)
			continue
		}
		en, nl := braces.FindAllString(e.words["en"], -1), braces.FindAllString(e.words["nl"], -1)
		slices.Sort(en)
		slices.Sort(nl)
		if e.words["en"] == "" || e.words["nl"] == "" || !slices.Equal(en, nl) {
			t.Errorf("%s: sentences differ or are missing: %v %v", code, en, nl)
		}
	}
	for _, code := range Codes() {
		if !declared[code] {
			t.Errorf("%s has a sentence but is not declared", code)
		}
	}
	for name, words := range objects {
		if words["en"] == "" || words["nl"] == "" {
			t.Errorf("object %s lacks a language", name)
		}
	}
	for name, words := range hints {
		if words["en"] == "" || words["nl"] == "" {
			t.Errorf("hint %s lacks a language", name)
		}
	}
}

func TestMessage(t *testing.T) {
	p := New(UnknownField, "activities/a", Place{File: "x.yaml", Line: 3, Column: 5}, "field", "actvites", "object", "Register", "hint", "comma-in-braces")
	p.Suggestions = []string{"activities"}
	for language, want := range map[value.Language]string{
		"en":    `unknown field "actvites" in the register; a comma inside braces ends the text: quote the text; did you mean "activities"?`,
		"nl-BE": `onbekend veld "actvites" in het register; een komma binnen accolades beëindigt de tekst: zet de tekst tussen aanhalingstekens; bedoelde u "activities"?`,
		"fr":    `unknown field "actvites" in the register; a comma inside braces ends the text: quote the text; did you mean "activities"?`,
	} {
		if got := p.Message(language); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", language, got, want)
		}
	}
	evil := New(UnknownField, "a/\x1b[2J\u202e", Place{File: "b\x1b\u200f.yaml", Line: 1}, "field", "x\u009b\u061c\U000e0041\u2028", "object", "Register")
	evil.Suggestions = []string{"\x1b"}
	if got := evil.Error(); strings.IndexFunc(got, printable.Disturbs) >= 0 {
		t.Errorf("Error() = %q", got)
	}
	if evil.Place = (Place{}); strings.IndexFunc(evil.Error(), printable.Disturbs) >= 0 {
		t.Errorf("Error() = %q", evil.Error())
	}
	if got, want := p.Error(), "x.yaml:3:5: "+p.Message("en")+" (unknown-field)"; got != want {
		t.Errorf("Error() = %s", got)
	}
}

func TestMessageKeepsTheTerminalSafe(t *testing.T) {
	p := New(InvalidID, "", Place{}, "found", "\x1b[31m{found}\u202e"+strings.Repeat("x", 500))
	got := p.Message("en")
	if strings.ContainsAny(got, "\x1b\u202e") || len(got) > 400 || !strings.Contains(got, "[31m{found}") {
		t.Errorf("message: %q", got)
	}
}

func TestProblemsErr(t *testing.T) {
	info, fault := New(SkippedFile, "", Place{}), New(EmptyList, "parties", Place{}, "field", "parties")
	for _, c := range []struct {
		problems Problems
		want     string
	}{
		{nil, ""},
		{Problems{info}, ""},
		{Problems{info, fault}, fault.Error()},
		{Problems{fault, info, fault, fault}, fault.Error() + " (and 2 more problems)"},
	} {
		err := c.problems.Err()
		if got := fmt.Sprint(err); err == nil && c.want != "" || err != nil && got != c.want {
			t.Errorf("Err() = %q, want %q", got, c.want)
		}
		var p Problem
		if err != nil && (!errors.As(err, &p) || p.Code != EmptyList) {
			t.Errorf("no problem to be found in %v", err)
		}
	}
}

func TestSort(t *testing.T) {
	at := func(file string, line, column int) Problem {
		return Problem{Place: Place{file, line, column}}
	}
	ps := Problems{at("b", 1, 1), at("a", 10, 1), at("a", 2, 9), at("a", 2, 3)}
	ps.Sort()
	if diff := cmp.Diff(Problems{at("a", 2, 3), at("a", 2, 9), at("a", 10, 1), at("b", 1, 1)}, ps); diff != "" {
		t.Error(diff)
	}
}

func TestPlaceString(t *testing.T) {
	for want, p := range map[string]Place{"": {}, "a": {File: "a"}, "a:3": {File: "a", Line: 3}, "a:3:4": {"a", 3, 4}, "3:4": {Line: 3, Column: 4}} {
		if got := p.String(); got != want {
			t.Errorf("%+v: %q, want %q", p, got, want)
		}
	}
}

func TestSuggest(t *testing.T) {
	fields := []string{"activities", "allActivities", "agreements", "parties", "bank-account", "name", "notices", "note"}
	for name, want := range map[string][]string{
		"activites":    {"activities"},
		"Activities":   {"activities"},
		"bank_account": {"bank-account"},
		"bank-acount":  {"bank-account"},
		"nmae":         {"name"},
		"partys":       {"parties"},
		"zebra":        nil,
		"":             nil,
		"x":            nil,
	} {
		if diff := cmp.Diff(want, Suggest(name, fields)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if got := Suggest(strings.Repeat("a", 1000), fields); got != nil {
		t.Errorf("a very long name: %v", got)
	}
}

func TestSeverity(t *testing.T) {
	if s, ok := SeverityOf(SkippedFile); !ok || s != Info || s.String() != "info" {
		t.Errorf("severity of %s: %v, %t", SkippedFile, s, ok)
	}
	if _, ok := SeverityOf("no-such-code"); ok {
		t.Error("a code that is none has a severity")
	}
}
