package document

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// verbs are the arguments of a label, with the place of each where it is told.
var verbs = regexp.MustCompile(`%(?:\[\d+\])?[a-z]`)

// breakable is what French writes with a space that no line breaks at.
var breakable = regexp.MustCompile(` [:;?!»]|« `)

// sameAsEnglish are the words that a language shares with English.
var sameAsEnglish = map[value.Language]string{
	"de": "Organisation Status System Version",
	"fr": `Annexes Articles clauses Condition Contact Date Document Documentation Documents Identification internet module
		Parties Question Service Source Version`,
}

// arguments are the verbs of a label in the order of its arguments.
func arguments(s string) []string {
	all := verbs.FindAllString(s, -1)
	if strings.Contains(s, "%[") {
		slices.Sort(all) // %[1]s before %[2]s
	}
	for i, v := range all {
		all[i] = v[len(v)-1:]
	}
	return all
}

// Each code that a builder says has its words, in one place only and in all
// languages, with the same arguments.
func TestLabels(t *testing.T) {
	seen := make(map[string]bool)
	for _, labels := range allLabels {
		for code, pair := range labels {
			if seen[code] {
				t.Errorf("%s stands twice", code)
			}
			seen[code] = true
			for i, language := range words.Languages() {
				if pair[i] == "" {
					t.Errorf("%s lacks words in %s", code, language)
				}
				if want, got := arguments(pair[0]), arguments(pair[i]); !slices.Equal(want, got) {
					t.Errorf("%s takes %q in English and %q in %s", code, want, got, language)
				}
				if language == "fr" && breakable.MatchString(pair[i]) {
					t.Errorf("%s: in French no space that may break stands before a colon: %s", code, pair[i])
				}
				if i > 1 && pair[i] == pair[0] && !slices.Contains(strings.Fields(sameAsEnglish[language]), pair[i]) {
					t.Errorf("%s is the same in %s as in English: %s", code, language, pair[i])
				}
			}
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if code := said(n); code != "" && !seen[code] {
				t.Errorf("%s: no words for %s", name, code)
			}
			return true
		})
	}
}

// said is the code in a call that says a label, "" for any other node.
func said(n ast.Node) string {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return ""
	}
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	arg := call.Args[0]
	switch {
	case method.Sel.Name == "all" && len(call.Args) == 3, method.Sel.Name == "measuresFrom":
		arg = call.Args[2]
	case !slices.Contains([]string{"label", "say", "sayf", "column"}, method.Sel.Name):
		return ""
	}
	literal, ok := arg.(*ast.BasicLit)
	if !ok {
		return ""
	}
	code, err := strconv.Unquote(literal.Value)
	if err != nil {
		return ""
	}
	if method.Sel.Name == "column" {
		code = "column." + code
	}
	return code
}

// A text begins with a capital, but a name that begins small stays as it is.
func TestCapital(t *testing.T) {
	for text, want := range map[string]string{
		"e-mailverkeer": "E-mailverkeer", "art. 52 AWR": "Art. 52 AWR", "élèves": "Élèves", "iDEAL-gegevens": "iDEAL-gegevens",
		"eHerkenning, eIDAS": "eHerkenning, eIDAS", "BSN": "BSN", "7 jaar": "7 jaar", "": "",
	} {
		if got := capital(text); got != want {
			t.Errorf("capital(%q) = %q, want %q", text, got, want)
		}
	}
}
