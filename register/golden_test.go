package register

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/diag"
)

var update = flag.Bool("update", false, "write the expected outputs anew")

// describeProblems writes problems as the golden files hold them.
func describeProblems(problems diag.Problems) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s %s %s %q\n", p.Place, p.Severity, p.Code, p.At)
		if p.Pointer != "" {
			fmt.Fprintf(&b, "\tpointer: %s\n", p.Pointer)
		}
		fmt.Fprintf(&b, "\ten: %s\n\tnl: %s\n", p.Message("en"), p.Message("nl"))
		for _, r := range p.Related {
			fmt.Fprintf(&b, "\tsee: %s %q\n", r.Place, r.At)
		}
	}
	return b.String()
}

// TestProblems holds the problems of the files and folders in testdata/err to
// the outputs beside them.
func TestProblems(t *testing.T) {
	const folder = "testdata/err"
	fsys := os.DirFS(folder)
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[diag.Code]bool{}
	for _, entry := range entries {
		name := entry.Name()
		if filepath.Ext(name) == ".out" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			var opts []Option
			if strings.HasPrefix(name, "canonical-") {
				opts = append(opts, Canonical())
			}
			_, _, problems := LoadFS(fsys, name, opts...)
			for _, p := range problems {
				seen[p.Code] = true
				checkWords(t, p)
			}
			compareGolden(t, filepath.Join(folder, strings.TrimSuffix(name, filepath.Ext(name))+".out"), describeProblems(problems))
		})
	}
	for _, code := range diag.Codes() {
		if !seen[code] && !elsewhere[code] {
			t.Errorf("no file in %s has the problem %s", folder, code)
		}
	}
}

// elsewhere are the codes of problems that no small file can have, or that
// come after reading. They have tests of their own.
var elsewhere = map[diag.Code]bool{
	diag.PathNotFound: true, diag.Unreadable: true, diag.TooLarge: true, diag.ScalarTooLong: true, diag.TooManyNodes: true, diag.Schema: true,
	diag.DanglingReference: true, diag.Cycle: true, diag.BaseNotFound: true, diag.BundleParent: true, diag.NoneContradicted: true,
	diag.FromAfterUntil: true, diag.CertaintyField: true, diag.ReservedID: true,
	// Of rules, not of registers: package own tests them.
	diag.RulesVersion: true, diag.InvalidRuleCode: true, diag.TakenRuleCode: true, diag.Expression: true, diag.ExpressionName: true,
	diag.ExpressionTypes: true, diag.ExpressionResult: true, diag.ExpressionSize: true, diag.UnknownBraces: true,
}

// checkWords makes sure that every part of the sentence was filled.
func checkWords(t *testing.T, p diag.Problem) {
	t.Helper()
	for _, language := range []Language{"en", "nl"} {
		message := p.Message(language)
		if language == "nl" && p.Code != diag.Syntax && regexp.MustCompile(` (a|an|the|or|of a) `).MatchString(message) {
			t.Errorf("%s: English in the Dutch sentence: %s", p.Code, message)
		}
		for _, arg := range []string{"{field}", "{object}", "{found}", "{expected}", "{detail}", "{format}", "{limit}", "{tag}", "{key}", "{character}", "{id}", "{kind}", "{fields}"} {
			if strings.Contains(message, arg) {
				t.Errorf("%s: %s is not filled: %s", p.Code, arg, message)
			}
		}
	}
}

func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}
