package cli

import (
	"bytes"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint/report"
)

// writeReport writes the findings and returns the error by which the exit status
// says whether there are some that count.
func (a *app) writeReport(f *lintFlags, c report.Content) error {
	c.Language, c.Version, c.FailOn = a.language, buildOf().Version, f.threshold()
	c.Line, c.Width, c.Bold = sourceLines(), a.env.width(), a.env.colour() && f.output.isStdout()
	var b bytes.Buffer
	if err := report.Write(&b, report.Format(f.format.chosen), c); err != nil {
		return err
	}
	if f.output.isStdout() {
		a.out.Write(b.Bytes())
	} else {
		if err := writeWhole(string(f.output), b.Bytes()); err != nil {
			return err
		}
		a.out.WriteString(c.Summary() + "\n")
	}
	if slices.ContainsFunc(c.Findings, func(x diag.Finding) bool { return x.Severity >= c.FailOn }) {
		return &reportedError{exitProblems}
	}
	return nil
}

// threshold is the severity from which on a finding counts for the exit status.
func (f *lintFlags) threshold() diag.Severity {
	for s := diag.Info; s < diag.Error; s++ {
		if s.String() == f.failOn.chosen {
			return s
		}
	}
	return diag.Error
}

// sourceLines returns what reads lines of the files of a register: each file
// once, when the first of its lines is asked for.
func sourceLines() func(string, int) (string, bool) {
	files := map[string][]string{}
	return func(name string, line int) (string, bool) {
		lines, read := files[name]
		if !read {
			// A file that is gone by now has no lines to show.
			data, _ := readFile(name)
			lines = strings.Split(string(data), "\n")
			files[name] = lines
		}
		if line < 1 || line > len(lines) {
			return "", false
		}
		return lines[line-1], true
	}
}
