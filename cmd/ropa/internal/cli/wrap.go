package cli

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// displayWidth is the number of columns that a text takes on a terminal.
func displayWidth(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) || r < ' ' || r == 0x7f:
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// wrap breaks a text into lines of at most most columns: at spaces, else
// behind a slash, comma or hyphen, else within a word.
func wrap(s string, most int) []string {
	most = max(1, most)
	var lines []string
	line, taken := "", 0
	flush := func() {
		lines = append(lines, strings.TrimRight(line, " "))
		line, taken = "", 0
	}
	for _, word := range strings.Fields(s) {
		gap := 0
		if line != "" {
			gap = 1
		}
		if taken+gap+displayWidth(word) <= most {
			line += strings.Repeat(" ", gap) + strings.ReplaceAll(word, string(softHyphen), "")
			taken += gap + displayWidth(word)
			continue
		}
		if line != "" {
			flush()
		}
		pieces := breakWord(word, most)
		lines = append(lines, pieces[:len(pieces)-1]...)
		line = pieces[len(pieces)-1]
		taken = displayWidth(line)
	}
	if line != "" || len(lines) == 0 {
		flush()
	}
	return lines
}

// softHyphen marks where a long word of ours may be broken, with a hyphen.
const softHyphen = '\u00ad'

// breakWord breaks a word into pieces of at most most columns.
func breakWord(word string, most int) []string {
	var pieces []string
	piece, hyphen, taken, breakAt := "", "", 0, 0
	for _, r := range word {
		if r == softHyphen {
			if taken < most {
				breakAt, hyphen = len(piece), "-"
			}
			continue
		}
		for w := runeWidth(r); taken+w > most && piece != ""; {
			// Twice at most: behind what is left of the piece a wide character
			// may still find no room.
			if breakAt == 0 {
				breakAt, hyphen = len(piece), ""
			}
			pieces = append(pieces, piece[:breakAt]+hyphen)
			piece = piece[breakAt:]
			taken, breakAt = displayWidth(piece), 0
		}
		piece += string(r)
		taken += runeWidth(r)
		if isBreak(r) {
			breakAt, hyphen = len(piece), ""
		}
	}
	return append(pieces, piece)
}

// isBreak reports whether a line may end behind a character.
func isBreak(r rune) bool { return strings.ContainsRune("/,-:;", r) || r == softHyphen }
