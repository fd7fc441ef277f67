package diagram

import (
	"strings"
	"unicode"

	"github.com/openropa/ropa/register/document/internal/plain"
)

// clean is a text on one line as a picture can show it: without control
// characters, soft hyphens and what turns or hides the letters around it.
func clean(s string) string {
	s = plain.Line(strings.ToValidUTF8(s, "\ufffd"))
	return strings.Map(func(r rune) rune {
		if r == 0x200e || r == 0x200f || r == 0x61c || r == 0xfeff { // marks of direction
			return -1
		}
		return r
	}, s)
}

// short cuts a text after so many characters.
func short(s string, most int) string {
	n := 0
	for i := range s {
		if n++; n > most {
			return strings.TrimRightFunc(s[:i], unicode.IsSpace) + "…"
		}
	}
	return s
}

// capital begins a text with a capital letter.
func capital(s string) string {
	for i, r := range s {
		return s[:i] + string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}
