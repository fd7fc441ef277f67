package report

import (
	"strings"
	"testing"
)

// A long line is looked at around the character only, and the caret stays below it.
func TestNear(t *testing.T) {
	for _, before := range []int{0, 1, 499, 500, 501, 502, 5000} {
		line := strings.Repeat("é", before) + "X" + strings.Repeat("ü", 3000)
		part, at := near(line, before+1)
		if got := []rune(part); len(got) > 1100 || got[at-1] != 'X' {
			t.Errorf("%d characters before: %d kept, at %d", before, len(got), at)
		}
	}
	if part, at := near("abc", 9); part != "abc" || at != 9 {
		t.Errorf("%q at %d", part, at)
	}
	long := strings.Repeat("x", 2000)
	if part, at := near(long, 5000); len(part) > 500 || at != 5000 {
		t.Errorf("a character behind the end: %d kept, at %d", len(part), at)
	}
}
