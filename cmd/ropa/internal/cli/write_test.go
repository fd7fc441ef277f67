package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// A file is written whole or not at all: what failed leaves neither half of it nor
// a file under another name, and keeps what was there.
func TestWriteBy(t *testing.T) {
	failed := errors.New("failed")
	half := func(w io.Writer) error {
		_, err := w.Write(make([]byte, 1<<20))
		return errors.Join(err, failed)
	}
	folder := t.TempDir()
	old, fresh := filepath.Join(folder, "old"), filepath.Join(folder, "fresh")
	if err := os.WriteFile(old, []byte("as it was"), 0o640); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{old, fresh} {
		if err := writeBy(name, half); !errors.Is(err, failed) {
			t.Fatalf("%s: %v", name, err)
		}
	}
	holds(t, folder, map[string]string{"old": "as it was"})
	if err := os.Symlink("there", filepath.Join(folder, "link")); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{old, fresh, filepath.Join(folder, "link")} {
		if err := writeBy(name, holding([]byte("new"))); err != nil {
			t.Fatal(err)
		}
	}
	holds(t, folder, map[string]string{"old": "new", "fresh": "new", "link": "new", "there": "new"})
	if info, err := os.Stat(old); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if info, err := os.Lstat(filepath.Join(folder, "link")); err != nil || info.Mode().IsRegular() {
		t.Errorf("the link is a file now: %v", err)
	}
	if err := writeBy(filepath.Join(folder, "none", "x"), half); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("in a folder that is not there: %v", err)
	}
}

// holds reports whether a folder holds some files with what is in them, and nothing
// else.
func holds(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(want) {
		t.Errorf("there are %v", entries)
	}
	for name, text := range want {
		if data, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(data) != text {
			t.Errorf("%s holds %.20q, %v", name, data, err)
		}
	}
}
