package auth

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/time/rate"
)

// OIDC is an issuer of OpenID Connect that is trusted, and how its tokens are read.
type OIDC struct {
	// Issuer is its address, as it stands in its tokens. Required.
	Issuer string
	// Audience is for whom a token must be made: this server. Required.
	Audience string
	// SubjectClaim names the claim with whom the history names; "" for sub. It must be
	// one that people cannot choose themselves.
	SubjectClaim string
	// TenantClaim names the claim with the tenant. Where it is given every token must
	// have it; where it is "" all belong to Tenant.
	TenantClaim, Tenant string
	// RolesClaim names the claim with the grants, such as editor:webgems or reader:*;
	// "" for roles. What is no grant there is left alone: it is meant for others.
	RolesClaim string
	// Now tells the time; time.Now where it is nil.
	Now func() time.Time
	// Transport reaches the issuer; http.DefaultTransport where it is nil.
	Transport http.RoundTripper
}

// The bounds of dealing with an issuer.
const (
	// skew is by how much the clocks of issuer and server may differ.
	skew = time.Minute
	// issuerTimeout bounds a request to the issuer, mostAnswer its answer.
	issuerTimeout = 10 * time.Second
	mostAnswer    = 1 << 20
	// keysEvery and keysBurst bound how often keys are fetched: a token that names a
	// key that nobody knows makes the server ask for it.
	keysEvery = 10 * time.Second
	keysBurst = 5
)

// signatures are the algorithms that are taken: with a public key, each of them.
var signatures = []string{oidc.RS256, oidc.RS384, oidc.RS512, oidc.ES256, oidc.ES384, oidc.ES512, oidc.PS256, oidc.PS384, oidc.PS512, oidc.EdDSA}

// ErrIssuer tells that an issuer lacks an audience, or an address that begins with
// https (http will do on this machine).
var ErrIssuer = errors.New("an issuer needs an address that begins with https, and an audience")

// Discover asks an issuer for its configuration and returns an authenticator of its
// tokens. Its keys are fetched when they are needed, and kept. The errors are
// ErrIssuer, ErrTenant, and those of reaching it.
func Discover(ctx context.Context, o OIDC) (Authenticator, error) {
	if u, err := url.Parse(o.Issuer); err != nil || !reachable(u) || o.Audience == "" {
		return nil, ErrIssuer
	}
	if !ValidTenant(o.Tenant) {
		return nil, ErrTenant
	}
	o.SubjectClaim, o.RolesClaim = cmp.Or(o.SubjectClaim, "sub"), cmp.Or(o.RolesClaim, "roles")
	if o.Now == nil {
		o.Now = time.Now
	}
	via := &issuerTransport{via: transportOf(o), limit: rate.NewLimiter(rate.Every(keysEvery), keysBurst)}
	ctx = oidc.ClientContext(ctx, &http.Client{Timeout: issuerTimeout, Transport: via})
	provider, err := oidc.NewProvider(ctx, o.Issuer)
	if err != nil {
		return nil, fmt.Errorf("issuer: %w", err)
	}
	var told struct {
		Keys string `json:"jwks_uri"`
	}
	if err := provider.Claims(&told); err != nil {
		return nil, fmt.Errorf("issuer: %w", err)
	}
	if u, err := url.Parse(told.Keys); err != nil || !reachable(u) {
		return nil, fmt.Errorf("issuer: %w", errPlain)
	}
	verifier := oidc.NewVerifier(o.Issuer, &keys{oidc.NewRemoteKeySet(ctx, told.Keys), via}, &oidc.Config{
		ClientID: o.Audience, SupportedSigningAlgs: signatures,
		Now: func() time.Time { return o.Now().Add(-skew) },
	})
	return &issuer{o, verifier}, nil
}

// reachable reports whether nobody on the way to an address can put in other keys.
func reachable(u *url.URL) bool {
	if u.Host == "" {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	return u.Scheme == "https" || u.Scheme == "http" && (u.Hostname() == "localhost" || ip != nil && ip.IsLoopback())
}

type issuer struct {
	OIDC
	verifier *oidc.IDTokenVerifier
}

// Authenticate verifies a token and reads its claims.
func (i *issuer) Authenticate(ctx context.Context, token string) (*Caller, error) {
	if strings.HasPrefix(token, TokenPrefix) {
		return nil, ErrForeign
	}
	if strings.Count(token, ".") != 2 {
		return nil, ErrRefused
	}
	var missing error
	verified, err := i.verifier.Verify(context.WithValue(ctx, missingKey{}, &missing), token)
	switch {
	case err == nil:
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case missing != nil:
		return nil, fmt.Errorf("%w: %w", ErrUnavailable, missing)
	default:
		return nil, ErrRefused // its words repeat what was sent
	}
	var all claims
	if err := verified.Claims(&all); err != nil || !all.begun(i.Now().Add(skew)) {
		return nil, ErrRefused
	}
	caller := &Caller{Subject: all.text(i.SubjectClaim), Tenant: i.Tenant, Grants: all.grants(i.RolesClaim), Until: verified.Expiry.Add(skew)}
	if i.TenantClaim != "" {
		if caller.Tenant = all.text(i.TenantClaim); caller.Tenant == "" {
			return nil, ErrRefused
		}
	}
	if !ValidSubject(caller.Subject) || !ValidTenant(caller.Tenant) {
		return nil, ErrRefused
	}
	return caller, nil
}

// claims are those of a token.
type claims map[string]any

// find returns a claim: of the name, or of the path that its dots make.
func (c claims) find(name string) any {
	if v, ok := c[name]; ok {
		return v
	}
	first, rest, found := strings.Cut(name, ".")
	if inner, ok := c[first].(map[string]any); ok && found {
		return claims(inner).find(rest)
	}
	return nil
}

// begun reports whether a token is valid already at a time: its nbf, where it has
// one, is not later. (The library allows five minutes.)
func (c claims) begun(now time.Time) bool {
	from, given := c["nbf"]
	if !given || from == nil {
		return true
	}
	seconds, ok := from.(float64)
	return ok && seconds <= float64(now.UnixNano())/1e9
}

// text returns a claim that is a text, "" where it is none.
func (c claims) text(name string) string {
	s, _ := c.find(name).(string)
	return s
}

// grants returns the grants in a claim: a list, or a text with spaces between.
func (c claims) grants(name string) Grants {
	var texts []string
	switch v := c.find(name).(type) {
	case string:
		texts = strings.Fields(v)
	case []any:
		for _, one := range v {
			if s, ok := one.(string); ok {
				texts = append(texts, s)
			}
		}
	}
	g := make(Grants)
	for _, s := range texts {
		if id, role, err := ParseGrant(s); err == nil {
			g[id] |= role
		}
	}
	return g
}

func transportOf(o OIDC) http.RoundTripper {
	if o.Transport != nil {
		return o.Transport
	}
	return http.DefaultTransport
}
