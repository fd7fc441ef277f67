package report

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/printable"
)

// github writes the findings as commands of GitHub Actions, which shows them
// beside the lines concerned:
//
//	::error file=register.yaml,line=5,col=5,title=REG-002 No purpose::the register does not show …
func (c *Content) github(w *bufio.Writer) error {
	for i := range c.Findings {
		f := &c.Findings[i]
		var properties []string
		add := func(name, value string) {
			properties = append(properties, name+"="+githubProperty.Replace(printable.Line(value)))
		}
		if f.Place.File != "" {
			add("file", slashed(f.Place.File))
		}
		if f.Place.Line > 0 {
			add("line", fmt.Sprint(f.Place.Line))
		}
		if f.Place.Column > 0 {
			add("col", fmt.Sprint(f.Place.Column))
		}
		add("title", c.title(c.rule(f.Code)))
		lines := []string{printable.Line(f.Message(c.Language))}
		if fix := printable.Line(f.Fix(c.Language)); fix != "" {
			lines = append(lines, c.say("fix")+": "+fix)
		}
		if len(f.Articles) > 0 {
			lines = append(lines, printable.Line(law.CiteAll(f.Articles, c.Language)))
		}
		fmt.Fprintf(w, "::%s %s::%s\n", githubLevel(f.Severity), strings.Join(properties, ","), githubData.Replace(strings.Join(lines, "\n")))
	}
	// The sum begins with words of ours: a name in front could be a command.
	_, err := fmt.Fprintln(w, printable.Line(c.sum()))
	return err
}

func githubLevel(s diag.Severity) string {
	return [...]string{"notice", "warning", "error"}[min(s, diag.Error)]
}

// What GitHub asks to be escaped in the text and in the properties of a command.
var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)
