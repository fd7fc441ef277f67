package report

import (
	"bufio"
	"fmt"
	"regexp"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/printable"
)

// markdown writes a table of the rules that found something, then the findings.
func (c *Content) markdown(w *bufio.Writer) error {
	title := "ropa lint"
	if c.Of != "" {
		title += ": " + escaped(c.Of)
	}
	fmt.Fprintf(w, "### %s\n\n%s (%s).\n", title, escaped(c.sum()), escaped(c.basis()))
	if len(c.Findings) > 0 {
		c.markdownTable(w)
		w.WriteByte('\n')
		for i := range c.Findings {
			c.markdownFinding(w, &c.Findings[i])
		}
	}
	if len(c.Waived) > 0 {
		fmt.Fprintf(w, "\n#### %s\n\n", c.say("accepted"))
		for i := range c.Waived {
			x := &c.Waived[i]
			fmt.Fprintf(w, "- %s (%s), %s: %s\n", escaped(x.Message(c.Language)), escaped(string(x.Code)), escaped(c.where(x.Place, x.At)), escaped(c.decision(x)))
		}
	}
	return nil
}

func (c *Content) markdownTable(w *bufio.Writer) {
	type count struct {
		n        int
		heaviest diag.Severity
	}
	counts := make(map[diag.Code]*count)
	for i := range c.Findings {
		f := &c.Findings[i]
		if counts[f.Code] == nil {
			counts[f.Code] = &count{}
		}
		x := counts[f.Code]
		x.n, x.heaviest = x.n+1, max(x.heaviest, f.Severity)
	}
	fmt.Fprintf(w, "\n| %s | %s | %s |\n| --- | --- | ---: |\n", c.say("rule"), c.say("severity"), c.say("count"))
	for _, s := range severities {
		for _, r := range c.rules() {
			if x := counts[r.Code]; x != nil && x.heaviest == s {
				fmt.Fprintf(w, "| %s | %s | %d |\n", escaped(c.title(r)), c.say(s.String()), x.n)
			}
		}
	}
}

func (c *Content) markdownFinding(w *bufio.Writer, f *diag.Finding) {
	fmt.Fprintf(w, "- **%s** %s: %s", c.say(f.Severity.String()), escaped(c.where(f.Place, f.At)), escaped(f.Message(c.Language)))
	notes := string(f.Code)
	if len(f.Articles) > 0 {
		notes += ", " + law.CiteAll(f.Articles, c.Language)
	}
	fmt.Fprintf(w, " (%s)", escaped(notes))
	if fix := f.Fix(c.Language); fix != "" {
		fmt.Fprintf(w, "\\\n  *%s: %s*", c.say("fix"), escaped(fix))
	}
	w.WriteByte('\n')
}

// escaped keeps a text from being read as markup, as HTML or as a link, from
// ending a cell, and from calling people or issues on GitHub.
func escaped(s string) string {
	s = markdownEscapes.Replace(printable.Line(s))
	s = bareAddress.ReplaceAllString(s, "${1}\\.")
	return calls.ReplaceAllString(s, "${1}&#8203;${2}")
}

var (
	markdownEscapes = strings.NewReplacer(
		`\`, `\\`, "|", `\|`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "&", `\&`, "~", `\~`, "$", `\$`, "://", `\://`, "!", `\!`,
	)
	bareAddress = regexp.MustCompile(`(?i)(\bwww)\.`)
	calls       = regexp.MustCompile(`([@#])(\w)`)
)
