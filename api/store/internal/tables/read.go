package tables

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
)

// row is what a version of a register is known by.
type row struct {
	revision         int64
	hash             string
	changed, extends string
	// with is what it is read with.
	with inherited
}

// lookup finds a version of a register of a tenant. The error is
// store.ErrNotFound.
type lookup func(id string) (row, error)

// List returns the registers of a tenant.
func (s *Store) List(ctx context.Context, tenant string) ([]store.Info, error) {
	if !storable(tenant) {
		return nil, nil
	}
	rows, err := s.read.QueryContext(ctx, s.q(`SELECT id, revision, hash, changed, extends FROM registers WHERE tenant = ? ORDER BY id`), tenant)
	if err != nil {
		return nil, s.told(err)
	}
	defer rows.Close()
	var ids []string
	by := make(map[string]row)
	for rows.Next() {
		var id string
		var r row
		if err := rows.Scan(&id, &r.revision, &r.hash, &r.changed, &r.extends); err != nil {
			return nil, s.told(err)
		}
		ids, by[id] = append(ids, id), r
	}
	if err := rows.Err(); err != nil {
		return nil, s.told(err)
	}
	all := make([]store.Info, 0, len(ids))
	for _, id := range ids {
		info, err := infoOf(store.Key{Tenant: tenant, Register: id}, by[id], func(id string) (row, error) {
			if r, ok := by[id]; ok {
				return r, nil
			}
			return row{}, store.ErrNotFound
		})
		if err != nil {
			return nil, err
		}
		all = append(all, info)
	}
	return all, nil
}

// Head returns what is known of a version of a register.
func (s *Store) Head(ctx context.Context, key store.Key, v store.Version) (store.Info, error) {
	info, _, err := s.HeadAndBases(ctx, key, v)
	return info, err
}

// HeadAndBases returns what is known of a version of a register, and the
// registers whose changes can change its tag: all that it extends, itself left out.
func (s *Store) HeadAndBases(ctx context.Context, key store.Key, v store.Version) (store.Info, []string, error) {
	r, err := s.row(ctx, s.read, key, v)
	if err != nil {
		return store.Info{}, nil, s.told(err)
	}
	var bases []string
	find := s.inheriting(ctx, s.read, key.Tenant, r.with)
	info, err := infoOf(key, r, func(id string) (row, error) {
		bases = append(bases, id)
		return find(id)
	})
	return info, bases, s.told(err)
}

// infoOf is what is known of a register, with the tag that tells it and what it
// extends from every other version.
func infoOf(key store.Key, r row, find lookup) (store.Info, error) {
	tag := r.hash
	if names := namesIn(r.extends); len(names) > 0 {
		parts := []string{r.hash}
		if err := walk(key.Register, names, find, func(id string, base row) { parts = append(parts, id, base.hash) }); err != nil {
			return store.Info{}, err
		}
		sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
		tag = hex.EncodeToString(sum[:])
	}
	return store.Info{Key: key, Revision: r.revision, Tag: tag[:min(24, len(tag))], Changed: timeOf(r.changed)}, nil
}

func (s *Store) row(ctx context.Context, from querier, key store.Key, v store.Version) (row, error) {
	if !possible(key) {
		return row{}, store.ErrNotFound
	}
	const old = `SELECT number, hash, made_on, extends, bases, approved_on FROM revisions WHERE tenant = ? AND register = ? AND number `
	query, args := `SELECT revision, hash, changed, extends, '', '' FROM registers WHERE tenant = ? AND id = ?`, []any{key.Tenant, key.Register}
	switch {
	case v.Revision > 0:
		query, args = old+`= ?`, append(args, v.Revision)
	case v.Approved:
		query, args = old+`= (SELECT approved FROM registers WHERE tenant = ? AND id = ?)`, append(args, args...)
	case !v.At.IsZero():
		query, args = old+`= (SELECT MAX(number) FROM revisions WHERE tenant = ? AND register = ? AND made_on <= ?)`, append(append(args, args...), stampOf(v.At))
	}
	var r row
	var bases, approvedOn string
	err := from.QueryRowContext(ctx, s.q(query), args...).Scan(&r.revision, &r.hash, &r.changed, &r.extends, &bases, &approvedOn)
	if errors.Is(err, sql.ErrNoRows) {
		return r, store.ErrNotFound
	}
	switch {
	case err != nil:
	case v.Revision > 0:
		r.with = noted(bases, timeOf(r.changed))
	case v.Approved:
		r.with, err = s.approvedWith(ctx, from, key, timeOf(approvedOn))
	case !v.At.IsZero():
		r.with = inherited{bases: basesIn(bases), at: v.At}
	default:
		r.with.newest = true
	}
	return r, err
}

