package document

import (
	"fmt"
	"strings"
)

// dump writes a document as compact text: sections by their level, a line for each
// fact and row, marks of styles where they matter.
func dump(d *Document) string {
	var w strings.Builder
	fmt.Fprintf(&w, "%s [%s %s %s] %s — %s\n", d.Title, d.Kind, d.Language, d.AsOf, d.Author, d.Subtitle)
	dumpFacts(&w, d.Facts, 1)
	d.Walk(func(s *Section, level int) {
		fmt.Fprintf(&w, "\n%s %s {%s}\n", strings.Repeat("#", level), line(s.Title), s.ID)
		for _, block := range s.Blocks {
			dumpBlock(&w, block)
		}
	})
	return w.String()
}

func dumpBlock(w *strings.Builder, block Block) {
	switch x := block.(type) {
	case Paragraph:
		fmt.Fprintf(w, "%s\n", line(x.Text))
	case List:
		for _, item := range x.Items {
			fmt.Fprintf(w, "* %s\n", line(item))
		}
	case Facts:
		dumpFacts(w, x.List, 0)
	case Table:
		dumpTable(w, &x)
	case Note:
		fmt.Fprintf(w, "! %s: %s\n", line(x.Title), lines(x.Text))
	case Figure:
		fmt.Fprintf(w, "[figure %s: %s]\n", x.ID, x.Title)
	}
}

func dumpTable(w *strings.Builder, t *Table) {
	var head []string
	for _, c := range t.Columns {
		head = append(head, line(c.Title))
	}
	fmt.Fprintf(w, "= %s {%s}\n| %s\n", line(t.Caption), t.ID, strings.Join(head, " | "))
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r.Cells {
			s := lines(c.Lines)
			if c.Missing {
				s = "?" + s
			}
			cells = append(cells, s)
		}
		mark := "-"
		if r.Muted {
			mark = "~"
		}
		fmt.Fprintf(w, "%s %s\n", mark, strings.Join(cells, " | "))
	}
	if len(t.Rows) == 0 {
		fmt.Fprintf(w, "(%s)\n", line(t.Empty))
	}
}

func dumpFacts(w *strings.Builder, list []Fact, depth int) {
	for _, f := range list {
		missing := ""
		if f.Missing {
			missing = "?"
		}
		fmt.Fprintf(w, "%s%s: %s%s\n", strings.Repeat("  ", depth), line(f.Name), missing, lines(f.Text))
		dumpFacts(w, f.Facts, depth+1)
	}
}

func lines(list []Inline) string {
	all := make([]string, len(list))
	for i, in := range list {
		all[i] = line(in)
	}
	return strings.Join(all, " / ")
}

// line is a text with its marks: [mark], `code`, @language, ^ for a reference.
func line(in Inline) string {
	var w strings.Builder
	for _, r := range in {
		s := strings.ReplaceAll(r.Text, "\u00ad", "")
		switch r.Style {
		case Mark:
			s = "[" + s + "]"
		case Code:
			s = "`" + s + "`"
		}
		if r.Language != "" {
			s += "@" + string(r.Language)
		}
		if r.Ref != "" {
			s += "^"
		}
		w.WriteString(s)
	}
	return strings.ReplaceAll(w.String(), "\n", "⏎")
}
