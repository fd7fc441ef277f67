package store

import "time"

// Approval is the act of approving a register as it is at a revision, with all
// changes up to it that were not approved before.
type Approval struct {
	// Number counts the approvals of a register from 1; 0 for one of before they were
	// counted.
	Number int64
	// Revision is the newest that it approves, After what was approved before it, 0
	// for nothing. They are one where only what the register extends had changed.
	Revision, After int64
	// Bases are the revisions of all that the register extends that are approved with
	// it: whatever becomes of them later, the approved register is read with those.
	// nil where it extends nothing.
	Bases map[string]int64
	// By is who approves, Reason why; it may be empty.
	By, Reason string
	On         time.Time
	// Hash covers the approval, the revision, and, by Previous, all approvals before.
	Hash, Previous string
}

// SealApproval returns the hash of an approval: SHA-256, in hexadecimal, over what
// it says, the hash of the revision, and the hash of the approval before it. The
// names are part of the format of the history and must stay.
func SealApproval(key Key, a *Approval, revision string) (string, error) {
	return sealOf(struct {
		Previous     string           `json:"previous"`
		Tenant       string           `json:"tenant"`
		Register     string           `json:"register"`
		Number       int64            `json:"approval"`
		Revision     int64            `json:"revision"`
		RevisionHash string           `json:"hash"`
		After        int64            `json:"after"`
		Bases        map[string]int64 `json:"bases"`
		By           string           `json:"by"`
		Reason       string           `json:"reason"`
		On           string           `json:"on"`
	}{a.Previous, key.Tenant, key.Register, a.Number, a.Revision, revision, a.After, a.Bases, a.By, a.Reason, a.On.UTC().Format(time.RFC3339Nano)})
}

// Removal is what is left of a register that was removed: nothing of what it said.
type Removal struct {
	// Revision is the number of its newest revision; a register that is made anew
	// under its name counts on from there. Last is the hash of that revision.
	Revision int64
	Last     string
	// Approvals is the number of its newest approval, 0 for none, and Approval the
	// hash of that.
	Approvals  int64
	Approval   string
	By, Reason string
	On         time.Time
	// Hash covers all of that. The first revision of a register that is made anew
	// has it as the one before.
	Hash string
}

// SealRemoval returns the hash of a removal: SHA-256, in hexadecimal, over what it
// says. The names are part of the format of the history and must stay.
func SealRemoval(key Key, r *Removal) (string, error) {
	return sealOf(struct {
		Tenant    string `json:"tenant"`
		Register  string `json:"register"`
		Revision  int64  `json:"removed"`
		Last      string `json:"last"`
		Approvals int64  `json:"approvals"`
		Approval  string `json:"approval"`
		By        string `json:"by"`
		Reason    string `json:"reason"`
		On        string `json:"on"`
	}{key.Tenant, key.Register, r.Revision, r.Last, r.Approvals, r.Approval, r.By, r.Reason, r.On.UTC().Format(time.RFC3339Nano)})
}
