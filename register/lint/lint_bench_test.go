package lint_test

import (
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/scale"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

const benchDay = value.Date(20261122)

// benchScale is the size of the register that is looked at: that which
// ROPA_BENCH_ACTIVITIES gives, with a party for each five activities, 5,000 at
// most.
func benchScale() scale.Options {
	n, err := strconv.Atoi(os.Getenv("ROPA_BENCH_ACTIVITIES"))
	if err != nil {
		n = 1_000
	}
	return scale.Options{Seed: 1, Activities: n, Parties: min(n/5, 5_000), Accounts: true}
}

func benchView(b *testing.B) *register.View {
	view, problems := register.Resolve(scale.Register(benchScale()), nil, nil)
	if err := problems.Err(); err != nil {
		b.Fatal(err)
	}
	return view
}

// BenchmarkLint looks at a register with all rules. The yardsticks are of the
// same run: to resolve the register (x-resolve) and to build its data map
// (x-build), each done once for each time that it is looked at.
func BenchmarkLint(b *testing.B) {
	r := scale.Register(benchScale())
	var report *lint.Report
	var resolving, building, linting time.Duration
	for b.Loop() {
		var view *register.View
		var m *datamap.Map
		resolving += timed(func() { view, _ = register.Resolve(r, nil, nil) })
		building += timed(func() { m = datamap.Build(view) })
		linting += timed(func() { report = run(b, view, m, lint.Options{}) })
	}
	b.ReportMetric(float64(linting.Nanoseconds())/float64(b.N*len(r.Activities)), "ns/activity")
	b.ReportMetric(linting.Seconds()/float64(b.N)*1000, "ms/lint")
	b.ReportMetric(float64(linting)/float64(resolving), "x-resolve")
	b.ReportMetric(float64(linting)/float64(building), "x-build")
	b.ReportMetric(float64(len(report.Findings)), "findings")
	b.ReportMetric(0, "ns/op") // that of all three together says nothing
}

// BenchmarkRules looks at a register with one rule at a time: what a rule costs
// by itself, with what it shares with others. Without any is what it costs to walk.
func BenchmarkRules(b *testing.B) {
	view := benchView(b)
	m := datamap.Build(view)
	for _, rule := range lint.Rules() {
		if rule.Text {
			continue
		}
		b.Run(string(rule.Code), func(b *testing.B) {
			b.ReportAllocs()
			var report *lint.Report
			for b.Loop() {
				report = run(b, view, m, lint.Options{Rules: []diag.Code{rule.Code}})
			}
			b.ReportMetric(float64(len(report.Findings)), "findings")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(view.Activities())), "ns/activity")
		})
	}
}

// BenchmarkLintMemory tells the memory that a report holds on to, beyond the view
// and the map, and what was allocated for it.
func BenchmarkLintMemory(b *testing.B) {
	view := benchView(b)
	m := datamap.Build(view)
	var before, after runtime.MemStats
	var report *lint.Report
	for b.Loop() {
		report = nil
		runtime.GC()
		runtime.ReadMemStats(&before)
		report = run(b, view, m, lint.Options{})
		runtime.GC()
		runtime.ReadMemStats(&after)
	}
	n := float64(len(view.Activities()))
	b.ReportMetric(float64(int64(after.HeapAlloc)-int64(before.HeapAlloc))/n, "B-held/activity")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/n, "B-allocated/activity")
	runtime.KeepAlive(report)
}

func run(b *testing.B, view *register.View, m *datamap.Map, o lint.Options) *lint.Report {
	o.AsOf, o.Profile = benchDay, lint.NL
	report, err := lint.Run(b.Context(), view, m, o)
	if err != nil {
		b.Fatal(err)
	}
	return report
}

// timed returns how long something takes from a clean heap on.
func timed(work func()) time.Duration {
	runtime.GC()
	start := time.Now()
	work()
	return time.Since(start)
}
