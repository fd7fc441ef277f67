package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"
)

// Measures of the page, in points.
const (
	narrow, long = 595.28, 841.89 // A4
	side         = 54.0
	top          = 66.0
	bottom       = 58.0
)

// pages draws on the pages of the file. It remembers what is set, so that each
// piece of text need not say it again.
type pages struct {
	f *fpdf.Fpdf
	// wide tells for each page whether it lies on its side; page 0 is none.
	wide  []bool
	page  int // the page that is drawn on
	face  face
	size  float64
	ink   ink
	known [faces]bool
	names [faces]string // what the faces are called in the file
	// content is what is drawn, runes the characters in it.
	content content
	runes   runes
	fault   error // the first
	// told is given each piece of text that is drawn; for measurements.
	told func(drawn)
}

// drawn is a piece of text on a page.
type drawn struct {
	page int
	part *part
	x, y float64
}

func newPages() *pages {
	f := fpdf.New("P", "pt", "A4", "")
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false) // see content
	p := &pages{f: f, wide: []bool{false}}
	p.names, p.fault = resources()
	p.forget()
	return p
}

// add begins a page.
func (p *pages) add(wide bool) {
	orientation := "P"
	if wide {
		orientation = "L"
	}
	p.content.end(p.page)
	p.f.AddPageFormat(orientation, fpdf.SizeType{Wd: narrow, Ht: long})
	p.wide = append(p.wide, wide)
	p.page = len(p.wide) - 1
	p.content.begin(p.page)
	p.forget()
}

// turn goes back to a page.
func (p *pages) turn(page int) {
	p.content.end(p.page)
	p.f.SetPage(page)
	p.page = page
	p.content.begin(page)
	p.forget()
}

func (p *pages) forget() { p.face, p.size, p.ink = faces, 0, none }

func (p *pages) count() int { return len(p.wide) - 1 }

func (p *pages) width() float64 {
	if p.wide[p.page] {
		return long
	}
	return narrow
}

func (p *pages) height() float64 { return p.heightOf(p.page) }

func (p *pages) heightOf(page int) float64 {
	if p.wide[page] {
		return narrow
	}
	return long
}

// down is a height below the top of a page as the library must be told it: it
// counts from the height of the page that was added last, whichever it draws on.
func (p *pages) down(y float64, page int) float64 {
	_, last := p.f.GetPageSize()
	return y + last - p.heightOf(page)
}

func (p *pages) use(f face, size float64) {
	if p.face == f && p.size == size {
		return
	}
	if !p.known[f] {
		p.f.AddUTF8FontFromBytes(family[f], style[f], files[f])
		p.known[f] = true
	}
	p.content.face(p.names[f], size)
	p.face, p.size = f, size
}

func (p *pages) paint(i ink) {
	if p.ink == i {
		return
	}
	p.content.colour(i)
	p.ink = i
}

// box fills a rectangle.
func (p *pages) box(x, y, w, h float64, i ink) {
	p.paint(i)
	p.content.box(x, p.height()-y, w, h)
}

// frame draws the outline of a rectangle.
func (p *pages) frame(x, y, w, h, thick float64, i ink) {
	p.box(x, y, w, thick, i)
	p.box(x, y+h-thick, w, thick, i)
	p.box(x, y, thick, h, i)
	p.box(x+w-thick, y, thick, h, i)
}

// line draws a line of text whose top is at y.
func (p *pages) line(l line, x, y, size float64) {
	base := y + size*1.02
	for i := range l.parts {
		p.part(&l.parts[i], x+l.parts[i].x, base)
	}
}

func (p *pages) part(t *part, x, base float64) {
	l := t.look
	if l.boxed {
		left, right := x+0.4, x+t.width-0.4
		// Where a line was broken within the frame, it has no padding.
		if !strings.HasPrefix(t.text, "\u00a0") {
			left -= l.size * framePad
		}
		if !strings.HasSuffix(t.text, "\u00a0") {
			right += l.size * framePad
		}
		p.frame(left, base-l.size*0.86, right-left, l.size*1.12, 0.5, dark)
	}
	if marks := properties(t); marks != "" {
		p.content.raw.WriteString("/Span <<" + marks + ">> BDC\n")
		p.text(t, x, base)
		p.content.raw.WriteString("EMC\n")
	} else {
		p.text(t, x, base)
	}
	y := p.down(base-l.size, p.page)
	switch {
	case l.ref != 0:
		p.f.Link(x, y, t.width, l.size*1.3, l.ref)
	case l.url != "":
		if !l.boxed {
			p.box(x, base+l.size*0.12, t.width, 0.4, l.ink)
		}
		p.f.LinkString(x, y, t.width, l.size*1.3, l.url)
	}
}

func (p *pages) text(t *part, x, base float64) {
	p.use(t.look.face, t.look.size)
	p.paint(t.look.ink)
	p.runes.note(t.look.face, t.text)
	p.content.text(t.text, x, p.height()-base)
	if p.told != nil {
		p.told(drawn{p.page, t, x, base})
	}
}

// properties are the marks of a piece of text: its language, and what stands in
// the register where it cannot be shown.
func properties(t *part) string {
	marks := ""
	if t.look.lang != "" {
		marks += "/Lang (" + t.look.lang + ")"
	}
	if t.lost != "" {
		marks += "/ActualText " + utf16hex(t.lost)
	}
	return marks
}

// utf16hex is a text string of the file.
func utf16hex(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, r := range s {
		if r < ' ' || r >= 0x7f && r < 0xa0 {
			r = '\ufffd'
		}
		for _, u := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&b, "%04X", u)
		}
	}
	b.WriteByte('>')
	return b.String()
}
