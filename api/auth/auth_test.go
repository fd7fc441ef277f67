package auth_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/openropa/ropa/api/auth"
	"github.com/openropa/ropa/api/store/sqlite"
)

// The lattice: what each role holds.
func TestRoles(t *testing.T) {
	holds := map[string]string{
		"reader": "reader", "editor": "reader editor", "approver": "reader approver", "admin": "reader editor approver admin",
	}
	for _, has := range auth.RoleNames() {
		for _, need := range auth.RoleNames() {
			want := slices.Contains(strings.Fields(holds[has]), need)
			if got := auth.RoleOf(has).Holds(auth.RoleOf(need)); got != want {
				t.Errorf("%s holds %s: %t", has, need, got)
			}
		}
	}
	if auth.Admin.Holds(auth.RoleOf("owner")) || auth.Role(0).Holds(auth.Reader) {
		t.Error("a role that there is not is held")
	}
	if (auth.Editor | auth.Approver).Holds(auth.Admin) {
		t.Error("who edits and approves is no admin")
	}
}

func TestGrants(t *testing.T) {
	for _, s := range []string{"", "editor", "editor:", ":webgems", "owner:webgems", "Editor:webgems", "editor:a/b", "editor:a%2Fb", "editor:a b", "editor:**", "editor:a:b", "editor:../a"} {
		if _, _, err := auth.ParseGrant(s); !errors.Is(err, auth.ErrGrant) {
			t.Errorf("%q: %v", s, err)
		}
	}
	g, err := auth.ParseGrants([]string{"editor:webgems", "approver:webgems", "reader:*", "admin:bakery"})
	if err != nil {
		t.Fatal(err)
	}
	if g.In("webgems") != auth.Editor|auth.Approver || g.In("other") != auth.Reader || !g.In("bakery").Holds(auth.Admin) || g.In(auth.All) != auth.Reader {
		t.Errorf("%v", g)
	}
	want := []string{"admin:bakery", "approver:webgems", "editor:webgems", "reader:*"}
	if got := g.Strings(); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestBearer(t *testing.T) {
	for _, test := range []struct {
		given []string
		want  string
		err   error
	}{
		{nil, "", auth.ErrNone},
		{[]string{"Bearer abc.def-_~+/="}, "abc.def-_~+/=", nil},
		{[]string{"bearer  abc"}, "abc", nil},
		{[]string{""}, "", auth.ErrNone},
		{[]string{"Bearer"}, "", auth.ErrRefused},
		{[]string{"Bearer "}, "", auth.ErrRefused},
		{[]string{"Basic YTpi"}, "", auth.ErrNone},
		{[]string{"Basic a", "Bearer b"}, "", auth.ErrRefused},
		{[]string{"Bearer a b"}, "", auth.ErrRefused},
		{[]string{"Bearer é"}, "", auth.ErrRefused},
		{[]string{"Bearer a", "Bearer b"}, "", auth.ErrRefused},
		{[]string{"Bearer " + strings.Repeat("a", 17<<10)}, "", auth.ErrRefused},
	} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		if test.given != nil {
			r.Header["Authorization"] = test.given
		}
		if got, err := auth.Bearer(r); got != test.want || !errors.Is(err, test.err) {
			t.Errorf("%.40q: %q, %v", test.given, got, err)
		}
	}
}

// clock is a time that tests move.
type clock struct{ time.Time }

func (c *clock) now() time.Time { return c.Time }

func newClock() *clock { return &clock{time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)} }

