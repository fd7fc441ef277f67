package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/openropa/ropa/register/printable"
)

// table is rows of cells under titles.
type table struct {
	titles []string
	rows   [][]string
	// whole marks columns whose cells should stay on a line: ids and places.
	whole map[int]bool
}

const gap = 2

// narrowest is the number of columns below which a cell is unreadable; then the
// rows are written one under the other.
const narrowest = 8

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// write writes the table so that it fits the width; cells that do not fit are
// wrapped.
func (t *table) write(w io.Writer, width int, bold bool) {
	widths := t.fit(width)
	if widths == nil || t.tallest(widths) > tooTall {
		t.writeRecords(w, width, bold)
		return
	}
	t.writeRow(w, t.titles, widths, bold)
	for _, row := range t.rows {
		t.writeRow(w, row, widths, false)
	}
}

// tooTall is the number of lines above which a row is no longer read as one:
// then, too, the cells are written one under the other.
const tooTall = 14

// tallest returns the most lines that a row takes.
func (t *table) tallest(widths []int) int {
	most := 0
	for _, row := range t.rows {
		for i, cell := range row {
			most = max(most, len(wrap(printable.Line(cell), widths[i])))
		}
	}
	return most
}

// fit returns the widths of the columns, or nil where no table fits. Each
// column gets what its longest word needs; the rest goes to where cells have the
// most lines, so that rows stay low.
func (t *table) fit(width int) []int {
	natural, widths, pieces := t.measure()
	available := width - gap*(len(widths)-1)
	if available < narrowest*len(widths) {
		return nil
	}
	for total(widths) > available {
		// Ids and places are broken first, at a hyphen, then words.
		i := widest(widths, func(i int) int { return widths[i] - pieces[i] })
		if widths[i] <= pieces[i] {
			i = widest(widths, func(i int) int { return widths[i] })
		}
		widths[i]--
	}
	for spare := available - total(widths); spare > 0; spare-- {
		i := widest(widths, func(i int) int {
			if natural[i] <= widths[i] {
				return 0
			}
			return 100 * natural[i] / widths[i]
		})
		if natural[i] <= widths[i] {
			break
		}
		widths[i]++
	}
	return widths
}

// longestKept is the most columns that a word, or a cell that should stay
// whole, is given at once.
const longestKept = 26

// measure returns the widths of columns whose cells take one line, those that
// the longest words need, and those that they need when broken at hyphens.
func (t *table) measure() (natural, least, pieces []int) {
	natural, least, pieces = make([]int, len(t.titles)), make([]int, len(t.titles)), make([]int, len(t.titles))
	for n, row := range append([][]string{t.titles}, t.rows...) {
		for i, cell := range row {
			cell = printable.Line(cell)
			natural[i] = max(natural[i], displayWidth(cell))
			words := strings.Fields(cell)
			if n > 0 && t.whole[i] {
				words = []string{cell}
			}
			for _, word := range words {
				least[i] = max(least[i], min(displayWidth(word), longestKept))
				for _, piece := range strings.FieldsFunc(word, isBreak) {
					pieces[i] = max(pieces[i], min(displayWidth(piece)+1, longestKept))
				}
			}
		}
	}
	return natural, least, pieces
}

// widest returns the column for which a measure is greatest.
func widest(widths []int, measure func(int) int) int {
	most := 0
	for i := range widths {
		if measure(i) > measure(most) {
			most = i
		}
	}
	return most
}

func total(widths []int) int {
	sum := 0
	for _, w := range widths {
		sum += w
	}
	return sum
}

func (t *table) writeRow(w io.Writer, cells []string, widths []int, bold bool) {
	lines := make([][]string, len(cells))
	height := 1
	for i, cell := range cells {
		lines[i] = wrap(printable.Line(cell), widths[i])
		height = max(height, len(lines[i]))
	}
	for n := range height {
		var b strings.Builder
		for i := range cells {
			piece := ""
			if n < len(lines[i]) {
				piece = lines[i][n]
			}
			b.WriteString(piece)
			b.WriteString(strings.Repeat(" ", widths[i]-displayWidth(piece)+gap))
		}
		line := strings.TrimRight(b.String(), " ")
		if bold {
			line = "\x1b[1m" + line + "\x1b[0m"
		}
		fmt.Fprintln(w, line)
	}
}

// writeRecords writes a row a block: title and cell on a line.
func (t *table) writeRecords(w io.Writer, width int, bold bool) {
	for n, row := range t.rows {
		if n > 0 {
			fmt.Fprintln(w)
		}
		for i, cell := range row {
			if cell == "" {
				continue
			}
			for k, line := range wrap(t.titles[i]+": "+printable.Line(cell), max(narrowest, width-gap)) {
				if k > 0 {
					line = strings.Repeat(" ", gap) + line
				} else if rest, ok := strings.CutPrefix(line, t.titles[i]); ok && bold {
					line = "\x1b[1m" + t.titles[i] + "\x1b[0m" + rest
				}
				fmt.Fprintln(w, line)
			}
		}
	}
}
