package api

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register/value"
)

// versionOf is the version of a register that a query asks for.
func versionOf(query url.Values) (store.Version, *problem) {
	var v store.Version
	var asked []string
	if s := query.Get("revision"); s != "" {
		v.Revision, _ = strconv.ParseInt(s, 10, 64) // the gate has seen that it is a number
		asked = append(asked, "revision")
	}
	if s := query.Get("at"); s != "" {
		v.At, _ = time.Parse(time.RFC3339, s)
		asked = append(asked, "at")
	}
	if v.Approved = query.Get("approved") == "true"; v.Approved {
		asked = append(asked, "approved")
	}
	if len(asked) > 1 {
		return v, sorry(requestInvalid, "The query asks for a version in more than one way: revision, at and approved exclude one another.").excluding(asked...)
	}
	return v, nil
}

// missing tells what there is not: the register, or the version of it that was asked
// for.
func (s *Server) missing(ctx context.Context, key store.Key, v store.Version, err error) error {
	if !errors.Is(err, store.ErrNotFound) || v.Newest() {
		return err
	}
	if _, err := s.store.Head(ctx, key, store.Version{}); err != nil {
		return err
	}
	p := sorry(notFound, "The register is there, but not in this version.")
	switch {
	case v.Approved:
		return p.about("approved", "unknown-version", "Nothing of the register has been approved yet.", nil)
	case !v.At.IsZero():
		return p.about("at", "unknown-version", "The register was not there at that time.", nil)
	}
	return p.about("revision", "unknown-version", "The register has no such revision.", nil)
}

// dayOf is the day as of which a query asks: today where it names none.
func (s *Server) dayOf(r *http.Request, query url.Values) value.Date {
	if asked := query.Get("as-of"); asked != "" {
		if d, err := value.ParseDate(asked); err == nil && !d.IsZero() {
			return d
		}
	}
	return s.today(r)
}

// today is the day on which a request is answered: one day, also where it ends
// meanwhile, for the answer is kept under it.
func (s *Server) today(r *http.Request) value.Date {
	c := callOf(r.Context())
	if c.day.IsZero() {
		c.day = value.DateOf(s.now())
	}
	return c.day
}
