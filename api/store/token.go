package store

import (
	"context"
	"errors"
	"time"
)

// ErrNoToken tells that there is no such API token.
var ErrNoToken = errors.New("no such token")

// TokenHash is the SHA-256 of an API token: all that a store knows of its secret.
type TokenHash [32]byte

// Token is what a store keeps of an API token. The token itself it never has.
type Token struct {
	// ID tells it from the others, and is no secret.
	ID   string
	Hash TokenHash
	// Tenant is whose registers it opens.
	Tenant string
	// Name is whom it stands for: it is what the history says of who made a change.
	Name string
	// Roles are what it may do, as package auth writes grants: editor:webgems.
	Roles []string
	// Made is when it was made; Expires when it ends, zero for never; Used about when
	// it was last used, zero for never; Revoked when it was revoked, zero where it was
	// not.
	Made, Expires, Used, Revoked time.Time
}

// Tokens keeps API tokens.
type Tokens interface {
	// AddToken keeps a token. Its identifier and its hash must be new.
	AddToken(ctx context.Context, t Token) error
	// FindToken returns the token of a hash, revoked and expired ones too. The error is
	// ErrNoToken.
	FindToken(ctx context.Context, hash TokenHash) (*Token, error)
	// ListTokens returns the tokens of a tenant, by name and then by age.
	ListTokens(ctx context.Context, tenant string) ([]Token, error)
	// RevokeToken ends a token of a tenant; one that was revoked stays as it is. The
	// error is ErrNoToken.
	RevokeToken(ctx context.Context, tenant, id string, on time.Time) error
	// TokenUsed notes about when a token was used.
	TokenUsed(ctx context.Context, id string, on time.Time) error
}
