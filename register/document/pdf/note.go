package pdf

import "github.com/openropa/ropa/register/document"

// note sets a note between bars: the more it matters, the heavier.
func (w *writer) note(n document.Note) {
	r := &row{above: 7, pad: 5, fill: none, rule: none, bar: 1.5, barInk: grey}
	switch n.Kind {
	case document.Caution:
		r.bar, r.barInk, r.fill = 3, dark, pale
	case document.Fault:
		r.bar, r.barInk, r.fill = 6, black, pale
	}
	c := cell{x: side, width: w.measure(), inset: 13, fill: none}
	width := c.width - c.inset - 8
	c.add(w.lines(n.Title, bodyLook.in(bold), width), bodyLook.size, 0)
	for _, in := range n.Text {
		above := 0.0
		if len(c.lines) > 0 {
			above = 2.5
		}
		c.add(w.lines(in, factLook, width), factLook.size, above)
	}
	if len(c.lines) == 0 {
		return
	}
	r.cells = []cell{c}
	r.with = w.leads
	w.put(r)
	if !r.with {
		w.y += 3
	}
}
