package html_test

import (
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/value"
)

// attacks are texts that want to be more than texts.
var attacks = []string{
	`<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `' onmouseover='alert(1)`, `</style><script>alert(1)</script>`, `</title><b>`,
	`=cmd|' /C calc'!A0`, "+1", "-1", "@SUM(A1)", "\tTab", "&amp; &lt;b&gt; &#60;", "<!-- comment", "]]>", "{{.}}", "\\22 } * { display: none",
	"shop \u202egpj.exe", "\u2066a\u2067b", "\u200fשלום", "مرحبا \u0627\u0644", "nul\x00bell\x07esc\x1b[31m", "c1 \u0085\u009b31m", "bad \xff\xfe utf-8 \xc3(", "\ufffe\U000e0041",
	"one\r\ntwo\rthree\u2028four", longWord, strings.Repeat("very long text ", 1_400), "Z\u0300\u0301\u0302\u0303", "",
}

var longWord = strings.Repeat("x", 20_000)

// hostile is a document with the attacks in every place that holds text.
func hostile() *document.Document { return hostileOf(attacks) }

func hostileOf(attacks []string) *document.Document {
	d := &document.Document{Language: "nl", Contents: 9, AsOf: value.MustDate("2026-11-22")}
	for _, a := range attacks {
		d.Title, d.Subtitle, d.Author = d.Title+a+" ", d.Subtitle+a+" ", d.Author+a+" "
	}
	for _, a := range attacks {
		in := document.Inline{
			{Text: a}, {Text: a, Language: value.Language(a), Style: document.Code}, {Text: a, Ref: a, Style: document.Mark}, {Text: a, Ref: "nowhere"},
			{Text: a, Link: "javascript:alert(1)"}, {Text: a, Link: "https://example.org/" + a}, {Text: a, Link: "https://user@example.org/"}, {Text: a, Link: "//example.org"},
			{Text: a, Link: "mailto:" + a}, {Text: a, Link: "data:text/html,x"}, {Text: a, Style: 200}, {Text: a, Language: "ar"}, {Text: a, Language: "und"},
		}
		facts := []document.Fact{{Name: in, Text: []document.Inline{in, nil}, Facts: []document.Fact{{Name: in, Missing: true}, {}}}}
		d.Facts = append(d.Facts, facts[0])
		s := document.Section{ID: a, Title: in, Blocks: []document.Block{
			document.Paragraph{Text: in}, document.List{Items: []document.Inline{in, nil}}, document.List{}, document.Facts{List: facts}, document.Facts{},
			document.Note{Kind: 77, Title: in, Text: []document.Inline{in, nil}},
			document.Table{ID: a, Caption: in, Columns: []document.Column{{Title: in, Width: -1, Head: true}, {Width: 1e300}, {Title: in, Width: 0.0001}}, Rows: []document.Row{
				{Cells: []document.Cell{{Lines: []document.Inline{in, nil, in}}}},
				{Muted: true, Cells: []document.Cell{{}, {Missing: true}, {Date: value.MustDate("2020-02-29")}, {Lines: []document.Inline{in}}}},
			}},
			document.Table{Caption: in, Rows: []document.Row{{}, {Cells: []document.Cell{{Lines: []document.Inline{in}}}}}},
			document.Table{Caption: in, Columns: make([]document.Column, 12), Rows: make([]document.Row, 1)}, document.Table{Empty: in}, document.Table{},
			document.Figure{ID: a, Title: a, Description: a, SVG: []byte(a), Width: 500, Height: -1}, document.Figure{ID: "f" + a, Title: a, SVG: []byte(drawing), Width: 1e9}, document.Figure{PNG: []byte(a)}, document.Figure{Description: a},
		}}
		s.Sections = []document.Section{{Blocks: s.Blocks[:1], Sections: []document.Section{{Title: in, ID: a + " below", Wide: true, NewPage: true}}}}
		d.Sections = append(d.Sections, s)
	}
	return d
}

// Every attack is there to be read, as a text.
func TestHostileIsShown(t *testing.T) {
	root, err := nethtml.Parse(strings.NewReader(write(t, hostile())))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range root.Descendants() {
		switch {
		case n.Type == nethtml.TextNode && n.Parent.Data != "style":
			b.WriteString(n.Data)
		case n.Type == nethtml.ElementNode && n.Data == "br":
			b.WriteString("\n")
		}
	}
	shown := b.String()
	changed := strings.NewReplacer("\u202e", "�", "\u2066", "�", "\u2067", "�", "\x00", "␀", "\x07", "␇", "\x1b", "␛", "\u0085", "\n", "\u009b", "�",
		"\xff\xfe utf", "�� utf", "\xc3(", "�(", "\ufffe", "�", "\U000e0041", "�", "\r\n", "\n", "\r", "\n", "\u2028", "\n")
	for _, a := range attacks {
		if want := changed.Replace(a); !strings.Contains(shown, want) {
			t.Errorf("not shown: %.80q", want)
		}
	}
	for _, r := range shown {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			t.Errorf("%U is in the page", r)
		}
	}
}

// A text that runs from right to left is kept apart.
func TestRightToLeft(t *testing.T) {
	d := &document.Document{Language: "nl", Sections: []document.Section{{Title: text("x"), Blocks: []document.Block{
		document.Paragraph{Text: document.Inline{{Text: "שלום 1"}, {Text: " 2"}, {Text: "مرحبا", Language: "ar"}}}}}}}
	if want := `<p><bdi>שלום 1</bdi> 2<span lang="ar" dir="rtl"><bdi>مرحبا</bdi></span></p>`; !strings.Contains(write(t, d), want) {
		t.Errorf("no %s", want)
	}
}

// A drawing that is more than shapes is shown as an image, in which nothing
// runs; one that is only shapes stands in the page under names of its own.
func TestDrawings(t *testing.T) {
	svg := func(inner string) string {
		return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">` + inner + `</svg>`
	}
	for _, bad := range []string{
		svg(`<script>alert(1)</script>`), svg(`<style>*{}</style>`), svg(`<g style="fill:red"/>`), svg(`<g onload="alert(1)"/>`), svg(`<a href="#x"/>`), svg(`<foreignObject/>`),
		svg(`<use xlink:href="https://example.org/x.svg#y"/>`), svg(`<use href="data:,x"/>`), svg(`<path fill="url(https://example.org/x)"/>`), svg(`<path fill="u\72l(x)"/>`),
		svg(`<g xmlns="http://www.w3.org/1999/xhtml"/>`), svg(`<svg/>`), svg(`<g>`), svg(``) + svg(``), svg(`<image href="#x"/>`), svg(`<set attributeName="href"/>`), `<svg viewBox="0 0 1 1"/>`,
		`<svg xmlns="http://www.w3.org/2000/svg"/>`, `<!DOCTYPE svg [<!ENTITY a "b">]>` + svg(`&a;`), `<p/>`, ` `, svg(`<g on:x="1" a:b="&#1;"/>`),
	} {
		page := write(t, &document.Document{Language: "nl", Sections: []document.Section{{Title: text("x"), Blocks: []document.Block{document.Figure{ID: "f", Title: "T", SVG: []byte(bad)}}}}})
		if strings.Contains(page, "<svg") || !strings.Contains(page, `<img alt="T" src="data:image/svg+xml;base64,`) {
			t.Errorf("in the page: %s", bad)
		}
	}
	good := svg(`<!-- c --><title>Old</title><desc>Old <b/></desc><g id="a b" class="note" role="x" data-x="1"><title>tip &amp; &lt;</title><use xlink:href="#a b"/><path fill="url(#a)" clip-path="url('#b')" d="M0 0"/></g>`)
	page := write(t, &document.Document{Language: "nl", Sections: []document.Section{{Title: text("x"), Blocks: []document.Block{document.Figure{Title: "T<", Description: "D", SVG: []byte(good), Width: 75, Height: 30}}}}})
	want := `<svg viewBox="0 0 9 9" width="100" height="40" role="img" aria-labelledby="_n1-title" aria-describedby="_n1-desc"><title id="_n1-title">T&lt;</title><desc id="_n1-desc">D</desc>` +
		`<g id="_n1-a_20_b"><title>tip &amp; &lt;</title><use href="#_n1-a_20_b"></use><path fill="url(#_n1-a)" clip-path="url(#_n1-b)" d="M0 0"></path></g></svg>`
	if !strings.Contains(page, want) {
		_, got, _ := strings.Cut(page, "<figure>")
		t.Errorf("want %s\ngot %s", want, got)
	}
}
