package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/openropa/ropa/register"
)

// The errors of writing.
var (
	// ErrExists tells that there is a register of that identifier already.
	ErrExists = errors.New("there is such a register already")
	// ErrChanged tells that somebody else changed the register since the revision on
	// which a write rests.
	ErrChanged = errors.New("the register was changed meanwhile")
	// ErrExtended tells that a register cannot be removed while others extend it, or
	// extended it when they were last approved.
	ErrExtended = errors.New("other registers extend it")
	// ErrAnswered tells that a request with the same key was answered already.
	ErrAnswered = errors.New("a request with this key was answered already")
	// ErrOwnWork tells that somebody would approve what they made themselves
	// (SamePerson).
	ErrOwnWork = errors.New("nobody approves what they made themselves")
	// ErrTampered tells that the history is not what was written; a TamperedError says
	// what of it is not.
	ErrTampered = errors.New("the history is not what was written")
)

// The addresses of changes that are of no entry.
const (
	// AtHead is the address of a register's own fields: all but its entries.
	AtHead = "register"
	// AtSeveral is the address of a revision that changes several entries.
	AtSeveral = ""
)

// Action says what a revision did.
type Action string

// Values of Action.
const (
	Create  Action = "create"
	Replace Action = "replace"
	Delete  Action = "delete"
	Restore Action = "restore"
	Import  Action = "import"
)

// Change is an entry before and after, in canonical JSON.
type Change struct {
	// At is the address of the entry: activities/payments; or AtHead.
	At string
	// Position is where the entry stands in its list, from 0; what stood there and
	// after it moves on.
	Position int
	// Before and After are nil where there was, or is, none.
	Before, After []byte
}

// Commit is a revision to be made.
type Commit struct {
	// Base is the number of the revision on which it rests: the newest one, or the
	// write fails with ErrChanged. 0 makes the register.
	Base int64
	// Tag is that of the version on which it rests, what it extends included: where it
	// is another one now, the write fails with ErrChanged. "" where that does not
	// matter.
	Tag     string
	Action  Action
	Changes []Change
	// Whole is the register afterwards in canonical JSON: required of the first
	// revision and of one that changes several entries.
	Whole []byte
	// Extends are the registers that the register extends afterwards.
	Extends []string
	// Bases are the revisions of the other registers of the tenant on which the check
	// of it rests, by identifier; 0 for one that the store has not. Dependents are
	// those of all that extend the register, by themselves or through others; nil where
	// it does not matter to them. Where any of them is another one now, the write fails with ErrChanged.
	Bases, Dependents map[string]int64
	// By is who makes it, Reason why.
	By, Reason string
	On         time.Time
	// Answer is noted with the revision, both or neither; nil for none. Where its key is
	// known already, the write fails with ErrAnswered.
	Answer *KeyedAnswer
}

// KeyedAnswer is the answer to a request with a key of the caller's (Store.Answer)
// that makes a revision.
type KeyedAnswer struct {
	Key string
	// Of is the answer, once it is known what becomes of the register. It may be asked
	// for more than once.
	Of func(Info) Answered
}

// At is the address of a revision: that of its one change, else AtSeveral.
func (c *Commit) At() string {
	if len(c.Changes) == 1 {
		return c.Changes[0].At
	}
	return AtSeveral
}

// Revision is a change that was made.
type Revision struct {
	Number     int64
	At         string
	Action     Action
	By, Reason string
	On         time.Time
	// Hash covers the revision and, by Previous, all that went before it.
	Hash, Previous string
	// Count is how many entries it changed; Changes are those, where they were asked
	// for.
	Count   int
	Changes []Change
	// Whole is the hash of the register afterwards, where the revision holds all of
	// it; "" else.
	Whole string
	// Bases are the revisions of all that the register extended when it was made, by
	// itself or through others, by identifier: the version is read with those. nil
	// where it extended nothing, or where that was not noted down.
	Bases map[string]int64
	// ApprovedBy is who approved it, on ApprovedOn; "" for nobody.
	ApprovedBy string
	ApprovedOn time.Time
	// ApprovalReason is why; it may be empty.
	ApprovalReason string
}

// sealed is what the hash of a revision is made of. The names are part of the
// format of the history and must stay.
type sealed struct {
	Previous string        `json:"previous"`
	Tenant   string        `json:"tenant"`
	Register string        `json:"register"`
	Number   int64         `json:"number"`
	Action   Action        `json:"action"`
	By       string        `json:"by"`
	Reason   string        `json:"reason"`
	On       string        `json:"on"`
	Changes  []sealedEntry `json:"changes"`
	Whole    string        `json:"whole"`
	// Bases came later: a revision without has the hash that it had before.
	Bases map[string]int64 `json:"bases,omitzero"`
}

