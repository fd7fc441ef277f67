package tables

import (
	"database/sql"
	"errors"
	"slices"

	"github.com/openropa/ropa/api/store"
)

// removals compares what is left of registers that were removed with its hashes.
// The history goes on after the newest of them.
func (v *verification) removals() error {
	all, err := v.Store.removals(v.ctx, v.from, v.key, ``)
	if err != nil {
		return err
	}
	for _, r := range slices.Backward(all) {
		sealed, err := store.SealRemoval(v.key, &r)
		if err != nil {
			return err
		}
		if r.Hash != sealed || r.Revision <= v.last.Number {
			return tampered("the removal at revision %d", r.Revision)
		}
		v.last = store.Revision{Number: r.Revision, Hash: r.Hash, On: r.On}
	}
	return nil
}

// gone tells where anything is left of a register that was removed.
func (v *verification) gone() error {
	for _, table := range []string{"entries", "revisions", "changes", "copies", "approvals"} {
		var n int
		if err := v.from.QueryRowContext(v.ctx, v.q(`SELECT COUNT(*) FROM `+table+` WHERE tenant = ? AND register = ?`), v.key.Tenant, v.key.Register).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			return tampered("the register was removed at revision %d, but %s of it are there", v.last.Number, table)
		}
	}
	return nil
}

// approvals follows the approvals of a register that is at some revision now, and
// compares them with their hashes. Those of the revisions are looked at later.
func (v *verification) approvals(now row) error {
	var approved int64
	if err := v.from.QueryRowContext(v.ctx, v.q(`SELECT approved FROM registers WHERE tenant = ? AND id = ?`), v.key.Tenant, v.key.Register).Scan(&approved); err != nil {
		return err
	}
	all, err := v.Store.approvals(v.ctx, v.from, v.key, ``)
	if err != nil {
		return err
	}
	slices.Reverse(all)
	last, number := approved, int64(0)
	if len(all) > 0 {
		last = all[0].After
	}
	v.uncounted, v.approved = last, make(map[int64]*store.Approval)
	for i := range all {
		a := &all[i]
		if a.Number != number+1 || a.After != last || a.Revision < a.After || a.Revision > now.revision {
			return tampered("approval %d", a.Number)
		}
		number, last = a.Number, a.Revision
		for n := max(min(a.After, a.Revision-1), v.last.Number) + 1; n <= a.Revision; n++ {
			v.approved[n] = a
		}
		if err := v.chained(all[:i+1]); err != nil {
			return err
		}
	}
	if last != approved || approved > now.revision {
		return tampered("approved is revision %d, approvals lead to %d of %d", approved, last, now.revision)
	}
	return nil
}

// chained compares the last of some approvals with its own hash and that of the one
// before.
func (v *verification) chained(all []store.Approval) error {
	a, previous := &all[len(all)-1], ""
	if len(all) > 1 {
		previous = all[len(all)-2].Hash
	}
	var hash string
	if err := v.from.QueryRowContext(v.ctx, v.q(`SELECT hash FROM revisions WHERE tenant = ? AND register = ? AND number = ?`), v.key.Tenant, v.key.Register, a.Revision).Scan(&hash); errors.Is(err, sql.ErrNoRows) {
		return tampered("revision %d, which approval %d is of, is missing", a.Revision, a.Number)
	} else if err != nil {
		return err
	}
	sealed, err := store.SealApproval(v.key, a, hash)
	if err != nil {
		return err
	}
	if a.Previous != previous || a.Hash != sealed {
		return tampered("approval %d", a.Number)
	}
	return nil
}
