package postgres_test

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
)

var shop = store.Key{Tenant: "a", Register: "shop"}

// writer writes to a store and remembers what was acknowledged.
type writer struct {
	t     *testing.T
	store store.Store
	name  string

	mu    sync.Mutex
	count int
	// acknowledged are the tags of revisions.
	acknowledged map[int64]string
	// refused are the errors other than that somebody else was first.
	refused []error
}

func (w *writer) create(key store.Key) {
	w.t.Helper()
	_, err := w.store.Commit(w.t.Context(), key, store.Commit{Action: store.Create, Whole: []byte(`{"schema":"ropa/v1","id":"` + key.Register + `"}`), By: w.name, On: time.Now()})
	if err != nil {
		w.t.Fatal(err)
	}
}

// try makes one revision on the newest one.
func (w *writer) try(key store.Key) error {
	ctx := store.Fresh(w.t.Context())
	head, err := w.store.Head(ctx, key, store.Version{})
	if err != nil {
		return err
	}
	w.count++
	id := fmt.Sprintf("%s-%d", w.name, w.count)
	info, err := w.store.Commit(ctx, key, store.Commit{
		Base: head.Revision, Action: store.Create, By: w.name, On: time.Now(),
		Changes: []store.Change{{At: "parties/" + id, Position: int(head.Revision - 1), After: []byte(`{"id":"` + id + `"}`)}},
	})
	if err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.acknowledged == nil {
		w.acknowledged = make(map[int64]string)
	}
	w.acknowledged[info.Revision] = info.Tag
	return nil
}

// write writes until one revision is acknowledged.
func (w *writer) write(key store.Key) {
	for {
		err := w.try(key)
		if err == nil || w.t.Context().Err() != nil {
			return
		}
		if !errors.Is(err, store.ErrChanged) {
			w.refused = append(w.refused, err)
			time.Sleep(10 * time.Millisecond)
		}
	}
}

// many reports how many revisions were acknowledged.
func (w *writer) many() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.acknowledged)
}

// sees reports it where a store lacks a revision that was acknowledged.
func (w *writer) sees(s store.Store, key store.Key) {
	w.t.Helper()
	for number, tag := range w.acknowledged {
		r, err := s.Revision(w.t.Context(), key, number)
		if err != nil {
			w.t.Errorf("revision %d was acknowledged to %s: %v", number, w.name, err)
			continue
		}
		if r.By != w.name || r.Hash[:len(tag)] != tag {
			w.t.Errorf("revision %d was acknowledged to %s, but is %s's", number, w.name, r.By)
		}
	}
}
