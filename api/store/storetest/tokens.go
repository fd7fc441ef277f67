package storetest

import (
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/api/store"
)

// tokens: what is kept of a token comes back; revoking is for good, and of the own
// tenant alone.
func (k *kit) tokens() {
	one := store.Token{
		ID: "t-1", Hash: store.TokenHash{1}, Tenant: "a", Name: "ann", Roles: []string{"editor:shop", "reader:*"},
		Made: k.tick(), Expires: k.at.Add(time.Hour),
	}
	forever := store.Token{ID: "t-2", Hash: store.TokenHash{2}, Tenant: "a", Name: "ann", Roles: []string{"reader:*"}, Made: k.tick()}
	other := store.Token{ID: "t-3", Hash: store.TokenHash{3}, Tenant: "b", Name: "ann", Roles: []string{"admin:*"}, Made: k.tick()}
	for _, t := range []store.Token{forever, one, other} {
		k.must(k.store.AddToken(k.ctx, t))
	}
	if k.store.AddToken(k.ctx, store.Token{ID: "t-1", Hash: store.TokenHash{4}}) == nil || k.store.AddToken(k.ctx, store.Token{ID: "t-4", Hash: one.Hash}) == nil {
		k.Error("a token was kept twice")
	}
	k.holds("a", one, forever)
	k.holds("b", other)
	k.holds("c")

	k.is(k.store.RevokeToken(k.ctx, "b", "t-1", k.tick()), store.ErrNoToken)
	one.Revoked = k.tick()
	k.must(k.store.RevokeToken(k.ctx, "a", "t-1", one.Revoked))
	k.must(k.store.RevokeToken(k.ctx, "a", "t-1", k.tick()))
	forever.Used = k.tick()
	k.must(k.store.TokenUsed(k.ctx, "t-2", forever.Used))
	k.must(k.store.TokenUsed(k.ctx, "t-2", forever.Used.Add(-time.Hour)))
	k.holds("a", one, forever)

	_, err := k.store.FindToken(k.ctx, store.TokenHash{9})
	k.is(err, store.ErrNoToken)
	for _, want := range []store.Token{one, forever, other} {
		got, err := k.store.FindToken(k.ctx, want.Hash)
		k.must(err)
		if diff := cmp.Diff(&want, got); diff != "" {
			k.Errorf("found (-want +got):\n%s", diff)
		}
	}
}

// holds tells where the tokens of a tenant are others.
func (k *kit) holds(tenant string, want ...store.Token) {
	k.Helper()
	got, err := k.store.ListTokens(k.ctx, tenant)
	k.must(err)
	if diff := cmp.Diff(want, got); diff != "" {
		k.Errorf("tokens of %s (-want +got):\n%s", tenant, diff)
	}
}
