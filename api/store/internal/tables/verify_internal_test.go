package tables

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/pressly/goose/v3"
	_ "modernc.org/sqlite"

	"github.com/openropa/ropa/api/store"
)

// counting counts the statements that read.
type counting struct {
	querier
	n int
}

func (c *counting) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	c.n++
	return c.querier.QueryContext(ctx, query, args...)
}

func (c *counting) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	c.n++
	return c.querier.QueryRowContext(ctx, query, args...)
}

// long makes a register with a history, and approves it at its first revision and at
// one somewhere in it.
func long(t *testing.T, key store.Key, revisions int64) *Store {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+filepath.Join(t.TempDir(), "ropa.db")+"?_pragma=synchronous(OFF)&_pragma=journal_mode(WAL)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	s, err := Open(t.Context(), db, db, Dialect{Name: "sqlite", Goose: goose.DialectSQLite3})
	if err != nil {
		t.Fatal(err)
	}
	on := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	c := store.Commit{Action: store.Create, Whole: []byte(`{"schema":"ropa/v1","id":"shop","parties":[{"id":"one"}]}`), By: "ann", On: on}
	before := []byte(`{"id":"one"}`)
	for c.Base < revisions {
		if _, err := s.Commit(t.Context(), key, c); err != nil {
			t.Fatal(err)
		}
		after := fmt.Appendf(nil, `{"id":"one","note":{"en":"%d"}}`, c.Base)
		c = store.Commit{Base: c.Base + 1, Action: store.Replace, By: "ann", On: on, Changes: []store.Change{{At: "parties/one", Before: before, After: after}}}
		before = after
	}
	for _, number := range []int64{1, revisions/2 + 3} {
		if err := s.Approve(t.Context(), key, store.Approval{Revision: number, By: "bob", On: on}); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// Verify reads many revisions with one statement, and sees each of them.
func TestVerifyReadsOnce(t *testing.T) {
	key := store.Key{Tenant: "a", Register: "shop"}
	const revisions = verifiedAtOnce + 101
	s := long(t, key, revisions)
	c := &counting{querier: s.read}
	if err := s.verify(t.Context(), c, key); err != nil {
		t.Fatal(err)
	}
	// Removals, the register, what is approved, approvals, rows outside of the history,
	// entries; and the revisions.
	if want := 6 + (revisions+verifiedAtOnce-1)/verifiedAtOnce; c.n != want {
		t.Errorf("%d statements for %d revisions, want %d", c.n, revisions, want)
	}
	for _, number := range []int64{1, 99, 100, verifiedAtOnce - 1, verifiedAtOnce, verifiedAtOnce + 1, revisions - 1, revisions} {
		for statement, back := range map[string]string{
			`UPDATE revisions SET number = -1 WHERE number = ?`:                   `UPDATE revisions SET number = ? WHERE number = -1`,
			`UPDATE revisions SET reason = 'another' WHERE number = ?`:            `UPDATE revisions SET reason = '' WHERE number = ?`,
			`UPDATE revisions SET extends = '["other"]' WHERE number = ?`:         `UPDATE revisions SET extends = '[]' WHERE number = ?`,
			`UPDATE revisions SET approval = approval || 'x' WHERE number = ?`:    `UPDATE revisions SET approval = REPLACE(approval, 'x', '') WHERE number = ?`,
			`UPDATE copies SET body = CAST(body || 'x' AS BLOB) WHERE number = ?`: `UPDATE copies SET body = SUBSTR(body, 1, LENGTH(body) - 1) WHERE number = ?`,
		} {
			changed, err := s.write.Exec(statement, number)
			if err != nil {
				t.Fatal(err)
			}
			n, err := changed.RowsAffected()
			if err != nil {
				t.Fatal(err)
			}
			told, ok := errors.AsType[*store.TamperedError](s.verify(t.Context(), s.read, key))
			if n > 0 != ok || ok && told.Revision != number {
				t.Errorf("%s at %d: told %v", statement, number, told)
			}
			if _, err := s.write.Exec(back, number); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := s.Verify(t.Context(), key); err != nil {
		t.Error(err)
	}
}
