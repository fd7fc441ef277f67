package report

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/printable"
)

// text writes the findings as compilers do:
//
//	register.yaml:5:5: error: the register does not show … (REG-002)
//	    5 |   - id: newsletter
//	      |     ^
//	      Art. 30(1)(b) GDPR
//	      fix: add an entry under purposes
func (c *Content) text(w *bufio.Writer) error {
	for i := range c.Findings {
		c.textFinding(w, &c.Findings[i])
		w.WriteByte('\n')
	}
	_, err := w.WriteString(c.Summary() + "\n")
	return err
}

// margin is what the lines below the first begin with.
const margin = "      "

func (c *Content) textFinding(w *bufio.Writer, f *diag.Finding) {
	first := fmt.Sprintf("%s: %s: %s (%s)", c.where(f.Place, f.At), c.say(f.Severity.String()), printable.Line(f.Message(c.Language)), printable.Line(string(f.Code)))
	if c.Bold {
		first = "\x1b[1m" + first + "\x1b[0m"
	}
	fmt.Fprintln(w, first)
	c.source(w, f.Place)
	if len(f.Articles) > 0 {
		fmt.Fprintln(w, margin+printable.Line(law.CiteAll(f.Articles, c.Language)))
	}
	if fix := f.Fix(c.Language); fix != "" {
		fmt.Fprintf(w, "%s%s: %s\n", margin, c.say("fix"), printable.Line(fix))
	}
	for _, r := range f.Related {
		fmt.Fprintf(w, "%s%s: %s\n", margin, c.say("see"), c.related(r))
	}
}

// related is the place of another thing with its address.
func (c *Content) related(r diag.Related) string {
	where := c.where(r.Place, r.At)
	if at := printable.Line(r.At); at != "" && at != where {
		where += " (" + at + ")"
	}
	return where
}

// source writes the line in which something stands, with a caret below it.
func (c *Content) source(w *bufio.Writer, p diag.Place) {
	if c.Line == nil || p.Line == 0 {
		return
	}
	line, ok := c.Line(p.File, p.Line)
	if !ok || len(line) > longestLine {
		return
	}
	line, column := near(line, p.Column)
	most := c.Width
	if most == 0 {
		most = 100
	}
	shown, caret := excerpt(printable.Line(strings.TrimRight(line, "\r\n")), column, max(20, most-len(margin)-3))
	fmt.Fprintf(w, "%5d | %s\n", p.Line, shown)
	if caret >= 0 {
		fmt.Fprintf(w, "%s| %s^\n", margin, strings.Repeat(" ", caret))
	}
}

// longestLine is how many bytes of a line are looked through for each finding in
// it: of a file written on one line by a program nobody misses an excerpt.
const longestLine = 64 << 10

// near cuts a long line down to what is around a character, counted from 1, and
// returns its number in that.
func near(line string, character int) (string, int) {
	const around = 500
	n, from, to := 0, 0, len(line)
	if len(line) <= around {
		return line, character
	}
	for i := range line {
		switch n++; n {
		case character - around:
			from = i
		case character + around:
			to = i
		}
	}
	if character > n+1 { // behind the end
		return strings.ToValidUTF8(line[:around], ""), character
	}
	return line[from:to], min(character, around+1)
}

// excerpt cuts a line so that it takes at most so many columns and shows a
// character, counted from 1, and returns in which column that is; -1 where the
// line does not reach so far.
func excerpt(line string, character, most int) (shown string, caret int) {
	runes := []rune(strings.TrimRight(line, " "))
	at := character - 1
	if at < 0 || at > len(runes) {
		at = -1
	}
	from, to, taken := 0, 0, 0
	if whole := columns(string(runes)); whole > most {
		most -= 2 // for the marks of what is left out
		if at > most/2 {
			from = at - most/2 // so that what is before it is read, too
		}
	}
	for to = from; to < len(runes) && taken+columnsOf(runes[to]) <= most; {
		taken += columnsOf(runes[to])
		to++
	}
	before, after := "", ""
	if from > 0 {
		before = "…"
	}
	if to < len(runes) {
		after = "…"
	}
	if at < 0 {
		return before + string(runes[from:to]) + after, -1
	}
	return before + string(runes[from:to]) + after, columns(before) + columns(string(runes[from:min(at, to)]))
}
