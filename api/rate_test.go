package api_test

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/openropa/ropa/api"
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
}

// Who presents wrong tokens must wait; others need not, behind a proxy either.
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
	blocked := c.from("198.51.100.7:2", "root", "/v1/registers").is(t, http.StatusTooManyRequests)
	if blocked.header.Get("Retry-After") != "5" {
		t.Errorf("come back after %q", blocked.header.Get("Retry-After"))
	}
	c.from("198.51.100.8:1", "root", "/v1/registers").is(t, http.StatusOK)
	at = at.Add(5 * time.Second)
	c.from("198.51.100.7:3", "root", "/v1/registers").is(t, http.StatusOK)
	if n := tries("198.51.100.7:4"); n != 1 {
		t.Errorf("%d tries after a while", n)
	}
	// One network of IPv6 is one caller.
	if n := tries("[2001:db8::1]:1"); n != 10 {
		t.Errorf("%d tries", n)
	}
	c.from("[2001:db8::2]:1", "root", "/v1/registers").is(t, http.StatusTooManyRequests)
	c.from("[2001:db8:0:1::1]:1", "root", "/v1/registers").is(t, http.StatusOK)

	// A trusted proxy says where it comes from; what the caller says before it, does not count.
	if n := tries("192.0.2.1:1", "X-Forwarded-For", "203.0.113.1, 203.0.113.9"); n != 10 {
		t.Errorf("%d tries", n)
	}
	c.from("192.0.2.1:1", "root", "/v1/registers", "X-Forwarded-For", "203.0.113.2, 203.0.113.9, 192.0.2.5").is(t, http.StatusTooManyRequests)
	c.from("192.0.2.1:1", "root", "/v1/registers", "X-Forwarded-For", "203.0.113.9", "X-Forwarded-For", "203.0.113.8").is(t, http.StatusOK)
	c.from("198.51.100.9:1", "root", "/v1/registers", "X-Forwarded-For", "203.0.113.9").is(t, http.StatusOK)
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
