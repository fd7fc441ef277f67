package auth_test

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"github.com/openropa/ropa/api/auth"
)

// issuer is an issuer of OpenID Connect of this machine.
type issuer struct {
	*testing.T
	server *httptest.Server
	keys   atomic.Pointer[jose.JSONWebKeySet]
	// fetched is how often its keys were asked for.
	fetched atomic.Int32
	// down, where it is set, answers in the place of the keys.
	down  atomic.Pointer[func(http.ResponseWriter)]
	clock *clock
}

func newIssuer(t *testing.T, keys ...jose.JSONWebKey) *issuer {
	i := &issuer{T: t, clock: newClock()}
	i.serves(keys...)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /.well-known/openid-configuration", func(w http.ResponseWriter, _ *http.Request) {
		i.send(w, map[string]any{
			"issuer": i.server.URL, "jwks_uri": i.server.URL + "/keys", "authorization_endpoint": i.server.URL + "/authorize",
			"token_endpoint": i.server.URL + "/token", "id_token_signing_alg_values_supported": []string{"RS256", "HS256", "none"},
		})
	})
	mux.HandleFunc("GET /keys", func(w http.ResponseWriter, _ *http.Request) {
		i.fetched.Add(1)
		if down := i.down.Load(); down != nil {
			(*down)(w)
			return
		}
		i.send(w, i.keys.Load())
	})
	i.server = httptest.NewServer(mux)
	t.Cleanup(i.server.Close)
	return i
}

// serves sets the public keys that the issuer tells.
func (i *issuer) serves(keys ...jose.JSONWebKey) {
	set := &jose.JSONWebKeySet{}
	for _, k := range keys {
		set.Keys = append(set.Keys, k.Public())
	}
	i.keys.Store(set)
}

func (i *issuer) send(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(v); err != nil {
		i.Error(err)
	}
}

// trusted returns an authenticator of its tokens.
func (i *issuer) trusted(o auth.OIDC) auth.Authenticator {
	i.Helper()
	o.Issuer, o.Audience, o.Now = i.server.URL, "ropa", i.clock.now
	a, err := auth.Discover(i.Context(), o)
	if err != nil {
		i.Fatal(err)
	}
	return a
}

// claims are those of a token that is in order, with some changed; nil removes.
func (i *issuer) claims(changed map[string]any) map[string]any {
	all := map[string]any{
		"iss": i.server.URL, "aud": []string{"other", "ropa"}, "sub": "ann", "exp": i.clock.Add(time.Hour).Unix(), "iat": i.clock.Unix(),
		"roles": []string{"editor:webgems", "approver:webgems", "reader:*", "admin", "offline_access"},
	}
	maps.Copy(all, changed)
	for name, v := range all {
		if v == nil {
			delete(all, name)
		}
	}
	return all
}

// signed is a token with some claims.
func (i *issuer) signed(alg jose.SignatureAlgorithm, key any, claims map[string]any) string {
	i.Helper()
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: alg, Key: key}, (&jose.SignerOptions{}).WithType("JWT"))
	if err != nil {
		i.Fatal(err)
	}
	body, err := json.Marshal(claims)
	if err != nil {
		i.Fatal(err)
	}
	signature, err := signer.Sign(body)
	if err != nil {
		i.Fatal(err)
	}
	token, err := signature.CompactSerialize()
	if err != nil {
		i.Fatal(err)
	}
	return token
}

func newKey(t *testing.T, id string, private crypto.Signer) jose.JSONWebKey {
	t.Helper()
	return jose.JSONWebKey{Key: private, KeyID: id, Use: "sig"}
}

