package html

import (
	"encoding/base64"
	"math"
	"strconv"

	"github.com/openropa/ropa/register/document"
)

// broad is the width in points above which a picture is moved sideways on a
// narrow screen rather than made too small to read.
const broad = 300

func (p *page) figure(f *document.Figure) {
	p.put("<figure", p.id(f.ID), ">\n")
	name := line(f.Title)
	if name == "" {
		name = line(f.Description)
	}
	p.put(`<div class="picture`)
	if f.Width > broad {
		p.put(` broad" tabindex="0" role="group`)
		if name != "" {
			p.put(`" aria-label="`, escape(name))
		}
	}
	p.put(`">`)
	p.picture(f, name)
	p.put("</div>\n")
	if f.Title != "" {
		p.put("<figcaption>")
		p.inline(document.Text(f.Title), inText)
		p.put("</figcaption>\n")
	}
	p.put("</figure>\n")
}

// picture puts the drawing into the page itself where it holds nothing but
// shapes and texts; otherwise it is shown as an image, in which nothing runs and
// nothing is loaded.
func (p *page) picture(f *document.Figure, name string) {
	kind, data := "svg+xml", f.SVG
	switch {
	case len(f.SVG) > 0:
		d := drawing{prefix: p.own(), title: name, description: line(f.Description), width: f.Width, height: f.Height}
		if svg, ok := d.inline(f.SVG); ok {
			_, _ = p.w.Write(svg)
			return
		}
	case len(f.PNG) > 0:
		kind, data = "png", f.PNG
	default:
		p.put("<p>", escape(f.Description), "</p>")
		return
	}
	p.put(`<img alt="`, escape(name))
	if d := line(f.Description); d != "" && d != name {
		p.put(". ", escape(d))
	}
	p.put(`"`, size("width", f.Width), size("height", f.Height), ` src="data:image/`, kind, `;base64,`)
	encoder := base64.NewEncoder(base64.StdEncoding, p.w)
	_, _ = encoder.Write(data)
	_ = encoder.Close()
	p.put(`">`)
}

// size is a length in points as an attribute in pixels.
func size(name string, points float64) string {
	if points <= 0 || points > math.MaxInt16 || math.IsNaN(points) {
		return ""
	}
	return " " + name + `="` + strconv.Itoa(int(math.Ceil(points*4/3))) + `"`
}
