package tables

import (
	"context"
	"time"

	"github.com/openropa/ropa/api/store"
)

// Remove removes a register with its history, and notes down that it did.
func (s *Store) Remove(ctx context.Context, key store.Key, r store.Removal) (err error) {
	if r.Revision == 0 || !possible(key) {
		return store.ErrNotFound
	}
	defer func() { s.committed(key, err) }()
	return s.in(ctx, func(tx *transaction) error {
		newest, err := s.newest(ctx, tx, key, r.Revision)
		if err != nil {
			return err
		}
		if err := s.extended(ctx, tx, key); err != nil {
			return err
		}
		if err := s.noteRemoval(ctx, tx, key, newest, r); err != nil {
			return err
		}
		for _, table := range []string{"entries", "revisions", "changes", "copies", "approvals"} {
			if err := tx.change(ctx, `DELETE FROM `+table+` WHERE tenant = ? AND register = ?`, key.Tenant, key.Register); err != nil {
				return err
			}
		}
		// That a request was answered stays known, what was answered does not.
		if err := tx.change(ctx, `UPDATE answers SET status = 0, location = '', tag = '', body = ? WHERE tenant = ? AND register = ?`, []byte{}, key.Tenant, key.Register); err != nil {
			return err
		}
		return tx.change(ctx, `DELETE FROM registers WHERE tenant = ? AND id = ?`, key.Tenant, key.Register)
	})
}

// extended refuses to remove what others extend, or are approved with: what was
// approved stays as it was.
func (s *Store) extended(ctx context.Context, tx *transaction, key store.Key) error {
	others, err := s.dependents(ctx, tx, key)
	if err != nil {
		return err
	}
	if len(others) > 0 {
		return store.ErrExtended
	}
	rows, err := tx.QueryContext(ctx, s.q(`SELECT a.bases FROM approvals a WHERE a.tenant = ? AND a.register <> ? AND a.bases <> ''
		AND a.number = (SELECT MAX(number) FROM approvals b WHERE b.tenant = a.tenant AND b.register = a.register)`), key.Tenant, key.Register)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var bases string
		if err := rows.Scan(&bases); err != nil {
			return err
		}
		if basesIn(bases)[key.Register] > 0 {
			return store.ErrExtended
		}
	}
	return rows.Err()
}

// noteRemoval notes down who removes a register, when and why, and the hashes that
// it had.
func (s *Store) noteRemoval(ctx context.Context, tx *transaction, key store.Key, newest row, r store.Removal) error {
	last, err := s.lastApproval(ctx, tx, key)
	if err != nil {
		return err
	}
	r.Last, r.Approvals, r.Approval = newest.hash, last.Number, last.Hash
	r.By, r.Reason, r.On = cleaned(r.By), cleaned(r.Reason), r.On.UTC().Truncate(time.Microsecond)
	if before := timeOf(newest.changed); r.On.Before(before) {
		r.On = before
	}
	if r.Hash, err = store.SealRemoval(key, &r); err != nil {
		return err
	}
	return tx.change(ctx, `INSERT INTO removals (tenant, register, revision, last, approvals, approval, made_by, reason, made_on, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		key.Tenant, key.Register, r.Revision, r.Last, r.Approvals, r.Approval, r.By, r.Reason, stampOf(r.On), r.Hash)
}

// removed is what a register that is made goes on from: its removal, where there
// was one of its name before; else nothing.
func (s *Store) removed(ctx context.Context, from querier, key store.Key) (row, error) {
	all, err := s.removals(ctx, from, key, ` LIMIT 1`)
	if err != nil || len(all) == 0 {
		return row{}, err
	}
	return row{revision: all[0].Revision, hash: all[0].Hash, changed: stampOf(all[0].On)}, nil
}

// Removals returns the times that registers of a name were removed, the newest
// first.
func (s *Store) Removals(ctx context.Context, key store.Key) ([]store.Removal, error) {
	if !possible(key) {
		return nil, nil
	}
	all, err := s.removals(ctx, s.read, key, ``)
	return all, s.told(err)
}

func (s *Store) removals(ctx context.Context, from querier, key store.Key, limit string) ([]store.Removal, error) {
	rows, err := from.QueryContext(ctx, s.q(`SELECT revision, last, approvals, approval, made_by, reason, made_on, hash FROM removals
		WHERE tenant = ? AND register = ? ORDER BY revision DESC`+limit), key.Tenant, key.Register)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []store.Removal
	for rows.Next() {
		var r store.Removal
		var on string
		if err := rows.Scan(&r.Revision, &r.Last, &r.Approvals, &r.Approval, &r.By, &r.Reason, &on, &r.Hash); err != nil {
			return nil, err
		}
		r.On = timeOf(on)
		all = append(all, r)
	}
	return all, rows.Err()
}
