package docx

import (
	"bufio"
	"strconv"
	"unicode/utf8"
)

// markup writes XML. Its writer keeps the first error.
type markup struct{ w *bufio.Writer }

// raw writes markup as it is.
func (x *markup) raw(s string) { x.w.WriteString(s) }

// num writes a number.
func (x *markup) num(n int) {
	var digits [20]byte
	x.w.Write(strconv.AppendInt(digits[:0], int64(n), 10))
}

// attr writes a value between quotes. A break of a line counts as a space.
func (x *markup) attr(s string) {
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch kindOf(r, n) {
		case asIs:
			x.escaped(s[i : i+n])
		case lineBreak, tab:
			x.raw(" ")
		case softHyphen, hardHyphen:
			x.raw(s[i : i+n])
		case invalid:
			x.raw("\uFFFD")
		}
		i += n
	}
}

// text writes the content of a run: its text, and elements for what Word does
// not read in a text.
func (x *markup) text(s string) {
	start, open := 0, false
	flush := func(end int) {
		if start < end {
			if !open {
				x.raw(`<w:t xml:space="preserve">`)
				open = true
			}
			x.escaped(s[start:end])
		}
	}
	element := func(tag string) {
		if open {
			x.raw(`</w:t>`)
			open = false
		}
		x.raw(tag)
	}
	for i := 0; i < len(s); {
		if plainByte[s[i]] {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		kind := kindOf(r, n)
		if kind == asIs {
			i += n
			continue
		}
		flush(i)
		if r == '\r' && i+1 < len(s) && s[i+1] == '\n' {
			n = 2
		}
		i += n
		start = i
		switch kind {
		case lineBreak:
			element(`<w:br/>`)
		case tab:
			element(`<w:tab/>`)
		case softHyphen:
			element(`<w:softHyphen/>`)
		case hardHyphen:
			element(`<w:noBreakHyphen/>`)
		case invalid:
			if !open {
				element(`<w:t xml:space="preserve">`)
				open = true
			}
			x.raw("\uFFFD")
		}
	}
	flush(len(s))
	if open {
		x.raw(`</w:t>`)
	}
}

// escaped writes text that XML can hold.
func (x *markup) escaped(s string) {
	start := 0
	for i := range len(s) {
		var to string
		switch s[i] {
		case '&':
			to = "&amp;"
		case '<':
			to = "&lt;"
		case '>':
			to = "&gt;"
		case '"':
			to = "&#34;"
		default:
			continue
		}
		x.raw(s[start:i])
		x.raw(to)
		start = i + 1
	}
	x.raw(s[start:])
}
