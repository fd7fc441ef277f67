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
	err = s.in(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, s.q(`DELETE FROM answers WHERE tenant = ? AND made_on < ?`), tenant, since); err != nil {
			return err
		}
		noted, err := tx.ExecContext(ctx, s.q(`INSERT INTO answers (tenant, key, request, status, location, tag, body, made_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (tenant, key) DO NOTHING`),
			tenant, key, a.Request, a.Status, a.Location, a.Tag, append([]byte{}, a.Body...), stampOf(a.On))
		if err != nil {
			return err
		}
		if n, err := noted.RowsAffected(); n > 0 || err != nil {
			return err
		}
		known, err = s.answered(ctx, tx, tenant, key, since)
		return err
	})
	return known, err
}

// answered returns the answer that was noted since some time, nil for none.
func (s *Store) answered(ctx context.Context, from querier, tenant, key, since string) (*store.Answered, error) {
	known, on := new(store.Answered), ""
	err := from.QueryRowContext(ctx, s.q(`SELECT request, status, location, tag, body, made_on FROM answers WHERE tenant = ? AND key = ? AND made_on >= ?`), tenant, key, since).
		Scan(&known.Request, &known.Status, &known.Location, &known.Tag, &known.Body, &on)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	known.On = timeOf(on)
	return known, nil
}
