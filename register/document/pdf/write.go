package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/paper"
	"github.com/openropa/ropa/register/document/internal/whole"
)

// writer writes one document.
type writer struct {
	*pages
	ctx    context.Context
	setter setter
	doc    *document.Document
	sides  paper.Sides
	y      float64 // where the next row begins, from the top of the page
	// waiting are rows that stay with the next.
	waiting []*row
	// leads: the block that is set only introduces the next.
	leads bool
	// under is a head that is to be repeated over facts.
	under *row
	// places are the marks that links lead to, by ID.
	places map[string]int
	done   map[string]bool
	// entries are the lines of the contents, and with the others the bookmarks.
	entries []entry
	listed  []listed
	figures int
}

// Write writes a document as PDF. It fails where w does, where the document holds a
// block that it does not know, and with the error of a context that ends first. The
// pages are held in memory as they stand in the file.
func Write(ctx context.Context, w io.Writer, d *document.Document) error {
	if err := whole.Check(d); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	p, err := compose(ctx, d, nil)
	if err != nil {
		return err
	}
	if err := p.write(ctx, w); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

// compose makes the pages of a document. Each piece of text is told.
func compose(ctx context.Context, d *document.Document, told func(drawn)) (w *writer, err error) {
	// The library panics on what it does not expect; its caller shall not.
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("pdf: %v", fault)
		}
	}()
	w = &writer{ctx: ctx, pages: newPages(), doc: d, sides: paper.Choose(d), places: map[string]int{}, done: map[string]bool{}}
	defer w.content.finish()
	w.told = told
	w.setter.seen = map[rune]bool{}
	for f := range faces {
		if w.setter.faces[f], err = measured[f](); err != nil {
			return nil, err
		}
	}
	w.properties()
	w.index()
	// Without contents the first section follows on the page of the title.
	w.add(d.Contents <= 0 && len(d.Sections) > 0 && w.sides.Turns(&d.Sections[0]))
	w.front()
	w.reserve()
	if err := w.sections(d.Sections, 1, false); err != nil {
		return nil, err
	}
	w.remark()
	w.flush()
	w.contents()
	w.running()
	w.bookmarks()
	w.content.end(w.page)
	w.tellRunes()
	w.f.Close()
	return w, errors.Join(w.fault, w.content.finish(), w.f.Error())
}

// properties tells what the file is. Its time is the day of the document, so
// that the same document gives the same bytes.
func (w *writer) properties() {
	d := w.doc
	w.f.SetTitle(plain(d.Title, 300), true)
	w.f.SetSubject(plain(d.Subtitle, 300), true)
	w.f.SetAuthor(plain(d.Author, 300), true)
	w.f.SetKeywords(plain(d.Kind, 100), true)
	w.f.SetCreator("ropa", false)
	w.f.SetProducer("ropa", false)
	w.f.SetLang(tag(d.Language))
	day := time.Unix(0, 0).UTC()
	if !d.AsOf.IsZero() {
		day = d.AsOf.Time()
	}
	w.f.SetCreationDate(day)
	w.f.SetModificationDate(day)
}

// index makes a mark for each part that links can lead to.
func (w *writer) index() {
	mark := func(id string) {
		if id != "" && w.places[id] == 0 {
			w.places[id] = w.f.AddLink()
		}
	}
	w.doc.Walk(func(s *document.Section, level int) {
		mark(s.ID)
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case document.Table:
				mark(b.ID)
			case document.Figure:
				mark(b.ID)
			}
		}
	})
}

// anchor says that a part begins here.
func (w *writer) anchor(id string, page int, y float64) {
	if link := w.places[id]; link != 0 && !w.done[id] {
		w.done[id] = true
		w.f.SetLink(link, max(0, y-8), page)
	}
}

// front is the title block.
func (w *writer) front() {
	d := w.doc
	w.y = top
	text := func(s string, l look, above float64) {
		if s == "" {
			return
		}
		c := cell{x: side, width: w.measure(), fill: none}
		c.add(w.lines(document.Text(s), l, c.width), l.size, 0)
		w.put(&row{cells: []cell{c}, above: above, fill: none, rule: none})
	}
	text(d.Author, authorLook, 0)
	text(d.Title, titleLook, 10)
	text(d.Subtitle, subLook, 4)
	w.put(&row{least: 8, fill: none, rule: dark})
	w.y += 6
	w.facts(d.Facts)
}

// running draws head and foot of each page, once their number is known.
func (w *writer) running() {
	for n := 1; n <= w.count(); n++ {
		w.turn(n)
		wide, foot := w.measure(), w.height()-bottom+22
		number := fmt.Sprintf("%d / %d", n, w.count())
		w.right(number, side+wide, foot)
		if !w.doc.AsOf.IsZero() {
			w.oneLine(w.doc.AsOf.String(), side, foot, wide/2)
		}
		if n == 1 {
			continue
		}
		author := w.oneLine(w.doc.Author, -1, 36, wide*0.38)
		w.right(author, side+wide, 36)
		w.oneLine(w.doc.Title, side, 36, wide*0.58)
		w.box(side, 51, wide, 0.5, hair)
	}
}

// oneLine draws a text on one line, cut where it is too long, and returns it as
// it is drawn; where x is negative it only does that.
func (w *writer) oneLine(s string, x, y, width float64) string {
	s = short(s, 300)
	list := w.lines(document.Text(s), runningLook, width)
	if len(list) == 0 {
		return ""
	}
	if len(list) > 1 {
		list = w.lines(document.Text(s), runningLook, width-runningLook.size)
		s = list[0].String() + "…"
		list = w.lines(document.Text(s), runningLook, 2*width)
	}
	if x >= 0 {
		w.line(list[0], x, y, runningLook.size)
	}
	return s
}

// right draws a text that ends at x.
func (w *writer) right(s string, x, y float64) {
	for _, l := range w.lines(document.Text(s), runningLook, x) {
		w.line(l, x-l.width, y, runningLook.size)
		return
	}
}

// String returns the text of a line.
func (l line) String() string {
	s := ""
	for i := range l.parts {
		s += l.parts[i].text
	}
	return s
}
