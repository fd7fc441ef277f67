package store

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// SamePerson reports whether two subjects stand for one person, whom four eyes take
// two of: they differ at most in large and small letters, in the form of letters
// that mean the same (full width, composed or not), in what is not seen, and in how
// wide a space is. Letters of different scripts that look alike differ.
func SamePerson(a, b string) bool {
	if plain(a) && plain(b) { // as nearly all are
		return strings.EqualFold(a, b)
	}
	return person(a) == person(b)
}

// plain reports whether a text is of visible letters of ASCII alone.
func plain(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r > '~' })
}

// person is a subject without what does not tell one person from another: a
// compatibility caseless match (Unicode, D146).
func person(subject string) string {
	s := strings.Map(func(r rune) rune {
		if unseen(r) {
			return -1
		}
		return r
	}, subject)
	fold := cases.Fold()
	for _, form := range []norm.Form{norm.NFD, norm.NFKD} {
		s = fold.String(form.String(s))
	}
	return strings.Join(strings.Fields(norm.NFKD.String(s)), " ")
}

// unseen reports whether a character shows nothing of its own: control and format
// characters, those that fill or vary. A space is seen.
func unseen(r rune) bool {
	const nextLine = '\u0085'
	if unicode.IsSpace(r) && r != nextLine {
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}
