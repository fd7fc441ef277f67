package wire_test

import (
	"encoding/json"
	"testing"

	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// What it costs to ask for all activities and to tell the answers: written as they
// are found, and gathered for encoding/json.
func BenchmarkTell(b *testing.B) {
	view := webgems(b)
	chart, maker := datamap.Build(view), wire.Maker{View: view, Words: words.In("en")}
	q := wire.Asked{Question: datamap.Activities, Filter: datamap.Filter{AsOf: value.MustDate("2026-11-22"), Direct: true}}
	b.Run("written", func(b *testing.B) {
		b.ReportAllocs()
		var room []byte
		for b.Loop() {
			out, err := maker.Append(room[:0], chart, q)
			if err != nil {
				b.Fatal(err)
			}
			room = out
		}
		b.SetBytes(int64(len(room)))
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.ReportAllocs()
		n := 0
		for b.Loop() {
			all, err := chart.Ask(q.Question, q.Filter)
			if err != nil {
				b.Fatal(err)
			}
			out, err := json.Marshal(maker.Answers(all))
			if err != nil {
				b.Fatal(err)
			}
			n = len(out)
		}
		b.SetBytes(int64(n))
	})
}
