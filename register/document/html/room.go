package html

import "github.com/openropa/ropa/register/document"

// A table must never be wider than its place, and its words should not be
// broken without need. So the longest word of each column is looked for, and as
// many characters of it stay together as all columns have room for.

// characters are the rooms of the shapes: how many characters stand beside each other in the
// narrowest place in which a table of that shape is shown as one, without the
// space between its columns.
var characters = map[string]int{"few": 46, "some": 66, "many": 90}

// longestWhole is the length of a word that is never broken where there is room;
// above it stand addresses and the like.
const longestWhole = 30

// room returns how long a word of the table may be before it may be broken.
func room(t *document.Table, shape string) int {
	if shape == sheet {
		return 18 // in a column that is never narrower than that
	}
	words := make([]int, 0, len(t.Columns))
	for i := range t.Columns {
		n := longest(t.Columns[i].Title)
		for j := range t.Rows {
			if cells := t.Rows[j].Cells; i < len(cells) {
				n = max(n, longest(cells[i].Lines...))
			}
		}
		words = append(words, min(n, longestWhole))
	}
	most := longestWhole
	for sum(words, most) > characters[shape] {
		most--
	}
	return most
}

func sum(words []int, most int) int {
	total := 0
	for _, n := range words {
		total += min(n, most)
	}
	return total
}

// longest is the length of the longest word, in characters; words end at spaces
// and after hyphens.
func longest(lines ...document.Inline) int {
	most := 0
	for _, text := range lines {
		n := 0
		for i := range text {
			for _, r := range text[i].Text {
				if r == ' ' || r == '\n' || r == '-' {
					n = 0
					continue
				}
				n++
				most = max(most, n)
			}
		}
	}
	return most
}

// long is the class of a cell of which a word may be broken anywhere.
func long(word, most int) string {
	if word > most {
		return ` class="long"`
	}
	return ""
}
