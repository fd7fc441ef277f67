package api

import (
	"net/url"
	"strconv"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register/value"
)

// versionOf is the version of a register that a query asks for.
func versionOf(query url.Values) (store.Version, *problem) {
	var v store.Version
	asked := 0
	if s := query.Get("revision"); s != "" {
		v.Revision, _ = strconv.ParseInt(s, 10, 64) // the gate has seen that it is a number
		asked++
	}
	if s := query.Get("at"); s != "" {
		v.At, _ = time.Parse(time.RFC3339, s)
		asked++
	}
	if v.Approved = query.Get("approved") == "true"; v.Approved {
		asked++
	}
	if asked > 1 {
		return v, sorry(requestInvalid, "The query asks for a version in more than one way: revision, at and approved exclude one another.")
	}
	return v, nil
}

// dayOf is the day as of which a query asks: today where it names none.
func (s *Server) dayOf(query url.Values) value.Date {
	if d, err := value.ParseDate(query.Get("as-of")); err == nil && !d.IsZero() {
		return d
	}
	return value.DateOf(s.now())
}
