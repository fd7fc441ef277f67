package report_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/lint/report"
	"github.com/openropa/ropa/register/value"
)

var update = flag.Bool("update", false, "write the expected reports")

// source is the register that the findings of these tests are about.
var source = strings.Split(`schema: ropa/v1
id: shop
activities:
  - {id: newsletter, name: "邮件 newsletter", subjects: newsletter-subscriber, data: [email, name], systems: mailer}
  - id: orders
parties:
	- id: mailer`, "\n")

func line(file string, n int) (string, bool) {
	if file != "shop/register.yaml" || n > len(source) {
		return "", false
	}
	return source[n-1], true
}

// same is a text that is the same in both languages.
func same(s string) value.Text { return value.Text{"en": s, "nl": s} }

func rule(code diag.Code, title string, severity diag.Severity) *lint.Rule {
	return &lint.Rule{
		Code: code, Title: value.Text{"en": title, "nl": title + " (nl)"}, Why: same("Why " + title + "."), Articles: []string{"Art. 30(1) GDPR"},
		Source: lint.Law, Severity: severity, Profile: lint.Art30,
	}
}

func finding(code diag.Code, severity diag.Severity, at string, line, column int) diag.Finding {
	f := diag.Finding{
		Code: code, Severity: severity, At: at, Articles: []string{"Art. 30(1)(b) GDPR", "Art. 5(2) GDPR"},
		Says: value.Text{"en": "the register does not show what “{name}” is for", "nl": "het register laat niet zien waar “{name}” voor is"},
		Mend: value.Text{"en": "add purposes", "nl": "voeg purposes toe"},
		Args: map[string]value.Text{"name": same("Newsletter")},
	}
	if line > 0 {
		f.Place = diag.Place{File: "shop/register.yaml", Line: line, Column: column}
	}
	return f
}

// shop is a report with a finding of each severity and one that is accepted.
func shop() report.Content {
	related := finding("XAA-002", diag.Warning, "parties/mailer", 7, 4)
	related.Related = []diag.Related{{At: "activities/orders", Place: diag.Place{File: "shop/register.yaml", Line: 5, Column: 5}}, {At: "agreements/none"}}
	return report.Content{
		Report: &lint.Report{
			AsOf: value.MustDate("2026-11-22"), Profile: lint.Accountability,
			Rules: []*lint.Rule{rule("XAA-001", "No purpose", diag.Error), rule("XAA-002", "No contract", diag.Warning), rule("XAA-003", "Old", diag.Info), rule("XAA-004", "Met", diag.Error)},
			Findings: diag.Findings{
				finding("XAA-003", diag.Info, "", 0, 0),
				finding("XAA-001", diag.Error, "activities/newsletter/data/name", 4, 84),
				finding("XAA-001", diag.Error, "activities/orders", 5, 5),
				related,
			},
			Waived: []lint.Waived{{Finding: finding("XAA-001", diag.Error, "activities/old", 0, 0), By: "waivers/1", Waiver: &register.Waiver{
				Rule: "XAA-001", At: "activities/old", Reason: same("ends this year"), By: "the board", Until: value.MustDate("2026-12-31"),
			}}},
		},
		Language: "en", Of: "shop", Known: 7, Line: line, FailOn: diag.Warning, Version: "1.2.3",
	}
}

func write(t *testing.T, f report.Format, c report.Content) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Write(&b, f, c); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
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

// Each format, in both languages, as it is expected; twice the same bytes.
func TestFormats(t *testing.T) {
	for _, f := range report.Formats() {
		for _, language := range lint.Languages() {
			c := shop()
			c.Language = language
			got := write(t, f, c)
			golden(t, string(f)+"."+string(language)+".out", got)
			if again := write(t, f, c); again != got {
				t.Errorf("%s: another time, another report", f)
			}
		}
	}
}

// A report without findings is one, too.
func TestNothingFound(t *testing.T) {
	c := report.Content{Report: &lint.Report{AsOf: value.MustDate("2026-11-22"), Profile: lint.NL}, Language: "de"}
	for _, f := range report.Formats() {
		golden(t, "nothing."+string(f)+".out", write(t, f, c))
	}
}

func TestUnknownFormat(t *testing.T) {
	var unknown *report.UnknownFormatError
	if err := report.Write(&bytes.Buffer{}, "html", shop()); !errors.As(err, &unknown) || unknown.Format != "html" {
		t.Errorf("got %v", err)
	}
}

type full struct{}

var errFull = errors.New("no space left")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrors(t *testing.T) {
	for _, f := range report.Formats() {
		if err := report.Write(full{}, f, shop()); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", f, err)
		}
	}
}

// A rule that no list knows, as of an older version, is written all the same.
func TestUnknownRule(t *testing.T) {
	c := shop()
	c.Rules = nil
	for _, f := range report.Formats() {
		if s := write(t, f, c); !strings.Contains(s, "XAA-001") && f != report.Markdown {
			t.Errorf("%s: no code in\n%s", f, s)
		}
	}
}

// Bold letters are for terminals, a caret stands under its character, and a
// long line is cut around it.
func TestText(t *testing.T) {
	c := shop()
	c.Bold, c.Width = true, 60
	got := write(t, report.Text, c)
	golden(t, "text.narrow.out", got)
	lines := strings.Split(got, "\n")
	at := slices.IndexFunc(lines, func(s string) bool { return strings.HasPrefix(s, "    4 | …") })
	if at < 0 || strings.IndexByte(lines[at+1], '^') != len("    4 | …etter-subscriber, data: ")-len("…")+1 {
		t.Errorf("no long line with a caret in\n%s", got)
	}
	c.Width = 130
	c.Findings = diag.Findings{finding("XAA-001", diag.Error, "activities/newsletter/name", 4, 28)}
	lines = strings.Split(write(t, report.Text, c), "\n")
	if !strings.HasPrefix(lines[1], `    4 |   - {id: newsletter, name: "邮件 new`) || lines[2] != "      | "+strings.Repeat(" ", len(`  - {id: newsletter, name: `))+"^" {
		t.Errorf("the caret is elsewhere:\n%s\n%s", lines[1], lines[2])
	}
	c.Findings[0].Place.Column = 32
	if lines = strings.Split(write(t, report.Text, c), "\n"); lines[2] != "      | "+strings.Repeat(" ", len(`  - {id: newsletter, name: "xxxx `))+"^" {
		t.Errorf("the caret is elsewhere behind wide characters:\n%s\n%s", lines[1], lines[2])
	}
}
