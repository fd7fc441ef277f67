package pdf

import (
	"bytes"
	"io"
	"testing"
	"time"
)

// BenchmarkWrite writes 300 activities. Beside it stands what the library alone
// takes to draw the same pieces of text at the same places.
func BenchmarkWrite(b *testing.B) {
	d := sample(300)
	var list []drawn
	w, err := compose(b.Context(), d, func(p drawn) { list = append(list, p) })
	if err != nil {
		b.Fatal(err)
	}
	var library time.Duration
	rounds := 0
	for b.Loop() {
		if err := Write(b.Context(), io.Discard, d); err != nil {
			b.Fatal(err)
		}
		b.StopTimer()
		begin := time.Now()
		if err := alone(list, w.wide); err != nil {
			b.Fatal(err)
		}
		library += time.Since(begin)
		rounds++
		b.StartTimer()
	}
	b.ReportMetric(float64(b.Elapsed())/float64(library), "×library")
	b.ReportMetric(float64(w.count()), "pages")
}

// alone draws pieces of text with the library alone.
func alone(list []drawn, wide []bool) error {
	p := newPages()
	for _, w := range wide[1:] {
		p.add(w)
	}
	for i := range list {
		if d := &list[i]; d.page != p.page {
			p.turn(d.page)
		}
		l := list[i].part.look
		p.use(l.face, l.size)
		p.f.Text(list[i].x, list[i].y, list[i].part.text)
	}
	var b bytes.Buffer
	return p.f.Output(&b)
}
