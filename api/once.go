package api

import (
	"net/http"
	"strconv"

	"github.com/openropa/ropa/api/store"
)

// created is what a create made.
type created struct {
	after    *snapshot
	body     []byte
	tag      string
	location string
}

// once answers a create. One that carries a key and was answered before is
// answered the same again, and nothing is made twice.
func (s *Server) once(w http.ResponseWriter, r *http.Request, raw []byte, make func() (*created, error)) {
	key := r.Header.Get("Idempotency-Key")
	if key != "" { // of this caller: others choose theirs
		key = tagged(callerOf(r), key)
	}
	writable, ok := s.store.(store.Store)
	if !ok {
		s.fail(w, r, store.ErrReadOnly)
		return
	}
	request := tagged(r.Method, r.URL.Path, string(raw))
	tenant := keyOf(r, "").Tenant
	if key != "" {
		known, err := writable.Once(r.Context(), tenant, key, store.Answered{On: s.now()})
		if err != nil {
			s.fail(w, r, err)
			return
		}
		if known != nil {
			s.again(w, r, known, request)
			return
		}
	}
	c, err := make()
	if err != nil {
		s.fail(w, r, err)
		return
	}
	if key != "" {
		// The register is changed already: that the answer could not be noted must not
		// make it look as if it were not.
		if _, err := writable.Once(r.Context(), tenant, key, store.Answered{
			Request: request, Status: http.StatusCreated, Location: c.location, Tag: c.tag, Body: c.body, On: s.now(),
		}); err != nil {
			s.log.WarnContext(r.Context(), "an idempotency key could not be noted", "request", requestID(r.Context()), "error", err.Error())
		}
	}
	w.Header().Set("Location", c.location)
	s.sendWritten(w, http.StatusCreated, c.body, c.tag, c.after)
}

// again gives the answer that was given before.
func (s *Server) again(w http.ResponseWriter, r *http.Request, known *store.Answered, request string) {
	if known.Request != request {
		s.fail(w, r, sorry(conflict, "The key was used for another request.").about("Idempotency-Key", "key-used", "Take a new key for each request.", nil))
		return
	}
	header := w.Header()
	header.Set("Location", known.Location)
	header.Set("ETag", strconv.Quote(known.Tag))
	header.Set("Content-Type", "application/json")
	header.Set("Content-Length", strconv.Itoa(len(known.Body)))
	w.WriteHeader(known.Status)
	_, _ = w.Write(known.Body) // whoever left does not read it
}
