package api_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/openropa/ropa/api"
	"github.com/openropa/ropa/api/auth"
	"github.com/openropa/ropa/api/store"
)

// from sends a request from an address.
func (c *company) from(remote, token, address string, headers ...string) answer {
	c.Helper()
	r := httptest.NewRequest(http.MethodGet, address, nil)
	r.RemoteAddr = remote
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Add(headers[i], headers[i+1])
	}
	return c.send(r)
}

// Each caller may ask so much, from wherever; the state of the server everybody.
func TestRate(t *testing.T) {
	at := now()
	c := newCompany(t, api.Options{Rate: 0.5, Burst: 3, Now: func() time.Time { return at }})
	c.people["ann"], c.people["bob"] = person(t, "ann", "reader:*"), person(t, "bob", "reader:*")
	for range 3 {
		c.as("ann", http.MethodGet, "/registers", "").is(t, http.StatusOK)
	}
	late := c.as("ann", http.MethodGet, "/registers", "").is(t, http.StatusTooManyRequests)
	if late.header.Get("Retry-After") != "2" {
		t.Errorf("come back after %q", late.header.Get("Retry-After"))
	}
	c.as("bob", http.MethodGet, "/registers", "").is(t, http.StatusOK)
	at = at.Add(2 * time.Second)
	c.as("ann", http.MethodGet, "/registers", "").is(t, http.StatusOK)
	c.as("ann", http.MethodGet, "/registers", "").is(t, http.StatusTooManyRequests)
	for range 5 {
		c.from("192.0.2.1:7", "", "/healthz").is(t, http.StatusOK)
	}
	// Who is not asked who they are is known by where they are.
	for range 3 {
		c.from("192.0.2.1:7", "", "/v1/law/countries").is(t, http.StatusOK)
	}
	c.from("192.0.2.1:8", "", "/v1/law/countries").is(t, http.StatusTooManyRequests)
	c.from("192.0.2.2:7", "", "/v1/law/countries").is(t, http.StatusOK)
	// Nor is what stands beside the contract without bound.
	for i, want := range []int{200, 200, 200, 429} {
		if a := c.from("192.0.2.3:7", "", "/openapi.json"); a.status != want {
			t.Errorf("the contract for the %d. time: %d", i+1, a.status)
		}
	}
}

