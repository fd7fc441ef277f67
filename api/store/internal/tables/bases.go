package tables

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// Bases finds the registers of a tenant that another one extends.
func (s *Store) Bases(ctx context.Context, tenant string) register.Bases {
	return &bases{store: s, ctx: ctx, from: s.read, tenant: tenant}
}

// bases are the registers of one tenant: nothing else can be extended.
type bases struct {
	store  *Store
	ctx    context.Context
	from   querier
	tenant string
	// find finds the version of one that is read; nil for the newest.
	find lookup
	// seen are those that were found.
	seen []string
	// err is the first error that is none of the register's.
	err error
}

// Base returns a register of the tenant.
func (b *bases) Base(_, name string) (string, *register.Register, *register.Source, diag.Problems, error) {
	id := store.BaseID(name)
	r, err := b.read(store.Key{Tenant: b.tenant, Register: id})
	if err != nil && !errors.Is(err, store.ErrNotFound) && b.err == nil {
		b.err = err
	}
	if err == nil {
		b.seen = append(b.seen, id)
	}
	return id, r, nil, nil, err
}

func (b *bases) read(key store.Key) (*register.Register, error) {
	if !possible(key) {
		return nil, store.ErrNotFound
	}
	if b.find != nil {
		r, err := b.find(key.Register)
		if err != nil {
			return nil, b.store.told(err)
		}
		return b.store.rebuilt(b.ctx, b.from, key, r.revision)
	}
	head, all, err := b.store.entries(b.ctx, b.from, key)
	if err != nil {
		return nil, b.store.told(err)
	}
	return entries.Join(head, all)
}

// Dependents returns the registers of a tenant that extend another one, by
// themselves or through others.
func (s *Store) Dependents(ctx context.Context, key store.Key) ([]store.Key, error) {
	by, err := s.dependents(ctx, s.read, key)
	if err != nil {
		return nil, s.told(err)
	}
	var all []store.Key
	for _, id := range slices.Sorted(maps.Keys(by)) {
		all = append(all, store.Key{Tenant: key.Tenant, Register: id})
	}
	return all, nil
}

// dependents are the registers that extend another one, by themselves or through
// others, with their revisions.
func (s *Store) dependents(ctx context.Context, from querier, key store.Key) (map[string]int64, error) {
	extending, revisions, err := s.extending(ctx, from, key.Tenant)
	if err != nil {
		return nil, err
	}
	all := make(map[string]int64)
	for next := []string{key.Register}; len(next) > 0; next = next[1:] {
		for _, id := range extending[next[0]] {
			if _, known := all[id]; !known && id != key.Register {
				all[id], next = revisions[id], append(next, id)
			}
		}
	}
	return all, nil
}

// extending are, by what they extend, the registers of a tenant that extend any,
// with their revisions. A name without a slash is one of the built-in terms, which
// most extend and nobody changes.
func (s *Store) extending(ctx context.Context, from querier, tenant string) (by map[string][]string, revisions map[string]int64, err error) {
	rows, err := from.QueryContext(ctx, s.q(`SELECT id, revision, extends FROM registers WHERE tenant = ? AND extends LIKE '%/%'`), tenant)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	by, revisions = make(map[string][]string), make(map[string]int64)
	for rows.Next() {
		var id, extends string
		var revision int64
		if err := rows.Scan(&id, &revision, &extends); err != nil {
			return nil, nil, err
		}
		revisions[id] = revision
		for _, base := range store.BaseIDs(namesIn(extends)) {
			by[base] = append(by[base], id)
		}
	}
	return by, revisions, rows.Err()
}
