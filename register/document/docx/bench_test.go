package docx_test

import (
	"archive/zip"
	"fmt"
	"io"
	"testing"

	"github.com/openropa/ropa/register/document/docx"
)

// BenchmarkWrite writes registers; deflate is what the archive alone costs for
// the same bytes: nothing could be faster.
func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{20, 300, 3000} {
		d := made(b, n)
		b.Run(fmt.Sprintf("sections=%d/docx", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := docx.Write(b.Context(), io.Discard, d); err != nil {
					b.Fatal(err)
				}
			}
		})
		all := parts(b, written(b, d))
		b.Run(fmt.Sprintf("sections=%d/deflate", n), func(b *testing.B) {
			for b.Loop() {
				z := zip.NewWriter(io.Discard)
				for name, text := range all {
					w, err := z.Create(name)
					if err != nil {
						b.Fatal(err)
					}
					if _, err := io.WriteString(w, text); err != nil {
						b.Fatal(err)
					}
				}
				if err := z.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
