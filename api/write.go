package api

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
)

// edit is what a write makes of a register.
type edit struct {
	// register is the register afterwards. It shares what did not change.
	register *register.Register
	action   store.Action
	changes  []store.Change
	// whole: it concerns the register as a whole.
	whole bool
	// in tells where problems lie in what was sent.
	in pointing
	// answer is noted with the revision; nil for none.
	answer *store.KeyedAnswer
}

// nothing reports whether everything stays as it is: that makes no revision, which
// somebody would have to approve.
func (e *edit) nothing() bool {
	if e.whole {
		return len(e.changes) == 0
	}
	return !slices.ContainsFunc(e.changes, func(c store.Change) bool { return c.Before == nil || !bytes.Equal(c.Before, c.After) })
}

// A write is made again where somebody else was first: so often at least, and small
// ones for so long. Another server that writes all the time wins most of the races,
// but not all of them.
const (
	leastTries = 8
	triesFor   = 2 * time.Second
)

// commit makes a revision of a register, or returns the newest version where nothing
// changes. Make is given the newest version, and is
// asked again where somebody else changed it meanwhile.
func (s *Server) commit(r *http.Request, key store.Key, make func(*snapshot) (*edit, error)) (*snapshot, error) {
	writable, ok := s.store.(store.Store)
	if !ok {
		return nil, store.ErrReadOnly
	}
	// Within this process they take turns; another one may still be first.
	end, err := s.turns.take(r.Context(), key)
	if err != nil {
		return nil, err
	}
	defer end()
	for try, begun := 0, time.Now(); try < leastTries || time.Since(begun) < triesFor; try++ {
		before, err := s.snapshot(store.Fresh(r.Context()), key, store.Version{})
		if err != nil {
			return nil, err
		}
		e, err := make(before)
		if err != nil {
			return nil, err
		}
		if e.nothing() {
			return before, nil
		}
		after, err := s.revise(r, writable, before, e)
		if !errors.Is(err, store.ErrChanged) {
			return after, err
		}
	}
	return nil, sorry(conflict, "Others change the register all the time; try again.")
}

// revise checks what an edit makes of a register and commits it.
func (s *Server) revise(r *http.Request, to store.Store, before *snapshot, e *edit) (*snapshot, error) {
	ctx, key := r.Context(), before.Key
	bases, err := basesOf(ctx, to, before, e.register)
	if err != nil {
		return nil, err
	}
	view, problems := resolved(r, to, before, e.register)
	if problems.HasErrors() {
		return nil, invalid(problems, r, e.in)
	}
	dependents, err := s.dependents(r, to, key, e.register)
	if err != nil {
		return nil, err
	}
	c := store.Commit{
		Base: before.Revision, Tag: before.Tag, Action: e.action, Changes: e.changes, Extends: e.register.Extends, Bases: bases, Dependents: dependents,
		By: callerOf(r), Reason: r.Header.Get("Change-Reason"), On: s.now(), Answer: e.answer,
	}
	if e.whole || len(e.changes) != 1 {
		whole, err := register.Save(e.register, register.CanonicalJSON)
		if err != nil {
			return nil, err
		}
		c.Whole = whole
	}
	info, err := to.Commit(ctx, key, c)
	if err != nil {
		return nil, err
	}
	after := &snapshot{Info: info, view: view, size: sizeAfter(before.size, e.changes)}
	after.chart = after.charted(chartAfter(before, view))
	before.handOn(after)
	after.learn(e.changes)
	s.snapshots.put(after)
	return after, nil
}

// basesOf are the revisions of what a register extends, where it did not extend the
// same before: the tag of the version before it covers that.
func basesOf(ctx context.Context, of store.Reader, before *snapshot, changed *register.Register) (map[string]int64, error) {
	if before.view != nil && slices.Equal(before.view.Register().Extends, changed.Extends) {
		return nil, nil
	}
	bases := make(map[string]int64)
	for _, id := range store.BaseIDs(changed.Extends) {
		head, err := of.Head(store.Fresh(ctx), store.Key{Tenant: before.Tenant, Register: id}, store.Version{})
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			return nil, err
		}
		if id != before.Register {
			bases[id] = head.Revision
		}
	}
	return bases, nil
}

// resolved resolves a register that was made from the version before it.
func resolved(r *http.Request, to store.Store, before *snapshot, changed *register.Register) (*register.View, diag.Problems) {
	var was *register.Register
	if before.view != nil {
		if view, problems, ok := before.view.Next(changed); ok {
			return view, problems
		}
		was = before.view.Register()
	}
	return register.Resolve(changed, nil, visibleBases(r, to.Bases(r.Context(), before.Tenant), before.Register, was))
}

