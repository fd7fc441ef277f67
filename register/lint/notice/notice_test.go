package notice_test

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
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
	"github.com/openropa/ropa/register/lint/notice"
	"github.com/openropa/ropa/register/value"
)

var update = flag.Bool("update", false, "write the expected findings")

var today = value.MustDate("2026-11-22")

// check holds a text against a register given as text.
func check(t *testing.T, asOf value.Date, text, name, policy string) diag.Findings {
	t.Helper()
	r, src, problems := register.Parse("register.yaml", []byte(text))
	if err := problems.Err(); err != nil {
		t.Fatalf("not a register: %v\n%s", err, text)
	}
	view, problems := register.Resolve(r, src, nil)
	if err := problems.Err(); err != nil {
		t.Fatalf("does not resolve: %v\n%s", err, text)
	}
	found, err := notice.Check(view, datamap.Build(view), asOf, name, []byte(policy))
	if err != nil {
		t.Fatalf("%v\n%s", err, policy)
	}
	return found
}

func checkExample(t *testing.T, x lint.Example, text string) diag.Findings {
	t.Helper()
	parts := notice.Parts(text)
	if len(parts) != 2 {
		t.Fatalf("%s: %d parts", x.Name, len(parts))
	}
	return check(t, x.AsOf, parts[0].Text, parts[1].Name, parts[1].Text)
}

// told is how findings stand in the files of what is expected.
func told(found diag.Findings) string {
	var b strings.Builder
	for i := range found {
		f := &found[i]
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

// Each rule about a text finds fault with its failing examples and with none of
// those that pass, and what mends an example mends nothing else.
func TestExamples(t *testing.T) {
	for _, rule := range lint.Rules() {
		if !rule.Text {
			continue
		}
		t.Run(string(rule.Code), func(t *testing.T) {
			said := make(map[string]bool)
			for _, x := range notice.Examples(rule.Code) {
				failing, passing := checkExample(t, x, x.Failing), checkExample(t, x, x.Passing)
				found, others := apart(rule.Code, failing)
				left, rest := apart(rule.Code, passing)
				if len(found) == 0 {
					t.Errorf("%s: nothing is found in\n%s", x.Name, x.Failing)
				}
				if len(left) > 0 {
					t.Errorf("%s: still found when mended:\n%s", x.Name, told(left))
				}
				if diff := cmp.Diff(keys(others), keys(rest)); diff != "" {
					t.Errorf("%s: other rules find other things too (-failing +mended):\n%s", x.Name, diff)
				}
				for i := range found {
					said[found[i].Says["en"]] = true
				}
				golden(t, x.Name, told(found))
			}
			for variant, s := range rule.Sentences {
				if !said[s.Says["en"]] {
					t.Errorf("no example says %q: %s", variant, s.Says["en"])
				}
			}
		})
	}
}

func apart(code diag.Code, all diag.Findings) (of, others diag.Findings) {
	for _, f := range all {
		if f.Code == code {
			of = append(of, f)
		} else {
			others = append(others, f)
		}
	}
	return of, others
}

func keys(all diag.Findings) []string {
	var keys []string
	for i := range all {
		keys = append(keys, fmt.Sprint(all[i].Code, " ", all[i].At, " ", all[i].Key))
	}
	slices.Sort(keys)
	return keys
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	name = filepath.Join("testdata", name+".out")
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
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

// The policy of the web shop says what a lawyer would question: two mailing
// services in a heading only, and one recipient under two names.
func TestWebgems(t *testing.T) {
	examples := os.DirFS("../../../examples")
	r, src, problems := register.LoadFS(examples, "webgems")
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	view, problems := register.Resolve(r, src, nil)
	if err := problems.Err(); err != nil {
		t.Fatal(err)
	}
	text, err := fs.ReadFile(examples, "webgems/privacy-policy.nl.txt")
	if err != nil {
		t.Fatal(err)
	}
	m := datamap.Build(view)
	found, err := notice.Check(view, m, today, "privacy-policy.nl.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "webgems", told(found))
	if again, _ := notice.Check(view, m, today, "privacy-policy.nl.txt", text); told(again) != told(found) {
		t.Error("a second time it finds something else")
	}
}

// What cannot be read is an error, not an empty list of findings.
func TestCheckRefuses(t *testing.T) {
	r, src, _ := register.Parse("register.yaml", []byte("schema: ropa/v1\nid: example\n"))
	view, _ := register.Resolve(r, src, nil)
	m := datamap.Build(view)
	for _, x := range []struct {
		about, text string
		asOf        value.Date
		want        error
	}{
		{"no day", "We keep your data.", 0, lint.ErrNoDate},
		{"a PDF", "%PDF-1.7 and so on", today, notice.ErrNotText},
		{"zeros", "We keep \x00 your data.", today, notice.ErrNotText},
		{"German", "Wir verarbeiten Ihre Daten nur, soweit es erforderlich ist.", today, notice.ErrLanguage},
		{"nothing", "", today, notice.ErrLanguage},
		{"too long", strings.Repeat("We keep your data. ", 100_000), today, notice.ErrTooLong},
	} {
		if _, err := notice.Check(view, m, x.asOf, "policy", []byte(x.text)); !errors.Is(err, x.want) {
			t.Errorf("%s: %v, not %v", x.about, err, x.want)
		}
	}
}
