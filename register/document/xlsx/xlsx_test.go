package xlsx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/sample"
	"github.com/openropa/ropa/register/document/xlsx"
)

func write(t testing.TB, d *document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := xlsx.Write(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func rowsOf(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestWrite(t *testing.T) {
	f := open(t, write(t, sample.Document(2)))
	if got := strings.Join(f.GetSheetList(), "|"); got != "Register van verwerkingen|Gegevens|Tekst" {
		t.Errorf("sheets: %s", got)
	}
	rows := rowsOf(t, f, "Gegevens")
	if len(rows) != 17 || strings.Join(rows[0], "|") != "Onderdeel|Gegevens|Betrokkenen|Bewaartermijn|Sinds" || rows[9][0] != "Verwerking 2" || rows[5][3] != "niet vermeld" {
		t.Errorf("%d rows: %q %q", len(rows), rows[0], rows[9])
	}
	raw, err := f.GetCellValue("Gegevens", "E2", excelize.Options{RawCellValue: true})
	if err != nil || raw != "46348" { // 2026-11-22
		t.Errorf("the date is %q, %v", raw, err)
	}
	if panes, err := f.GetPanes("Gegevens"); err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("%+v, %v", panes, err)
	}
	names := fmt.Sprint(f.GetDefinedName())
	for _, want := range []string{"_xlnm.Print_Titles", "'Gegevens'!$1:$1", "_xlnm._FilterDatabase"} {
		if !strings.Contains(names, want) {
			t.Errorf("%s is not among %s", want, names)
		}
	}
	properties, err := f.GetDocProps()
	if err != nil || properties.Language != "nl" || properties.Created != "2026-11-22T00:00:00Z" || properties.Modified != properties.Created || properties.Creator != "Voorbeeld B.V." {
		t.Errorf("%+v, %v", properties, err)
	}
	if linked, to, err := f.GetCellHyperLink("Register van verwerkingen", "A9"); err != nil || !linked || to != "'Tekst'!A1" {
		t.Errorf("%t %s %v", linked, to, err)
	}
	text := fmt.Sprint(rowsOf(t, f, "Tekst"), rowsOf(t, f, "Register van verwerkingen"))
	for _, want := range []string{"Doel › Grondslag", "Verwerking 2 › Gegevens", sample.Letters, "niet vermeld", "twee", "Let op: Let op"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is lost", want)
		}
	}
}

// Names of sheets are legal, and each is another's.
func TestNames(t *testing.T) {
	d := &document.Document{Kind: "x", Language: "en", Title: "[a]:*?/\\", AsOf: 20261122}
	for i, title := range []string{"Same", "same", "SAME", "history", "", "'quoted'", strings.Repeat("long ", 20), strings.Repeat("long ", 20) + "x", strings.Repeat("😀", 40), "R&D"} {
		d.Sections = append(d.Sections, document.Section{Title: document.Text(title), Blocks: []document.Block{document.Table{Columns: []document.Column{{ID: fmt.Sprint(i), Title: document.Text("c")}}}}})
	}
	f := open(t, write(t, d))
	seen := map[string]bool{}
	for _, name := range f.GetSheetList() {
		if n := len(utf16.Encode([]rune(name))); n == 0 || n > 31 || seen[strings.ToLower(name)] || strings.ContainsAny(name, `[]:*?/\`) || strings.EqualFold(name, "history") || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") {
			t.Errorf("%q", name)
		}
		seen[strings.ToLower(name)] = true
	}
	if len(seen) != 11 {
		t.Errorf("%d sheets: %q", len(seen), f.GetSheetList())
	}
}

// titled is a document with a table under each title.
func titled(title string, tables ...string) *document.Document {
	d := &document.Document{Kind: "x", Language: "nl", Title: title, AsOf: 20261122}
	for i, s := range tables {
		d.Sections = append(d.Sections, document.Section{Title: document.Text(s), Blocks: []document.Block{document.Table{Columns: []document.Column{{ID: fmt.Sprint(i), Title: document.Text("c")}}}}})
	}
	return d
}

// A name that is too long ends at the end of a word and shows it; names that would be
// alike are numbered, or told apart by the heading over the table.
func TestLongNames(t *testing.T) {
	d := titled("Register van verwerkingsactiviteiten", "Verwerkingsdoeleinden en grondslagen", "Hoe lang wij uw gegevens bewaren", "Doorgiften die uit de ontvangers volgen",
		"Doorgiften die uit de ontvangende partijen volgen", "Gegevensbeschermingseffectbeoordelingen", "Overzicht")
	captioned := func(id, caption string) document.Table {
		return document.Table{Caption: document.Text(caption), Columns: []document.Column{{ID: id, Title: document.Text("c")}}}
	}
	d.Sections = append(d.Sections, document.Section{Title: document.Text("Derde landen"), Blocks: []document.Block{
		captioned("own", "Derde landen en adequaatheidsbesluiten"), captioned("other", "Doorgiften die uit de ontvangers volgen"),
	}})
	got := strings.Join(open(t, write(t, d)).GetSheetList(), "|")
	want := "Inhoud|Verwerkingsdoeleinden en…|Hoe lang wij uw gegevens…|Doorgiften die uit de…|Doorgiften die uit de… (2)|Gegevensbeschermingseffectbeoo…|Overzicht|Derde landen en…|Derde landen"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := open(t, write(t, titled("Bevindingen", "Bevindingen"))).GetSheetList(); got[0] != "Inhoud" || got[1] != "Bevindingen" {
		t.Errorf("the first sheet has the name of a table: %q", got)
	}
}

// The texts of a footer do not run into each other: each has its part of the paper.
func TestFooters(t *testing.T) {
	long := "Doorgiften buiten de Europese Economische Ruimte & naar internationale organisaties van alle verwerkingen"
	f := open(t, write(t, titled(long, "Overzicht")))
	for i, want := range []string{
		"&LDoorgiften buiten de Europese Economische Ruimte && naar…&RBladzijde &P van &N",
		"&LDoorgiften buiten de Europese Economische…&C&A&RBladzijde &P van &N",
	} {
		got, err := f.GetHeaderFooter(f.GetSheetName(i))
		if err != nil || got.OddFooter != want {
			t.Errorf("%+v, %v, want %s", got, err, want)
		}
	}
}

// A row is as high as its text, which is measured letter by letter: narrow ones take
// less room.
func TestHeights(t *testing.T) {
	d := titled("Overzicht", "Tabel")
	table := document.Table{Columns: []document.Column{{ID: "a", Title: document.Text("a"), Width: 1}, {ID: "b", Title: document.Text("b"), Width: 9}}}
	for _, s := range []string{"kort", strings.Repeat("ililil ", 60), strings.Repeat("MWMWMW ", 60)} {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{{Lines: []document.Inline{document.Text(s)}}, {Lines: []document.Inline{document.Text(strings.Repeat("woord ", 60))}}}})
	}
	for i := range table.Rows[:2] {
		table.Rows[i].Cells[1].Lines = nil
	}
	d.Sections[0].Blocks = []document.Block{table}
	f := open(t, write(t, d))
	high := make([]float64, 3)
	for i := range high {
		var err error
		if high[i], err = f.GetRowHeight("Tabel", i+2); err != nil {
			t.Fatal(err)
		}
	}
	if high[0] != 15 || high[1] < 45 || high[2] < 2*high[1] {
		t.Errorf("%v points", high)
	}
}

// No text becomes a formula or a link, the parts are XML, and nothing is lost.
func TestHostile(t *testing.T) {
	data := write(t, sample.HostileDocument())
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(text, []byte("<f>")) || bytes.Contains(text, []byte("<f ")) || bytes.Contains(text, []byte("TargetMode")) {
			t.Errorf("%s holds a formula or a link", part.Name)
		}
		if bytes.ContainsAny(text, "\x00\x1b\u202e\u2066") {
			t.Errorf("%s holds characters that disturb", part.Name)
		}
	}
	f := open(t, data)
	kept, exact := 0, false
	for _, sheet := range f.GetSheetList() {
		for _, row := range rowsOf(t, f, sheet) {
			for _, cell := range row {
				if strings.Contains(cell, "KEPT") {
					kept++
				}
				exact = exact || cell == "_x0041_ KEPT"
			}
		}
	}
	if want := 12 * len(sample.Hostile); kept < want || !exact {
		t.Errorf("%d cells are left, want %d or more; _x0041_ is as it was: %t", kept, want, exact)
	}
}

// What a cell cannot hold is cut, and says so.
func TestTooLong(t *testing.T) {
	d := sample.Document(1)
	d.Facts[0].Text = []document.Inline{document.Text(strings.Repeat("😀", 20000))}
	rows := rowsOf(t, open(t, write(t, d)), "Register van verwerkingen")
	if got := rows[3][1]; !strings.HasSuffix(got, " […") || len(utf16.Encode([]rune(got))) > 32767 {
		t.Errorf("%d units", len(utf16.Encode([]rune(got))))
	}
}

func TestStable(t *testing.T) {
	first := write(t, sample.HostileDocument())
	for range 3 {
		if !bytes.Equal(first, write(t, sample.HostileDocument())) {
			t.Fatal("two times, two files")
		}
	}
}

// BenchmarkWrite writes 300 sections, beside what the library takes for as many
// cells in one sheet.
func BenchmarkWrite(b *testing.B) {
	d := sample.Document(300)
	f := open(b, write(b, d))
	var rows [][]any
	for _, sheet := range f.GetSheetList() {
		for _, row := range rowsOf(b, f, sheet) {
			cells := make([]any, len(row))
			for i, cell := range row {
				cells[i] = cell
			}
			rows = append(rows, cells)
		}
	}
	var ours, theirs int64
	b.Run("document", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if err := xlsx.Write(b.Context(), io.Discard, d); err != nil {
				b.Fatal(err)
			}
		}
		ours = b.Elapsed().Nanoseconds() / int64(b.N)
	})
	b.Run("library", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			library(b, rows)
		}
		if theirs = b.Elapsed().Nanoseconds() / int64(b.N); theirs > 0 && ours > 0 {
			b.ReportMetric(float64(ours)/float64(theirs), "document/library")
		}
	})
}

func library(b *testing.B, rows [][]any) {
	f := excelize.NewFile()
	defer f.Close()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for i, row := range rows {
		if err := w.SetRow(fmt.Sprintf("A%d", i+1), row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Write(io.Discard); err != nil {
		b.Fatal(err)
	}
}
