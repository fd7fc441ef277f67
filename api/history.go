package api

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"github.com/openropa/ropa/api/store"
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
	of, fault := addressAsked(query.Get("of"))
	if fault != nil {
		s.fail(w, r, fault)
		return
	}
	// Those of the version that is answered of, not what was made since.
	q := store.RevisionQuery{At: of, Upto: a.snap.Revision, Approved: query.Get("state") == "approved", Proposed: query.Get("state") == "proposed"}
	// How many there are is known when they are counted; the page is cut from that.
	_, total, err := history.Revisions(r.Context(), a.snap.Key, q)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	// What was approved meanwhile is on another list: then there are not as many.
	p, fault := pageOf(query, listed(r, a.snap.Tag, strconv.Itoa(total)), total)
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
	if next := p.next(header, total); next != "" {
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
		s.fail(w, r, s.missing(r.Context(), a.snap.Key, store.Version{Revision: int64(number)}, store.ErrNotFound))
		return
	}
	found, err := history.Revision(r.Context(), a.snap.Key, int64(number))
	if err != nil {
		s.fail(w, r, s.missing(r.Context(), a.snap.Key, store.Version{Revision: int64(number)}, err))
		return
	}
	c, tag, _, err := s.proposed(r, history, a.snap.Key, found)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.send(w, r, c, tag, a.snap)
}

// proposed is a revision with its tag, which changes with what the register extends:
// whoever approves it names what they saw. Bases are the revisions of that.
func (s *Server) proposed(r *http.Request, history store.Store, key store.Key, found *store.Revision) (c *content, tag string, bases map[string]int64, err error) {
	if bases, err = history.Approvable(store.Fresh(r.Context()), key, found.Number); err != nil {
		return nil, "", nil, err
	}
	if c, err = wholeRevision(found); err != nil {
		return nil, "", nil, err
	}
	parts := []string{"revision", string(c.body)}
	for _, id := range sortedKeys(bases) {
		parts = append(parts, id, strconv.FormatInt(bases[id], 10))
	}
	return c, tagged(parts...), bases, nil
}

func wholeRevision(r *store.Revision) (*content, error) {
	out := revisionOf(r)
	changes := []EntryChange{}
	for _, c := range r.Changes {
		one := EntryChange{At: c.At, Href: hrefOf(c.At)}
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
		Number: int(r.Number), State: RevisionStateProposed, At: r.At, Href: hrefOf(r.At), Action: RevisionAction(r.Action),
		By: r.By, On: r.On, Reason: r.Reason, Hash: r.Hash, Changes: r.Count,
	}
	if r.Previous != "" {
		out.Previous = &r.Previous
	}
	if r.ApprovedBy != "" {
		out.State, out.ApprovedBy, out.ApprovedOn = RevisionStateApproved, &r.ApprovedBy, &r.ApprovedOn
		if r.ApprovalReason != "" {
			out.ApprovalReason = &r.ApprovalReason
		}
	}
	return out
}

// RestoreRevision makes a register what it was.
func (s service) RestoreRevision(w http.ResponseWriter, r *http.Request, id RegisterParam, number RevisionNumberParam, _ RestoreRevisionParams) {
	s.changeWhole(w, r, id, store.Restore, func(before *snapshot) (*wholeBody, error) {
		v := store.Version{Revision: int64(number)}
		old, err := s.snapshot(r.Context(), before.Key, v)
		if err != nil {
			return nil, s.missing(r.Context(), before.Key, v, err)
		}
		return &wholeBody{register: old.view.Register()}, nil
	})
}

// ApproveRevision approves a register, with what it extends, as it is at a revision.
func (s service) ApproveRevision(w http.ResponseWriter, r *http.Request, id RegisterParam, number RevisionNumberParam, _ ApproveRevisionParams) {
	history, ok := s.store.(store.Store)
	if !ok {
		s.refuse(w, r)
		return
	}
	key := keyOf(r, id)
	found, err := history.Revision(r.Context(), key, int64(number))
	if err != nil {
		s.fail(w, r, s.missing(r.Context(), key, store.Version{Revision: int64(number)}, err))
		return
	}
	_, tag, bases, err := s.proposed(r, history, key, found)
	if err == nil {
		if p := precondition(r, tag); p != nil {
			err = p
		}
	}
	if err == nil {
		err = history.Approve(r.Context(), key, store.Approval{Revision: found.Number, Bases: bases, By: callerOf(r), Reason: r.Header.Get("Change-Reason"), On: s.now()})
	}
	if err != nil {
		s.fail(w, r, notApproved(err))
		return
	}
	if found, err = history.Revision(r.Context(), key, int64(number)); err != nil {
		s.fail(w, r, err)
		return
	}
	c, tag, _, err := s.proposed(r, history, key, found)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendWritten(w, http.StatusOK, c.body, tag, &snapshot{Info: store.Info{Revision: found.Number}})
}

// notApproved says why a revision that is there was not approved.
func notApproved(err error) error {
	switch {
	case errors.Is(err, store.ErrOwnWork):
		return sorry(forbidden, "Among the changes to be approved, in the register or in what it extends, are your own; somebody else must approve them.")
	case errors.Is(err, store.ErrNotFound):
		return sorry(conflict, "The revision is approved already.")
	case errors.Is(err, store.ErrChanged):
		return sorry(preconditionFailed, "What the register extends has changed; look at it again.")
	}
	return err
}
