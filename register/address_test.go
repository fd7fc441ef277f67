package register

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// A list names its entries by the same rule however long it is.
func TestNamesOfLongLists(t *testing.T) {
	keys := strings.Fields("a b a c - d a e f g h a b i a Q f")
	want := strings.Fields("a b a~2 c 5 d a~3 e f g h a~4 b~2 i a~5 16 f~2")
	var got []string
	var n namer
	for i, key := range keys {
		got = append(got, n.name(key, i))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for i := range 100 {
		if got, want := n.name("b", 0), fmt.Sprintf("b~%d", i+3); got != want {
			t.Fatalf("%s, want %s", got, want)
		}
	}
}

// The name of one entry is the one that it has among all.
func TestNameAt(t *testing.T) {
	var list []DataUse
	for _, key := range strings.Fields("a b a c - d 5 a - 9 9 b") {
		list = append(list, DataUse{Category: key})
	}
	for i, want := range Names(list) {
		if got := NameAt(list, i); got != want {
			t.Errorf("%d: %s, want %s", i, got, want)
		}
	}
}

// A list of texts finds what stands twice wherever it stands.
func TestDuplicateItemsOfLongLists(t *testing.T) {
	for _, n := range []int{2, 11, 12, 13, 14, 40} {
		var list []string
		for i := range n {
			list = append(list, fmt.Sprintf("s%d", i))
		}
		for _, again := range []int{0, n / 2, n - 1} {
			text := head + "activities:\n  - {id: a, systems: [" + strings.Join(append(slices.Clone(list), list[again]), ", ") + "]}\n"
			r, _, problems := Parse("x.yaml", []byte(text))
			if len(problems) != 1 || problems[0].Args["found"] != list[again] || !slices.Equal(r.Activities[0].Systems, list) {
				t.Errorf("%d systems, the one at %d again: %v, %v", n, again, problems, r.Activities[0].Systems)
			}
		}
	}
}
