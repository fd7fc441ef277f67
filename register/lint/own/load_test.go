package own_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register/lint/own"
)

var update = flag.Bool("update", false, "write what is expected")

// Each file of testdata/problems has the problems that stand beside it, with the
// place of the fault itself.
func TestProblems(t *testing.T) {
	files, err := filepath.Glob("testdata/problems/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			rules, problems := own.Load(filepath.Base(file), data)
			var b strings.Builder
			for _, p := range problems {
				b.WriteString(p.Error() + "\n\t" + p.Message("nl") + "\n")
			}
			for _, r := range rules {
				b.WriteString("rule " + string(r.Code) + "\n")
			}
			golden(t, strings.TrimSuffix(file, ".yaml")+".out", b.String())
		})
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("%v; run the test with -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}
