package document

import (
	"strconv"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/internal/scale"
)

// BenchmarkNotice makes the notice of registers of different sizes.
func BenchmarkNotice(b *testing.B) {
	for _, size := range []struct{ activities, parties int }{{300, 150}, {3000, 1500}} {
		b.Run(strconv.Itoa(size.activities), func(b *testing.B) {
			view, problems := register.Resolve(scale.Register(scale.Options{Seed: 1, Activities: size.activities, Parties: size.parties, Accounts: true}), nil, nil)
			if problems.HasErrors() {
				b.Fatal(problems.Err())
			}
			chart := datamap.Build(view)
			for b.Loop() {
				if _, err := Notice(b.Context(), view, chart, Options{AsOf: day}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
