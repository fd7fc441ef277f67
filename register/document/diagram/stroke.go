package diagram

import (
	"math"
	"slices"
)

// dashed cuts a line into the stretches that are drawn.
func dashed(line []point, dash []float64) [][]point {
	if len(dash) == 0 {
		return [][]point{line}
	}
	var all [][]point
	stretch := []point{line[0]}
	n, left := 0, dash[0]
	for i := 1; i < len(line); i++ {
		from, to := line[i-1], line[i]
		for {
			length := math.Hypot(to.x-from.x, to.y-from.y)
			if length <= left || length == 0 {
				left -= length
				break
			}
			at := point{from.x + (to.x-from.x)*left/length, from.y + (to.y-from.y)*left/length}
			if n%2 == 0 {
				all = append(all, append(stretch, at))
			}
			n++
			left = max(dash[n%len(dash)], 0.1)
			stretch, from = []point{at}, at
		}
		stretch = append(stretch, to)
	}
	if n%2 == 0 && len(stretch) > 1 {
		all = append(all, stretch)
	}
	return all
}

// thick returns the area that a line of a width covers: a strip, or for a line that
// ends where it begins an outer edge and an inner one that runs the other way.
func thick(line []point, width float64) [][]point {
	line = distinct(line)
	last := len(line) - 1
	if last < 1 {
		return nil
	}
	closed := last > 2 && line[0] == line[last]
	left, right := make([]point, len(line)), make([]point, len(line))
	for i, p := range line {
		before, after := max(i-1, 0), min(i+1, last)
		if closed && i == 0 {
			before = last - 1
		} else if closed && i == last {
			after = 1
		}
		o := offset(line[before], p, line[after], width/2)
		left[i], right[i] = point{p.x + o.x, p.y + o.y}, point{p.x - o.x, p.y - o.y}
	}
	slices.Reverse(right)
	if closed {
		return [][]point{left, right}
	}
	return [][]point{append(left, right...)}
}

// offset is the way from a point of a line to the edge of the strip around it.
func offset(before, at, after point, r float64) point {
	normal := func(a, b point) (point, bool) {
		length := math.Hypot(b.x-a.x, b.y-a.y)
		if length == 0 {
			return point{}, false
		}
		return point{(b.y - a.y) / length, -(b.x - a.x) / length}, true
	}
	n, ok := normal(before, at)
	m, too := normal(at, after)
	switch {
	case !ok:
		n = m
	case !too:
		m = n
	}
	sum := point{n.x + m.x, n.y + m.y}
	// The sharper the bend, the longer; up to a limit.
	square := max(sum.x*sum.x+sum.y*sum.y, 0.5)
	return point{sum.x * 2 * r / square, sum.y * 2 * r / square}
}

// distinct leaves out points that are where the one before them is.
func distinct(line []point) []point {
	return slices.CompactFunc(slices.Clone(line), func(a, b point) bool { return math.Hypot(a.x-b.x, a.y-b.y) < 1e-6 })
}
