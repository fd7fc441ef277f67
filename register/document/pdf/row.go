package pdf

// row is a strip over the width of the page: everything that flows is made of
// them. It stays on one page where that is sensible and is split where not.
type row struct {
	cells []cell
	// above is the room before it, but for the top of a page; pad that within it,
	// above and below the text.
	above, pad float64
	// with keeps it on the page of the row that follows.
	with    bool
	heading bool
	// whole: it is of a table, and is split only where it is high and would leave much
	// of the page empty.
	whole bool
	// fill is its background, rule the line below it.
	fill, rule ink
	// bar is a bar at its left, so many points wide.
	bar    float64
	barInk ink
	// head is drawn again at the top of each page that it goes on to.
	head *row
	// placed is told where it begins.
	placed func(page int, y float64)
	// draw draws what is not text.
	draw func(y float64)
	// least is its height where the text is less high.
	least float64
}

// cell is a column of text in a row.
type cell struct {
	x, width float64
	// inset is the room at the left of its text.
	inset float64
	lines []set
	fill  ink
}

// set is a line with its height.
type set struct {
	line
	above, size float64
}

func (s *set) height() float64 { return s.above + s.size*leading }

func (c *cell) height() float64 {
	h := 0.0
	for i := range c.lines {
		h += c.lines[i].height()
	}
	return h
}

func (r *row) height() float64 {
	h := r.least
	for i := range r.cells {
		h = max(h, r.cells[i].height())
	}
	return h + 2*r.pad
}

// add puts lines under those of a cell.
func (c *cell) add(list []line, size, above float64) {
	for i := range list {
		if i > 0 {
			above = 0
		}
		c.lines = append(c.lines, set{list[i], above, size})
	}
}

// body is the height of the page that text may take.
func (w *writer) body() float64 { return w.height() - top - bottom }

func (w *writer) room() float64 { return w.height() - bottom - w.y }

func (w *writer) fresh() bool { return w.y <= top }

func (w *writer) nextPage() {
	w.add(w.wide[w.page])
	w.y = top
}

// put sets a row, after those that wait to be with it.
func (w *writer) put(r *row) {
	if r.with && len(w.waiting) < 8 {
		w.waiting = append(w.waiting, r)
		return
	}
	before := w.above(r)
	for _, q := range w.waiting {
		before += w.above(q) + q.height()
	}
	height := r.height()
	if !w.fresh() && (before+height > w.room() && w.moves(r, before, height) || w.strands(r, before+height)) {
		w.nextPage()
		if len(w.waiting) == 0 {
			w.again(r)
		}
	}
	w.flush()
	w.place(r)
}

// moves tells whether a row that does not fit goes to the next page as a whole:
// not where it is too high for one or would leave too much of this one empty.
func (w *writer) moves(r *row, before, height float64) bool {
	body, room := w.body(), w.room()
	if room < before+min(height, 40) || r.least > 0 {
		return true
	}
	if before+height > body {
		return false
	}
	if r.whole && before+height+r.repeated(body) > body {
		return false
	}
	if r.whole {
		return room < 0.4*body || height < 0.4*body
	}
	return room < 0.4*body || height < 0.25*body
}

// strands tells whether a heading would stand at the end of a page with next to
// nothing under it.
func (w *writer) strands(r *row, height float64) bool {
	return !r.with && len(w.waiting) > 0 && w.waiting[0].heading && w.room() < max(height, 0.17*w.body())
}

func (w *writer) above(r *row) float64 {
	if w.fresh() {
		return 0
	}
	return r.above
}

// flush sets the rows that waited.
func (w *writer) flush() {
	waiting := w.waiting
	w.waiting = w.waiting[:0:0]
	for _, r := range waiting {
		w.place(r)
	}
}

// repeated is the height of the head that is drawn again above a row.
func (r *row) repeated(body float64) float64 {
	if r.head == nil || r.head.height() > 0.3*body {
		return 0
	}
	return r.head.height()
}

// again draws the head of a table on a new page.
func (w *writer) again(r *row) {
	if r.repeated(w.body()) == 0 {
		return
	}
	head := *r.head
	head.placed = nil
	w.strip(&head, head.height(), true, true)
}

// place draws a row here, over several pages where it does not fit.
func (w *writer) place(r *row) {
	w.y += w.above(r)
	first := true
	rest := *r
	for {
		height := rest.height()
		if height <= w.room()+0.01 || w.fresh() && rest.least > 0 {
			w.strip(&rest, height, first, true)
			return
		}
		now, later, high := rest.split(w.room())
		if high == 0 && !w.fresh() {
			w.nextPage()
			w.again(r)
			continue
		}
		w.strip(now, high, first, false)
		first = false
		rest = *later
		w.nextPage()
		w.again(r)
	}
}

// split takes as many lines of each cell as fit into some room, but at least
// one. The height is 0 if none fits.
func (r *row) split(room float64) (now, later *row, height float64) {
	a, b := *r, *r
	a.cells, b.cells = make([]cell, len(r.cells)), make([]cell, len(r.cells))
	left := room - 2*r.pad
	for i, c := range r.cells {
		h, n := 0.0, 0
		for n < len(c.lines) && h+c.lines[n].height() <= left {
			h += c.lines[n].height()
			n++
		}
		// One line alone at the end of a page or the top of the next looks lost.
		if n > 0 && n < len(c.lines) && (n == 1 || n == len(c.lines)-1 && n > 2) {
			n--
			h -= c.lines[n].height()
		}
		a.cells[i], b.cells[i] = c, c
		a.cells[i].lines, b.cells[i].lines = c.lines[:n], c.lines[n:]
		height = max(height, h)
	}
	if height == 0 {
		return &a, &b, 0
	}
	a.placed, b.placed = r.placed, nil
	return &a, &b, height + 2*r.pad
}

// strip draws a row, or a part of it, and goes below it.
func (w *writer) strip(r *row, height float64, first, last bool) {
	x, wide := side, w.measure()
	if r.fill != none {
		w.box(x, w.y, wide, height, r.fill)
	}
	if r.bar > 0 {
		w.box(x, w.y, r.bar, height, r.barInk)
	}
	if first && r.placed != nil {
		r.placed(w.page, w.y)
	}
	if first && r.draw != nil {
		r.draw(w.y)
	}
	for i := range r.cells {
		c := &r.cells[i]
		if c.fill != none {
			// Below the rule of the row before.
			w.box(c.x, w.y+0.25, c.width, height-0.25, c.fill)
		}
	}
	for i := range r.cells {
		c := &r.cells[i]
		y := w.y + r.pad
		for k := range c.lines {
			s := &c.lines[k]
			y += s.above
			w.line(s.line, c.x+c.inset, y, s.size)
			y += s.size * leading
		}
	}
	w.y += height
	if r.rule != none && last {
		w.box(x, w.y-0.25, wide, 0.5, r.rule)
	}
}

// measure is the width of the text.
func (w *writer) measure() float64 { return w.width() - 2*side }
