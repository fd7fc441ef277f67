package docx_test

import (
	"strings"
	"testing"

	"github.com/openropa/ropa/register/document"
)

func TestContents(t *testing.T) {
	body := parts(t, written(t, made(t, 2)))["word/document.xml"]
	text, codes := textOf(t, body)
	if !strings.Contains(text, "Inhoud\nOverzicht\t\nVerwerkingen\t\n1. Bestellingen en klantenservice\t\n2. Bestellingen en klantenservice\t\nBijlagen\t\nDoorgiften\t\nKaart\t\nBrede tabellen\t\n") {
		t.Errorf("contents without its entries: %.300s", text)
	}
	if len(codes) != 9 || codes[0] != ` TOC \o "1-2" \h \z \u ` || codes[1] != ` PAGEREF r_overview \h ` {
		t.Errorf("fields %q", codes)
	}
	for _, kind := range []string{"begin", "separate", "end"} {
		if n := strings.Count(body, `w:fldCharType="`+kind+`"`); n != 9 {
			t.Errorf("%d of 9 fields %s", n, kind)
		}
	}
	if strings.Contains(parts(t, written(t, made(t, 2)))["word/settings.xml"], "updateFields") {
		t.Error("asks on opening")
	}
}

func TestPages(t *testing.T) {
	for _, c := range []struct {
		columns int
		wide    string // of each layout: whether it lies on its side
		breaks  int
	}{
		{7, "01", 3},    // the overview can be read upright
		{12, "0101", 1}, // the headings of Overzicht and Verwerkingen begin a page by their layout
	} {
		d := made(t, 12)
		table := &d.Sections[0].Blocks[1]
		*table = broader((*table).(document.Table), c.columns)
		body := parts(t, written(t, d))["word/document.xml"]
		got := ""
		for _, at := range strings.Split(body, "<w:sectPr>")[1:] {
			wide := "0"
			if strings.Contains(at[:strings.Index(at, "</w:sectPr>")], "landscape") {
				wide = "1"
			}
			got += wide
		}
		if got != c.wide {
			t.Errorf("%d columns: layouts %s, want %s", c.columns, got, c.wide)
		}
		if n := strings.Count(body, "pageBreakBefore"); n != c.breaks {
			t.Errorf("%d columns: %d page breaks, want %d", c.columns, n, c.breaks)
		}
	}
}

// broader is a table with its last column again until it has so many.
func broader(t document.Table, columns int) document.Table {
	for len(t.Columns) < columns {
		t.Columns = append(t.Columns, t.Columns[len(t.Columns)-1])
		for i := range t.Rows {
			cells := t.Rows[i].Cells
			t.Rows[i].Cells = append(cells, cells[len(cells)-1])
		}
	}
	return t
}

// What introduces a table or facts stays with them, and the last row with the one
// before it.
func TestKeptTogether(t *testing.T) {
	kept := func(blocks ...document.Block) int {
		d := &document.Document{Sections: []document.Section{{Title: document.Text("Title"), Blocks: blocks}}}
		return strings.Count(parts(t, written(t, d))["word/document.xml"], "<w:keepNext/>")
	}
	table := document.Table{Columns: []document.Column{{Title: document.Text("Head")}}}
	for range 4 {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Lines: []document.Inline{document.Text("text")}}}})
	}
	facts := document.Facts{}
	for range 5 {
		facts.List = append(facts.List, document.Fact{Name: document.Text("Name"), Text: []document.Inline{document.Text("text")}})
	}
	about, note := document.Paragraph{Text: document.Text("About.")}, document.Note{Text: []document.Inline{document.Text("Note.")}}
	for i, c := range []struct{ got, want int }{
		{kept(about), 0},
		{kept(table), 1},               // the last but one
		{kept(about, table), 2},        // and the sentence
		{kept(note, table), 3},         // and what stands between note and table
		{kept(facts), 3},               // two, and the last but one
		{kept(about, facts, about), 4}, // not the one after
		{kept(document.List{Items: []document.Inline{document.Text("a"), document.Text("b"), document.Text("c"), document.Text("d")}}), 2},
	} {
		if c.got != c.want {
			t.Errorf("%d: %d are kept, want %d", i, c.got, c.want)
		}
	}
}

