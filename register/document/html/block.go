package html

import (
	"strings"

	"github.com/openropa/ropa/register/document"
)

func (p *page) block(b document.Block) {
	switch b := b.(type) {
	case document.Paragraph:
		p.paragraph("", b.Text)
	case document.List:
		p.list(b)
	case document.Facts:
		p.facts(b.List)
	case document.Table:
		p.table(&b)
	case document.Note:
		p.note(&b)
	case document.Figure:
		p.figure(&b)
	}
}

func (p *page) paragraph(class string, text document.Inline) {
	if text.String() == "" {
		return
	}
	if class != "" {
		class = ` class="` + class + `"`
	}
	p.put("<p", class, ">")
	p.inline(text, inText)
	p.put("</p>\n")
}

func (p *page) list(l document.List) {
	if len(l.Items) == 0 {
		return
	}
	name := "ul"
	if l.Ordered {
		name = "ol"
	}
	p.put("<", name, ">\n")
	for _, item := range l.Items {
		p.put("<li>")
		p.inline(item, inText)
		p.put("</li>\n")
	}
	p.put("</", name, ">\n")
}

func (p *page) facts(list []document.Fact) {
	if len(list) == 0 {
		return
	}
	p.put("<dl>\n")
	for i := range list {
		p.fact(&list[i])
	}
	p.put("</dl>\n")
}

// fact is a name and its values, each a definition; facts about it are one
// more.
func (p *page) fact(f *document.Fact) {
	p.put("<div><dt>")
	p.inline(f.Name, inText)
	p.put("</dt>")
	switch {
	case f.Missing:
		p.put("<dd>")
		p.missing(f.Text)
		p.put("</dd>")
	case len(f.Text) == 0 && len(f.Facts) == 0:
		p.put("<dd></dd>")
	default:
		for _, text := range f.Text {
			p.put("<dd>")
			p.inline(text, inText)
			p.put("</dd>")
		}
	}
	if len(f.Facts) > 0 {
		p.put("<dd class=\"more\">\n")
		p.facts(f.Facts)
		p.put("</dd>")
	}
	p.put("</div>\n")
}

// missing sets apart a text that tells what the register does not say: in a
// frame, which is seen in black and white too.
func (p *page) missing(lines []document.Inline) {
	p.put(`<span class="missing">`)
	defer p.put("</span>")
	if len(lines) == 0 || lines[0].String() == "" {
		p.put("<span", p.words.lang, ">", p.words.missing, "</span>")
		return
	}
	for i, text := range lines {
		if i > 0 {
			p.put("<br>")
		}
		p.inline(text, inText)
	}
}

// notes are the classes of the kinds of notes.
var notes = [...]string{document.Remark: "remark", document.Caution: "caution", document.Fault: "fault"}

func (p *page) note(n *document.Note) {
	kind := document.Remark
	if int(n.Kind) < len(notes) {
		kind = n.Kind
	}
	p.put(`<div role="note" class="note `, notes[kind], `"><p class="kind"><span class="word"`, p.words.lang, ">", p.words.kinds[kind], "</span>")
	if strings.TrimSpace(n.Title.String()) != "" {
		p.put(" ")
		p.inline(n.Title, inText)
	}
	p.put("</p>\n")
	for _, text := range n.Text {
		p.paragraph("", text)
	}
	p.put("</div>\n")
}
