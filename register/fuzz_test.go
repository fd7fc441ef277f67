package register

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/openropa/ropa/register/diag"
)

func seeds(f *testing.F, endings ...string) {
	for _, ending := range endings {
		files, err := filepath.Glob("testdata/err/*" + ending)
		if err != nil || len(files) == 0 {
			f.Fatal("no seeds", err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
}

// checkRead holds what was read to what every reading promises: no panic, no
// disagreement with the schema, places that are known.
func checkRead(t *testing.T, r *Register, s *Source, problems diag.Problems) {
	t.Helper()
	for _, p := range problems {
		if p.Code == diag.Schema {
			t.Fatalf("reader and schema disagree: %v", p)
		}
		if p.Message("en") == "" || p.Message("nl") == "" {
			t.Fatalf("no words for %v", p.Code)
		}
	}
	if problems.HasErrors() {
		return
	}
	if r == nil || s == nil {
		t.Fatal("neither a register nor a problem")
	}
	whole := canonicalObject(reflect.ValueOf(r).Elem(), planOf(reflect.TypeFor[Register]()), false)
	faults, err := theDefinition.Validate("Register", whole)
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	if err := plainSchema(t, "Register").Validate(whole); err != nil {
		t.Fatal(err)
	}
	for _, a := range r.Activities {
		if s.Place("activities/"+a.ID).Line == 0 {
			t.Fatalf("activity %s stands nowhere", a.ID)
		}
	}
}

func FuzzParseYAML(f *testing.F) {
	seeds(f, ".yaml")
	f.Add([]byte(placesYAML))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, s, problems := Parse("x.yaml", data, MaxBytes(64<<10))
		checkRead(t, r, s, problems)
	})
}

func FuzzParseJSON(f *testing.F) {
	seeds(f, ".json")
	f.Add([]byte(`{"schema": "ropa/v1", "id": "x", "activities": [{"id": "a", "subjects": [{"subject": "s"}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, s, problems := Parse("x.json", data, Canonical(), MaxBytes(64<<10))
		checkRead(t, r, s, problems)
		r, s, problems = Parse("x.json", data, MaxBytes(64<<10))
		checkRead(t, r, s, problems)
	})
}
