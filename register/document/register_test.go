package document

import (
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

var update = flag.Bool("update", false, "write the golden files anew")

var day = value.MustDate("2026-11-22")

// example loads one of the examples.
func example(t testing.TB, name string) (*register.View, *datamap.Map) {
	t.Helper()
	r, src, problems := register.Load(filepath.Join("..", "..", "examples", name))
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	view, problems := register.Resolve(r, src, nil)
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	return view, datamap.Build(view)
}

// The record of each example, in Dutch and English, for those who keep it; that of
// the bakery also in German and French.
func TestRegisterOfExamples(t *testing.T) {
	for _, name := range []string{"webgems", "harbour-clinic", "bakery"} {
		view, chart := example(t, name)
		languages := []value.Language{"nl", "en"}
		if name == "bakery" {
			languages = words.Languages()
		}
		for _, language := range languages {
			d, err := Register(t.Context(), view, chart, Options{AsOf: day, Language: language, Audience: Internal, Version: "3", Hash: "sha256:0123"})
			if err != nil {
				t.Fatal(err)
			}
			golden(t, "register-"+name+"."+string(language)+".txt", dump(d))
		}
	}
}

// An extract tells of one activity and of what that refers to.
func TestActivityOfExample(t *testing.T) {
	view, chart := example(t, "webgems")
	d, err := Activity(t.Context(), view, chart, Options{AsOf: day, Language: "nl", Activity: "payments"})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "activity-webgems.nl.txt", dump(d))
	if _, err := Activity(t.Context(), view, chart, Options{AsOf: day, Activity: "nothing"}); err == nil {
		t.Error("an extract of no activity")
	}
}

// golden compares a text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// The same register gives the same tree; identifiers are unique, references lead
// somewhere, rows have a cell for each column.
func TestRegisterIsSound(t *testing.T) {
	for _, name := range []string{"webgems", "harbour-clinic", "bakery"} {
		view, chart := example(t, name)
		for _, audience := range Audiences() {
			o := Options{AsOf: day, Language: "en", Audience: audience}
			d, err := Register(t.Context(), view, chart, o)
			if err != nil {
				t.Fatal(err)
			}
			again, err := Register(t.Context(), view, chart, o)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(d, again) {
				t.Errorf("%s, %s: a second document differs", name, audience)
			}
			sound(t, d)
			for _, a := range view.Activities() {
				o.Activity = a.ID
				if extract, err := Activity(t.Context(), view, chart, o); err == nil {
					sound(t, extract)
				} else if audience != Public {
					t.Error(err)
				}
			}
		}
	}
}

// sound checks a document by itself.
func sound(t *testing.T, d *Document) {
	t.Helper()
	ids := make(map[string]bool)
	add := func(id string) {
		if ids[id] || id == "" {
			t.Errorf("%s: the ID %q is not unique", d.Title, id)
		}
		ids[id] = true
	}
	d.Walk(func(s *Section, _ int) {
		add(s.ID)
		if len(s.Blocks)+len(s.Sections) == 0 {
			t.Errorf("%s: the section %s is empty", d.Title, s.ID)
		}
		for _, block := range s.Blocks {
			table, ok := block.(Table)
			if !ok {
				continue
			}
			add(table.ID)
			for _, row := range table.Rows {
				if len(row.Cells) != len(table.Columns) {
					t.Errorf("%s: %d cells for %d columns", table.ID, len(row.Cells), len(table.Columns))
				}
			}
		}
	})
	visitRuns(reflect.ValueOf(d), func(r Run) {
		if r.Ref != "" && !ids[r.Ref] {
			t.Errorf("%s: %q leads to %s, which is nowhere", d.Title, r.Text, r.Ref)
		}
	})
}

// visitRuns visits the texts of a document.
func visitRuns(v reflect.Value, visit func(Run)) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			visitRuns(v.Elem(), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			visitRuns(v.Index(i), visit)
		}
	case reflect.Struct:
		if r, ok := v.Interface().(Run); ok {
			visit(r)
			return
		}
		for i := range v.NumField() {
			visitRuns(v.Field(i), visit)
		}
	}
}

// Findings are told by activity, those of the whole register first, and never to
// the public.
func TestRegisterTellsFindings(t *testing.T) {
	view, chart := example(t, "webgems")
	finding := func(code diag.Code, at string) diag.Finding {
		return diag.Finding{
			Code: code, Severity: diag.Error, At: at, Articles: []string{"Art. 30(1)(f) GDPR"},
			Says: value.Text{"en": "{what} is not there"}, Mend: value.Text{"en": "state it"}, Args: map[string]value.Text{"what": {"en": "It"}},
		}
	}
	o := Options{AsOf: day, Language: "nl", Audience: Authority, Findings: diag.Findings{
		finding("RET-001", "activities/payments/data/name"), finding("REG-001", ""),
	}}
	d, err := Register(t.Context(), view, chart, o)
	if err != nil {
		t.Fatal(err)
	}
	text := dump(d)
	for _, want := range []string{
		"- het register als geheel | fout | `REG-001` | It is not there@en | art. 30 lid 1 onder f AVG | state it@en",
		"- Betalingen afhandelen^ | fout | `RET-001` | It is not there@en |",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("not told: %s", want)
		}
	}
	o.Audience = Public
	if d, err = Register(t.Context(), view, chart, o); err != nil || strings.Contains(dump(d), "RET-001") {
		t.Errorf("the public gets findings, or: %v", err)
	}
}