// chartAfter makes the data map of a changed register, from that of the version
// before it where there is one.
func chartAfter(before *snapshot, view *register.View) func() *datamap.Map {
	if m := before.made.Load(); m != nil {
		return func() *datamap.Map { return m.Next(view) }
	}
	return func() *datamap.Map { return datamap.Build(view) }
}

// dependents refuses a change that others who extend the register could not bear.
// It returns their revisions.
func (s *Server) dependents(r *http.Request, to store.Store, key store.Key, changed *register.Register) (map[string]int64, error) {
	ctx := r.Context()
	others, err := to.Dependents(ctx, key)
	if err != nil {
		return nil, err
	}
	revisions := make(map[string]int64, len(others))
	for _, other := range others {
		copied, err := to.Read(ctx, other, store.Version{})
		if err != nil {
			return nil, err
		}
		revisions[other.Register] = copied.Revision
		if _, problems := register.Resolve(copied.View.Register(), nil, &changedBase{to.Bases(ctx, key.Tenant), key.Register, changed}); problems.HasErrors() {
			return nil, unbearable(r, other.Register, problems)
		}
	}
	return revisions, nil
}

// unbearable is the problem of a change that a register which extends the changed one
// could not bear.
func unbearable(r *http.Request, other string, problems diag.Problems) *problem {
	p, relation := sorry(conflict, "A register that extends this one refers to what would be gone."), " refers to it."
	circular := func(one diag.Problem) bool { return one.Code == diag.Cycle && strings.HasPrefix(one.At, "extends/") }
	if slices.ContainsFunc(problems, circular) {
		p, relation = sorry(conflict, "The register would extend one that extends it."), " extends it."
	}
	for _, one := range problems {
		detail := ProblemDetail{Code: string(one.Code), Detail: another(r, other) + relation}
		if mayRead(r, other) {
			detail.At = &one.At
		}
		p.errors = append(p.errors, detail)
	}
	return p
}

// changedBase are bases of which one has changed.
type changedBase struct {
	register.Bases
	id      string
	changed *register.Register
}

// Base returns the changed one in the place of the one that is stored.
func (b *changedBase) Base(from, name string) (string, *register.Register, *register.Source, diag.Problems, error) {
	if store.BaseID(name) == b.id {
		return b.id, b.changed, nil, nil, nil
	}
	return b.Bases.Base(from, name)
}

