package paper

import (
	"math"

	"github.com/openropa/ropa/register/document"
)

// Widths divides a width in points among the columns of a table, for text of nine
// points: no column gets less than its longest word, if there is room, and the table
// is as low as it can be then.
func Widths(t *document.Table, width float64) []float64 {
	columns := asked(t)
	widths := shared(columns, width)
	least := make([]float64, len(columns))
	for i, c := range columns {
		least[i] = c.word
	}
	Balance(t, widths, least, letter)
	return widths
}

const (
	// step is how many points one column gives to another at a time, steps how often
	// that is done at most.
	step, steps = 10.0, 30
	// sample is the number of rows that are looked at: a page or two.
	sample = 40
)

// Balance gives columns with much text of the room of those with little, as long as
// that makes the table lower and no column gets less than its least. The mean width
// of a letter is in points, as all widths are.
func Balance(t *document.Table, widths, least []float64, letter float64) {
	b := &balance{widths: widths, lengths: lengthsOf(t, len(widths), letter)}
	if len(widths) < 2 || len(b.lengths) == 0 {
		return
	}
	for c := range widths {
		b.now = append(b.now, b.lines(c, widths[c]))
	}
	for range steps {
		if !b.move(least) {
			return
		}
	}
}

// balance is a table while its columns are balanced.
type balance struct {
	widths []float64
	// lengths are those of the lines of each cell, by row and column.
	lengths [][][]float64
	// now are the lines that each cell takes, by column and row.
	now [][]int
}

func lengthsOf(t *document.Table, columns int, letter float64) [][][]float64 {
	rows := t.Rows[:min(len(t.Rows), sample)]
	all := make([][][]float64, len(rows))
	for i := range rows {
		all[i] = make([][]float64, columns)
		for c := range min(columns, len(rows[i].Cells)) {
			for _, text := range rows[i].Cells[c].Lines {
				all[i][c] = append(all[i][c], float64(letters(text))*letter)
			}
		}
	}
	return all
}

// lines are those of the cells of a column in a width.
func (b *balance) lines(column int, width float64) []int {
	room := max(width-inset, 1)
	all := make([]int, len(b.lengths))
	for r := range b.lengths {
		for _, length := range b.lengths[r][column] {
			all[r] += max(1, int(math.Ceil(length/room)))
		}
	}
	return all
}

// move makes the one move of a step that saves the most lines, and reports whether
// there was one.
func (b *balance) move(least []float64) bool {
	n := len(b.widths)
	more, less := make([][]int, n), make([][]int, n)
	for c, width := range b.widths {
		more[c] = b.lines(c, width+step)
		if width-step >= least[c] {
			less[c] = b.lines(c, width-step)
		}
	}
	from, to, best := -1, -1, b.height(-1, -1, nil, nil)
	for give := range n {
		if less[give] == nil {
			continue
		}
		for take := range n {
			if take == give {
				continue
			}
			if h := b.height(give, take, less[give], more[take]); h < best {
				from, to, best = give, take, h
			}
		}
	}
	if from < 0 {
		return false
	}
	b.widths[from] -= step
	b.widths[to] += step
	b.now[from], b.now[to] = less[from], more[to]
	return true
}

// height is the number of lines of all rows, with other lines in two columns.
func (b *balance) height(give, take int, less, more []int) int {
	sum := 0
	for r := range b.lengths {
		most := 1
		for c := range b.widths {
			switch c {
			case give:
				most = max(most, less[r])
			case take:
				most = max(most, more[r])
			default:
				most = max(most, b.now[c][r])
			}
		}
		sum += most
	}
	return sum
}
