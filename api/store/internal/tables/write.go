package tables

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
)

// copyEvery is after how many revisions the register is copied as a whole.
const copyEvery = 100

// Commit makes a revision, all of it or nothing.
func (s *Store) Commit(ctx context.Context, key store.Key, c store.Commit) (store.Info, error) {
	if err := whole(&c); err != nil {
		return store.Info{}, err
	}
	if !possible(key) {
		return store.Info{}, store.ErrNotFound
	}
	var info store.Info
	err := s.in(ctx, func(tx *transaction) error {
		previous, err := s.newest(ctx, tx, key, c.Base)
		if err != nil {
			return err
		}
		if err := s.rests(ctx, tx, key, previous, &c); err != nil {
			return err
		}
		bases, err := pinned(key.Register, c.Extends, s.based(ctx, tx, key))
		if err != nil {
			return err
		}
		r, err := revisionOf(key, &c, previous, bases)
		if err != nil {
			return err
		}
		if err := s.revise(ctx, tx, key, &c, r); err != nil {
			return err
		}
		if info, err = s.became(ctx, tx, key, &c, r); err != nil {
			return err
		}
		return s.answering(ctx, tx, key.Tenant, c.Answer, info)
	})
	if s.fault(err) == Twice {
		// Two made the same at once: the row of which one waits for the other is not
		// there yet.
		if err = store.ErrChanged; c.Base == 0 {
			err = store.ErrExists
		}
	}
	s.committed(key, err)
	if err != nil {
		return store.Info{}, err
	}
	return info, nil
}

// revisionOf is the revision that a commit makes, after a previous one, of a
// register that rests on others.
func revisionOf(key store.Key, c *store.Commit, previous row, bases map[string]int64) (*store.Revision, error) {
	r := &store.Revision{
		Number: previous.revision + 1, At: c.At(), Action: c.Action, Bases: bases, By: cleaned(c.By), Reason: cleaned(c.Reason),
		On: c.On.UTC().Truncate(time.Microsecond), Previous: previous.hash, Count: len(c.Changes), Changes: c.Changes, Whole: store.Sum(c.Whole),
	}
	// The clocks of several servers differ; the times of a history do not run back.
	if before := timeOf(previous.changed); r.On.Before(before) {
		r.On = before
	}
	var err error
	r.Hash, err = store.Seal(key, r)
	return r, err
}

// became is what is known of a register after a revision that is not yet sent.
func (s *Store) became(ctx context.Context, tx *transaction, key store.Key, c *store.Commit, r *store.Revision) (store.Info, error) {
	return infoOf(key, row{revision: r.Number, hash: r.Hash, changed: stampOf(r.On), extends: listOf(c.Extends)}, s.based(ctx, tx, key))
}

// based finds the registers on which one rests: each once, and it stays as it is
// until the transaction ends.
func (s *Store) based(ctx context.Context, tx *transaction, key store.Key) lookup {
	return func(id string) (row, error) {
		r, known := tx.bases[id]
		if base := (store.Key{Tenant: key.Tenant, Register: id}); !known && possible(base) {
			var err error
			r, err = s.locked(ctx, tx, base, s.dialect.ForShare)
			if err != nil && !errors.Is(err, store.ErrNotFound) {
				return row{}, err
			}
			tx.bases[id] = r
		}
		if r.revision == 0 {
			return row{}, store.ErrNotFound
		}
		return r, nil
	}
}

// revise writes a revision and what it makes of the register.
func (s *Store) revise(ctx context.Context, tx *transaction, key store.Key, c *store.Commit, r *store.Revision) error {
	extends := listOf(c.Extends)
	if err := s.note(ctx, tx, key, r, extends); err != nil {
		return err
	}
	if err := s.apply(ctx, tx, key, c, r.Number); err != nil {
		return err
	}
	return s.point(ctx, tx, key, r, extends)
}

// whole refuses a revision that lacks what it needs: a fault of the caller.
func whole(c *store.Commit) error {
	if c.Whole == nil && (c.Base == 0 || len(c.Changes) != 1) {
		return errors.New("store: a revision of several entries must hold the register as a whole")
	}
	return nil
}

