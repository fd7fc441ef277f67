package html

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/paper"
	"github.com/openropa/ropa/register/document/internal/whole"
)

// Write writes the document to w. Errors are those of w, that of a context that ends
// first, and that there is no document or what is no block in it.
func Write(ctx context.Context, w io.Writer, d *document.Document) error {
	if err := whole.Check(d); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	p := newPage(ctx, w, d)
	p.head()
	p.banner()
	p.contents()
	p.put("<main id=\"_main\" tabindex=\"-1\">\n")
	p.sections(d.Sections, 1)
	p.put("</main>\n")
	p.footer()
	p.put("</body>\n</html>\n")
	if err := ctx.Err(); err != nil {
		return err
	}
	return p.w.Flush()
}

// page is the document being written. The buffered writer keeps the first
// error and writes no more after it, so only Flush is asked.
type page struct {
	ctx   context.Context // nothing more is written when it is over
	w     *bufio.Writer
	doc   *document.Document
	words words
	tags  map[string]tag
	// anchors are the identifiers to which a reference may lead; what has been
	// written of them is true.
	anchors map[string]bool
	// widths are the shares of columns that the style has to know, in percent.
	widths [101]bool
	// sides are the sections that are printed on pages on their side; wide tells that
	// the one being written is.
	sides paper.Sides
	wide  bool
	// numbered counts captions and pictures, which need names of their own.
	numbered int
}

func newPage(ctx context.Context, w io.Writer, d *document.Document) *page {
	p := &page{ctx: ctx, w: bufio.NewWriterSize(w, 1<<16), doc: d, tags: map[string]tag{}, sides: paper.Choose(d), anchors: map[string]bool{}}
	p.words = wordsIn(d.Language)
	d.Walk(func(s *document.Section, _ int) {
		p.anchor(s.ID)
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case document.Table:
				p.anchor(b.ID)
				for _, share := range shares(b.Columns) {
					p.widths[share] = true
				}
			case document.Figure:
				p.anchor(b.ID)
			}
		}
	})
	return p
}

func (p *page) put(parts ...string) {
	for _, s := range parts {
		_, _ = p.w.WriteString(s)
	}
}

// head is everything before the body. The policy names the style by its hash,
// so that no other style, and nothing else, is ever loaded or run.
func (p *page) head() {
	style := p.style()
	d := p.doc
	p.put("<!DOCTYPE html>\n<html", p.rootAttributes(), ">\n<head>\n<meta charset=\"utf-8\">\n",
		`<meta http-equiv="Content-Security-Policy" content="`, policy(style), "\">\n",
		`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n",
		`<meta name="color-scheme" content="light dark">`, "\n",
		`<meta name="referrer" content="no-referrer">`, "\n")
	p.meta("author", d.Author)
	p.meta("dcterms.date", d.AsOf.String())
	title := line(d.Title)
	if author := line(d.Author); author != "" {
		title += " – " + author
	}
	p.put("<title>", escape(title), "</title>\n<style>", style, "</style>\n</head>\n<body>\n")
	p.put(`<a class="skip" href="#_main"`, p.words.lang, ">", p.words.skip, "</a>\n")
}

func (p *page) meta(name, content string) {
	if content != "" {
		p.put(`<meta name="`, name, `" content="`, escape(line(content)), "\">\n")
	}
}

// banner is the title block.
func (p *page) banner() {
	d := p.doc
	p.put("<header>\n")
	p.paragraph("author", document.Text(d.Author))
	p.put("<h1>")
	p.inline(document.Text(line(d.Title)), inHeading)
	p.put("</h1>\n")
	p.paragraph("subtitle", document.Text(d.Subtitle))
	p.facts(d.Facts)
	p.put("</header>\n")
}

func (p *page) footer() {
	d := p.doc
	p.put("<footer>\n<p>")
	p.inline(document.Text(line(d.Title)), inText)
	if d.Author != "" {
		p.put(" · ")
		p.inline(document.Text(line(d.Author)), inText)
	}
	if day := d.AsOf.String(); day != "" {
		p.put(` · <time datetime="`, day, `">`, day, "</time>")
	}
	p.put("</p>\n</footer>\n")
}
