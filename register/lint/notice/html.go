package notice

import (
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unseen are the elements whose text no reader sees.
var unseen = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Title: true, atom.Template: true, atom.Svg: true, atom.Noscript: true,
	atom.Textarea: true, atom.Select: true, atom.Iframe: true, atom.Object: true,
}

// inline are elements that do not end a block.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true,
	atom.Del: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true, atom.Ins: true, atom.Label: true,
	atom.Mark: true, atom.Q: true, atom.S: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true,
	atom.Sup: true, atom.Time: true, atom.U: true, atom.Wbr: true,
}

var headingLevel = map[atom.Atom]int{
	atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6,
	atom.Dt: 6, atom.Summary: 6, atom.Caption: 6, atom.Legend: 6,
}

// htmlReader turns tags and text into blocks. It reads a stream of tokens and
// builds no tree, so that no depth can hurt it.
type htmlReader struct {
	page *page
	text strings.Builder
	at   int // in the source

	skip  atom.Atom // the unseen element in which it is
	depth int       // how often that one is open
	bold  int       // how many bold elements are open
	open  block
	// weak: something in the block is not bold.
	weak bool
}

// readHTML makes a page of HTML.
func readHTML(p *page) error {
	r := &htmlReader{page: p}
	r.open.level = 1
	z := html.NewTokenizer(strings.NewReader(p.source))
	for {
		kind := z.Next()
		raw := len(z.Raw())
		switch kind {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return err
			}
			r.close()
			p.text = r.text.String()
			p.finish()
			return nil
		case html.TextToken:
			if r.skip == 0 {
				r.write(string(z.Raw()))
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			r.tag(atom.Lookup(name), kind)
		}
		r.at += raw
	}
}

func (r *htmlReader) tag(a atom.Atom, kind html.TokenType) {
	if r.skip != 0 {
		if a == r.skip && kind == html.StartTagToken {
			r.depth++
		} else if a == r.skip && kind == html.EndTagToken {
			if r.depth--; r.depth == 0 {
				r.skip = 0
			}
		}
		return
	}
	if unseen[a] {
		if kind == html.StartTagToken {
			r.skip, r.depth = a, 1
		}
		return
	}
	if a == atom.B || a == atom.Strong {
		if kind == html.StartTagToken {
			r.bold++
		} else if kind == html.EndTagToken {
			r.bold = max(r.bold-1, 0)
		}
	}
	switch {
	case a == atom.Br:
		r.text.WriteByte('\n')
	case !inline[a]:
		r.close()
		r.begin(a, kind)
	}
}

// begin begins a block with a tag.
func (r *htmlReader) begin(a atom.Atom, kind html.TokenType) {
	if kind != html.StartTagToken {
		r.open.kind, r.open.level = paragraph, 1
		return
	}
	if level := headingLevel[a]; level > 0 {
		r.open.kind, r.open.level = heading, level
	} else if a == atom.Li || a == atom.Td || a == atom.Th || a == atom.Dd {
		r.open.kind = item
	}
}

// close ends the open block, if there is anything in it, and opens another. An
// empty one goes on: <li><p> is an entry of a list.
func (r *htmlReader) close() {
	text := r.text.String()[r.open.from:]
	if strings.TrimSpace(text) == "" {
		return
	}
	r.open.to = r.text.Len()
	if r.open.kind == paragraph && !r.weak && isShort(text) {
		r.open.kind, r.open.level = heading, 6
	}
	r.page.blocks = append(r.page.blocks, r.open)
	r.text.WriteString("\n\n")
	r.open, r.weak = block{level: 1, from: r.text.Len()}, false
}

// write adds text, and notes where in the source it stands: character references
// are longer there.
func (r *htmlReader) write(raw string) {
	if r.bold == 0 && strings.TrimSpace(raw) != "" {
		r.weak = true
	}
	for at := 0; at < len(raw); {
		r.page.anchors = append(r.page.anchors, anchor{r.text.Len(), r.at + at})
		end := len(raw)
		if n := strings.IndexByte(raw[at:], '&'); n > 0 {
			end = at + n
		} else if n == 0 {
			if n = strings.IndexByte(raw[at:min(at+40, len(raw))], ';'); n > 0 {
				end = at + n + 1
			} else {
				end = at + 1
			}
		}
		r.text.WriteString(html.UnescapeString(raw[at:end]))
		at = end
	}
}
