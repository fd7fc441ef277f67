package cli

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/lint/notice"
	"github.com/openropa/ropa/register/printable"
	"github.com/spf13/cobra"
)

// explain writes what a rule is about, with an example that it finds fault with
// and how that is mended.
func (a *app) explain(cmd *cobra.Command, f *lintFlags) error {
	more, err := a.ownRules(f.ownRules)
	if err != nil {
		return err
	}
	r, err := findRule("--explain", string(f.explain), more)
	if err != nil {
		return err
	}
	switch f.format.chosen {
	case "json":
		return a.writeJSON(newExplanation(r))
	case "text":
		a.explainText(r)
		return nil
	case "markdown":
		a.explainMarkdown(r)
		return nil
	}
	return a.wrongCall(cmd, "use.explain-format", f.format.chosen)
}

func (a *app) explainText(r *lint.Rule) {
	a.heading(string(r.Code) + " " + a.name(r.Title, nil))
	if why := a.name(r.Why, nil); why != "" {
		a.writeLines(why)
	}
	fmt.Fprintln(&a.out)
	for _, fact := range a.ruleFacts(r) {
		a.writeLines(fact[0] + ": " + fact[1])
	}
	fmt.Fprintf(&a.out, "\n%s\n", a.say("lint.says"))
	for _, variant := range variantsOf(r) {
		s := r.Sentences[variant]
		a.indented("- " + shownSentence(a.name(s.Says, nil)))
		if mend := a.name(s.Mend, nil); mend != "" {
			a.indented("  " + a.say("lint.fix") + ": " + shownSentence(mend))
		}
	}
	if examples := examplesOf(r); len(examples) > 0 {
		x := examples[0]
		fmt.Fprintf(&a.out, "\n%s\n\n", a.say("lint.failing", x.AsOf))
		a.listing(x.Failing, nil)
		fmt.Fprintf(&a.out, "\n%s\n\n", a.say("lint.passing"))
		a.listing(x.Passing, added(x))
	}
}

// indented writes a sentence with its lines below each other.
func (a *app) indented(sentence string) {
	sentence = printable.Line(sentence)
	indent := sentence[:len(sentence)-len(strings.TrimLeft(sentence, "- "))]
	for i, line := range wrap(sentence[len(indent):], a.env.width()-len(indent)-2) {
		if i > 0 {
			indent = strings.Repeat(" ", len(indent))
		}
		fmt.Fprintf(&a.out, "  %s%s\n", indent, line)
	}
}

// listing writes a register line by line, with a plus before some.
func (a *app) listing(text string, marked map[int]bool) {
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		mark := " "
		if marked[i] {
			mark = "+"
		}
		fmt.Fprintln(&a.out, strings.TrimRight("  "+mark+" "+printable.Line(line), " "))
	}
}

// added returns the numbers of the lines of an example that mend it.
func added(x lint.Example) map[int]bool {
	failing := strings.Split(x.Failing, "\n")
	marked := make(map[int]bool)
	for i, line := range strings.Split(x.Passing, "\n") {
		if next := slices.Index(failing, line); next >= 0 {
			failing = failing[next+1:]
		} else {
			marked[i] = true
		}
	}
	return marked
}

func (a *app) ruleFacts(r *lint.Rule) [][2]string {
	facts := [][2]string{
		{a.say("lint.column.articles"), law.CiteAll(r.Articles, a.language)},
		{a.say("lint.column.source"), a.say("lint.source." + string(r.Source))},
		{a.say("lint.column.severity"), a.say("lint.severity." + r.Severity.String())},
		{a.say("lint.column.profile"), string(r.Profile) + " (" + a.say("lint.profile."+string(r.Profile)) + ")"},
	}
	if r.Source == lint.Own { // in no profile, and with articles only where it names some
		facts = facts[:3]
	}
	return slices.DeleteFunc(facts, func(fact [2]string) bool { return fact[1] == "" })
}

// examplesOf returns the examples of a rule: those about a text hold a register
// and a text.
func examplesOf(r *lint.Rule) []lint.Example {
	if r.Text {
		return notice.Examples(r.Code)
	}
	return lint.Examples(r.Code)
}

// variantsOf returns the names of the sentences of a rule, the usual one first.
func variantsOf(r *lint.Rule) []string { return slices.Sorted(maps.Keys(r.Sentences)) }

var (
	argument = regexp.MustCompile(`\{[a-zA-Z]+\}`)
	// addition is an argument that follows a word without a space: the end of a
	// sentence that not every finding has.
	addition = regexp.MustCompile(`([\pL)”])\{[a-zA-Z]+\}`)
)

// shownSentence is a sentence without the names of its arguments.
func shownSentence(s string) string {
	s = addition.ReplaceAllString(s, "$1")
	return strings.ReplaceAll(argument.ReplaceAllString(s, "…"), "……", "…")
}

func (a *app) explainMarkdown(r *lint.Rule) {
	fmt.Fprintf(&a.out, "## %s %s\n\n%s\n\n", escaped(string(r.Code)), escaped(a.name(r.Title, nil)), escaped(a.name(r.Why, nil)))
	for _, fact := range a.ruleFacts(r) {
		fmt.Fprintf(&a.out, "- %s: %s\n", fact[0], escaped(fact[1]))
	}
	fmt.Fprintf(&a.out, "\n%s\n\n", a.say("lint.says"))
	for _, variant := range variantsOf(r) {
		s := r.Sentences[variant]
		fmt.Fprintf(&a.out, "- %s", escaped(shownSentence(a.name(s.Says, nil))))
		if mend := a.name(s.Mend, nil); mend != "" {
			fmt.Fprintf(&a.out, "\\\n  *%s: %s*", a.say("lint.fix"), escaped(shownSentence(mend)))
		}
		a.out.WriteString("\n")
	}
	if examples := examplesOf(r); len(examples) > 0 {
		x := examples[0]
		fmt.Fprintf(&a.out, "\n%s\n\n```yaml\n%s```\n\n%s\n\n```yaml\n%s```\n", a.say("lint.failing", x.AsOf), x.Failing, a.say("lint.passing"), x.Passing)
	}
}

// explanation is a rule for machines, with its examples.
type explanation struct {
	ruleJSON
	Examples []exampleJSON `json:"examples"`
}

type exampleJSON struct {
	Name    string `json:"name"`
	AsOf    string `json:"asOf"`
	Failing string `json:"failing"`
	Passing string `json:"passing"`
}

func newExplanation(r *lint.Rule) explanation {
	e := explanation{newRuleJSON(r), []exampleJSON{}}
	for _, x := range examplesOf(r) {
		e.Examples = append(e.Examples, exampleJSON{x.Name, x.AsOf.String(), x.Failing, x.Passing})
	}
	return e
}
