package store_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/openropa/ropa/api/store"
)

// past is a store with the history of one register, newest first; err is what it
// answers instead.
type past struct {
	store.Store
	removals  []store.Removal
	revisions []store.Revision
	approvals []store.Approval
	err       error
}

func (p *past) Removals(context.Context, store.Key) ([]store.Removal, error) {
	return p.removals, p.err
}

func (p *past) Revision(_ context.Context, _ store.Key, number int64) (*store.Revision, error) {
	for i := range p.revisions {
		if p.revisions[i].Number == number {
			return &p.revisions[i], p.err
		}
	}
	return nil, store.ErrNotFound
}

func (p *past) Approvals(context.Context, store.Key) ([]store.Approval, error) {
	return p.approvals, p.err
}

func TestLeadsOn(t *testing.T) {
	revisions := []store.Revision{{Number: 3, Hash: "r3"}, {Number: 2, Hash: "r2"}, {Number: 1, Hash: "r1"}}
	counted := []store.Approval{{Number: 2, Revision: 3, After: 2, Hash: "a2"}, {Number: 1, Revision: 2, After: 1, Hash: "a1"}, {Revision: 1, Hash: "a0"}}
	removed := []store.Removal{{Revision: 5, Hash: "d5", Last: "r5"}, {Revision: 3, Hash: "d3", Last: "r3", Approvals: 1, Approval: "a1"}}
	there, gone := &past{revisions: revisions, approvals: counted}, &past{removals: removed}
	anew := &past{removals: removed[1:], revisions: []store.Revision{{Number: 4, Hash: "r4"}}}
	found := make(map[store.TamperCode]bool)
	for name, test := range map[string]struct {
		now    *past
		before store.Kept
		want   store.TamperedError
	}{
		"the same":                        {there, store.Kept{Revision: 3, Hash: "r3", Approved: 3, Approvals: 2, Approval: "a2"}, store.TamperedError{}},
		"it went on":                      {there, store.Kept{Revision: 2, Hash: "r2", Approved: 2, Approvals: 1, Approval: "a1"}, store.TamperedError{}},
		"approvals were counted since":    {there, store.Kept{Revision: 1, Hash: "r1", Approved: 1, Approval: "a0"}, store.TamperedError{}},
		"nothing was approved":            {&past{revisions: revisions}, store.Kept{Revision: 3, Hash: "r3"}, store.TamperedError{}},
		"the first approval came since":   {&past{revisions: revisions, approvals: []store.Approval{{Number: 1, Revision: 2, Hash: "a1"}}}, store.Kept{Revision: 3, Hash: "r3"}, store.TamperedError{}},
		"cut off":                         {there, store.Kept{Revision: 4, Hash: "r4"}, store.TamperedError{Code: store.KeptRevisionMissing, Revision: 4}},
		"no register, and none removed":   {&past{}, store.Kept{Revision: 1, Hash: "r1"}, store.TamperedError{Code: store.KeptRevisionMissing, Revision: 1}},
		"written anew":                    {there, store.Kept{Revision: 2, Hash: "other"}, store.TamperedError{Code: store.KeptRevision, Revision: 2}},
		"an approval is gone":             {there, store.Kept{Revision: 3, Hash: "r3", Approved: 3, Approvals: 3, Approval: "a3"}, store.TamperedError{Code: store.KeptApprovalMissing, Approval: 3}},
		"all approvals are gone":          {&past{revisions: revisions}, store.Kept{Revision: 3, Hash: "r3", Approved: 2, Approvals: 1, Approval: "a1"}, store.TamperedError{Code: store.KeptApprovalMissing, Approval: 1}},
		"another approval":                {there, store.Kept{Revision: 3, Hash: "r3", Approved: 3, Approvals: 2, Approval: "other"}, store.TamperedError{Code: store.KeptApproval, Approval: 2}},
		"an approval of another revision": {there, store.Kept{Revision: 3, Hash: "r3", Approved: 2, Approvals: 2, Approval: "a2"}, store.TamperedError{Code: store.KeptApproval, Approval: 2}},
		"another of before they counted":  {there, store.Kept{Revision: 3, Hash: "r3", Approved: 1, Approval: "other"}, store.TamperedError{Code: store.KeptUncounted}},
		"one nobody gave, uncounted":      {there, store.Kept{Revision: 3, Hash: "r3"}, store.TamperedError{Code: store.KeptUncounted}},

		"removed since":                      {gone, store.Kept{Revision: 4, Hash: "any"}, store.TamperedError{}},
		"removed at once":                    {anew, store.Kept{Revision: 3, Hash: "r3", Approvals: 1, Approval: "a1"}, store.TamperedError{}},
		"approved once more, then removed":   {anew, store.Kept{Revision: 3, Hash: "r3"}, store.TamperedError{}},
		"the removal was kept":               {anew, store.Kept{Revision: 3, Hash: "d3"}, store.TamperedError{}},
		"made anew, and that was kept":       {anew, store.Kept{Revision: 4, Hash: "r4"}, store.TamperedError{}},
		"made anew, another was kept":        {anew, store.Kept{Revision: 4, Hash: "other"}, store.TamperedError{Code: store.KeptRevision, Revision: 4}},
		"another was removed":                {anew, store.Kept{Revision: 3, Hash: "other"}, store.TamperedError{Code: store.KeptRemoval, Revision: 3}},
		"another was removed, and one more":  {gone, store.Kept{Revision: 3, Hash: "other"}, store.TamperedError{Code: store.KeptRemoval, Revision: 3}},
		"removed without its approvals":      {anew, store.Kept{Revision: 3, Hash: "r3", Approvals: 2, Approval: "a2"}, store.TamperedError{Code: store.KeptRemoval, Revision: 3}},
		"removed with another approval":      {anew, store.Kept{Revision: 3, Hash: "r3", Approvals: 1, Approval: "other"}, store.TamperedError{Code: store.KeptRemoval, Revision: 3}},
		"the removal is gone, all of it too": {&past{}, store.Kept{Revision: 3, Hash: "d3"}, store.TamperedError{Code: store.KeptRevisionMissing, Revision: 3}},
	} {
		err := store.LeadsOn(t.Context(), test.now, store.Key{Register: "shop"}, test.before)
		told, ok := errors.AsType[*store.TamperedError](err)
		switch {
		case test.want.Code == "" && err != nil, test.want.Code != "" && (!ok || *told != test.want):
			t.Errorf("%s: told %v, want %+v", name, err, test.want)
		case ok:
			found[told.Code] = true
		}
	}
	for _, code := range store.TamperCodes() {
		if !found[code] && strings.HasPrefix(string(code), "kept-") {
			t.Errorf("%s is told of nothing", code)
		}
	}
	away := &past{revisions: revisions, err: store.ErrUnavailable}
	if err := store.LeadsOn(t.Context(), away, store.Key{}, store.Kept{Revision: 3, Hash: "r3"}); !errors.Is(err, store.ErrUnavailable) || errors.Is(err, store.ErrTampered) {
		t.Errorf("the store is away: %v", err)
	}
}

