// Package printable makes texts that others wrote, such as the names in a register, safe
// to show: on a terminal, in JSON, in a spreadsheet.
package printable

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Disturbs reports whether a character controls a terminal, ends a line, turns the
// direction of the text, hides letters in it (tags), or is none.
func Disturbs(r rune) bool {
	switch r {
	case 0x61c, 0x200e, 0x200f, 0x2028, 0x2029, 0xfeff, 0xfffe, 0xffff:
		return true
	}
	return r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r >= 0xe0000 && r <= 0xe007f
}

// Line returns a text as one line that can be shown on a terminal: an escape sequence in
// it does not act, nor does a mark that turns its direction show what is not there. The
// ends of lines and tabs become spaces, what else disturbs becomes U+FFFD, a character
// for a character, so that columns stay.
func Line(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			return ' '
		case Disturbs(r):
			return '\ufffd'
		}
		return r
	}, s)
}

// JSON writes what would disturb a terminal as escapes, which mean the same. What is
// given must be JSON: it may hold such characters as they are only inside strings, and
// tabs and the ends of lines only outside of them; of those, a carriage return becomes a
// space. Where nothing disturbs, what is given is returned and not a copy.
func JSON(data []byte) []byte {
	if !bytes.ContainsFunc(data, func(r rune) bool { return r != '\n' && r != '\t' && Disturbs(r) }) {
		return data
	}
	out := make([]byte, 0, len(data)+64)
	for _, r := range string(data) {
		switch {
		case r == '\r': // an escape is no white space
			out = append(out, ' ')
		case r == '\n' || r == '\t' || !Disturbs(r):
			out = utf8.AppendRune(out, r)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
	}
	return out
}

// Cell keeps a spreadsheet from reading a text as a formula when it opens a file of
// values: an apostrophe goes before what would be one (OWASP, CSV Injection).
func Cell(s string) string {
	// Some read the wide forms of East Asian keyboards alike, and some do not mind spaces
	// in front.
	switch first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(s, unicode.IsSpace)); first {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠':
		return "'" + s
	}
	if strings.HasPrefix(s, "\t") || strings.HasPrefix(s, "\r") || strings.HasPrefix(s, "\n") {
		return "'" + s
	}
	return s
}
