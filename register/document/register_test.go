package document

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
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

// The record of each example, in both languages, for those who keep it.
func TestRegisterOfExamples(t *testing.T) {
	for _, name := range []string{"webgems", "harbour-clinic", "bakery"} {
		view, chart := example(t, name)
		for _, language := range []value.Language{"nl", "en"} {
			d, err := Register(view, chart, Options{AsOf: day, Language: language, Audience: Internal, Version: "3", Hash: "sha256:0123"})
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
	d, err := Activity(view, chart, Options{AsOf: day, Language: "nl", Activity: "payments"})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "activity-webgems.nl.txt", dump(d))
	if _, err := Activity(view, chart, Options{AsOf: day, Activity: "nothing"}); err == nil {
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
