package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/auth"
	"github.com/openropa/ropa/api/store"
)

// named takes a token for the name of who has it.
type named struct{}

func (named) Authenticate(_ context.Context, token string) (*auth.Caller, error) {
	return &auth.Caller{Subject: token, Grants: auth.Grants{auth.All: auth.Admin}}, nil
}

// holding is a store in which nobody gets past the registers slow-1, slow-2 and so
// on until they are let.
type holding struct {
	store.Store
	begun chan string
	goOn  chan struct{}
}

func (s *holding) Head(ctx context.Context, key store.Key, v store.Version) (store.Info, error) {
	if strings.HasPrefix(key.Register, "slow-") {
		s.begun <- key.Register
		select {
		case <-s.goOn:
		case <-ctx.Done():
			return store.Info{}, ctx.Err()
		}
	}
	return s.Store.Head(ctx, key, v)
}

// crowd are callers of a server that has two places for heavy work.
type crowd struct {
	*caller
	store *holding
}

func newCrowd(t *testing.T) *crowd {
	opened := database(t)
	s := &holding{opened, make(chan string, 100), make(chan struct{})}
	server, err := api.New(api.Options{Store: s, Now: now, Heavy: 2, Authenticate: named{}})
	if err != nil {
		t.Fatal(err)
	}
	c := &crowd{&caller{t, server}, s}
	if a := <-c.as(t.Context(), "ann", http.MethodPost, "/v1/registers", whole("shop")); a.status != http.StatusCreated {
		t.Fatalf("%d %s", a.status, a.body)
	}
	return c
}

// whole is a register.
func whole(id string) io.Reader {
	return strings.NewReader(`{"schema":"ropa/v1","id":"` + id + `","name":{"en":"Shop"},"parties":[{"id":"one"}]}`)
}

// as sends a request of somebody and hands over the answer when it is there.
func (c *crowd) as(ctx context.Context, who, method, address string, body io.Reader) <-chan answer {
	r := httptest.NewRequestWithContext(ctx, method, address, body)
	return c.sends(who, r)
}

func (c *crowd) sends(who string, r *http.Request) <-chan answer {
	r.Header.Set("Authorization", "Bearer "+who)
	if r.Method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	done := make(chan answer, 1)
	go func() {
		w := httptest.NewRecorder()
		c.server.ServeHTTP(w, r)
		a := answer{w.Code, w.Result().Header, w.Body.Bytes()}
		c.conforms(r, a)
		done <- a
	}()
	return done
}

// slowly begins work for which the store has to be let go on.
func (c *crowd) slowly(who string, n int) <-chan answer {
	id := fmt.Sprintf("slow-%d", n)
	return c.as(c.Context(), who, http.MethodPost, "/v1/registers/"+id+"/import?dry-run=true", whole(id))
}

// begins waits until a work is begun.
func (c *crowd) begins(n int) {
	c.Helper()
	if id := <-c.store.begun; id != fmt.Sprintf("slow-%d", n) {
		c.Fatalf("%s began instead of %d", id, n)
	}
}

// document asks for a document as of a day.
func (c *crowd) document(ctx context.Context, who, day string) <-chan answer {
	return c.as(ctx, who, http.MethodGet, "/v1/registers/shop/documents/register?format=json&as-of="+day, http.NoBody)
}

// figure is one of the figures of the server.
func (c *crowd) figure(name string) int {
	c.Helper()
	a := <-c.as(c.Context(), "ann", http.MethodGet, "/metrics", http.NoBody)
	for line := range strings.Lines(string(a.body)) {
		if value, ok := strings.CutPrefix(line, name+" "); ok {
			n, err := strconv.Atoi(strings.TrimSpace(value))
			if err != nil {
				c.Fatal(err)
			}
			return n
		}
	}
	c.Fatalf("there is no figure %s", name)
	return 0
}

// waiting waits until so many wait.
func (c *crowd) waiting(many int) {
	c.Helper()
	for deadline := time.Now().Add(time.Minute); c.figure("ropa_heavy_waiting") != many; {
		if time.Now().After(deadline) {
			c.Fatalf("%d wait, not %d", c.figure("ropa_heavy_waiting"), many)
		}
		time.Sleep(time.Millisecond)
	}
}

// One caller has half of the places, whoever has none waits, and what was made
// before is sent while all of them are taken.
func TestHeavyPlaces(t *testing.T) {
	c := newCrowd(t)
	(<-c.document(t.Context(), "cas", "2026-01-01")).is(t, http.StatusOK)
	one := c.slowly("ann", 1)
	c.begins(1)
	two := c.slowly("ann", 2)
	c.waiting(1) // although a place is free
	(<-c.document(t.Context(), "ben", "2026-01-02")).is(t, http.StatusOK)
	three := c.slowly("ben", 3)
	c.begins(3)

	leaving, leave := context.WithCancel(t.Context())
	left := c.document(leaving, "cas", "2026-01-03")
	c.waiting(2)
	(<-c.document(t.Context(), "cas", "2026-01-01")).is(t, http.StatusOK)
	leave()
	(<-left).is(t, http.StatusServiceUnavailable)
	c.waiting(1)

	stays := c.document(t.Context(), "cas", "2026-01-03")
	c.waiting(2)
	c.store.goOn <- struct{}{} // either of the two
	select {
	case a := <-one:
		a.is(t, http.StatusOK)
		one = nil
	case a := <-three:
		a.is(t, http.StatusOK)
		three = nil
	}
	(<-stays).is(t, http.StatusOK)
	close(c.store.goOn)
	for _, rest := range []<-chan answer{one, two, three} {
		if rest != nil {
			(<-rest).is(t, http.StatusOK)
		}
	}
	c.waiting(0)
}