// leaving is a store from which somebody removes the register after its removals were
// asked for.
type leaving struct {
	past
	left []store.Removal
}

func (l *leaving) Removals(context.Context, store.Key) ([]store.Removal, error) {
	before := l.removals
	l.removals, l.revisions = l.left, nil
	return before, nil
}

func TestLeadsOnLeaving(t *testing.T) {
	now := &leaving{left: []store.Removal{{Revision: 4, Hash: "d4", Last: "r4"}}}
	if err := store.LeadsOn(t.Context(), now, store.Key{Register: "shop"}, store.Kept{Revision: 3, Hash: "r3"}); err != nil {
		t.Errorf("it was removed meanwhile: %v", err)
	}
	now = &leaving{left: nil}
	if err := store.LeadsOn(t.Context(), now, store.Key{Register: "shop"}, store.Kept{Revision: 3, Hash: "r3"}); !errors.Is(err, store.ErrTampered) {
		t.Errorf("it is gone: %v", err)
	}
}

func TestTamperedError(t *testing.T) {
	cause := errors.New("cause")
	err := error(&store.TamperedError{Code: store.RevisionImpossible, Revision: 7, At: "parties/one", Err: cause})
	if !errors.Is(err, store.ErrTampered) || !errors.Is(err, cause) || errors.Is(err, store.ErrNotFound) {
		t.Errorf("%v is none of what it should be", err)
	}
	for want, e := range map[string]store.TamperedError{
		`the history is not what was written: revision-impossible, revision 7, at "parties/one": cause`: {Code: store.RevisionImpossible, Revision: 7, At: "parties/one", Err: cause},
		`the history is not what was written: approved-elsewhere, revision 9, reached 2`:                {Code: store.ApprovedElsewhere, Revision: 9, Reached: 2},
		`the history is not what was written: approval-changed, approval 2`:                             {Code: store.ApprovalChanged, Approval: 2},
		`the history is not what was written: register-missing, table copies`:                           {Code: store.RegisterMissing, Table: "copies"},
	} {
		if got := e.Error(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
