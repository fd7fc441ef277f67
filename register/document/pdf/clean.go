package pdf

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/openropa/ropa/register/value"
)

// stand is shown for a character that cannot be shown.
const stand = '□'

const (
	softHyphen = '\u00ad'
	zeroSpace  = '\u200b'
)

// shown is the character to show for one of a text: 0 for those that are left
// out, a line feed for ends of lines.
func shown(r rune) rune {
	switch {
	case r < 0x20 || r >= 0x7f && r < 0xa0:
		switch r {
		case '\n', '\v', '\f', '\u0085':
			return '\n'
		case '\t':
			return ' '
		case '\r':
			return 0
		}
		return stand
	case r < 0x300, r == zeroSpace:
		return r
	case r == '\u2028' || r == '\u2029':
		return '\n'
	case r == '\u2007' || r == '\u202f':
		return '\u00a0'
	case r == '\u2011':
		return '\u2011'
	case unicode.Is(unicode.Zs, r):
		return ' '
	case unicode.In(r, unicode.Cf, unicode.Variation_Selector):
		return 0
	}
	return r
}

// normal is a text in composed form, so that letters with accents are one
// character each.
func normal(s string) string {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return norm.NFC.String(s)
		}
	}
	return s
}

// short is a text on one line, of so many characters at most.
func short(s string, limit int) string {
	var b strings.Builder
	n := 0
	for _, r := range normal(s) {
		c := shown(r)
		if c == 0 || c == zeroSpace || c == softHyphen {
			continue
		}
		if n++; n > limit {
			b.WriteRune('…')
			break
		}
		switch c {
		case '\n':
			c = ' '
		case stand:
			c = r // for the setter to see
		}
		b.WriteRune(c)
	}
	return strings.TrimSpace(b.String())
}

// plain is a short text for bookmarks and properties. The library writes them in
// the basic plane only.
func plain(s string, limit int) string {
	return strings.Map(func(r rune) rune {
		if r > 0xffff || r < ' ' || r >= 0x7f && r < 0xa0 {
			return stand
		}
		return r
	}, short(s, limit))
}

// address is a link as it goes into the file; "" where it is no https or mailto.
func address(link string) string {
	if link == "" {
		return ""
	}
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "mailto" && (u.Scheme != "https" || u.Host == "") {
		return ""
	}
	var b strings.Builder
	for _, c := range []byte(u.String()) {
		switch {
		case c <= ' ' || c == 0x7f:
			return ""
		case c > 0x7f:
			fmt.Fprintf(&b, "%%%02X", c)
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// tag is a language tag with nothing in it that means something in the file.
func tag(l value.Language) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return r
		}
		return -1
	}, string(l))
}
