package postgres_test

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/postgres"
)

// The database is restarted, and crashes, while two replicas write: nothing that
// was acknowledged is lost, and both go on.
func TestRestart(t *testing.T) {
	address := database(t)
	stores := []*postgres.Store{open(t, address), open(t, address)}
	keys := []store.Key{shop, {Tenant: "a", Register: "other"}}
	var writers [4]*writer
	for i := range writers {
		writers[i] = &writer{t: t, store: stores[i%2], name: string(rune('a' + i))}
		if i < 2 {
			writers[i].create(keys[i])
		}
	}
	stop := make(chan struct{})
	var wg sync.WaitGroup
	for i, w := range writers {
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				case <-time.After(3 * time.Millisecond): // a history of thousands takes long to verify
					w.write(keys[i/2])
				}
			}
		})
	}
	for _, mode := range []string{"fast", "immediate", "immediate"} {
		progress(t, writers[:])
		if err := cluster.Restart(mode); err != nil {
			t.Fatal(err)
		}
	}
	progress(t, writers[:])
	close(stop)
	wg.Wait()
	refused := 0
	for i, w := range writers {
		w.sees(stores[(i+1)%2], keys[i/2])
		for _, err := range w.refused {
			if !errors.Is(err, store.ErrUnavailable) && !errors.Is(err, context.DeadlineExceeded) {
				t.Errorf("while the database was away: %v", err)
			}
		}
		refused += len(w.refused)
	}
	if refused == 0 {
		t.Error("nobody was told that the database was away")
	}
	for i, key := range keys {
		if err := stores[i].Verify(t.Context(), key); err != nil {
			t.Error(err)
		}
	}
	for _, s := range stores {
		hears(t, s)
	}
}

// progress waits until every writer was acknowledged something more.
func progress(t *testing.T, writers []*writer) {
	t.Helper()
	for _, w := range writers {
		before := w.many()
		eventually(t, "the writers go on", func() bool { return w.many() > before+2 })
	}
}

// While the database is away a server says so, and does not answer from memory
// for longer than a second.
func TestDown(t *testing.T) {
	s := open(t, database(t))
	w := &writer{t: t, store: s, name: "ann"}
	w.create(shop)
	hears(t, s)
	if err := cluster.Down(); err != nil {
		t.Fatal(err)
	}
	if err := s.Ready(t.Context()); !errors.Is(err, store.ErrUnavailable) {
		t.Errorf("the database is away: %v", err)
	}
	eventually(t, "the store says that the database is away", func() bool {
		_, err := s.Head(t.Context(), shop, store.Version{})
		return errors.Is(err, store.ErrUnavailable)
	})
	if err := cluster.Restart("fast"); err != nil {
		t.Fatal(err)
	}
	eventually(t, "the store is ready again", func() bool { return s.Ready(t.Context()) == nil })
	hears(t, s)
	w.write(shop)
}
