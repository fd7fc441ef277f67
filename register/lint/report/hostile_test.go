package report_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/lint/report"
	"github.com/openropa/ropa/register/value"
)

// hostile are texts that mean something in one of the formats.
var hostile = []string{
	"\x1b[31mred\x1b[0m\a\b\x7f\u009b", "two\nlines\r\nand\u2028more\u2029",
	"::error file=x::owned", "\n::set-output name=x::owned", "%0A::error::owned%", "a,b:c=d",
	"<script>alert(1)</script>", "</failure><testcase name=\"x\">", "]]>", "&amp;&#x1b;", "\"quoted\" 'it'",
	"| a | b |\n| --- | --- |", "`code` *bold* _it_ [link](https://example.org) ![](https://example.org/x.png) ~~no~~",
	"@everyone #1 www.example.org https://example.org", "\\| \\` \\", "{name} {0} {{", "[a](1)", "$(id) ${{ secrets.X }}",
	"\u202egnp.exe", "\U000e0041", "\ufeff", "\ufffe\uffff\x00\x01", "bad\xffutf8", strings.Repeat("long ", 300),
}

// attacked is a report in which a text stands wherever a register, a file name
// or a rule of an organisation can put one.
func attacked(text string) report.Content {
	f := diag.Finding{
		Code: "OWN-001", Severity: diag.Error, At: "activities/" + text, Key: text,
		Place:    diag.Place{File: "shop/" + text + ".yaml", Line: 1, Column: 1},
		Articles: []string{text}, Says: same(text + " “{name}”"), Mend: same(text),
		Args:    map[string]value.Text{"name": same(text)},
		Related: []diag.Related{{At: text, Place: diag.Place{File: text, Line: 2}}},
	}
	r := rule("OWN-001", text, diag.Error)
	r.Why, r.Articles = same(text), []string{text}
	return report.Content{
		Report: &lint.Report{
			AsOf: value.MustDate("2026-11-22"), Profile: lint.NL, Rules: []*lint.Rule{r}, Findings: diag.Findings{f, f},
			Waived: []lint.Waived{{Finding: f, By: "waivers/1", Waiver: &register.Waiver{Reason: same(text), By: text}}},
		},
		Language: "en", Of: text, Version: text,
		Line: func(string, int) (string, bool) { return text, true },
	}
}

// plain is the report of the same shape with nothing hostile in it.
func plain() report.Content { return attacked("plain") }

// Whatever stands in a register: no format holds what a terminal obeys, and none
// has more lines than with plain words.
func TestHostileTexts(t *testing.T) {
	for _, f := range report.Formats() {
		want := strings.Count(write(t, f, plain()), "\n")
		for _, text := range hostile {
			got := write(t, f, attacked(text))
			if !utf8.ValidString(got) {
				t.Errorf("%s: no UTF-8 with %q", f, text)
			}
			for _, r := range got {
				if r != '\n' && unicode.Is(unicode.C, r) && r != '\u00ad' {
					t.Errorf("%s: the character %U with %q", f, r, text)
					break
				}
			}
			if n := strings.Count(got, "\n"); n != want {
				t.Errorf("%s: %d lines and not %d with %q:\n%s", f, n, want, text, got)
			}
		}
	}
}

// The JSON stays JSON and keeps what was said, except for what is no text.
func TestHostileJSON(t *testing.T) {
	for _, text := range hostile {
		var read struct {
			Findings []struct{ At, File, Fix string }
		}
		if err := json.Unmarshal([]byte(write(t, report.JSON, attacked(text))), &read); err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		valid := strings.ToValidUTF8(text, "\ufffd")
		if len(read.Findings) != 2 || read.Findings[0].At != "activities/"+valid || read.Findings[0].File != "shop/"+valid+".yaml" {
			t.Errorf("%q: %+v", text, read.Findings)
		}
	}
}

// The XML is well formed and holds one test case with two failures.
func TestHostileJUnit(t *testing.T) {
	for _, text := range hostile {
		decoder := xml.NewDecoder(strings.NewReader(write(t, report.JUnit, attacked(text))))
		elements := map[string]int{}
		for {
			token, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Errorf("%q: %v", text, err)
				break
			}
			if start, ok := token.(xml.StartElement); ok {
				elements[start.Name.Local]++
			}
		}
		if elements["testcase"] != 1 || elements["failure"] != 2 || elements["testsuite"] != 1 || len(elements) != 6 {
			t.Errorf("%q: %v", text, elements)
		}
	}
}

// A line is a command of ours or the sum, which cannot be one; properties hold
// nothing that ends them.
func TestHostileGitHub(t *testing.T) {
	command := regexp.MustCompile(`^::error file=[^,:]*,line=1,col=1,title=OWN-001[^,:]*::[^\n]*$`)
	escape := regexp.MustCompile(`%(25|0A|0D|3A|2C)`)
	for _, text := range hostile {
		lines := strings.Split(strings.TrimSuffix(write(t, report.GitHub, attacked(text)), "\n"), "\n")
		if len(lines) != 3 || lines[2] != "2 errors; 1 accepted" {
			t.Fatalf("%q: %q", text, lines)
		}
		for _, line := range lines[:2] {
			if !command.MatchString(line) || strings.Contains(escape.ReplaceAllString(line, ""), "%") {
				t.Errorf("%q: %s", text, line)
			}
		}
	}
}

// Nothing is markup, a link, HTML or a call, and rows keep their cells.
func TestHostileMarkdown(t *testing.T) {
	escaped := regexp.MustCompile("\\\\[\\\\|`*_\\[\\]<>&~$!:]")
	ours := strings.NewReplacer("&#8203;", "", "**error**", "", "*fix: ", "", "\\\n", "\n", "*\n", "\n", "### ", "", "#### ", "")
	for _, text := range hostile {
		got := write(t, report.Markdown, attacked(text))
		for n, line := range strings.Split(escaped.ReplaceAllString(ours.Replace(got), ""), "\n") {
			if strings.HasPrefix(line, "| ") && strings.Count(line, "|") != 4 {
				t.Errorf("%q: a row with other cells: %s", text, line)
			}
			if !strings.HasPrefix(line, "| ") && strings.ContainsAny(line, "`*_[]<>&~$|") {
				t.Errorf("%q: markup in line %d: %s", text, n+1, line)
			}
		}
		for _, call := range []string{"@everyone", "#1", "www.", "https://"} {
			if strings.Contains(got, call) {
				t.Errorf("%q: %s calls", text, call)
			}
		}
	}
}
