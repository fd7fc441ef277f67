package postgres

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/api/store"
)

// Others are told which registers changed, or that anything may have.
func TestPayloads(t *testing.T) {
	long := store.Key{Register: strings.Repeat("x", mostTold)}
	for _, test := range []struct {
		changed []store.Key
		want    []string
	}{
		{[]store.Key{{Tenant: "a", Register: "shop"}, {Tenant: "a", Register: "shop"}, {Register: `b"]`}}, []string{`["","b\"]"]`, `["a","shop"]`}},
		{[]store.Key{{Tenant: "a", Register: "shop"}, long}, []string{""}},
	} {
		told := &teller{news: make(chan struct{}, 1), untold: make(map[store.Key]bool)}
		for _, key := range test.changed {
			told.changed(key)
		}
		got := payloads(told.untold)
		if slices.Sort(got); !slices.Equal(got, test.want) {
			t.Errorf("%v: told %q, want %q", test.changed, got, test.want)
		}
	}
}

// However many change while nobody can be told, no more than so many wait.
func TestUntold(t *testing.T) {
	told := &teller{news: make(chan struct{}, 1), untold: make(map[store.Key]bool)}
	for i := range 3 * mostUntold {
		told.changed(store.Key{Register: fmt.Sprint(i)})
	}
	if n := len(told.untold); n > mostUntold+1 {
		t.Errorf("%d wait", n)
	}
	if got := payloads(told.untold); !slices.Equal(got, []string{""}) {
		t.Errorf("told %d, want that anything may have changed", len(got))
	}
}
