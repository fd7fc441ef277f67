package pdf

import "github.com/openropa/ropa/register/document"

// facts sets facts in two columns: names at the left, what they say at the right.
func (w *writer) facts(list []document.Fact) {
	w.factsAt(list, 0)
}

const labelShare = 0.29

func (w *writer) factsAt(list []document.Fact, depth int) {
	for i := range list {
		f := &list[i]
		w.fact(f, depth, i == 0 && depth == 0)
		w.factsAt(f.Facts, depth+1)
	}
}

func (w *writer) fact(f *document.Fact, depth int, first bool) {
	width := w.measure()
	indent := float64(min(depth, 6)) * 9
	label := cell{x: side, width: width * labelShare, inset: 3 + indent, fill: none}
	l := labelLook
	if depth > 0 {
		l = l.in(regular)
	}
	label.add(w.lines(f.Name, l, label.width-label.inset-8), l.size, 0)

	text := cell{x: side + label.width, width: width - label.width, inset: 4, fill: none}
	l = factLook
	if f.Missing {
		l, text.fill = l.missing(), pale
	}
	for i, in := range f.Text {
		above := 0.0
		if i > 0 {
			above = 2.5
		}
		text.add(w.lines(in, l, text.width-text.inset-4), l.size, above)
	}
	r := &row{cells: []cell{label, text}, pad: 2.6, fill: none, rule: hair, head: w.under}
	if first && w.under == nil {
		r.above = 5
	}
	// A name that only gathers others stays with the first of them.
	r.with = len(f.Text) == 0 && len(f.Facts) > 0
	w.put(r)
}
