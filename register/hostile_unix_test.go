//go:build unix

package register

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/openropa/ropa/register/diag"
)

func TestFolderWithStrangeFiles(t *testing.T) {
	folder := t.TempDir()
	secret := filepath.Join(t.TempDir(), "secret.yaml")
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(secret, "schema: ropa/v1\nversion: secret\n")
	write(filepath.Join(folder, "a.yaml"), head)
	write(filepath.Join(folder, "data"), "schema: ropa/v1\nparties: [{id: p}]\n")
	for link, to := range map[string]string{"out.yaml": secret, "nowhere.yaml": "gone.yaml", "in.yaml": "data", "loop.yaml": "loop.yaml"} {
		if err := os.Symlink(to, filepath.Join(folder, link)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(folder, "pipe.yaml"), 0o600); err != nil {
		t.Fatal(err)
	}
	r, _, problems := Load(folder)
	if r == nil || r.Version != "" || len(r.Parties) != 1 {
		t.Fatalf("register %+v, %v", r, problems)
	}
	if len(problems) != 4 {
		t.Errorf("%d problems, want 4: %v", len(problems), problems)
	}
	for _, p := range problems {
		if p.Code != diag.Unreadable || strings.Contains(p.Args["detail"], folder) {
			t.Errorf("%v", p)
		}
	}
	if _, _, problems := Load(filepath.Join(folder, "pipe.yaml")); !has(problems, diag.Unreadable) {
		t.Errorf("%v", problems)
	}
	if _, _, problems := Load(filepath.Join(folder, "absent.yaml")); !has(problems, diag.PathNotFound) {
		t.Errorf("%v", problems)
	}
	if r, s, problems := Load(filepath.Join(folder, "a.yaml")); len(problems) > 0 || r.ID != "x" || s.Place("id").File != filepath.Join(folder, "a.yaml") {
		t.Errorf("%+v, %v", r, problems)
	}
}