// newest returns the newest revision, which must be the one on which a write
// rests; of a register that is made, its removal where there was one before. It
// keeps others from writing until the transaction ends.
func (s *Store) newest(ctx context.Context, tx *transaction, key store.Key, base int64) (row, error) {
	r, err := s.locked(ctx, tx, key, s.dialect.ForUpdate)
	switch {
	case errors.Is(err, store.ErrNotFound) && base == 0:
		return s.begun(ctx, tx, key)
	case err != nil:
		return row{}, err
	case base == 0:
		return row{}, store.ErrExists
	case r.revision != base:
		return row{}, store.ErrChanged
	}
	return r, nil
}

// begun begins a register that is made. There is no row yet to lock: the one that it
// writes keeps others from making the register, and removing it, after its removals
// were looked at.
func (s *Store) begun(ctx context.Context, tx *transaction, key store.Key) (row, error) {
	if _, err := tx.ExecContext(ctx, s.q(`INSERT INTO registers (tenant, id, revision, hash, changed, extends, approved) VALUES (?, ?, 0, '', '', '[]', 0)`), key.Tenant, key.Register); err != nil {
		return row{}, err
	}
	return s.removed(ctx, tx, key)
}

// locked returns the newest version of a register, which stays as it is until the
// transaction ends.
func (s *Store) locked(ctx context.Context, tx *transaction, key store.Key, lock string) (row, error) {
	var r row
	err := tx.QueryRowContext(ctx, s.q(`SELECT revision, hash, changed, extends FROM registers WHERE tenant = ? AND id = ?`+lock), key.Tenant, key.Register).
		Scan(&r.revision, &r.hash, &r.changed, &r.extends)
	if errors.Is(err, sql.ErrNoRows) {
		return r, store.ErrNotFound
	}
	return r, err
}

// rests compares the other registers with what they were when the commit was
// checked. Two who lock one another's registers are told apart by the database,
// which gives up one of them.
func (s *Store) rests(ctx context.Context, tx *transaction, key store.Key, previous row, c *store.Commit) error {
	base := s.based(ctx, tx, key)
	if c.Tag != "" {
		info, err := infoOf(key, previous, base)
		if err != nil {
			return err
		}
		if info.Tag != c.Tag {
			return store.ErrChanged
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.Bases)) {
		r, err := base(id)
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return err
		}
		if r.revision != c.Bases[id] {
			return store.ErrChanged
		}
	}
	if c.Dependents == nil {
		return nil
	}
	now, err := s.dependents(ctx, tx, key)
	if err != nil {
		return err
	}
	if !maps.Equal(now, c.Dependents) {
		return store.ErrChanged
	}
	return nil
}

