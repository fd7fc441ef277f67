package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Guarded keeps a spreadsheet from reading a text as a formula when it opens a
// file of values: an apostrophe goes before what would be one (OWASP, CSV
// Injection).
func Guarded(cell string) string {
	// Some read the wide forms of East Asian keyboards alike, and some do not
	// mind spaces in front.
	switch first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(cell, unicode.IsSpace)); first {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠':
		return "'" + cell
	}
	if strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r") || strings.HasPrefix(cell, "\n") {
		return "'" + cell
	}
	return cell
}
