package register

import (
	"bytes"
	"encoding/json"
	"runtime"
	"runtime/metrics"
	"slices"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"go.yaml.in/yaml/v4"
)

// BenchmarkLoad holds the reading of a register against the least that it could
// cost: of YAML, the time in which the parser makes its own nodes of the same
// bytes (x-parser); of JSON, to unmarshal the same bytes and to hold the whole
// against the JSON Schema at once (x-schema). Both are read in turns, so that
// what else the machine does slows both; the metric is the median of the turns.
func BenchmarkLoad(b *testing.B) {
	data := benchRegister(2_000)
	b.Run("yaml", func(b *testing.B) {
		inTurns(b, "x-parser", func() { benchParser(b, data) }, func() { benchParse(b, "x.yaml", data) })
	})
	r, _, _ := Parse("x.yaml", data)
	canonical, err := json.Marshal(r)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("json", func(b *testing.B) {
		definition := plainSchema(b, "Register")
		inTurns(b, "x-schema", func() { benchSchema(b, definition, canonical) }, func() { benchParse(b, "x.json", canonical, Canonical()) })
	})
}

// inTurns reports how many times as long as the yardstick the work takes, the
// milliseconds that it takes, and how high the heap is at most meanwhile.
func inTurns(b *testing.B, metric string, yardstick, work func()) {
	var ratios, seconds []float64
	for b.Loop() {
		least, taken := timed(yardstick), timed(work)
		ratios = append(ratios, taken/least)
		seconds = append(seconds, taken)
	}
	b.ReportMetric(median(ratios), metric)
	b.ReportMetric(1000*median(seconds), "ms/load")
	b.ReportMetric(heapPeak(work)/1e6, "MB-peak")
	b.ReportMetric(0, "ns/op") // that of both together says nothing
}

// heapPeak returns the bytes that objects on the heap, garbage not yet found
// included, take at most while something is done.
func heapPeak(work func()) float64 {
	runtime.GC()
	done, peak := make(chan bool), make(chan uint64)
	go func() {
		sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		most := uint64(0)
		for {
			metrics.Read(sample)
			most = max(most, sample[0].Value.Uint64())
			select {
			case <-done:
				peak <- most
				return
			case <-time.After(time.Millisecond):
			}
		}
	}()
	work()
	close(done)
	return float64(<-peak)
}

// timed returns the seconds that something takes from a clean heap on.
func timed(work func()) float64 {
	runtime.GC()
	start := time.Now()
	work()
	return time.Since(start).Seconds()
}

func median(of []float64) float64 {
	slices.Sort(of)
	return of[len(of)/2]
}

func benchParser(b *testing.B, data []byte) {
	var n yaml.Node
	if err := yaml.Load(data, &n); err != nil {
		b.Fatal(err)
	}
}

func benchSchema(b *testing.B, definition *jsonschema.Schema, data []byte) {
	var v map[string]any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		b.Fatal(err)
	}
	if err := definition.Validate(v); err != nil {
		b.Fatal(err)
	}
}

func benchParse(b *testing.B, name string, data []byte, opts ...Option) {
	if _, _, problems := Parse(name, data, opts...); len(problems) > 0 {
		b.Fatal(problems)
	}
}