func rsaKey(t *testing.T) *rsa.PrivateKey {
	t.Helper()
	k, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func ecKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// Tokens of either kind of key are taken, with what they say of the caller.
func TestIssuer(t *testing.T) {
	one, two := newKey(t, "one", rsaKey(t)), newKey(t, "two", ecKey(t))
	i := newIssuer(t, one, two)
	a := i.trusted(auth.OIDC{Tenant: "acme"})
	for _, token := range []string{i.signed(jose.RS256, one, i.claims(nil)), i.signed(jose.PS256, one, i.claims(nil)), i.signed(jose.ES256, two, i.claims(nil))} {
		caller, err := a.Authenticate(t.Context(), token)
		if err != nil {
			t.Fatal(err)
		}
		if want := []string{"approver:webgems", "editor:webgems", "reader:*"}; caller.Subject != "ann" || caller.Tenant != "acme" || !slices.Equal(caller.Grants.Strings(), want) {
			t.Errorf("%+v", caller)
		}
	}
	if n := i.fetched.Load(); n != 1 {
		t.Errorf("the keys were fetched %d times", n)
	}
}

// Where tenant, subject and roles stand is said by configuration.
func TestIssuerClaims(t *testing.T) {
	key := newKey(t, "one", ecKey(t))
	i := newIssuer(t, key)
	a := i.trusted(auth.OIDC{TenantClaim: "https://example.org/tenant", SubjectClaim: "preferred.name", RolesClaim: "resource_access.ropa.roles"})
	in := map[string]any{
		"https://example.org/tenant": "acme", "preferred": map[string]any{"name": "Ann"}, "roles": "admin:*",
		"resource_access": map[string]any{"ropa": map[string]any{"roles": "reader:webgems editor:bakery"}},
	}
	caller, err := a.Authenticate(t.Context(), i.signed(jose.ES256, key, i.claims(in)))
	if err != nil || caller.Subject != "Ann" || caller.Tenant != "acme" || !slices.Equal(caller.Grants.Strings(), []string{"editor:bakery", "reader:webgems"}) {
		t.Fatalf("%+v, %v", caller, err)
	}
	for name, wrong := range map[string]any{"https://example.org/tenant": nil, "preferred": "Ann"} {
		changed := maps.Clone(in)
		changed[name] = wrong
		if _, err := a.Authenticate(t.Context(), i.signed(jose.ES256, key, i.claims(changed))); !errors.Is(err, auth.ErrRefused) {
			t.Errorf("without %s: %v", name, err)
		}
	}
	for _, tenant := range []any{"", "a/b", 7, []string{"acme"}} {
		changed := maps.Clone(in)
		changed["https://example.org/tenant"] = tenant
		if _, err := a.Authenticate(t.Context(), i.signed(jose.ES256, key, i.claims(changed))); !errors.Is(err, auth.ErrRefused) {
			t.Errorf("tenant %v: %v", tenant, err)
		}
	}
	changed := maps.Clone(in)
	changed["resource_access"] = "admin:*"
	caller, err = a.Authenticate(t.Context(), i.signed(jose.ES256, key, i.claims(changed)))
	if err != nil || len(caller.Grants) != 0 {
		t.Errorf("without roles: %+v, %v", caller, err)
	}
}

// What is not in order is refused.
func TestIssuerRefuses(t *testing.T) {
	rsaPair, stranger := rsaKey(t), newKey(t, "stranger", ecKey(t))
	key := newKey(t, "one", rsaPair)
	i := newIssuer(t, key)
	a := i.trusted(auth.OIDC{})
	part := func(v any) string {
		raw, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return base64.RawURLEncoding.EncodeToString(raw)
	}
	good := i.signed(jose.RS256, key, i.claims(nil))
	parts := strings.Split(good, ".")
	publicAsSecret, err := json.Marshal(key.Public())
	if err != nil {
		t.Fatal(err)
	}
	for name, token := range map[string]string{
		"wrong issuer":       i.signed(jose.RS256, key, i.claims(map[string]any{"iss": "https://example.org"})),
		"no issuer":          i.signed(jose.RS256, key, i.claims(map[string]any{"iss": nil})),
		"wrong audience":     i.signed(jose.RS256, key, i.claims(map[string]any{"aud": "other"})),
		"no audience":        i.signed(jose.RS256, key, i.claims(map[string]any{"aud": nil})),
		"expired":            i.signed(jose.RS256, key, i.claims(map[string]any{"exp": i.clock.Add(-2 * time.Minute).Unix()})),
		"without end":        i.signed(jose.RS256, key, i.claims(map[string]any{"exp": nil})),
		"not yet":            i.signed(jose.RS256, key, i.claims(map[string]any{"nbf": i.clock.Add(10 * time.Minute).Unix()})),
		"no subject":         i.signed(jose.RS256, key, i.claims(map[string]any{"sub": nil})),
		"unprintable":        i.signed(jose.RS256, key, i.claims(map[string]any{"sub": "a\nb"})),
		"unknown key":        i.signed(jose.ES256, stranger, i.claims(nil)),
		"other key, same id": i.signed(jose.RS256, newKey(t, "one", rsaKey(t)), i.claims(nil)),
		"secret of no one":   i.signed(jose.HS256, jose.JSONWebKey{Key: publicAsSecret, KeyID: "one"}, i.claims(nil)),
		"alg none":           part(map[string]string{"alg": "none", "typ": "JWT"}) + "." + part(i.claims(nil)) + ".",
		"alg none, signed":   part(map[string]string{"alg": "none", "kid": "one"}) + "." + parts[1] + "." + parts[2],
		"other claims":       parts[0] + "." + part(i.claims(map[string]any{"sub": "eve"})) + "." + parts[2],
		"no signature":       parts[0] + "." + parts[1] + ".",
		"no token":           "a.b.c",
		"no parts":           "abc",
	} {
		if caller, err := a.Authenticate(t.Context(), token); caller != nil || !errors.Is(err, auth.ErrRefused) {
			t.Errorf("%s: %+v, %v", name, caller, err)
		}
	}
	if _, err := a.Authenticate(t.Context(), auth.TokenPrefix+"abc"); !errors.Is(err, auth.ErrForeign) {
		t.Errorf("an API token: %v", err)
	}
	if _, err := a.Authenticate(t.Context(), good); err != nil {
		t.Errorf("the one in order: %v", err)
	}
}

// Clocks may differ by a minute.
func TestIssuerSkew(t *testing.T) {
	key := newKey(t, "one", ecKey(t))
	i := newIssuer(t, key)
	a := i.trusted(auth.OIDC{})
	token := i.signed(jose.ES256, key, i.claims(map[string]any{"exp": i.clock.Add(-50 * time.Second).Unix(), "nbf": i.clock.Add(time.Minute).Unix()}))
	caller, err := a.Authenticate(t.Context(), token)
	if err != nil || !caller.Until.After(i.clock.now()) {
		t.Fatalf("%+v, %v", caller, err)
	}
	i.clock.Time = i.clock.Add(11 * time.Second)
	if _, err := a.Authenticate(t.Context(), token); !errors.Is(err, auth.ErrRefused) {
		t.Error(err)
	}
	for from, want := range map[any]error{
		i.clock.Add(61 * time.Second).Unix(): auth.ErrRefused, i.clock.Add(60 * time.Second).Unix(): nil, "soon": auth.ErrRefused,
		float64(i.clock.Unix()) + 60.5: auth.ErrRefused, 1e300: auth.ErrRefused, -1: nil,
	} {
		if _, err := a.Authenticate(t.Context(), i.signed(jose.ES256, key, i.claims(map[string]any{"nbf": from}))); !errors.Is(err, want) {
			t.Errorf("from %v: %v", from, err)
		}
	}
}

// An issuer that is away says nothing of a token: what is signed with a key that is
// known is taken, what is no token of it is refused, and of the rest nothing is
// known until it is back.
func TestIssuerAway(t *testing.T) {
	one, two := newKey(t, "one", ecKey(t)), newKey(t, "two", ecKey(t))
	for name, down := range map[string]func(http.ResponseWriter){
		"503":        func(w http.ResponseWriter) { http.Error(w, "words of the issuer", http.StatusServiceUnavailable) },
		"no JSON":    func(w http.ResponseWriter) { _, _ = io.WriteString(w, "<html>back soon</html>") },
		"broken off": func(http.ResponseWriter) { panic(http.ErrAbortHandler) },
		"elsewhere": func(w http.ResponseWriter) {
			w.Header().Set("Location", "http://keys.example.org/")
			w.WriteHeader(http.StatusFound)
		},
	} {
		i := newIssuer(t, one)
		a := i.trusted(auth.OIDC{})
		is := func(when, token string, want error) {
			t.Helper()
			caller, err := a.Authenticate(t.Context(), token)
			if !errors.Is(err, want) || (caller == nil) == (want == nil) || err != nil && strings.Contains(err.Error(), "words") {
				t.Errorf("%s: %s: %v", name, when, err)
			}
		}
		first, second := i.signed(jose.ES256, one, i.claims(nil)), i.signed(jose.ES256, two, i.claims(nil))
		i.down.Store(&down)
		is("never had a key", first, auth.ErrUnavailable)
		is("no token", "a.b.c", auth.ErrRefused)
		i.down.Store(nil)
		settled(t, a, first, nil)
		is("back", first, nil)
		i.serves(two)
		i.down.Store(&down)
		is("a known key", first, nil)
		is("expired", i.signed(jose.ES256, one, i.claims(map[string]any{"exp": 1})), auth.ErrRefused)
		settled(t, a, second, auth.ErrUnavailable)
		for range 9 { // more than it is asked
			is("a new key", second, auth.ErrUnavailable)
		}
	}
}

// settled waits until a token is answered as it must be after a switch of the issuer:
// who comes in the moment in which the library ends asking for keys gets what was
// found before.
func settled(t *testing.T, a auth.Authenticator, token string, want error) {
	t.Helper()
	for range 1000 {
		if _, err := a.Authenticate(t.Context(), token); errors.Is(err, want) {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatal("it is not answered as it must be")
}

// A new key is found when it is first used; asking for keys that there are not
// does not make the issuer pay for it.
func TestIssuerRotates(t *testing.T) {
	one, two := newKey(t, "one", ecKey(t)), newKey(t, "two", ecKey(t))
	i := newIssuer(t, one)
	a := i.trusted(auth.OIDC{})
	if _, err := a.Authenticate(t.Context(), i.signed(jose.ES256, one, i.claims(nil))); err != nil {
		t.Fatal(err)
	}
	i.serves(two)
	settled(t, a, i.signed(jose.ES256, two, i.claims(nil)), nil)
	stranger := newKey(t, "stranger", ecKey(t))
	for range 50 {
		if _, err := a.Authenticate(t.Context(), i.signed(jose.ES256, stranger, i.claims(nil))); !errors.Is(err, auth.ErrRefused) {
			t.Fatal(err)
		}
	}
	if n := i.fetched.Load(); n > 20 {
		t.Errorf("the keys were fetched %d times", n)
	}
	if _, err := a.Authenticate(t.Context(), i.signed(jose.ES256, two, i.claims(nil))); err != nil {
		t.Error(err)
	}
}

// An issuer must say who it is, over a line that nobody else can write to.
func TestDiscoverRefuses(t *testing.T) {
	i := newIssuer(t)
	for _, o := range []auth.OIDC{{}, {Issuer: i.server.URL}, {Audience: "ropa"}, {Issuer: "http://example.org", Audience: "ropa"}, {Issuer: "//x", Audience: "ropa"}} {
		if _, err := auth.Discover(t.Context(), o); !errors.Is(err, auth.ErrIssuer) {
			t.Errorf("%+v: %v", o, err)
		}
	}
	if _, err := auth.Discover(t.Context(), auth.OIDC{Issuer: i.server.URL, Audience: "ropa", Tenant: "a/b"}); !errors.Is(err, auth.ErrTenant) {
		t.Error(err)
	}
	if _, err := auth.Discover(t.Context(), auth.OIDC{Issuer: i.server.URL + "/other", Audience: "ropa"}); err == nil {
		t.Error("an issuer that is not there was found")
	}
}
