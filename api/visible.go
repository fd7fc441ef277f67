package api

import (
	"net/http"
	"slices"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// visibleBases are the bases that a caller may let a register extend: those that
// they may read, and those that it extends already. Else whoever may write one
// register could read all others of the tenant through it. The register itself is
// none: what is stored under its identifier is about to be another one.
func visibleBases(r *http.Request, all register.Bases, id string, before *register.Register) register.Bases {
	v := &visible{Bases: all, request: r, id: id}
	if before != nil {
		v.extended = store.BaseIDs(before.Extends)
	}
	return v
}

type visible struct {
	register.Bases
	request  *http.Request
	id       string
	extended []string
}

// Base finds a base. One that the caller may not read is not found; what the bases
// themselves extend was decided by others.
func (v *visible) Base(from, name string) (string, *register.Register, *register.Source, diag.Problems, error) {
	id := store.BaseID(name)
	if from == "" && !slices.Contains(v.extended, id) && !mayRead(v.request, id) {
		return id, nil, nil, nil, store.ErrNotFound
	}
	if from == "" && id == v.id {
		return "", nil, nil, nil, nil // the key of what is resolved: it leads back to itself
	}
	return v.Bases.Base(from, name)
}

// another names a register to a caller who may read it, and else only says that
// there is one.
func another(r *http.Request, id string) string {
	if mayRead(r, id) {
		return "The register " + id
	}
	return "Another register"
}
