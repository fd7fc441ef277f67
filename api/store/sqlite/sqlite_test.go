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
	"github.com/openropa/ropa/register"
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
	path := filepath.Join(t.TempDir(), "ropa.db")
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	storetest.Tampered(t, s, func(statement string) error { return behind(path, statement) })
}

// Sound histories are never accused, and no column can be changed unseen.
func TestHistories(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ropa.db")
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=synchronous(OFF)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	storetest.Histories(t, s, db, "?")
}

// behind runs a statement behind the back of the store.
func behind(path, statement string) error {
	db, err := sql.Open("sqlite", path)
	if err != nil {
		return err
	}
	_, err = db.Exec(statement)
	return errors.Join(err, db.Close())
}

// A history of before revisions noted what they extended, and before approvals were
// counted, is read with what there was then, and goes on.
func TestBeforePins(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ropa.db")
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	group, shop, at := store.Key{Register: "group"}, store.Key{Register: "shop"}, time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	commit := func(key store.Key, c store.Commit) {
		t.Helper()
		at = at.Add(time.Minute)
		c.By, c.On = "ann", at
		_, err := s.Commit(t.Context(), key, c)
		must(err)
	}
	commit(group, store.Commit{Action: store.Create, Whole: []byte(`{"schema":"ropa/v1","id":"group","parties":[{"id":"shared","country":"NL"}]}`)})
	commit(shop, store.Commit{Action: store.Create, Whole: []byte(`{"schema":"ropa/v1","id":"shop","extends":["../group.yaml"]}`), Extends: []string{"../group.yaml"}})
	r, err := s.Revision(t.Context(), shop, 1)
	must(err)
	r.Bases = nil
	hash, err := store.Seal(shop, r)
	must(err)
	approval := store.Sum([]byte("approval\n" + hash + "\n2026-11-22T12:04:00.000000Z\nbob"))
	move := func(base int64, country string) {
		t.Helper()
		commit(group, store.Commit{Base: base, Action: store.Replace, Changes: []store.Change{{At: "parties/shared", After: []byte(`{"id":"shared","country":"` + country + `"}`)}}})
	}
	move(1, "BE")
	must(behind(path, `UPDATE revisions SET bases = '', hash = '`+hash+`', approved_by = 'bob', approved_on = '2026-11-22T12:04:00.000000Z', approval = '`+approval+`' WHERE register = 'shop'`))
	must(behind(path, `UPDATE registers SET hash = '`+hash+`', approved = 1 WHERE id = 'shop'`))
	at = at.Add(time.Hour)
	move(2, "DE")
	for v, want := range map[store.Version]register.Country{{}: "DE", {Revision: 1}: "NL", {Approved: true}: "BE"} {
		copied, err := s.Read(t.Context(), shop, v)
		must(err)
		if got := copied.View.Party("shared").Country; got != want {
			t.Errorf("%+v: %s, want %s", v, got, want)
		}
	}
	must(s.Verify(t.Context(), shop))
	must(behind(path, `UPDATE revisions SET approval_reason = 'looked at it' WHERE register = 'shop'`))
	if err := s.Verify(t.Context(), shop); !errors.Is(err, store.ErrTampered) {
		t.Errorf("a reason that nobody gave: %v", err)
	}
	must(behind(path, `UPDATE revisions SET approval_reason = '' WHERE register = 'shop'`))
	all, err := s.Approvals(t.Context(), shop)
	must(err)
	if len(all) != 1 || all[0].Number != 0 || all[0].Revision != 1 || all[0].Hash != approval {
		t.Errorf("approvals %+v", all)
	}
	bases, err := s.Approvable(t.Context(), shop, 1)
	must(err)
	must(s.Approve(t.Context(), shop, store.Approval{Revision: 1, Bases: bases, By: "cid", On: at}))
	must(s.Verify(t.Context(), shop))
	if copied, err := s.Read(t.Context(), shop, store.Version{Approved: true}); err != nil || copied.View.Party("shared").Country != "DE" {
		t.Errorf("approved anew, and it has %v", err)
	}
	must(behind(path, `UPDATE revisions SET approved_by = 'eve' WHERE register = 'shop'`))
	if err := s.Verify(t.Context(), shop); !errors.Is(err, store.ErrTampered) {
		t.Error(err)
	}
}
