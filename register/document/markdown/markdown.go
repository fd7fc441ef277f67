// Package markdown writes documents in CommonMark with the tables of GitHub.
//
// Every character that Markdown or HTML reads is escaped, so that a text of the
// register is shown as it stands there. Anchors and line breaks in cells are HTML,
// for which Markdown has no words of its own; so is the language, of the whole and
// of what is in another one.
package markdown

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/plain"
	"github.com/openropa/ropa/register/document/internal/whole"
)

// Write writes a document. The errors are those of w, that of a context that ends first,
// and that there is no document or what is no block in it.
func Write(ctx context.Context, w io.Writer, d *document.Document) error {
	if err := whole.Check(d); err != nil {
		return fmt.Errorf("markdown: %w", err)
	}
	p := &page{ctx: ctx, Writer: bufio.NewWriter(w), words: plain.In(d.Language), anchors: anchorsOf(d)}
	p.front(d)
	p.contents(d)
	for i := range d.Sections {
		p.section(&d.Sections[i], 1)
	}
	p.WriteString("</div>\n")
	if err := ctx.Err(); err != nil {
		return err
	}
	return p.Flush()
}

// page is a file that is being written. Errors wait until it is flushed.
type page struct {
	ctx context.Context // nothing more is written when it is over
	*bufio.Writer
	words plain.Words
	// anchors are the IDs to which a reference may lead.
	anchors map[string]bool
}

// anchorsOf returns the IDs of the sections, tables and figures.
func anchorsOf(d *document.Document) map[string]bool {
	all := map[string]bool{}
	d.Walk(func(s *document.Section, _ int) {
		all[s.ID] = true
		for _, b := range s.Blocks {
			switch x := b.(type) {
			case document.Table:
				all[x.ID] = true
			case document.Figure:
				all[x.ID] = true
			}
		}
	})
	delete(all, "")
	return all
}

// front writes what stands on top: whose document it is, and as of which day.
func (p *page) front(d *document.Document) {
	fmt.Fprintf(p, "<div lang=%q>\n\n# %s\n\n", attribute(string(d.Language)), heading(d.Title))
	if d.Subtitle != "" {
		fmt.Fprintf(p, "**%s**\n\n", heading(d.Subtitle))
	}
	p.facts(d.Facts, 0)
	if len(d.Facts) > 0 {
		p.WriteByte('\n')
	}
}

// contents writes the table of contents.
func (p *page) contents(d *document.Document) {
	if d.Contents == 0 {
		return
	}
	if d.ContentsTitle != "" {
		fmt.Fprintf(p, "## %s\n\n", heading(d.ContentsTitle))
	}
	d.Walk(func(s *document.Section, level int) {
		if level > d.Contents {
			return
		}
		title := p.inline(unlinked(s.Title))
		if s.ID != "" {
			title = "[" + title + "](#" + attribute(s.ID) + ")"
		}
		fmt.Fprintf(p, "%s- %s\n", strings.Repeat("  ", level-1), title)
	})
	p.WriteByte('\n')
}

// unlinked is a title without references: a link cannot stand in another.
func unlinked(in document.Inline) document.Inline {
	all := make(document.Inline, len(in))
	for i, run := range in {
		run.Ref, run.Link = "", ""
		all[i] = run
	}
	return all
}

func (p *page) section(s *document.Section, level int) {
	p.anchor(s.ID)
	fmt.Fprintf(p, "%s %s\n\n", strings.Repeat("#", min(level+1, 6)), p.inline(s.Title))
	for _, b := range s.Blocks {
		if p.ctx.Err() != nil {
			return
		}
		p.block(b)
	}
	for i := range s.Sections {
		p.section(&s.Sections[i], level+1)
	}
}

func (p *page) anchor(id string) {
	if id != "" {
		fmt.Fprintf(p, "<a id=\"%s\"></a>\n\n", attribute(id))
	}
}

func (p *page) block(b document.Block) {
	switch x := b.(type) {
	case document.Paragraph:
		p.WriteString(atStart(p.inline(x.Text)) + "\n\n")
	case document.List:
		for i, item := range x.Items {
			mark := "-"
			if x.Ordered {
				mark = fmt.Sprintf("%d.", i+1)
			}
			p.WriteString(mark + " " + atStart(p.inline(item)) + "\n")
		}
		p.WriteByte('\n')
	case document.Facts:
		p.facts(x.List, 0)
		p.WriteByte('\n')
	case document.Table:
		p.table(&x)
	case document.Note:
		p.note(&x)
	case document.Figure:
		p.anchor(x.ID)
		fmt.Fprintf(p, "**%s**<br>%s\n\n", heading(x.Title), escape(x.Description))
	}
}

// facts writes facts as a list, facts about a fact below it.
func (p *page) facts(list []document.Fact, level int) {
	for i := range list {
		f := &list[i]
		text := p.lines(f.Text)
		switch {
		case f.Missing && text == "":
			text = "*" + p.words.NotStated + "*"
		case f.Missing:
			text = "*" + text + "*"
		}
		p.WriteString(strings.TrimRight(fmt.Sprintf("%s- %s %s", strings.Repeat("  ", level), label(p.inline(f.Name), p.words.Colon), text), " ") + "\n")
		p.facts(f.Facts, level+1)
	}
}

func (p *page) note(n *document.Note) {
	title := escape(p.words.Notes[min(int(n.Kind), len(p.words.Notes)-1)])
	if s := p.inline(n.Title); s != "" {
		title += p.words.Colon + " " + s
	}
	fmt.Fprintf(p, "> %s", strong(title))
	for _, line := range n.Text {
		fmt.Fprintf(p, "<br>\n> %s", atStart(p.inline(line)))
	}
	p.WriteString("\n\n")
}

func (p *page) table(t *document.Table) {
	p.anchor(t.ID)
	if caption := strings.TrimSpace(p.inline(t.Caption)); caption != "" {
		p.WriteString(strong(caption) + "\n\n")
	}
	if len(t.Rows) == 0 {
		if empty := p.inline(t.Empty); empty != "" {
			p.WriteString(atStart(empty) + "\n\n")
		}
		return
	}
	if len(t.Columns) == 0 {
		return
	}
	for i := range t.Columns {
		p.WriteString("| " + p.inline(t.Columns[i].Title) + " ")
	}
	p.WriteString("|\n" + strings.Repeat("| --- ", len(t.Columns)) + "|\n")
	for i := range t.Rows {
		if p.ctx.Err() != nil {
			return
		}
		p.row(t, &t.Rows[i])
	}
	p.WriteByte('\n')
}

func (p *page) row(t *document.Table, r *document.Row) {
	for i := range t.Columns {
		text := ""
		if i < len(r.Cells) {
			c := &r.Cells[i]
			text = p.lines(c.Lines)
			switch {
			case c.Missing && text == "":
				text = "*" + p.words.NotStated + "*"
			case c.Missing && !strings.ContainsAny(text, "*<"):
				text = "*" + text + "*"
			}
		}
		p.WriteString("| " + text + " ")
	}
	p.WriteString("|\n")
}

// lines are lines one below the other.
func (p *page) lines(lines []document.Inline) string {
	switch len(lines) {
	case 0:
		return ""
	case 1:
		return p.inline(lines[0])
	}
	all := make([]string, len(lines))
	for i, line := range lines {
		all[i] = p.inline(line)
	}
	return strings.Join(all, "<br>")
}
