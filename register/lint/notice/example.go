package notice

import (
	"embed"
	"io/fs"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
)

// examples hold a register and a policy each, below lines such as "--
// register.yaml --", with the marks of the examples of package lint.
//
//go:embed examples/*.txt
var examples embed.FS

// Examples returns the examples of a rule about a text, the plainest first. What
// fails and what passes are a register and a text each; Parts takes them apart.
func Examples(code diag.Code) []lint.Example {
	entries, err := fs.ReadDir(examples, "examples")
	if err != nil {
		return nil
	}
	var all []lint.Example
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".txt")
		if rule, _, _ := strings.Cut(name, "."); rule != string(code) {
			continue
		}
		if text, err := examples.ReadFile("examples/" + e.Name()); err == nil {
			all = append(all, lint.ReadExample(name, string(text)))
		}
	}
	slices.SortFunc(all, func(a, b lint.Example) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// Part is one of the files of an example.
type Part struct{ Name, Text string }

// Parts takes the files of an example apart: the register, then the text.
func Parts(example string) []Part {
	var all []Part
	for line := range strings.Lines(example) {
		name, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "-- ")
		if name, last := strings.CutSuffix(name, " --"); ok && last {
			all = append(all, Part{Name: name})
		} else if n := len(all) - 1; n >= 0 {
			all[n].Text += line
		}
	}
	return all
}
