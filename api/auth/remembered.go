package auth

import (
	"context"
	"crypto/sha256"
	"errors"
	"time"

	"github.com/openropa/ropa/api/internal/recent"
)

// Remembered returns an authenticator that asks another one and knows for a while
// what it said, so that not every request costs a question to the store: at most so
// many callers, each for so long. A token that is revoked opens nothing after that
// time; one that expires, at once. Refusals are not remembered, nor is the token.
func Remembered(a Authenticator, age time.Duration, most int, now func() time.Time) Authenticator {
	return &remembered{a, age, now, recent.New[[sha256.Size]byte, seen](most)}
}

type remembered struct {
	ask   Authenticator
	age   time.Duration
	now   func() time.Time
	known *recent.Map[[sha256.Size]byte, seen]
}

// seen is a caller and until when that is taken to be so. It stays known afterwards
// that the token was valid once.
type seen struct {
	caller *Caller
	until  time.Time
}

// Authenticate returns the caller that is known, or asks.
func (r *remembered) Authenticate(ctx context.Context, token string) (*Caller, error) {
	return r.unless(ctx, token, nil)
}

// Sparing authenticates, and calls stop before a token is looked up of which nothing
// is known: where that returns an error, it is returned, and nothing was looked up.
// An authenticator that remembers knows the tokens that were valid when they were
// last looked up; others know none.
func Sparing(ctx context.Context, a Authenticator, token string, stop func() error) (*Caller, error) {
	if r, ok := a.(*remembered); ok {
		return r.unless(ctx, token, stop)
	}
	if err := stop(); err != nil {
		return nil, err
	}
	return a.Authenticate(ctx, token)
}

func (r *remembered) unless(ctx context.Context, token string, stop func() error) (*Caller, error) {
	key, now := sha256.Sum256([]byte(token)), r.now()
	s, found := r.known.Get(key)
	if found && now.Before(s.until) {
		return s.caller, nil
	}
	if !found && stop != nil {
		if err := stop(); err != nil {
			return nil, err
		}
	}
	caller, err := r.ask.Authenticate(ctx, token)
	if err != nil {
		if errors.Is(err, ErrRefused) {
			r.known.Drop(key)
		}
		return nil, err
	}
	until := now.Add(r.age)
	if !caller.Until.IsZero() && caller.Until.Before(until) {
		until = caller.Until
	}
	r.known.Put(key, seen{caller, until})
	return caller, nil
}
