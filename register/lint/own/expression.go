package own

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/tree"
)

// expression is the text of an expression, and where each of its characters
// stands in the file.
type expression struct {
	text   []rune
	places []diag.Place
	start  diag.Place
}

// newExpression finds an expression in its file. YAML folds lines into one; here
// they stay lines, so that a comment ends where its line does.
func newExpression(file string, source []rune, n *tree.Node) *expression {
	start := diag.Place{File: file, Line: int(n.Line), Column: int(n.Column)}
	a := &aligner{source: source, raw: []rune(strings.TrimSpace(n.Raw)), at: start, into: &expression{start: start}}
	a.seek(start)
	a.open(n.Quoted)
	if !a.run() { // a notation that it does not follow: the places are lost, the text is not
		return &expression{text: a.raw, start: start}
	}
	return a.into
}

// place returns where a character stands, by line from 1 and column from 0.
func (x *expression) place(line, column int) diag.Place { return x.at(x.index(line, column)) }

// placeOf returns where a word stands that follows a character, such as the field
// in has(activity.owner), which the compiler places at the bracket.
func (x *expression) placeOf(line, column int, word string) diag.Place {
	from := x.index(line, column)
	if word != "" && from < len(x.text) {
		if i := strings.Index(string(x.text[from:]), "."+word); i >= 0 {
			return x.at(from + utf8.RuneCountInString(string(x.text[from:])[:i]) + 1)
		}
	}
	return x.at(from)
}

func (x *expression) index(line, column int) int {
	i := 0
	for ; line > 1 && i < len(x.text); i++ {
		if x.text[i] == '\n' {
			line--
		}
	}
	return i + max(column, 0)
}

func (x *expression) at(i int) diag.Place {
	if i < len(x.places) {
		return x.places[i]
	}
	if n := len(x.places); n > 0 { // behind the end
		last := x.places[n-1]
		last.Column++
		return last
	}
	return x.start
}

// aligner walks over an expression as YAML reads it and as it stands in the file
// at the same time.
type aligner struct {
	source, raw []rune
	i, j        int // in raw, in source
	at          diag.Place
	quote       rune
	into        *expression
}

// seek goes to a place of the file.
func (a *aligner) seek(to diag.Place) {
	a.at.Line, a.at.Column = 1, 1
	if len(a.source) > 0 && a.source[0] == '\ufeff' {
		a.source = a.source[1:]
	}
	for a.j < len(a.source) && (a.at.Line < to.Line || a.at.Line == to.Line && a.at.Column < to.Column) {
		a.step(1)
	}
}

// step goes on in the file.
func (a *aligner) step(n int) {
	for ; n > 0 && a.j < len(a.source); n-- {
		a.at.Column++
		if a.source[a.j] == '\n' {
			a.at.Line, a.at.Column = a.at.Line+1, 1
		}
		a.j++
	}
}

func (a *aligner) peek(ahead int) rune {
	if a.j+ahead < len(a.source) {
		return a.source[a.j+ahead]
	}
	return 0
}

// open goes past the quote, or past the line that begins a block.
func (a *aligner) open(quoted bool) {
	if !quoted {
		return
	}
	switch c := a.peek(0); c {
	case '"', '\'':
		a.quote = c
		a.step(1)
	case '|', '>':
		for a.j < len(a.source) && a.peek(0) != '\n' {
			a.step(1)
		}
	}
	a.space()
}

// space goes past white space and reports whether a line ended in it.
func (a *aligner) space() (newLine bool) {
	for a.j < len(a.source) {
		c := a.peek(0)
		folded := a.quote == '"' && c == '\\' && (a.peek(1) == '\n' || a.peek(1) == '\r')
		if !unicode.IsSpace(c) && !folded {
			break
		}
		newLine = newLine || c == '\n'
		a.step(1)
	}
	return newLine
}

func (a *aligner) put(c rune) {
	a.into.text = append(a.into.text, c)
	a.into.places = append(a.into.places, a.at)
}

func (a *aligner) run() bool {
	for a.i < len(a.raw) {
		if unicode.IsSpace(a.raw[a.i]) && (unicode.IsSpace(a.peek(0)) || a.quote == '"' && a.peek(1) == '\n') {
			a.blank()
			continue
		}
		if a.quote == '"' && a.peek(0) == '\\' && a.peek(1) == '\n' {
			a.space()
		}
		if !a.character() {
			return false
		}
		a.i++
	}
	return true
}

// blank copies white space as it stands in the file.
func (a *aligner) blank() {
	from := a.i
	for a.i < len(a.raw) && unicode.IsSpace(a.raw[a.i]) {
		a.i++
	}
	before, at := a.j, a.at
	newLine := a.space()
	after := a.at
	a.at = at
	if newLine {
		a.put('\n')
	} else {
		for k := range a.i - from {
			a.put(a.raw[from+k])
			a.at.Column += min(1, a.j-before)
		}
	}
	a.at = after
}

// character copies one character that is no white space, or is escaped.
func (a *aligner) character() bool {
	c := a.raw[a.i]
	a.put(c)
	switch {
	case a.quote == '"' && a.peek(0) == '\\':
		a.step(map[rune]int{'x': 4, 'u': 6, 'U': 10}[a.peek(1)])
		if a.into.places[len(a.into.places)-1] == a.at {
			a.step(2)
		}
	case a.peek(0) != c:
		return false
	case a.quote == '\'' && c == '\'':
		a.step(2)
	default:
		a.step(1)
	}
	return true
}