// A token opens what it was made for until it ends or is revoked; nothing else
// opens anything.
func TestTokens(t *testing.T) {
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "ropa.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	c := newClock()
	a := auth.Tokens(s, c.now)
	grants := auth.Grants{"webgems": auth.Editor}
	secret, kept, err := auth.NewToken("acme", "ann", grants, c.now(), c.now().Add(auth.TokenLife))
	if err != nil {
		t.Fatal(err)
	}
	other, _, err := auth.NewToken("acme", "ann", grants, c.now(), time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(secret, auth.TokenPrefix) || secret == other || strings.Contains(string(kept.Hash[:]), secret) {
		t.Errorf("made %q and %+v", secret, kept)
	}
	if err := s.AddToken(t.Context(), kept); err != nil {
		t.Fatal(err)
	}
	caller, err := a.Authenticate(t.Context(), secret)
	if err != nil || caller.Subject != "ann" || caller.Tenant != "acme" || caller.Grants.In("webgems") != auth.Editor || caller.Grants.In("other") != 0 {
		t.Fatalf("%+v, %v", caller, err)
	}
	found, err := s.FindToken(t.Context(), kept.Hash)
	if err != nil || !found.Used.Equal(c.now()) {
		t.Errorf("last used %v, %v", found.Used, err)
	}
	refused := func(token string, want error) {
		t.Helper()
		if caller, err := a.Authenticate(t.Context(), token); caller != nil || !errors.Is(err, want) {
			t.Errorf("%q: %+v, %v", token, caller, err)
		}
	}
	refused(other, auth.ErrRefused)
	refused(secret[:len(secret)-1], auth.ErrRefused)
	refused(strings.ToUpper(secret), auth.ErrForeign)
	refused(auth.TokenPrefix, auth.ErrRefused)
	refused("a.b.c", auth.ErrForeign)

	c.Time = kept.Expires.Add(-time.Second)
	if _, err := a.Authenticate(t.Context(), secret); err != nil {
		t.Error(err)
	}
	c.Time = kept.Expires
	refused(secret, auth.ErrRefused)
	c.Time = kept.Made
	if err := s.RevokeToken(t.Context(), "acme", kept.ID, c.now()); err != nil {
		t.Fatal(err)
	}
	refused(secret, auth.ErrRefused)
}

func TestNewTokenRefuses(t *testing.T) {
	now := newClock().now()
	for _, test := range []struct {
		tenant, name string
		expires      time.Time
		want         error
	}{
		{"", "", time.Time{}, auth.ErrName},
		{"", "a\nb", time.Time{}, auth.ErrName},
		{"", " a", time.Time{}, auth.ErrName},
		{"", "ann\u200b", time.Time{}, auth.ErrName},
		{"", "ann\u202eeve", time.Time{}, auth.ErrName},
		{"", "ann\u0085", time.Time{}, auth.ErrName},
		{"", "ann\u00a0lee", time.Time{}, auth.ErrName},
		{"", "ann\u034f", time.Time{}, auth.ErrName},
		{"", "ann\ufe0f", time.Time{}, auth.ErrName},
		{"", "ann\u3164", time.Time{}, auth.ErrName},
		{"", "ann\xff", time.Time{}, auth.ErrName},
		{"", strings.Repeat("a", 201), time.Time{}, auth.ErrName},
		{"a/b", "ann", time.Time{}, auth.ErrTenant},
		{"", "ann", now, auth.ErrExpiry},
	} {
		if secret, _, err := auth.NewToken(test.tenant, test.name, nil, now, test.expires); secret != "" || !errors.Is(err, test.want) {
			t.Errorf("%+v: %v", test, err)
		}
	}
}

// People of every script have names.
func TestNewTokenNames(t *testing.T) {
	for _, name := range []string{"ann", "Ann Lee", "ann@example.org", "Zoë", "안나", "アン", "Анна", "आन्या", "auth0|5f7", "urn:x:ann_1"} {
		if _, kept, err := auth.NewToken("", name, nil, newClock().now(), time.Time{}); err != nil || kept.Name != name {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// counting counts how often it is asked.
type counting struct {
	asked   int
	until   time.Time
	trouble error
}

func (c *counting) Authenticate(_ context.Context, token string) (*auth.Caller, error) {
	c.asked++
	if c.trouble != nil {
		return nil, c.trouble
	}
	if token != "good" {
		return nil, auth.ErrRefused
	}
	return &auth.Caller{Subject: "ann", Until: c.until}, nil
}

// What is known is not asked again for a while, and never after it ended.
func TestRemembered(t *testing.T) {
	c := newClock()
	inner := &counting{until: c.now().Add(12 * time.Second)}
	a := auth.Remembered(inner, 5*time.Second, 2, c.now)
	for _, step := range []struct {
		after time.Duration
		token string
		asked int
	}{
		{0, "good", 1}, {4 * time.Second, "good", 1}, {2 * time.Second, "good", 2}, {5 * time.Second, "good", 3},
		{time.Second - time.Millisecond, "good", 3}, {time.Millisecond, "good", 4}, {0, "bad", 5}, {0, "bad", 6},
	} {
		c.Time = c.Add(step.after)
		caller, err := a.Authenticate(t.Context(), step.token)
		if (err == nil) != (step.token == "good") || (caller != nil) != (err == nil) {
			t.Errorf("%+v: %+v, %v", step, caller, err)
		}
		if inner.asked != step.asked {
			t.Errorf("%+v: asked %d times", step, inner.asked)
		}
	}
}

// A token of which nothing is known is looked up only where that is let; one that
// was valid is looked up again, until it is refused.
func TestSparing(t *testing.T) {
	c := newClock()
	inner := &counting{}
	a := auth.Remembered(inner, 5*time.Second, 9, c.now)
	full := errors.New("full")
	stop := func() error { return full }
	sparing := func(a auth.Authenticator, token string, stop func() error) error {
		_, err := auth.Sparing(t.Context(), a, token, stop)
		return err
	}
	for _, one := range []auth.Authenticator{a, inner} {
		if err := sparing(one, "good", stop); !errors.Is(err, full) || inner.asked != 0 {
			t.Errorf("unknown: %v after %d", err, inner.asked)
		}
	}
	if err := sparing(a, "good", func() error { return nil }); err != nil || inner.asked != 1 {
		t.Errorf("let: %v after %d", err, inner.asked)
	}
	c.Time = c.Add(time.Hour)
	inner.trouble = auth.ErrUnavailable
	if err := sparing(a, "good", stop); !errors.Is(err, auth.ErrUnavailable) {
		t.Errorf("in trouble: %v", err)
	}
	inner.trouble = nil
	if err := sparing(a, "good", stop); err != nil || inner.asked != 3 {
		t.Errorf("known: %v after %d", err, inner.asked)
	}
	c.Time = c.Add(time.Hour)
	inner.trouble = auth.ErrRefused
	if err := sparing(a, "good", stop); !errors.Is(err, auth.ErrRefused) {
		t.Errorf("revoked: %v", err)
	}
	if err := sparing(a, "good", stop); !errors.Is(err, full) || inner.asked != 4 {
		t.Errorf("after it was revoked: %v after %d", err, inner.asked)
	}
}

// A token that no authenticator knows is refused.
func TestAnyOf(t *testing.T) {
	inner := &counting{}
	a := auth.AnyOf(foreign{}, inner)
	if caller, err := a.Authenticate(t.Context(), "good"); err != nil || caller.Subject != "ann" {
		t.Errorf("%+v, %v", caller, err)
	}
	if _, err := auth.AnyOf(foreign{}).Authenticate(t.Context(), "good"); !errors.Is(err, auth.ErrRefused) {
		t.Error(err)
	}
}

type foreign struct{}

func (foreign) Authenticate(context.Context, string) (*auth.Caller, error) {
	return nil, auth.ErrForeign
}