// approvedWith is what a register was approved with, last on a day.
func (s *Store) approvedWith(ctx context.Context, from querier, key store.Key, on time.Time) (inherited, error) {
	last, err := s.lastApproval(ctx, from, key)
	if err != nil {
		return inherited{}, err
	}
	return noted(basesOf(last.Bases), on), nil
}

// Read returns a version of a register with all that it inherits, all of it as it
// is at one moment. What the newest version extends is read as it is now, what an
// older one extends as it was then.
func (s *Store) Read(ctx context.Context, key store.Key, v store.Version) (*store.Copy, error) {
	var read *store.Copy
	err := s.reading(ctx, func(from querier) error {
		is, err := s.row(ctx, from, key, v)
		if err != nil {
			return err
		}
		find := s.inheriting(ctx, from, key.Tenant, is.with)
		info, err := infoOf(key, is, find)
		if err != nil {
			return err
		}
		r, err := s.at(ctx, from, key, info.Revision, v.Newest())
		if err != nil {
			return err
		}
		// Whoever writes checks; a base that changed since can leave problems, which
		// every later write tells. The view can be asked all the same.
		others := &bases{store: s, ctx: ctx, from: from, tenant: key.Tenant}
		if !v.Newest() {
			others.find = find
		}
		view, _ := register.Resolve(r, nil, others)
		if others.err != nil {
			return others.err
		}
		read = &store.Copy{Info: info, View: view}
		for _, id := range append(others.seen, key.Register) {
			size, err := s.size(ctx, from, store.Key{Tenant: key.Tenant, Register: id})
			if err != nil {
				return err
			}
			read.Size += size
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return read, nil
}

// size is how many bytes the entries of a register have now.
func (s *Store) size(ctx context.Context, from querier, key store.Key) (n int, err error) {
	err = from.QueryRowContext(ctx, s.q(`SELECT COALESCE(SUM(LENGTH(body)), 0) FROM entries WHERE tenant = ? AND register = ?`), key.Tenant, key.Register).Scan(&n)
	return n, err
}

// at puts together a register as it was at a revision.
func (s *Store) at(ctx context.Context, from querier, key store.Key, number int64, newest bool) (*register.Register, error) {
	if newest {
		head, all, err := s.entries(ctx, from, key)
		if err != nil {
			return nil, err
		}
		return entries.Join(head, all)
	}
	return s.rebuilt(ctx, from, key, number)
}

// entries returns what a register says now.
func (s *Store) entries(ctx context.Context, from querier, key store.Key) (head []byte, all []entries.Entry, err error) {
	rows, err := from.QueryContext(ctx, s.q(`SELECT kind, key, position, body FROM entries WHERE tenant = ? AND register = ? ORDER BY kind, position`), key.Tenant, key.Register)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var e entries.Entry
		if err := rows.Scan(&e.Kind, &e.Key, &e.Position, &e.Raw); err != nil {
			return nil, nil, err
		}
		if e.Kind == store.AtHead && e.Key == "" {
			head = slices.Clone(e.Raw)
			continue
		}
		all = append(all, e)
	}
	if err := rows.Err(); err != nil {
		return nil, nil, err
	}
	if head == nil {
		return nil, nil, store.ErrNotFound
	}
	return head, all, nil
}

// Keys returns the registers of all tenants, also those that were removed, and those
// of which there is a history alone, ordered by tenant and identifier: for those who
// look after the store.
func (s *Store) Keys(ctx context.Context) ([]store.Key, error) {
	rows, err := s.read.QueryContext(ctx, `SELECT tenant, id FROM registers UNION SELECT tenant, register FROM removals UNION SELECT tenant, register FROM revisions ORDER BY tenant, id`)
	if err != nil {
		return nil, s.told(err)
	}
	defer rows.Close()
	var all []store.Key
	for rows.Next() {
		var key store.Key
		if err := rows.Scan(&key.Tenant, &key.Register); err != nil {
			return nil, s.told(err)
		}
		all = append(all, key)
	}
	return all, s.told(rows.Err())
}
