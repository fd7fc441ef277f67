package pdf

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/value"
)

// output writes a document and returns the file.
func output(t *testing.T, d *document.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	// PDF_DIR keeps what the tests write, to be looked at.
	if dir := os.Getenv("PDF_DIR"); dir != "" {
		name := dir + "/" + strings.ReplaceAll(t.Name(), "/", "-") + ".pdf"
		if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// drawnOf returns the pieces of text of a document and its writer. None may
// stand outside the margins.
func drawnOf(t *testing.T, d *document.Document) ([]drawn, *writer) {
	t.Helper()
	var list []drawn
	w, err := compose(t.Context(), d, func(p drawn) { list = append(list, p) })
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range list {
		width, height := narrow, long
		if w.wide[p.page] {
			width, height = long, narrow
		}
		if p.x < side-0.5 || p.x+p.part.width > width-side+2 || p.y < 30 || p.y > height-24 {
			t.Fatalf("page %d: %.40q stands outside the margins: x %.1f to %.1f, y %.1f", p.page, p.part.text, p.x, p.x+p.part.width, p.y)
		}
	}
	return list, w
}

func joinedText(list []drawn) string {
	var b strings.Builder
	for _, p := range list {
		b.WriteString(p.part.text)
		b.WriteByte('\n')
	}
	return b.String()
}

func TestSizes(t *testing.T) {
	for _, n := range []int{1, 20, 300} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			output(t, sample(n))
			drawnOf(t, sample(n))
		})
	}
}

func TestStable(t *testing.T) {
	for _, n := range []int{0, 3, 25} {
		if output(t, sample(n)) != output(t, sample(n)) {
			t.Errorf("%d activities: two runs give different bytes", n)
		}
	}
	if output(t, &document.Document{}) != output(t, &document.Document{}) {
		t.Error("without a day: two runs give different bytes")
	}
}

func TestLetters(t *testing.T) {
	list, w := drawnOf(t, sample(1))
	if len(w.setter.lost) > 0 {
		t.Errorf("the faces lack %q", string(w.setter.lost))
	}
	all := strings.ReplaceAll(joinedText(list), "\n", " ")
	for _, part := range strings.Fields(letters) {
		if !strings.Contains(all, part) {
			t.Errorf("%q is not drawn", part)
		}
	}
}

func TestProperties(t *testing.T) {
	d := sample(1)
	d.Language = "nl-NL)>>"
	file := output(t, d)
	for _, want := range []string{"/Lang (nl-NL)\n", "/CreationDate (D:20261122000000)", "/Title (\xfe\xff\x00R\x00e\x00g", "/Author (\xfe\xff\x00V", "/Outlines "} {
		if !strings.Contains(file, want) {
			t.Errorf("the file lacks %q", want)
		}
	}
}

func TestOrientation(t *testing.T) {
	file := output(t, sample(8))
	if n := strings.Count(file, "/MediaBox [0 0 841.89 595.28]"); n < 2 {
		t.Errorf("%d pages on their side", n)
	}
	if !strings.Contains(file, "/MediaBox [0 0 595.28 841.89]") {
		t.Error("no upright pages")
	}
}

// A document without contents that begins with a wide table has its title there.
func TestTitleStandsWithTheFirstSection(t *testing.T) {
	d := sample(3)
	d.Contents, d.Sections = 0, d.Sections[2:3]
	if _, w := drawnOf(t, d); !w.wide[1] || w.entries[1].page != 1 {
		t.Errorf("page 1 on its side: %v; the first section is on page %d", w.wide[1], w.entries[1].page)
	}
}

// Contents, page numbers and bookmarks say where the sections are.
func TestContents(t *testing.T) {
	list, w := drawnOf(t, sample(40))
	for _, e := range w.entries {
		title, found := e.section.Title.String(), false
		for _, p := range list {
			found = found || p.page == e.page && p.part.look.size >= 10.5 && p.part.text == title
		}
		if !found {
			t.Errorf("%q is not on page %d", title, e.page)
		}
	}
	for i := range w.listed {
		l := &w.listed[i]
		to, numbered := 0, false
		for _, e := range w.entries {
			if e.section == l.section {
				to = e.page
			}
		}
		for _, p := range list {
			numbered = numbered || p.page == l.page && p.part.text == fmt.Sprint(to) && p.y > l.y && p.y < l.y+20
		}
		if !numbered {
			t.Errorf("the contents do not say page %d for %q", to, l.section.Title.String())
		}
	}
	all := joinedText(list)
	for n := 1; n <= w.count(); n++ {
		if want := fmt.Sprintf("%d / %d\n", n, w.count()); !strings.Contains(all, want) {
			t.Errorf("no page says %q", want)
		}
	}
	file := output(t, sample(40))
	if got, want := strings.Count(file, "/Count 0>>"), len(w.entries); got != want {
		t.Errorf("%d bookmarks for %d sections", got, want)
	}
}

