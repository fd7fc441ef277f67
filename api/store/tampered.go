package store

import (
	"strconv"
	"strings"
)

// TamperCode names what of a history is not what was written. Codes are stable.
type TamperCode string

// Values of TamperCode, with the fields of TamperedError that each sets.
const (
	// RevisionMissing: there is no such Revision, though there are later ones.
	RevisionMissing TamperCode = "revision-missing"
	// RevisionChanged: Revision, or what it changed, has another hash, or does not
	// follow the one before.
	RevisionChanged TamperCode = "revision-changed"
	// RevisionImpossible: what Revision changed, At an address, cannot be changed in
	// what the register was before.
	RevisionImpossible TamperCode = "revision-impossible"
	// RevisionApproval: what Revision says of its approval is not what the approvals
	// say.
	RevisionApproval TamperCode = "revision-approval"
	// RevisionExtends: Revision is noted to extend other registers than it does.
	RevisionExtends TamperCode = "revision-extends"
	// CopyMissing: the copy of the whole register at Revision is missing, and the
	// history cannot be followed without.
	CopyMissing TamperCode = "copy-missing"
	// CopyChanged: the copy at Revision is not what the history comes to.
	CopyChanged TamperCode = "copy-changed"

	// ApprovalMissing: there is no such Approval, though there are later ones.
	ApprovalMissing TamperCode = "approval-missing"
	// ApprovalChanged: Approval has another hash, or does not follow the one before.
	ApprovalChanged TamperCode = "approval-changed"
	// ApprovedByMaker: Revision is approved by who made it.
	ApprovedByMaker TamperCode = "approved-by-maker"
	// ApprovedElsewhere: the register counts as approved up to Revision, its approvals
	// go up to Reached.
	ApprovedElsewhere TamperCode = "approved-elsewhere"
	// ApprovedAhead: the register counts as approved up to Revision, the newest is
	// Reached.
	ApprovedAhead TamperCode = "approved-ahead"

	// RegisterMissing: there is no such register, and nobody removed it, but rows of
	// Table are there.
	RegisterMissing TamperCode = "register-missing"
	// RegisterChanged: what the register is known by is not that of its newest
	// Revision, or there are rows of later ones.
	RegisterChanged TamperCode = "register-changed"
	// EntriesUnreadable: what the register says now cannot be read; Revision is its
	// newest.
	EntriesUnreadable TamperCode = "entries-unreadable"
	// EntriesChanged: what the register says now is not what Revision, the newest, came
	// to.
	EntriesChanged TamperCode = "entries-changed"
	// RemovalChanged: what is noted of the removal at Revision has another hash, or
	// does not follow the one before.
	RemovalChanged TamperCode = "removal-changed"
	// LeftBehind: the register was removed at Revision, but rows of Table are there from
	// before.
	LeftBehind TamperCode = "left-behind"

	// KeptRevisionMissing: Revision, which was kept, is gone.
	KeptRevisionMissing TamperCode = "kept-revision-missing"
	// KeptRevision: Revision is not the one that was kept.
	KeptRevision TamperCode = "kept-revision"
	// KeptRemoval: what was removed at Revision is not what was kept.
	KeptRemoval TamperCode = "kept-removal"
	// KeptApprovalMissing: Approval, which was kept, is gone.
	KeptApprovalMissing TamperCode = "kept-approval-missing"
	// KeptApproval: Approval is not the one that was kept.
	KeptApproval TamperCode = "kept-approval"
	// KeptUncounted: what was approved before approvals were counted is not what was
	// kept.
	KeptUncounted TamperCode = "kept-uncounted"
)

// TamperCodes returns all codes: first those of Store.Verify, then those of LeadsOn,
// which begin with kept-.
func TamperCodes() []TamperCode {
	return []TamperCode{
		RevisionMissing, RevisionChanged, RevisionImpossible, RevisionApproval, RevisionExtends, CopyMissing, CopyChanged,
		ApprovalMissing, ApprovalChanged, ApprovedByMaker, ApprovedElsewhere, ApprovedAhead,
		RegisterMissing, RegisterChanged, EntriesUnreadable, EntriesChanged, RemovalChanged, LeftBehind,
		KeptRevisionMissing, KeptRevision, KeptRemoval, KeptApprovalMissing, KeptApproval, KeptUncounted,
	}
}

// TamperedError tells what of a history is not what was written. It is an
// ErrTampered. Fields that the code does not set are zero.
type TamperedError struct {
	Code TamperCode
	// Revision is the number of a revision, Approval that of an approval, Reached that
	// of another revision.
	Revision, Approval, Reached int64
	// At is the address of an entry, Table the name of a table: entries, revisions,
	// changes, copies or approvals.
	At, Table string
	// Err is what went wrong with it; nil where it only differs.
	Err error
}

// Error tells developers: for other people, programs say it by its code.
func (e *TamperedError) Error() string {
	var b strings.Builder
	b.WriteString(ErrTampered.Error() + ": " + string(e.Code))
	for _, number := range []struct {
		of string
		n  int64
	}{{"revision", e.Revision}, {"approval", e.Approval}, {"reached", e.Reached}} {
		if number.n != 0 {
			b.WriteString(", " + number.of + " " + strconv.FormatInt(number.n, 10))
		}
	}
	if e.At != "" {
		b.WriteString(", at " + strconv.Quote(e.At))
	}
	if e.Table != "" {
		b.WriteString(", table " + e.Table)
	}
	if e.Err != nil {
		b.WriteString(": " + e.Err.Error())
	}
	return b.String()
}

// Is reports whether it is an ErrTampered: it always is.
func (e *TamperedError) Is(target error) bool { return target == ErrTampered }

// Unwrap returns what went wrong.
func (e *TamperedError) Unwrap() error { return e.Err }
