package inspection

import (
	"github.com/openropa/ropa/register/document"
)

// page is the first page: what each file is, what has been left out, and how to
// check that nothing was changed.
func (p *plan) page() *document.Document {
	d := &document.Document{
		Kind: "inspection", Title: p.say("title"), Author: p.author, Language: p.language, AsOf: p.o.AsOf,
		Facts: p.facts, Origin: p.origin,
	}
	d.Sections = []document.Section{p.contents()}
	if left := p.leftOut(); len(left) > 0 {
		d.Sections = append(d.Sections, document.Section{ID: "left-out", Title: p.label("left-out"), Blocks: []document.Block{document.List{Items: left}}})
	}
	check := []document.Block{document.Paragraph{Text: p.label("check")}, document.Paragraph{Text: document.Inline{{Text: "sha256sum -c " + sumsName, Style: document.Code}}}}
	if p.whole() && p.o.Hash != "" {
		check = append(check, document.Paragraph{Text: p.label("check.hash")})
	}
	d.Sections = append(d.Sections, document.Section{ID: "check", Title: p.label("section.check"), Blocks: check})
	return d
}

// contents is a table of the documents and their files.
func (p *plan) contents() document.Section {
	t := document.Table{ID: "files", Columns: []document.Column{
		{ID: "document", Title: p.label("document"), Width: 1.2, Head: true}, {ID: "about", Title: p.label("about"), Width: 2.4}, {ID: "files", Title: p.label("files"), Width: 1.4},
	}}
	add := func(title, about string, names ...string) {
		var lines []document.Inline
		for _, name := range names {
			lines = append(lines, document.Inline{{Text: name, Link: "./" + name}})
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Lines: []document.Inline{document.Text(title)}}, {Lines: []document.Inline{document.Text(about)}}, {Lines: lines},
		}})
	}
	for i := range p.parts {
		x := &p.parts[i]
		var names []string
		for j := range x.formats {
			names = append(names, x.name(p.language, &x.formats[j]))
		}
		add(x.title, x.about, names...)
	}
	if p.whole() {
		add(p.say("whole"), p.say("whole.about"), wholeName)
	}
	add(p.say("sums"), p.say("sums.about"), sumsName)
	blocks := []document.Block{t, document.Paragraph{Text: p.label("formats")}}
	return document.Section{ID: "contents", Title: p.label("contents"), Blocks: blocks}
}

// leftOut tells what the archive might hold and does not.
func (p *plan) leftOut() []document.Inline {
	var all []document.Inline
	if p.o.Findings == nil {
		all = append(all, p.label("left-out.findings"))
	}
	if !p.whole() {
		notes := "left-out.notes"
		if p.o.Findings != nil { // which quote them
			notes = "left-out.other-notes"
		}
		all = append(all, p.label(notes), p.label("left-out.whole"))
	}
	return all
}

func (p *plan) say(code string) string { return labels[code].In(p.language) }

func (p *plan) label(code string) document.Inline { return document.Text(p.say(code)) }
