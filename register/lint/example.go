package lint

import (
	"embed"
	"io/fs"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// examples hold registers that a rule finds fault with, and how they are
// mended: a line that ends in "# mends" is what the faulty one lacks, and "# was:
// X" says that X stood there. Comments on top say the day.
//
//go:embed examples/*.yaml
var examples embed.FS

// Example is a register that shows what a rule is about.
type Example struct {
	// Name is that of the example: the code and, where there are several, a word.
	Name string
	// AsOf is the day as of which it is looked at.
	AsOf value.Date
	// Failing is a register with findings of the rule; in Passing they are mended.
	Failing, Passing string
}

// Examples returns the examples of a rule, the plainest first.
func Examples(code diag.Code) []Example {
	entries, err := fs.ReadDir(examples, "examples")
	if err != nil {
		return nil
	}
	var all []Example
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".yaml")
		if rule, _, _ := strings.Cut(name, "."); rule != string(code) {
			continue
		}
		if text, err := examples.ReadFile("examples/" + e.Name()); err == nil {
			all = append(all, readExample(name, string(text)))
		}
	}
	slices.SortFunc(all, func(a, b Example) int { return strings.Compare(a.Name, b.Name) })
	return all
}

const (
	dayMark  = "# as-of: "
	mendMark = " # mends"
	wasMark  = " # was: "
)

func readExample(name, text string) Example {
	x := Example{Name: name}
	var failing, passing []string
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if day, ok := strings.CutPrefix(line, dayMark); ok {
			x.AsOf, _ = value.ParseDate(day)
			continue
		}
		if good, ok := strings.CutSuffix(line, mendMark); ok {
			passing = append(passing, good)
			continue
		}
		if good, bad, ok := strings.Cut(line, wasMark); ok {
			indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
			passing, failing = append(passing, good), append(failing, indent+bad)
			continue
		}
		passing, failing = append(passing, line), append(failing, line)
	}
	x.Failing, x.Passing = strings.Join(failing, "\n")+"\n", strings.Join(passing, "\n")+"\n"
	return x
}
