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

// Answer returns the answer to a request with a key, as it was noted.
func (s *Store) Answer(ctx context.Context, tenant, key string, on time.Time) (*store.Answered, error) {
	if !storable(tenant) {
		return nil, nil
	}
	known, noted := new(store.Answered), ""
	err := s.read.QueryRowContext(ctx, s.q(`SELECT register, revision, request, status, location, tag, body, made_on FROM answers WHERE tenant = ? AND key = ? AND made_on >= ?`), tenant, hashed(key), since(on)).
		Scan(&known.Register, &known.Revision, &known.Request, &known.Status, &known.Location, &known.Tag, &known.Body, &noted)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, s.told(err)
	}
	known.On = timeOf(noted)
	return known, nil
}

// hashed is a key as it is kept: the caller's is of any length and of any characters.
func hashed(key string) string { return store.Sum([]byte(key)) }

// since is from when on answers are known at some time.
func since(on time.Time) string { return stampOf(on.Add(-answersFor)) }

// answering notes an answer in the transaction that makes the revision of which it
// speaks, nil for none, and forgets old ones. The error is store.ErrAnswered where the
// key is known already.
func (s *Store) answering(ctx context.Context, tx *transaction, tenant string, keyed *store.KeyedAnswer, info store.Info) error {
	if keyed == nil {
		return nil
	}
	a := keyed.Of(info)
	if _, err := tx.ExecContext(ctx, s.q(`DELETE FROM answers WHERE tenant = ? AND made_on < ?`), tenant, since(a.On)); err != nil {
		return err
	}
	noted, err := tx.ExecContext(ctx, s.q(`INSERT INTO answers (tenant, key, register, revision, request, status, location, tag, body, made_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (tenant, key) DO NOTHING`),
		tenant, hashed(keyed.Key), a.Register, a.Revision, a.Request, a.Status, a.Location, a.Tag, append([]byte{}, a.Body...), stampOf(a.On))
	if err != nil {
		return err
	}
	if n, err := noted.RowsAffected(); n > 0 || err != nil {
		return err
	}
	return store.ErrAnswered
}
