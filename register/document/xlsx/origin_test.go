package xlsx_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/xlsx"
	"github.com/openropa/ropa/register/value"
)

func shop(t *testing.T) (*register.View, *datamap.Map) {
	t.Helper()
	r, src, problems := register.Load("../../../examples/webgems")
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	view, problems := register.Resolve(r, src, nil)
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	return view, datamap.Build(view)
}

// book makes the record of the web shop as a workbook and reads it.
func book(t *testing.T, view *register.View, m *datamap.Map, o document.Options) *excelize.File {
	t.Helper()
	o.AsOf, o.Language = value.MustDate("2026-11-22"), "nl"
	d, err := document.Register(t.Context(), view, m, o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := xlsx.Write(t.Context(), &b, d); err != nil {
		t.Fatal(err)
	}
	return open(t, b.Bytes())
}

// addresses are those of the hidden columns of a workbook, with how often each
// stands there.
func addresses(t *testing.T, f *excelize.File) map[string]int {
	t.Helper()
	all := make(map[string]int)
	for _, sheet := range f.GetSheetList() {
		rows := rowsOf(t, f, sheet)
		if len(rows) == 0 {
			continue
		}
		at := slices.Index(rows[0], "ropa-id")
		if at < 0 {
			continue
		}
		letter, err := excelize.ColumnNumberToName(at + 1)
		if err != nil {
			t.Fatal(err)
		}
		if shown, err := f.GetColVisible(sheet, letter); err != nil || shown {
			t.Errorf("%s: the column of addresses shows, or %v", sheet, err)
		}
		for _, row := range rows[1:] {
			if at < len(row) && row[at] != "" {
				all[row[at]]++
			}
		}
	}
	return all
}

// What a workbook tells of can be found again in the register: each activity, each
// purpose, data and disclosure of it, by its address.
func TestReadBack(t *testing.T) {
	view, m := shop(t)
	found := addresses(t, book(t, view, m, document.Options{Audience: document.Authority}))
	want := make(map[string]bool)
	for _, a := range view.Activities() {
		at := "activities/" + a.ID
		want[at] = true
		for _, name := range register.Names(a.Purposes) {
			want[at+"/purposes/"+name] = true
		}
		for _, name := range register.Names(a.Data) {
			want[at+"/data/"+name] = true
		}
		for _, d := range view.Disclosures(a) {
			want[d.At] = true
		}
	}
	for at := range want {
		if found[at] == 0 {
			t.Errorf("%s is nowhere", at)
		}
		if found[at] > 1 && !strings.HasPrefix(at, "allActivities/") {
			t.Errorf("%s stands %d times", at, found[at])
		}
	}
	for at := range found {
		if view.Place(at).IsZero() {
			t.Errorf("%s is no address", at)
		}
	}
	if len(want) < 90 {
		t.Errorf("only %d addresses", len(want))
	}
}

// A layout of an authority says of each row what it is about.
func TestReadBackLayout(t *testing.T) {
	view, m := shop(t)
	found := addresses(t, book(t, view, m, document.Options{Layout: "cnpd"}))
	for _, a := range view.Activities() {
		if !slices.ContainsFunc(slices.Collect(maps.Keys(found)), func(at string) bool {
			return at == "activities/"+a.ID || strings.HasPrefix(at, "activities/"+a.ID+"/")
		}) {
			t.Errorf("%s is nowhere", a.ID)
		}
	}
}

// A hidden sheet says of which register the workbook is, and which column is what.
func TestOrigin(t *testing.T) {
	view, m := shop(t)
	f := book(t, view, m, document.Options{Version: "7", Hash: "0123"})
	if shown, err := f.GetSheetVisible("ropa"); err != nil || shown {
		t.Errorf("the sheet shows, or %v", err)
	}
	rows := rowsOf(t, f, "ropa")
	said := make(map[string]string)
	columns := make(map[string]string)
	for i, row := range rows {
		switch {
		case len(row) == 2:
			said[row[0]] = row[1]
		case len(row) == 4 && i > 10:
			head, err := f.GetCellValue(row[0], row[2]+"1")
			if err != nil || head == "" {
				t.Errorf("%q: no column, or %v", row, err)
			}
			columns[row[1]+" "+row[3]] = head
		}
	}
	want := map[string]string{
		"format": "ropa-xlsx/1", "schema": "ropa/v1", "register": view.Register().ID, "version": "7", "hash": "0123",
		"document": "register", "asOf": "2026-11-22", "language": "nl", "audience": "authority",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Error(diff)
	}
	if columns["overview-table name"] == "" || columns["purposes-table ropa-part"] == "" || columns["overview-table ropa-id"] != "ropa-id" {
		t.Errorf("%v", columns)
	}
	first := rowsOf(t, f, f.GetSheetName(0))
	if last := first[len(first)-1][0]; !strings.Contains(last, "“ropa”") {
		t.Errorf("the first sheet does not tell what is hidden: %q", last)
	}
}

// The public gets no addresses, and no hash.
func TestOriginForThePublic(t *testing.T) {
	view, m := shop(t)
	f := book(t, view, m, document.Options{Audience: document.Public, Version: "7", Hash: "0123"})
	if found := addresses(t, f); len(found) != 0 {
		t.Errorf("%v", found)
	}
	for _, row := range rowsOf(t, f, "ropa") {
		if len(row) == 2 && (row[0] == "hash" || row[0] == "version") && row[1] != "" {
			t.Errorf("%q", row)
		}
	}
}

// Tables of the activities are one sheet, whatever columns each lacks.
func TestOneSheetPerKind(t *testing.T) {
	view, m := shop(t)
	f := book(t, view, m, document.Options{Audience: document.Internal})
	sheets := make(map[string]string)
	for _, row := range rowsOf(t, f, "ropa") {
		if len(row) != 4 || row[0] == "sheet" {
			continue
		}
		if other := sheets[row[1]]; other != "" && other != row[0] {
			t.Errorf("%s is on two sheets: %s, %s", row[1], other, row[0])
		}
		sheets[row[1]] = row[0]
	}
	want := 1
	for _, a := range view.Activities() {
		want += len(a.Purposes)
	}
	if n := len(rowsOf(t, f, sheets["purposes-table"])); n != want {
		t.Errorf("%d rows of purposes, want %d", n, want)
	}
}
