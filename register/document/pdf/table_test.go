package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"math"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
)

func TestHeadsAreRepeatedAndRowsKept(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Title: document.Text("HEAD"), Head: true}, {Title: document.Text("Text"), Width: 3}}}
	for i := range 150 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			{Lines: []document.Inline{document.Text(fmt.Sprintf("begin%d", i)), document.Text("x"), document.Text("x"), document.Text(fmt.Sprintf("end%d", i))}},
			{Lines: []document.Inline{text(i, 10+i%30)}},
		}})
	}
	d := &document.Document{Sections: []document.Section{{Title: document.Text("Long"), Blocks: []document.Block{table}}}}
	list, w := drawnOf(t, d)
	heads, begins := map[int]int{}, map[string]int{}
	for _, p := range list {
		switch s := p.part.text; {
		case s == "HEAD":
			heads[p.page]++
		case strings.HasPrefix(s, "begin"):
			begins[s[5:]] = p.page
		case strings.HasPrefix(s, "end") && begins[s[3:]] != p.page:
			t.Errorf("row %s begins on page %d and ends on %d", s[3:], begins[s[3:]], p.page)
		}
	}
	for n := 1; n <= w.count(); n++ {
		if heads[n] != 1 {
			t.Errorf("page %d has %d heads", n, heads[n])
		}
	}
}

// A row that fits on a page is not split, whatever room that leaves; nor does a head
// stand without a row, or the sentence before a table without it.
func TestRowsAreWhole(t *testing.T) {
	for _, lines := range []int{5, 20, 40} {
		for before := range 50 {
			tall := func(name string) document.Row {
				r := document.Row{Cells: []document.Cell{{}}}
				for i := range lines {
					r.Cells[0].Lines = append(r.Cells[0].Lines, document.Text(fmt.Sprintf("%s%d", name, i)))
				}
				return r
			}
			first := document.Facts{}
			for range before {
				first.List = append(first.List, document.Fact{Name: document.Text("fact")})
			}
			d := &document.Document{Sections: []document.Section{
				{Title: document.Text("First"), Blocks: []document.Block{first}},
				{Title: document.Text("Title"), Blocks: []document.Block{
					document.Paragraph{Text: document.Text("ABOUT")}, document.Note{Text: []document.Inline{document.Text("NOTE")}},
					document.Table{Columns: []document.Column{{Title: document.Text("HEAD")}}, Rows: []document.Row{tall("a"), tall("b")}},
				}},
			}}
			list, _ := drawnOf(t, d)
			pages := map[string]int{}
			for _, p := range list {
				if _, seen := pages[p.part.text]; !seen {
					pages[p.part.text] = p.page
				}
			}
			end := fmt.Sprint(lines - 1)
			if pages["a0"] != pages["a"+end] || pages["b0"] != pages["b"+end] {
				t.Errorf("%d facts, %d lines: a row is on pages %d to %d, or %d to %d", before, lines, pages["a0"], pages["a"+end], pages["b0"], pages["b"+end])
			}
			if pages["HEAD"] != pages["a0"] || pages["Title"] != pages["ABOUT"] || pages["ABOUT"] != pages["a0"] || pages["NOTE"] < pages["ABOUT"] {
				t.Errorf("%d facts, %d lines: title on %d, text on %d, head on %d, row on %d", before, lines, pages["Title"], pages["ABOUT"], pages["HEAD"], pages["a0"])
			}
		}
	}
}

// A heading is followed by something on its page.
func TestHeadingsAreNotAlone(t *testing.T) {
	list, w := drawnOf(t, sample(60))
	for _, e := range w.entries {
		below := false
		for _, p := range list {
			below = below || p.page == e.page && p.y > e.y+20 && p.part.look.size < 10
		}
		if !below {
			t.Errorf("%q stands alone on page %d", e.section.Title.String(), e.page)
		}
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct{ weights, least, most, want []float64 }{
		{[]float64{1, 1}, []float64{10, 10}, []float64{500, 500}, []float64{50, 50}},
		{[]float64{1, 3}, []float64{10, 10}, []float64{500, 500}, []float64{25, 75}},
		{[]float64{1, 3}, []float64{40, 10}, []float64{500, 500}, []float64{40, 60}},
		{[]float64{1, 1}, []float64{5, 5}, []float64{20, 500}, []float64{20, 80}},
		{[]float64{1, 1}, []float64{5, 5}, []float64{10, 30}, []float64{25, 75}},
		{[]float64{1, 1}, []float64{100, 100}, []float64{200, 300}, []float64{50, 50}},
	} {
		got := share(c.weights, c.least, c.most, 100)
		for i := range got {
			if math.Abs(got[i]-c.want[i]) > 0.01 {
				t.Errorf("%v: %v, want %v", c, got, c.want)
				break
			}
		}
	}
}

// Thirty columns cannot be read beside each other: each row becomes a list.
func TestWideTablesBecomeLists(t *testing.T) {
	list, _ := drawnOf(t, sample(1))
	all := joinedText(list)
	for i := range 30 {
		if want := fmt.Sprintf("Verwerkingskenmerk %d", i+1); strings.Count(all, want+"\n")+strings.Count(all, want+": \n")+strings.Count(all, want+":\n") < 2 {
			t.Errorf("%q is told %d times, for two rows", want, strings.Count(all, want))
		}
	}
}

func TestManyColumns(t *testing.T) {
	for _, n := range []int{1, 8, 14, 60, 300} {
		var table document.Table
		var r document.Row
		for i := range n {
			table.Columns = append(table.Columns, document.Column{Title: document.Text(fmt.Sprintf("C%d", i)), Width: float64(i)})
			r.Cells = append(r.Cells, document.Cell{Lines: []document.Inline{document.Text("word")}})
		}
		table.Rows = []document.Row{r, r, r}
		list, _ := drawnOf(t, &document.Document{Sections: []document.Section{{Blocks: []document.Block{table}}}})
		if got := strings.Count(joinedText(list), "word\n"); got < 3*n {
			t.Errorf("%d columns: %d of %d cells are whole", n, got, 3*n)
		}
	}
}

func TestFigures(t *testing.T) {
	img := image.NewRGBA64(image.Rect(0, 0, 40, 30))
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	good := b.Bytes()
	for name, file := range map[string][]byte{"deep": good, "cut": good[:len(good)-20], "none": nil, "other": []byte("GIF89a")} {
		for _, size := range []float64{0, 100, 5000, math.NaN(), math.Inf(1)} {
			fig := document.Figure{ID: "f", Title: "Title", Description: "Told", PNG: file, Width: size, Height: size}
			d := &document.Document{Sections: []document.Section{{Blocks: []document.Block{fig, document.Paragraph{Text: document.Inline{{Text: "see", Ref: "f"}}}}}}}
			list, w := drawnOf(t, d)
			if told := strings.Contains(joinedText(list), "Told"); told == (name == "deep") {
				t.Errorf("%s at %v: the description stands there: %v", name, size, told)
			}
			var out bytes.Buffer
			if err := w.f.Output(&out); err != nil || strings.Contains(out.String(), "NaN") || strings.Contains(out.String(), "+Inf") {
				t.Errorf("%s at %v: %v", name, size, err)
			}
		}
	}
}
