package paper

import (
	"math"

	"github.com/openropa/ropa/register/document"
)

// sheet is a page of A4 as it is filled: the room for text in points.
type sheet struct{ width, height float64 }

var (
	portrait  = sheet{487, 717}
	landscape = sheet{734, 471}
)

// Measures of a text of the size of tables, in points, about.
const (
	letter = 4.4
	line   = 11.5
	inset  = 8.5 // at both sides of a cell
	pad    = 6.0 // above and below it
	// longestWord is how many letters of a word stay together, if there is no room.
	longestWord = 20
	// narrowest is the width below which a column is hard to read, whatever it holds.
	narrowest = 56.0
	heading   = 32.0
	fact      = 17.0
)

// cost is how many pages sections fill, with what is hard to read there counted
// more than once. Each that asks for a page of its own begins a new one.
func costs(list []document.Section) (long, wide float64) {
	known := make(map[*document.Row]*measured) // by the first row: measured once for both
	f, g := &filled{sheet: portrait, known: known}, &filled{sheet: landscape, known: known}
	for i := range list {
		f.section(&list[i])
		g.section(&list[i])
	}
	return f.pages + f.strain, g.pages + g.strain
}

// filled counts pages, and how many of them are hard to read.
type filled struct {
	sheet
	pages, strain float64
	known         map[*document.Row]*measured
}

func (f *filled) add(height float64) { f.pages += height / f.height }

func (f *filled) section(s *document.Section) {
	if s.NewPage {
		f.pages = math.Ceil(f.pages)
	}
	if len(s.Title) > 0 {
		f.add(heading)
	}
	for _, b := range s.Blocks {
		f.block(b)
	}
	for i := range s.Sections {
		f.section(&s.Sections[i])
	}
}

func (f *filled) block(b document.Block) {
	switch b := b.(type) {
	case document.Paragraph:
		f.add(5 + f.lines(b.Text)*line)
	case document.List:
		for _, item := range b.Items {
			f.add(2 + f.lines(item)*line)
		}
	case document.Facts:
		f.facts(b.List)
	case document.Table:
		f.add(line + f.table(&b))
	case document.Note:
		f.add(17)
		for _, text := range b.Text {
			f.add(f.lines(text) * line)
		}
	case document.Figure:
		f.add(f.figure(&b))
	}
}

func (f *filled) lines(text document.Inline) float64 { return wrapped(text, f.width) }

func (f *filled) facts(list []document.Fact) {
	for i := range list {
		n := 1.0
		for k, text := range list[i].Text {
			n = max(n, float64(k)) + wrapped(text, f.width*0.7) - 1
		}
		f.add(fact + (max(n, float64(len(list[i].Text)))-1)*line)
		f.facts(list[i].Facts)
	}
}

// figure is the height of a picture. One that has to be small is hard to read.
func (f *filled) figure(fig *document.Figure) float64 {
	if !(fig.Width > 0 && fig.Height > 0 && fig.Width < 1e6 && fig.Height < 1e6) {
		return line
	}
	scale := min(1, f.width/fig.Width, (f.height-70)/fig.Height)
	f.strain += 4 * (1 - scale)
	return fig.Height * scale
}

// wrapped is how many lines a text takes in a width.
func wrapped(text document.Inline, width float64) float64 {
	return max(1, math.Ceil(float64(letters(text))*letter/width))
}

// column is what a column asks for: the width of its longest word, of its longest
// line, and its share.
type column struct{ word, whole, share float64 }

// table is the height of a table. Where its words do not fit beside each other they
// are set smaller or broken, which is hard to read.
func (f *filled) table(t *document.Table) float64 {
	if len(t.Columns) == 0 || len(t.Rows) == 0 {
		return line + pad
	}
	m := f.known[&t.Rows[0]]
	if m == nil {
		m = measure(t)
		f.known[&t.Rows[0]] = m
	}
	columns, next := m.columns, 0
	words := 0.0
	for _, c := range columns {
		words += max(c.word, narrowest)
	}
	widths := shared(columns, f.width)
	height := line + pad
	for i := range t.Rows {
		most := 1.0
		for k, cell := range t.Rows[i].Cells {
			if k >= len(widths) {
				break
			}
			n := 0.0
			for range cell.Lines {
				n += max(1, math.Ceil(float64(m.lengths[next])*letter/max(widths[k]-inset, letter)))
				next++
			}
			most = max(most, n)
		}
		height += most*line + pad
	}
	if tight := words / f.width; tight > 1 {
		f.strain += height / f.height * (tight*tight - 1)
	}
	return height
}

// sampled is how many rows are asked how wide they want to be: what hundreds of them
// ask for, the others ask for as well.
const sampled = 400

// measured is what a table asks for, on whatever paper.
type measured struct {
	columns []column
	lengths []int32 // of the lines of all cells, row by row, in letters
}

// asked measures the columns of a table.
func asked(t *document.Table) []column { return measure(t).columns }

func measure(t *document.Table) *measured {
	all := make([]column, len(t.Columns))
	for i := range all {
		all[i].share = 1
		if w := t.Columns[i].Width; w > 0 {
			all[i].share = min(w, 1000)
		}
		all[i].take(t.Columns[i].Title)
	}
	m := &measured{columns: all, lengths: make([]int32, 0, len(t.Rows)*len(all))}
	for k := range t.Rows {
		cells := t.Rows[k].Cells
		for i := range cells[:min(len(cells), len(all))] {
			for _, text := range cells[i].Lines {
				if k >= sampled {
					m.lengths = append(m.lengths, int32(letters(text)))
					continue
				}
				m.lengths = append(m.lengths, int32(all[i].take(text)))
			}
		}
	}
	return m
}

// take notes what a line asks for, and returns its letters.
func (c *column) take(text document.Inline) int {
	word, whole := 0, 0
	for i := range text {
		n := 0
		for k := range len(text[i].Text) { // by byte: the ends of words are one each
			switch b := text[i].Text[k]; {
			case b == ' ' || b == '\n' || b == '-' || b == '/':
				whole++
				word, n = max(word, n), 0
			case b&0xC0 != 0x80: // a letter begins
				whole++
				n++
			}
		}
		word = max(word, n)
	}
	word = min(word, longestWord)
	c.word, c.whole = max(c.word, float64(word)*letter+inset), max(c.whole, float64(whole)*letter+inset)
	return whole
}

// shared divides a width among columns: no one gets less than its longest word, nor
// more than its longest line, as far as there is room.
func shared(columns []column, width float64) []float64 {
	out := make([]float64, len(columns))
	left := width
	for i, c := range columns {
		out[i] = min(c.word, c.whole)
		left -= out[i]
	}
	if left <= 0 {
		for i := range out {
			out[i] *= width / (width - left)
		}
		return out
	}
	for range columns {
		shares := 0.0
		for i, c := range columns {
			if out[i] < c.whole {
				shares += c.share
			}
		}
		if shares == 0 || left < 1 {
			break
		}
		given := 0.0
		for i, c := range columns {
			if out[i] < c.whole {
				more := min(left*c.share/shares, c.whole-out[i])
				out[i] += more
				given += more
			}
		}
		left -= given
	}
	for i := range out { // all have their longest line: the rest is for all
		out[i] *= width / (width - left)
	}
	return out
}
