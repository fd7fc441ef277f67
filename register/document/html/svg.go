package html

import (
	"bytes"
	"encoding/xml"
	"errors"
	"html"
	"io"
	"regexp"
	"strings"
)

// drawing is an SVG picture on its way into the page.
type drawing struct {
	// prefix makes its identifiers different from those of the page and of other
	// drawings.
	prefix             string
	title, description string
	width, height      float64
	out                bytes.Buffer
}

// shapes are the elements that may stand in the page: they show something, and
// neither run, load, lead away nor change the rest of the page.
var shapes = map[string]bool{
	"svg": true, "g": true, "defs": true, "title": true, "desc": true, "symbol": true, "use": true,
	"path": true, "rect": true, "circle": true, "ellipse": true, "line": true, "polyline": true, "polygon": true,
	"text": true, "tspan": true, "marker": true, "clipPath": true, "mask": true, "pattern": true,
	"linearGradient": true, "radialGradient": true, "stop": true,
}

var (
	errForeign = errors.New("not only shapes")
	within     = regexp.MustCompile(`url\(["']?#([^"')]+)["']?\)`)
	attribute  = regexp.MustCompile(`^[a-zA-Z][a-zA-Z0-9-]*$`)
)

const (
	svgSpace   = "http://www.w3.org/2000/svg"
	xlinkSpace = "http://www.w3.org/1999/xlink"
)

// inline returns the picture as an element of the page, or false where it is not
// well formed or holds more than shapes and texts.
func (d *drawing) inline(svg []byte) ([]byte, bool) {
	decoder := xml.NewDecoder(bytes.NewReader(svg))
	depth, skipped := 0, 0
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return d.out.Bytes(), depth == 0 && d.out.Len() > 0
		}
		if err != nil {
			return nil, false
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			// Its own title and description give way to those of the figure.
			if skipped > 0 || depth == 2 && (token.Name.Local == "title" || token.Name.Local == "desc") {
				skipped++
				continue
			}
			if d.start(&token, depth) != nil {
				return nil, false
			}
		case xml.EndElement:
			depth--
			if skipped > 0 {
				skipped--
				continue
			}
			d.out.WriteString("</" + token.Name.Local + ">")
		case xml.CharData:
			if depth > 0 && skipped == 0 {
				d.out.WriteString(html.EscapeString(clean(string(token))))
			}
		case xml.Directive:
			if bytes.ContainsRune(token, '[') {
				return nil, false
			}
		}
	}
}

func (d *drawing) start(e *xml.StartElement, depth int) error {
	name := e.Name.Local
	if !shapes[name] || e.Name.Space != svgSpace || (name == "svg") != (depth == 1) || depth == 1 && d.out.Len() > 0 {
		return errForeign
	}
	d.out.WriteString("<" + name)
	box := false
	for _, a := range e.Attr {
		if depth == 1 && (a.Name.Local == "width" || a.Name.Local == "height") {
			continue
		}
		box = box || a.Name.Local == "viewBox"
		if err := d.attribute(a); err != nil {
			return err
		}
	}
	if depth > 1 {
		d.out.WriteString(">")
		return nil
	}
	if !box {
		// Without it the picture could not be made larger or smaller.
		return errForeign
	}
	d.root()
	return nil
}

// root ends the start of the root element with what screen readers tell; a
// picture without a title is passed over.
func (d *drawing) root() {
	d.out.WriteString(size("width", d.width) + size("height", d.height))
	if d.title == "" {
		d.out.WriteString(` aria-hidden="true">`)
		return
	}
	told := d.description != "" && d.description != d.title
	d.out.WriteString(` role="img" aria-labelledby="` + d.prefix + `-title"`)
	if told {
		d.out.WriteString(` aria-describedby="` + d.prefix + `-desc"`)
	}
	d.out.WriteString(`><title id="` + d.prefix + `-title">` + escape(d.title) + "</title>")
	if told {
		d.out.WriteString(`<desc id="` + d.prefix + `-desc">` + escape(d.description) + "</desc>")
	}
}

// attribute writes an attribute of a shape. What has no meaning within the page
// is left out; what leads out of it is an error.
func (d *drawing) attribute(a xml.Attr) error {
	name, v := a.Name.Local, a.Value
	lower := strings.ToLower(name)
	switch {
	case a.Name.Space == "xmlns" || name == "xmlns" || a.Name.Space != "" && a.Name.Space != xlinkSpace,
		lower == "class", lower == "role", lower == "tabindex", strings.HasPrefix(lower, "aria-"), strings.HasPrefix(lower, "data-"):
		return nil
	case lower == "style", strings.HasPrefix(lower, "on"), !attribute.MatchString(name):
		return errForeign
	case lower == "href":
		target, ok := strings.CutPrefix(v, "#")
		if !ok {
			return errForeign
		}
		v = "#" + d.name(target)
	case a.Name.Space != "":
		return nil
	case lower == "id":
		v = d.name(v)
	default:
		if strings.Contains(strings.ToLower(within.ReplaceAllString(v, "")), "url(") || strings.ContainsRune(v, '\\') {
			return errForeign
		}
		v = within.ReplaceAllStringFunc(v, func(s string) string {
			return "url(#" + d.name(within.FindStringSubmatch(s)[1]) + ")"
		})
	}
	d.out.WriteString(" " + name + `="` + html.EscapeString(clean(v)) + `"`)
	return nil
}

func (d *drawing) name(id string) string { return d.prefix + "-" + fragment(id) }
