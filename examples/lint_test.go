package examples_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
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

var update = flag.Bool("update", false, "write the golden files")

// today is the day as of which the examples are looked at.
var today = value.MustDate("2026-11-22")

// lintExample applies the rules of a profile, and holds the published policy
// against the register where there is one.
func lintExample(t *testing.T, name string, profile lint.Profile, asOf value.Date) *lint.Report {
	t.Helper()
	view := load(t, name)
	m := datamap.Build(view)
	options := lint.Options{AsOf: asOf, Profile: profile}
	const policy = "privacy-policy.nl.txt"
	if text, err := os.ReadFile(filepath.Join(name, policy)); err == nil {
		if options.Found, err = notice.Check(view, m, asOf, policy, text); err != nil {
			t.Fatal(err)
		}
	}
	report, err := lint.Run(t.Context(), view, m, options)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// told lists findings as a golden file has them. They go by address and not by
// line, which other tests look at.
func told(findings diag.Findings, language value.Language) string {
	var b strings.Builder
	for i := range findings {
		f := &findings[i]
		fmt.Fprintf(&b, "%s %s %s\n\t%s\n\t%s\n", f.Severity, f.Code, f.At, f.Message(language), f.Fix(language))
	}
	return b.String()
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run the test with -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// The rules can be met: the bakery meets all of them, and so does what it
// publishes.
func TestBakeryHasNoFindings(t *testing.T) {
	for _, profile := range lint.Profiles() {
		report := lintExample(t, "bakery", profile, today)
		if got := told(report.Findings, "en"); got != "" {
			t.Errorf("profile %s finds:\n%s", profile, got)
		}
		if len(report.Waived) > 0 {
			t.Errorf("profile %s: it needs waivers", profile)
		}
	}
}

// A register has to be kept up: whoever does nothing for a year is told what is
// due again, and nothing else.
func TestBakeryMustBeKeptUp(t *testing.T) {
	want := []string{"GOV-003 activities/", "TRF-003 parties/postduif/"}
	var got []string
	for _, f := range lintExample(t, "bakery", lint.NL, value.MustDate("2027-11-22")).Findings {
		if !slices.ContainsFunc(want, func(w string) bool { return strings.HasPrefix(string(f.Code)+" "+f.At, w) }) {
			t.Errorf("unexpected: %s %s: %s", f.Code, f.At, f.Message("en"))
		}
		got = append(got, string(f.Code))
	}
	slices.Sort(got)
	if diff := cmp.Diff([]string{"GOV-003", "TRF-003"}, slices.Compact(got)); diff != "" {
		t.Errorf("codes (-want +got):\n%s", diff)
	}
}

var inDutch, inEnglish = regexp.MustCompile(`[ {]nl:`), regexp.MustCompile(`[ {]en:`)

// Every text of the bakery that has languages has both.
func TestBakerySpeaksDutchAndEnglish(t *testing.T) {
	files, err := filepath.Glob("bakery/*.yaml")
	if err != nil || len(files) < 5 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		nl, en := len(inDutch.FindAll(text, -1)), len(inEnglish.FindAll(text, -1))
		if nl != en {
			t.Errorf("%s: %d texts in Dutch, %d in English", file, nl, en)
		}
	}
	for _, a := range load(t, "bakery").Register().Activities {
		if a.Name["nl"] == "" || a.Name["en"] == "" {
			t.Errorf("%s: no name in Dutch and English", a.ID)
		}
	}
}

// It works for itself and for another, and what is hard is done right in it.
func TestBakeryShowsBothSides(t *testing.T) {
	view := load(t, "bakery")
	roles := make(map[register.ActivityRole]int)
	for _, a := range view.Activities() {
		roles[a.Role]++
	}
	if roles[register.ActivityRoleProcessor] == 0 || len(roles) < 2 {
		t.Errorf("roles: %v", roles)
	}
	tools := make(map[register.TransferTool]bool)
	for _, p := range view.Register().Parties {
		for _, x := range p.Transfers {
			tools[x.Tool] = true
		}
	}
	if !tools[register.TransferToolAdequacy] || !tools[register.TransferToolScc] {
		t.Errorf("transfer tools: %v", tools)
	}
}

// Whoever waives has something to waive.
func TestHarbourClinicWaivesWhatIsFound(t *testing.T) {
	report := lintExample(t, "harbour-clinic", lint.NL, today)
	if n := len(load(t, "harbour-clinic").Register().Waivers); n == 0 || len(report.Waived) != n {
		t.Errorf("%d waivers accept %d findings", n, len(report.Waived))
	}
	var lines strings.Builder
	for i := range report.Findings {
		f := &report.Findings[i]
		if strings.HasPrefix(string(f.Code), "WVR") {
			t.Errorf("%s %s: %s", f.Code, f.At, f.Message("en"))
		}
		fmt.Fprintln(&lines, f.Severity, f.Code, f.At)
	}
	golden(t, "harbour-clinic/testdata/findings.txt", lines.String())
}
