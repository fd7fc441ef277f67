package tables

import (
	"context"
	"database/sql"
	"errors"

	"github.com/openropa/ropa/api/store"
)

// Approvals returns the approvals of a register, the newest first.
func (s *Store) Approvals(ctx context.Context, key store.Key) (all []store.Approval, err error) {
	if !possible(key) {
		return nil, nil
	}
	err = s.reading(ctx, func(from querier) error {
		if all, err = s.approvals(ctx, from, key, ``); err != nil {
			return err
		}
		before, err := s.uncounted(ctx, from, key, all)
		if before != nil {
			all = append(all, *before)
		}
		return err
	})
	return all, err
}

// lastApproval is the newest approval of a register that is counted; one that says
// nothing where there is none.
func (s *Store) lastApproval(ctx context.Context, from querier, key store.Key) (*store.Approval, error) {
	all, err := s.approvals(ctx, from, key, ` LIMIT 1`)
	if err != nil || len(all) == 0 {
		return &store.Approval{}, err
	}
	return &all[0], nil
}

func (s *Store) approvals(ctx context.Context, from querier, key store.Key, limit string) ([]store.Approval, error) {
	rows, err := from.QueryContext(ctx, s.q(`SELECT number, revision, after, bases, made_by, reason, made_on, previous, hash FROM approvals
		WHERE tenant = ? AND register = ? ORDER BY number DESC`+limit), key.Tenant, key.Register)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []store.Approval
	for rows.Next() {
		var a store.Approval
		var bases, on string
		if err := rows.Scan(&a.Number, &a.Revision, &a.After, &bases, &a.By, &a.Reason, &on, &a.Previous, &a.Hash); err != nil {
			return nil, err
		}
		a.Bases, a.On = basesIn(bases), timeOf(on)
		all = append(all, a)
	}
	return all, rows.Err()
}

// uncounted is what was approved last before approvals were counted; nil for
// nothing.
func (s *Store) uncounted(ctx context.Context, from querier, key store.Key, counted []store.Approval) (*store.Approval, error) {
	var last int64
	if n := len(counted); n > 0 {
		last = counted[n-1].After
	} else {
		err := from.QueryRowContext(ctx, s.q(`SELECT approved FROM registers WHERE tenant = ? AND id = ?`), key.Tenant, key.Register).Scan(&last)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return nil, err
		}
	}
	a := &store.Approval{Revision: last}
	var on string
	err := from.QueryRowContext(ctx, s.q(`SELECT approved_by, approved_on, approval FROM revisions WHERE tenant = ? AND register = ? AND number = ?`), key.Tenant, key.Register, last).
		Scan(&a.By, &on, &a.Hash)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	a.On = timeOf(on)
	return a, err
}
