package cli

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register/printable"
)

// verified is what history verify tells of a register.
type verified struct {
	Tenant   string `json:"tenant,omitempty"`
	Register string `json:"register"`
	Revision int64  `json:"revision"`
	// Hash is that of the newest revision, or of the removal.
	Hash string `json:"hash,omitempty"`
	// Approved is the newest approved revision, Approvals how often the register was
	// approved, Approval the hash of the last approval.
	Approved  int64  `json:"approved,omitempty"`
	Approvals int64  `json:"approvals,omitempty"`
	Approval  string `json:"approval,omitempty"`
	// Removed: there is no such register any more. RemovedBy says who removed it, or the
	// one of its name before.
	Removed   bool       `json:"removed,omitempty"`
	RemovedBy string     `json:"removedBy,omitempty"`
	RemovedOn *time.Time `json:"removedOn,omitempty"`
	// RemovedSince: that was after what was kept. Nothing that was kept tells whether
	// somebody made it up.
	RemovedSince bool `json:"removedSince,omitempty"`
	// Problem is what is wrong, for people, and Code for programs.
	Problem string           `json:"problem,omitempty"`
	Code    store.TamperCode `json:"code,omitempty"`
	// removal is the newest; nil for none.
	removal *store.Removal
}

func (v *verified) key() store.Key { return store.Key{Tenant: v.Tenant, Register: v.Register} }

func (v *verified) ends() store.Kept {
	return store.Kept{Revision: v.Revision, Hash: v.Hash, Approved: v.Approved, Approvals: v.Approvals, Approval: v.Approval}
}

// historyVerify compares histories with their hashes, and with those that were kept.
// Results are on the standard output; what is wrong is on the standard error too.
func (a *app) historyVerify(ctx context.Context, s store.Store, keys []store.Key, kept keptHashes, format string) error {
	all, wrong := []verified{}, 0
	for _, key := range keys {
		one, err := verifiedNow(ctx, s, key)
		if err == nil {
			err = s.Verify(ctx, key)
		}
		before := kept[key]
		if before != nil && (err == nil || errors.Is(err, store.ErrNotFound)) {
			err = store.LeadsOn(ctx, s, key, before.ends())
			one.RemovedSince = one.removedAfter(before)
		}
		told, tampered := errors.AsType[*store.TamperedError](err)
		switch {
		case tampered:
			wrong++
			one.Problem, one.Code = a.tampering(told), told.Code
			fmt.Fprintln(a.env.Stderr, printable.Line(a.say("history.tampered", historyName(key), one.Problem)))
		case errors.Is(err, store.ErrNotFound):
			return wrongUse("use.no-register", key.Register)
		case err != nil:
			return err
		case one.RemovedSince:
			a.noteLine(a.say("history.removed-since", historyName(key), one.removal.Revision, one.RemovedOn.UTC().Format(time.DateOnly), one.RemovedBy))
		}
		all = append(all, *one)
	}
	if err := a.writeVerified(all, format); err != nil || wrong == 0 {
		return err
	}
	return &reportedError{exitProblems}
}

// removedAfter reports whether the register was removed after what was kept of it.
func (v *verified) removedAfter(before *verified) bool {
	r := v.removal
	return r != nil && r.Hash != before.Hash && r.Revision >= before.Revision
}

// tampering says what is wrong with a history.
func (a *app) tampering(e *store.TamperedError) string {
	return strings.NewReplacer(
		"{revision}", strconv.FormatInt(e.Revision, 10),
		"{approval}", strconv.FormatInt(e.Approval, 10),
		"{reached}", strconv.FormatInt(e.Reached, 10),
		"{address}", e.At,
		"{left}", a.say("left."+e.Table),
	).Replace(a.say("tampered." + string(e.Code)))
}

// verifiedNow is what a register has now: the numbers and hashes of what is newest.
func verifiedNow(ctx context.Context, s store.Store, key store.Key) (*verified, error) {
	one := &verified{Tenant: key.Tenant, Register: key.Register}
	newest, _, err := s.Revisions(ctx, key, store.RevisionQuery{Most: 1})
	if err != nil {
		return one, err
	}
	approvals, err := s.Approvals(ctx, key)
	if err != nil {
		return one, err
	}
	if len(approvals) > 0 {
		one.Approved, one.Approvals, one.Approval = approvals[0].Revision, approvals[0].Number, approvals[0].Hash
	}
	removals, err := s.Removals(ctx, key)
	if err != nil {
		return one, err
	}
	if len(removals) > 0 {
		one.removal = &removals[0]
		one.RemovedBy, one.RemovedOn = removals[0].By, &removals[0].On
	}
	switch {
	case len(newest) > 0:
		one.Revision, one.Hash = newest[0].Number, newest[0].Hash
	case len(removals) > 0:
		one.Revision, one.Hash, one.Removed = removals[0].Revision, removals[0].Hash, true
	}
	return one, nil
}

// shownHash is how much of a hash people see; programs are told all of it.
const shownHash = 16

func (a *app) writeVerified(all []verified, format string) error {
	if format == "json" {
		return a.writeJSON(all)
	}
	t := &table{whole: map[int]bool{0: true, 1: true, 3: true, 4: true, 5: true}}
	for _, name := range []string{"register", "revision", "state", "hash", "approved-revision", "approval"} {
		t.titles = append(t.titles, a.say("history.column."+name))
	}
	for _, one := range all {
		state, approved := a.say("history.fine"), ""
		switch {
		case one.Problem != "":
			state = one.Problem
		case one.Removed:
			state = a.say("history.removed", one.RemovedOn.UTC().Format(time.DateOnly), one.RemovedBy)
		case one.RemovedOn != nil:
			state += "; " + a.say("history.anew", one.RemovedOn.UTC().Format(time.DateOnly), one.RemovedBy)
		}
		if one.Approved > 0 {
			approved = strconv.FormatInt(one.Approved, 10)
		}
		hash, approval := one.Hash, one.Approval
		if format == "text" {
			hash, approval = hash[:min(shownHash, len(hash))], approval[:min(shownHash, len(approval))]
		}
		t.add(historyName(one.key()), strconv.FormatInt(one.Revision, 10), state, hash, approved, approval)
	}
	if format == "csv" {
		return a.writeCSV(t)
	}
	a.writeText(t)
	return nil
}
