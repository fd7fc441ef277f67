package cli

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

var verbs = regexp.MustCompile(`%[a-z]`)

// TestWordsInBothLanguages: no word is missing in either language, no code
// stands in two catalogues, and both languages take the same arguments.
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
			en, nl := verbs.FindAllString(pair[0], -1), verbs.FindAllString(pair[1], -1)
			if code != "starter" && !slices.Equal(en, nl) {
				t.Errorf("%s takes %q in English and %q in Dutch", code, en, nl)
			}
		}
	}
}

// TestWordsThatAreSaid: every code that is said has words, and every word is
// said somewhere.
func TestWordsThatAreSaid(t *testing.T) {
	said := map[string]bool{}
	var prefixes []string
	for _, literal := range literals(t) {
		said[literal] = true
		if strings.HasSuffix(literal, ".") {
			prefixes = append(prefixes, literal)
		}
	}
	a := &app{language: "en"}
	for code := range said {
		if isCode(code) && !strings.HasSuffix(code, ".") {
			if _, ok := a.find(code); !ok {
				t.Errorf("%q is said, but there are no words for it", code)
			}
		}
	}
	for _, c := range catalogues {
		for code := range c {
			made := slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(code, p) })
			if !said[code] && !made {
				t.Errorf("%q has words, but nothing says them", code)
			}
		}
	}
}

// isCode reports whether a literal looks like a code of the catalogues.
func isCode(s string) bool {
	first, rest, ok := strings.Cut(s, ".")
	groups := []string{"use", "flag", "help", "placeholder", "column", "answer", "why", "why-long", "rule", "show", "kind", "kinds", "init", "fmt", "validate", "vocabulary", "version", "count", "missing", "problem", "severity", "field", "value", "tristate", "area", "law", "lint"}
	return ok && rest != "" && slices.Contains(groups, first) && !strings.ContainsAny(rest, " /%,")
}

// literals returns the strings of the code outside the catalogues.
func literals(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, name := range files {
		if strings.HasPrefix(name, "words_") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if literal, ok := n.(*ast.BasicLit); ok && literal.Kind == token.STRING {
				if s, err := strconv.Unquote(literal.Value); err == nil {
					all = append(all, s)
				}
			}
			return true
		})
	}
	return all
}

// TestWordsForTheFormat: what the format and the data map can say has words.
func TestWordsForTheFormat(t *testing.T) {
	var codes []string
	for _, q := range datamap.Questions() {
		codes = append(codes, "answer.none."+string(q))
	}
	for _, k := range register.Kinds() {
		codes = append(codes, "kind."+string(k), "kinds."+string(k))
	}
	for _, w := range []datamap.Assumption{
		datamap.DataLeftOut, datamap.SubjectsLeftOut, datamap.PurposesLeftOut, datamap.ServiceLeftOut,
		datamap.BroaderCategory, datamap.BroaderSubject, datamap.BroaderPurpose, datamap.Inferred,
		datamap.Assumed, datamap.RetentionLeftOut, datamap.SystemsLeftOut,
	} {
		codes = append(codes, "why."+string(w), "why-long."+string(w))
	}
	schema := schemaOf(t)
	for _, object := range schema.Defs {
		for name := range object.Properties {
			codes = append(codes, "field."+name)
		}
	}
	for _, name := range []string{
		"Role", "Basis", "ConsentMechanism", "TransferTool", "PartyKind", "Certainty", "Status", "DataMark", "SubjectMark",
		"Article9", "Channel", "Device", "DataForm", "DecisionException", "DPIACriterion", "DPIAStatus", "RiskLevel", "ApprovalState", "AssessmentOutcome",
		"Whichever", "AgreementKind", "DocumentKind", "NoticeKind", "CoreActivity", "RightKind",
	} {
		for _, word := range schema.Defs[name].Enum {
			codes = append(codes, "value."+word)
		}
	}
	for _, word := range schema.Defs["RetentionAction"].Enum {
		codes = append(codes, "rule.action."+word)
	}
	for _, missing := range []string{"role", "country", "data"} {
		codes = append(codes, "missing."+missing)
	}
	a := &app{language: "nl"}
	for _, code := range codes {
		if _, ok := a.find(code); !ok {
			t.Errorf("no words for %q", code)
		}
	}
}

type schemaDocument struct {
	Defs map[string]struct {
		Properties map[string]json.RawMessage `json:"properties"`
		Enum       []string                   `json:"enum"`
	} `json:"$defs"`
}

func schemaOf(t *testing.T) schemaDocument {
	t.Helper()
	var s schemaDocument
	if err := json.Unmarshal(register.Schema(), &s); err != nil {
		t.Fatal(err)
	}
	if len(s.Defs["Role"].Enum) != 4 || len(s.Defs["Activity"].Properties) < 30 {
		t.Fatal("the schema was not read as expected")
	}
	return s
}
