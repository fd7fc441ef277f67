package xlsx

import (
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// letters are the widths of the characters from the space to ~ in Calibri, in
// hundredths of that of a digit.
var letters = [...]uint8{
	45, 64, 79, 98, 100, 141, 135, 44, 60, 60, 98, 98, 49, 60, 50, 76, // space to /
	100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 53, 53, 98, 98, 98, 91, // 0 to ?
	176, 114, 107, 105, 121, 96, 91, 124, 123, 50, 63, 103, 83, 169, 127, 131, // @ to O
	102, 133, 107, 91, 96, 127, 112, 176, 102, 96, 92, 61, 76, 61, 98, 98, // P to _
	57, 95, 104, 83, 104, 98, 60, 93, 104, 45, 47, 90, 45, 158, 104, 104, // ` to o
	104, 104, 69, 77, 66, 104, 89, 141, 85, 89, 78, 62, 91, 62, 98, // p to ~
}

const (
	// drawn is how much wider a text is drawn than the widths of columns count, which
	// take a digit as seven whole pixels; boldly that of a bold text.
	drawn, boldly = 1.06, 1.09
	// edges is the room at both sides of a cell, in characters.
	edges = 0.75
)

// widthOf is the width of a character in those of a digit.
func widthOf(r rune) float64 {
	switch {
	case r >= ' ' && int(r-' ') < len(letters):
		return float64(letters[r-' ']) / 100
	case r < 0x100 && unicode.IsLower(r): // à to ÿ
		return 1.04
	case r >= 0x2e80: // letters of East Asia and pictures
		return 2
	}
	return 1.25
}

// highest is the greatest height of a row in points.
const highest = 409

// height is that of a row in points: programs that open the file do not all find
// it out.
func (b *book) height(row []any, widths []float64) float64 {
	most := 1
	for i, cell := range row {
		c, _ := cell.(excelize.Cell)
		if s, ok := c.Value.(string); ok && i < len(widths) {
			scale := drawn
			if c.StyleID == b.style.name || c.StyleID == b.style.head {
				scale = boldly
			}
			most = max(most, linesOf(s, (widths[i]-edges)/scale))
		}
	}
	return min(float64(most*lineHeight), highest)
}

// linesOf counts the lines of a text in a column of a width in digits.
func linesOf(s string, width float64) int {
	n := 0
	for line := range strings.Lines(s) {
		n += wrapped(line, max(width, 1))
	}
	return max(n, 1)
}

// wrapped counts the lines that a line takes: it breaks before a word that has no
// room, and within one that is longer than the column.
func wrapped(line string, width float64) int {
	used, at, word := 1, 0.0, 0.0
	for _, r := range line {
		if unicode.IsSpace(r) {
			at, word = at+widthOf(' '), 0
			continue
		}
		w := widthOf(r)
		at, word = at+w, word+w
		switch {
		case at <= width:
		case word < at && word <= width: // the word goes to the next line
			used, at = used+1, word
		default:
			used, at, word = used+1, w, w
		}
		if r == '-' { // a line may end after it
			word = 0
		}
	}
	return used
}
