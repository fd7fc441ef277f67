package api

import (
	"encoding/json"
	"errors"
	"net/http"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
)

// ListRevisions lists the changes of a register. A store of files keeps none.
func (s service) ListRevisions(w http.ResponseWriter, r *http.Request, id RegisterParam, _ ListRevisionsParams) {
	a, query, ok := s.about(w, r, id)
	if !ok {
		return
	}
	history, ok := s.store.(store.Store)
	if !ok {
		s.answer(a, func() (*content, error) { return jsonOf(RevisionList{Items: []Revision{}}, nil) })
		return
	}
	q := store.RevisionQuery{At: query.Get("of"), Approved: query.Get("state") == "approved", Proposed: query.Get("state") == "proposed"}
	// How many there are is known when they are counted; the page is cut from that.
	_, total, err := history.Revisions(r.Context(), a.snap.Key, q)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	p, fault := pageOf(query, a.snap.Tag, total)
	if fault != nil {
		s.fail(w, r, fault)
		return
	}
	q.From, q.Most = p.from, p.to-p.from
	all, _, err := history.Revisions(r.Context(), a.snap.Key, q)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	list := RevisionList{Items: []Revision{}, Total: total}
	for i := range all {
		list.Items = append(list.Items, revisionOf(&all[i]))
	}
	header := http.Header{}
	if next := p.next(r.URL, header, a.snap.Tag, total); next != "" {
		list.Next = &next
	}
	c, err := jsonOf(list, header)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	// Approvals change the list and not the register: the tag is that of the list.
	s.send(w, r, c, tagged("revisions", r.URL.RawQuery, string(c.body)), a.snap)
}

// ReadRevision reads one change of a register.
func (s service) ReadRevision(w http.ResponseWriter, r *http.Request, id RegisterParam, number RevisionNumberParam, _ ReadRevisionParams) {
	a, _, ok := s.about(w, r, id)
	if !ok {
		return
	}
	history, ok := s.store.(store.Store)
	if !ok {
		s.fail(w, r, store.ErrNotFound)
		return
	}
	found, err := history.Revision(r.Context(), a.snap.Key, int64(number))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	c, err := wholeRevision(found)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.send(w, r, c, tagged("revision", string(c.body)), a.snap)
}

func wholeRevision(r *store.Revision) (*content, error) {
	out := revisionOf(r)
	changes := []EntryChange{}
	for _, c := range r.Changes {
		one := EntryChange{At: c.At}
		for raw, into := range map[*[]byte]**map[string]any{&c.Before: &one.Before, &c.After: &one.After} {
			if *raw == nil {
				continue
			}
			if err := json.Unmarshal(*raw, into); err != nil {
				return nil, err
			}
		}
		changes = append(changes, one)
	}
	out.Entries = &changes
	return jsonOf(out, nil)
}

func revisionOf(r *store.Revision) Revision {
	out := Revision{
		Number: int(r.Number), State: RevisionStateProposed, At: r.At, Action: RevisionAction(r.Action),
		By: r.By, On: r.On, Reason: r.Reason, Hash: r.Hash, Changes: r.Count,
	}
	if r.Previous != "" {
		out.Previous = &r.Previous
	}
	if r.ApprovedBy != "" {
		out.State, out.ApprovedBy, out.ApprovedOn = RevisionStateApproved, &r.ApprovedBy, &r.ApprovedOn
	}
	return out
}

// RestoreRevision makes a register what it was.
func (s service) RestoreRevision(w http.ResponseWriter, r *http.Request, id RegisterParam, number RevisionNumberParam, _ RestoreRevisionParams) {
	s.changeWhole(w, r, id, store.Restore, func(before *snapshot) (*register.Register, error) {
		old, err := s.snapshot(r.Context(), before.Key, store.Version{Revision: int64(number)})
		if err != nil {
			return nil, err
		}
		return old.view.Register(), nil
	})
}

// ApproveRevision approves a register as it is at a revision.
func (s service) ApproveRevision(w http.ResponseWriter, r *http.Request, id RegisterParam, number RevisionNumberParam, _ ApproveRevisionParams) {
	history, ok := s.store.(store.Store)
	if !ok {
		s.refuse(w, r)
		return
	}
	key := keyOf(r, id)
	found, err := history.Revision(r.Context(), key, int64(number))
	if err == nil {
		if p := approvable(r, found); p != nil {
			err = p
		}
	}
	if err == nil {
		err = history.Approve(r.Context(), key, int64(number), callerOf(r), s.now())
	}
	switch {
	case errors.Is(err, store.ErrOwnWork):
		err = sorry(forbidden, "Among the changes to be approved are your own; somebody else must approve them.")
	case errors.Is(err, store.ErrNotFound) && found != nil:
		err = sorry(conflict, "The revision is approved already.")
	case err == nil:
		found, err = history.Revision(r.Context(), key, int64(number))
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	c, err := wholeRevision(found)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendWritten(w, http.StatusOK, c.body, tagged("revision", string(c.body)), &snapshot{Info: store.Info{Revision: found.Number}})
}

// approvable compares the version that the caller read with the revision.
func approvable(r *http.Request, found *store.Revision) *problem {
	c, err := wholeRevision(found)
	if err != nil {
		return &problem{kind: internalFault, cause: err}
	}
	return precondition(r, tagged("revision", string(c.body)))
}
