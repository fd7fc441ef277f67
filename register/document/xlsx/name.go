package xlsx

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/openropa/ropa/register/document/internal/plain"
)

// names are the names of sheets that are taken, in small letters.
type names map[string]bool

// most is how many units of UTF-16 the name of a sheet may have.
const most = 31

// next returns a name for a sheet that Excel allows and no other sheet has.
func (n names) next(title string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return ' '
		}
		return r
	}, plain.Line(title))
	name = strings.Trim(strings.Join(strings.Fields(name), " "), "' ")
	if name == "" || strings.EqualFold(name, "history") { // Excel keeps that name for itself
		name += "_"
	}
	name = strings.Trim(cut(name, most), "' ")
	for i, first := 2, name; n[strings.ToLower(name)]; i++ {
		number := " " + strconv.Itoa(i)
		name = strings.TrimRight(cut(first, most-len(number)), "' ") + number
	}
	n[strings.ToLower(name)] = true
	return name
}

// cut returns the beginning of a text of so many units at most.
func cut(s string, units int) string {
	n := 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > units {
			return s[:i]
		}
	}
	return s
}

// quoted is the name of a sheet in a reference.
func quoted(sheet string) string { return "'" + strings.ReplaceAll(sheet, "'", "''") + "'" }
