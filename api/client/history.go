package client

import (
	"context"
	"encoding/json"
	"iter"
	"net/http"
	"time"

	"github.com/openropa/ropa/api/client/internal/calls"
)

// Revision is a change that was made of a register.
type Revision struct {
	Number int `json:"number"`
	// State is proposed, or approved.
	State string `json:"state"`
	// At is the address of the entry that it changed; "" for several.
	At string `json:"at"`
	// Action is create, replace, delete, restore or import.
	Action string    `json:"action"`
	By     string    `json:"by"`
	On     time.Time `json:"on"`
	Reason string    `json:"reason"`
	// Hash covers the revision and, by Previous, all that went before it.
	Hash     string `json:"hash"`
	Previous string `json:"previous"`
	// Changes is how many entries it changed.
	Changes    int       `json:"changes"`
	ApprovedBy string    `json:"approvedBy"`
	ApprovedOn time.Time `json:"approvedOn"`
	// Entries are the entries that it changed, where one revision was read.
	Entries []EntryChange `json:"entries"`
}

// EntryChange is an entry before and after a revision, in canonical JSON.
type EntryChange struct {
	At string `json:"at"`
	// Before and After are nil where there was, or is, none.
	Before json.RawMessage `json:"before"`
	After  json.RawMessage `json:"after"`
}

// Revisions are the changes of the register, or of the entry at an address where
// one is given; the newest first.
func (r Register) Revisions(ctx context.Context, at string) iter.Seq2[Revision, error] {
	return pages[Revision](func(cursor *string, limit int) (*http.Response, error) {
		return r.client.calls.ListRevisions(ctx, r.id, &calls.ListRevisionsParams{Of: given(at), Cursor: cursor, Limit: &limit})
	})
}

// Revision returns one change with the entries that it changed, and its version.
func (r Register) Revision(ctx context.Context, number int) (*Revision, Version, error) {
	answer, err := r.client.calls.ReadRevision(ctx, r.id, number, &calls.ReadRevisionParams{})
	return revised(answer, err)
}

// Approve approves the register as it is at a revision, which was read with this
// tag. Whoever made one of the changes cannot: that is a *Problem (403).
func (r Register) Approve(ctx context.Context, number int, tag string) (*Revision, Version, error) {
	answer, err := r.client.calls.ApproveRevision(ctx, r.id, number, &calls.ApproveRevisionParams{IfMatch: given(tag), ChangeReason: r.reason()})
	return revised(answer, err)
}

func revised(answer *http.Response, err error) (*Revision, Version, error) {
	revision := &Revision{}
	version, err := decoded(answer, err, revision)
	if err != nil {
		return nil, Version{}, err
	}
	return revision, version, nil
}

// Restore makes the register what it was at a revision, in the place of the version
// with this tag. That is a new revision.
func (r Register) Restore(ctx context.Context, number int, tag string) (Version, error) {
	answer, err := r.client.calls.RestoreRevision(ctx, r.id, number, &calls.RestoreRevisionParams{IfMatch: given(tag), ChangeReason: r.reason()})
	return decoded(answer, err, nil)
}
