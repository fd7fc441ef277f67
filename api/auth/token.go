package auth

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/openropa/ropa/api/store"
)

// TokenPrefix begins every API token, so that one that leaked is recognised.
const TokenPrefix = "ropa_"

// TokenLife is how long a token is valid where nothing else is said: 90 days.
const TokenLife = 90 * 24 * time.Hour

// secretBytes is how much chance is in a token: 256 bits.
const secretBytes = 32

// The errors of making a token.
var (
	// ErrName tells that a token names nobody, or not in up to 200 printable letters.
	ErrName = errors.New("a token needs a name of at most 200 printable letters")
	// ErrTenant tells that the name of a tenant is not of its form.
	ErrTenant = errors.New("the name of a tenant is letters, digits, dots, hyphens and underscores")
	// ErrExpiry tells that a token would have ended before it began.
	ErrExpiry = errors.New("a token must end after it is made")
)

// NewToken makes an API token: the token, which is told once, and what a store
// keeps of it. Where it is to expire is up to the caller; a zero time is never. The
// errors are ErrName, ErrTenant and ErrExpiry.
func NewToken(tenant, name string, grants Grants, made, expires time.Time) (string, store.Token, error) {
	switch {
	case !ValidSubject(name):
		return "", store.Token{}, ErrName
	case !ValidTenant(tenant):
		return "", store.Token{}, ErrTenant
	case !expires.IsZero() && !expires.After(made):
		return "", store.Token{}, ErrExpiry
	}
	var b [secretBytes + 6]byte
	_, _ = rand.Read(b[:]) // never fails
	secret := TokenPrefix + base64.RawURLEncoding.EncodeToString(b[:secretBytes])
	return secret, store.Token{
		ID: hex.EncodeToString(b[secretBytes:]), Hash: sha256.Sum256([]byte(secret)),
		Tenant: tenant, Name: name, Roles: grants.Strings(), Made: whole(made), Expires: whole(expires),
	}, nil
}

// whole is a time in whole seconds.
func whole(t time.Time) time.Time { return t.UTC().Truncate(time.Second) }

// usedEvery is how exactly it is known when a token was last used.
const usedEvery = time.Hour

// Tokens returns an authenticator of the API tokens that a store keeps. Now tells
// the time.
func Tokens(from store.Tokens, now func() time.Time) Authenticator { return &tokens{from, now} }

type tokens struct {
	store store.Tokens
	now   func() time.Time
}

// Authenticate finds the token by its hash, which tells nothing of the token to
// whoever measures how long it takes.
func (a *tokens) Authenticate(ctx context.Context, token string) (*Caller, error) {
	if !strings.HasPrefix(token, TokenPrefix) {
		return nil, ErrForeign
	}
	if len(token) != len(TokenPrefix)+base64.RawURLEncoding.EncodedLen(secretBytes) {
		return nil, ErrRefused
	}
	hash := sha256.Sum256([]byte(token))
	found, err := a.store.FindToken(ctx, hash)
	if errors.Is(err, store.ErrNoToken) {
		return nil, ErrRefused
	}
	if err != nil {
		return nil, fmt.Errorf("token: %w", err)
	}
	now := a.now()
	if subtle.ConstantTimeCompare(hash[:], found.Hash[:]) != 1 || !found.Revoked.IsZero() || !found.Expires.IsZero() && !now.Before(found.Expires) {
		return nil, ErrRefused
	}
	grants, err := ParseGrants(found.Roles)
	if err != nil {
		return nil, fmt.Errorf("token %s: %w", found.ID, err)
	}
	if hour := now.UTC().Truncate(usedEvery); found.Used.Before(hour) {
		// A store that cannot be written to for a while lets people read all the same.
		_ = a.store.TokenUsed(ctx, found.ID, hour)
	}
	return &Caller{Subject: found.Name, Tenant: found.Tenant, Grants: grants, Until: found.Expires}, nil
}
