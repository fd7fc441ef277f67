package html

import (
	"html"
	"net/url"
	"strings"

	"github.com/openropa/ropa/register/document"
)

// setting is where a line of text stands.
type setting struct {
	// links may stand there; an entry of the contents is a link itself.
	links bool
	// breaks of lines are kept.
	breaks bool
}

var (
	inText    = setting{links: true, breaks: true}
	inHeading = setting{links: true}
	inLink    = setting{}
)

// elements are how the styles are written: opening with room for attributes,
// and closing.
var elements = [...]struct{ open, close string }{
	document.Plain:  {"", ""},
	document.Strong: {"<strong", "</strong>"},
	document.Muted:  {`<span class="quiet"`, "</span>"},
	document.Code:   {"<code", "</code>"},
	document.Mark:   {`<span class="mark"`, "</span>"},
}

func (p *page) inline(in document.Inline, at setting) {
	for i := range in {
		p.run(&in[i], at)
	}
}

func (p *page) run(r *document.Run, at setting) {
	if r.Text == "" {
		return
	}
	open, shut := p.link(r, at)
	p.put(open)
	e := elements[document.Plain]
	if int(r.Style) < len(elements) {
		e = elements[r.Style]
	}
	language := p.language(r.Language)
	switch {
	case e.open != "":
		p.put(e.open, language, ">")
	case language != "":
		p.put("<span", language, ">")
		e.close = "</span>"
	}
	p.text(r.Text, at.breaks)
	p.put(e.close, shut)
}

// link returns what opens and closes the link of a run, if it has one that
// leads somewhere and may be followed.
func (p *page) link(r *document.Run, at setting) (open, shut string) {
	if !at.links || strings.TrimSpace(r.Text) == "" {
		return "", ""
	}
	if r.Ref != "" {
		if _, ok := p.anchors[r.Ref]; ok {
			return `<a href="#` + fragment(r.Ref) + `">`, "</a>"
		}
		return "", ""
	}
	address := safeAddress(r.Link)
	switch {
	case address == "":
		return "", ""
	case told(r.Text, r.Link):
		return `<a href="` + html.EscapeString(address) + `">`, "</a>"
	}
	// On paper the address follows where the text does not tell it.
	return `<a class="away" href="` + html.EscapeString(address) + `">`, "</a>"
}

// told reports whether the text of a link is its address.
func told(text, link string) bool {
	short := func(s string) string {
		s = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "mailto:"), "./")
		return strings.TrimSuffix(s, "/")
	}
	return short(text) == short(link)
}

// isFileName reports whether a name is that of a file beside the document.
func isFileName(name string) bool {
	return name != "" && name[0] != '.' && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") == ""
}

// safeAddress returns an address that a reader may be sent to, or nothing: https
// with a host and without a user, which may look like a host, mailto, or a file
// beside the document.
func safeAddress(link string) string {
	if link == "" {
		return ""
	}
	if name, ok := strings.CutPrefix(link, "./"); ok {
		if isFileName(name) {
			return link
		}
		return ""
	}
	u, err := url.Parse(link)
	if err != nil || u.User != nil {
		return ""
	}
	if u.Scheme == "https" && u.Host != "" || u.Scheme == "mailto" && u.Opaque != "" {
		return clean(u.String())
	}
	return ""
}

// text writes a text, kept apart where it runs the other way.
func (p *page) text(s string, breaks bool) {
	s = clean(s)
	apart := turns(s)
	if apart {
		p.put("<bdi>")
	}
	if breaks {
		for before, after, more := strings.Cut(s, "\n"); more; before, after, more = strings.Cut(s, "\n") {
			p.put(html.EscapeString(before), "<br>")
			s = after
		}
	}
	p.put(html.EscapeString(s))
	if apart {
		p.put("</bdi>")
	}
}
