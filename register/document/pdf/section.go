package pdf

import (
	"fmt"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/paper"
)

// entry is a section as contents and bookmarks name it.
type entry struct {
	section *document.Section
	level   int
	page    int
	y       float64
}

// sections sets sections with those below them; wide tells whether that which
// they belong to is.
func (w *writer) sections(list []document.Section, level int, wide bool) error {
	for i := range list {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		s := &list[i]
		across := wide || w.sides[s]
		page := wide || w.sides.Turns(s)
		if page != w.wide[w.page] {
			w.flush()
			w.add(page)
			w.y = top
		} else if s.NewPage && !w.fresh() && len(w.waiting) == 0 {
			w.nextPage()
		}
		w.heading(s, level)
		for k, b := range s.Blocks {
			w.leads = paper.Leads(s.Blocks, k)
			if err := w.block(b); err != nil {
				if w.ctx.Err() != nil {
					return err
				}
				return fmt.Errorf("%w in section %s", err, plain(s.ID, 100))
			}
		}
		if err := w.sections(s.Sections, level+1, across); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) block(b document.Block) error {
	switch b := b.(type) {
	case document.Paragraph:
		w.paragraph(b.Text, bodyLook, 5)
	case document.List:
		w.list(b)
	case document.Facts:
		w.facts(b.List)
	case document.Table:
		w.table(b)
		return w.ctx.Err()
	case document.Note:
		w.note(b)
	case document.Figure:
		return w.figure(b)
	default:
		return fmt.Errorf("pdf: unknown block %T", b)
	}
	return nil
}

func (w *writer) heading(s *document.Section, level int) {
	l := headings[min(level, len(headings))-1]
	c := cell{x: side, width: w.measure(), fill: none}
	c.add(w.lines(s.Title, l, c.width), l.size, 0)
	at := len(w.entries)
	w.entries = append(w.entries, entry{section: s, level: level})
	r := &row{cells: []cell{c}, above: l.size*1.1 + 4, fill: none, rule: none, with: true, heading: true}
	r.placed = func(page int, y float64) {
		w.entries[at].page, w.entries[at].y = page, y
		w.anchor(s.ID, page, y)
	}
	if level == 1 {
		r.pad, r.rule = 3, grey
	}
	// A heading of many lines need not stay with what follows.
	r.with = r.height() < 0.3*w.body()
	w.put(r)
	if !r.with {
		w.y += 4
	}
}

func (w *writer) paragraph(in document.Inline, l look, above float64) {
	list := w.lines(in, l, w.measure())
	if len(list) == 0 {
		return
	}
	c := cell{x: side, width: w.measure(), fill: none}
	c.add(list, l.size, 0)
	w.put(&row{cells: []cell{c}, above: above, fill: none, rule: none, with: w.leads})
}

func (w *writer) list(l document.List) {
	for i, item := range l.Items {
		mark := "•"
		if l.Ordered {
			mark = fmt.Sprintf("%d.", i+1)
		}
		indent := 14.0
		if len(l.Items) > 99 {
			indent = 26
		} else if len(l.Items) > 9 && l.Ordered {
			indent = 20
		}
		point := cell{x: side, width: indent, fill: none}
		point.add(w.lines(document.Text(mark), bodyLook, indent), bodyLook.size, 0)
		text := cell{x: side + indent, width: w.measure() - indent, fill: none}
		text.add(w.lines(item, bodyLook, text.width), bodyLook.size, 0)
		above := 2.0
		if i == 0 {
			above = 5
		}
		w.put(&row{cells: []cell{point, text}, above: above, fill: none, rule: none})
	}
}

// bookmarks makes the outline, after the last page: the library places them by
// the height of that.
func (w *writer) bookmarks() {
	w.use(regular, bodyLook.size) // their text is taken as one in the current face
	level := 0
	for _, e := range w.entries {
		if e.page == 0 {
			continue
		}
		w.f.SetPage(e.page)
		level = min(level+1, e.level)
		title := plain(e.section.Title.String(), 200)
		if title == "" {
			title = "–"
		}
		w.f.Bookmark(title, level-1, w.down(max(0, e.y-8), e.page))
	}
}
