package diagram

import (
	"math"
	"strconv"
)

// Measures of charts, in points.
const (
	labelWidth = 130.0
	plotWidth  = 205.0
	textWidth  = 195.0
	rowHeight  = 15.0
	barHeight  = 8.0
)

// chart is a chart of rows with bars.
type chart struct {
	s *surface
	// top is where the rows begin, zero where the bars begin, unit how many points
	// one of what is measured takes.
	top, zero, unit float64
}

// newChart begins a chart whose bars reach so far at the most, with a scale above
// them.
func newChart(most float64, marks []mark, rows int, height float64) *chart {
	c := &chart{s: &surface{width: 2*margin + labelWidth + plotWidth + textWidth}, top: margin + 16, zero: margin + labelWidth + 8}
	c.unit = plotWidth / most
	bottom := c.top + float64(rows)*height + 2
	for _, m := range marks {
		x := c.zero + m.at*c.unit
		c.s.straight(point{x, c.top - 4}, point{x, bottom}, silver, 0.6)
		c.s.centred(x, c.top-8, m.text, detailSize-0.6, false, grey)
	}
	c.s.straight(point{c.zero, c.top - 4}, point{c.zero, bottom}, grey, 0.8)
	c.s.height = bottom + margin
	return c
}

// label sets the name of a row, before the bars.
func (c *chart) label(y float64, name string, found marks) {
	room := labelWidth
	x := c.zero - 8
	if found.criminal {
		x, room = x-11, room-11
		c.s.triangle(point{x + 6, y - 2.8}, plum)
	}
	if found.special {
		x, room = x-11, room-11
		c.s.diamond(point{x + 6, y - 2.8}, plum)
	}
	for _, line := range wrap(name, detailSize, false, room, 1) {
		c.s.begin(name)
		c.s.text(x-widthOf(line, detailSize, false), y, line, detailSize, false, black)
		c.s.end()
	}
}

// note sets a line of text below the chart.
func (c *chart) note(text string) {
	for _, line := range wrap(text, detailSize, false, c.s.width-2*margin, 3) {
		c.s.text(margin, c.s.height-margin+8, line, detailSize, false, grey)
		c.s.height += detailSize * lineHeight
	}
	c.s.height += 6
}

// key tells what a mark means, below the chart.
func (c *chart) key(draw func(x, y float64), text string) {
	y := c.s.height - margin + 10
	draw(margin+10, y-3)
	c.s.text(margin+26, y, text, detailSize, false, black)
	c.s.height += 14
}

// mark is a mark of a scale.
type mark struct {
	at   float64
	text string
}

// steps are marks at round numbers: at most eight beside zero.
func steps(most float64, round []float64, text func(float64) string) []mark {
	step := round[len(round)-1]
	for _, r := range round {
		if most/r <= 8 {
			step = r
			break
		}
	}
	for most/step > 8 {
		step *= 2
	}
	all := []mark{}
	for n := 0.0; n*step <= most+1e-9; n++ {
		all = append(all, mark{n * step, text(n * step)})
	}
	return all
}

func whole(f float64) string { return strconv.Itoa(int(math.Round(f))) }