// note writes a revision with its changes.
func (s *Store) note(ctx context.Context, tx *transaction, key store.Key, r *store.Revision, extends string) error {
	if err := tx.change(ctx, `INSERT INTO revisions (tenant, register, number, address, action, made_by, reason, made_on, extends, bases, changes, whole, previous, hash, approved_by, approved_on, approval)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '')`,
		key.Tenant, key.Register, r.Number, r.At, string(r.Action), r.By, r.Reason, stampOf(r.On), extends, basesOf(r.Bases), r.Count, r.Whole, r.Previous, r.Hash); err != nil {
		return err
	}
	for i, c := range r.Changes {
		if err := tx.change(ctx, `INSERT INTO changes (tenant, register, number, seq, address, position, body_before, body_after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
			key.Tenant, key.Register, r.Number, i, c.At, c.Position, c.Before, c.After); err != nil {
			return err
		}
	}
	return nil
}

// apply brings the entries to what the revision says.
func (s *Store) apply(ctx context.Context, tx *transaction, key store.Key, c *store.Commit, number int64) error {
	if c.Whole != nil {
		return s.replaceAll(ctx, tx, key, c.Whole, number)
	}
	change := c.Changes[0]
	if change.At == store.AtHead {
		return s.put(ctx, tx, key, entries.Entry{Kind: store.AtHead, Raw: change.After})
	}
	kind, id, ok := entries.Parse(change.At)
	if !ok {
		return fmt.Errorf("store: there is no entry at %q", change.At)
	}
	if err := s.applyEntry(ctx, tx, key, kind, id, &change); err != nil {
		return err
	}
	if number%copyEvery != 0 {
		return nil
	}
	if err := tx.send(ctx); err != nil {
		return err
	}
	r, err := s.at(ctx, tx, key, number, true)
	if err != nil {
		return err
	}
	body, err := register.Save(r, register.CanonicalJSON)
	if err != nil {
		return err
	}
	return s.keep(ctx, tx, key, number, body)
}

// applyEntry changes one entry; those behind it in its list move where one comes
// or goes.
func (s *Store) applyEntry(ctx context.Context, tx *transaction, key store.Key, kind register.Kind, id string, c *store.Change) error {
	move := `UPDATE entries SET position = position + ? WHERE tenant = ? AND register = ? AND kind = ? AND position >= ?`
	if c.After == nil {
		if err := tx.change(ctx, `DELETE FROM entries WHERE tenant = ? AND register = ? AND kind = ? AND key = ?`, key.Tenant, key.Register, string(kind), id); err != nil {
			return err
		}
		return tx.change(ctx, move, -1, key.Tenant, key.Register, string(kind), c.Position)
	}
	if c.Before == nil {
		if err := tx.change(ctx, move, 1, key.Tenant, key.Register, string(kind), c.Position); err != nil {
			return err
		}
	}
	return s.put(ctx, tx, key, entries.Entry{Kind: kind, Key: id, Position: c.Position, Raw: c.After})
}

func (s *Store) put(ctx context.Context, tx *transaction, key store.Key, e entries.Entry) error {
	return tx.change(ctx, `INSERT INTO entries (tenant, register, kind, key, position, body) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (tenant, register, kind, key) DO UPDATE SET position = excluded.position, body = excluded.body`,
		key.Tenant, key.Register, string(e.Kind), e.Key, e.Position, e.Raw)
}

// replaceAll puts a whole register in the place of what is there, and keeps it.
func (s *Store) replaceAll(ctx context.Context, tx *transaction, key store.Key, body []byte, number int64) error {
	r := new(register.Register)
	if err := json.Unmarshal(body, r); err != nil {
		return err
	}
	head, all, err := entries.Split(r)
	if err != nil {
		return err
	}
	if err := tx.change(ctx, `DELETE FROM entries WHERE tenant = ? AND register = ?`, key.Tenant, key.Register); err != nil {
		return err
	}
	for _, e := range append(all, entries.Entry{Kind: store.AtHead, Raw: head}) {
		if err := tx.change(ctx, `INSERT INTO entries (tenant, register, kind, key, position, body) VALUES (?, ?, ?, ?, ?, ?)`,
			key.Tenant, key.Register, string(e.Kind), e.Key, e.Position, e.Raw); err != nil {
			return err
		}
	}
	return s.keep(ctx, tx, key, number, body)
}

// keep keeps a copy of the register as a whole.
func (s *Store) keep(ctx context.Context, tx *transaction, key store.Key, number int64, body []byte) error {
	return tx.change(ctx, `INSERT INTO copies (tenant, register, number, body) VALUES (?, ?, ?, ?)`, key.Tenant, key.Register, number, body)
}

// point lets the register be the one of a revision.
func (s *Store) point(ctx context.Context, tx *transaction, key store.Key, r *store.Revision, extends string) error {
	return tx.change(ctx, `INSERT INTO registers (tenant, id, revision, hash, changed, extends, approved) VALUES (?, ?, ?, ?, ?, ?, 0)
		ON CONFLICT (tenant, id) DO UPDATE SET revision = excluded.revision, hash = excluded.hash, changed = excluded.changed, extends = excluded.extends`,
		key.Tenant, key.Register, r.Number, r.Hash, stampOf(r.On), extends)
}

// committed tells that a register may have changed, unless the write was refused.
func (s *Store) committed(key store.Key, err error) {
	for _, refused := range []error{store.ErrExists, store.ErrChanged, store.ErrNotFound, store.ErrAnswered, store.ErrOwnWork, store.ErrExtended} {
		if errors.Is(err, refused) {
			return
		}
	}
	if s.dialect.Committed != nil {
		s.dialect.Committed(key)
	}
}
