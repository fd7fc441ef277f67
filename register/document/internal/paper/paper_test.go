package paper_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/paper"
)

// tableOf is a table of so many columns and rows, each cell with so many words.
func tableOf(columns, rows, words int) document.Table {
	t := document.Table{}
	for i := range columns {
		t.Columns = append(t.Columns, document.Column{Title: document.Text(fmt.Sprintf("Kolom %d", i+1))})
	}
	for range rows {
		r := document.Row{}
		for range columns {
			r.Cells = append(r.Cells, document.Cell{Lines: []document.Inline{document.Text(strings.Repeat("gegevens ", words))}})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

func section(title string, blocks ...document.Block) document.Section {
	return document.Section{Title: document.Text(title), Blocks: blocks}
}

func wide(s document.Section) document.Section { s.Wide = true; return s }

func onPage(s document.Section) document.Section { s.NewPage = true; return s }

// turned are the titles of the sections that stand on their side.
func turned(d *document.Document) string {
	sides := paper.Choose(d)
	var all []string
	d.Walk(func(s *document.Section, _ int) {
		if sides.Turns(s) {
			all = append(all, s.Title.String())
		}
	})
	return strings.Join(all, " ")
}

// A section stands on its side where its tables need it, and the paper is not turned
// for a line or two.
func TestChoose(t *testing.T) {
	text := section("text", document.Paragraph{Text: document.Text("A text.")})
	few := wide(section("few", tableOf(5, 40, 3)))
	many := wide(section("many", tableOf(12, 80, 3)))
	row := wide(section("row", tableOf(9, 1, 1)))
	three := wide(section("three", tableOf(3, 5, 1)))
	around := document.Section{Title: document.Text("around"), Sections: []document.Section{many}}
	asks := wide(document.Section{Title: document.Text("asks"), Sections: []document.Section{text, onPage(few)}})
	for name, c := range map[string]struct {
		sections []document.Section
		want     string
	}{
		"nobody asks":                       {[]document.Section{text, section("plain", tableOf(12, 40, 3))}, ""},
		"five columns are read upright":     {[]document.Section{onPage(few)}, ""},
		"twelve are not":                    {[]document.Section{text, many, text}, "many"},
		"one row turns no paper":            {[]document.Section{text, row, text}, ""},
		"those that follow go the same way": {[]document.Section{text, many, row, three, text}, "many row three"},
		"but not beyond a page":             {[]document.Section{text, many, onPage(few), text}, "many"},
		"a heading goes with what it heads": {[]document.Section{text, onPage(around)}, "around many"},
		"sheets of an upright part":         {[]document.Section{onPage(asks)}, ""},
		"none":                              {nil, ""},
	} {
		if got := turned(&document.Document{Sections: c.sections}); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// What follows a section on the same page counts, be it after the section around it.
func TestChooseBelow(t *testing.T) {
	text := section("text", document.Paragraph{Text: document.Text("A text.")})
	differ := 0
	for rows := 1; rows < 60; rows++ {
		table := wide(section("table", tableOf(12, rows, 3)))
		last := turned(&document.Document{Sections: []document.Section{onPage(table)}})
		flat := turned(&document.Document{Sections: []document.Section{onPage(table), text}})
		around := onPage(document.Section{Title: document.Text("around"), Blocks: text.Blocks, Sections: []document.Section{onPage(table)}})
		if got := turned(&document.Document{Sections: []document.Section{around}}); got != last {
			t.Errorf("%d rows at the end: %q below, %q by itself", rows, got, last)
		}
		if got := turned(&document.Document{Sections: []document.Section{around, text}}); got != flat {
			t.Errorf("%d rows before a text: %q below, %q by itself", rows, got, flat)
		}
		if last != flat {
			differ++
		}
	}
	if differ == 0 {
		t.Error("what follows never counts: the test shows nothing")
	}
}

// A picture that would be small on an upright page turns it.
func TestChooseForFigures(t *testing.T) {
	for _, c := range []struct {
		wide, high float64
		want       string
	}{{900, 500, "figure"}, {400, 300, ""}, {500, 900, ""}} {
		s := onPage(wide(section("figure", document.Figure{Width: c.wide, Height: c.high})))
		if got := turned(&document.Document{Sections: []document.Section{s}}); got != c.want {
			t.Errorf("%v by %v: %q", c.wide, c.high, got)
		}
	}
}

// The widths of columns fill the page, hold the longest words, and give room to
// columns with much text.
func TestWidths(t *testing.T) {
	table := tableOf(6, 3, 1)
	table.Rows[1].Cells[2].Lines = []document.Inline{document.Text(strings.Repeat("doeleinden ", 60))}
	table.Rows[1].Cells[4].Lines = []document.Inline{document.Text("verwerkingsverantwoord")}
	widths := paper.Widths(&table, 487)
	sum := 0.0
	for _, w := range widths {
		sum += w
	}
	if sum < 486.9 || sum > 487.1 {
		t.Errorf("%v are %v points", widths, sum)
	}
	if widths[2] < 1.5*widths[0] || widths[0] < 40 || widths[4] < 90 {
		t.Errorf("%v", widths)
	}
	for _, n := range []int{1, 30, 300} {
		crowded := tableOf(n, 2, 2)
		if got := paper.Widths(&crowded, 487); len(got) != n || got[0] <= 0 {
			t.Errorf("%d columns: %v", n, got)
		}
	}
}

func TestLeads(t *testing.T) {
	short, long := document.Paragraph{Text: document.Text("About.")}, document.Paragraph{Text: document.Text(strings.Repeat("word ", 200))}
	table, note := tableOf(1, 1, 1), document.Note{Title: document.Text("Note")}
	for i, c := range []struct {
		blocks []document.Block
		want   string
	}{
		{[]document.Block{short, table}, "10"},
		{[]document.Block{short, note, table}, "110"},
		{[]document.Block{short, note, short, table}, "0000"},
		{[]document.Block{long, table}, "00"},
		{[]document.Block{table, short, table}, "000"},
		{[]document.Block{short, note}, "00"},
		{[]document.Block{short}, "0"},
	} {
		got := ""
		for k := range c.blocks {
			got += map[bool]string{true: "1", false: "0"}[paper.Leads(c.blocks, k)]
		}
		if got != c.want {
			t.Errorf("%d: %s, want %s", i, got, c.want)
		}
	}
}
