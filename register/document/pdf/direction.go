package pdf

import (
	"slices"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// visual puts the characters of a line in the order in which they are drawn from
// left to right. Lines run from left to right; what stands between the first and
// the last right-to-left letter of a stretch without other letters is turned,
// but for its numbers. Order marks play no part, so they cannot hide anything.
func visual(gs []glyph) []glyph {
	if !slices.ContainsFunc(gs, rightToLeft) {
		return gs
	}
	gs = slices.Clone(gs)
	for i := 0; i < len(gs); i++ {
		if !rightToLeft(gs[i]) {
			continue
		}
		end := i + 1
		for k := end; k < len(gs) && !leftToRight(gs[k]); k++ {
			if rightToLeft(gs[k]) || unicode.Is(unicode.Mn, gs[k].r) {
				end = k + 1
			}
		}
		end = closed(gs, i, end)
		turn(gs[i:end])
		i = end - 1
	}
	return gs
}

// closed takes the brackets that close those within a stretch into it.
func closed(gs []glyph, from, end int) int {
	open := 0
	for _, g := range gs[from:end] {
		switch g.r {
		case '(', '[':
			open++
		case ')', ']':
			open--
		}
	}
	for ; open > 0 && end < len(gs) && (gs[end].r == ')' || gs[end].r == ']'); end++ {
		open--
	}
	return end
}

// turn turns a stretch around. Marks stay behind their letters, numbers as they
// are, and brackets open to where they are read from.
func turn(gs []glyph) {
	for i := 0; i < len(gs); {
		end := i + 1
		for end < len(gs) && (unicode.Is(unicode.Mn, gs[end].r) || number(gs[end-1]) && number(gs[end])) {
			end++
		}
		slices.Reverse(gs[i:end])
		i = end
	}
	slices.Reverse(gs)
	for i := range gs {
		if mirror, ok := mirrors[gs[i].r]; ok {
			gs[i].r = mirror
		}
	}
}

var mirrors = map[rune]rune{'(': ')', ')': '(', '[': ']', ']': '[', '<': '>', '>': '<', '«': '»', '»': '«'}

func class(g glyph) bidi.Class {
	p, _ := bidi.LookupRune(g.r)
	return p.Class()
}

func rightToLeft(g glyph) bool {
	return g.r >= 0x590 && (class(g) == bidi.R || class(g) == bidi.AL)
}

func leftToRight(g glyph) bool { return class(g) == bidi.L }

func number(g glyph) bool {
	return class(g) == bidi.EN || g.r == '.' || g.r == ',' || g.r == ':' || g.r == '/'
}
