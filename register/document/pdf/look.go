package pdf

import "github.com/openropa/ropa/register/document"

// ink is a colour; greys, so that print in black and white loses nothing.
type ink uint8

const (
	black ink = iota
	soft      // what matters less
	blue      // links
	dark      // bars and strong rules
	grey      // bars of remarks, leaders
	hair      // rules between rows
	tint      // heads of tables
	pale      // what is missing
	none
)

var rgb = [...][3]int{
	black: {26, 26, 26}, soft: {92, 92, 92}, blue: {22, 56, 112}, dark: {64, 64, 64},
	grey: {150, 150, 150}, hair: {200, 200, 200}, tint: {233, 235, 238}, pale: {243, 243, 243},
	none: {0, 0, 0},
}

// look is how a piece of text is set.
type look struct {
	face face
	size float64 // in points
	ink  ink
	// boxed draws a frame around it.
	boxed bool
	// exact: no hyphen may be added where it is broken.
	exact bool
	// lang is its language where it is not that of the document.
	lang string
	// ref is a place in the document, url an address outside, to which it leads.
	ref int
	url string
}

// The looks of the parts of a document.
var (
	bodyLook    = look{size: 9.5}
	titleLook   = look{size: 24, face: bold}
	subLook     = look{size: 13, ink: soft}
	authorLook  = look{size: 10.5, face: bold, ink: soft}
	labelLook   = look{size: 9, face: bold, ink: dark}
	factLook    = look{size: 9}
	captionLook = look{size: 9, face: bold}
	runningLook = look{size: 8, ink: soft}
	headings    = []look{
		{size: 16, face: bold}, {size: 12.5, face: bold}, {size: 10.5, face: bold}, {size: 9.5, face: bold},
	}
)

const (
	cellSize = 8.5
	leading  = 1.34 // height of a line of size 1
	monoSize = 0.92 // the fixed-width face looks larger than the others
)

func (l look) lead() float64 { return l.size * leading }

// missing is the look of what the register does not say.
func (l look) missing() look {
	if l.face == regular {
		l.face = italic
	}
	l.ink = soft
	return l
}

func (l look) muted() look { l.ink = soft; return l }

func (l look) in(f face) look { l.face = f; return l }

func (l look) at(size float64) look { l.size = size; return l }

// run is the look of a run that stands in text of look l.
func (w *writer) run(l look, r document.Run) look {
	switch r.Style {
	case document.Strong:
		l.face = bold
	case document.Muted:
		l.ink = soft
		if l.face == bold {
			l.face = regular
		}
	case document.Code:
		l.face, l.size, l.exact = mono, l.size*monoSize, true
	case document.Mark:
		l.face, l.boxed = bold, true
		l.size *= 0.9
	}
	if r.Language != "" && r.Language != w.doc.Language {
		l.lang = tag(r.Language)
	}
	if l.ref = w.places[r.Ref]; l.ref != 0 {
		l.ink = blue
	} else if l.url = address(r.Link); l.url != "" {
		l.ink, l.exact = blue, true
	}
	return l
}
