package docs_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestProgramsOutside holds that a module of somebody else's gets the library as a
// page says, and that the first program of the page compiles in it.
func TestProgramsOutside(t *testing.T) {
	for _, page := range []string{"../README.md", "getting-started.md"} {
		all := blocks(t, page)
		steps := slices.IndexFunc(all, func(b block) bool { return b.language == "sh" && strings.Contains(b.text(), "go mod edit -replace") })
		program := slices.IndexFunc(all, block.isProgram)
		if steps < 0 || program < steps {
			t.Errorf("%s: nothing says how a module gets the library", page)
			continue
		}
		dir := t.TempDir()
		clone, err := filepath.Abs("..")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(clone, filepath.Join(dir, "ropa")); err != nil {
			t.Fatal(err)
		}
		outside(t, dir, all[steps].text())
		own := filepath.Join(dir, "ask")
		sums, err := os.ReadFile("../go.sum") // go mod tidy would fetch them
		if err != nil {
			t.Fatal(err)
		}
		for name, text := range map[string]string{"main.go": all[program].text(), "go.sum": string(sums)} {
			if err := os.WriteFile(filepath.Join(own, name), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		outside(t, own, "go build -mod=mod -o ask")
	}
}

// outside runs lines of a page in a folder, with what is on this machine already.
func outside(t *testing.T, dir, lines string) {
	t.Helper()
	cmd := exec.Command("sh", "-e", "-c", lines)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "GOPROXY=off", "GOWORK=off", "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%s: %v\n%s", lines, err, out)
	}
}
