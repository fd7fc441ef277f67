package register

import (
	"fmt"
	"reflect"
	"testing"
)

// wrongActivity is one that the binder would not have let through,
// or every third time one that it would.
func wrongActivity(i int) check {
	a := &Activity{ID: fmt.Sprintf("a%d", i), Name: Text{"Q": "x"}}
	if i%3 == 0 {
		a = &Activity{ID: a.ID} // nothing is wrong with this one
	}
	v := reflect.ValueOf(a)
	return check{value: v, plan: planOf(v.Type().Elem()), at: "activities/" + a.ID}
}

// However many entities are checked side by side, what is wrong with them is
// told in their order; a few are checked without any others at work.
func TestChecksKeepTheirOrder(t *testing.T) {
	for _, n := range []int{0, 1, batchSize - 1, batchSize, 10*batchSize + 5} {
		var c checks
		var want []string
		for i := range n {
			entity := wrongActivity(i)
			for _, p := range entity.run() {
				want = append(want, p.At)
			}
			c.add(entity)
		}
		if small := n < batchSize; small != (c.batches == nil) {
			t.Errorf("%d entities: small %v, but workers %v", n, small, c.batches != nil)
		}
		var got []string
		for _, p := range c.finish() {
			got = append(got, p.At)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%d entities: %v, want %v", n, got, want)
		}
		if n > 2 && len(want) == 0 {
			t.Errorf("%d entities and no problem, which shows nothing", n)
		}
	}
}
