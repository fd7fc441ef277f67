package json_test

import (
	"bytes"
	standard "encoding/json"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/internal/sample"
	"github.com/openropa/ropa/register/document/json"
	"github.com/openropa/ropa/register/value"
)

func write(t testing.TB, d *document.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := json.Write(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type object = map[string]any

func TestWrite(t *testing.T) {
	var got object
	if err := standard.Unmarshal(write(t, sample.Document(1)), &got); err != nil {
		t.Fatal(err)
	}
	section := got["sections"].([]any)[0].(object)
	table := section["sections"].([]any)[0].(object)["blocks"].([]any)[1].(object)
	rows := table["rows"].([]any)
	for _, c := range []struct{ got, want any }{
		{[]any{got["kind"], got["language"], got["asOf"], got["title"]}, []any{"sample", "nl", "2026-11-22", "Register van verwerkingen"}},
		{got["facts"].([]any)[0], object{"name": "Contact", "text": "privacy@example.org", "runs": []any{[]any{object{"text": "privacy@example.org", "link": "mailto:privacy@example.org"}}}}},
		{section["blocks"].([]any)[0].(object)["facts"].([]any)[1], object{"name": "Belang", "text": "", "missing": true}},
		{table["columns"].([]any)[0], object{"id": "data", "title": "Gegevens", "head": true}},
		{rows[3].(object)["cells"].(object)["retention"], object{"text": "niet vermeld", "missing": true}},
		{rows[7], object{"muted": true, "cells": object{
			"data":      object{"text": "gegeven 7\nbijzonder", "runs": []any{[]any{object{"text": "gegeven 7"}}, []any{object{"text": "bijzonder", "style": "mark"}}}},
			"subjects":  object{"text": "klant (customer)", "runs": []any{[]any{object{"text": "klant", "ref": "activity-1"}, object{"text": " (customer)", "language": "en", "style": "muted"}}}},
			"retention": rows[7].(object)["cells"].(object)["retention"],
			"since":     object{"text": "22 november 2026", "date": "2026-11-22"},
		}}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// The register itself stands beside what is told of it, and reads back.
func TestRegister(t *testing.T) {
	d := sample.Document(1)
	d.Register = &register.Register{ID: "x", Language: "en", Activities: []*register.Activity{{ID: "a", Name: value.Text{"en": "<script>"}}}}
	var got struct{ Register standard.RawMessage }
	if err := standard.Unmarshal(write(t, d), &got); err != nil {
		t.Fatal(err)
	}
	var compact bytes.Buffer
	if err := standard.Compact(&compact, got.Register); err != nil {
		t.Fatal(err)
	}
	want, err := register.Save(d.Register, register.CanonicalJSON)
	if err != nil || compact.String() != string(want) {
		t.Errorf("%v: %s", err, compact.String())
	}
}

// Nothing is lost: every text is there as it was, but for what is no text.
func TestHostile(t *testing.T) {
	data := write(t, sample.HostileDocument())
	var got struct {
		Facts []struct{ Name string }
	}
	if err := standard.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(data) {
		t.Error("not UTF-8")
	}
	for i, s := range sample.Hostile {
		if want := strings.ToValidUTF8(s, "\ufffd"); got.Facts[i].Name != want {
			t.Errorf("%.60q became %.60q", want, got.Facts[i].Name)
		}
	}
}

// Columns without names of their own have numbers.
func TestColumns(t *testing.T) {
	cell := func(s string) document.Cell { return document.Cell{Lines: []document.Inline{document.Text(s)}} }
	d := &document.Document{Sections: []document.Section{{Blocks: []document.Block{document.Table{
		Columns: []document.Column{{ID: "a"}, {ID: "a"}, {}, {ID: "column-3"}}, Rows: []document.Row{{Cells: []document.Cell{cell("1"), cell("2"), cell("3"), cell("4"), cell("5")}}},
	}}}}}
	if text := string(write(t, d)); !strings.Contains(text, `"column-2"`) || !strings.Contains(text, `"column-4"`) {
		t.Error(text)
	}
}

func TestStable(t *testing.T) {
	if !bytes.Equal(write(t, sample.Document(20)), write(t, sample.Document(20))) {
		t.Error("two times, two texts")
	}
}

// BenchmarkWrite writes 300 sections, beside what encoding/json takes for the same
// data.
func BenchmarkWrite(b *testing.B) {
	d := sample.Document(300)
	var data any
	if err := standard.Unmarshal(write(b, d), &data); err != nil {
		b.Fatal(err)
	}
	var ours, theirs int64
	b.Run("document", func(b *testing.B) {
		for b.Loop() {
			if err := json.Write(b.Context(), io.Discard, d); err != nil {
				b.Fatal(err)
			}
		}
		ours = b.Elapsed().Nanoseconds() / int64(b.N)
	})
	b.Run("library", func(b *testing.B) {
		for b.Loop() {
			e := standard.NewEncoder(io.Discard)
			e.SetIndent("", "  ")
			if err := e.Encode(data); err != nil {
				b.Fatal(err)
			}
		}
		if theirs = b.Elapsed().Nanoseconds() / int64(b.N); theirs > 0 && ours > 0 {
			b.ReportMetric(float64(ours)/float64(theirs), "document/library")
		}
	})
}
