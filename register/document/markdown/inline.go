package markdown

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/plain"
)

// inline writes a line of text. What is in it becomes no block: a line break is an
// element.
func (p *page) inline(in document.Inline) string {
	if len(in) == 1 && in[0].Style == document.Plain && in[0].Language == "" && in[0].Ref == "" && in[0].Link == "" {
		return escape(in[0].Text)
	}
	var b strings.Builder
	for i := range in {
		b.WriteString(p.run(&in[i]))
	}
	return b.String()
}

func (p *page) run(r *document.Run) string {
	s := escape(r.Text)
	switch r.Style {
	case document.Strong, document.Mark:
		s = strong(s)
	case document.Code:
		s = code(r.Text, s)
	}
	switch link := plain.Link(r.Link); {
	case s == "":
	case link != "":
		s = "[" + s + "](<" + strings.ReplaceAll(link, "|", "%7C") + ">)"
	case p.anchors[r.Ref]:
		s = "[" + s + "](#" + attribute(r.Ref) + ")"
	}
	if r.Language != "" && s != "" {
		s = `<span lang="` + attribute(string(r.Language)) + `">` + s + "</span>"
	}
	return s
}

// strong makes a text bold. The stars count only where they touch letters or
// digits.
func strong(s string) string {
	trimmed := strings.TrimSpace(s)
	if trimmed == "" {
		return s
	}
	before, after, _ := strings.Cut(s, trimmed)
	first, _ := utf8.DecodeRuneInString(trimmed)
	last, _ := utf8.DecodeLastRuneInString(trimmed)
	if !touches(first) || !touches(last) {
		return before + "<strong>" + trimmed + "</strong>" + after
	}
	return before + "**" + trimmed + "**" + after
}

func touches(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// label is the name of a fact; a space or the end of the line follows.
func label(s, colon string) string {
	if strings.HasSuffix(s, "?") {
		colon = "" // a question has its sign
	}
	if first, _ := utf8.DecodeRuneInString(s); touches(first) {
		return "**" + s + colon + "**"
	}
	return "<strong>" + s + colon + "</strong>"
}

var simple = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._/@-]*$`)

// code sets an identifier.
func code(s, escaped string) string {
	if simple.MatchString(s) {
		return "`" + s + "`"
	}
	return "<code>" + escaped + "</code>"
}

// escapes are for what Markdown, its tables, GitHub (mathematics, numbers of
// issues) or HTML read.
var escapes = func() (all [256]string) {
	for _, c := range "\\`*_[]|~$#!^" {
		all[c] = `\` + string(c)
	}
	all['&'], all['<'], all['>'] = "&amp;", "&lt;", "&gt;"
	all['\n'], all['\t'] = "<br>", " "
	return all
}()

// escape writes a text so that it is shown as it is.
func escape(s string) string {
	s = plain.Text(s)
	var b strings.Builder
	from := 0
	for i := range len(s) {
		escaped := escapes[s[i]]
		switch {
		case s[i] == ':' && strings.HasPrefix(s[i:], "://"):
			escaped = `\:` // else GitHub makes a link of it
		case s[i] == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"):
			escaped = `\.`
		}
		if escaped != "" {
			b.WriteString(s[from:i])
			b.WriteString(escaped)
			from = i + 1
		}
	}
	if from == 0 {
		return s
	}
	b.WriteString(s[from:])
	return b.String()
}

// heading is an escaped text on one line.
func heading(s string) string { return escape(plain.Line(s)) }

var starters = regexp.MustCompile(`^(\d{1,9})([.)])`)

// atStart keeps the beginning of a line from being read as that of a block: of a
// list, a heading or a table, or as code because it is indented.
func atStart(s string) string {
	s = strings.TrimLeft(s, " \u00a0")
	if s == "" {
		return s
	}
	switch s[0] {
	case '-', '+', '=':
		return `\` + s
	}
	if s[0] < '0' || s[0] > '9' {
		return s
	}
	return starters.ReplaceAllString(s, `$1\$2`)
}

var unbracketed = strings.NewReplacer(" ", "-", "(", "", ")", "", "\\", "", "`", "", "*", "", "|", "", "[", "", "]", "")

// attribute is a text within the quotes of an attribute or the brackets of a link.
func attribute(s string) string { return unbracketed.Replace(html.EscapeString(plain.Line(s))) }
