package sqlite_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/sqlite"
	"github.com/openropa/ropa/api/store/storetest"
)

func open(t *testing.T) store.Store {
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "with space & ?.db"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) { storetest.Run(t, open) }

// Whoever changes a row of the history or of what it came to is found out.
func TestTampered(t *testing.T) {
	key := store.Key{Tenant: "a", Register: "shop"}
	for _, statement := range []string{
		`UPDATE revisions SET reason = 'another' WHERE number = 2`,
		`UPDATE revisions SET made_by = 'eve', hash = 'x' WHERE number = 2`,
		`UPDATE changes SET body_after = CAST('{"id":"one","country":"BE"}' AS BLOB) WHERE number = 2`,
		`DELETE FROM revisions WHERE number = 2`,
		`DELETE FROM changes WHERE number = 2`,
		`UPDATE copies SET body = CAST('{"schema":"ropa/v1","id":"shop"}' AS BLOB) WHERE number = 1`,
		`DELETE FROM copies`,
		`UPDATE entries SET body = CAST('{"id":"one","country":"BE"}' AS BLOB) WHERE key = 'one'`,
		`DELETE FROM entries WHERE key = 'one'`,
		`UPDATE registers SET hash = 'x', revision = 2`,
		`UPDATE registers SET revision = 1`,
		`UPDATE revisions SET approved_by = 'eve', approved_on = made_on WHERE number = 1`,
		`UPDATE registers SET approved = 2`,
		`UPDATE revisions SET address = 'parties/two' WHERE number = 2`,
		`UPDATE revisions SET extends = '["other"]' WHERE number = 2`,
		`UPDATE registers SET extends = '["other"]'`,
		`UPDATE registers SET changed = '2026-11-22T13:00:00.000000Z'`,
	} {
		path := filepath.Join(t.TempDir(), "ropa.db")
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		on := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
		if _, err := s.Commit(t.Context(), key, store.Commit{Action: store.Create, Whole: []byte(`{"schema":"ropa/v1","id":"shop","parties":[{"id":"one"}]}`), By: "ann", On: on}); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Commit(t.Context(), key, store.Commit{Base: 1, Action: store.Replace, By: "ann", On: on, Changes: []store.Change{
			{At: "parties/one", Before: []byte(`{"id":"one"}`), After: []byte(`{"id":"one","country":"NL"}`)}}}); err != nil {
			t.Fatal(err)
		}
		if err := s.Verify(t.Context(), key); err != nil {
			t.Fatal(err)
		}
		db, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(statement); err != nil {
			t.Fatalf("%s: %v", statement, err)
		}
		if err := s.Verify(t.Context(), key); !errors.Is(err, store.ErrTampered) {
			t.Errorf("%s: %v", statement, err)
		}
		if err := errors.Join(db.Close(), s.Close()); err != nil {
			t.Error(err)
		}
	}
}
