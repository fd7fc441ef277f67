package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/http"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
)

// CreateRegister creates a register.
func (s service) CreateRegister(w http.ResponseWriter, r *http.Request, _ CreateRegisterParams) {
	raw, p := s.body(w, r)
	if p != nil {
		s.fail(w, r, p)
		return
	}
	s.once(w, r, raw, func() (*created, error) {
		whole, err := parseWhole(r, raw, register.Canonical())
		if err != nil {
			return nil, err
		}
		if whole.ID == "" {
			return nil, sorry(registerInvalid, "The register has no identifier.").about("id", "missing-field", "It is required here.", nil)
		}
		after, err := s.begin(r, whole, store.Create)
		if err != nil {
			return nil, err
		}
		c, err := canonical(after.view.Register(), register.JSON)
		if err != nil {
			return nil, err
		}
		return &created{after, c.body, after.tagOfRegister(), "/v1/registers/" + whole.ID}, nil
	})
}

// begin makes a register that there is not yet.
func (s *Server) begin(r *http.Request, whole *register.Register, action store.Action) (*snapshot, error) {
	writable, ok := s.store.(store.Store)
	if !ok {
		return nil, store.ErrReadOnly
	}
	key := keyOf(r, whole.ID)
	if _, err := s.store.Head(store.Fresh(r.Context()), key, store.Version{}); err == nil {
		return nil, sorry(conflict, "There is a register of this identifier already.")
	} else if !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	changes, err := difference(&register.Register{}, whole)
	if err != nil {
		return nil, err
	}
	before := &snapshot{Info: store.Info{Key: key}}
	after, err := s.revise(r, writable, before, &edit{register: whole, action: action, changes: changes, whole: true})
	if errors.Is(err, store.ErrExists) {
		return nil, sorry(conflict, "There is a register of this identifier already.")
	}
	return after, err
}

// ReplaceRegister puts a register in the place of the one that is there.
func (s service) ReplaceRegister(w http.ResponseWriter, r *http.Request, id RegisterParam, _ ReplaceRegisterParams) {
	raw, p := s.body(w, r)
	if p != nil {
		s.fail(w, r, p)
		return
	}
	whole, err := parseWhole(r, raw, register.Canonical())
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.changeWhole(w, r, id, store.Replace, func(*snapshot) (*register.Register, error) { return whole, nil })
}

// PatchRegister changes fields of a register.
func (s service) PatchRegister(w http.ResponseWriter, r *http.Request, id RegisterParam, _ PatchRegisterParams) {
	raw, p := s.body(w, r)
	if p != nil {
		s.fail(w, r, p)
		return
	}
	s.changeWhole(w, r, id, store.Replace, func(before *snapshot) (*register.Register, error) {
		own, err := register.Save(before.view.Register(), register.CanonicalJSON)
		if err != nil {
			return nil, err
		}
		merged, p := merge(own, raw)
		if p != nil {
			return nil, p
		}
		return parseWhole(r, merged, register.Canonical())
	})
}

// changeWhole commits a change of the register as a whole and sends it as it
// became.
func (s service) changeWhole(w http.ResponseWriter, r *http.Request, id string, action store.Action, make func(*snapshot) (*register.Register, error)) {
	after, err := s.commit(r, keyOf(r, id), func(before *snapshot) (*edit, error) {
		if p := precondition(r, before.tagOfRegister()); p != nil {
			return nil, p
		}
		whole, err := make(before)
		if err != nil {
			return nil, err
		}
		return wholeEdit(before, whole, id, action)
	})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	c, err := canonical(after.view.Register(), register.JSON)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendWritten(w, http.StatusOK, c.body, after.tagOfRegister(), after)
}

func wholeEdit(before *snapshot, whole *register.Register, id string, action store.Action) (*edit, error) {
	if whole.ID != id {
		return nil, sorry(registerInvalid, "The identifier of the register is another one than that in the address.").about("id", "id-differs", "It must be the same.", nil)
	}
	changes, err := difference(before.view.Register(), whole)
	if err != nil {
		return nil, err
	}
	return &edit{register: whole, action: action, changes: changes, whole: true}, nil
}

