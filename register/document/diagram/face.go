package diagram

import (
	"strings"
	"sync"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/bidi"
)

// faces are the typefaces of pictures, read when first needed; they are part of
// the program and can be read.
var faces = [2]func() (*sfnt.Font, error){
	sync.OnceValues(func() (*sfnt.Font, error) { return sfnt.Parse(liberationsansregular.TTF) }),
	sync.OnceValues(func() (*sfnt.Font, error) { return sfnt.Parse(liberationsansbold.TTF) }),
}

// face returns a typeface, nil where it cannot be read.
func face(bold bool) *sfnt.Font {
	i := 0
	if bold {
		i = 1
	}
	f, err := faces[i]()
	if err != nil {
		return nil
	}
	return f
}

// advances remembers how wide characters are, in thousandths of the size.
var advances [2]sync.Map

// advance is the width of a character in thousandths of the size of the type.
func advance(r rune, bold bool) float64 {
	known := &advances[0]
	if bold {
		known = &advances[1]
	}
	if w, ok := known.Load(r); ok {
		return w.(float64)
	}
	w := 500.0
	if f := face(bold); f != nil {
		var buf sfnt.Buffer
		if glyph, err := f.GlyphIndex(&buf, r); err == nil {
			if a, err := f.GlyphAdvance(&buf, glyph, fixed.I(1000), font.HintingNone); err == nil {
				w = float64(a) / 64
			}
		}
	}
	known.Store(r, w)
	return w
}

// widthOf is the width of a line of text in points.
func widthOf(s string, size float64, bold bool) float64 {
	w := 0.0
	for _, r := range s {
		w += advance(r, bold)
	}
	return w * size / 1000
}

// wrap breaks a text into lines of a width; after the last line that is allowed it
// is cut.
func wrap(s string, size float64, bold bool, width float64, most int) []string {
	var lines []string
	line := ""
	words := strings.Fields(clean(s))
	for i := 0; i < len(words); i++ {
		next := words[i]
		if line != "" {
			next = line + " " + words[i]
		}
		if widthOf(next, size, bold) <= width {
			line = next
			continue
		}
		if len(lines) == most-1 { // the last line takes what fits
			return append(lines, cut(next, size, bold, width, true))
		}
		if line == "" { // a word that is too long
			head := cut(words[i], size, bold, width, false)
			lines, words[i] = append(lines, head), words[i][len(head):]
			i--
			continue
		}
		lines, line = append(lines, line), ""
		i--
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// cut returns the beginning of a text that fits, at least one character.
func cut(s string, size float64, bold bool, width float64, dots bool) string {
	left := width / size * 1000
	if dots {
		left -= advance('…', bold)
	}
	for i, r := range s {
		if left -= advance(r, bold); left < 0 && i > 0 {
			if dots {
				return strings.TrimRight(s[:i], " ,;") + "…"
			}
			return s[:i]
		}
	}
	return s
}

// visual puts a line in the order in which it is drawn from left to right.
func visual(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return r >= 0x590 }) < 0 {
		return s
	}
	var p bidi.Paragraph
	if _, err := p.SetString(s, bidi.DefaultDirection(bidi.LeftToRight)); err != nil {
		return s
	}
	order, err := p.Order()
	if err != nil {
		return s
	}
	var b strings.Builder
	for i := range order.NumRuns() {
		run := order.Run(i)
		if run.Direction() == bidi.RightToLeft {
			b.WriteString(bidi.ReverseString(run.String()))
		} else {
			b.WriteString(run.String())
		}
	}
	return b.String()
}
