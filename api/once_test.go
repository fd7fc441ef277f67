package api_test

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/store"
)

// told is a problem as it was told.
type told struct {
	Code, Detail string
	Errors       []struct {
		Code, Detail, At   string
		Pointer, Parameter *string
		Suggestions        []string
	}
}

// problem reads what an answer of some status tells.
func (a answer) problem(t testing.TB, status int) told {
	t.Helper()
	var p told
	if err := json.Unmarshal(a.is(t, status).body, &p); err != nil {
		t.Fatalf("%v: %s", err, a.body)
	}
	return p
}

// about tells whether the problem has a code for a parameter or a pointer.
func (p told) about(t testing.TB, code, where string) {
	t.Helper()
	for _, e := range p.Errors {
		if e.Code == code && (e.Parameter != nil && *e.Parameter == where || e.Pointer != nil && *e.Pointer == where) {
			return
		}
	}
	t.Errorf("no %s at %q in %+v", code, where, p)
}

// same tells whether two answers to a create are the same one.
func (a answer) same(b answer) bool {
	for _, name := range []string{"Location", "ETag", "Ropa-Revision", "Cache-Control", "Content-Type", "Content-Length"} {
		if a.header.Get(name) != b.header.Get(name) {
			return false
		}
	}
	return a.status == b.status && string(a.body) == string(b.body)
}

// Those who send the same create with the same key at once are all told that it was
// made, by one of them.
func TestOnceAtOnce(t *testing.T) {
	c, s := keeping(t)
	c.posted(bakery)
	answers := make([]answer, 16)
	var wg sync.WaitGroup
	for i := range answers {
		wg.Go(func() {
			answers[i] = c.write(http.MethodPost, "/registers/bakery/entities/parties", `{"id":"courier"}`, "Idempotency-Key", "k")
		})
	}
	wg.Wait()
	for _, a := range answers {
		a.is(t, http.StatusCreated)
		if !a.same(answers[0]) {
			t.Errorf("answered %v %s, another %v %s", a.header, a.body, answers[0].header, answers[0].body)
		}
	}
	if _, n, err := s.Revisions(t.Context(), store.Key{Register: "bakery"}, store.RevisionQuery{Most: 9}); err != nil || n != 2 {
		t.Errorf("%d revisions, %v", n, err)
	}
}

// late is a store that does not know a key the first time that it is asked: another
// server makes what was asked just then.
type late struct {
	store.Store
	asked sync.Once
}

// Answer tells of no answer the first time.
func (l *late) Answer(ctx context.Context, tenant, key string, on time.Time) (*store.Answered, error) {
	known, err := l.Store.Answer(ctx, tenant, key, on)
	l.asked.Do(func() { known = nil })
	return known, err
}

// The same on two servers with one store: who was second is told what the first was.
func TestOnceElsewhere(t *testing.T) {
	c, s := keeping(t)
	c.posted(bakery)
	const address, body = "/registers/bakery/entities/parties", `{"id":"courier"}`
	first := c.write(http.MethodPost, address, body, "Idempotency-Key", "k").is(t, http.StatusCreated)
	if second := over(t, &late{Store: s}).write(http.MethodPost, address, body, "Idempotency-Key", "k"); !second.same(first) {
		t.Errorf("answered %d %v %s", second.status, second.header, second.body)
	}
	const register = `{"schema":"ropa/v1","id":"shop"}`
	first = c.write(http.MethodPost, "/registers", register, "Idempotency-Key", "k-2").is(t, http.StatusCreated)
	if second := over(t, &late{Store: s}).write(http.MethodPost, "/registers", register, "Idempotency-Key", "k-2"); !second.same(first) {
		t.Errorf("answered %d %v %s", second.status, second.header, second.body)
	}
}

// left is a store whose caller goes away as soon as the change is made.
type left struct {
	store.Store
	leave context.CancelFunc
}

