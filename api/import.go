package api

import (
	"cmp"
	"encoding/json"
	"errors"
	"net/http"
	"slices"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// imported is what came of an import, or would come of it.
type imported struct {
	body []byte
	tag  string
	// after is the version that it tells of, of revision 0 where there is none.
	after *snapshot
}

// ImportRegister takes a whole register as people write it.
func (s service) ImportRegister(w http.ResponseWriter, r *http.Request, id RegisterParam, params ImportRegisterParams) {
	raw, err := s.body(w, r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	var made *imported
	err = s.heavily(r, func() (err error) {
		whole, err := parseWhole(r, raw)
		if err != nil {
			return err
		}
		if whole.register.ID == "" {
			named := *whole.register
			named.ID, whole.register = id, &named
		}
		if params.DryRun != nil && *params.DryRun {
			made, err = s.tryImport(r, id, whole)
		} else {
			made, err = s.importWhole(r, id, whole)
		}
		return err
	})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.sendWritten(w, http.StatusOK, made.body, made.tag, made.after)
}

func (s *Server) importWhole(r *http.Request, id string, whole *wholeBody) (*imported, error) {
	var result *edit
	after, err := s.importInto(r, id, whole, &result)
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(ImportResult{Changes: changesOf(result.changes), Problems: []ProblemDetail{}})
	return &imported{append(body, '\n'), after.tagOfRegister(), after}, err
}

// importInto replaces a register, or makes it where the caller says that there is
// none.
func (s *Server) importInto(r *http.Request, id string, whole *wholeBody, result **edit) (*snapshot, error) {
	if r.Header.Get("If-None-Match") == "*" {
		if !mayCreate(r) {
			return nil, noMaker()
		}
		if p := otherID(whole, id); p != nil {
			return nil, p
		}
		if p := absent(r); p != nil {
			return nil, p
		}
		changes, err := difference(&register.Register{}, whole.register)
		if err != nil {
			return nil, err
		}
		*result = &edit{changes: changes}
		after, err := s.begin(r, whole, store.Import, nil)
		if p := (*problem)(nil); errors.As(err, &p) && p.kind == conflict {
			return nil, sorry(preconditionFailed, "It is there already.")
		}
		return after, err
	}
	after, err := s.commit(r, keyOf(r, id), func(before *snapshot) (*edit, error) {
		if p := precondition(r, before.tagOfRegister()); p != nil {
			return nil, p
		}
		e, err := wholeEdit(before, whole, id, store.Import)
		*result = e
		return e, err
	})
	if errors.Is(err, store.ErrNotFound) {
		return nil, sorry(notFound, "There is no such register.").about("If-None-Match", "missing-header", "Send If-None-Match: * to make it.", nil)
	}
	return after, err
}

// tryImport tells what an import would change, and its problems: all that the import
// would be refused for.
func (s *Server) tryImport(r *http.Request, id string, whole *wholeBody) (*imported, error) {
	writable, ok := s.store.(store.Store)
	if !ok {
		return nil, store.ErrReadOnly
	}
	key := keyOf(r, id)
	before, err := s.snapshot(store.Fresh(r.Context()), key, store.Version{})
	if err != nil && !errors.Is(err, store.ErrNotFound) {
		return nil, err
	}
	from, made := &register.Register{}, &imported{after: &snapshot{Info: store.Info{Key: key}}}
	if err == nil {
		from, made = before.view.Register(), &imported{after: before, tag: before.tagOfRegister()}
	}
	if err := mayImport(r, made.tag); err != nil {
		return nil, err
	}
	changes, err := difference(from, whole.register)
	if err != nil {
		return nil, err
	}
	problems, more, err := s.refusals(r, writable, key, from, whole)
	if err != nil {
		return nil, err
	}
	result := ImportResult{DryRun: true, Changes: changesOf(changes), Problems: problems}
	if more > 0 {
		result.More = &more
	}
	body, err := json.Marshal(result)
	made.body = append(body, '\n')
	return made, err
}

// refusals are the problems for which a register would be refused in the place of the
// one that is there, as many as an answer lists, and how many there are besides.
func (s *Server) refusals(r *http.Request, in store.Store, key store.Key, from *register.Register, whole *wholeBody) (all []ProblemDetail, more int, err error) {
	_, problems := register.Resolve(whole.register, nil, visibleBases(r, in.Bases(r.Context(), key.Tenant), key.Register, from))
	var others []ProblemDetail
	if p := otherID(whole, key.Register); p != nil {
		others = p.errors
	}
	if !problems.HasErrors() {
		_, err := s.dependents(r, in, key, whole.register)
		if p := (*problem)(nil); errors.As(err, &p) && p.kind == conflict {
			others = append(others, p.errors...)
		} else if err != nil {
			return nil, 0, err
		}
	}
	if len(problems) > mostErrors {
		slices.SortStableFunc(problems, func(a, b diag.Problem) int { return cmp.Compare(b.Severity, a.Severity) })
	}
	all = append([]ProblemDetail{}, toldAll(others[:min(len(others), mostErrors)], languageOf(r))...)
	for _, one := range problems[:min(len(problems), mostErrors-len(all))] {
		all = append(all, detailOf(one, languageOf(r), whole.in))
	}
	return all, len(others) + len(problems) - len(all), nil
}

// mayImport tells where an import would be refused before anything is read: to make a
// register takes more, and the versions that the caller names must be those that are
// there. The tag is that of what is there, "" for nothing.
func mayImport(r *http.Request, tag string) error {
	switch {
	case tag == "" && !mayCreate(r):
		return noMaker()
	case tag == "":
		if p := absent(r); p != nil {
			return p
		}
	case r.Header.Get("If-Match") != "" || r.Header.Get("If-None-Match") != "":
		if p := precondition(r, tag); p != nil {
			return p
		}
	}
	return nil
}

// noMaker is the problem of who may not make registers.
func noMaker() *problem {
	return sorry(forbidden, "It takes the role admin in all registers to make one.")
}

// otherID is the problem of a register whose identifier is not that in the address.
func otherID(whole *wholeBody, id string) *problem {
	if whole.register.ID == id {
		return nil
	}
	return sorry(registerInvalid, "The identifier of the register is another one than that in the address.").inBody("/id", "id-differs", "It must be the same.")
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
		list = append(list, Change{At: c.At, Href: hrefOf(c.At), Action: action})
	}
	return list
}
