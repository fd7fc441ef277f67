package wire

import (
	"strings"
	"testing"
)

// Eight letters at once are judged as each of them is.
func TestPlain(t *testing.T) {
	for first := range 256 {
		for _, second := range []byte{'a', ' ', '~', '!', '#', '[', ']', 0, 0x1f, 0x7f, 0x80, 0xff, '"', '\\', byte(first)} {
			for at := range 16 {
				s := []byte(strings.Repeat("a", 19))
				s[at], s[at+1] = byte(first), second
				want := asItIs[first] && asItIs[second]
				if plain(string(s)) != want || plain(string(s[at:])) != want || plain(string(s[:at+2])) != want {
					t.Fatalf("%q at %d: not %v", s, at, want)
				}
			}
		}
	}
}
