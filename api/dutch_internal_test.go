package api

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// sentences are the texts in a file that callers are told.
func sentences(t *testing.T, name string) (all []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	whole := regexp.MustCompile(`^[A-Z][^ ]* .*\.$`)
	ast.Inspect(file, func(n ast.Node) bool {
		if field, ok := n.(*ast.KeyValueExpr); ok {
			if key, ok := field.Key.(*ast.Ident); ok && key.Name == "Help" { // of figures
				return false
			}
		}
		literal, ok := n.(*ast.BasicLit)
		if !ok || literal.Kind != token.STRING {
			return true
		}
		text, err := strconv.Unquote(literal.Value)
		switch {
		case err != nil:
			t.Fatal(err)
		case whole.MatchString(text):
			all = append(all, text)
		case strings.HasPrefix(text, " ") && strings.HasSuffix(text, "."): // of a register
			all = append(all, "Another register"+text, "The register %s"+text)
		case filepath.Base(name) == "rule.go" && strings.Contains(text, " ") && text != ", ":
			if strings.HasSuffix(text, " ") {
				text += "%s"
			}
			all = append(all, text)
		}
		return true
	})
	return all
}

// Whatever callers are told is there in Dutch, and nothing that nobody says.
func TestDutch(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]bool{"Expected %s.": true}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || strings.Contains(name, ".gen.") || name == "dutch.go" {
			continue
		}
		for _, sentence := range sentences(t, name) {
			said[sentence] = true
			if dutch[sentence] == "" {
				t.Errorf("%s says this in English alone: %q", name, sentence)
			}
		}
	}
	verbs := regexp.MustCompile(`%.`)
	for english, dutch := range dutch {
		if !said[english] {
			t.Errorf("nobody says %q", english)
		}
		if a, b := verbs.FindAllString(english, -1), verbs.FindAllString(dutch, -1); fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("%q has %v, %q has %v", english, a, dutch, b)
		}
	}
}

// Parts that differ stand in the Dutch sentence too, in Dutch where they are words.
func TestTold(t *testing.T) {
	for english, want := range map[string]string{
		"It is required.":                                       "Het is verplicht.",
		"Expected a whole number from 1 to 1000.":               "Verwacht: een geheel getal van 1 tot en met 1000.",
		"Expected one of planned, active.":                      "Verwacht: een van planned, active.",
		"It takes the role admin in all registers.":             "Hiervoor is de rol admin in alle registers nodig.",
		"It takes the role admin in all registers to make one.": "Om een register te maken is de rol admin in alle registers nodig.",
		"The register 100%s refers to it.":                      "Het register 100%s verwijst ernaar.",
		"bij \"field\" hoort een tekst; gevonden: een getal":    "bij \"field\" hoort een tekst; gevonden: een getal",
	} {
		if got := told(english, "nl"); got != want {
			t.Errorf("%q: %q, want %q", english, got, want)
		}
		if got := told(english, "de"); got != english {
			t.Errorf("%q in English: %q", english, got)
		}
	}
}
