package contract

import (
	"bytes"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "accept today's public API")

// TestAPISnapshot compares what the public packages offer with the snapshot. A
// removal needs a line in CHANGELOG.md.
func TestAPISnapshot(t *testing.T) {
	for _, name := range []string{
		"register", "register/value", "register/diag", "register/law", "register/vocabulary", "register/datamap",
		"register/words", "register/printable", "register/document", "register/document/html", "register/document/docx", "register/document/xlsx",
		"register/document/pdf", "register/document/markdown", "register/document/csv", "register/document/json", "register/document/diagram",
		"register/document/inspection", "register/document/press",
		"register/lint", "register/lint/notice", "register/lint/own", "register/lint/report", "api/wire", "api/auth", "api/store", "api/client",
	} {
		t.Run(name, func(t *testing.T) {
			command := exec.Command("go", "doc", "-all", "./"+name)
			command.Dir = "../../.."
			got, err := command.Output()
			if err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", "api", strings.ReplaceAll(name, "/", "_")+".txt")
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(want, got) {
				t.Errorf("the public API changed (accept with make snapshots):\n%s", cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")))
			}
		})
	}
}
