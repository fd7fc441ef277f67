package docx

import "unicode/utf8"

// kind says how a character is written.
type kind uint8

const (
	asIs kind = iota
	lineBreak
	tab
	softHyphen
	hardHyphen
	leftOut
	invalid
)

// plainByte tells the bytes that stand for themselves.
var plainByte = func() (t [256]bool) {
	for c := ' '; c < 0x7F; c++ {
		t[c] = true
	}
	return t
}()

// kindOf tells how to write r, which was read from n bytes.
func kindOf(r rune, n int) kind {
	switch {
	case r == utf8.RuneError && n == 1:
		return invalid
	case r == '\n', r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return lineBreak
	case r == '\t':
		return tab
	case r < ' ', r >= 0x7F && r < 0xA0, r == 0xFFFE, r == 0xFFFF:
		return invalid
	case r == 0xAD:
		return softHyphen
	case r == 0x2011:
		return hardHyphen
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return leftOut
	}
	return asIs
}

// oneLine returns at most limit characters of s on one line, for places that
// hold no more: page headers and properties.
func oneLine(s string, limit int) string {
	var out []rune
	space := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch kind := kindOf(r, n); {
		case r == ' ', kind == lineBreak, kind == tab:
			space = len(out) > 0
			continue
		case kind == leftOut:
			continue
		case kind == invalid:
			r = utf8.RuneError
		}
		if len(out)+1 >= limit {
			return string(append(out, '…'))
		}
		if space {
			out = append(out, ' ')
			space = false
		}
		out = append(out, r)
	}
	return string(out)
}
