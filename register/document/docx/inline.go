package docx

import (
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/value"
)

// tone is how all the text of a cell or a fact is set.
type tone uint8

const (
	plain tone = iota
	muted
	missing
)

// inline writes the runs of a line.
func (b *body) inline(in document.Inline, t tone) {
	for i := range in {
		b.run(&in[i], t)
	}
}

// run writes a run, as a link where it leads to somewhere.
func (b *body) run(r *document.Run, t tone) {
	if r.Text == "" {
		return
	}
	to := b.leads(r)
	switch to {
	case inside:
		b.raw(`<w:hyperlink w:anchor="`)
		b.raw(b.marks[r.Ref].name)
		b.raw(`" w:history="1">`)
	case outside:
		link, _ := address(r.Link)
		b.raw(`<w:hyperlink r:id="`)
		b.raw(linkID)
		b.num(b.link(link))
		b.raw(`" w:history="1">`)
	}
	b.raw(`<w:r>`)
	b.properties(r, to, t)
	b.text(r.Text)
	b.raw(`</w:r>`)
	if to != nowhere {
		b.raw(`</w:hyperlink>`)
	}
}

// target is where a run leads to.
type target uint8

const (
	nowhere target = iota
	inside
	outside
)

func (b *body) leads(r *document.Run) target {
	if r.Ref != "" && b.marks[r.Ref] != nil {
		return inside
	}
	if r.Link != "" {
		if _, ok := address(r.Link); ok {
			return outside
		}
	}
	return nowhere
}

// link returns the number of an address.
func (b *body) link(address string) int {
	n, found := b.linkNumber[address]
	if !found {
		n = len(b.links) + 1
		b.links = append(b.links, address)
		b.linkNumber[address] = n
	}
	return n
}

// styleOf are the character styles; Plain has none.
var styleOf = [...]string{document.Strong: "Strong", document.Muted: "Muted", document.Code: "Code", document.Mark: "Mark"}

// properties writes how a run is set. The elements have their order in the
// format: style, font, bold, italic, colour, direction, language.
func (b *body) properties(r *document.Run, to target, t tone) {
	style, other, endless := "", r.Language != "" && r.Language != b.doc.Language, hasEndlessWord(r.Text)
	if int(r.Style) < len(styleOf) {
		style = styleOf[r.Style]
	}
	if to == nowhere && style == "" && t == plain && !other && !endless {
		return
	}
	b.raw(`<w:rPr>`)
	switch to {
	case inside:
		b.raw(`<w:rStyle w:val="Reference"/>`)
		b.direct(r.Style)
	case outside:
		b.raw(`<w:rStyle w:val="Hyperlink"/>`)
		b.direct(r.Style)
	default:
		if style == "" {
			style = [...]string{plain: "", muted: "Muted", missing: "Missing"}[t]
		}
		if style != "" {
			b.raw(`<w:rStyle w:val="`)
			b.raw(style)
			b.raw(`"/>`)
		}
		if endless {
			b.raw(`<w:noProof/>`)
		}
		if t == muted {
			b.raw(`<w:color w:val="595959"/>`)
		}
	}
	if other {
		b.language(r.Language)
	}
	b.raw(`</w:rPr>`)
}

// longestWord is more letters than any word has.
const longestWord = 100

// hasEndlessWord reports whether s has more letters in a row than words have.
// Looking for places to break one takes LibreOffice minutes, so it is told not
// to look.
func hasEndlessWord(s string) bool {
	if len(s) <= longestWord {
		return false
	}
	start := 0
	for i := range len(s) {
		if s[i] == ' ' || s[i] == '\n' {
			start = i + 1
		} else if i-start >= longestWord {
			return true
		}
	}
	return false
}

// direct sets what the style of a run would: a link already has a style.
func (b *body) direct(s document.Style) {
	switch s {
	case document.Strong:
		b.raw(`<w:b/><w:bCs/>`)
	case document.Code:
		b.raw(`<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/><w:noProof/>`)
	}
}

func (b *body) language(l value.Language) {
	at, found := b.locales[l]
	if !found {
		at = localeOf(l)
		b.locales[l] = at
	}
	if at.right {
		b.raw(`<w:rtl/><w:lang w:bidi="`)
	} else {
		b.raw(`<w:lang w:val="`)
	}
	b.raw(at.tag)
	b.raw(`"/>`)
}
