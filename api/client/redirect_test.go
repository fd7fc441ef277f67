package client_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/openropa/ropa/api/client"
	"github.com/openropa/ropa/register"
)

// leading is a server that leads each call on with a status.
func leading(t *testing.T, status int, to func(*http.Request) string) (*httptest.Server, *atomic.Int32) {
	t.Helper()
	asked := new(atomic.Int32)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		w.Header().Set("Location", to(r))
		w.WriteHeader(status)
	}))
	t.Cleanup(server.Close)
	return server, asked
}

// Nothing is sent to another address than the one that was given, whatever the
// server says and whichever client of HTTP is used.
func TestRedirectElsewhere(t *testing.T) {
	got := new(atomic.Int32)
	thief := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		got.Add(1)
		_, _ = io.WriteString(w, `{"items":[],"total":0}`)
	})
	plain, safe := httptest.NewServer(thief), httptest.NewTLSServer(thief)
	defer plain.Close()
	defer safe.Close()
	whole := &register.Register{ID: "webgems"}
	for _, status := range []int{301, 302, 303, 307, 308} {
		for name, address := range map[string]string{
			"another port": plain.URL, "another scheme": safe.URL,
			"another name": strings.Replace(plain.URL, "127.0.0.1", "localhost", 1), "no host": "mailto:ann@example.org",
		} {
			server, asked := leading(t, status, func(r *http.Request) string { return address + r.URL.Path + "?secret=1" })
			for _, options := range [][]client.Option{nil, {client.HTTP(&http.Client{Transport: safe.Client().Transport})}, {client.HTTP(nil)}} {
				c, err := client.New(server.URL, append(options, client.Token("secret"), client.Retries(3, time.Millisecond))...)
				if err != nil {
					t.Fatal(err)
				}
				asked.Store(0)
				_, _, readErr := c.Register("webgems").Read(t.Context())
				_, writeErr := c.Create(t.Context(), whole, "")
				for _, err := range []error{readErr, writeErr} {
					var led *client.RedirectError
					if !errors.As(err, &led) || strings.Contains(err.Error(), "secret") || !strings.HasPrefix(address, led.To[:5]) {
						t.Errorf("%d, %s: %v", status, name, err)
					}
				}
				if asked.Load() != 2 {
					t.Errorf("%d, %s: sent %d times", status, name, asked.Load())
				}
			}
		}
	}
	if got.Load() != 0 {
		t.Errorf("%d calls reached another server", got.Load())
	}
}

// Led from one network encryption to none, a call ends.
func TestRedirectToPlain(t *testing.T) {
	server := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://"+r.Host+r.URL.Path, http.StatusPermanentRedirect)
	}))
	defer server.Close()
	c, err := client.New(server.URL, client.HTTP(server.Client()), client.Token("secret"))
	if err != nil {
		t.Fatal(err)
	}
	var led *client.RedirectError
	if _, _, err := c.Register("webgems").Read(t.Context()); !errors.As(err, &led) || !strings.HasPrefix(led.To, "http://") {
		t.Error(err)
	}
}

// Within the server a call is led on, but a write is not made a read.
func TestRedirectWithin(t *testing.T) {
	var given http.Client
	var status int
	c := serving(t, func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if moved, found := strings.CutPrefix(r.URL.Path, "/v1/registers/old"); found {
				http.Redirect(w, r, "/v1/registers/webgems"+moved, status)
				return
			}
			next.ServeHTTP(w, r)
		})
	}, client.HTTP(&given))
	old := c.Register("old")
	for _, status = range []int{http.StatusFound, http.StatusTemporaryRedirect} {
		party, version, err := old.Parties().Read(t.Context(), "mollie")
		if err != nil || party.ID != "mollie" || version.Tag == "" {
			t.Errorf("%d: %v", status, err)
		}
	}
	if _, err := old.Parties().Create(t.Context(), &register.Party{ID: "courier"}); err != nil {
		t.Error(err)
	}
	status = http.StatusSeeOther
	var led *client.RedirectError
	if _, err := old.Parties().Create(t.Context(), &register.Party{ID: "other"}); !errors.As(err, &led) || !strings.HasSuffix(led.To, "/v1/registers/webgems/entities/parties") {
		t.Errorf("a create became a read: %v", err)
	}
	if given.CheckRedirect != nil {
		t.Error("the client that was given was changed")
	}
}

// What the client of HTTP says of redirects itself counts too, and a circle ends.
func TestRedirectRound(t *testing.T) {
	server, asked := leading(t, http.StatusFound, func(r *http.Request) string { return r.URL.Path })
	mine := errors.New("not here")
	for want, given := range map[int32]*http.Client{
		10: {}, 1: {CheckRedirect: func(*http.Request, []*http.Request) error { return mine }},
	} {
		c, err := client.New(server.URL, client.HTTP(given), client.Retries(0, time.Millisecond))
		if err != nil {
			t.Fatal(err)
		}
		asked.Store(0)
		_, _, err = c.Register("webgems").Read(context.Background())
		if err == nil || asked.Load() != want || (want == 1) != errors.Is(err, mine) {
			t.Errorf("asked %d times: %v", asked.Load(), err)
		}
	}
}
