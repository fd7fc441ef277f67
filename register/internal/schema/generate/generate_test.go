package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestUpToDate compares the generated files with what go generate would write.
func TestUpToDate(t *testing.T) {
	const dir = "../../.."
	files, err := generate(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 4 {
		t.Errorf("%d files generated, want 4", len(files))
	}
	for path, want := range files {
		got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(path)))
		if err != nil {
			t.Error(err)
			continue
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s: run go generate ./register/... (-want +got):\n%s", path, diff)
		}
	}
}

// TestWrite writes into an empty folder and leaves alone what did not change.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	if err := write(dir, map[string][]byte{"a": []byte("x")}); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "a")
	if err := os.Chmod(path, 0o400); err != nil {
		t.Fatal(err)
	}
	if err := write(dir, map[string][]byte{"a": []byte("x")}); err != nil {
		t.Error("rewrote a file that did not change:", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "x" {
		t.Errorf("got %q, %v", data, err)
	}
}