// Too many who wait are sent away; the many of one caller leave room for others.
func TestHeavyRefused(t *testing.T) {
	c := newCrowd(t)
	var all []<-chan answer
	for n := range 17 { // one works, and half of those who may wait do
		all = append(all, c.slowly("ann", n))
	}
	c.waiting(16)
	a := (<-c.slowly("ann", 17)).is(t, http.StatusServiceUnavailable)
	var p api.Problem
	if err := json.Unmarshal(a.body, &p); err != nil || p.Code != "busy" || a.header.Get("Retry-After") == "" {
		t.Errorf("%v %s %v", err, a.body, a.header)
	}
	if n := c.figure("ropa_heavy_refused_total"); n != 1 {
		t.Errorf("%d were refused", n)
	}
	(<-c.document(t.Context(), "ben", "2026-01-01")).is(t, http.StatusOK)
	for n := range 17 {
		all = append(all, c.slowly("ben", 20+n))
	}
	c.waiting(32)
	(<-c.document(t.Context(), "cas", "2026-01-02")).is(t, http.StatusServiceUnavailable)
	(<-c.document(t.Context(), "cas", "2026-01-01")).is(t, http.StatusOK)
	close(c.store.goOn)
	for _, one := range all {
		(<-one).is(t, http.StatusOK)
	}
	(<-c.document(t.Context(), "cas", "2026-01-02")).is(t, http.StatusOK)
}

// What many ask for at the same time is made once, whoever of them leaves.
func TestHeavyOnce(t *testing.T) {
	c := newCrowd(t)
	slow := []<-chan answer{c.slowly("ann", 1), c.slowly("ben", 2)}
	<-c.store.begun
	<-c.store.begun
	before := c.figure(`ropa_answers_total{from="made"}`)
	leaving, leave := context.WithCancel(t.Context())
	first := c.document(leaving, "cas", "2026-01-01")
	c.waiting(1)
	var all []<-chan answer
	for range 20 {
		all = append(all, c.document(t.Context(), "cas", "2026-01-01"))
	}
	all = append(all, c.document(t.Context(), "dot", "2026-01-01"))
	c.waiting(2)
	leave()
	(<-first).is(t, http.StatusServiceUnavailable)
	close(c.store.goOn)
	for _, one := range append(all, slow...) {
		(<-one).is(t, http.StatusOK)
	}
	if n := c.figure(`ropa_answers_total{from="made"}`) - before; n != 1 {
		t.Errorf("it was made %d times", n)
	}
}

// Bodies are read while there is room for them, half of it for one caller.
func TestHeavyBodies(t *testing.T) {
	c := newCrowd(t)
	sending := func(who string) (*io.PipeWriter, <-chan answer) {
		body, to := io.Pipe()
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/v1/registers/shop/import?dry-run=true", body)
		r.ContentLength = 32 << 20
		return to, c.sends(who, r)
	}
	first, one := sending("ann")
	if _, err := first.Write([]byte("{")); err != nil { // it is being read
		t.Fatal(err)
	}
	second, two := sending("ann")
	c.waiting(1)
	third, three := sending("ben")
	if _, err := third.Write([]byte("{")); err != nil {
		t.Fatal(err)
	}
	fourth, four := sending("cas")
	c.waiting(2)
	(<-c.as(t.Context(), "cas", http.MethodPost, "/v1/registers/shop/import?dry-run=true", whole("shop"))).is(t, http.StatusOK) // small ones need none
	for _, to := range []*io.PipeWriter{first, second, third, fourth} {
		go to.CloseWithError(io.ErrUnexpectedEOF)
	}
	for _, a := range []<-chan answer{one, two, three, four} {
		(<-a).is(t, http.StatusBadRequest)
	}
	c.waiting(0)
	// Of a small body nothing is held once it is known to be one.
	unknown := func(address string) <-chan answer {
		r := httptest.NewRequest(http.MethodPost, address, whole("slow-1"))
		r.ContentLength = -1
		return c.sends("ann", r)
	}
	slow := unknown("/v1/registers/slow-1/import?dry-run=true")
	c.begins(1)
	(<-unknown("/v1/registers/shop/entities/parties")).is(t, http.StatusUnprocessableEntity)
	close(c.store.goOn)
	(<-slow).is(t, http.StatusOK)
	r := httptest.NewRequest(http.MethodPost, "/v1/registers/shop/import", http.NoBody)
	r.ContentLength = 32<<20 + 1
	(<-c.sends("ann", r)).is(t, http.StatusRequestEntityTooLarge)
}

// A trial of an import lists so many problems, and says how many more there are.
func TestTrialProblems(t *testing.T) {
	c, _ := keeping(t)
	var b bytes.Buffer
	b.WriteString(`{"schema":"ropa/v1","id":"shop","activities":[`)
	for i := range 1200 {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":"a-%d","purposes":[{"purpose":"nowhere-%d"}]}`, i, i)
	}
	b.WriteString("]}")
	a := c.do(http.MethodPost, "/v1/registers/shop/import?dry-run=true", b.String(), "Content-Type", "application/json").is(t, http.StatusOK)
	var result api.ImportResult
	if err := json.Unmarshal(a.body, &result); err != nil {
		t.Fatal(err)
	}
	if len(result.Problems) != 1000 || result.More == nil || *result.More != 200 {
		t.Errorf("%d problems and %v more", len(result.Problems), result.More)
	}
}

// Whatever asks the store or does work may be told that there is too much of it.
func TestBusyDeclared(t *testing.T) {
	doc, _ := contract()
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			if op.Extensions["x-role"] == "none" {
				continue
			}
			for _, status := range []string{"429", "503"} {
				if op.Responses.Value(status) == nil {
					t.Errorf("%s %s does not declare %s", method, path, status)
				}
			}
		}
	}
}