func TestTables(t *testing.T) {
	body := parts(t, written(t, made(t, 1)))["word/document.xml"]
	// Overview, disclosures and that of twelve columns; the broad one has none.
	if n := strings.Count(body, "<w:tblHeader/>"); n != 3 {
		t.Errorf("%d repeated heads", n)
	}
	if text, _ := textOf(t, body); !strings.Contains(text, "Kolom 24\nwaarde 24\n") {
		t.Error("a column of the broad table is lost")
	}
	if strings.Contains(body, "</w:tbl><w:tbl>") || strings.Contains(body, "</w:tbl><w:sectPr>") {
		t.Error("a table without a paragraph after it")
	}
}

func TestLongRowMayBreak(t *testing.T) {
	body := func(text string) string {
		return parts(t, written(t, &document.Document{Sections: []document.Section{{Blocks: []document.Block{
			document.Table{Columns: []document.Column{{}, {}}, Rows: []document.Row{{Cells: []document.Cell{{Lines: lines(text)}}}}},
		}}}}))["word/document.xml"]
	}
	if n := strings.Count(body("short"), "<w:cantSplit/>"); n != 2 {
		t.Errorf("%d of a head and a short row stay whole", n)
	}
	if n := strings.Count(body(strings.Repeat("long ", 4000)), "<w:cantSplit/>"); n != 1 {
		t.Errorf("%d of a head and a long row stay whole", n)
	}
}

// Names of bookmarks are short, and no two are the same to Word, to which
// capitals are the same letters.
func TestBookmarks(t *testing.T) {
	ids := []string{"a-b", "a_b", "A-B", "é", "ü", strings.Repeat("x", 60) + "1", strings.Repeat("x", 60) + "2", "a-b"}
	d := &document.Document{}
	for _, id := range ids {
		d.Sections = append(d.Sections, document.Section{ID: id, Title: document.Inline{{Text: "to", Ref: id}}})
	}
	all := parts(t, written(t, d))
	checkWhole(t, all)
	seen := map[string]bool{}
	for _, at := range strings.Split(all["word/document.xml"], `<w:bookmarkStart w:id="`)[1:] {
		name := strings.ToLower(strings.Split(at, `"`)[2])
		if len(name) > 40 || seen[name] {
			t.Errorf("bookmark %s: too long or twice", name)
		}
		seen[name] = true
	}
	if len(seen) != 7 {
		t.Errorf("%d bookmarks", len(seen))
	}
}

func TestListsStartAtOne(t *testing.T) {
	list := document.List{Ordered: true, Items: lines("one", "two")}
	all := parts(t, written(t, &document.Document{Sections: []document.Section{{Blocks: []document.Block{list, document.List{Items: lines("point")}, list}}}}))
	checkWhole(t, all)
	if n := strings.Count(all["word/numbering.xml"], `<w:startOverride w:val="1"/>`); n != 2 {
		t.Errorf("%d numberings start at one", n)
	}
}

func TestProperties(t *testing.T) {
	core := parts(t, written(t, made(t, 1)))["docProps/core.xml"]
	for _, want := range []string{
		"<dc:title>Register van verwerkingsactiviteiten</dc:title>", "<dc:creator>Voorbeeldwinkel B.V.</dc:creator>", "<dc:language>nl</dc:language>",
		`<dcterms:created xsi:type="dcterms:W3CDTF">2026-11-22T00:00:00Z</dcterms:created>`,
	} {
		if !strings.Contains(core, want) {
			t.Errorf("no %s", want)
		}
	}
}

func TestFigure(t *testing.T) {
	body := parts(t, written(t, made(t, 1)))["word/document.xml"]
	for _, want := range []string{
		`descr="Van klanten &#34;naar&#34; &lt;ontvangers&gt; en verder" title="Stromen van gegevens"`, `<wp:extent cx="5080000" cy="1905000"/>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
}

// LibreOffice never shows a table whose tall rows stay with the next one.
func TestTallRowDoesNotStay(t *testing.T) {
	tall := document.Text(strings.Repeat("x", 20000))
	body := parts(t, written(t, &document.Document{
		Facts: []document.Fact{{Name: tall, Text: []document.Inline{tall}}, {Name: tall}},
		Sections: []document.Section{{Blocks: []document.Block{
			document.Table{Columns: []document.Column{{Title: tall}, {Title: tall}}, Rows: []document.Row{{}}},
		}}},
	}))["word/document.xml"]
	if strings.Contains(body, "<w:keepNext/>") || strings.Contains(body, `"TableHead"`) {
		t.Error("a tall row stays with the next one")
	}
}
