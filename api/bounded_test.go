package api_test

import (
	"context"
	"fmt"
	"net/http"
	"runtime"
	"sync"
	"testing"
	"weak"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
)

// watching is a store that knows which of the registers that it gave are still held
// by anybody.
type watching struct {
	store.Reader
	mu    sync.Mutex
	given []weak.Pointer[register.View]
}

func (s *watching) Read(ctx context.Context, key store.Key, v store.Version) (*store.Copy, error) {
	c, err := s.Reader.Read(ctx, key, v)
	if err == nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.given = append(s.given, weak.Make(c.View))
	}
	return c, err
}

// reads is how many registers it gave, held how many of them are still there.
func (s *watching) reads() (given, held int) {
	runtime.GC()
	runtime.GC()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, p := range s.given {
		if p.Value() != nil {
			held++
		}
	}
	return len(s.given), held
}

// A server keeps only so much of registers ready, however many it is asked for, and
// lists them without getting any of them ready.
func TestBounded(t *testing.T) {
	registers := database(t)
	// A small register takes about 64 KiB where it is kept ready.
	const many, ready, room = 40, 5, 5 * 64 << 10
	for i := range many {
		id := fmt.Sprintf("shop-%d", i)
		whole := `{"schema":"ropa/v1","id":"` + id + `","name":{"en":"Shop ` + id + `"},"parties":[{"id":"one"}]}`
		if _, err := registers.Commit(t.Context(), store.Key{Register: id}, store.Commit{Action: store.Create, Whole: []byte(whole), By: "ann", On: now()}); err != nil {
			t.Fatal(err)
		}
	}
	watched := &watching{Reader: registers}
	server, err := api.New(api.Options{Store: watched, Now: now, Memory: room, Answers: 1})
	if err != nil {
		t.Fatal(err)
	}
	c := &caller{t, server}
	ask := func(i int) {
		if a := c.get(fmt.Sprintf("/registers/shop-%d/recipients?receives=name", i)); a.status != http.StatusOK {
			t.Fatalf("%d %s", a.status, a.body)
		}
	}
	if a := c.get("/registers?q=shop&limit=10"); a.status != http.StatusOK {
		t.Fatalf("%d %s", a.status, a.body)
	}
	if given, _ := watched.reads(); given != 0 {
		t.Errorf("a list read %d registers whole", given)
	}
	for range 2 {
		for i := range many {
			ask(i)
		}
	}
	if given, held := watched.reads(); given != 2*many || held == 0 || held > ready {
		t.Errorf("%d registers were read, and %d are held where at most %d were meant to be", given, held, ready)
	}
	ask(many - 2)
	ask(many - 1)
	if given, _ := watched.reads(); given != 2*many {
		t.Errorf("registers that were ready were read again: %d", given-2*many)
	}
	runtime.KeepAlive(server)
}
