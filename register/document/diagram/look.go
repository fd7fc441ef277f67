package diagram

import (
	"math"
	"strings"
)

// Type sizes and paddings of nodes, in points.
const (
	nameSize   = 9.0
	detailSize = 7.8
	lineHeight = 1.22
	padX, padY = 7.0, 3.5
)

// widths of nodes by kind.
var widths = [...]float64{subjectNode: 104, activityNode: 138, partyNode: 138, dataNode: 108, bendNode: 0}

// line is a line of text of a node.
type line struct {
	text string
	size float64
	bold bool
	ink  ink
}

// look is how a node is drawn.
type look struct {
	lines         []line
	width, height float64
}

// lookOf sets the texts of a node.
func (g *Graph) lookOf(n *node) look {
	l := look{width: widths[n.kind]}
	room := l.width - 2*padX
	if n.kind != dataNode {
		room -= 11 * float64(n.marks()) // in the corner
	}
	add := func(text string, size float64, bold bool, with ink, most int) {
		for _, s := range wrap(text, size, bold, room, most) {
			l.lines = append(l.lines, line{s, size, bold, with})
		}
	}
	if n.kind == dataNode {
		text := n.name
		if len(n.details) > 0 {
			text += " (" + strings.Join(n.details, ", ") + ")"
		}
		room -= 10 * float64(n.marks())
		add(text, detailSize, false, black, 6)
	} else {
		add(n.name, nameSize, n.kind != subjectNode, black, 3)
		room = l.width - 2*padX
		add(strings.Join(n.details, " · "), detailSize, false, grey, 3)
	}
	l.height = 2 * padY
	if n.kind == dataNode {
		l.height = 4
	}
	for _, x := range l.lines {
		l.height += x.size * lineHeight
	}
	return l
}

// whole is all that a node says, for those who want to read what was cut.
func (g *Graph) whole(n *node) string {
	s := clean(n.name)
	for _, d := range n.details {
		s += " – " + d
	}
	if n.special {
		s += " – " + say(g.words, "special")
	}
	if n.criminal {
		s += " – " + say(g.words, "criminal")
	}
	return s
}

// drawNode draws a node with its top left at a place.
func (g *Graph) drawNode(s *surface, n *node, l *look, x, y float64) {
	s.begin(g.whole(n))
	frame(s, n.kind, n.place, n.about, x, y, l.width, l.height)
	if n.shared { // a second one behind it
		s.box(x+2.5, y+2.5, l.width-5, l.height-5, 1, none, blue, 0.6)
	}
	at := y + padY
	if n.kind == dataNode {
		at = y + 2
	}
	for _, t := range l.lines {
		base := at + t.size*0.95
		left := x + padX
		if n.kind == subjectNode || n.kind == dataNode {
			left = x + l.width/2 - widthOf(t.text, t.size, t.bold)/2
		}
		s.text(left, base, t.text, t.size, t.bold, t.ink)
		at += t.size * lineHeight
	}
	corner := point{x + l.width - 9, y + 8.5}
	if n.kind == dataNode {
		corner.y = y + 7
	}
	if n.criminal {
		s.triangle(corner, plum)
		corner.x -= 11
	}
	if n.special {
		s.diamond(corner, plum)
	}
	s.end()
}

// marks is how many marks a node has.
func (n *node) marks() int {
	c := 0
	if n.special {
		c++
	}
	if n.criminal {
		c++
	}
	return c
}

// frame draws the box of a node. Its shape tells what it is: rounded people, plain
// activities, parties with a thick left edge outside the EEA and a broken frame
// where no country is stated.
func frame(s *surface, kind nodeKind, where placeKind, about bool, x, y, w, h float64) {
	thick := 1.0
	if about {
		thick = 2
	}
	switch kind {
	case subjectNode:
		s.box(x, y, w, h, math.Min(h/2, 14), sand, brown, thick)
	case activityNode:
		s.box(x, y, w, h, 2, paleBlue, blue, thick)
	case partyNode:
		switch where {
		case outsideEEA:
			s.box(x, y, w, h, 2, paper, amber, thick)
			s.box(x, y, 4, h, 0, amber, none, 0)
		case unknownPlace:
			s.box(x, y, w, h, 2, paper, grey, thick, 1.5, 2)
		default:
			s.box(x, y, w, h, 2, paper, grey, thick)
		}
	}
}
