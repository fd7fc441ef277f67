package tables

import (
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
			return tampered(store.RemovalChanged, r.Revision)
		}
		v.last, v.removed = store.Revision{Number: r.Revision, Hash: r.Hash, On: r.On}, r.Revision
	}
	return nil
}

// gone tells where anything is left of a register that is not there: it was removed,
// and there is nothing, or there never was one.
func (v *verification) gone() error {
	e := &store.TamperedError{Code: store.LeftBehind, Revision: v.last.Number}
	if v.last.Number == 0 {
		e.Code = store.RegisterMissing
	}
	for _, e.Table = range []string{"entries", "revisions", "changes", "copies", "approvals"} {
		var n int
		if err := v.from.QueryRowContext(v.ctx, v.q(`SELECT COUNT(*) FROM `+e.Table+` WHERE tenant = ? AND register = ?`), v.key.Tenant, v.key.Register).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			return e
		}
	}
	if v.last.Number == 0 {
		return store.ErrNotFound
	}
	return nil
}

// approvals follows the approvals of a register that is at some revision now: each
// must begin where the one before ended. Their hashes are looked at with the revisions
// that they approve.
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
	before := store.Approval{Revision: approved}
	if len(all) > 0 {
		before.Revision = all[0].After
	}
	v.uncounted, v.approved = before.Revision, all
	for _, a := range all {
		if err := v.follows(&before, &a); err != nil {
			return err
		}
		before = a
	}
	switch {
	case len(all) == 0 && approved != 0 && approved <= v.removed: // of no revision that there is
		return &store.TamperedError{Code: store.ApprovedElsewhere, Revision: approved}
	case before.Revision != approved:
		return &store.TamperedError{Code: store.ApprovedElsewhere, Revision: approved, Reached: before.Revision}
	case approved > now.revision:
		return &store.TamperedError{Code: store.ApprovedAhead, Revision: approved, Reached: now.revision}
	}
	return nil
}

// follows compares an approval with the one before. What it approves must be of the
// history after the last removal.
func (v *verification) follows(before, a *store.Approval) error {
	switch {
	case a.Number > before.Number+1:
		return &store.TamperedError{Code: store.ApprovalMissing, Approval: before.Number + 1}
	case a.Number != before.Number+1, a.Previous != before.Hash, a.After != before.Revision, a.Revision < a.After, a.Revision <= v.last.Number:
		return &store.TamperedError{Code: store.ApprovalChanged, Approval: a.Number}
	}
	return nil
}

// approving is the newest approval of a revision; nil for none that is counted. Those
// that go up to the revision it compares with their hashes. It must be asked for each
// revision, in their order.
func (v *verification) approving(r *written) (newest *store.Approval, err error) {
	for len(v.approved) > 0 && v.approved[0].Revision < r.Number {
		v.approved = v.approved[1:]
	}
	for i := range v.approved {
		a := &v.approved[i]
		if newest == nil && r.Number > min(a.After, a.Revision-1) || a.Revision == r.Number {
			newest = a
		}
		if a.Revision > r.Number {
			break
		}
		sealed, err := store.SealApproval(v.key, a, r.Hash)
		if err != nil {
			return nil, err
		}
		if a.Hash != sealed {
			return nil, &store.TamperedError{Code: store.ApprovalChanged, Approval: a.Number}
		}
	}
	return newest, nil
}
