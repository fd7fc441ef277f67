package recent_test

import (
	"testing"

	"github.com/openropa/ropa/api/internal/recent"
)

// What was asked for last stays; the rest goes where there is no room.
func TestMap(t *testing.T) {
	m := recent.New[string, int](2)
	m.Put("one", 1)
	m.Put("two", 2)
	if v, ok := m.Get("one"); !ok || v != 1 {
		t.Errorf("one is %d, %t", v, ok)
	}
	if v := m.GetOr("three", func() int { return 3 }); v != 3 || m.Len() != 2 {
		t.Errorf("three is %d of %d", v, m.Len())
	}
	if _, ok := m.Get("two"); ok {
		t.Error("two is still there")
	}
	m.Put("one", 4)
	if v := m.GetOr("one", func() int { return 5 }); v != 4 {
		t.Errorf("one is %d", v)
	}
	m.Drop("one")
	m.Drop("none")
	if _, ok := m.Get("one"); ok || m.Len() != 1 {
		t.Error("one is still there")
	}
}
