package tables

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"time"

	"github.com/openropa/ropa/api/store"
)

// Approve approves a register, with all that it extends, as they are at some
// revisions.
func (s *Store) Approve(ctx context.Context, key store.Key, a store.Approval) (err error) {
	if !possible(key) {
		return store.ErrNotFound
	}
	a.By, a.Reason, a.On = cleaned(a.By), cleaned(a.Reason), a.On.UTC().Truncate(time.Microsecond)
	defer func() { s.committed(key, err) }()
	return s.in(ctx, func(tx *transaction) error {
		p, err := s.proposal(ctx, tx, key, a.Revision)
		if err != nil {
			return err
		}
		if !maps.Equal(p.bases, a.Bases) {
			return store.ErrChanged
		}
		own, err := s.ownWork(ctx, tx, key, p, a.By)
		if err != nil {
			return err
		}
		if own {
			return store.ErrOwnWork
		}
		return s.approve(ctx, tx, key, p, a)
	})
}

// Approvable returns the revisions of what a register extends with which a revision
// of it would be approved now.
func (s *Store) Approvable(ctx context.Context, key store.Key, number int64) (bases map[string]int64, err error) {
	if !possible(key) {
		return nil, store.ErrNotFound
	}
	err = s.reading(ctx, func(from querier) error {
		now, err := s.row(ctx, from, key, store.Version{})
		if err == nil {
			bases, err = s.approvable(ctx, from, key, now, number, s.inheriting(ctx, from, key.Tenant, now.with))
		}
		return err
	})
	return bases, err
}

// approvable are the revisions of what a register extends with which a revision of
// it is approved: those of now where it is the newest. An older one was checked with
// what was there then, which newer ones may lack.
func (s *Store) approvable(ctx context.Context, from querier, key store.Key, now row, number int64, find lookup) (map[string]int64, error) {
	if number < 1 || number > now.revision {
		return nil, store.ErrNotFound
	}
	if number == now.revision {
		return pinned(key.Register, namesIn(now.extends), find)
	}
	was, err := s.row(ctx, from, key, store.Version{Revision: number})
	if err != nil {
		return nil, err
	}
	return pinned(key.Register, namesIn(was.extends), s.inheriting(ctx, from, key.Tenant, was.with))
}

// proposal is what an approval is about to cover.
type proposal struct {
	// after is what was approved before, open the revisions since; of one that is
	// approved already, and is so anew with what it extends, that one.
	after int64
	open  []store.Revision
	// bases are the revisions of what the register extends, covered those that were
	// approved with it before.
	bases, covered map[string]int64
	last           *store.Approval
}

// proposal finds out what an approval of a revision would cover. It keeps all of
// that as it is until the transaction ends.
func (s *Store) proposal(ctx context.Context, tx *transaction, key store.Key, number int64) (*proposal, error) {
	now, err := s.locked(ctx, tx, key, s.dialect.ForUpdate)
	if err != nil {
		return nil, err
	}
	p := &proposal{}
	if p.bases, err = s.approvable(ctx, tx, key, now, number, s.based(ctx, tx, key)); err != nil {
		return nil, err
	}
	if number != now.revision {
		// Of an older revision they were read as they were: none may be removed meanwhile.
		for _, id := range slices.Sorted(maps.Keys(p.bases)) {
			if _, err := s.based(ctx, tx, key)(id); errors.Is(err, store.ErrNotFound) {
				return nil, store.ErrChanged
			} else if err != nil {
				return nil, err
			}
		}
	}
	was, err := s.row(ctx, tx, key, store.Version{Approved: true})
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	p.after = was.revision
	if p.covered, err = pinned(key.Register, namesIn(was.extends), s.inheriting(ctx, tx, key.Tenant, was.with)); err != nil {
		return nil, err
	}
	if number < p.after || number == p.after && (number != now.revision || maps.Equal(p.bases, p.covered)) {
		return nil, store.ErrNotFound // it is approved already
	}
	if p.last, err = s.lastApproval(ctx, tx, key); err != nil {
		return nil, err
	}
	p.open, err = s.between(ctx, tx, key, min(p.after, number-1), number)
	if err == nil && len(p.open) == 0 {
		err = store.ErrNotFound
	}
	return p, err
}

// ownWork reports whether somebody made any of what is proposed: of the register, or
// of what it extends and nobody approved yet, there or with the register.
func (s *Store) ownWork(ctx context.Context, tx *transaction, key store.Key, p *proposal, by string) (bool, error) {
	open := p.open
	for _, id := range slices.Sorted(maps.Keys(p.bases)) {
		base := store.Key{Tenant: key.Tenant, Register: id}
		var approved int64
		err := tx.QueryRowContext(ctx, s.q(`SELECT approved FROM registers WHERE tenant = ? AND id = ?`), base.Tenant, base.Register).Scan(&approved)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return false, err
		}
		more, err := s.between(ctx, tx, base, max(approved, p.covered[id]), p.bases[id])
		if err != nil {
			return false, err
		}
		open = append(open, more...)
	}
	return slices.ContainsFunc(open, func(r store.Revision) bool { return store.SamePerson(r.By, by) }), nil
}

// between returns the numbers, hashes and makers of revisions after one, up to and
// with another one.
func (s *Store) between(ctx context.Context, tx *transaction, key store.Key, after, last int64) ([]store.Revision, error) {
	rows, err := tx.QueryContext(ctx, s.q(`SELECT number, hash, made_by FROM revisions WHERE tenant = ? AND register = ? AND number > ? AND number <= ? ORDER BY number`), key.Tenant, key.Register, after, last)
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

// approve writes an approval.
func (s *Store) approve(ctx context.Context, tx *transaction, key store.Key, p *proposal, a store.Approval) error {
	a.Number, a.After, a.Previous = p.last.Number+1, p.after, p.last.Hash
	var err error
	if a.Hash, err = store.SealApproval(key, &a, p.open[len(p.open)-1].Hash); err != nil {
		return err
	}
	if err := tx.change(ctx, `INSERT INTO approvals (tenant, register, number, revision, after, bases, made_by, reason, made_on, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		key.Tenant, key.Register, a.Number, a.Revision, a.After, basesOf(a.Bases), a.By, a.Reason, stampOf(a.On), a.Previous, a.Hash); err != nil {
		return err
	}
	for _, r := range p.open {
		if err := tx.change(ctx, `UPDATE revisions SET approved_by = ?, approved_on = ?, approval_reason = ?, approval = ? WHERE tenant = ? AND register = ? AND number = ?`,
			a.By, stampOf(a.On), a.Reason, a.Hash, key.Tenant, key.Register, r.Number); err != nil {
			return err
		}
	}
	return tx.change(ctx, `UPDATE registers SET approved = ? WHERE tenant = ? AND id = ?`, a.Revision, key.Tenant, key.Register)
}

// approvalOf is the hash that a revision holds of an approval of before they were
// counted, where it holds that of the approval now; "" of none. It is part of the
// format of the history and must stay.
func approvalOf(r *store.Revision) string {
	if r.ApprovedBy == "" {
		return ""
	}
	return store.Sum([]byte("approval\n" + r.Hash + "\n" + stampOf(r.ApprovedOn) + "\n" + r.ApprovedBy))
}
