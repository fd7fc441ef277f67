package layout

import (
	"cmp"
	"strings"

	"go.yaml.in/yaml/v4"
)

// position is a line and a column, both from 1; columns count characters.
type position struct{ line, column int }

func (p position) compare(q position) int {
	return cmp.Or(cmp.Compare(p.line, q.line), cmp.Compare(p.column, q.column))
}

// mark is the beginning of something in a YAML file in which a # need not be a
// comment: quotes, a literal block, a flow collection.
type mark struct {
	at    position
	style yaml.Style
	block *Block
}

// ended tells where a flow collection ends.
type ended struct {
	block *Block
	at    position
}

// comment is a comment of a file; own: it has its line for itself.
type comment struct {
	at   position
	text string
	own  bool
}

// text is a YAML file by lines. The parser gives comments to nodes by rules
// that lose some of them (those after an opening brace), so they are looked up
// here.
type text struct {
	lines    [][]rune
	comments []comment
	ends     []ended
}

// breaks ends lines where the parser does.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

func newText(s string) *text {
	lines := strings.Split(breaks.Replace(s), "\n")
	t := &text{lines: make([][]rune, len(lines))}
	for i, line := range lines {
		t.lines[i] = []rune(line)
	}
	return t
}

// at returns the character at a position, 0 where there is none.
func (t *text) at(p position) rune {
	if p.line < 1 || p.line > len(t.lines) || p.column < 1 || p.column > len(t.lines[p.line-1]) {
		return 0
	}
	return t.lines[p.line-1][p.column-1]
}

// isBlank reports whether a line is there and empty.
func (t *text) isBlank(line int) bool {
	return line >= 1 && line <= len(t.lines) && strings.Trim(string(t.lines[line-1]), " \t") == ""
}

// gap reports whether there is an empty line between two lines.
func (t *text) gap(from, to int) bool {
	for line := from + 1; line < to; line++ {
		if t.isBlank(line) {
			return true
		}
	}
	return false
}

// scan finds the comments and the ends of the flow collections.
func (t *text) scan(marks []mark) {
	at := make(map[position]mark, len(marks))
	for _, m := range marks {
		// A flow collection may begin where its first key does not; quotes
		// and blocks never begin at the same place.
		at[m.at] = m
	}
	var open []*Block
	for p := (position{1, 1}); p.line <= len(t.lines); {
		c := t.at(p)
		m, marked := at[p]
		switch {
		case c == 0:
			p = position{p.line + 1, 1}
			continue
		case marked && m.style&yaml.DoubleQuotedStyle != 0 && c == '"', marked && m.style&yaml.SingleQuotedStyle != 0 && c == '\'':
			p = t.afterQuotes(p)
			continue
		case marked && m.style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 && (c == '|' || c == '>'):
			p = t.afterLiteral(p)
			continue
		case marked && m.style&yaml.FlowStyle != 0 && (c == '[' || c == '{'):
			open = append(open, m.block)
		case (c == ']' || c == '}') && len(open) > 0:
			t.ends = append(t.ends, ended{open[len(open)-1], p})
			open = open[:len(open)-1]
		case c == '#' && t.opensComment(p):
			t.addComment(p)
			p = position{p.line + 1, 1}
			continue
		}
		p.column++
	}
}

func (t *text) opensComment(p position) bool {
	if p.column == 1 {
		return true
	}
	before := t.at(position{p.line, p.column - 1})
	return before == ' ' || before == '\t'
}

func (t *text) addComment(p position) {
	line := t.lines[p.line-1]
	t.comments = append(t.comments, comment{
		at:   p,
		text: strings.TrimRight(string(line[p.column-1:]), " \t"),
		own:  strings.Trim(string(line[:p.column-1]), " \t") == "",
	})
}

// afterQuotes returns the place behind the closing quote.
func (t *text) afterQuotes(p position) position {
	quote := t.at(p)
	p.column++
	for p.line <= len(t.lines) {
		switch c := t.at(p); {
		case c == 0:
			p = position{p.line + 1, 1}
			continue
		case c == '\\' && quote == '"':
			p.column++
		case c == quote && quote == '\'' && t.at(position{p.line, p.column + 1}) == quote:
			p.column++
		case c == quote:
			return position{p.line, p.column + 1}
		}
		p.column++
	}
	return p
}

// afterLiteral returns the beginning of the line behind a literal block; a
// comment in its first line is kept. The block ends before the first line that
// is not empty and begins left of its first one.
func (t *text) afterLiteral(p position) position {
	header := t.lines[p.line-1]
	for column := p.column; column <= len(header); column++ {
		if here := (position{p.line, column}); t.at(here) == '#' && t.opensComment(here) {
			t.addComment(here)
			break
		}
	}
	indent := 0
	for _, c := range header[p.column:] {
		if c >= '1' && c <= '9' {
			indent = t.indentOf(p.line) + 1
		}
		if c == ' ' || c == '#' {
			break
		}
	}
	line := p.line + 1
	for ; line <= len(t.lines); line++ {
		if t.isBlank(line) {
			continue
		}
		if indent == 0 {
			indent = t.indentOf(line)
			if indent <= t.indentOf(p.line) {
				break
			}
		}
		if t.indentOf(line) < indent {
			break
		}
	}
	return position{line, 1}
}

// indentOf returns how many spaces a line begins with.
func (t *text) indentOf(line int) int {
	n := 0
	for _, c := range t.lines[line-1] {
		if c != ' ' {
			break
		}
		n++
	}
	return n
}
