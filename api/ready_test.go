package api_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/store"
)

// slowStore waits before it says whether it can be read.
type slowStore struct {
	store.Store
	asked   atomic.Int32
	begun   chan struct{}
	going   chan struct{}
	trouble error
}

func (s *slowStore) Ready(ctx context.Context) error {
	s.asked.Add(1)
	s.begun <- struct{}{}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-s.going:
		return s.trouble
	}
}

// However many ask, the store is asked once at a time and once a second, also for
// those whose asking was begun by one who left.
func TestReady(t *testing.T) {
	kept := database(t)
	slow := &slowStore{Store: kept, begun: make(chan struct{}, 9), going: make(chan struct{})}
	var at atomic.Pointer[time.Time]
	begin := now()
	at.Store(&begin)
	server, err := api.New(api.Options{Store: slow, Now: func() time.Time { return *at.Load() }})
	if err != nil {
		t.Fatal(err)
	}
	c := &caller{t, server}
	var all sync.WaitGroup
	statuses := make([]int, 20)
	ctx, leave := context.WithCancel(t.Context())
	defer leave()
	for i := range statuses {
		r := httptest.NewRequest(http.MethodGet, "/readyz", nil)
		if i == 0 {
			r = r.WithContext(ctx)
		}
		all.Go(func() { statuses[i] = c.send(r).status })
		if i == 0 {
			<-slow.begun
			leave()
		}
	}
	slow.going <- struct{}{}
	all.Wait()
	for i, status := range statuses {
		if status != http.StatusOK {
			t.Errorf("%d: %d", i, status)
		}
	}
	if n := slow.asked.Load(); n != 1 {
		t.Errorf("the store was asked %d times", n)
	}
	slow.trouble = store.ErrUnavailable
	c.do(http.MethodGet, "/readyz", "").is(t, http.StatusOK)
	later := begin.Add(time.Second)
	at.Store(&later)
	close(slow.going)
	for range 3 {
		c.do(http.MethodGet, "/readyz", "").is(t, http.StatusServiceUnavailable)
	}
	slow.trouble = nil
	latest := later.Add(time.Second)
	at.Store(&latest)
	c.do(http.MethodGet, "/readyz", "").is(t, http.StatusOK)
	if n := slow.asked.Load(); n != 3 {
		t.Errorf("the store was asked %d times", n)
	}
}
