package api

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/semaphore"
)

// errBusy tells that too many wait already.
var errBusy = errors.New("too many wait already")

// shares are so many of something that is scarce. Each caller may hold half of
// them at most, and those who ask for more wait for their own to come back, so that
// nobody stands long behind the many requests of one.
type shares struct {
	all *semaphore.Weighted
	// each is how many one caller may hold; one is asked for them, be there one.
	each int64
	// mostWaiting is how many requests may wait, half of them those of one caller.
	mostWaiting int
	waiting     atomic.Int64

	mu sync.Mutex
	by map[string]*holder
}

// holder is a caller who holds some, or waits.
type holder struct {
	own               *semaphore.Weighted
	requests, waiting int
}

func newShares(many int64, mostWaiting int) *shares {
	return &shares{all: semaphore.NewWeighted(many), each: max(1, many/2), mostWaiting: mostWaiting, by: make(map[string]*holder)}
}

// take takes n of them for a caller, or as many as one may hold where that is less.
// It waits while there are none, until the context ends; the errors are that of the
// context, and errBusy where too many wait. Give gives them back, once.
func (s *shares) take(ctx context.Context, who string, n int64) (give func(), err error) {
	n = min(n, s.each)
	h, at := s.come(who, n)
	switch at {
	case refused:
		return nil, errBusy
	case waits:
		err = h.own.Acquire(ctx, n)
		if err == nil {
			if err = s.all.Acquire(ctx, n); err != nil {
				h.own.Release(n)
			}
		}
		s.waited(h)
	}
	if err != nil {
		s.leave(who, h)
		return nil, err
	}
	return sync.OnceFunc(func() {
		s.all.Release(n)
		h.own.Release(n)
		s.leave(who, h)
	}), nil
}

// What becomes of a request for some.
const (
	served = iota
	waits
	refused
)

// come notes a request of a caller, and serves it where nobody has to wait.
func (s *shares) come(who string, n int64) (h *holder, at int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	h = s.by[who]
	if h == nil {
		h = &holder{own: semaphore.NewWeighted(s.each)}
	}
	if h.own.TryAcquire(n) {
		if s.all.TryAcquire(n) {
			s.by[who] = h
			h.requests++
			return h, served
		}
		h.own.Release(n)
	}
	if int(s.waiting.Load()) >= s.mostWaiting || h.waiting >= max(1, s.mostWaiting/2) {
		return h, refused
	}
	s.by[who] = h
	h.requests++
	h.waiting++
	s.waiting.Add(1)
	return h, waits
}

func (s *shares) waited(h *holder) {
	s.mu.Lock()
	defer s.mu.Unlock()
	h.waiting--
	s.waiting.Add(-1)
}

// leave forgets a caller of whom there is no request.
func (s *shares) leave(who string, h *holder) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if h.requests--; h.requests == 0 {
		delete(s.by, who)
	}
}