// DeleteRegister removes a register with its history.
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
		err = writable.Remove(r.Context(), key, snap.Revision)
	}
	if errors.Is(err, store.ErrChanged) {
		err = sorry(preconditionFailed, "Somebody changed it meanwhile.")
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

// ImportRegister takes a whole register as people write it.
func (s service) ImportRegister(w http.ResponseWriter, r *http.Request, id RegisterParam, params ImportRegisterParams) {
	raw, p := s.body(w, r)
	if p != nil {
		s.fail(w, r, p)
		return
	}
	whole, err := parseWhole(r, raw)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if whole.ID == "" {
		named := *whole
		named.ID, whole = id, &named
	}
	if params.DryRun != nil && *params.DryRun {
		s.tryImport(w, r, id, whole)
		return
	}
	var result *edit
	after, err := s.importInto(r, id, whole, &result)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	body, err := json.Marshal(ImportResult{Changes: changesOf(result.changes), Problems: []ProblemDetail{}})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendWritten(w, http.StatusOK, append(body, '\n'), after.tagOfRegister(), after)
}

// importInto replaces a register, or makes it where the caller says that there is
// none.
func (s *Server) importInto(r *http.Request, id string, whole *register.Register, result **edit) (*snapshot, error) {
	if r.Header.Get("If-None-Match") == "*" {
		if !mayCreate(r) {
			return nil, sorry(forbidden, "It takes the role admin in all registers to make one.")
		}
		if whole.ID != id {
			return nil, sorry(registerInvalid, "The identifier of the register is another one than that in the address.").about("id", "id-differs", "It must be the same.", nil)
		}
		changes, err := difference(&register.Register{}, whole)
		if err != nil {
			return nil, err
		}
		*result = &edit{changes: changes}
		after, err := s.begin(r, whole, store.Import)
		if p := (*problem)(nil); errors.As(err, &p) && p.kind == conflict {
			return nil, sorry(preconditionFailed, "It is there already.")
		}
		return after, err
	}
	return s.commit(r, keyOf(r, id), func(before *snapshot) (*edit, error) {
		if p := precondition(r, before.tagOfRegister()); p != nil {
			return nil, p
		}
		e, err := wholeEdit(before, whole, id, store.Import)
		*result = e
		return e, err
	})
}

// tryImport tells what an import would change, and its problems.
func (s *Server) tryImport(w http.ResponseWriter, r *http.Request, id string, whole *register.Register) {
	writable, ok := s.store.(store.Store)
	if !ok {
		s.fail(w, r, store.ErrReadOnly)
		return
	}
	key := keyOf(r, id)
	from, tag := &register.Register{}, tagged("none")
	var snap *snapshot
	if found, err := s.snapshot(r.Context(), key, store.Version{}); err == nil {
		snap, from, tag = found, found.view.Register(), found.tagOfRegister()
	} else if !errors.Is(err, store.ErrNotFound) {
		s.fail(w, r, err)
		return
	}
	changes, err := difference(from, whole)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	_, problems := register.Resolve(whole, nil, visibleBases(r, writable.Bases(r.Context(), key.Tenant), from))
	result := ImportResult{DryRun: true, Changes: changesOf(changes), Problems: []ProblemDetail{}}
	for _, one := range problems {
		result.Problems = append(result.Problems, detailOf(one, languageOf(r)))
	}
	body, err := json.Marshal(result)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if snap == nil {
		snap = &snapshot{}
	}
	s.sendWritten(w, http.StatusOK, append(body, '\n'), tag, snap)
}

func changesOf(all []store.Change) []Change {
	list := make([]Change, 0, len(all))
	for _, c := range all {
		action := ChangeActionReplace
		switch {
		case c.Before == nil:
			action = ChangeActionCreate
		case c.After == nil:
			action = ChangeActionDelete
		}
		list = append(list, Change{At: c.At, Action: action})
	}
	return list
}
