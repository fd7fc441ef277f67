package store_test

import (
	"testing"

	"github.com/openropa/ropa/api/store"
)

// A person is the same however their name is spelled; two people are two.
func TestSamePerson(t *testing.T) {
	for _, same := range [][]string{
		{"ann", "Ann", "ANN", "ａｎｎ", "a\u200bnn", "ann\u202e", "\u0085ann", "a\u00adnn", "ann\ufe0f", "an\u034fn", "ann\u3164", "ann ", "ann\x00"},
		{"ann lee", "Ann  Lee", "ann\u00a0lee", "ann\u2003lee", "ann\tlee"},
		{"andré", "andre\u0301", "ANDRE\u0301", "ANDRÉ"},
		{"weiß", "WEISS", "weiss"}, {"ﬁnn", "FINN"}, {"σίσυφος", "ΣΊΣΥΦΟΣ"}, {"①", "1"}, {"", "\u200b"},
	} {
		for _, one := range same {
			if !store.SamePerson(same[0], one) || !store.SamePerson(one, same[0]) {
				t.Errorf("%q and %q are two", same[0], one)
			}
		}
	}
	different := []string{"ann", "anne", "a nn", "andre", "andré", "bob", "b0b", "", "ann@example.org"}
	for i, one := range different {
		for _, other := range different[:i] {
			if store.SamePerson(one, other) {
				t.Errorf("%q and %q are one", one, other)
			}
		}
	}
}
