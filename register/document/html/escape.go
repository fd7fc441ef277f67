package html

import (
	"html"
	"strings"
)

// escape makes a text safe within elements and quoted attributes.
func escape(s string) string { return html.EscapeString(clean(s)) }

// line is a text on one line, for places that have no more.
func line(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// clean replaces what a page cannot show or what changes the text around it: a
// control character by its picture, a character that turns the direction of
// what follows, hides letters (tags) or is none by U+FFFD. Lines end with \n.
func clean(s string) string {
	if plain(s) {
		return s
	}
	if strings.Contains(s, "\r\n") {
		s = strings.ReplaceAll(s, "\r\n", "\n")
	}
	return strings.Map(visible, s)
}

func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= 0x7f || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return true
}

func visible(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r == '\v' || r == '\f' || r == '\r' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return '\n'
	case r < ' ':
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case r < 0xa0 && r > 0x7f, // control characters without a picture
		r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, // turn the direction until further notice
		r >= 0xe0000 && r <= 0xe007f,                   // tags: letters that nobody sees
		r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe: // no characters
		return 0xfffd
	}
	return r
}

// turns reports whether a text holds letters or marks that run from right to
// left, and so has to be kept apart from what stands beside it.
func turns(s string) bool {
	for _, r := range s {
		switch {
		case r < 0x590:
		case r <= 0x8ff, r == 0x200e, r == 0x200f, r >= 0xfb1d && r <= 0xfdff, r >= 0xfe70 && r <= 0xfefc,
			r >= 0x10800 && r <= 0x10fff, r >= 0x1e800 && r <= 0x1efff:
			return true
		}
	}
	return false
}
