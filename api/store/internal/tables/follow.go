package tables

import (
	"context"
	"errors"
	"slices"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
)

// mostFollowed is how many changes of entries are followed; where there are more,
// reading all entries takes no longer.
const mostFollowed = 100

// Follow returns the newest version of a register, made from an older one by what
// changed since. Where that does not lead there it reads the whole register.
func (s *Store) Follow(ctx context.Context, older *store.Copy) (*store.Copy, error) {
	var later *store.Copy
	err := s.reading(ctx, func(from querier) (err error) {
		later, err = s.follow(ctx, from, older)
		return err
	})
	if err != nil {
		return nil, err
	}
	if later != nil {
		return later, nil
	}
	return s.Read(ctx, older.Key, store.Version{})
}

// follow is nil where the older version is none of this history, or what it rests
// on has changed, or too much has.
func (s *Store) follow(ctx context.Context, from querier, older *store.Copy) (*store.Copy, error) {
	now, err := s.row(ctx, from, older.Key, store.Version{})
	if err != nil || now.revision <= older.Revision || older.Revision == 0 {
		return nil, err
	}
	was, err := s.row(ctx, from, older.Key, store.Version{Revision: older.Revision})
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil // it was removed, and made anew
	}
	if err != nil {
		return nil, err
	}
	base := func(id string) (row, error) {
		return s.row(ctx, from, store.Key{Tenant: older.Tenant, Register: id}, store.Version{})
	}
	// With the registers that are extended now, the version has the tag that it had
	// then: they have not changed.
	before, err := infoOf(older.Key, was, base)
	if err != nil || before.Tag != older.Tag || was.extends != now.extends {
		return nil, err
	}
	info, err := infoOf(older.Key, now, base)
	if err != nil {
		return nil, err
	}
	if few, err := s.few(ctx, from, older); err != nil || !few {
		return nil, err
	}
	r, grown, err := s.followed(ctx, from, older, now.revision)
	if err != nil || !slices.Equal(r.Extends, namesIn(now.extends)) {
		return nil, err
	}
	view, problems, ok := older.View.Next(r)
	if !ok || problems.HasErrors() {
		return nil, nil
	}
	return &store.Copy{Info: info, View: view, Size: older.Size + grown}, nil
}

// few reports whether little changed since an older version, one entry at a time:
// a revision of the register as a whole does not tell the order of its lists.
func (s *Store) few(ctx context.Context, from querier, older *store.Copy) (bool, error) {
	var changes, wholes int
	err := from.QueryRowContext(ctx, s.q(`SELECT CAST(COALESCE(SUM(changes), 0) AS BIGINT), COUNT(CASE WHEN whole <> '' THEN 1 END) FROM revisions
		WHERE tenant = ? AND register = ? AND number > ?`), older.Tenant, older.Key.Register, older.Revision).Scan(&changes, &wholes)
	return changes <= mostFollowed && wholes == 0, err
}

// followed is a register after the changes up to a revision, and by how many bytes
// it has grown.
func (s *Store) followed(ctx context.Context, from querier, older *store.Copy, last int64) (r *register.Register, grown int, err error) {
	changes, err := s.changes(ctx, from, older.Key, older.Revision+1, last)
	if err != nil {
		return nil, 0, err
	}
	r = older.View.Register()
	for i := range changes {
		if r, err = applied(r, &changes[i].Change, changes[i].number); err != nil {
			return nil, 0, err
		}
		grown += len(changes[i].After) - len(changes[i].Before)
	}
	return r, grown, nil
}
