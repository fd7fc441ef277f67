package inspection

import (
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/plain"
)

// writeText writes the first page as text that needs no program but a reader of
// texts: what it is made of is known here, so no more than that.
func writeText(w io.Writer, d *document.Document) error {
	var b bytes.Buffer
	heading(&b, plain.Line(d.Title), "=")
	if d.Subtitle != "" {
		b.WriteString(plain.Line(d.Subtitle) + "\n")
	}
	b.WriteByte('\n')
	for i := range d.Facts {
		f := &d.Facts[i]
		for j, line := range f.Text {
			name := plain.Line(f.Name.String()) + ": "
			if j > 0 {
				name = strings.Repeat(" ", utf8.RuneCountInString(name))
			}
			b.WriteString(name + plain.Line(line.String()) + "\n")
		}
	}
	for i := range d.Sections {
		s := &d.Sections[i]
		b.WriteByte('\n')
		heading(&b, plain.Line(s.Title.String()), "-")
		for _, block := range s.Blocks {
			blockText(&b, block)
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func heading(b *bytes.Buffer, s, line string) {
	b.WriteString(s + "\n" + strings.Repeat(line, utf8.RuneCountInString(s)) + "\n")
}

func blockText(b *bytes.Buffer, block document.Block) {
	switch x := block.(type) {
	case document.Paragraph:
		wrapped(b, plain.Line(x.Text.String()), "", "")
	case document.List:
		for _, item := range x.Items {
			wrapped(b, plain.Line(item.String()), "- ", "  ")
		}
	case document.Table:
		for i := range x.Rows {
			cells := x.Rows[i].Cells
			wrapped(b, plain.Line(plain.Lines(cells[0].Lines)), "", "")
			wrapped(b, plain.Line(plain.Lines(cells[1].Lines)), "    ", "    ")
			for _, line := range cells[2].Lines {
				b.WriteString("    * " + plain.Line(line.String()) + "\n")
			}
		}
		b.WriteByte('\n')
	}
}

// columns is how long the lines of the text are.
const columns = 78

// wrapped writes a text in lines, with something before the first and the others.
func wrapped(b *bytes.Buffer, s, first, others string) {
	line := first
	for word := range strings.FieldsSeq(s) {
		switch {
		case strings.TrimSpace(line) == strings.TrimSpace(first) && len(line) <= len(first):
			line += word
		case utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > columns:
			b.WriteString(line + "\n")
			line = others + word
		default:
			line += " " + word
		}
	}
	b.WriteString(line + "\n")
}
