package html

import (
	"strconv"

	"github.com/openropa/ropa/register/document"
)

// contents is the table of contents, of as many levels as the document asks for.
func (p *page) contents() {
	if p.doc.Contents <= 0 || len(p.doc.Sections) == 0 {
		return
	}
	p.put("<nav aria-labelledby=\"_contents\">\n<h2 id=\"_contents\"", p.words.lang, ">", p.words.contents, "</h2>\n")
	p.entries(p.doc.Sections, p.doc.Contents)
	p.put("</nav>\n")
}

func (p *page) entries(list []document.Section, levels int) {
	if levels <= 0 || !titled(list) {
		return
	}
	p.put("<ol>\n")
	p.items(list, levels)
	p.put("</ol>\n")
}

// items are the entries of sections; one without a title gives its place to
// those below it.
func (p *page) items(list []document.Section, levels int) {
	for i := range list {
		s := &list[i]
		if s.Title.String() == "" {
			p.items(s.Sections, levels)
			continue
		}
		p.put("<li>")
		if s.ID == "" {
			p.inline(s.Title, inLink)
		} else {
			p.put(`<a href="#`, fragment(s.ID), `">`)
			p.inline(s.Title, inLink)
			p.put("</a>")
		}
		p.entries(s.Sections, levels-1)
		p.put("</li>\n")
	}
}

func titled(list []document.Section) bool {
	for i := range list {
		if list[i].Title.String() != "" || titled(list[i].Sections) {
			return true
		}
	}
	return false
}

// sections writes sections below a heading of the given rank, which is 1 for
// the title of the document.
func (p *page) sections(list []document.Section, rank int) {
	for i := range list {
		if p.ctx.Err() != nil {
			return
		}
		p.section(&list[i], rank)
	}
}

func (p *page) section(s *document.Section, rank int) {
	class, wide := "", p.sides[s]
	switch {
	case wide && s.NewPage:
		class = ` class="wide new"`
	case wide:
		class = ` class="wide"`
	case s.NewPage:
		class = ` class="new"`
	}
	p.put("<section", p.id(s.ID), class, ">\n")
	outer := p.wide
	p.wide = outer || wide
	// A section without a title leaves no gap in the ranks of headings.
	if s.Title.String() != "" {
		rank++
		name := "h" + strconv.Itoa(min(rank, 6))
		p.put("<", name, ">")
		p.inline(s.Title, inHeading)
		p.put("</", name, ">\n")
	}
	for _, b := range s.Blocks {
		p.block(b)
	}
	p.sections(s.Sections, rank)
	p.wide = outer
	p.put("</section>\n")
}
