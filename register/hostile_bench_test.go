package register

import (
	"fmt"
	"testing"
)

// BenchmarkHostile shows that the work grows with the register and not with its
// square: of two sizes of one case the larger, four times the smaller, takes
// about four times as long.
func BenchmarkHostile(b *testing.B) {
	for _, n := range []int{5_000, 20_000} {
		for name, c := range hostileRegisters(n) {
			b.Run(fmt.Sprintf("resolve/%s/%d", name, n), func(b *testing.B) {
				for b.Loop() {
					Resolve(c.register, nil, nil)
				}
			})
		}
		text := manyAlike(n)
		b.Run(fmt.Sprintf("format/alike/%d", n), func(b *testing.B) {
			for b.Loop() {
				if _, problems := Format("x.yaml", text); len(problems) > 0 {
					b.Fatal(problems)
				}
			}
		})
		_, source, _ := Parse("x.yaml", text)
		b.Run(fmt.Sprintf("places/%d", n), func(b *testing.B) {
			for b.Loop() {
				for i := range n {
					source.Place(fmt.Sprintf("activities/a/disclosures/p%d", i))
				}
			}
		})
	}
}
