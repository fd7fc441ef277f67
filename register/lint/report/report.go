// Package report writes what lint found: for people, for other programs and for
// the services that build and review.
//
// A register is written by others. Whatever stands in it is text in every
// format: it ends no line, opens no markup and gives a terminal no orders.
package report

import (
	"bufio"
	"fmt"
	"io"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/printable"
	"github.com/openropa/ropa/register/value"
)

// Format is a form in which findings are written.
type Format string

// Values of Format.
const (
	Text     Format = "text"     // as compilers do: place, sentence, source line, fix
	JSON     Format = "json"     // for programs
	SARIF    Format = "sarif"    // SARIF 2.1.0, for code scanning
	JUnit    Format = "junit"    // for services that show tests: a test case a rule
	GitHub   Format = "github"   // annotations of GitHub Actions
	Markdown Format = "markdown" // for pull requests
)

// Formats returns all formats.
func Formats() []Format { return []Format{Text, JSON, SARIF, JUnit, GitHub, Markdown} }

// Content is what is written.
type Content struct {
	*lint.Report
	// Language is that of the sentences: en or nl, else English.
	Language value.Language
	// Of names the register, such as its path. "" where it has no name.
	Of string
	// Version is that of the program, for SARIF. "" where it is not known.
	Version string
	// Known is the number of findings that a baseline knew and that were left out.
	Known int
	// FailOn is the severity from which on a finding fails a test (JUnit).
	FailOn diag.Severity
	// Line returns a line of a file of the register, counted from 1, and whether it
	// is there. Nil where the register does not come from files.
	Line func(file string, line int) (string, bool)
	// Width is the most columns of a source line in a text; 0 is 100.
	Width int
	// Bold sets the sentences in bold, for terminals that can.
	Bold bool
}

// Write writes the content in a format. The same content gives the same bytes.
func Write(w io.Writer, f Format, c Content) error {
	write, ok := writers[f]
	if !ok {
		return &UnknownFormatError{f}
	}
	buffer := bufio.NewWriter(w)
	if err := write(&c, buffer); err != nil {
		return err
	}
	return buffer.Flush()
}

var writers = map[Format]func(*Content, *bufio.Writer) error{
	Text: (*Content).text, JSON: (*Content).json, SARIF: (*Content).sarif,
	JUnit: (*Content).junit, GitHub: (*Content).github, Markdown: (*Content).markdown,
}

// UnknownFormatError tells that there is no such format.
type UnknownFormatError struct{ Format Format }

func (e *UnknownFormatError) Error() string { return fmt.Sprintf("no format %q", string(e.Format)) }

// rule returns the rule that found something: one of those that were applied,
// else one of the catalogue, else one that has just the code.
func (c *Content) rule(code diag.Code) *lint.Rule {
	for _, r := range c.Rules {
		if r.Code == code {
			return r
		}
	}
	if r, ok := lint.FindRule(code); ok {
		return r
	}
	return &lint.Rule{Code: code, Profile: c.Profile}
}

// rules returns the rules that were applied and those that found something, in
// this order, each once.
func (c *Content) rules() []*lint.Rule {
	var all []*lint.Rule
	seen := make(map[diag.Code]bool)
	add := func(r *lint.Rule) {
		if !seen[r.Code] {
			seen[r.Code] = true
			all = append(all, r)
		}
	}
	for _, r := range c.Rules {
		add(r)
	}
	for i := range c.Findings {
		add(c.rule(c.Findings[i].Code))
	}
	for i := range c.Waived {
		add(c.rule(c.Waived[i].Code))
	}
	return all
}

// in returns a text in the language of the report, on one line.
func (c *Content) in(t value.Text) string { return printable.Line(t.In(c.Language, "en")) }

// title is the code of a rule with its title.
func (c *Content) title(r *lint.Rule) string {
	if t := c.in(r.Title); t != "" {
		return printable.Line(string(r.Code)) + " " + t
	}
	return printable.Line(string(r.Code))
}
