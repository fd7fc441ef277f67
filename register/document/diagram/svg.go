package diagram

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// family are the typefaces of pictures: those that measure alike.
const family = "Liberation Sans, Arial, Helvetica, sans-serif"

// svg writes a surface as SVG: by itself, without scripts, styles or links, so
// that it can be shown anywhere. It brings its own white ground, for dark pages.
func (s *surface) svg(title, description string) []byte {
	w := &svgWriter{}
	w.put(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 `, number(s.width), " ", number(s.height),
		`" width="`, number(s.width), `pt" height="`, number(s.height), `pt" role="img" aria-labelledby="title desc" font-family="`, family, `">`, "\n")
	w.put(`<title id="title">`, escaped(title), "</title>\n", `<desc id="desc">`, escaped(description), "</desc>\n")
	w.put(`<rect width="`, number(s.width), `" height="`, number(s.height), `" fill="`, paper.hex(), `"/>`, "\n")
	for i := range s.shapes {
		w.shape(&s.shapes[i])
	}
	w.put("</svg>\n")
	return w.Bytes()
}

type svgWriter struct{ bytes.Buffer }

func (w *svgWriter) put(parts ...string) {
	for _, p := range parts {
		w.WriteString(p)
	}
}

func (w *svgWriter) shape(x *shape) {
	switch x.kind {
	case boxShape:
		w.put(`<rect x="`, number(x.at.x), `" y="`, number(x.at.y), `" width="`, number(x.width), `" height="`, number(x.height), `"`)
		if x.round > 0 {
			w.put(` rx="`, number(x.round), `"`)
		}
		w.paint(x)
	case curveShape:
		w.put(`<path d="M`, place(x.points[0]))
		for i := 1; i+2 < len(x.points); i += 3 {
			w.put("C", place(x.points[i]), " ", place(x.points[i+1]), " ", place(x.points[i+2]))
		}
		w.put(`"`)
		w.paint(x)
	case areaShape:
		w.put(`<polygon points="`)
		for i, p := range x.points {
			if i > 0 {
				w.put(" ")
			}
			w.put(place(p))
		}
		w.put(`"`)
		w.paint(x)
	case textShape:
		w.put(`<text x="`, number(x.at.x), `" y="`, number(x.at.y), `" font-size="`, number(x.size), `"`)
		if x.bold {
			w.put(` font-weight="bold"`)
		}
		w.put(` fill="`, x.fill.hex(), `">`, escaped(x.text), "</text>\n")
	case beginGroup:
		w.put("<g><title>", escaped(x.text), "</title>\n")
	case endGroup:
		w.put("</g>\n")
	}
}

// paint ends a shape with its colours.
func (w *svgWriter) paint(x *shape) {
	w.put(` fill="`, x.fill.hex(), `"`)
	if x.stroke != none {
		w.put(` stroke="`, x.stroke.hex(), `" stroke-width="`, number(x.line), `"`)
		if len(x.dash) > 0 {
			w.put(` stroke-dasharray="`)
			for i, d := range x.dash {
				if i > 0 {
					w.put(" ")
				}
				w.put(number(d))
			}
			w.put(`"`)
		}
	}
	w.put("/>\n")
}

func place(p point) string { return number(p.x) + "," + number(p.y) }

// number writes a length with two decimals at most.
func number(f float64) string {
	return strconv.FormatFloat(math.Round(f*100)/100+0, 'f', -1, 64)
}

// escapes are the characters that mean something in XML.
var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "'", "&#39;")

func escaped(s string) string { return escapes.Replace(clean(s)) }