// A wide last page must not move the marks of upright ones.
func TestMarksStandAtTheirHeight(t *testing.T) {
	first := document.Section{ID: "first", Title: document.Text("First")}
	last := document.Section{ID: "last", Title: document.Text("Last"), Wide: true, Blocks: []document.Block{
		document.Paragraph{Text: document.Inline{{Text: "back", Ref: "first"}}}}}
	d := &document.Document{Title: "T", Contents: 1, Sections: []document.Section{first, last}}
	upright := &document.Document{Title: "T", Contents: 1, Sections: []document.Section{first}}
	dest := regexp.MustCompile(`/Dest \[\d+ 0 R /XYZ 0 ([0-9.]+) null\]\n/Count`)
	a, b := dest.FindStringSubmatch(output(t, d)), dest.FindStringSubmatch(output(t, upright))
	if a == nil || b == nil || a[1] != b[1] {
		t.Errorf("bookmark of the first section at %v, without the wide page at %v", a, b)
	}
	rect := regexp.MustCompile(`/Rect \[[0-9. ]+\]`)
	if x, y := rect.FindString(output(t, d)), rect.FindString(output(t, upright)); x == "" || x != y {
		t.Errorf("link of the contents at %s, without the wide page at %s", x, y)
	}
}

func TestLinks(t *testing.T) {
	runs := document.Inline{}
	for _, link := range []string{
		"https://example.org/a(b)\\c?d=é", "mailto:a@example.org", "javascript:alert(1)", "http://example.org/plain",
		"https:nohost", "file:///etc/passwd", "https://example.org/\nx", "JAVASCRIPT:x", "data:text/html,x",
	} {
		runs = append(runs, document.Run{Text: link + " ", Link: link})
	}
	runs = append(runs, document.Run{Text: "nowhere", Ref: "no-such-section"})
	d := &document.Document{Sections: []document.Section{{ID: "s", Blocks: []document.Block{document.Paragraph{Text: runs}}}}}
	file := output(t, d)
	found := regexp.MustCompile(`/URI \(.*?[^\\]\)`).FindAllString(file, -1)
	if len(found) < 2 {
		t.Errorf("links %q", found)
	}
	for _, link := range found {
		if link != "/URI (https://example.org/a%28b%29%5Cc?d=%C3%A9)" && link != "/URI (mailto:a@example.org)" {
			t.Errorf("link %q", link)
		}
	}
	if strings.Contains(file, "/Dest [1 0 R") {
		t.Error("a link leads nowhere")
	}
}

func TestRunLanguage(t *testing.T) {
	d := &document.Document{Language: "nl", Sections: []document.Section{{Blocks: []document.Block{
		document.Paragraph{Text: document.Inline{{Text: "Verwerker"}, {Text: "processor", Language: "en"}, {Text: "register", Language: "nl"}}}}}}}
	list, _ := drawnOf(t, d)
	for _, p := range list {
		if want := map[string]string{"processor": "en"}[p.part.text]; p.part.look.lang != want {
			t.Errorf("%q is in language %q", p.part.text, p.part.look.lang)
		}
	}
	if marks := properties(&part{look: &look{lang: "en"}, lost: "深😀"}); marks != "/Lang (en)/ActualText <FEFF6DF1D83DDE00>" {
		t.Errorf("marks %s", marks)
	}
}

func TestUnknownBlock(t *testing.T) {
	d := &document.Document{Sections: []document.Section{{ID: "odd", Blocks: []document.Block{&document.Paragraph{}}}}}
	if err := Write(t.Context(), &bytes.Buffer{}, d); err == nil || !strings.Contains(err.Error(), "section odd") {
		t.Errorf("error %v", err)
	}
}

func TestDayIsOnEachPage(t *testing.T) {
	d := sample(2)
	d.AsOf = value.MustDate("2025-01-31")
	list, w := drawnOf(t, d)
	if n := strings.Count(joinedText(list), "2025-01-31\n"); n != w.count() {
		t.Errorf("the day stands on %d of %d pages", n, w.count())
	}
}