// createEntity adds an entry at the end of its list.
func (s service) createEntity(w http.ResponseWriter, r *http.Request, id string, kind register.Kind) {
	raw, err := s.body(w, r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.once(w, r, raw, func(k *keyed) (*created, error) {
		e, problems := entries.Read(kind, raw)
		if e == nil {
			return nil, invalid(problems, r, ofReading)
		}
		location := r.URL.Path + "/" + e.Key()
		after, err := s.commit(r, keyOf(r, id), func(before *snapshot) (*edit, error) {
			all := entries.Of(before.view.Register(), kind)
			if entries.Index(all, e.Key()) >= 0 {
				return nil, sorry(conflict, "The register has an entry of this kind and identifier already.").inBody(keyPointer(e), string(diag.DuplicateID), "It is used already.")
			}
			added, err := edited(before, kind, store.Create, store.Change{At: entries.At(kind, e.Key()), Position: len(all)}, e, append(slices.Clone(all), e))
			if err == nil && k != nil {
				as := entryOf(e, added.changes[0].After)
				added.answer = k.answering(location, as.body, func(store.Info) string { return as.tag })
			}
			return added, err
		})
		if err != nil {
			return nil, err
		}
		body, tag, err := after.canonicalEntry(kind, e)
		return &created{after, body, tag, location}, err
	})
}

// edited is the edit of one entry of a kind; after is nil where it is removed.
// Pointers into what it became, in canonical form, are those into what was sent.
func edited(before *snapshot, kind register.Kind, action store.Action, c store.Change, after register.Entity, all []register.Entity) (*edit, error) {
	var in pointing
	if after != nil {
		raw, err := canonicalBytes(after)
		if err != nil {
			return nil, err
		}
		c.After, in = raw, ofEntry(kind, after, raw)
	}
	if len(all) == 0 {
		all = nil
	}
	return &edit{register: entries.With(before.view.Register(), kind, all), action: action, changes: []store.Change{c}, in: in}, nil
}

// found is an entry of the register itself, with its place and its tag.
type found struct {
	all    []register.Entity
	at     int
	entity register.Entity
	raw    []byte
	tag    string
}

// ownEntry finds an entry of the register itself: what it inherits is changed
// where it stands.
func (s *snapshot) ownEntry(kind register.Kind, key string) (*found, *problem) {
	f := &found{all: entries.Of(s.view.Register(), kind)}
	if f.at = entries.Index(f.all, key); f.at < 0 {
		if s.view.Lookup(kind, key) != nil {
			return f, sorry(notFound, "The entry stands in a register that this one extends; change it there, or add one of the same identifier here.")
		}
		return f, noEntry(s.view, kind, key)
	}
	f.entity = f.all[f.at]
	body, tag, err := s.canonicalEntry(kind, f.entity)
	if err != nil {
		return f, &problem{kind: internalFault, cause: err}
	}
	f.raw, f.tag = body[:len(body)-1], tag // without the line end
	return f, nil
}

// replaceEntity puts an entry in the place of another one, or adds it where the
// caller says that there is none.
func (s service) replaceEntity(w http.ResponseWriter, r *http.Request, id string, kind register.Kind, key string) {
	raw, err := s.body(w, r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	e, problems := entries.Read(kind, raw)
	if e == nil {
		s.fail(w, r, invalid(problems, r, ofReading))
		return
	}
	if e.Key() != key {
		s.fail(w, r, sorry(registerInvalid, "The identifier in the body is another one than that in the address.").inBody(keyPointer(e), "id-differs", "It must be the same."))
		return
	}
	status := http.StatusOK
	s.changeEntity(w, r, id, kind, key, &status, func(before *snapshot) (*edit, error) {
		f, missing := before.ownEntry(kind, key)
		if missing != nil && r.Header.Get("If-None-Match") != "*" {
			return nil, missing.about("If-None-Match", "missing-header", "Send If-None-Match: * to add it here.", nil)
		}
		if missing != nil {
			if p := absent(r); p != nil {
				return nil, p
			}
			status = http.StatusCreated
			return edited(before, kind, store.Create, store.Change{At: entries.At(kind, key), Position: len(f.all)}, e, append(slices.Clone(f.all), e))
		}
		if p := precondition(r, f.tag); p != nil {
			return nil, p
		}
		all := slices.Clone(f.all)
		all[f.at] = e
		return edited(before, kind, store.Replace, store.Change{At: entries.At(kind, key), Position: f.at, Before: f.raw}, e, all)
	})
}

// patchEntity changes fields of an entry (RFC 7396).
func (s service) patchEntity(w http.ResponseWriter, r *http.Request, id string, kind register.Kind, key string) {
	raw, err := s.body(w, r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	status := http.StatusOK
	s.changeEntity(w, r, id, kind, key, &status, func(before *snapshot) (*edit, error) {
		f, missing := before.ownEntry(kind, key)
		if missing != nil {
			return nil, missing
		}
		if p := precondition(r, f.tag); p != nil {
			return nil, p
		}
		merged, p := merge(r, f.raw, raw)
		if p != nil {
			return nil, p
		}
		e, problems := entries.Read(kind, merged)
		if e == nil {
			return nil, invalid(problems, r, ofReading)
		}
		if e.Key() != key {
			return nil, sorry(registerInvalid, "A patch cannot change the identifier.").inBody(keyPointer(e), "id-differs", "It must stay the same.")
		}
		all := slices.Clone(f.all)
		all[f.at] = e
		return edited(before, kind, store.Replace, store.Change{At: entries.At(kind, key), Position: f.at, Before: f.raw}, e, all)
	})
}

// changeEntity commits a change of one entry and sends the entry as it became.
func (s service) changeEntity(w http.ResponseWriter, r *http.Request, id string, kind register.Kind, key string, status *int, make func(*snapshot) (*edit, error)) {
	after, err := s.commit(r, keyOf(r, id), make)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	body, tag, err := after.canonicalEntry(kind, after.view.Lookup(kind, key))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendWritten(w, *status, body, tag, after)
}

// inherits reports whether a register in which an entry is left out has an inherited
// one in its place, to which all that refers to it may refer.
func (s *Server) inherits(r *http.Request, before *snapshot, without *register.Register, kind register.Kind, key string) bool {
	all, ok := s.store.(store.Store)
	if !ok {
		return false
	}
	view, problems := resolved(r, all, before, without)
	return !problems.HasErrors() && view.Lookup(kind, key) != nil
}

// deleteEntity removes an entry to which no other refers.
func (s service) deleteEntity(w http.ResponseWriter, r *http.Request, id string, kind register.Kind, key string) {
	after, err := s.commit(r, keyOf(r, id), func(before *snapshot) (*edit, error) {
		f, missing := before.ownEntry(kind, key)
		if missing != nil {
			return nil, missing
		}
		if p := precondition(r, f.tag); p != nil {
			return nil, p
		}
		e, err := edited(before, kind, store.Delete, store.Change{At: entries.At(kind, key), Position: f.at, Before: f.raw}, nil, slices.Delete(slices.Clone(f.all), f.at, f.at+1))
		if err != nil {
			return nil, err
		}
		if p := referredTo(before.view, kind, key); p != nil && !s.inherits(r, before, e.register, kind, key) {
			return nil, p
		}
		return e, nil
	})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendRemoved(w, after.Revision)
}
