package json

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/openropa/ropa/register/document"
)

// styles are the words for styles; that of plain text is left out.
var styles = map[document.Style]string{
	document.Strong: "strong", document.Muted: "muted", document.Code: "code", document.Mark: "mark",
}

// line writes a title, unless it is empty: as text where that tells all of it.
func (p *page) line(name string, in document.Inline) {
	switch {
	case len(in) == 0:
	case isPlain(in):
		p.field(name, in.String())
	default:
		p.key(name)
		p.begin()
		p.lines([]document.Inline{in})
		p.end()
	}
}

// lines writes the fields of lines of text.
func (p *page) lines(lines []document.Inline) {
	exact := true
	var b strings.Builder
	for i, line := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		s := line.String()
		b.WriteString(s)
		exact = exact && isPlain(line) && (len(lines) == 1 || !strings.Contains(s, "\n"))
	}
	p.key("text")
	p.text(b.String())
	if exact {
		return
	}
	p.key("runs")
	p.token(jsontext.BeginArray)
	for _, line := range lines {
		p.token(jsontext.BeginArray)
		for i := range line {
			p.run(&line[i])
		}
		p.token(jsontext.EndArray)
	}
	p.token(jsontext.EndArray)
}

func (p *page) run(r *document.Run) {
	p.begin()
	p.key("text")
	p.text(r.Text)
	p.field("language", string(r.Language))
	p.field("style", styles[r.Style])
	p.field("ref", r.Ref)
	p.field("link", r.Link)
	p.end()
}

// isPlain reports whether the text tells all of a line.
func isPlain(in document.Inline) bool {
	for i := range in {
		if r := &in[i]; r.Language != "" || r.Style != document.Plain || r.Ref != "" || r.Link != "" {
			return false
		}
	}
	return true
}
