package layout

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoted returns a string as a YAML scalar on one line: without quotes where
// every reader takes it for the same string, else in double quotes.
func quoted(s string, flow bool) string {
	if isPlain(s) && !(flow && strings.ContainsAny(s, ",[]{}")) {
		return s
	}
	return doubleQuoted(s)
}

// quotedKey is quoted for a key: there the word none means nothing of its own.
func quotedKey(s string, flow bool) string {
	if s == "none" {
		return s
	}
	return quoted(s, flow)
}

// guessed matches what a reader of YAML 1.1 or 1.2 takes for something else
// than a string: null, booleans (NO is Norway here), numbers with signs,
// separators, bases and sixties, infinities, dates and merge keys. The word none
// is one of the format itself, so that a text or identifier of that name needs
// quotes too.
var guessed = regexp.MustCompile(`(?i)^(` +
	`~|null|none|y|n|yes|no|on|off|true|false|<<|=` +
	`|[-+]?\.(inf|nan)` +
	`|[-+]?0b[01_]+|[-+]?0x[0-9a-f_]+|[-+]?0o?[0-7_]+` +
	`|[-+]?[0-9][0-9_,]*(\.[0-9_]*)?(e[-+]?[0-9]+)?` +
	`|[-+]?\.[0-9_]+(e[-+]?[0-9]+)?` +
	`|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?` +
	`|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t\s].*)?` +
	`)$`)

// isPlain reports whether a string needs no quotes in block style.
func isPlain(s string) bool {
	if s == "" || strings.TrimSpace(s) != s || strings.ContainsRune("-?:,[]{}#&*!|>'\"%@`", rune(s[0])) {
		return false
	}
	if strings.Contains(s, ": ") || strings.Contains(s, " #") || strings.HasSuffix(s, ":") || strings.HasPrefix(s, "...") {
		return false
	}
	if !utf8.ValidString(s) {
		return false
	}
	for _, r := range s {
		if !isPrintable(r) {
			return false
		}
	}
	return !guessed.MatchString(s)
}

// isPrintable reports whether a character may stand in a file as it is: not
// one that ends a line, is not seen, or turns the direction of the text.
func isPrintable(r rune) bool {
	return unicode.IsPrint(r) || unicode.In(r, unicode.M, unicode.Zs) || r == '\u200d' || r == '\u200c'
}

func doubleQuoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case isPrintable(r):
			b.WriteRune(r)
		case r <= 0xff:
			fmt.Fprintf(&b, `\x%02X`, r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// literalLines returns the header and the lines of a text of several lines as a
// literal block, and whether the block gives exactly the same text back.
func literalLines(s string) (header string, lines []string, ok bool) {
	header = "|-"
	body, found := strings.CutSuffix(s, "\n")
	if found {
		header = "|"
	}
	if !strings.Contains(s, "\n") || !utf8.ValidString(s) {
		return "", nil, false
	}
	lines = strings.Split(body, "\n")
	if lines[0] == "" || lines[len(lines)-1] == "" || lines[0][0] == ' ' {
		return "", nil, false
	}
	for _, line := range lines {
		if strings.TrimRight(line, " ") != line {
			return "", nil, false
		}
		for _, r := range line {
			if !isPrintable(r) {
				return "", nil, false
			}
		}
	}
	return header, lines, true
}

// foldedLines returns a text of one line as the lines of a folded block that is
// indented by indent, and whether that is called for: written on the line of
// its key, from column on, it would be too long. It is broken at single spaces
// between words, which a reader puts back, and nowhere else.
func foldedLines(s string, indent, column int) (lines []string, ok bool) {
	if column+utf8.RuneCountInString(s) <= width || !utf8.ValidString(s) || strings.Contains(s, "  ") || strings.Trim(s, " ") != s {
		return nil, false
	}
	for _, r := range s {
		if !isPrintable(r) {
			return nil, false
		}
	}
	room := max(width-indent, 40)
	var line strings.Builder
	length := 0
	for word := range strings.SplitSeq(s, " ") {
		n := utf8.RuneCountInString(word)
		if length > 0 && length+1+n > room {
			lines = append(lines, line.String())
			line.Reset()
			length = 0
		}
		if length > 0 {
			line.WriteByte(' ')
			length++
		}
		line.WriteString(word)
		length += n
	}
	return append(lines, line.String()), len(lines) > 0
}
