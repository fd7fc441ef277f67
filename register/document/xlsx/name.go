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
	name := legal(title)
	if name == "" || strings.EqualFold(name, "history") { // Excel keeps that name for itself
		name += "_"
	}
	whole := name
	name = strings.TrimRight(shortened(name, most), "' ")
	for i := 2; n[strings.ToLower(name)]; i++ {
		number := " (" + strconv.Itoa(i) + ")"
		name = strings.TrimRight(shortened(whole, most-len(number)), "' ") + number
	}
	n[strings.ToLower(name)] = true
	return name
}

// free reports whether a title can be the name of a sheet as it is.
func (n names) free(title string) bool {
	name := legal(title)
	return name != "" && !n[strings.ToLower(name)] && cut(name, most) == name
}

// legal is a title without what Excel allows in no name.
func legal(title string) string {
	name := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) {
			return ' '
		}
		return r
	}, plain.Line(title))
	return strings.Trim(strings.Join(strings.Fields(name), " "), "' ")
}

// shortened is a text of so many units at most: one that is longer ends at the end
// of a word, and shows that it does. A first word that takes most of the room is cut.
func shortened(s string, units int) string {
	if cut(s, units) == s {
		return s
	}
	head := cut(s, units-1)
	if at := strings.LastIndexByte(head, ' '); at > len(head)/3 && s[len(head)] != ' ' {
		head = head[:at]
	}
	return strings.TrimRight(head, " ,;:–-") + "…"
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
