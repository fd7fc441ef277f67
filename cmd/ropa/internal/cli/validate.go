package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/printable"
	"github.com/spf13/cobra"
)

func (a *app) validateCommand() *cobra.Command {
	format := &choice{"text", []string{"text", "json"}}
	verbose := false
	cmd := &cobra.Command{
		Use:  "validate",
		Args: a.need("PATH…"),
		RunE: func(_ *cobra.Command, paths []string) error {
			return a.validate(paths, format.chosen, verbose)
		},
	}
	cmd.Flags().Var(format, "format", a.say("flag.format.text-json"))
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, a.say("flag.verbose"))
	a.rootFlag(cmd)
	a.complete(cmd, "format", format.allowed...)
	return cmd
}

// validate reads each path as a register of its own.
func (a *app) validate(paths []string, format string, verbose bool) error {
	report := validationReport{Registers: []validatedRegister{}, Problems: []problemJSON{}}
	from := diag.Warning
	if verbose {
		from = diag.Info
	}
	var all diag.Problems
	for _, path := range paths {
		l := a.load(path)
		all = append(all, l.problems...)
		counts := countsOf(l)
		if format == "text" {
			a.report(l, from)
			if codeStatus[firstCode(l.problems)] != exitWrongUse {
				fmt.Fprintln(&a.out, a.closingLine(l, counts, from))
			}
			continue
		}
		report.Registers = append(report.Registers, validatedRegister{Path: slashed(path), Activities: counts.activities, Parties: counts.parties, Valid: !l.problems.HasErrors()})
		for _, p := range l.problems {
			if p.Severity >= from {
				report.Problems = append(report.Problems, a.problemJSON(p))
			}
		}
	}
	if format == "json" {
		if err := a.writeJSON(report); err != nil {
			return err
		}
	}
	return reported(all)
}

func firstCode(problems diag.Problems) diag.Code {
	if len(problems) == 0 {
		return ""
	}
	return problems[0].Code
}

type counts struct{ activities, parties int }

// countsOf counts what the register itself holds, without what it inherits.
func countsOf(l *loaded) counts {
	if l.register == nil {
		return counts{}
	}
	return counts{len(l.register.Activities), len(l.register.Parties)}
}

// closingLine sums up: examples/webgems: 15 activities, 20 parties, no problems.
func (a *app) closingLine(l *loaded, c counts, from diag.Severity) string {
	parts := []string{a.count(c.activities, "activity"), a.count(c.parties, "party")}
	var bySeverity [diag.Error + 1]int
	for _, p := range l.problems {
		bySeverity[p.Severity]++
	}
	parts = append(parts, a.count(bySeverity[diag.Error], "problem"))
	if n := bySeverity[diag.Warning]; n > 0 {
		parts = append(parts, a.count(n, "warning"))
	}
	if n := bySeverity[diag.Info]; n > 0 && from == diag.Info {
		parts = append(parts, a.count(n, "remark"))
	}
	line := slashed(l.path) + ": " + strings.Join(parts, ", ")
	if skipped := skippedFiles(l.problems); len(skipped) > 0 {
		line += "; " + a.say("validate.skipped", strings.Join(skipped, ", "))
	}
	return printable.Line(line)
}

// skippedFiles names the files of a folder that are no part of the register.
func skippedFiles(problems diag.Problems) []string {
	var names []string
	for _, p := range problems {
		if p.Code == diag.SkippedFile {
			names = append(names, filepath.Base(p.Place.File))
		}
	}
	return names
}

type validationReport struct {
	Registers []validatedRegister `json:"registers"`
	Problems  []problemJSON       `json:"problems"`
}

type validatedRegister struct {
	Path       string `json:"path"`
	Valid      bool   `json:"valid"`
	Activities int    `json:"activities"`
	Parties    int    `json:"parties"`
}

// problemJSON is a problem with its message in the language of the output.
type problemJSON struct {
	Code        diag.Code      `json:"code"`
	Severity    string         `json:"severity"`
	At          string         `json:"at"`
	File        string         `json:"file,omitzero"`
	Line        int            `json:"line,omitzero"`
	Column      int            `json:"column,omitzero"`
	Message     string         `json:"message"`
	Suggestions []string       `json:"suggestions,omitempty"`
	Related     []diag.Related `json:"related,omitempty"`
}

func (a *app) problemJSON(p diag.Problem) problemJSON {
	return problemJSON{
		Code: p.Code, Severity: p.Severity.String(), At: p.At,
		File: p.Place.File, Line: p.Place.Line, Column: p.Place.Column,
		Message: p.Message(a.language), Suggestions: p.Suggestions, Related: p.Related,
	}
}
