package report

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/printable"
)

// One test suite, a test case a rule, a failure a finding. Findings that weigh
// less than what fails stand in the output of the case.

type junitSuites struct {
	XMLName xml.Name   `xml:"testsuites"`
	Suite   junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name       string          `xml:"name,attr"`
	Tests      int             `xml:"tests,attr"`
	Failures   int             `xml:"failures,attr"`
	Errors     int             `xml:"errors,attr"`
	Skipped    int             `xml:"skipped,attr"`
	Properties []junitProperty `xml:"properties>property"`
	Cases      []junitCase     `xml:"testcase"`
}

type junitProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

type junitCase struct {
	Class    string         `xml:"classname,attr"`
	Name     string         `xml:"name,attr"`
	Failures []junitFailure `xml:"failure"`
	Out      string         `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

func (c *Content) junit(w *bufio.Writer) error {
	suite := junitSuite{Name: printable.Line(strings.TrimSpace("ropa lint " + c.Of)), Properties: []junitProperty{
		{"as-of", c.AsOf.String()}, {"profile", string(c.Profile)},
	}}
	found := make(map[diag.Code][]*diag.Finding)
	for i := range c.Findings {
		f := &c.Findings[i]
		found[f.Code] = append(found[f.Code], f)
	}
	for _, r := range c.rules() {
		x := junitCase{Class: "ropa.lint." + string(r.Profile), Name: c.title(r)}
		var rest []string
		for _, f := range found[r.Code] {
			if f.Severity < c.FailOn {
				rest = append(rest, c.paragraph(f))
				continue
			}
			x.Failures = append(x.Failures, junitFailure{printable.Line(f.Message(c.Language)), f.Severity.String(), c.paragraph(f)})
		}
		x.Out = strings.Join(rest, "\n\n")
		if len(x.Failures) > 0 {
			suite.Failures++
		}
		suite.Cases = append(suite.Cases, x)
	}
	suite.Tests = len(suite.Cases)
	w.WriteString(xml.Header)
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(junitSuites{Suite: suite}); err != nil {
		return err
	}
	return w.WriteByte('\n')
}

// paragraph is a finding on a few lines.
func (c *Content) paragraph(f *diag.Finding) string {
	lines := []string{fmt.Sprintf("%s: %s: %s", c.where(f.Place, f.At), c.say(f.Severity.String()), printable.Line(f.Message(c.Language)))}
	if fix := printable.Line(f.Fix(c.Language)); fix != "" {
		lines = append(lines, c.say("fix")+": "+fix)
	}
	if len(f.Articles) > 0 {
		lines = append(lines, printable.Line(law.CiteAll(f.Articles, c.Language)))
	}
	for _, r := range f.Related {
		lines = append(lines, c.say("see")+": "+c.related(r))
	}
	return strings.Join(lines, "\n")
}
