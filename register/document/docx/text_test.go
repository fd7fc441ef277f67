package docx_test

import (
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/value"
)

// textOf returns what a reader sees of a part, and the codes of its fields.
func textOf(t *testing.T, part string) (text string, codes []string) {
	t.Helper()
	var b strings.Builder
	d, in := xml.NewDecoder(strings.NewReader(part)), ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String(), codes
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = token.Name.Local
			b.WriteString(map[string]string{"br": "\n", "tab": "\t", "softHyphen": "\u00AD", "noBreakHyphen": "\u2011"}[in])
		case xml.EndElement:
			in = ""
			if token.Name.Local == "p" {
				b.WriteByte('\n')
			}
		case xml.CharData:
			switch in {
			case "t":
				b.Write(token)
			case "instrText":
				codes = append(codes, string(token))
			}
		}
	}
}

// hostileDocument says something hostile wherever it says anything.
func hostileDocument(t *testing.T) *document.Document {
	in := document.Inline{{Text: hostile, Language: "en\"/>", Ref: "nowhere", Link: "javascript:alert(1)"}}
	table := document.Table{
		ID: "\"/><x", Caption: in, Columns: []document.Column{{Title: in, Width: -1}, {Title: in, Width: 1e300}},
		Rows: []document.Row{{Cells: []document.Cell{{Lines: []document.Inline{in}}}}, {}},
	}
	figure := picture(t)
	figure.ID, figure.Title, figure.Description = hostile, hostile, hostile
	broken := document.Figure{ID: hostile, Title: hostile, Description: hostile, PNG: []byte("\x89PNG\r\n\x1a\nno")}
	return &document.Document{
		Kind: hostile, Title: hostile, Subtitle: hostile, Language: value.Language(hostile), Author: hostile,
		AsOf: value.MustDate("2026-11-22"), Contents: 9, ContentsTitle: hostile,
		Facts: []document.Fact{{Name: in, Text: []document.Inline{in}, Facts: []document.Fact{{Name: in, Missing: true}}}},
		Sections: []document.Section{{
			ID: "\"/><x", Title: in, Wide: true,
			Blocks: []document.Block{
				document.Paragraph{Text: in}, table, document.Facts{List: []document.Fact{{Name: in}}},
				document.Note{Kind: 200, Title: in, Text: []document.Inline{in}},
				document.List{Ordered: true, Items: []document.Inline{in, nil}}, figure, broken,
			},
		}},
	}
}

func TestHostileText(t *testing.T) {
	file := written(t, hostileDocument(t))
	all := parts(t, file)
	checkWhole(t, all)
	text, codes := textOf(t, all["word/document.xml"])
	want := "<script>alert('x')</script>&amp;]]><w:p/> =cmd|'/c calc'!A0 exe.fdp x \uFFFD\uFFFD\uFFFD\uFFFD\n \uFFFD\uFFFD \uFFFD tab\there\nnext\nline " +
		"+1 -1 @SUM \u200Fmark {PAGE} DDEAUTO \"q\" " + strings.Repeat("x", 20000)
	// Title, subtitle, contents title and entry, heading, two of a fact, …
	if n := strings.Count(text, want); n != 20 {
		t.Errorf("the text stands %d times as it should", n)
	}
	for _, code := range codes {
		if !strings.HasPrefix(code, " TOC ") && !strings.HasPrefix(code, " PAGEREF r_") {
			t.Errorf("field %q", code)
		}
	}
	if n := strings.Count(all["word/_rels/document.xml.rels"], "External"); n != 0 {
		t.Errorf("%d links", n)
	}
	if *keep != "" {
		if err := os.WriteFile(filepath.Join(*keep, "hostile.docx"), file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestLinks(t *testing.T) {
	for link, want := range map[string]string{
		"https://example.org/a?b=1&c=%20#d":                "https://example.org/a?b=1&amp;c=%20#d",
		"https://example.org/é":                            "https://example.org/%C3%A9",
		"mailto:a@example.org?subject=x":                   "mailto:a@example.org?subject=x",
		"http://example.org/":                              "",
		"javascript:alert(1)":                              "",
		"file:///etc/passwd":                               "",
		"https:///path":                                    "",
		"https://a b/":                                     "",
		"https://user@example.org/":                        "",
		"https://exämple.org/":                             "",
		"mailto:nobody":                                    "",
		"mailto:a@b@example.org":                           "",
		"https://example.org/\x00":                         "",
		"https://example.org/" + strings.Repeat("x", 3000): "",
	} {
		d := &document.Document{Facts: []document.Fact{{Text: []document.Inline{{{Text: "there", Link: link}}}}}}
		all := parts(t, written(t, d))
		if text, _ := textOf(t, all["word/document.xml"]); !strings.Contains(text, "there") {
			t.Errorf("%.60q: the text is lost", link)
		}
		rels := all["word/_rels/document.xml.rels"]
		if want == "" {
			if strings.Contains(rels, "External") {
				t.Errorf("%.60q: is a link", link)
			}
		} else if !strings.Contains(rels, `Target="`+want+`" TargetMode="External"`) {
			t.Errorf("%q: no link to %s", link, want)
		}
	}
}

func TestLanguages(t *testing.T) {
	for _, c := range []struct{ document, run, style, text string }{
		{"nl", "en", `<w:lang w:val="nl-NL"/>`, `<w:lang w:val="en-GB"/>`},
		{"de-AT", "pt", `<w:lang w:val="de-AT"/>`, `<w:lang w:val="pt-PT"/>`},
		{"el", "und", `<w:lang w:val="el-GR"/>`, `<w:lang w:val="x-none"/>`},
		{"bg", "ar", `<w:lang w:val="bg-BG"/>`, `<w:rtl/><w:lang w:bidi="ar-EG"/>`},
		{"", "pl", `<w:lang w:val="x-none"/>`, `<w:lang w:val="pl-PL"/>`},
		{"en", "sr-Latn", `<w:lang w:val="en-GB"/>`, `<w:lang w:val="sr-Latn-RS"/>`},
	} {
		all := parts(t, written(t, &document.Document{Language: value.Language(c.document), Sections: []document.Section{{
			Blocks: []document.Block{document.Paragraph{Text: document.Inline{{Text: "x", Language: value.Language(c.run)}, {Text: "y", Language: value.Language(c.document)}}}},
		}}}))
		if !strings.Contains(all["word/styles.xml"], c.style) {
			t.Errorf("document in %q: no %s", c.document, c.style)
		}
		if body := all["word/document.xml"]; !strings.Contains(body, c.text) || strings.Count(body, "w:lang") != 1 {
			t.Errorf("run in %q: not just %s: %s", c.run, c.text, body)
		}
	}
}

// A word without end is not to be broken by rules of a language; texts of many
// words are.
func TestEndlessWord(t *testing.T) {
	for text, want := range map[string]int{strings.Repeat("words ", 100): 0, strings.Repeat("x", 200): 1} {
		body := parts(t, written(t, &document.Document{Subtitle: text}))["word/document.xml"]
		if n := strings.Count(body, "<w:rPr><w:noProof/></w:rPr>"); n != want {
			t.Errorf("%.20s: %d runs without proof, want %d", text, n, want)
		}
	}
}
