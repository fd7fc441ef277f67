package tables

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
)

// rebuilt puts together a register as it was: from the nearest copy before, and
// the changes since.
func (s *Store) rebuilt(ctx context.Context, from querier, key store.Key, number int64) (*register.Register, error) {
	var at int64
	var body []byte
	err := from.QueryRowContext(ctx, s.q(`SELECT number, body FROM copies WHERE tenant = ? AND register = ? AND number <= ? ORDER BY number DESC LIMIT 1`),
		key.Tenant, key.Register, number).Scan(&at, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, store.ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	r := new(register.Register)
	if err := json.Unmarshal(body, r); err != nil {
		return nil, fmt.Errorf("copy %d: %w", at, err)
	}
	changes, err := s.changes(ctx, from, key, at+1, number)
	if err != nil {
		return nil, err
	}
	for i := range changes {
		if r, err = applied(r, &changes[i].Change, changes[i].number); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// numbered is a change with the number of its revision.
type numbered struct {
	store.Change
	number int64
}

// changes returns those of some revisions, in their order.
func (s *Store) changes(ctx context.Context, from querier, key store.Key, first, last int64) ([]numbered, error) {
	rows, err := from.QueryContext(ctx, s.q(`SELECT number, address, position, body_before, body_after FROM changes
		WHERE tenant = ? AND register = ? AND number BETWEEN ? AND ? ORDER BY number, seq`), key.Tenant, key.Register, first, last)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []numbered
	for rows.Next() {
		var c numbered
		if err := rows.Scan(&c.number, &c.At, &c.Position, &c.Before, &c.After); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, rows.Err()
}

// applied returns a register with one change of a revision made. The error is a
// store.TamperedError: only what was possible is written.
func applied(r *register.Register, c *store.Change, revision int64) (*register.Register, error) {
	changed, err := appliedTo(r, c)
	if err != nil {
		return nil, &store.TamperedError{Code: store.RevisionImpossible, Revision: revision, At: c.At, Err: err}
	}
	return changed, nil
}

func appliedTo(r *register.Register, c *store.Change) (*register.Register, error) {
	if c.At == store.AtHead {
		return withHead(r, c.After)
	}
	kind, key, ok := entries.Parse(c.At)
	if !ok {
		return nil, errors.New("there is no such entry")
	}
	all := slices.Clone(entries.Of(r, kind))
	at := entries.Index(all, key)
	switch {
	case c.After == nil && at >= 0:
		all = slices.Delete(all, at, at+1)
		if len(all) == 0 {
			all = nil
		}
	case c.After == nil:
		return nil, errors.New("it was removed but was not there")
	default:
		e, problems := entries.Read(kind, c.After)
		if e == nil {
			return nil, problems.Err()
		}
		if at >= 0 {
			all[at] = e
		} else {
			all = slices.Insert(all, min(max(c.Position, 0), len(all)), e)
		}
	}
	return entries.With(r, kind, all), nil
}

// withHead returns a register with other fields of its own.
func withHead(r *register.Register, head []byte) (*register.Register, error) {
	changed := new(register.Register)
	if err := json.Unmarshal(head, changed); err != nil {
		return nil, err
	}
	for _, kind := range register.Kinds() {
		if all := entries.Of(r, kind); len(all) > 0 {
			changed = entries.With(changed, kind, all)
		}
	}
	return changed, nil
}

const revisionColumns = `number, address, action, made_by, reason, made_on, bases, changes, whole, previous, hash, approved_by, approved_on, approval_reason`

func scanRevision(scan func(...any) error) (store.Revision, error) {
	var r store.Revision
	var on, bases, approvedOn string
	err := scan(&r.Number, &r.At, &r.Action, &r.By, &r.Reason, &on, &bases, &r.Count, &r.Whole, &r.Previous, &r.Hash, &r.ApprovedBy, &approvedOn, &r.ApprovalReason)
	r.On, r.Bases, r.ApprovedOn = timeOf(on), basesIn(bases), timeOf(approvedOn)
	return r, err
}

// Revisions returns revisions, the newest first, and how many there are.
func (s *Store) Revisions(ctx context.Context, key store.Key, q store.RevisionQuery) ([]store.Revision, int, error) {
	if !possible(key) || !storable(q.At) {
		return nil, 0, nil
	}
	where, args := ` FROM revisions WHERE tenant = ? AND register = ?`, []any{key.Tenant, key.Register}
	if q.At != "" {
		where += ` AND number IN (SELECT number FROM changes WHERE tenant = ? AND register = ? AND address = ?)`
		args = append(args, key.Tenant, key.Register, q.At)
	}
	if q.Upto > 0 {
		where += ` AND number <= ?`
		args = append(args, q.Upto)
	}
	approved := `(SELECT approved FROM registers WHERE tenant = ? AND id = ?)`
	if q.Approved != q.Proposed {
		compare := ` AND number > `
		if q.Approved {
			compare = ` AND number <= `
		}
		where += compare + approved
		args = append(args, key.Tenant, key.Register)
	}
	var total int
	if err := s.read.QueryRowContext(ctx, s.q(`SELECT COUNT(*)`+where), args...).Scan(&total); err != nil {
		return nil, 0, s.told(err)
	}
	rows, err := s.read.QueryContext(ctx, s.q(`SELECT `+revisionColumns+where+` ORDER BY number DESC LIMIT ? OFFSET ?`), append(args, q.Most, q.From)...)
	if err != nil {
		return nil, 0, s.told(err)
	}
	defer rows.Close()
	var all []store.Revision
	for rows.Next() {
		r, err := scanRevision(rows.Scan)
		if err != nil {
			return nil, 0, err
		}
		all = append(all, r)
	}
	return all, total, s.told(rows.Err())
}

// Revision returns one revision with its changes.
func (s *Store) Revision(ctx context.Context, key store.Key, number int64) (*store.Revision, error) {
	if !possible(key) {
		return nil, store.ErrNotFound
	}
	var r *store.Revision
	err := s.reading(ctx, func(from querier) (err error) {
		r, err = s.revision(ctx, from, key, number)
		return err
	})
	return r, err
}

func (s *Store) revision(ctx context.Context, from querier, key store.Key, number int64) (*store.Revision, error) {
	r, err := scanRevision(from.QueryRowContext(ctx, s.q(`SELECT `+revisionColumns+` FROM revisions WHERE tenant = ? AND register = ? AND number = ?`),
		key.Tenant, key.Register, number).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, store.ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	changes, err := s.changes(ctx, from, key, number, number)
	if err != nil {
		return nil, err
	}
	for i := range changes {
		r.Changes = append(r.Changes, changes[i].Change)
	}
	return &r, nil
}
