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
func whoever(r *http.Request) *auth.Caller { return callOf(r.Context()).whoever() }

func (c *call) whoever() *auth.Caller {
	if c.caller != nil {
		return c.caller
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

// known finds out who presents a token. Whoever presents a valid one need not wait
// for those who present wrong ones from the same address: nobody guesses 256 bits, or
// a signature. Only what wrong ones cost is bounded.
func (s *Server) known(r *http.Request) (*auth.Caller, error) {
	token, err := auth.Bearer(r)
	var caller *auth.Caller
	var unknown bool
	if err == nil {
		caller, err = auth.Sparing(r.Context(), s.authenticate, token, func() error {
			if wait := s.lookups(s.addressOf(r)); wait > 0 {
				return tooMany(wait)
			}
			unknown = true
			return nil
		})
	}
	switch {
	case err == nil:
		return caller, nil
	case errors.Is(err, auth.ErrNone):
		return nil, challenge("Send an API token or a token of the issuer: Authorization: Bearer ….", "")
	case errors.Is(err, auth.ErrRefused), errors.Is(err, auth.ErrForeign):
		s.metrics.refused.Inc()
		if wait := s.failed(s.addressOf(r), unknown); wait > 0 {
			return nil, tooMany(wait)
		}
		return nil, challenge("The token is not valid, or not any more.", `, error="invalid_token"`)
	case errors.Is(err, auth.ErrUnavailable):
		return nil, &problem{kind: unavailable, detail: "The issuer of the token cannot be asked for its keys.", header: http.Header{"Retry-After": {"10"}}, cause: err}
	}
	return nil, err
}

// challenge says how to authenticate (RFC 6750, 3).
func challenge(detail, more string) *problem {
	p := sorry(unauthenticated, "%s", detail)
	p.header = http.Header{"Www-Authenticate": {`Bearer realm="ropa"` + more}}
	return p
}

// withinRate counts a request against what its caller may ask: of what the contract
// bounds, and of what stands beside it.
func (s *Server) withinRate(op *operation, r *http.Request, caller *auth.Caller) error {
	if beside := op.path == ""; s.rates == nil || !op.limited && !beside {
		return nil
	}
	if wait := s.rates.spend(s.askerOf(r), s.now()); wait > 0 {
		return tooMany(wait)
	}
	return nil
}

// askerOf is who asks, where what each may ask is bounded: somebody of a tenant, or
// an address where nobody is asked who they are.
func (s *Server) askerOf(r *http.Request) string {
	caller := whoever(r)
	if caller == anonymous {
		return s.addressOf(r)
	}
	return caller.Tenant + "\x00" + caller.Subject
}

// tooMany tells when to come back, in whole seconds.
func tooMany(wait time.Duration) *problem {
	p := sorry(rateLimited, "Wait as long as Retry-After says.")
	p.header = http.Header{"Retry-After": {strconv.Itoa(max(1, int(math.Ceil(wait.Seconds()))))}}
	return p
}
