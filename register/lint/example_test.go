package lint_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

var update = flag.Bool("update", false, "write the expected findings")

// look returns what all rules find in a register.
func look(t *testing.T, name, text string, asOf value.Date, o lint.Options) *lint.Report {
	t.Helper()
	r, src, problems := register.Parse(name+".yaml", []byte(text))
	if err := problems.Err(); err != nil {
		t.Fatalf("not a register: %v\n%s", err, text)
	}
	view, problems := register.Resolve(r, src, nil)
	if err := problems.Err(); err != nil {
		t.Fatalf("does not resolve: %v\n%s", err, text)
	}
	o.AsOf = asOf
	if o.Profile == "" {
		o.Profile = lint.NL
	}
	report, err := lint.Run(t.Context(), view, datamap.Build(view), o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// told is how findings stand in the files of what is expected.
func told(findings diag.Findings) string {
	var b strings.Builder
	for i := range findings {
		f := &findings[i]
		fmt.Fprintf(&b, "%s: %s %s %s\n", f.Place, f.Severity, f.Code, f.At)
		for _, l := range lint.Languages() {
			fmt.Fprintf(&b, "\t%s: %s\n\t\t%s\n", l, f.Message(l), f.Fix(l))
		}
		for _, r := range f.Related {
			fmt.Fprintf(&b, "\tsee %s %s\n", r.At, r.Place)
		}
	}
	return b.String()
}

func of(code diag.Code, findings diag.Findings) diag.Findings {
	return slices.DeleteFunc(slices.Clone(findings), func(f diag.Finding) bool { return f.Code != code })
}

// Each rule finds fault with its failing examples, as expected, and with none of
// those that pass; what mends an example mends nothing else and, taken away,
// brings back just the findings of the rule.
func TestExamples(t *testing.T) {
	said := make(map[string]bool)
	for _, rule := range lint.Rules() {
		if rule.Text {
			continue // package notice has its examples
		}
		t.Run(string(rule.Code), func(t *testing.T) {
			all := lint.Examples(rule.Code)
			if len(all) == 0 {
				t.Fatal("no example")
			}
			for _, x := range all {
				failing := look(t, x.Name, x.Failing, x.AsOf, lint.Options{}).Findings
				passing := look(t, x.Name, x.Passing, x.AsOf, lint.Options{}).Findings
				found := of(rule.Code, failing)
				if len(found) == 0 {
					t.Errorf("%s: nothing is found in\n%s", x.Name, x.Failing)
				}
				if left := of(rule.Code, passing); len(left) > 0 {
					t.Errorf("%s: still found when mended:\n%s", x.Name, told(left))
				}
				compareOthers(t, x.Name, rule.Code, failing, passing)
				for i := range found {
					said[string(rule.Code)+found[i].Says["en"]] = true
				}
				golden(t, filepath.Join("testdata", "findings", x.Name+".out"), told(found))
			}
			for variant, s := range rule.Sentences {
				if !said[string(rule.Code)+s.Says["en"]] {
					t.Errorf("no example says %q: %s", variant, s.Says["en"])
				}
			}
		})
	}
}

// compareOthers holds that an example differs from its mended form in the
// findings of one rule and in nothing else.
func compareOthers(t *testing.T, name string, code diag.Code, failing, passing diag.Findings) {
	t.Helper()
	others := func(all diag.Findings) []string {
		var keys []string
		for i := range all {
			if all[i].Code != code {
				keys = append(keys, fmt.Sprint(all[i].Code, " ", all[i].At, " ", all[i].Key))
			}
		}
		slices.Sort(keys)
		return keys
	}
	if diff := cmp.Diff(others(failing), others(passing)); diff != "" {
		t.Errorf("%s: other rules find other things too (-failing +mended):\n%s", name, diff)
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v; run the test with -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// No expectation is left over from an example that is gone.
func TestNoExpectationIsLeft(t *testing.T) {
	entries, err := os.ReadDir(filepath.Join("testdata", "findings"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".out")
		code, _, _ := strings.Cut(name, ".")
		if !slices.ContainsFunc(lint.Examples(diag.Code(code)), func(x lint.Example) bool { return x.Name == name }) {
			t.Errorf("%s belongs to no example", e.Name())
		}
	}
}
