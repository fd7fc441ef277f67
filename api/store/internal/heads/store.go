package heads

import (
	"context"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/internal/tables"
)

// Store is a store in tables that remembers heads. What it changes itself it
// forgets at once; who else changes the tables must be heard of.
type Store struct {
	*tables.Store
	Heads *Heads
}

// Head returns what is known of a version of a register: what was known less than
// a second ago, where nobody has told of a change since.
func (s *Store) Head(ctx context.Context, key store.Key, v store.Version) (store.Info, error) {
	if v.Revision != 0 || !v.At.IsZero() || store.IsFresh(ctx) {
		return s.Store.Head(ctx, key, v)
	}
	info, asked, ok := s.Heads.Get(key, v.Approved)
	if ok {
		return info, nil
	}
	info, bases, err := s.HeadAndBases(ctx, key, v)
	if err == nil {
		s.Heads.Put(key, v.Approved, info, bases, asked)
	}
	return info, err
}

// Commit makes a revision.
func (s *Store) Commit(ctx context.Context, key store.Key, c store.Commit) (store.Info, error) {
	// Also where it fails: somebody else was first then, or nothing is known.
	defer s.Heads.Changed(key)
	return s.Store.Commit(ctx, key, c)
}

// Remove removes a register with its history.
func (s *Store) Remove(ctx context.Context, key store.Key, r store.Removal) error {
	defer s.Heads.Changed(key)
	return s.Store.Remove(ctx, key, r)
}

// Approve approves a register, with all that it extends.
func (s *Store) Approve(ctx context.Context, key store.Key, a store.Approval) error {
	defer s.Heads.Changed(key)
	return s.Store.Approve(ctx, key, a)
}
