package pdf

import (
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
)

var hostile = []string{
	"<script>alert(1)</script>", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "a\r\nb\rc",
	"\u202eevil\u202c \u2066x\u2069 \u200f\u200e", "\x00\x01\x1f\x7f\u0085\u009f", "bad \xff\xfe\xc3 utf-8", "\xf0\x9f",
	"深圳公司 😀👩\u200d💻 שלום سلام", "e\u0301\u0323 a\u0300\u0301\u0302\u0303", ") Tj ET Q \\ ( >> endobj %PDF",
	strings.Repeat("x", 20000), strings.Repeat("woord ", 4000), strings.Repeat("深", 20000), strings.Repeat(" ", 20000) + "end",
	strings.Repeat("\n", 300) + "end", strings.Repeat("\u00ad", 500) + strings.Repeat("\u200b", 500), "\ufeff\ufffe\uffff\ufdd0",
	strings.Repeat("https://example.org/a/", 900), strings.Repeat("\u00a0", 3000), "",
}

// everywhere is a document with a text in each of its places.
func everywhere(s string) *document.Document {
	in := document.Inline{{Text: s}, {Text: s, Style: document.Code}, {Text: s, Style: document.Mark, Link: s, Ref: s, Language: "x)"}}
	fact := document.Fact{Name: in, Text: []document.Inline{in, in}, Missing: true, Facts: []document.Fact{{Name: in, Text: []document.Inline{in}}}}
	cells := []document.Cell{{Lines: []document.Inline{in}}, {Lines: []document.Inline{document.Text("a"), in}, Missing: true}}
	columns := []document.Column{{ID: s, Title: in, Head: true}, {Title: in, Width: -1}}
	return &document.Document{
		Kind: s, Title: s, Subtitle: s, Author: s, Contents: 3, ContentsTitle: s, Facts: []document.Fact{fact},
		Sections: []document.Section{{ID: s, Title: in, Wide: true, Blocks: []document.Block{
			document.Paragraph{Text: in}, document.List{Ordered: true, Items: []document.Inline{in, in}}, document.Facts{List: []document.Fact{fact}},
			document.Table{ID: s, Caption: in, Columns: columns, Rows: []document.Row{{Cells: cells}, {Cells: cells[:1], Muted: true}, {}}},
			document.Table{Columns: columns, Empty: in},
			document.Note{Kind: 99, Title: in, Text: []document.Inline{in}},
			document.Figure{ID: s, Title: s, Description: s, PNG: []byte(s)},
		}, Sections: []document.Section{{Title: in}}}},
	}
}

func TestHostile(t *testing.T) {
	for _, s := range hostile {
		d := everywhere(s)
		if file := output(t, d); len(file) < 1000 || strings.Contains(file, "/JavaScript") {
			t.Errorf("%.20q: the file is wrong", s)
		}
	}
}

// What a long text says is there, wherever it is broken.
func TestNothingIsLost(t *testing.T) {
	for _, s := range []string{strings.Repeat("x", 20000), strings.Repeat("9-a/", 5000), strings.Repeat("woord ", 4000), "<script>alert(1)</script>", "=cmd|' /C calc'!A0"} {
		d := &document.Document{Sections: []document.Section{{Blocks: []document.Block{
			document.Table{
				Columns: []document.Column{{Title: document.Text("Q")}, {Title: document.Text("Z")}},
				Rows:    []document.Row{{Cells: []document.Cell{{Lines: []document.Inline{{{Text: s, Style: document.Code}}}}, {Lines: []document.Inline{document.Text("Z")}}}}},
			},
		}}}}
		list, w := drawnOf(t, d)
		var got strings.Builder
		for _, p := range list {
			if text := p.part.text; p.part.look.face == mono && p.y < long-bottom {
				got.WriteString(text)
			}
		}
		strip := strings.NewReplacer(" ", "", "\n", "")
		if strip.Replace(got.String()) != strip.Replace(s) {
			t.Errorf("%.20q…: %d of %d characters on %d pages", s, got.Len(), len(s), w.count())
		}
	}
}

func TestCharactersThatNoFaceHas(t *testing.T) {
	d := &document.Document{Language: "nl", Sections: []document.Section{{Blocks: []document.Block{document.Paragraph{Text: document.Text("naam 深圳 x")}}}}}
	list, _ := drawnOf(t, d)
	all := joinedText(list)
	if !strings.Contains(all, "□□") || !strings.Contains(all, "U+6DF1, U+5733") || !strings.Contains(all, "Het teken □") {
		t.Errorf("drawn: %q", all)
	}
	for _, p := range list {
		if p.part.text == "□□" && p.part.lost != "深圳" {
			t.Errorf("□□ stands for %q", p.part.lost)
		}
	}
}

func TestDeep(t *testing.T) {
	s := document.Section{Title: document.Text("bottom")}
	f := document.Fact{Name: document.Text("bottom"), Text: []document.Inline{document.Text("x")}}
	for range 300 {
		s = document.Section{Title: document.Text("level"), Sections: []document.Section{s}}
		f = document.Fact{Name: document.Text("level"), Facts: []document.Fact{f}}
	}
	s.Blocks = []document.Block{document.Facts{List: []document.Fact{f}}}
	list, _ := drawnOf(t, &document.Document{Contents: 1000, Sections: []document.Section{s}})
	if n := strings.Count(joinedText(list), "bottom"); n != 3 {
		t.Errorf("the bottom is told %d times", n)
	}
}
