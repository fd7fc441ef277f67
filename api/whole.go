package api

import (
	"bytes"
	"errors"
	"net/http"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// CreateRegister creates a register.
func (s service) CreateRegister(w http.ResponseWriter, r *http.Request, _ CreateRegisterParams) {
	raw, err := s.body(w, r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.once(w, r, raw, func(k *keyed) (made *created, err error) {
		err = s.heavily(r, func() error {
			made, err = s.create(r, raw, k)
			return err
		})
		return made, err
	})
}

// create makes the register that was sent; k is nil where it carries no key.
func (s *Server) create(r *http.Request, raw []byte, k *keyed) (*created, error) {
	whole, err := parseWhole(r, raw, register.Canonical())
	if err != nil {
		return nil, err
	}
	if whole.register.ID == "" {
		return nil, sorry(registerInvalid, "The register has no identifier.").inBody("", string(diag.MissingField), "It is required here.")
	}
	c, err := canonical(whole.register, register.JSON)
	if err != nil {
		return nil, err
	}
	location := "/v1/registers/" + whole.register.ID
	after, err := s.begin(r, whole, store.Create, k.answering(location, c.body, tagOfRegister))
	if err != nil {
		return nil, err
	}
	return &created{after, c.body, after.tagOfRegister(), location}, nil
}

// begin makes a register that there is not yet, and has an answer noted with it, nil
// for none.
func (s *Server) begin(r *http.Request, whole *wholeBody, action store.Action, answer *store.KeyedAnswer) (*snapshot, error) {
	writable, ok := s.store.(store.Store)
	if !ok {
		return nil, store.ErrReadOnly
	}
	key, taken := keyOf(r, whole.register.ID), sorry(conflict, "There is a register of this identifier already.").inBody("/id", string(diag.DuplicateID), "It is used already.")
	if _, err := s.store.Head(store.Fresh(r.Context()), key, store.Version{}); err == nil {
		return nil, taken
	} else if !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	changes, err := difference(&register.Register{}, whole.register)
	if err != nil {
		return nil, err
	}
	before := &snapshot{Info: store.Info{Key: key}}
	after, err := s.revise(r, writable, before, &edit{register: whole.register, action: action, changes: changes, whole: true, in: whole.in, answer: answer})
	if errors.Is(err, store.ErrExists) {
		return nil, taken
	}
	return after, err
}

// ReplaceRegister puts a register in the place of the one that is there.
func (s service) ReplaceRegister(w http.ResponseWriter, r *http.Request, id RegisterParam, _ ReplaceRegisterParams) {
	raw, err := s.body(w, r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.rewrite(w, r, func() (*snapshot, error) {
		whole, err := parseWhole(r, raw, register.Canonical())
		if err != nil {
			return nil, err
		}
		return s.commitWhole(r, id, store.Replace, func(*snapshot) (*wholeBody, error) { return whole, nil })
	})
}

// PatchRegister changes fields of a register.
func (s service) PatchRegister(w http.ResponseWriter, r *http.Request, id RegisterParam, _ PatchRegisterParams) {
	raw, err := s.body(w, r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.changeWhole(w, r, id, store.Replace, func(before *snapshot) (*wholeBody, error) {
		own, err := register.Save(before.view.Register(), register.CanonicalJSON)
		if err != nil {
			return nil, err
		}
		merged, p := merge(r, own, raw)
		if p != nil {
			return nil, p
		}
		return parseWhole(r, merged, register.Canonical())
	})
}

// changeWhole commits a change of the register as a whole and sends it as it
// became.
func (s service) changeWhole(w http.ResponseWriter, r *http.Request, id string, action store.Action, make func(*snapshot) (*wholeBody, error)) {
	s.rewrite(w, r, func() (*snapshot, error) { return s.commitWhole(r, id, action, make) })
}

// rewrite does the work of changing a register as a whole and sends it as it became.
func (s service) rewrite(w http.ResponseWriter, r *http.Request, work func() (*snapshot, error)) {
	var (
		after *snapshot
		c     *content
	)
	err := s.heavily(r, func() (err error) {
		if after, err = work(); err == nil {
			c, err = canonical(after.view.Register(), register.JSON)
		}
		return err
	})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendWritten(w, http.StatusOK, c.body, after.tagOfRegister(), after)
}

func (s *Server) commitWhole(r *http.Request, id string, action store.Action, make func(*snapshot) (*wholeBody, error)) (*snapshot, error) {
	return s.commit(r, keyOf(r, id), func(before *snapshot) (*edit, error) {
		if p := precondition(r, before.tagOfRegister()); p != nil {
			return nil, p
		}
		whole, err := make(before)
		if err != nil {
			return nil, err
		}
		return wholeEdit(before, whole, id, action)
	})
}

func wholeEdit(before *snapshot, whole *wholeBody, id string, action store.Action) (*edit, error) {
	if p := otherID(whole, id); p != nil {
		return nil, p
	}
	changes, err := difference(before.view.Register(), whole.register)
	if err != nil {
		return nil, err
	}
	return &edit{register: whole.register, action: action, changes: changes, whole: true, in: whole.in}, nil
}

// DeleteRegister removes a register with its history. That it did, and who asked for
// it, stays.
func (s service) DeleteRegister(w http.ResponseWriter, r *http.Request, id RegisterParam, _ DeleteRegisterParams) {
	writable, ok := s.store.(store.Store)
	if !ok {
		s.refuse(w, r)
		return
	}
	key := keyOf(r, id)
	snap, err := s.snapshot(store.Fresh(r.Context()), key, store.Version{})
	if err == nil {
		if p := precondition(r, snap.tagOfRegister()); p != nil {
			err = p
		}
	}
	if err == nil {
		err = s.extended(r, writable, key)
	}
	if err == nil {
		err = writable.Remove(r.Context(), key, store.Removal{Revision: snap.Revision, By: callerOf(r), Reason: r.Header.Get("Change-Reason"), On: s.now()})
	}
	switch {
	case errors.Is(err, store.ErrChanged):
		err = sorry(preconditionFailed, "Somebody changed it meanwhile.")
	case errors.Is(err, store.ErrExtended):
		err = sorry(conflict, "Another register extended it when it was approved last; approve a later revision of that, or remove it.")
	}
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendRemoved(w, 0)
}

// extended refuses to remove a register that others extend.
func (s *Server) extended(r *http.Request, in store.Store, key store.Key) error {
	others, err := in.Dependents(r.Context(), key)
	if err != nil || len(others) == 0 {
		return err
	}
	p := sorry(conflict, "Other registers extend it.")
	for _, other := range others {
		p.errors = append(p.errors, ProblemDetail{Code: "referred-to", Detail: another(r, other.Register) + " extends it."})
	}
	return p
}

// difference is what changes from one register to another: first its own fields,
// then its entries in the order of the kinds; those that go before those that come.
func difference(from, to *register.Register) ([]store.Change, error) {
	oldHead, oldEntries, err := entries.Split(from)
	if err != nil {
		return nil, err
	}
	newHead, newEntries, err := entries.Split(to)
	if err != nil {
		return nil, err
	}
	var all []store.Change
	if len(oldEntries) == 0 && from.Schema == "" {
		oldHead = nil
	}
	if !bytes.Equal(oldHead, newHead) {
		all = append(all, store.Change{At: store.AtHead, Before: oldHead, After: newHead})
	}
	had := make(map[string]entries.Entry, len(oldEntries))
	for _, e := range oldEntries {
		had[entries.At(e.Kind, e.Key)] = e
	}
	var come []store.Change
	for _, e := range newEntries {
		at := entries.At(e.Kind, e.Key)
		before, there := had[at]
		delete(had, at)
		if !there || !bytes.Equal(before.Raw, e.Raw) || before.Position != e.Position {
			come = append(come, store.Change{At: at, Position: e.Position, Before: before.Raw, After: e.Raw})
		}
	}
	for _, e := range oldEntries {
		if at := entries.At(e.Kind, e.Key); had[at].Raw != nil {
			all = append(all, store.Change{At: at, Position: e.Position, Before: e.Raw})
		}
	}
	return append(all, come...), nil
}
