package csv_test

import (
	"bytes"
	standard "encoding/csv"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/csv"
	"github.com/openropa/ropa/register/document/internal/sample"
	"github.com/openropa/ropa/register/value"
)

func write(t testing.TB, d *document.Document, o csv.Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := o.Write(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func read(t testing.TB, text string, separator rune) [][]string {
	t.Helper()
	r := standard.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	r.Comma, r.FieldsPerRecord = separator, -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// The tables of all sections are one, with the section before each row; a Dutch
// spreadsheet takes semicolons, and UTF-8 by its mark.
func TestWrite(t *testing.T) {
	text := write(t, sample.Document(2), csv.Options{})
	if !strings.HasPrefix(text, "\ufeffOnderdeel;Gegevens;Betrokkenen;Bewaartermijn;Sinds\r\n") {
		t.Errorf("%.200q", text)
	}
	rows := read(t, text, ';')
	if len(rows) != 17 || rows[9][0] != "Verwerking 2" || rows[9][1] != "gegeven 0\n[bijzonder]" || rows[9][4] != "2026-11-22" || rows[5][3] != "niet vermeld" {
		t.Errorf("%d rows, %q", len(rows), rows[9])
	}
}

func TestSeparator(t *testing.T) {
	d := sample.Document(1)
	for _, c := range []struct {
		language value.Language
		o        csv.Options
		want     string
	}{
		{"nl", csv.Options{}, "\ufeffGegevens;Betrokkenen;"}, {"en", csv.Options{}, "\ufeffGegevens,Betrokkenen,"}, {"en-GB", csv.Options{}, "\ufeffGegevens,"},
		{"nl", csv.Options{Separator: ',', NoMark: true}, "Gegevens,Betrokkenen,"}, {"en", csv.Options{Separator: '\t'}, "\ufeffGegevens\tBetrokkenen"},
	} {
		d.Language = c.language
		if got := write(t, d, c.o); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %.60q", c.language, got)
		}
	}
}

// Several tables stand one below the other, each under its title; of a register
// the overview alone.
func TestTables(t *testing.T) {
	table := func(id, caption, column string) document.Table {
		return document.Table{ID: id, Caption: document.Text(caption), Empty: document.Text("None."), Columns: []document.Column{{ID: column, Title: document.Text(column)}}}
	}
	d := &document.Document{Kind: "retention", Language: "en", Sections: []document.Section{{Blocks: []document.Block{table("a", "First", "x"), table(document.Overview, "Second", "y")}}}}
	if got, want := write(t, d, csv.Options{NoMark: true}), "First\r\nx\r\nNone.\r\n\r\nSecond\r\ny\r\nNone.\r\n"; got != want {
		t.Errorf("%q", got)
	}
	d.Kind = "register"
	if got, want := write(t, d, csv.Options{NoMark: true}), "y\r\nNone.\r\n"; got != want {
		t.Errorf("%q", got)
	}
}

// No cell begins a formula, and no text is lost.
func TestHostile(t *testing.T) {
	text := write(t, sample.HostileDocument(), csv.Options{})
	if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00\x1b\u202e\u2066\u2028") {
		t.Error("characters that disturb")
	}
	kept := 0
	for _, row := range read(t, text, ';') {
		for _, cell := range row {
			if trimmed := strings.TrimSpace(cell); trimmed != "" && strings.ContainsAny(trimmed[:1], "=+-@") || strings.HasPrefix(trimmed, "＝") {
				t.Errorf("a formula: %.40q", cell)
			}
			if strings.Contains(cell, "KEPT") {
				kept++
			}
		}
	}
	if want := 5 * len(sample.Hostile); kept < want {
		t.Errorf("%d cells are left, want %d or more", kept, want)
	}
}

func TestStable(t *testing.T) {
	if write(t, sample.Document(20), csv.Options{}) != write(t, sample.Document(20), csv.Options{}) {
		t.Error("two times, two texts")
	}
}

// BenchmarkWrite writes 300 sections, beside what encoding/csv takes for the same
// rows.
func BenchmarkWrite(b *testing.B) {
	d := sample.Document(300)
	rows := read(b, write(b, d, csv.Options{}), ';')
	var ours, theirs int64
	b.Run("document", func(b *testing.B) {
		for b.Loop() {
			if err := csv.Write(b.Context(), io.Discard, d); err != nil {
				b.Fatal(err)
			}
		}
		ours = b.Elapsed().Nanoseconds() / int64(b.N)
	})
	b.Run("library", func(b *testing.B) {
		for b.Loop() {
			w := standard.NewWriter(io.Discard)
			if err := w.WriteAll(rows); err != nil {
				b.Fatal(err)
			}
		}
		if theirs = b.Elapsed().Nanoseconds() / int64(b.N); theirs > 0 && ours > 0 {
			b.ReportMetric(float64(ours)/float64(theirs), "document/library")
		}
	})
}
