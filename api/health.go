package api

import (
	"net/http"

	"github.com/openropa/ropa/api/store"
)

// Health tells that the server runs.
func (s service) Health(w http.ResponseWriter, r *http.Request) { s.state(w, r) }

// Ready tells whether the store can be read.
func (s service) Ready(w http.ResponseWriter, r *http.Request) {
	if err := s.store.Ready(r.Context()); err != nil {
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
	s.send(w, r, c, tagged("state"), nil)
}

// refuse tells that the store cannot be written to.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request) { s.fail(w, r, store.ErrReadOnly) }