type sealedEntry struct {
	At       string `json:"at"`
	Position int    `json:"position"`
	Before   string `json:"before"`
	After    string `json:"after"`
}

// Seal returns the hash of a revision of a register: SHA-256, in hexadecimal, over
// what it says, what it changed, and the hash of the revision before it.
func Seal(key Key, r *Revision) (string, error) {
	s := sealed{r.Previous, key.Tenant, key.Register, r.Number, r.Action, r.By, r.Reason, r.On.UTC().Format(time.RFC3339Nano), []sealedEntry{}, r.Whole, r.Bases}
	for _, c := range r.Changes {
		s.Changes = append(s.Changes, sealedEntry{c.At, c.Position, Sum(c.Before), Sum(c.After)})
	}
	return sealOf(s)
}

func sealOf(said any) (string, error) {
	raw, err := json.Marshal(said)
	if err != nil {
		return "", fmt.Errorf("seal: %w", err)
	}
	return Sum(raw), nil
}

// Sum is the hash of canonical bytes; "" of none.
func Sum(raw []byte) string {
	if raw == nil {
		return ""
	}
	sum := sha256.Sum256(raw)
	return hex.EncodeToString(sum[:])
}

// RevisionQuery says which revisions are meant, the newest first.
type RevisionQuery struct {
	// At selects those of the entry at an address; "" selects all.
	At string
	// Upto is the number of the newest that is selected, 0 for no bound.
	Upto int64
	// Approved selects approved ones, Proposed those that are not; neither: all.
	Approved, Proposed bool
	// From leaves out as many, Most is the most that are returned.
	From, Most int
}

// Store is a place that registers can be written to. It is safe for concurrent
// use; what was acknowledged survives the end of the process.
type Store interface {
	Reader
	Tokens
	// Bases finds the registers of a tenant that others extend.
	Bases(ctx context.Context, tenant string) register.Bases
	// Dependents returns the registers that extend another one, by themselves or
	// through others.
	Dependents(ctx context.Context, key Key) ([]Key, error)
	// Commit makes a revision. The errors are ErrExists, ErrNotFound, ErrChanged and
	// ErrAnswered.
	Commit(ctx context.Context, key Key, c Commit) (Info, error)
	// Remove removes a register with its history, and notes down that it did: what it
	// was made of is gone. The removal says which revision must be the newest, by whom,
	// when and why. The errors are ErrNotFound, ErrChanged and ErrExtended.
	Remove(ctx context.Context, key Key, r Removal) error
	// Removals returns the times that registers of this name were removed, the newest
	// first.
	Removals(ctx context.Context, key Key) ([]Removal, error)
	// Revisions returns revisions without their changes, and how many there are.
	Revisions(ctx context.Context, key Key, q RevisionQuery) ([]Revision, int, error)
	// Revision returns one revision with its changes. The error is ErrNotFound.
	Revision(ctx context.Context, key Key, number int64) (*Revision, error)
	// Approvable returns the revisions of the registers with which a revision of a
	// register would be approved now: where it is the newest, those of now, so that it
	// is approved as it reads without a version; an older one as it reads by its number.
	// nil where it extends nothing. The error is ErrNotFound.
	Approvable(ctx context.Context, key Key, number int64) (map[string]int64, error)
	// Approve approves a register, with all that it extends, as they are at the
	// revisions that the approval names; it says by whom and when. The errors are
	// ErrNotFound, also where that is approved already, ErrChanged where what it extends
	// is at others now, and ErrOwnWork.
	Approve(ctx context.Context, key Key, a Approval) error
	// Approvals returns the approvals of a register, the newest first.
	Approvals(ctx context.Context, key Key) ([]Approval, error)
	// Verify reads the whole history and compares it with its hashes and with what the
	// register is now. The error is a TamperedError, which says where, or ErrNotFound.
	Verify(ctx context.Context, key Key) error
	// Answer returns the answer that was noted for a request with a key of the caller's
	// (Commit.Answer) less than a day before on, the time now; nil, without an error,
	// where there is none. One of status 0 spoke of a register that was removed since,
	// and what it said is gone.
	Answer(ctx context.Context, tenant, key string, on time.Time) (*Answered, error)
}

// Answered is the answer to a request that may be sent again.
type Answered struct {
	// Register is the identifier of the register that it speaks of, Revision its
	// revision; 0 where that was not noted.
	Register string
	Revision int64
	// Request is the hash of what was asked.
	Request  string
	Status   int
	Location string
	Tag      string
	Body     []byte
	// On is when it was given: it is known for a day from then.
	On time.Time
}
