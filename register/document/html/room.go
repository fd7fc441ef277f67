package html

import "github.com/openropa/ropa/register/document"

// A table must never be wider than its place, and its words should not be
// broken without need. So the longest word of each column is looked for, and as
// many characters of it stay together as all columns have room for.

// room is how long a word of a table may be, in characters, before it may be
// broken anywhere: where the table has little room, and where it has much, as
// on paper.
type room struct{ narrow, wide int }

// characters are how many of them stand beside each other, in a table of a
// shape, in the narrowest place in which it is shown as one, and in one of the
// width of a page. The space between columns is taken off.
var characters = map[string]room{"few": {46, 92}, "some": {66, 92}, "many": {90, 90}}

// onItsSide is how many stand beside each other on a page on its side.
const onItsSide = 130

// longestWhole is the length of a word that is never broken where there is
// room; above it stand addresses and the like.
const longestWhole = 30

func roomOf(t *document.Table, shape string, wide bool) room {
	if shape == sheet {
		return room{18, 18} // such a column is never narrower than that
	}
	words := make([]int, len(t.Columns))
	for i := range t.Columns {
		words[i] = longest(t.Columns[i].Title)
		for j := range t.Rows {
			if cells := t.Rows[j].Cells; i < len(cells) {
				words[i] = max(words[i], longest(cells[i].Lines...))
			}
		}
	}
	place := characters[shape]
	if wide {
		place.wide = onItsSide
	}
	return room{most(words, place.narrow), most(words, place.wide)}
}

// most returns how long the words may be that stay whole, so that all columns
// together take no more than so many characters.
func most(words []int, characters int) int {
	for whole := longestWhole; whole > 1; whole-- {
		total := 0
		for _, n := range words {
			total += min(n, whole)
		}
		if total <= characters {
			return whole
		}
	}
	return 1
}

// longest is the length of the longest word, in characters; words end at spaces
// and after hyphens.
func longest(lines ...document.Inline) int {
	most := 0
	for _, text := range lines {
		n := 0
		for i := range text {
			for k := range len(text[i].Text) { // by byte: the ends of words are one each
				switch b := text[i].Text[k]; {
				case b == ' ' || b == '\n' || b == '-':
					most, n = max(most, n), 0
				case b&0xC0 != 0x80: // a letter begins
					n++
				}
			}
		}
		most = max(most, n)
	}
	return most
}

// class is the class of a cell with words that may be broken: long where there
// is little room, vast everywhere.
func (r room) class(lines ...document.Inline) string {
	switch n := longest(lines...); {
	case n > r.wide:
		return ` class="vast"`
	case n > r.narrow:
		return ` class="long"`
	}
	return ""
}
