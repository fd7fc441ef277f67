package datamap

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// What is put into a table comes out of it, however wide, moved as told and
// changed alone.
func TestTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		columns := rapid.IntRange(1, mostColumns).Draw(t, "columns")
		most := make([]uint32, columns)
		for i := range most {
			most[i] = rapid.SampledFrom([]uint32{0, 1, 255, 256, 65_535, 65_536, 1 << 24, wide >> 1}).Draw(t, "most")
		}
		var d draft
		d.begin(columns)
		for range rapid.IntRange(0, 20).Draw(t, "records") {
			for i := range most {
				d.add(rapid.Uint32Range(0, most[i]).Draw(t, "number"))
			}
		}
		x := d.table(wide)
		if x.count != d.len() {
			t.Fatalf("%d records, not %d", x.count, d.len())
		}
		if x.count > 0 {
			record := rapid.Uint32Range(0, x.count-1).Draw(t, "record")
			x.set(record, 0, wide)
			d.numbers[int(record)*columns] = wide
		}
		for record := range x.count {
			for column := range columns {
				if got, want := x.get(record, column), d.get(record, column); got != want {
					t.Errorf("%d/%d: %d, not %d", record, column, got, want)
				}
			}
		}
		from := rapid.Uint32Range(0, x.count).Draw(t, "from")
		to := rapid.Uint32Range(from, x.count).Draw(t, "to")
		moved := make([]uint32, columns)
		moved[columns-1] = rapid.Uint32().Draw(t, "moved")
		var taken draft
		taken.begin(columns)
		taken.take(&x, from, to, moved...)
		want := slices.Clone(d.numbers[int(from)*columns : int(to)*columns])
		for i := columns - 1; i < len(want); i += columns {
			want[i] += moved[columns-1]
		}
		if !slices.Equal(taken.numbers, want) {
			t.Errorf("%v, not %v", taken.numbers, want)
		}
	})
}
