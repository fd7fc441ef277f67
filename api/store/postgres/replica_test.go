package postgres_test

import (
	"database/sql"
	"errors"
	"sync"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // to look at the database beside the store

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/postgres"
)

// head is the newest version as a reader sees it.
func head(t *testing.T, s store.Store, v store.Version) int64 {
	t.Helper()
	info, err := s.Head(t.Context(), shop, v)
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		t.Fatal(err)
	}
	return info.Revision
}

// hears waits until a store hears of changes and remembers the head of a register.
func hears(t *testing.T, s *postgres.Store) {
	t.Helper()
	eventually(t, "the store hears of changes", func() bool { return s.Hears() && head(t, s, store.Version{}) > 0 && s.Remembers() > 0 })
}

// What is written on one replica is seen on the other, and at once where it was
// written.
func TestReplicas(t *testing.T) {
	address := database(t)
	a, b := open(t, address), open(t, address)
	w := &writer{t: t, store: a, name: "ann"}
	w.create(shop)
	for range 20 {
		hears(t, b)
		w.write(shop)
		now := head(t, a, store.Version{})
		if now != int64(1+w.many()) {
			t.Fatalf("revision %d is the newest after %d were written", now, w.many())
		}
		eventually(t, "the other replica sees it", func() bool { return head(t, b, store.Version{}) == now })
		if fresh, err := b.Head(store.Fresh(t.Context()), shop, store.Version{}); err != nil || fresh.Revision != now {
			t.Fatalf("%d: %v", fresh.Revision, err)
		}
	}
	if err := b.Approve(t.Context(), shop, store.Approval{Revision: 3, By: "bob", On: time.Now()}); err != nil {
		t.Fatal(err)
	}
	if n := head(t, b, store.Version{Approved: true}); n != 3 {
		t.Errorf("revision %d is approved", n)
	}
	eventually(t, "the other replica sees the approval", func() bool { return head(t, a, store.Version{Approved: true}) == 3 })
	if err := b.Remove(t.Context(), shop, store.Removal{Revision: head(t, b, store.Version{}), By: "bob", On: time.Now()}); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the other replica sees that it is gone", func() bool { return head(t, a, store.Version{}) == 0 })
}

// Of those who write on two replicas at once, each revision is made by one, and
// none is lost.
func TestWritersOnReplicas(t *testing.T) {
	address := database(t)
	stores := []*postgres.Store{open(t, address), open(t, address)}
	writers := []*writer{}
	for i, name := range []string{"ann", "bob", "cid", "dan"} {
		writers = append(writers, &writer{t: t, store: stores[i%2], name: name})
	}
	writers[0].create(shop)
	var wg sync.WaitGroup
	for _, w := range writers {
		wg.Go(func() {
			for range 15 {
				w.write(shop)
			}
		})
	}
	wg.Wait()
	for _, w := range writers {
		w.sees(stores[0], shop)
		if len(w.refused) > 0 {
			t.Errorf("%s was refused: %v", w.name, w.refused)
		}
	}
	info, err := stores[1].Head(store.Fresh(t.Context()), shop, store.Version{})
	if err != nil || info.Revision != 1+4*15 {
		t.Errorf("%d revisions: %v", info.Revision, err)
	}
	if err := stores[1].Verify(t.Context(), shop); err != nil {
		t.Error(err)
	}
}

// A replica whose listening connection is broken sees what is written meanwhile,
// and listens again.
func TestListenerLost(t *testing.T) {
	address := database(t)
	a, b := open(t, address), open(t, address)
	w := &writer{t: t, store: a, name: "ann"}
	w.create(shop)
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for range 3 {
		hears(t, a)
		hears(t, b)
		var broken int
		if err := db.QueryRow(`SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`).Scan(&broken); err != nil || broken != 2 {
			t.Fatalf("%d connections were broken: %v", broken, err)
		}
		w.write(shop)
		now := head(t, a, store.Version{})
		eventually(t, "the other replica sees it", func() bool { return head(t, b, store.Version{}) == now })
	}
	hears(t, b)
	w.write(shop)
	eventually(t, "the other replica sees it", func() bool { return head(t, b, store.Version{}) == head(t, a, store.Version{}) })
}

// A connection on which nothing is heard is tried, and stays.
func TestQuiet(t *testing.T) {
	before := postgres.Quiet(20 * time.Millisecond)
	defer postgres.Quiet(before)
	address := database(t)
	s := open(t, address)
	w := &writer{t: t, store: s, name: "ann"}
	w.create(shop)
	hears(t, s)
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	listening := func() (pid, tried int) {
		// The last thing that the listening connection did: LISTEN, or being tried.
		if err := db.QueryRow(`SELECT COALESCE(MAX(pid), 0), COUNT(*) FILTER (WHERE query LIKE '%ping%') FROM pg_stat_activity
			WHERE datname = current_database() AND (query LIKE 'LISTEN%' OR query LIKE '%ping%') AND pid <> pg_backend_pid()`).Scan(&pid, &tried); err != nil {
			t.Fatal(err)
		}
		return pid, tried
	}
	first, _ := listening()
	eventually(t, "the connection is tried", func() bool { _, tried := listening(); return tried > 0 })
	if again, _ := listening(); again != first || first == 0 {
		t.Errorf("the connection is another one: %d, before %d", again, first)
	}
	if err := s.Close(); err != nil { // before the time is set back
		t.Error(err)
	}
}
