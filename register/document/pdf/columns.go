package pdf

import (
	"slices"

	"github.com/openropa/ropa/register/document/internal/paper"
)

// letterShare is the mean width of a letter by the size of the text, with what is
// lost at the ends of lines.
const letterShare = 0.54

// columns gives each column of a table its width, and the table its size. It
// tells whether the table can be set at all: not where its columns would be too
// narrow to read.
func (w *writer) columns(g *grid) bool {
	n := len(g.table.Columns)
	least, most := w.wants(g)
	total := w.measure()
	fixed := 2 * cellInset * float64(n)
	text := max(1, total-fixed)
	sum := 0.0
	for i := range least {
		// A long word or address need not be kept in one piece.
		least[i] = min(least[i], 0.3*text)
		sum += least[i]
	}
	g.size = cellSize
	if sum > text {
		g.size = max(leastSize, cellSize*text/sum)
	}
	scale := g.size / cellSize
	if n > 1 && sum*scale > text && total/float64(n) < leastMean {
		return false
	}
	words := slices.Clone(least)
	// Short words in long texts need room as well.
	weights := g.weights()
	weight := 0.0
	for _, v := range weights {
		weight += v
	}
	for i := range least {
		least[i] = max(least[i], min(most[i], 0.7*weights[i]/weight*text/scale))
	}
	level(least, text/scale)
	for i := range least {
		least[i] = least[i]*scale + 2*cellInset + 0.5
		most[i] = most[i]*scale + 2*cellInset + 0.5
		words[i] = words[i]*scale + 2*cellInset + 0.5
	}
	g.widths = share(weights, least, most, total)
	paper.Balance(g.table, g.widths, words, g.size*letterShare)
	return true
}

// wants are for each column the widths of its longest word and of its longest
// text, at cellSize.
func (w *writer) wants(g *grid) (least, most []float64) {
	t := g.table
	least, most = make([]float64, len(t.Columns)), make([]float64, len(t.Columns))
	for i := range t.Columns {
		least[i], most[i] = w.widths(t.Columns[i].Title, look{face: bold, size: cellSize})
	}
	g.size = cellSize
	// What hundreds of rows want, the others want as well.
	for k := range t.Rows[:min(len(t.Rows), 400)] {
		r := &t.Rows[k]
		for i := range t.Columns {
			if i >= len(r.Cells) {
				break
			}
			for _, in := range r.Cells[i].Lines {
				a, b := w.widths(in, g.cellLook(i, r))
				least[i], most[i] = max(least[i], a), max(most[i], b)
			}
		}
	}
	return least, most
}

func (g *grid) weights() []float64 {
	list := make([]float64, len(g.table.Columns))
	for i := range list {
		list[i] = 1
		if v := g.table.Columns[i].Width; v > 0 {
			list[i] = min(v, 1000)
		}
	}
	return list
}

// share divides a width by weights, so that as far as possible no column gets
// less than its least, nor more than its most.
func share(weights, least, most []float64, total float64) []float64 {
	n := len(weights)
	out := make([]float64, n)
	sum := 0.0
	for i := range least {
		sum += least[i]
	}
	if sum >= total {
		for i := range out {
			out[i] = least[i] * total / sum
		}
		return out
	}
	done := make([]bool, n)
	left := total
	for range n {
		weight := 0.0
		for i := range weights {
			if !done[i] {
				weight += weights[i]
			}
		}
		if weight == 0 {
			break
		}
		// Those that get too little come first: they take from all others.
		if !settle(weights, least, out, done, &left, weight, true) &&
			!settle(weights, most, out, done, &left, weight, false) {
			for i := range out {
				if !done[i] {
					out[i] = left * weights[i] / weight
				}
			}
			return out
		}
	}
	// All have their most: the rest is shared.
	for i := range out {
		out[i] *= total / (total - left)
	}
	return out
}

// level lowers the largest of some widths until all fit: short words stay whole,
// the longest are broken.
func level(list []float64, total float64) {
	sorted := slices.Sorted(slices.Values(list))
	left := total
	for i, v := range sorted {
		fair := left / float64(len(sorted)-i)
		if v > fair {
			for k := range list {
				list[k] = min(list[k], fair)
			}
			return
		}
		left -= v
	}
}

// settle gives the columns that their share would leave below their bound, or
// above it, just that.
func settle(weights, bound, out []float64, done []bool, left *float64, weight float64, below bool) bool {
	any := false
	rest := *left
	for i := range out {
		part := rest * weights[i] / weight
		if done[i] || below && part >= bound[i] || !below && part <= bound[i] {
			continue
		}
		out[i], done[i], any = bound[i], true, true
		*left -= bound[i]
	}
	return any
}
