package tables

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/openropa/ropa/api/store"
)

// answersFor is how long the answer to a request with a key is known.
const answersFor = 24 * time.Hour

// Once notes the answer to a request, or returns the one that was noted.
func (s *Store) Once(ctx context.Context, tenant, key string, a store.Answered) (*store.Answered, error) {
	if !storable(tenant) {
		return nil, store.ErrNotFound
	}
	// The key is the caller's: of any length and of any characters.
	key = store.Sum([]byte(key))
	since := stampOf(a.On.Add(-answersFor))
	known, err := s.answered(ctx, s.read, tenant, key, since)
	if known != nil || err != nil || a.Status == 0 {
		return known, s.told(err)
	}
	err = s.in(ctx, func(tx *transaction) error {
		if gone, err := s.goneSince(ctx, tx, tenant, &a); err != nil {
			return err
		} else if gone {
			a.Status, a.Location, a.Tag, a.Body = 0, "", "", nil
		}
		if noted, err := s.noteAnswer(ctx, tx, tenant, key, since, &a); noted || err != nil {
			return err
		}
		known, err = s.answered(ctx, tx, tenant, key, since)
		return err
	})
	return known, err
}

// answering notes an answer in the transaction that makes the revision of which it
// speaks. The error is store.ErrAnswered where the key is known already.
func (s *Store) answering(ctx context.Context, tx *transaction, tenant string, keyed *store.KeyedAnswer, info store.Info) error {
	if keyed == nil {
		return nil
	}
	a := keyed.Of(info)
	noted, err := s.noteAnswer(ctx, tx, tenant, store.Sum([]byte(keyed.Key)), stampOf(a.On.Add(-answersFor)), &a)
	if err == nil && !noted {
		err = store.ErrAnswered
	}
	return err
}

// noteAnswer notes an answer, and forgets those from before some time. It reports
// whether its key was free.
func (s *Store) noteAnswer(ctx context.Context, tx *transaction, tenant, key, since string, a *store.Answered) (bool, error) {
	if _, err := tx.ExecContext(ctx, s.q(`DELETE FROM answers WHERE tenant = ? AND made_on < ?`), tenant, since); err != nil {
		return false, err
	}
	noted, err := tx.ExecContext(ctx, s.q(`INSERT INTO answers (tenant, key, register, revision, request, status, location, tag, body, made_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (tenant, key) DO NOTHING`),
		tenant, key, a.Register, a.Revision, a.Request, a.Status, a.Location, a.Tag, append([]byte{}, a.Body...), stampOf(a.On))
	if err != nil {
		return false, err
	}
	n, err := noted.RowsAffected()
	return n > 0, err
}

// goneSince reports whether the register that an answer speaks of was removed before
// the answer could be noted. It is not removed until the transaction ends.
func (s *Store) goneSince(ctx context.Context, tx *transaction, tenant string, a *store.Answered) (bool, error) {
	key := store.Key{Tenant: tenant, Register: a.Register}
	if a.Register == "" || !possible(key) {
		return false, nil
	}
	_, err := s.locked(ctx, tx, key, s.dialect.ForShare)
	if errors.Is(err, store.ErrNotFound) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	last, err := s.removed(ctx, tx, key)
	return a.Revision > 0 && a.Revision <= last.revision, err
}

// answered returns the answer that was noted since some time, nil for none.
func (s *Store) answered(ctx context.Context, from querier, tenant, key, since string) (*store.Answered, error) {
	known, on := new(store.Answered), ""
	err := from.QueryRowContext(ctx, s.q(`SELECT register, revision, request, status, location, tag, body, made_on FROM answers WHERE tenant = ? AND key = ? AND made_on >= ?`), tenant, key, since).
		Scan(&known.Register, &known.Revision, &known.Request, &known.Status, &known.Location, &known.Tag, &known.Body, &on)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	known.On = timeOf(on)
	return known, nil
}
