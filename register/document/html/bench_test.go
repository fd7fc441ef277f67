package html_test

import (
	"io"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"github.com/openropa/ropa/register/document/html"
)

// The document of 300 activities, and beside it the same page written by
// golang.org/x/net/html from a tree that is there already.
func BenchmarkWrite(b *testing.B) {
	d := large(300)
	page := write(b, d)
	root, err := nethtml.Parse(strings.NewReader(page))
	if err != nil {
		b.Fatal(err)
	}
	var ours, theirs int64
	b.Run("page", func(b *testing.B) {
		b.SetBytes(int64(len(page)))
		b.ReportAllocs()
		for b.Loop() {
			if err := html.Write(b.Context(), io.Discard, d); err != nil {
				b.Fatal(err)
			}
		}
		ours = b.Elapsed().Nanoseconds() / int64(b.N)
	})
	b.Run("library", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := nethtml.Render(io.Discard, root); err != nil {
				b.Fatal(err)
			}
		}
		theirs = b.Elapsed().Nanoseconds() / int64(b.N)
		if theirs > 0 && ours > 0 {
			b.ReportMetric(float64(ours)/float64(theirs), "page/library")
		}
	})
}
