package pdf

import (
	"fmt"
	"math"
	"strings"

	"github.com/openropa/ropa/register/document"
)

// listed is a line of the contents in its place.
type listed struct {
	section *document.Section
	lines   []line
	look    look
	page    int
	x, y    float64
	width   float64
}

// reserve keeps the room for the contents; the numbers of their pages are not
// known yet.
func (w *writer) reserve() {
	if w.doc.Contents <= 0 {
		return
	}
	list := w.listing()
	if len(list) == 0 {
		return
	}
	height := 0.0
	for i := range list {
		height += list[i].height()
	}
	w.y += 20
	if w.room() < height+40 {
		w.nextPage()
	}
	title := headings[1]
	for _, l := range w.lines(document.Text(short(w.doc.ContentsTitle, 100)), title, w.measure()) {
		w.line(l, side, w.y, title.size)
		w.y += title.lead()
	}
	w.y += 4
	for i := range list {
		l := &list[i]
		if l.height() > w.room() {
			w.nextPage()
		}
		w.y += l.above()
		l.page, l.y = w.page, w.y
		w.y += float64(len(l.lines)) * l.look.lead()
	}
	w.listed = list
	// What follows begins on a page of its own.
	w.y = w.height()
}

func (l *listed) above() float64 {
	if l.look.face == bold {
		return 5
	}
	return 1
}

func (l *listed) height() float64 { return l.above() + float64(len(l.lines))*l.look.lead() }

// listing sets the lines of the contents.
func (w *writer) listing() []listed {
	var list []listed
	w.doc.Walk(func(s *document.Section, level int) {
		if level > w.doc.Contents {
			return
		}
		l := listed{section: s, look: bodyLook, x: side + float64(min(level, 6)-1)*14}
		if level == 1 && w.doc.Contents > 1 {
			l.look.face = bold
		}
		l.width = side + w.measure() - l.x
		title := document.Text(short(s.Title.String(), 240))
		if l.lines = w.lines(title, l.look, l.width-40); len(l.lines) > 0 {
			list = append(list, l)
		}
	})
	return list
}

// contents draws the contents where they were given room.
func (w *writer) contents() {
	pages := make(map[*document.Section]*entry, len(w.entries))
	for i := range w.entries {
		pages[w.entries[i].section] = &w.entries[i]
	}
	for i := range w.listed {
		l := &w.listed[i]
		if l.page != w.page {
			w.turn(l.page)
		}
		to := pages[l.section]
		if to == nil {
			continue
		}
		w.entryLine(l, to)
	}
}

func (w *writer) entryLine(l *listed, to *entry) {
	lead := l.look.lead()
	for k, text := range l.lines {
		w.line(text, l.x, l.y+float64(k)*lead, l.look.size)
	}
	last := l.lines[len(l.lines)-1]
	y := l.y + float64(len(l.lines)-1)*lead
	end := l.x + l.width
	for _, number := range w.lines(document.Text(fmt.Sprint(to.page)), l.look, 100) {
		w.line(number, end-number.width, y, l.look.size)
		w.leaders(l.x+last.width+5, end-number.width-5, y, l.look.size)
	}
	link := w.f.AddLink()
	w.f.SetLink(link, max(0, to.y-8), to.page)
	w.f.Link(l.x, w.down(l.y, w.page), l.width, float64(len(l.lines))*lead, link)
}

// leaders are the dots between a title and its number. They stand under each
// other, whatever the length of the title.
func (w *writer) leaders(from, to, y, size float64) {
	if to <= from {
		return
	}
	const dot, step = 0.7, 4.0
	c := rgb[grey]
	w.f.SetDrawColor(c[0], c[1], c[2])
	w.f.SetLineWidth(dot)
	w.f.SetDashPattern([]float64{dot, step - dot}, math.Mod(from, step))
	at := w.down(y+size, w.page)
	w.f.Line(from, at, to, at)
	w.f.SetDashPattern(nil, 0)
}

// remark tells at the end which characters could not be shown.
func (w *writer) remark() {
	if len(w.setter.lost) == 0 {
		return
	}
	const most = 60
	var list []string
	for i, r := range w.setter.lost {
		if i == most {
			list = append(list, "…")
			break
		}
		list = append(list, fmt.Sprintf("U+%04X", r))
	}
	text := lacking(w.doc.Language) + " " + strings.Join(list, ", ")
	w.note(document.Note{Text: []document.Inline{document.Text(text)}})
}