// Who presents wrong tokens must wait; others need not, behind a proxy either, and
// who presents a valid one need not at the same address.
func TestRefusedTooOften(t *testing.T) {
	at := now()
	c := newCompany(t, api.Options{Now: func() time.Time { return at }, Proxies: []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")}})
	tries := func(remote string, headers ...string) (n int) {
		t.Helper()
		for n < 50 && c.from(remote, "wrong", "/v1/registers", headers...).status == http.StatusUnauthorized {
			n++
		}
		return n
	}
	if n := tries("198.51.100.7:1"); n != 10 {
		t.Errorf("%d tries", n)
	}
	blocked := c.from("198.51.100.7:2", "wrong", "/v1/registers").is(t, http.StatusTooManyRequests)
	if blocked.header.Get("Retry-After") != "5" {
		t.Errorf("come back after %q", blocked.header.Get("Retry-After"))
	}
	c.from("198.51.100.7:2", "root", "/v1/registers").is(t, http.StatusOK)
	if n := tries("198.51.100.8:1"); n != 10 {
		t.Errorf("%d tries at another address", n)
	}
	at = at.Add(5 * time.Second)
	if n := tries("198.51.100.7:4"); n != 1 {
		t.Errorf("%d tries after a while", n)
	}
	// One network of IPv6 is one caller.
	if n := tries("[2001:db8::1]:1"); n != 10 {
		t.Errorf("%d tries", n)
	}
	if n := tries("[2001:db8::2]:1"); n != 0 {
		t.Errorf("%d tries in the same network", n)
	}
	if n := tries("[2001:db8:0:1::1]:1"); n != 10 {
		t.Errorf("%d tries in another network", n)
	}

	// A trusted proxy says where it comes from; what the caller says before it, does not count.
	if n := tries("192.0.2.1:1", "X-Forwarded-For", "203.0.113.1, 203.0.113.9"); n != 10 {
		t.Errorf("%d tries", n)
	}
	if n := tries("192.0.2.1:1", "X-Forwarded-For", "203.0.113.2, 203.0.113.9, 192.0.2.5"); n != 0 {
		t.Errorf("%d tries from the same address", n)
	}
	if n := tries("192.0.2.1:1", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-For", "203.0.113.8"); n != 10 {
		t.Errorf("%d tries from another address", n)
	}
	if n := tries("198.51.100.9:1", "X-Forwarded-For", "203.0.113.9"); n != 10 {
		t.Errorf("%d tries of one who is no proxy", n)
	}
}

// No token, or something else in its place, is no wrong token.
func TestNoToken(t *testing.T) {
	c := newCompany(t, api.Options{})
	for range 30 {
		for _, headers := range [][]string{nil, {"Authorization", "Basic YTpi"}, {"Authorization", ""}} {
			a := c.from("198.51.100.7:1", "", "/v1/registers", headers...).is(t, http.StatusUnauthorized)
			if a.header.Get("WWW-Authenticate") != `Bearer realm="ropa"` {
				t.Fatalf("%q: %v", headers, a.header)
			}
		}
	}
	if n := c.from("198.51.100.7:1", "root", "/metrics").is(t, http.StatusOK); !strings.Contains(string(n.body), "ropa_authentications_refused_total 0") {
		t.Error("it is counted as refused")
	}
}

// asked counts who is asked.
type asked struct {
	auth.Authenticator
	times   int
	trouble error
}

func (a *asked) Authenticate(ctx context.Context, token string) (*auth.Caller, error) {
	if a.times++; a.trouble != nil {
		return nil, a.trouble
	}
	return a.Authenticator.Authenticate(ctx, token)
}

// remembering is the server of a company that remembers who is known.
func (c *company) remembering(t *testing.T, now func() time.Time) *asked {
	t.Helper()
	who := &asked{Authenticator: c.people}
	server, err := api.New(api.Options{Store: c.store, Now: now, Authenticate: auth.Remembered(who, 5*time.Second, 100, now)})
	if err != nil {
		t.Fatal(err)
	}
	c.caller = &caller{t, server}
	return who
}

// A flood of wrong tokens is not looked up without bound, and those at the same
// address whose token is known go on, long after it was looked up.
func TestFloodOfTokens(t *testing.T) {
	at := now()
	clock := func() time.Time { return at }
	c := newCompany(t, api.Options{Now: clock})
	who := c.remembering(t, clock)
	const address = "198.51.100.7:1"
	c.people["ann"], c.people["bob"] = person(t, "ann", "reader:*"), person(t, "bob", "reader:*")
	c.from(address, "ann", "/v1/registers").is(t, http.StatusOK)
	at = at.Add(time.Hour)
	who.times = 0
	flood := func() {
		for i := range 1000 {
			c.from(address, fmt.Sprint("wrong", i), "/v1/registers")
		}
	}
	if flood(); who.times != 100 {
		t.Errorf("%d tokens were looked up", who.times)
	}
	c.from(address, "ann", "/v1/registers").is(t, http.StatusOK)
	c.from("198.51.100.8:1", "bob", "/v1/registers").is(t, http.StatusOK)
	late := c.from(address, "nobody", "/v1/registers").is(t, http.StatusTooManyRequests)
	if late.header.Get("Retry-After") != "1" {
		t.Errorf("come back after %q", late.header.Get("Retry-After"))
	}
	who.times = 0
	at = at.Add(time.Second)
	if flood(); who.times != 50 {
		t.Errorf("%d tokens were looked up in a second", who.times)
	}
	delete(c.people, "ann") // her token was revoked
	at = at.Add(5 * time.Second)
	c.from(address, "ann", "/v1/registers").is(t, http.StatusUnauthorized)
	for range 1000 { // what is no token is not looked up
		c.from(address, "", "/v1/registers", "Authorization", "Bearer é")
	}
	if flood(); who.times != 50+1+100 {
		t.Errorf("%d tokens were looked up", who.times)
	}
	c.from(address, "ann", "/v1/registers").is(t, http.StatusTooManyRequests)
	if who.times != 50+1+100 {
		t.Error("a revoked token is looked up like one that is known")
	}
}

// An issuer that is away says nothing of who calls: they may try again, and it is no
// failure of theirs.
func TestIssuerAway(t *testing.T) {
	c := newCompany(t, api.Options{})
	who := c.remembering(t, now)
	who.trouble = fmt.Errorf("%w: status 503", auth.ErrUnavailable)
	for range 200 {
		a := c.from("198.51.100.7:1", "root", "/v1/registers").is(t, http.StatusServiceUnavailable)
		if a.header.Get("Retry-After") != "10" || strings.Contains(string(a.body), "status 503") {
			t.Fatalf("%v %s", a.header, a.body)
		}
	}
	who.trouble = nil
	c.from("198.51.100.7:1", "root", "/v1/registers").is(t, http.StatusOK)
	who.trouble = store.ErrUnavailable
	c.from("198.51.100.7:1", "stranger", "/v1/registers").is(t, http.StatusServiceUnavailable)
}

// The figures of the server are for whoever is known; without roles will do.
func TestWhoSeesFigures(t *testing.T) {
	c := newCompany(t, api.Options{})
	c.people["scraper"] = person(t, "scraper")
	a := c.from("192.0.2.1:1", "", "/metrics")
	if a.status != http.StatusUnauthorized || a.header.Get("WWW-Authenticate") != `Bearer realm="ropa"` {
		t.Errorf("%d %v", a.status, a.header)
	}
	c.from("192.0.2.1:1", "wrong", "/metrics").is(t, http.StatusUnauthorized)
	if a := c.from("192.0.2.1:1", "scraper", "/metrics").is(t, http.StatusOK); !strings.Contains(string(a.body), "ropa_authentications_refused_total 1") {
		t.Error("what was refused is not counted")
	}
	c.from("192.0.2.1:1", "", "/openapi.json").is(t, http.StatusOK)
}
