package tables

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"github.com/openropa/ropa/api/store"
)

const tokenColumns = `id, hash, tenant, name, roles, made_on, expires_on, used_on, revoked_on`

// AddToken keeps a token.
func (s *Store) AddToken(ctx context.Context, t store.Token) error {
	_, err := s.write.ExecContext(ctx, s.q(`INSERT INTO tokens (`+tokenColumns+`) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`),
		t.ID, t.Hash[:], t.Tenant, t.Name, listOf(t.Roles), stampOf(t.Made), stampOf(t.Expires), stampOf(t.Used), stampOf(t.Revoked))
	return err
}

func scanToken(scan func(...any) error) (*store.Token, error) {
	t := &store.Token{}
	var hash []byte
	var roles, made, expires, used, revoked string
	if err := scan(&t.ID, &hash, &t.Tenant, &t.Name, &roles, &made, &expires, &used, &revoked); err != nil {
		return nil, err
	}
	if len(hash) != len(t.Hash) {
		return nil, fmt.Errorf("token %s: its hash has %d bytes", t.ID, len(hash))
	}
	copy(t.Hash[:], hash)
	t.Roles = namesIn(roles)
	for _, one := range []struct {
		to   *time.Time
		from string
	}{{&t.Made, made}, {&t.Expires, expires}, {&t.Used, used}, {&t.Revoked, revoked}} {
		*one.to = timeOf(one.from)
		if one.from != "" && one.to.IsZero() { // else it would pass for never
			return nil, fmt.Errorf("token %s: a time cannot be read", t.ID)
		}
	}
	return t, nil
}

// FindToken returns the token of a hash.
func (s *Store) FindToken(ctx context.Context, hash store.TokenHash) (*store.Token, error) {
	t, err := scanToken(s.read.QueryRowContext(ctx, s.q(`SELECT `+tokenColumns+` FROM tokens WHERE hash = ?`), hash[:]).Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, store.ErrNoToken
	}
	return t, s.told(err)
}

// ListTokens returns the tokens of a tenant.
func (s *Store) ListTokens(ctx context.Context, tenant string) ([]store.Token, error) {
	rows, err := s.read.QueryContext(ctx, s.q(`SELECT `+tokenColumns+` FROM tokens WHERE tenant = ? ORDER BY name, made_on, id`), tenant)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []store.Token
	for rows.Next() {
		t, err := scanToken(rows.Scan)
		if err != nil {
			return nil, err
		}
		all = append(all, *t)
	}
	return all, rows.Err()
}

// RevokeToken ends a token of a tenant.
func (s *Store) RevokeToken(ctx context.Context, tenant, id string, on time.Time) error {
	result, err := s.write.ExecContext(ctx, s.q(`UPDATE tokens SET revoked_on = CASE revoked_on WHEN '' THEN ? ELSE revoked_on END WHERE tenant = ? AND id = ?`),
		stampOf(on), tenant, id)
	if err != nil {
		return err
	}
	if n, err := result.RowsAffected(); err != nil || n > 0 {
		return err
	}
	return store.ErrNoToken
}

// TokenUsed notes about when a token was used.
func (s *Store) TokenUsed(ctx context.Context, id string, on time.Time) error {
	_, err := s.write.ExecContext(ctx, s.q(`UPDATE tokens SET used_on = ? WHERE id = ? AND used_on < ?`), stampOf(on), id, stampOf(on))
	return err
}
