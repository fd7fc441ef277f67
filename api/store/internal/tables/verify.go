package tables

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
)

// Verify compares the history with its hashes, and what it comes to with what the
// register says now. It sees all of it as it is at one moment. Of a register that
// was removed there is the removal.
func (s *Store) Verify(ctx context.Context, key store.Key) error {
	if !possible(key) {
		return store.ErrNotFound
	}
	return s.reading(ctx, func(from querier) error { return s.verify(ctx, from, key) })
}

func (s *Store) verify(ctx context.Context, from querier, key store.Key) error {
	v := &verification{Store: s, ctx: ctx, from: from, key: key}
	if err := v.removals(); err != nil {
		return err
	}
	r, err := s.row(ctx, from, key, store.Version{})
	if errors.Is(err, store.ErrNotFound) {
		return v.gone()
	}
	if err != nil {
		return err
	}
	if err := v.approvals(r); err != nil {
		return err
	}
	for v.last.Number < r.revision {
		if err := v.revisions(min(v.last.Number+verifiedAtOnce, r.revision)); err != nil {
			return err
		}
	}
	if err := v.outside(r.revision); err != nil {
		return err
	}
	return v.same(r)
}

// verification follows a history.
type verification struct {
	*Store
	ctx  context.Context
	from querier
	key  store.Key
	// approved are the approvals of revisions that are still to come; up to uncounted
	// they were approved before approvals were counted.
	approved  []store.Approval
	uncounted int64
	// removed is the number of the last removal, 0 for none.
	removed int64
	// register is what it came to so far, last the revision before, or the removal.
	register *register.Register
	last     store.Revision
}

// tampered tells what is wrong with a revision.
func tampered(code store.TamperCode, revision int64) error {
	return &store.TamperedError{Code: code, Revision: revision}
}

// revision compares a revision with its hashes and follows it; the one of no number
// it passes by.
func (v *verification) revision(r *written) error {
	if r.Number == 0 {
		return nil
	}
	if !r.noted || r.Number != v.last.Number+1 {
		return tampered(store.RevisionMissing, v.last.Number+1)
	}
	sealed, err := store.Seal(v.key, &r.Revision)
	if err != nil {
		return err
	}
	of := store.Commit{Changes: r.Changes}
	if r.Previous != v.last.Hash || r.Hash != sealed || r.Count != len(r.Changes) || r.At != of.At() || r.disordered {
		return tampered(store.RevisionChanged, r.Number)
	}
	if err := v.approval(r); err != nil {
		return err
	}
	if err := v.follow(r); err != nil {
		return err
	}
	if r.extends != listOf(v.register.Extends) {
		return tampered(store.RevisionExtends, r.Number)
	}
	v.last = store.Revision{Number: r.Number, Hash: r.Hash, On: r.On}
	return nil
}

// approval compares the approval of a revision with its hash.
func (v *verification) approval(r *written) error {
	a, err := v.approving(r)
	if err != nil {
		return err
	}
	want := ""
	switch {
	case a != nil && a.By == r.ApprovedBy && a.Reason == r.ApprovalReason && a.On.Equal(r.ApprovedOn):
		want = a.Hash
	case a == nil && r.Number <= v.uncounted && r.ApprovedBy != "" && r.ApprovalReason == "": // reasons came with counting
		want = approvalOf(&r.Revision)
	case a == nil && r.Number > v.uncounted && r.ApprovedBy == "" && r.ApprovalReason == "" && r.ApprovedOn.IsZero():
	default:
		return tampered(store.RevisionApproval, r.Number)
	}
	if r.approval != want {
		return tampered(store.RevisionApproval, r.Number)
	}
	if want != "" && store.SamePerson(r.ApprovedBy, r.By) {
		return tampered(store.ApprovedByMaker, r.Number)
	}
	return nil
}

// follow makes of the register what a revision makes of it, and compares it with
// the copy that was kept.
func (v *verification) follow(r *written) error {
	switch {
	case !r.copied && (r.Whole != "" || v.register == nil):
		return tampered(store.CopyMissing, r.Number)
	case r.Whole != "" && store.Sum(r.copy) != r.Whole, r.Whole == "" && v.register == nil:
		return tampered(store.CopyChanged, r.Number)
	case r.Whole != "":
		v.register = new(register.Register)
		if err := json.Unmarshal(r.copy, v.register); err != nil {
			return &store.TamperedError{Code: store.CopyChanged, Revision: r.Number, Err: err}
		}
		return nil
	}
	var err error
	for i := range r.Changes {
		if v.register, err = applied(v.register, &r.Changes[i], r.Number); err != nil {
			return err
		}
	}
	if !r.copied {
		return nil
	}
	if own, err := register.Save(v.register, register.CanonicalJSON); err != nil || !bytes.Equal(own, r.copy) {
		return tampered(store.CopyChanged, r.Number)
	}
	return nil
}

// same compares what the history comes to with what stands in the tables now.
func (v *verification) same(r row) error {
	if r.hash != v.last.Hash || r.changed != stampOf(v.last.On) || v.register == nil || r.extends != listOf(v.register.Extends) {
		return tampered(store.RegisterChanged, v.last.Number)
	}
	unreadable := &store.TamperedError{Code: store.EntriesUnreadable, Revision: r.revision}
	head, all, err := v.entries(v.ctx, v.from, v.key)
	if errors.Is(err, store.ErrNotFound) {
		return unreadable // the register's own fields are gone, the register is not
	}
	if err != nil {
		return err
	}
	now, err := entries.Join(head, all)
	if err != nil {
		unreadable.Err = err
		return unreadable
	}
	want, err := register.Save(v.register, register.CanonicalJSON)
	if err != nil {
		return err
	}
	got, err := register.Save(now, register.CanonicalJSON)
	if err != nil {
		return err
	}
	if !bytes.Equal(want, got) || !placed(v.register, all) {
		return tampered(store.EntriesChanged, r.revision)
	}
	return nil
}

// placed reports whether the entries of a register are kept under their own keys and
// at their own places: by those they are changed.
func placed(r *register.Register, all []entries.Entry) bool {
	places := make(map[string]int, len(all))
	for _, e := range all {
		places[entries.At(e.Kind, e.Key)] = e.Position
	}
	n := 0
	for _, kind := range register.Kinds() {
		for i, e := range entries.Of(r, kind) {
			if place, kept := places[entries.At(kind, e.Key())]; !kept || place != i {
				return false
			}
			n++
		}
	}
	return n == len(all)
}
