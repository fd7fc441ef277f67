package api

import (
	"net/http"

	"github.com/openropa/ropa/api/store"
)

// Health tells that the server runs.
func (s service) Health(w http.ResponseWriter, r *http.Request) { s.state(w, r) }

// Ready tells whether the store can be read, as it was within the last second.
func (s service) Ready(w http.ResponseWriter, r *http.Request) {
	if err := s.ready.of(r.Context(), s.now, s.store.Ready); err != nil {
		s.fail(w, r, &problem{kind: unavailable, header: http.Header{"Retry-After": {"1"}}, cause: err})
		return
	}
	s.state(w, r)
}

func (s service) state(w http.ResponseWriter, r *http.Request) {
	c, err := jsonOf(State{Status: "ok"}, nil)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	header := w.Header() // without a version: it is asked for each time
	header.Set("Content-Type", c.mediaType)
	header.Set("Cache-Control", "no-store")
	if r.Method != http.MethodHead {
		_, _ = w.Write(c.body) // whoever left does not read it
	}
}

// refuse tells that the store cannot be written to.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request) { s.fail(w, r, store.ErrReadOnly) }
