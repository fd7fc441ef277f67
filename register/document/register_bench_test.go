package document

import (
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/scale"
)

// BenchmarkRegister makes the record of a register of 300 activities with 150
// parties that pass much on to each other, and of one of ten times as many.
func BenchmarkRegister(b *testing.B) {
	for _, size := range []struct {
		name                string
		activities, parties int
	}{{"300", 300, 150}, {"3000", 3000, 150}} {
		b.Run(size.name, func(b *testing.B) {
			r := scale.Register(scale.Options{Seed: 1, Activities: size.activities, Parties: size.parties, Accounts: true})
			view, problems := register.Resolve(r, nil, nil)
			if problems.HasErrors() {
				b.Fatal(problems.Err())
			}
			chart := datamap.Build(view)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Register(b.Context(), view, chart, Options{AsOf: day, Audience: Authority}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkLayouts makes the same record in the layout of the house and in those
// of authorities.
func BenchmarkLayouts(b *testing.B) {
	r := scale.Register(scale.Options{Seed: 1, Activities: 300, Parties: 150, Accounts: true})
	view, problems := register.Resolve(r, nil, nil)
	if problems.HasErrors() {
		b.Fatal(problems.Err())
	}
	chart := datamap.Build(view)
	for _, l := range Layouts() {
		b.Run(l.Name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Register(b.Context(), view, chart, Options{AsOf: day, Layout: l.Name}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
