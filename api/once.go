package api

import (
	"context"
	"errors"
	"net/http"
	"time"

	"github.com/openropa/ropa/api/store"
)

// created is what a create made.
type created struct {
	after    *snapshot
	body     []byte
	tag      string
	location string
}

// keyed is a create that carries a key.
type keyed struct {
	in          store.Store
	tenant, key string
	// request is the hash of what was asked.
	request string
	on      time.Time
}

// once answers a create. One that carries a key and was answered before is
// answered the same again, and nothing is made twice: who comes while the first is
// worked on pauses for its answer.
func (s *Server) once(w http.ResponseWriter, r *http.Request, raw []byte, make func() (*created, error)) {
	writable, ok := s.store.(store.Store)
	if !ok {
		s.fail(w, r, store.ErrReadOnly)
		return
	}
	key := r.Header.Get("Idempotency-Key")
	if key == "" {
		c, err := make()
		s.sendCreated(w, r, c, err)
		return
	}
	k := &keyed{
		in: writable, tenant: keyOf(r, "").Tenant,
		key:     tagged(callerOf(r), key), // of this caller: others choose theirs
		request: tagged(r.Method, r.URL.Path, string(raw)), on: s.now(),
	}
	give, err := s.creating.take(r.Context(), k.tenant+"\x00"+k.key)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	defer give()
	known, err := k.known(r.Context())
	if known != nil || err != nil {
		s.again(w, r, known, err, k.request)
		return
	}
	c, err := make()
	var p *problem
	if errors.As(err, &p) && p.kind == conflict {
		// Another server on the same store may have made it with this key meanwhile.
		if known, soonErr := k.knownSoon(r.Context()); known != nil || soonErr != nil {
			s.again(w, r, known, soonErr, k.request)
			return
		}
	}
	if err == nil {
		s.note(r, k, c)
	}
	s.sendCreated(w, r, c, err)
}

// note keeps the answer for who sends the same again. The register is changed
// already: that the answer could not be noted must not make it look as if it were
// not. Who left meanwhile will ask again: it is noted all the same.
func (s *Server) note(r *http.Request, k *keyed, c *created) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), mostNoting)
	defer cancel()
	_, err := k.in.Once(ctx, k.tenant, k.key, store.Answered{
		Register: c.after.Register, Revision: c.after.Revision, Request: k.request, Status: http.StatusCreated,
		Location: c.location, Tag: c.tag, Body: c.body, On: k.on,
	})
	if err != nil {
		s.log.WarnContext(r.Context(), "an idempotency key could not be noted", "request", requestID(r.Context()), "error", err.Error())
	}
}

// mostNoting is how long it may take to note an answer.
const mostNoting = 10 * time.Second

// known is the answer that was given before, nil where there is none.
func (k *keyed) known(ctx context.Context) (*store.Answered, error) {
	return k.in.Once(ctx, k.tenant, k.key, store.Answered{On: k.on})
}

// pauses are how long another server is waited for that has made what was asked and
// has yet to note that it did.
var pauses = []time.Duration{0, 10 * time.Millisecond, 30 * time.Millisecond, 60 * time.Millisecond, 100 * time.Millisecond}

// knownSoon is known, waiting for a moment.
func (k *keyed) knownSoon(ctx context.Context) (*store.Answered, error) {
	for _, wait := range pauses {
		select {
		case <-time.After(wait):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
		if known, err := k.known(ctx); known != nil || err != nil {
			return known, err
		}
	}
	return nil, nil
}

// again gives the answer that was given before. Of what was removed since it does
// not say that it is there, nor is it made again.
func (s *Server) again(w http.ResponseWriter, r *http.Request, known *store.Answered, err error, request string) {
	switch {
	case err != nil:
		s.fail(w, r, err)
	case known.Request != request:
		s.fail(w, r, sorry(conflict, "The key was used for another request: to another address, or with a body that is not the same to the byte.").
			about("Idempotency-Key", "key-used", "Take a new key for each request, and send the same bytes with the same key.", nil))
	case known.Status == 0:
		s.fail(w, r, sorry(conflict, "What was made with this key was removed with its register.").about("Idempotency-Key", "key-used", "Take a new key to make it again.", nil))
	default:
		w.Header().Set("Location", known.Location)
		s.sendWritten(w, known.Status, known.Body, known.Tag, &snapshot{Info: store.Info{Revision: known.Revision}})
	}
}

// sendCreated sends what was made, or tells why it was not.
func (s *Server) sendCreated(w http.ResponseWriter, r *http.Request, c *created, err error) {
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Location", c.location)
	s.sendWritten(w, http.StatusCreated, c.body, c.tag, c.after)
}
