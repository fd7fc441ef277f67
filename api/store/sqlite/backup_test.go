package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/internal/tables"
	"github.com/openropa/ropa/api/store/sqlite"
)

// A backup that is made while somebody writes is a store as it was at one moment.
func TestBackup(t *testing.T) {
	dir := t.TempDir()
	s, err := sqlite.Open(t.Context(), filepath.Join(dir, "ropa.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	head, err := s.Commit(t.Context(), killed, store.Commit{Action: store.Create, Whole: []byte(`{"schema":"ropa/v1","id":"shop"}`), By: "ann", On: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	var wg sync.WaitGroup
	wg.Go(func() {
		for now := head; ctx.Err() == nil; {
			next, err := s.Commit(context.WithoutCancel(ctx), killed, store.Commit{Base: now.Revision, Action: store.Replace, By: "ann", On: time.Now(),
				Changes: []store.Change{{At: store.AtHead, After: []byte(`{"schema":"ropa/v1","id":"shop"}`)}}})
			if err != nil {
				t.Error(err)
				return
			}
			now = next
		}
	})
	path := filepath.Join(dir, "backup?.db")
	for range 5 {
		if err := s.Backup(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%v: %v", info, err)
		}
		if err := s.Backup(t.Context(), path); !errors.Is(err, fs.ErrExist) {
			t.Errorf("a backup was written over another one: %v", err)
		}
		restored, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(restored.Verify(t.Context(), killed), restored.Close(), os.Remove(path)); err != nil {
			t.Fatal(err)
		}
	}
	stop()
	wg.Wait()
}

// A backup that is stopped leaves no file, so that it can be made again.
func TestBackupStopped(t *testing.T) {
	dir := t.TempDir()
	s, err := sqlite.Open(t.Context(), filepath.Join(dir, "ropa.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	path := filepath.Join(dir, "backup.db")
	if err := s.Backup(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("it ended as %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it left a file: %v", err)
	}
}

// A file is a file by whatever name: SQLite knows names that stand for no file.
func TestNames(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	for _, name := range []string{":memory:", "file:a.db?mode=memory", "plain.db", "//" + dir + "/slashes.db"} {
		s, err := sqlite.Open(t.Context(), name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, err := s.Commit(t.Context(), killed, store.Commit{Action: store.Create, Whole: []byte(`{"schema":"ropa/v1","id":"shop"}`), By: "ann", On: time.Now()}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		const copied = "file:copy.db?mode=memory"
		if err := errors.Join(s.Backup(t.Context(), copied), s.Close()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, kept := range []string{name, copied} {
			s, err := sqlite.Open(t.Context(), kept)
			if err != nil {
				t.Errorf("%s: %v", kept, err)
				continue
			}
			if err := errors.Join(s.Verify(t.Context(), killed), s.Close()); err != nil {
				t.Errorf("%s: %v", kept, err)
			}
		}
		if err := os.Remove(copied); err != nil {
			t.Error(err)
		}
	}
}

// Processes that are started at once make the tables once; a store that a later
// version made is not touched.
func TestMigrations(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ropa.db")
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			s, err := sqlite.Open(t.Context(), path)
			if err != nil {
				t.Error(err)
				return
			}
			if err := errors.Join(s.Ready(t.Context()), s.Close()); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)`); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err := sqlite.Open(t.Context(), path); !errors.Is(err, tables.ErrNewer) {
		t.Errorf("opened as %v: %v", s, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v: %v", info, err)
	}
}
