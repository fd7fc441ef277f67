package html

import (
	"html"
	"strings"

	"github.com/openropa/ropa/register/document/internal/plain"
)

// escape makes a text safe within elements and quoted attributes.
func escape(s string) string { return html.EscapeString(clean(s)) }

// line is a text on one line, for places that have no more.
func line(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// clean replaces what a page cannot show or what changes the text around it: a
// control character by its picture, a character that turns the direction of
// what follows, hides letters (tags) or is none by U+FFFD. Lines end with \n.
func clean(s string) string { return plain.Visible(s) }

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
