package postgres_test

import (
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/openropa/ropa/api/store"
)

// A register that another server makes and removes while one of its name is made
// leaves its removal, after which that one counts on.
func TestMadeAndRemovedMeanwhile(t *testing.T) {
	address := database(t)
	s := open(t, address)
	var other [2]*pgx.Conn
	for i := range other {
		c, err := pgx.Connect(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close(t.Context())
		other[i] = c
	}
	run := func(statement string) {
		t.Helper()
		if _, err := other[0].Exec(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	run(`BEGIN`)
	run(`INSERT INTO registers (tenant, id, revision, hash, changed, extends, approved) VALUES ('a', 'shop', 5, 'five', '', '[]', 0)`)
	made := make(chan store.Info, 1)
	go func() {
		info, err := s.Commit(t.Context(), shop, store.Commit{Action: store.Create, Whole: []byte(`{"schema":"ropa/v1","id":"shop"}`), By: "ann", On: time.Now()})
		if err != nil {
			t.Error(err)
		}
		made <- info
	}()
	eventually(t, "the write waits", func() bool {
		var n int
		err := other[1].QueryRow(t.Context(), `SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`).Scan(&n)
		return err == nil && n > 0
	})
	run(`INSERT INTO removals (tenant, register, revision, last, approvals, approval, made_by, reason, made_on, hash) VALUES ('a', 'shop', 5, 'five', 0, '', 'bob', '', '2026-11-22T12:00:00.000000Z', 'removed')`)
	run(`DELETE FROM registers`)
	run(`COMMIT`)
	if info := <-made; info.Revision != 6 {
		t.Errorf("made as revision %d after a removal at 5", info.Revision)
	}
	if r, err := s.Revision(t.Context(), shop, 6); err != nil || r.Previous != "removed" {
		t.Errorf("it follows %+v: %v", r, err)
	}
}
