package examples_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/lint/own"
	"github.com/openropa/ropa/register/value"
)

// Each file of rules finds fault with the register beside it, and with nothing
// once the lines that end in "# mends" are there.
func TestRulesFindFaultAndAreContent(t *testing.T) {
	want := map[string][]string{
		"owners.yaml": {
			`WEBGEMS-002 warning activities/sick-leave`,
			`the register does not show who answers for “Sick leave”, in which data concerning health are processed`,
			`fill in the name or the department under owner`,
		},
		"transfers.yaml": {
			`WEBGEMS-001 error parties/sender`,
			`the register does not show a transfer assessment for “Sender Cloud”, which processes data in US`,
			`name the document of the assessment under tia, in the entry under transfers`,
		},
	}
	for name, lines := range want {
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(filepath.Join("rules", "testdata", name))
			if err != nil {
				t.Fatal(err)
			}
			failing, passing := versions(string(text))
			if diff := cmp.Diff(lines, found(t, name, failing)); diff != "" {
				t.Errorf("in the failing register (-want +got):\n%s", diff)
			}
			if got := found(t, name, passing); len(got) > 0 {
				t.Errorf("in the mended register: %q", got)
			}
		})
	}
}

// versions returns a register without and with the lines that mend it.
func versions(text string) (failing, passing string) {
	for line := range strings.Lines(text) {
		good, mends := strings.CutSuffix(line, " # mends\n")
		if mends {
			passing += good + "\n"
			continue
		}
		failing, passing = failing+line, passing+line
	}
	return failing, passing
}

// found returns what the rules of a file find in a register.
func found(t *testing.T, rules, text string) []string {
	t.Helper()
	r, src, problems := register.Parse("register.yaml", []byte(text))
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	view, problems := register.Resolve(r, src, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	return apply(t, rules, view)
}

func apply(t *testing.T, rules string, view *register.View) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("rules", rules))
	if err != nil {
		t.Fatal(err)
	}
	more, problems := own.Load(rules, data)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	options := lint.Options{AsOf: value.MustDate("2026-11-22"), More: more}
	for _, r := range more {
		options.Rules = append(options.Rules, r.Code)
	}
	report, err := lint.Run(t.Context(), view, datamap.Build(view), options)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for i := range report.Findings {
		f := &report.Findings[i]
		lines = append(lines, fmt.Sprintf("%s %s %s", f.Code, f.Severity, f.At), f.Message("en"), f.Fix("en"))
	}
	return lines
}

// The rules can be applied to both example registers.
func TestRulesFitTheExamples(t *testing.T) {
	for _, name := range []string{"webgems", "harbour-clinic"} {
		view := load(t, name)
		for _, rules := range []string{"owners.yaml", "transfers.yaml"} {
			for _, line := range apply(t, rules, view) {
				if strings.Contains(line, "cannot be worked out") || strings.Contains(line, "too much work") {
					t.Errorf("%s: %s", name, line)
				}
				t.Log(name, line)
			}
		}
	}
}
