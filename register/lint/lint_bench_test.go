package lint_test

import (
	"os"
	"strconv"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/scale"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

func BenchmarkLint(b *testing.B) {
	n := 1000
	if x, err := strconv.Atoi(os.Getenv("ROPA_BENCH_ACTIVITIES")); err == nil {
		n = x
	}
	r := scale.Register(scale.Options{Seed: 1, Activities: n})
	view, _ := register.Resolve(r, nil, nil)
	m := datamap.Build(view)
	on := value.MustDate("2026-11-22")
	var report *lint.Report
	for b.Loop() {
		report, _ = lint.Run(view, m, lint.Options{AsOf: on, Profile: lint.NL})
	}
	b.ReportMetric(float64(len(report.Findings)), "findings")
}
