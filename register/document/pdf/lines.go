package pdf

import (
	"strings"
	"unicode"

	"github.com/openropa/ropa/register/document"
)

// glyph is a character with its width and what may happen after it.
type glyph struct {
	r, lost rune // lost is what r stands for, where it stands for something
	width   float32
	look    int32
	end     ending
}

// ending says whether a line may end after a character.
type ending uint8

const (
	joined ending = iota
	maybe         // within a long word or an address, rather than anywhere
	hyphen        // with a hyphen
	word
	space // it is not shown at the end of a line
	always
)

// line is a line of text that is set.
type line struct {
	parts []part
	width float64
}

// part is a piece of a line in one look.
type part struct {
	text, lost string
	x, width   float64
	look       *look
}

// setter breaks text into lines. Its lists are used again for the next text.
type setter struct {
	faces  [faces]*measures
	glyphs []glyph
	looks  []look
	// lost are the characters that no face has, in the order of their appearance.
	lost []rune
	seen map[rune]bool
}

// set takes a text in.
func (w *writer) set(in document.Inline, base look) {
	s := &w.setter
	s.glyphs, s.looks = s.glyphs[:0], nil
	for _, r := range in {
		s.looks = append(s.looks, w.run(base, r))
		at := int32(len(s.looks) - 1)
		boxed := s.looks[at].boxed
		if boxed {
			s.pad(at)
		}
		for _, c := range normal(r.Text) {
			s.add(c, at)
		}
		if boxed {
			s.pad(at)
		}
	}
	s.endings()
}

// framePad is the room between a frame and its text, by the size of the letters.
const framePad = 0.25

// pad makes that room.
func (s *setter) pad(at int32) {
	s.glyphs = append(s.glyphs, glyph{r: '\u00a0', width: float32(s.looks[at].size * framePad), look: at})
}

func (s *setter) add(c rune, at int32) {
	r := shown(c)
	if r == 0 {
		return
	}
	l := &s.looks[at]
	g := glyph{r: r, look: at}
	switch {
	case r == '\n':
		g.end = always
	case r == zeroSpace:
		g.end = word
	case r == softHyphen:
		g.end = hyphen
	case r == '\u2011':
		g.r, g.width = '-', float32(s.faces[l.face].width('-')*l.size)
	case r != stand && s.faces[l.face].has(r):
		g.width = float32(s.faces[l.face].width(r) * l.size)
	case r != stand && s.faces[regular].has(r):
		// The fixed-width face lacks some that the others have.
		other := *l
		other.face = regular
		if s.looks[len(s.looks)-1] != other {
			s.looks = append(s.looks, other)
		}
		g.look = int32(len(s.looks) - 1)
		g.width = float32(s.faces[regular].width(r) * l.size)
	default:
		if g.r = stand; c != stand {
			g.lost = c
			s.lack(c)
		}
		g.width = float32(s.faces[l.face].width(stand) * l.size)
	}
	s.glyphs = append(s.glyphs, g)
}

func (s *setter) lack(c rune) {
	if !s.seen[c] {
		s.seen[c] = true
		s.lost = append(s.lost, c)
	}
}

// endings says after which characters a line may end.
func (s *setter) endings() {
	gs := s.glyphs
	for i := range gs {
		if gs[i].end != joined {
			continue
		}
		switch r := gs[i].r; {
		case r == ' ':
			gs[i].end = space
		case i+1 == len(gs):
		case r == '-' && i > 0 && unicode.IsLetter(gs[i-1].r) && unicode.IsLetter(gs[i+1].r) && gs[i].lost == 0:
			gs[i].end = word
		case r == '—' || r == '–' && gs[i+1].r != ' ' && i > 0 && !unicode.IsDigit(gs[i-1].r):
			gs[i].end = word
		case r < 0x80 && strings.ContainsRune("/-_.@?&=:;,|)#", r):
			gs[i].end = maybe
		}
	}
}

// widths are those of the longest part of a text that should not be broken, and
// of the whole of it on one line.
func (w *writer) widths(in document.Inline, base look) (longest, whole float64) {
	w.set(in, base)
	var part, run float64
	for _, g := range w.setter.glyphs {
		if g.end == always {
			longest, whole = max(longest, part), max(whole, run)
			part, run = 0, 0
			continue
		}
		run += float64(g.width)
		if g.end != space {
			part += float64(g.width)
		}
		if g.end != joined {
			longest, part = max(longest, part), 0
		}
	}
	return max(longest, part), max(whole, run)
}

// lines breaks a text into lines of a width in points.
func (w *writer) lines(in document.Inline, base look, width float64) []line {
	w.set(in, base)
	s := &w.setter
	var list []line
	for at := 0; at < len(s.glyphs); {
		end, next, hyphened := s.fit(at, width)
		list = append(list, s.line(at, end, hyphened))
		at = next
	}
	return list
}

// fit finds the line that begins at a character: its end, the beginning of the
// next, and whether a hyphen follows.
func (s *setter) fit(at int, width float64) (end, next int, hyphened bool) {
	gs := s.glyphs
	x := 0.0
	lastWord, lastMaybe := -1, -1
	for i := at; i < len(gs); i++ {
		g := &gs[i]
		if g.end == always {
			return i, i + 1, false
		}
		x += float64(g.width)
		// A frame may stand out by its own padding.
		if x > width+0.01 && g.end != space && i > at {
			return s.cut(at, i, lastWord, lastMaybe)
		}
		switch g.end {
		case word, space, hyphen:
			lastWord = i
		case maybe:
			lastMaybe = i
		}
	}
	return len(gs), len(gs), false
}

// cut chooses where a line that has grown too long at i ends.
func (s *setter) cut(at, i, lastWord, lastMaybe int) (end, next int, hyphened bool) {
	gs := s.glyphs
	switch {
	case lastWord >= at:
		end, next = lastWord+1, lastWord+1
		hyphened = gs[lastWord].end == hyphen
		for end > at && gs[end-1].end == space {
			end--
		}
		if end > at || lastWord > at {
			return end, next, hyphened
		}
	case lastMaybe >= at && lastMaybe < i:
		return lastMaybe + 1, lastMaybe + 1, false
	}
	if !s.looks[gs[i].look].exact {
		if p := s.syllable(at, i); p > at {
			return p, p, true
		}
	}
	return i, i, false
}

// line makes a line of some characters.
func (s *setter) line(from, to int, hyphened bool) line {
	gs := s.glyphs
	for to > from && gs[to-1].end == space {
		to--
	}
	gs = visual(gs[from:to])
	from, to = 0, len(gs)
	var l line
	var text, lost strings.Builder
	for i := from; i < to; {
		first := gs[i]
		p := part{x: l.width, look: &s.looks[first.look]}
		text.Reset()
		lost.Reset()
		for ; i < to && gs[i].look == first.look && (gs[i].lost != 0) == (first.lost != 0); i++ {
			g := &gs[i]
			if g.end == hyphen || g.r == zeroSpace {
				continue
			}
			text.WriteRune(g.r)
			if g.lost != 0 {
				lost.WriteRune(g.lost)
			}
			l.width += float64(g.width)
		}
		if i == to && hyphened {
			text.WriteByte('-')
			l.width += s.faces[p.look.face].width('-') * p.look.size
		}
		p.text, p.lost, p.width = text.String(), lost.String(), l.width-p.x
		if p.text != "" {
			l.parts = append(l.parts, p)
		}
	}
	return l
}
