package benchmarks

import (
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/scale"
)

// The benchmarks measure the data map by itself, at the size that -activities
// or ROPA_BENCH_ACTIVITIES gives; the report compares it with the others.

func benchView(b *testing.B) (scale.Options, *register.Register, *register.View) {
	o := scale.Options{Seed: 1, Activities: *activities, Parties: *parties}
	r := scale.Register(o)
	return o, r, resolved(b, r)
}

func BenchmarkBuild(b *testing.B) {
	_, _, v := benchView(b)
	before := heap()
	m := datamap.Build(v)
	b.ReportMetric(float64(heap()-before)/float64(countFlows(v)), "bytes/flow")
	for b.Loop() {
		m = datamap.Build(v)
	}
	_ = m
}

func BenchmarkQuestions(b *testing.B) {
	o, r, v := benchView(b)
	m := datamap.Build(v)
	changed := resolved(b, scale.ChangeActivity(r, o, o.Activities/2))
	for _, q := range questions(o.Parties) {
		b.Run(q.name, func(b *testing.B) {
			kind, filter := q.filter()
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				fresh := m.Next(changed) // of which nothing has been asked
				b.StartTimer()
				if _, err := fresh.Ask(kind, filter); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkNext(b *testing.B) {
	o, r, v := benchView(b)
	m := datamap.Build(v)
	for name, changed := range map[string]*register.Register{
		"activity": scale.ChangeActivity(r, o, o.Activities/2),
		"party":    scale.ChangeParty(r, o, o.Parties/2),
	} {
		view := resolved(b, changed)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				m.Next(view)
			}
		})
	}
}

func BenchmarkPolicy(b *testing.B) {
	v, rules := policy(b, 1_000)
	ts := readTrees(v)
	m := datamap.Build(v)
	b.Run("map", func(b *testing.B) {
		for b.Loop() {
			if _, err := checkMap(m, &ts, rules); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("direct", func(b *testing.B) {
		for b.Loop() {
			checkDirect(v, &ts, rules)
		}
	})
}
