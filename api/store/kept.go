package store

import (
	"context"
	"errors"
	"slices"
)

// Kept is what somebody kept of a history, out of reach of those who can write to
// the store: its ends at that time.
type Kept struct {
	// Revision is the number of the newest revision, or of the one at which the register
	// was removed. Hash is that of the revision, or of the removal.
	Revision int64
	Hash     string
	// Approved is the newest approved revision, 0 for none. Approvals is the number of
	// the last approval, 0 for none or one of before they were counted, and Approval its
	// hash.
	Approved, Approvals int64
	Approval            string
}

// LeadsOn tells where a history does not go on from what was kept of it: where it
// was cut off, or written anew with hashes that agree. Store.Verify does not see that,
// and comes first: LeadsOn takes it that the history agrees with its own hashes, or
// that there is none.
//
// What was kept must still be there: the revision with its hash, or a removal at it
// or later; the last approval with its hash, or a removal that covers it. The error is
// a TamperedError, else one of the store.
func LeadsOn(ctx context.Context, s Store, key Key, before Kept) error {
	removals, err := s.Removals(ctx, key)
	if err != nil {
		return err
	}
	for {
		wrong := leadsOn(ctx, s, key, before, removals)
		if !errors.Is(wrong, ErrTampered) {
			return wrong
		}
		// What is gone may have been removed since it was asked for.
		now, err := s.Removals(ctx, key)
		if err != nil {
			return err
		}
		if len(now) == len(removals) {
			return wrong
		}
		removals = now
	}
}

// leadsOn does so with the removals of a register.
func leadsOn(ctx context.Context, s Store, key Key, before Kept, removals []Removal) error {
	for _, r := range slices.Backward(removals) { // the oldest that covers it tells
		switch {
		case r.Revision > before.Revision:
			return nil // what was kept is of a history that was removed since
		case r.Revision == before.Revision && r.Hash == before.Hash:
			return nil // it was removed then
		case r.Revision == before.Revision:
			if r.Last != before.Hash || r.Approvals < before.Approvals || r.Approvals == before.Approvals && r.Approvals > 0 && r.Approval != before.Approval {
				return &TamperedError{Code: KeptRemoval, Revision: r.Revision}
			}
			return nil
		}
	}
	r, err := s.Revision(ctx, key, before.Revision)
	switch {
	case errors.Is(err, ErrNotFound):
		return &TamperedError{Code: KeptRevisionMissing, Revision: before.Revision}
	case err != nil:
		return err
	case r.Hash != before.Hash:
		return &TamperedError{Code: KeptRevision, Revision: before.Revision}
	}
	return approvalsLeadOn(ctx, s, key, before)
}

// approvalsLeadOn does so with approvals.
func approvalsLeadOn(ctx context.Context, s Store, key Key, before Kept) error {
	all, err := s.Approvals(ctx, key)
	if err != nil {
		return err
	}
	uncounted := Approval{} // approved before approvals were counted
	for _, a := range all {
		if a.Number == before.Approvals && a.Number > 0 {
			if a.Hash != before.Approval || a.Revision != before.Approved {
				return &TamperedError{Code: KeptApproval, Approval: a.Number}
			}
			return nil
		}
		if a.Number == 0 {
			uncounted = a
		}
	}
	if before.Approvals > 0 {
		return &TamperedError{Code: KeptApprovalMissing, Approval: before.Approvals}
	}
	if uncounted.Revision != before.Approved || uncounted.Hash != before.Approval {
		return &TamperedError{Code: KeptUncounted}
	}
	return nil
}
