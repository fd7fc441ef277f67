package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/lint/notice"
	"github.com/openropa/ropa/register/lint/own"
	"github.com/openropa/ropa/register/lint/report"
	"github.com/openropa/ropa/register/printable"
	"github.com/openropa/ropa/register/value"
)

// lint looks at the register at a path and writes what it does not show.
func (a *app) lint(ctx context.Context, f *lintFlags, path string) error {
	more, err := a.ownRules(f.ownRules)
	if err != nil {
		return err
	}
	if err := knownCodes(f, more); err != nil {
		return err
	}
	baseline, err := readBaseline(f.baseline)
	if err != nil {
		return err
	}
	l, err := a.open(path)
	if err != nil {
		return err
	}
	if err := f.keepsInputs(l); err != nil {
		return err
	}
	found, err := a.findings(ctx, f, more, l)
	if err != nil {
		return err
	}
	if f.writeBaseline != "" {
		baseline = lint.NewBaseline(found.Findings)
		if err := writeBaseline(f.writeBaseline, baseline); err != nil {
			return err
		}
		a.note("lint.baseline-written", a.count(len(baseline.Entries()), "finding"), f.writeBaseline)
	}
	known := 0
	if baseline != nil {
		fresh, old := baseline.Filter(found.Findings)
		found.Findings, known = fresh, len(old)
	}
	return a.writeReport(f, report.Content{Report: found, Of: slashed(path), Known: known})
}

// keepsInputs refuses to write the report over what it is made from: a slip must
// not cost a register.
func (f *lintFlags) keepsInputs(l *loaded) error {
	return keepsInputs(f.output, append(slices.Clone(l.files), string(f.ownRules), string(f.notice), string(f.baseline), string(f.writeBaseline)))
}

// keepsInputs refuses an output that is one of the files that are read.
func keepsInputs(output file, inputs []string) error {
	to, err := os.Stat(string(output))
	if output.isStdout() || err != nil || !to.Mode().IsRegular() {
		return nil // new, or no file to be lost
	}
	for _, name := range inputs {
		if from, err := os.Stat(name); err == nil && os.SameFile(from, to) {
			return wrongUse("use.output-is-input", string(output))
		}
	}
	return nil
}

// note says on the standard error what has been done.
func (a *app) note(word string, args ...any) {
	fmt.Fprintln(a.env.Stderr, printable.Line(a.say(word, args...)))
}

// findings applies the rules to a register that has no problems.
func (a *app) findings(ctx context.Context, f *lintFlags, more []*lint.Rule, l *loaded) (*lint.Report, error) {
	o := lint.Options{
		AsOf: f.asOf.Date, Profile: lint.Profile(f.profile.chosen), More: more,
		Rules: codesOf(f.rules), Exclude: codesOf(f.exclude),
	}
	if o.AsOf.IsZero() {
		o.AsOf = value.DateOf(a.env.Now())
	}
	m := datamap.Build(l.view)
	if f.notice != "" {
		var err error
		if o.Found, err = a.aboutNotice(f.notice, l, m, o.AsOf); err != nil {
			return nil, err
		}
	}
	found, err := lint.Run(ctx, l.view, m, o)
	if err == nil && f.notice == "" {
		// Without a text, nobody looked whether those rules are met.
		found.Rules = slices.DeleteFunc(found.Rules, func(r *lint.Rule) bool { return r.Text })
	}
	return found, err
}

// aboutNotice holds a published text against the register.
func (a *app) aboutNotice(name file, l *loaded, m *datamap.Map, asOf value.Date) (diag.Findings, error) {
	text, err := readFile(string(name))
	if err != nil {
		return nil, cannotRead(name, err)
	}
	found, err := notice.Check(l.view, m, asOf, string(name), text)
	if word, ok := noticeErrors[err]; ok {
		return nil, wrongUse(word, name)
	}
	return found, err
}

var noticeErrors = map[error]string{
	notice.ErrNotText: "use.notice-no-text", notice.ErrTooLong: "use.notice-too-long", notice.ErrLanguage: "use.notice-language",
}

// ownRules reads the rules of the organisation. What is wrong with them is
// told; a register cannot be looked at with half of the rules.
func (a *app) ownRules(name file) ([]*lint.Rule, error) {
	if name == "" {
		return nil, nil
	}
	data, err := readFile(string(name))
	if err != nil {
		return nil, cannotRead(name, err)
	}
	rules, problems := own.Load(string(name), data)
	a.report(&loaded{path: string(name), problems: problems}, diag.Warning)
	if problems.HasErrors() {
		return nil, &reportedError{exitWrongUse}
	}
	return rules, nil
}

// cannotRead tells that a file named by a flag is not there or not to be read.
func cannotRead(name file, err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return wrongUse("use.cannot-read", string(name), err.Error())
}

func codesOf(c codes) []diag.Code {
	var all []diag.Code
	for _, s := range c.list {
		all = append(all, diag.Code(s))
	}
	return all
}

// knownCodes refuses codes that no rule has, before anything is read.
func knownCodes(f *lintFlags, more []*lint.Rule) error {
	for _, flag := range []struct {
		name  string
		codes codes
	}{{"--rule", f.rules}, {"--exclude", f.exclude}} {
		for _, s := range flag.codes.list {
			r, err := findRule(flag.name, s, more)
			if err != nil {
				return err
			}
			if r.Text && f.notice == "" && flag.name == "--rule" {
				return wrongUse("use.needs-notice", s)
			}
		}
	}
	return nil
}

// findRule returns the rule with a code, of the catalogue or of the
// organisation.
func findRule(flag, code string, more []*lint.Rule) (*lint.Rule, error) {
	all := slices.Concat(lint.Rules(), more)
	var names []string
	for _, r := range all {
		if string(r.Code) == code {
			return r, nil
		}
		names = append(names, string(r.Code))
	}
	return nil, wrongUse("use.no-rule", flag, code).suggest(diag.Suggest(code, names))
}

func readBaseline(name file) (*lint.Baseline, error) {
	if name == "" {
		return nil, nil
	}
	opened, err := os.Open(string(name))
	if err != nil {
		return nil, cannotRead(name, err)
	}
	defer opened.Close()
	baseline, err := lint.ReadBaseline(opened)
	var wrong *lint.BaselineError
	switch {
	case errors.As(err, &wrong):
		return nil, wrongUse("use.no-baseline", string(name), wrong.Reason)
	case err != nil:
		return nil, cannotRead(name, err)
	}
	return baseline, nil
}

func writeBaseline(name file, b *lint.Baseline) error {
	// A slip must not cost a register: only a baseline is replaced.
	if info, err := os.Stat(string(name)); err == nil && info.Mode().IsRegular() && info.Size() > 0 {
		if _, err := readBaseline(name); err != nil {
			return err
		}
	}
	var text bytes.Buffer
	if err := b.Write(&text); err != nil {
		return err
	}
	return writeWhole(string(name), text.Bytes())
}
