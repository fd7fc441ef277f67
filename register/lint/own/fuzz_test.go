package own_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/lint/own"
	"github.com/openropa/ropa/register/value"
)

// No file brings the reader down, and what it accepts can be applied.
func FuzzLoad(f *testing.F) {
	for _, pattern := range []string{"testdata/problems/*.yaml", "../../../examples/rules/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
	v := view(f, shop)
	m := datamap.Build(v)
	f.Fuzz(func(t *testing.T, data []byte) {
		rules, problems := own.Load("rules.yaml", data)
		for _, p := range problems {
			if _, ok := diag.SeverityOf(p.Code); !ok || p.Message("en") == "" {
				t.Errorf("%+v", p)
			}
		}
		if _, err := lint.Run(t.Context(), v, m, lint.Options{AsOf: value.MustDate(day), More: rules}); err != nil {
			t.Error(err)
		}
	})
}