// Commit makes the change.
func (l *left) Commit(ctx context.Context, key store.Key, c store.Commit) (store.Info, error) {
	defer l.leave()
	return l.Store.Commit(ctx, key, c)
}

// Who went away before the answer came asks again, and is answered.
func TestOnceLeft(t *testing.T) {
	c, s := keeping(t)
	c.posted(bakery)
	ctx, leave := context.WithCancel(t.Context())
	defer leave()
	server, err := api.New(api.Options{Store: &left{s, leave}, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	r := asking(http.MethodPost, "/v1/registers/bakery/entities/parties", `{"id":"courier"}`, "Content-Type", "application/json", "Idempotency-Key", "k")
	(&caller{t, server}).send(r.WithContext(ctx))
	again := c.write(http.MethodPost, "/registers/bakery/entities/parties", `{"id":"courier"}`, "Idempotency-Key", "k").is(t, http.StatusCreated)
	if again.header.Get("Ropa-Revision") != "2" {
		t.Errorf("answered %v", again.header)
	}
}

// A key is of one request, to the byte.
func TestOnceOther(t *testing.T) {
	c, _ := keeping(t)
	c.posted(bakery)
	const address = "/registers/bakery/entities/parties"
	c.write(http.MethodPost, address, `{"id":"courier"}`, "Idempotency-Key", "k").is(t, http.StatusCreated)
	p := c.write(http.MethodPost, address, `{"id": "courier"}`, "Idempotency-Key", "k").problem(t, http.StatusConflict)
	p.about(t, "key-used", "Idempotency-Key")
	if !strings.Contains(p.Detail, "byte") {
		t.Errorf("it does not say how the requests differ: %s", p.Detail)
	}
}

// unsure is a store that loses the connection as soon as the change is made.
type unsure struct {
	store.Store
	once sync.Once
}

// Commit makes the change and cannot tell.
func (u *unsure) Commit(ctx context.Context, key store.Key, c store.Commit) (info store.Info, err error) {
	info, err = u.Store.Commit(ctx, key, c)
	u.once.Do(func() { info, err = store.Info{}, store.ErrUnavailable })
	return info, err
}

// Who could not be told that something was made sends the same again and is told:
// the answer is noted with what it made.
func TestOnceUnsure(t *testing.T) {
	c, s := keeping(t)
	c.posted(bakery)
	for address, body := range map[string]string{"/registers/bakery/entities/parties": `{"id":"courier"}`, "/registers": `{"schema":"ropa/v1","id":"shop"}`} {
		fails := over(t, &unsure{Store: s})
		fails.write(http.MethodPost, address, body, "Idempotency-Key", "k"+body).is(t, http.StatusServiceUnavailable)
		again := c.write(http.MethodPost, address, body, "Idempotency-Key", "k"+body).is(t, http.StatusCreated)
		at := again.header.Get("Location")
		if at == "" {
			continue
		}
		read := c.do(http.MethodGet, at, "").is(t, http.StatusOK)
		if read.header.Get("ETag") != again.header.Get("ETag") || string(read.body) != string(again.body) || read.header.Get("Ropa-Revision") != again.header.Get("Ropa-Revision") {
			t.Errorf("%s: answered %v %s, read %v %s", at, again.header, again.body, read.header, read.body)
		}
	}
}

// One key makes one thing, also where two servers are asked for different ones at the
// same moment.
func TestOnceForTwo(t *testing.T) {
	c, s := keeping(t)
	c.posted(bakery)
	const address = "/registers/bakery/entities/parties"
	c.write(http.MethodPost, address, `{"id":"courier"}`, "Idempotency-Key", "k").is(t, http.StatusCreated)
	p := over(t, &late{Store: s}).write(http.MethodPost, address, `{"id":"baker"}`, "Idempotency-Key", "k").problem(t, http.StatusConflict)
	p.about(t, "key-used", "Idempotency-Key")
	c.get(address+"/baker").is(t, http.StatusNotFound)
}
