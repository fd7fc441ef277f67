package main

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/lint/notice"
)

// said is a sentence of a rule as an example gets it.
type said struct {
	says, mend string
	severity   diag.Severity
}

// sentences returns what a rule says, the usual sentence first: each as the first
// example that gets it is told.
func sentences(r *lint.Rule) ([]said, error) {
	var found diag.Findings
	for _, x := range examples(r) {
		of, err := findings(x, r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", x.Name, err)
		}
		found = append(found, of...)
	}
	var all []said
	for _, variant := range slices.Sorted(maps.Keys(r.Sentences)) {
		s := r.Sentences[variant]
		all = append(all, toldAs(r, s, found))
	}
	return all, nil
}

func toldAs(r *lint.Rule, s lint.Sentence, found diag.Findings) said {
	for i := range found {
		if f := &found[i]; f.Says["en"] == s.Says["en"] {
			return said{f.Message("en"), f.Fix("en"), f.Severity}
		}
	}
	return said{argument.ReplaceAllString(en(s.Says), "…"), argument.ReplaceAllString(en(s.Mend), "…"), r.Severity}
}

var argument = regexp.MustCompile(`\{[a-zA-Z]+\}`)

func examples(r *lint.Rule) []lint.Example {
	if r.Text {
		return notice.Examples(r.Code)
	}
	return lint.Examples(r.Code)
}

// findings returns what a rule finds in an example.
func findings(x lint.Example, r *lint.Rule) (diag.Findings, error) {
	text := x.Failing
	parts := notice.Parts(x.Failing)
	if r.Text {
		if len(parts) != 2 {
			return nil, fmt.Errorf("%d parts, not a register and a text", len(parts))
		}
		text = parts[0].Text
	}
	document, source, problems := register.Parse("register.yaml", []byte(text))
	if err := problems.Err(); err != nil {
		return nil, err
	}
	view, problems := register.Resolve(document, source, nil)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	m := datamap.Build(view)
	var found diag.Findings
	if r.Text {
		var err error
		if found, err = notice.Check(view, m, x.AsOf, parts[1].Name, []byte(parts[1].Text)); err != nil {
			return nil, err
		}
	} else {
		// All rules: a rule about waivers looks at what the others find.
		report, err := lint.Run(context.Background(), view, m, lint.Options{AsOf: x.AsOf, Profile: lint.NL})
		if err != nil {
			return nil, err
		}
		found = report.Findings
	}
	return slices.DeleteFunc(found, func(f diag.Finding) bool { return f.Code != r.Code }), nil
}

// line is a line of an example: one that mends it (+), one that is wrong (-), or
// one of both forms.
type line struct {
	mark byte
	text string
}

// excerpt renders where the two forms of an example differ, with what the lines
// stand in; the whole example where it is about a text.
func excerpt(x lint.Example, whole bool) string {
	lines := compare(split(x.Failing), split(x.Passing))
	shown := make([]bool, len(lines))
	for i, l := range lines {
		switch {
		case whole:
			shown[i] = !isHead(l)
		case l.mark != ' ':
			show(lines, shown, i)
		}
	}
	var b strings.Builder
	gap := false
	for i, l := range lines {
		if !shown[i] {
			gap = gap || !isHead(l)
			continue
		}
		if gap {
			b.WriteString("  …\n")
		}
		gap = false
		b.WriteString(strings.TrimRight(string(l.mark)+" "+l.text, " ") + "\n")
	}
	if gap {
		b.WriteString("  …\n")
	}
	return b.String()
}

// isHead reports whether a line is one that every example begins with.
func isHead(l line) bool {
	return l.mark == ' ' && (l.text == "schema: ropa/v1" || l.text == "id: example" || strings.HasPrefix(l.text, "language: "))
}

// near is how many lines before and after a change are shown.
const near = 2

// show shows a line, those near it, and those that it stands in.
func show(lines []line, shown []bool, at int) {
	for i := max(0, at-near); i <= min(len(lines)-1, at+near); i++ {
		shown[i] = shown[i] || !isHead(lines[i])
	}
	for i, depth := at, indent(lines[at].text); i >= 0; i-- {
		if d := indent(lines[i].text); d < depth || i == at {
			shown[i], depth = true, d
		}
	}
}

func indent(s string) int { return len(s) - len(strings.TrimLeft(s, " ")) }

func split(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }

// compare joins two forms of a text: their longest common lines, and around them
// what only one of them has.
func compare(old, new []string) []line {
	common := make([][]int, len(old)+1) // of the lines from i in old and j in new
	for i := range common {
		common[i] = make([]int, len(new)+1)
	}
	for i := len(old) - 1; i >= 0; i-- {
		for j := len(new) - 1; j >= 0; j-- {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if old[i] == new[j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	var all []line
	i, j := 0, 0
	for i < len(old) || j < len(new) {
		switch {
		case i < len(old) && j < len(new) && old[i] == new[j]:
			all = append(all, line{' ', old[i]})
			i, j = i+1, j+1
		case j == len(new) || i < len(old) && common[i+1][j] >= common[i][j+1]:
			all = append(all, line{'-', old[i]})
			i++
		default:
			all = append(all, line{'+', new[j]})
			j++
		}
	}
	return all
}
