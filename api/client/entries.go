package client

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"iter"
	"net/http"
)

// Entries are the entries of one kind of a register: its parties, its activities.
type Entries[E any] struct {
	of    Register
	calls entryCalls
}

// entryCalls are the operations of one kind of entry.
type entryCalls struct {
	list    func(ctx context.Context, words *string, inherited *bool, cursor *string, limit int, m moment) (*http.Response, error)
	create  func(ctx context.Context, key, reason *string, body io.Reader) (*http.Response, error)
	read    func(ctx context.Context, id string, m moment) (*http.Response, error)
	replace func(ctx context.Context, id string, match, noneMatch, reason *string, body io.Reader) (*http.Response, error)
	patch   func(ctx context.Context, id string, match, reason *string, body io.Reader) (*http.Response, error)
	remove  func(ctx context.Context, id string, match, reason *string) (*http.Response, error)
}

// The media types of writes.
const (
	asJSON  = "application/json"
	asYAML  = "application/yaml"
	asPatch = "application/merge-patch+json"
)

// All returns the entries of the register itself, in its order.
func (e Entries[E]) All(ctx context.Context) iter.Seq2[E, error] { return e.Find(ctx, "", false) }

// Find returns the entries whose identifier or a name holds these words, "" for
// all; with inherited those of the registers that it extends follow.
func (e Entries[E]) Find(ctx context.Context, words string, inherited bool) iter.Seq2[E, error] {
	return pages[E](func(cursor *string, limit int) (*http.Response, error) {
		return e.calls.list(ctx, given(words), given(inherited), cursor, limit, e.of.moment)
	})
}

// Read returns an entry and its version. An entry that the register inherits is
// found too. The error is ErrNotFound where there is none.
func (e Entries[E]) Read(ctx context.Context, id string) (*E, Version, error) {
	entry := new(E)
	answer, err := e.calls.read(ctx, id, e.of.moment)
	version, err := decoded(answer, err, entry)
	if err != nil {
		return nil, Version{}, err
	}
	return entry, version, nil
}

// Create adds an entry at the end of its list. It is sent with an Idempotency-Key,
// so that it is made once however often it must be sent. One of this identifier is
// a *Problem (409).
func (e Entries[E]) Create(ctx context.Context, entry *E) (Version, error) {
	raw, err := json.Marshal(entry)
	if err != nil {
		return Version{}, err
	}
	answer, err := e.calls.create(ctx, newKey(), e.of.reason(), bytes.NewReader(raw))
	return decoded(answer, err, nil)
}

// Replace puts an entry in the place of the version with this tag; with NoneYet it
// is added where there is none. The error is ErrConflict where somebody else was
// first.
func (e Entries[E]) Replace(ctx context.Context, id string, entry *E, tag string) (Version, error) {
	raw, err := json.Marshal(entry)
	if err != nil {
		return Version{}, err
	}
	match, noneMatch := conditions(tag)
	answer, err := e.calls.replace(ctx, id, match, noneMatch, e.of.reason(), bytes.NewReader(raw))
	return decoded(answer, err, nil)
}

// Patch changes fields of the version with this tag (RFC 7396) and returns the
// entry as it became: null removes a field, lists are replaced as a whole.
func (e Entries[E]) Patch(ctx context.Context, id string, patch map[string]any, tag string) (*E, Version, error) {
	raw, err := json.Marshal(patch)
	if err != nil {
		return nil, Version{}, err
	}
	entry := new(E)
	answer, err := e.calls.patch(ctx, id, given(tag), e.of.reason(), bytes.NewReader(raw))
	version, err := decoded(answer, err, entry)
	if err != nil {
		return nil, Version{}, err
	}
	return entry, version, nil
}

// Delete removes the version with this tag. Where other entries refer to it, that
// is a *Problem (409) whose Errors say which.
func (e Entries[E]) Delete(ctx context.Context, id, tag string) (Version, error) {
	answer, err := e.calls.remove(ctx, id, given(tag), e.of.reason())
	return decoded(answer, err, nil)
}
