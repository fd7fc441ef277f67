package diagram

import "math"

// point is a place on a surface, in points of 1/72 inch from the top left.
type point struct{ x, y float64 }

// surface is what is drawn: shapes one over the other. It knows no format.
type surface struct {
	width, height float64
	shapes        []shape
}

// shapeKind tells shapes apart.
type shapeKind uint8

const (
	boxShape   shapeKind = iota
	curveShape           // from points[0] by cubic curves, three points each
	areaShape            // a filled polygon
	textShape
	beginGroup // what follows belongs together and has a title
	endGroup
)

// shape is a figure on a surface.
type shape struct {
	kind          shapeKind
	at            point // top left of a box, left end of the base line of a text
	width, height float64
	round         float64
	points        []point
	fill, stroke  ink
	line          float64 // width of the stroke
	dash          []float64
	text          string
	size          float64
	bold          bool
}

func (s *surface) box(x, y, w, h, round float64, fill, stroke ink, line float64, dash ...float64) {
	s.shapes = append(s.shapes, shape{kind: boxShape, at: point{x, y}, width: w, height: h, round: round, fill: fill, stroke: stroke, line: line, dash: dash})
}

func (s *surface) curve(points []point, stroke ink, line float64, dash ...float64) {
	s.shapes = append(s.shapes, shape{kind: curveShape, points: points, fill: none, stroke: stroke, line: line, dash: dash})
}

// straight draws a line; a curve whose handles lie on it.
func (s *surface) straight(from, to point, stroke ink, line float64, dash ...float64) {
	third := func(n float64) point { return point{from.x + (to.x-from.x)*n/3, from.y + (to.y-from.y)*n/3} }
	s.curve([]point{from, third(1), third(2), to}, stroke, line, dash...)
}

func (s *surface) area(fill ink, points ...point) {
	s.shapes = append(s.shapes, shape{kind: areaShape, points: points, fill: fill, stroke: none})
}

// text sets a line of text; what it says has been cleaned.
func (s *surface) text(x, y float64, text string, size float64, bold bool, fill ink) {
	if text != "" {
		s.shapes = append(s.shapes, shape{kind: textShape, at: point{x, y}, text: text, size: size, bold: bold, fill: fill, stroke: none})
	}
}

// centred sets a line of text around a place.
func (s *surface) centred(x, y float64, text string, size float64, bold bool, fill ink) {
	s.text(x-widthOf(text, size, bold)/2, y, text, size, bold, fill)
}

// begin begins a group; its title is told where the pointer rests.
func (s *surface) begin(title string) {
	s.shapes = append(s.shapes, shape{kind: beginGroup, text: title})
}

func (s *surface) end() { s.shapes = append(s.shapes, shape{kind: endGroup}) }

// moved puts the shapes of another surface onto this one.
func (s *surface) moved(other *surface, by point) {
	for _, x := range other.shapes {
		x.at.x, x.at.y = x.at.x+by.x, x.at.y+by.y
		points := make([]point, len(x.points))
		for i, p := range x.points {
			points[i] = point{p.x + by.x, p.y + by.y}
		}
		x.points = points
		s.shapes = append(s.shapes, x)
	}
}

// arrowHead draws the head of an arrow that comes from the left.
func (s *surface) arrowHead(at point, fill ink) {
	s.area(fill, at, point{at.x - 6, at.y - 2.6}, point{at.x - 6, at.y + 2.6})
}

// diamond marks special categories of data.
func (s *surface) diamond(centre point, fill ink) {
	const r = 3.4
	s.area(fill, point{centre.x, centre.y - r}, point{centre.x + r, centre.y}, point{centre.x, centre.y + r}, point{centre.x - r, centre.y})
}

// triangle marks criminal data.
func (s *surface) triangle(centre point, fill ink) {
	s.area(fill, point{centre.x, centre.y - 3.4}, point{centre.x + 3.8, centre.y + 3}, point{centre.x - 3.8, centre.y + 3})
}

// outline is the outline of a shape as lines, in order.
func (x *shape) outline() []point {
	switch x.kind {
	case areaShape:
		return x.points
	case boxShape:
		return roundedBox(x.at, x.width, x.height, x.round)
	case curveShape:
		return flat(x.points)
	}
	return nil
}

// flat turns curves into short straight lines.
func flat(points []point) []point {
	if len(points) == 0 {
		return nil
	}
	all := []point{points[0]}
	const steps = 24
	for i := 0; i+3 < len(points); i += 3 {
		a, b, c, d := points[i], points[i+1], points[i+2], points[i+3]
		for n := 1; n <= steps; n++ {
			t := float64(n) / steps
			u := 1 - t
			all = append(all, point{
				u*u*u*a.x + 3*u*u*t*b.x + 3*u*t*t*c.x + t*t*t*d.x,
				u*u*u*a.y + 3*u*u*t*b.y + 3*u*t*t*c.y + t*t*t*d.y,
			})
		}
	}
	return all
}

func roundedBox(at point, w, h, r float64) []point {
	r = min(r, w/2, h/2)
	if r <= 0 {
		return []point{at, {at.x + w, at.y}, {at.x + w, at.y + h}, {at.x, at.y + h}}
	}
	var all []point
	corner := func(x, y, from float64) {
		const steps = 8
		for n := range steps + 1 {
			angle := from + float64(n)*math.Pi/2/steps
			all = append(all, point{x + r*math.Cos(angle), y + r*math.Sin(angle)})
		}
	}
	corner(at.x+w-r, at.y+r, -math.Pi/2)
	corner(at.x+w-r, at.y+h-r, 0)
	corner(at.x+r, at.y+h-r, math.Pi/2)
	corner(at.x+r, at.y+r, math.Pi)
	return all
}
