package api

import (
	"context"
	"sync"
	"time"

	"golang.org/x/sync/singleflight"
)

// The bounds of asking whether the store can be read: everybody may ask the server,
// as often as they like, and the server asks the store.
const (
	// readyFor is for how long it is taken to be as it was.
	readyFor = time.Second
	// readyWithin is how long the store may take to say so.
	readyWithin = 5 * time.Second
)

// readiness is whether the store can be read, found out for all at once.
type readiness struct {
	asking singleflight.Group
	mu     sync.Mutex
	found  bool
	at     time.Time
	err    error
}

// of returns what is known, or asks. Whoever asks first asks for all who come
// meanwhile, also when they leave themselves.
func (r *readiness) of(ctx context.Context, now func() time.Time, ask func(context.Context) error) error {
	if known, err := r.known(now()); known {
		return err
	}
	_, err, _ := r.asking.Do("", func() (any, error) {
		if known, err := r.known(now()); known { // who came first has just left
			return nil, err
		}
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), readyWithin)
		defer cancel()
		err := ask(ctx)
		r.mu.Lock()
		defer r.mu.Unlock()
		r.found, r.at, r.err = true, now(), err
		return nil, err
	})
	return err
}

// known returns what was found out, while that is taken to be so.
func (r *readiness) known(now time.Time) (known bool, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	age := now.Sub(r.at)
	return r.found && age >= 0 && age < readyFor, r.err
}
