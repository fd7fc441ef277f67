package api

import (
	"errors"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/openropa/ropa/api/auth"
	"github.com/openropa/ropa/api/store"
)

// anonymous is whoever calls a server that asks nobody who they are: one of files,
// for this machine alone.
var anonymous = &auth.Caller{Subject: "anonymous", Grants: auth.Grants{auth.All: auth.Admin}}

// whoever is who makes a request. Before that is known it is somebody who may do
// nothing, of a tenant that there is not.
func whoever(r *http.Request) *auth.Caller {
	if c := callOf(r.Context()).caller; c != nil {
		return c
	}
	return nobody
}

var nobody = &auth.Caller{Subject: "nobody", Tenant: "/"}

// callerOf is whom the history names for what a request does.
func callerOf(r *http.Request) string { return whoever(r).Subject }

// keyOf is the register of the caller's tenant.
func keyOf(r *http.Request, register string) store.Key {
	return store.Key{Tenant: whoever(r).Tenant, Register: register}
}

// mayRead reports whether the caller may read a register of their tenant.
func mayRead(r *http.Request, register string) bool {
	return whoever(r).Grants.In(register).Holds(auth.Reader)
}

// mayCreate reports whether the caller may make registers.
func mayCreate(r *http.Request) bool { return whoever(r).Grants.In(auth.All).Holds(auth.Admin) }

// The roles of the contract that are none of package auth.
const (
	// roleNone is of operations for everybody.
	roleNone = "none"
	// roleCaller is of what stands beside the contract for whoever is known.
	roleCaller = "caller"
)

// admit finds out who calls and whether they may. An operation whose role is not
// known is nobody's.
func (s *Server) admit(op *operation, r *http.Request) error {
	caller := anonymous
	if s.authenticate != nil && op.role != roleNone {
		var err error
		if caller, err = s.known(r); err != nil {
			return err
		}
	}
	callOf(r.Context()).caller = caller
	if err := s.withinRate(op, r, caller); err != nil {
		return err
	}
	if s.authenticate == nil || op.role == roleNone || op.role == roleCaller {
		return nil
	}
	return allowed(op, r, caller.Grants)
}

// allowed tells whether grants are enough for an operation. Of a register that the
// caller may not even read it tells what it would tell if there were none.
func allowed(op *operation, r *http.Request, grants auth.Grants) error {
	need := auth.RoleOf(op.role)
	if !strings.Contains(op.path, "{register}") {
		// Of a list everybody sees what they may read.
		if need == auth.Reader || grants.In(auth.All).Holds(need) {
			return nil
		}
		return sorry(forbidden, "It takes the role %s in all registers.", op.role)
	}
	has := grants.In(r.PathValue("register"))
	if !has.Holds(auth.Reader) {
		return store.ErrNotFound
	}
	if !has.Holds(need) {
		return sorry(forbidden, "It takes the role %s in this register.", op.role)
	}
	return nil
}

// known finds out who presents a token. Those who present wrong ones must wait.
func (s *Server) known(r *http.Request) (*auth.Caller, error) {
	address := s.addressOf(r)
	if wait := s.failures.wait(address, s.now()); wait > 0 {
		return nil, tooMany(wait)
	}
	token, err := auth.Bearer(r)
	var caller *auth.Caller
	if err == nil {
		caller, err = s.authenticate.Authenticate(r.Context(), token)
	}
	switch {
	case err == nil:
		return caller, nil
	case errors.Is(err, auth.ErrNone):
		return nil, challenge("Send an API token or a token of the issuer: Authorization: Bearer ….", "")
	case errors.Is(err, auth.ErrRefused), errors.Is(err, auth.ErrForeign):
		s.failures.spend(address, s.now())
		s.metrics.refused.Inc()
		return nil, challenge("The token is not valid, or not any more.", `, error="invalid_token"`)
	}
	return nil, err
}

// challenge says how to authenticate (RFC 6750, 3).
func challenge(detail, more string) *problem {
	p := sorry(unauthenticated, "%s", detail)
	p.header = http.Header{"Www-Authenticate": {`Bearer realm="ropa"` + more}}
	return p
}

// withinRate counts a request against what its caller may ask.
func (s *Server) withinRate(op *operation, r *http.Request, caller *auth.Caller) error {
	if !op.limited || s.rates == nil {
		return nil
	}
	key := caller.Tenant + "\x00" + caller.Subject
	if caller == anonymous {
		key = s.addressOf(r)
	}
	if wait := s.rates.spend(key, s.now()); wait > 0 {
		return tooMany(wait)
	}
	return nil
}

// tooMany tells when to come back, in whole seconds.
func tooMany(wait time.Duration) *problem {
	p := sorry(rateLimited, "Wait as long as Retry-After says.")
	p.header = http.Header{"Retry-After": {strconv.Itoa(max(1, int(math.Ceil(wait.Seconds()))))}}
	return p
}
