package tables

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
)

// Verify compares the history with its hashes, and what it comes to with what the
// register says now. It sees all of it as it is at one moment. Of a register that
// was removed there is the removal.
func (s *Store) Verify(ctx context.Context, key store.Key) error {
	if !possible(key) {
		return store.ErrNotFound
	}
	return s.reading(ctx, func(from querier) error {
		v := &verification{Store: s, ctx: ctx, from: from, key: key}
		if err := v.removals(); err != nil {
			return err
		}
		r, err := s.row(ctx, from, key, store.Version{})
		if errors.Is(err, store.ErrNotFound) && v.last.Number > 0 {
			return v.gone()
		}
		if err != nil {
			return err
		}
		if err := v.approvals(r); err != nil {
			return err
		}
		for number := v.last.Number + 1; number <= r.revision; number++ {
			if err := v.revision(number); err != nil {
				return err
			}
		}
		return v.same(r)
	})
}

// verification follows a history.
type verification struct {
	*Store
	ctx  context.Context
	from querier
	key  store.Key
	// approved are the newest approvals of revisions, by number; up to uncounted they
	// were approved before approvals were counted.
	approved  map[int64]*store.Approval
	uncounted int64
	// register is what it came to so far, last the revision before, or the removal.
	register *register.Register
	last     store.Revision
}

func tampered(format string, args ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{store.ErrTampered}, args...)...)
}

// revision compares a revision with its hashes and follows it.
func (v *verification) revision(number int64) error {
	r, err := v.Store.revision(v.ctx, v.from, v.key, number)
	if errors.Is(err, store.ErrNotFound) {
		return tampered("revision %d is missing", number)
	}
	if err != nil {
		return err
	}
	sealed, err := store.Seal(v.key, r)
	if err != nil {
		return err
	}
	of := store.Commit{Changes: r.Changes}
	if r.Previous != v.last.Hash || r.Hash != sealed || r.Count != len(r.Changes) || r.At != of.At() {
		return tampered("revision %d", number)
	}
	if err := v.approval(r); err != nil {
		return err
	}
	if err := v.follow(r); err != nil {
		return err
	}
	v.last = *r
	return v.extends(r.Number)
}

// approval compares the approval of a revision with its hash.
func (v *verification) approval(r *store.Revision) error {
	var kept string
	if err := v.from.QueryRowContext(v.ctx, v.q(`SELECT approval FROM revisions WHERE tenant = ? AND register = ? AND number = ?`), v.key.Tenant, v.key.Register, r.Number).Scan(&kept); err != nil {
		return err
	}
	a := v.approved[r.Number]
	want := ""
	switch {
	case a != nil && a.By == r.ApprovedBy && a.Reason == r.ApprovalReason && a.On.Equal(r.ApprovedOn):
		want = a.Hash
	case a == nil && r.Number <= v.uncounted && r.ApprovedBy != "":
		want = approvalOf(r)
	case a == nil && r.Number > v.uncounted && r.ApprovedBy == "" && r.ApprovalReason == "" && r.ApprovedOn.IsZero():
	default:
		return tampered("the approval of revision %d", r.Number)
	}
	if kept != want || want != "" && store.SamePerson(r.ApprovedBy, r.By) {
		return tampered("the approval of revision %d", r.Number)
	}
	return nil
}

// extends compares what a revision extends with what the register says.
func (v *verification) extends(number int64) error {
	var kept string
	if err := v.from.QueryRowContext(v.ctx, v.q(`SELECT extends FROM revisions WHERE tenant = ? AND register = ? AND number = ?`), v.key.Tenant, v.key.Register, number).Scan(&kept); err != nil {
		return err
	}
	if kept != listOf(v.register.Extends) {
		return tampered("what revision %d extends", number)
	}
	return nil
}

// follow makes of the register what a revision makes of it, and compares it with
// the copy that was kept.
func (v *verification) follow(r *store.Revision) error {
	var body []byte
	err := v.from.QueryRowContext(v.ctx, v.q(`SELECT body FROM copies WHERE tenant = ? AND register = ? AND number = ?`), v.key.Tenant, v.key.Register, r.Number).Scan(&body)
	kept := err == nil
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	switch {
	case r.Whole != "" && (!kept || store.Sum(body) != r.Whole):
		return tampered("the copy of revision %d", r.Number)
	case r.Whole != "":
		v.register = new(register.Register)
		return json.Unmarshal(body, v.register)
	case v.register == nil:
		return tampered("the copy of revision %d is missing", r.Number)
	}
	for i := range r.Changes {
		if v.register, err = applied(v.register, &r.Changes[i]); err != nil {
			return err
		}
	}
	if !kept {
		return nil
	}
	if own, err := register.Save(v.register, register.CanonicalJSON); err != nil || !bytes.Equal(own, body) {
		return tampered("the copy of revision %d", r.Number)
	}
	return nil
}

// same compares what the history comes to with what stands in the tables now.
func (v *verification) same(r row) error {
	if r.hash != v.last.Hash || r.changed != stampOf(v.last.On) || v.register == nil || r.extends != listOf(v.register.Extends) {
		return tampered("the register is not at its newest revision, %d", v.last.Number)
	}
	now, err := v.at(v.ctx, v.from, v.key, r.revision, true)
	if err != nil {
		return tampered("what the register says now cannot be read: %w", err)
	}
	want, err := register.Save(v.register, register.CanonicalJSON)
	if err != nil {
		return err
	}
	got, err := register.Save(now, register.CanonicalJSON)
	if err != nil {
		return err
	}
	if !bytes.Equal(want, got) {
		return tampered("what the register says now is not what revision %d came to", r.revision)
	}
	return nil
}
