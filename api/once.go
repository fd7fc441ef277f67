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

// answering has the answer to a create noted with the revision that it makes, for who
// sends the same again: nobody is left who made something and cannot learn it. nil
// where the create carries no key.
func (k *keyed) answering(location string, body []byte, tag func(store.Info) string) *store.KeyedAnswer {
	if k == nil {
		return nil
	}
	return &store.KeyedAnswer{Key: k.key, Of: func(info store.Info) store.Answered {
		return store.Answered{
			Register: info.Register, Revision: info.Revision, Request: k.request, Status: http.StatusCreated,
			Location: location, Tag: tag(info), Body: body, On: k.on,
		}
	}}
}

// once answers a create. One that carries a key and was answered before is
// answered the same again, and nothing is made twice: who comes while the first is
// worked on pauses for its answer. Make is given the key, nil where there is none.
func (s *Server) once(w http.ResponseWriter, r *http.Request, raw []byte, make func(*keyed) (*created, error)) {
	writable, ok := s.store.(store.Store)
	if !ok {
		s.fail(w, r, store.ErrReadOnly)
		return
	}
	key := r.Header.Get("Idempotency-Key")
	if key == "" {
		c, err := make(nil)
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
	c, err := make(k)
	if taken(err) {
		// Another server on the same store may have made it with this key meanwhile.
		if known, knownErr := k.known(r.Context()); known != nil || knownErr != nil {
			s.again(w, r, known, knownErr, k.request)
			return
		}
	}
	s.sendCreated(w, r, c, err)
}

// taken reports whether a create was refused because somebody was first.
func taken(err error) bool {
	var p *problem
	return errors.Is(err, store.ErrAnswered) || errors.As(err, &p) && p.kind == conflict
}

// known is the answer that was given before, nil where there is none.
func (k *keyed) known(ctx context.Context) (*store.Answered, error) {
	return k.in.Answer(ctx, k.tenant, k.key, k.on)
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
