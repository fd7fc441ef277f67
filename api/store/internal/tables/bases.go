package tables

import (
	"context"
	"errors"
	"slices"
	"strings"

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
	// err is the first error that is none of the register's.
	err error
}

// Base returns the newest version of a register of the tenant.
func (b *bases) Base(_, name string) (string, *register.Register, *register.Source, diag.Problems, error) {
	id := store.BaseID(name)
	r, err := b.read(store.Key{Tenant: b.tenant, Register: id})
	if err != nil && !errors.Is(err, store.ErrNotFound) && b.err == nil {
		b.err = err
	}
	return id, r, nil, nil, err
}

func (b *bases) read(key store.Key) (*register.Register, error) {
	if !possible(key) {
		return nil, store.ErrNotFound
	}
	head, all, err := b.store.entries(b.ctx, b.from, key)
	if err != nil {
		return nil, b.store.told(err)
	}
	return entries.Join(head, all)
}

// Dependents returns the registers of a tenant that extend another one.
func (s *Store) Dependents(ctx context.Context, key store.Key) ([]store.Key, error) {
	by, err := s.dependents(ctx, s.read, key)
	if err != nil {
		return nil, s.told(err)
	}
	var all []store.Key
	for id := range by {
		all = append(all, store.Key{Tenant: key.Tenant, Register: id})
	}
	slices.SortFunc(all, func(a, b store.Key) int { return strings.Compare(a.Register, b.Register) })
	return all, nil
}

// dependents are the registers that extend another one, with their revisions.
func (s *Store) dependents(ctx context.Context, from querier, key store.Key) (map[string]int64, error) {
	rows, err := from.QueryContext(ctx, s.q(`SELECT id, revision, extends FROM registers WHERE tenant = ? AND id <> ? AND extends <> '[]'`), key.Tenant, key.Register)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := make(map[string]int64)
	for rows.Next() {
		var id, extends string
		var revision int64
		if err := rows.Scan(&id, &revision, &extends); err != nil {
			return nil, err
		}
		if slices.ContainsFunc(namesIn(extends), func(name string) bool { return store.BaseID(name) == key.Register }) {
			all[id] = revision
		}
	}
	return all, rows.Err()
}
