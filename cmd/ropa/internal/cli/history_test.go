package cli

import (
	"database/sql"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/sqlite"
)

// shopIn makes a store with a register of three revisions.
func shopIn(t *testing.T, path string) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	on := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for i, c := range []store.Commit{
		{Action: store.Create, Whole: []byte(`{"schema":"ropa/v1","id":"shop","parties":[{"id":"one"}]}`), By: "ann", Reason: "first"},
		{Action: store.Replace, Changes: []store.Change{{At: "parties/one", Before: []byte(`{"id":"one"}`), After: []byte(`{"id":"one","country":"NL"}`)}}, By: "bob"},
		{Action: store.Create, Changes: []store.Change{{At: "parties/two", Position: 1, After: []byte(`{"id":"two"}`)}}, By: "ann"},
	} {
		c.Base, c.On = int64(i), on.Add(time.Duration(i)*time.Minute)
		if _, err := s.Commit(t.Context(), store.Key{Register: "shop"}, c); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

func tamper(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// expect runs a command and compares its exit status, and what it says with parts
// of it.
func expect(t *testing.T, status int, parts []string, args ...string) string {
	t.Helper()
	out, problems, got := run(nil, args...)
	for _, part := range parts {
		if !strings.Contains(out+problems, part) {
			t.Errorf("%v: %q is not in:\n%s%s", args, part, out, problems)
		}
	}
	if got != status {
		t.Errorf("%v: status %d, want %d: %s", args, got, status, problems)
	}
	return out
}

func TestHistory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ropa.db")
	shopIn(t, path)
	from := []string{"--store", "sqlite:" + path}
	in := func(args ...string) []string { return append(args, from...) }

	list := expect(t, 0, []string{"parties/one", "ann", "bob", "first", "2026-11-22T12:02:00Z"}, in("history", "list", "shop")...)
	if strings.Index(list, "parties/two") > strings.Index(list, "parties/one") {
		t.Errorf("the newest is not first:\n%s", list)
	}
	var revisions []listedRevision
	if err := json.Unmarshal([]byte(expect(t, 0, nil, in("history", "list", "shop", "--format", "json")...)), &revisions); err != nil || len(revisions) != 3 || revisions[0].Revision != 3 {
		t.Errorf("%+v: %v", revisions, err)
	}
	expect(t, 0, []string{"revision,when"}, in("history", "list", "shop", "--format", "csv")...)
	expect(t, 0, []string{"shop", "as it was written", revisions[0].Hash[:16]}, in("history", "verify")...)
	expect(t, 0, []string{"zoals het geschreven is"}, in("history", "verify", "shop", "--language", "nl")...)
	expect(t, 0, []string{revisions[0].Hash}, in("history", "verify", "--format", "csv")...)
	expect(t, 2, []string{`"none"`}, in("history", "verify", "none")...)
	expect(t, 2, []string{`"none"`}, in("history", "list", "none")...)
	expect(t, 2, []string{`"shop"`}, in("history", "list", "shop", "--tenant", "other")...)
	expect(t, 2, []string{"list, verify"}, in("history", "forget")...)
	expect(t, 2, []string{"--store"}, "history", "verify")
	missing := path + ".none"
	expect(t, 2, []string{"there is no store"}, "history", "verify", "--store", "sqlite:"+missing)
	if _, err := os.Stat(missing); err == nil {
		t.Error("a store was made where there was none")
	}

	tamper(t, path, `UPDATE revisions SET made_by = 'eve' WHERE number = 2`)
	expect(t, 1, []string{"shop: the history is not what was written: revision 2"}, in("history", "verify")...)
	var told []verified
	if err := json.Unmarshal([]byte(expect(t, 1, nil, in("history", "verify", "--format", "json")...)), &told); err != nil || len(told) != 1 || told[0].Problem != "revision 2" {
		t.Errorf("%+v: %v", told, err)
	}
}

// A backup is a store: restoring is to put it in its place.
func TestBackup(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "ropa.db"), filepath.Join(dir, "copy.db")
	shopIn(t, path)
	expect(t, 0, nil, "backup", "--store", "sqlite:"+path, "-o", copied)
	expect(t, 2, []string{"is there already"}, "backup", "--store", "sqlite:"+path, "-o", copied)
	expect(t, 2, []string{"-o"}, "backup", "--store", "sqlite:"+path)
	expect(t, 2, []string{"cannot be written"}, "backup", "--store", "sqlite:"+path, "-o", filepath.Join(dir, "none", "copy.db"))
	tamper(t, path, `DELETE FROM revisions`)
	expect(t, 1, []string{"revision 1 is missing"}, "history", "verify", "shop", "--store", "sqlite:"+path)

	var err error
	for _, end := range []string{"-wal", "-shm"} {
		if gone := os.Remove(path + end); !errors.Is(gone, os.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}
	if err := errors.Join(err, os.Rename(copied, path)); err != nil {
		t.Fatal(err)
	}
	expect(t, 0, []string{"as it was written"}, "history", "verify", "shop", "--store", "sqlite:"+path)
}
