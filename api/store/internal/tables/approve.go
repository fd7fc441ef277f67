package tables

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/openropa/ropa/api/store"
)

// Approve approves a register as it is at a revision.
func (s *Store) Approve(ctx context.Context, key store.Key, number int64, by string, on time.Time) error {
	if !possible(key) {
		return store.ErrNotFound
	}
	by = cleaned(by)
	return s.in(ctx, func(tx *sql.Tx) error {
		approved, err := s.approvable(ctx, tx, key, number)
		if err != nil {
			return err
		}
		open, err := s.unapproved(ctx, tx, key, approved, number)
		if err != nil {
			return err
		}
		for _, r := range open {
			if r.By == by {
				return store.ErrOwnWork
			}
		}
		for _, r := range open {
			r.ApprovedBy, r.ApprovedOn = by, on
			if _, err := tx.ExecContext(ctx, s.q(`UPDATE revisions SET approved_by = ?, approved_on = ?, approval = ? WHERE tenant = ? AND register = ? AND number = ?`),
				by, stampOf(on), approvalOf(&r), key.Tenant, key.Register, r.Number); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, s.q(`UPDATE registers SET approved = ? WHERE tenant = ? AND id = ?`), number, key.Tenant, key.Register); err != nil {
			return err
		}
		return s.committed(ctx, tx, key)
	})
}

// approvable returns the newest approved revision, where a later one can be
// approved.
func (s *Store) approvable(ctx context.Context, tx *sql.Tx, key store.Key, number int64) (approved int64, err error) {
	var newest int64
	err = tx.QueryRowContext(ctx, s.q(`SELECT revision, approved FROM registers WHERE tenant = ? AND id = ?`+s.dialect.ForUpdate), key.Tenant, key.Register).Scan(&newest, &approved)
	if errors.Is(err, sql.ErrNoRows) || err == nil && (number > newest || number <= approved) {
		return 0, store.ErrNotFound
	}
	return approved, err
}

// unapproved returns the number, hash and maker of revisions that an approval is
// about to cover.
func (s *Store) unapproved(ctx context.Context, tx *sql.Tx, key store.Key, after, last int64) ([]store.Revision, error) {
	rows, err := tx.QueryContext(ctx, s.q(`SELECT number, hash, made_by FROM revisions WHERE tenant = ? AND register = ? AND number > ? AND number <= ?`), key.Tenant, key.Register, after, last)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []store.Revision
	for rows.Next() {
		var r store.Revision
		if err := rows.Scan(&r.Number, &r.Hash, &r.By); err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, rows.Err()
}

// approvalOf is the hash of an approval; "" of none. It is part of the format of
// the history and must stay.
func approvalOf(r *store.Revision) string {
	if r.ApprovedBy == "" {
		return ""
	}
	return store.Sum([]byte("approval\n" + r.Hash + "\n" + stampOf(r.ApprovedOn) + "\n" + r.ApprovedBy))
}
