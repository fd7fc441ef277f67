package tables

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"github.com/openropa/ropa/api/store"
)

// inherited says which versions of other registers a version of one is read with.
// What it is not told of any of them was not there.
type inherited struct {
	// newest: all as they are now.
	newest bool
	// bases are their revisions, by identifier, as they were noted down; nil where
	// they were not.
	bases map[string]int64
	// at is the time at which they are read, where that is asked for or nothing was
	// noted down; never before what was noted down.
	at time.Time
}

// noted is what a revision was made with, or an approval given with: never anything
// that came later.
func noted(bases string, on time.Time) inherited {
	if known := basesIn(bases); known != nil {
		return inherited{bases: known}
	}
	return inherited{at: on}
}

// inheriting finds registers as a version of another one is read with them.
func (s *Store) inheriting(ctx context.Context, from querier, tenant string, with inherited) lookup {
	return func(id string) (row, error) {
		key := store.Key{Tenant: tenant, Register: id}
		if with.newest {
			return s.row(ctx, from, key, store.Version{})
		}
		least := with.bases[id]
		if !with.at.IsZero() {
			r, err := s.row(ctx, from, key, store.Version{At: with.at})
			if err != nil && !errors.Is(err, store.ErrNotFound) || err == nil && r.revision >= least {
				return r, err
			}
		}
		if least == 0 {
			return row{}, store.ErrNotFound
		}
		return s.row(ctx, from, key, store.Version{Revision: least})
	}
}

// walk visits all that a register extends, by itself or through others, each once
// and itself left out. Which versions those are, find says.
func walk(id string, names []string, find lookup, visit func(id string, r row)) error {
	return walkOn(names, map[string]bool{id: true}, find, visit)
}

func walkOn(names []string, seen map[string]bool, find lookup, visit func(id string, r row)) error {
	for _, id := range store.BaseIDs(names) {
		if seen[id] {
			continue
		}
		seen[id] = true
		r, err := find(id)
		if errors.Is(err, store.ErrNotFound) {
			continue // a problem that resolving tells
		}
		if err != nil {
			return err
		}
		visit(id, r)
		if err := walkOn(namesIn(r.extends), seen, find, visit); err != nil {
			return err
		}
	}
	return nil
}

// pinned are the revisions of all that a register extends; nil where it extends
// nothing.
func pinned(id string, names []string, find lookup) (map[string]int64, error) {
	if len(names) == 0 {
		return nil, nil
	}
	all := make(map[string]int64)
	err := walk(id, names, find, func(id string, r row) { all[id] = r.revision })
	return all, err
}

// basesOf is how revisions of registers are kept; "" for none that are known.
func basesOf(revisions map[string]int64) string {
	if revisions == nil {
		return ""
	}
	raw, err := json.Marshal(revisions)
	if err != nil {
		return "{}"
	}
	return string(raw)
}

func basesIn(kept string) map[string]int64 {
	var revisions map[string]int64
	if json.Unmarshal([]byte(kept), &revisions) != nil {
		return nil
	}
	return revisions
}
