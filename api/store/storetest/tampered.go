package storetest

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
)

// Tampered holds a store in tables against those who change rows behind its back:
// whatever they change, somebody who verifies is told. Run runs a statement on the
// tables; bytes are written CAST('…' AS BLOB) in it.
func Tampered(t *testing.T, s store.Store, run func(statement string) error) {
	t.Helper()
	for i, statement := range append(tampering, "") {
		t.Run(statement, func(t *testing.T) {
			// Each has a tenant of its own, which those before did not touch.
			k := &kit{T: t, store: s, ctx: t.Context(), at: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)}
			tenant := fmt.Sprintf("t%d", i)
			k.past(tenant)
			if statement == "" {
				k.forge(tenant, run)
			} else {
				k.must(run(strings.ReplaceAll(statement, "$tenant", tenant)))
			}
			k.is(k.verified(tenant), store.ErrTampered)
		})
	}
}

// forge makes an approval that nobody gave, as approvals were before they were
// counted.
func (k *kit) forge(tenant string, run func(string) error) {
	r, err := k.store.Revision(k.ctx, store.Key{Tenant: tenant, Register: "shop"}, 3)
	k.must(err)
	const on = "2026-11-22T14:00:00.000000Z"
	k.must(run(`UPDATE revisions SET approved_by = 'eve', approved_on = '` + on + `', approval = '` + store.Sum([]byte("approval\n"+r.Hash+"\n"+on+"\neve")) + `' WHERE register = 'shop' AND number = 3`))
	k.must(run(`UPDATE registers SET approved = 3 WHERE id = 'shop'`))
}

// tampering changes rows of what past makes.
var tampering = []string{
	`UPDATE revisions SET reason = 'another' WHERE register = 'shop' AND number = 2`,
	`UPDATE revisions SET made_by = 'eve', hash = 'x' WHERE register = 'shop' AND number = 2`,
	`UPDATE revisions SET address = 'parties/two' WHERE register = 'shop' AND number = 2`,
	`UPDATE revisions SET extends = '["other"]' WHERE register = 'shop' AND number = 2`,
	`UPDATE revisions SET bases = '{"group":1}' WHERE register = 'shop' AND number = 2`,
	`UPDATE revisions SET bases = '' WHERE register = 'shop' AND number = 2`,
	`DELETE FROM revisions WHERE register = 'shop' AND number = 2`,
	`DELETE FROM revisions WHERE register = 'shop' AND number = 3`,
	`UPDATE changes SET body_after = CAST('{"id":"one","country":"BE"}' AS BLOB) WHERE register = 'shop' AND number = 2`,
	`DELETE FROM changes WHERE register = 'shop' AND number = 2`,
	`UPDATE copies SET body = CAST('{"schema":"ropa/v1","id":"shop"}' AS BLOB) WHERE register = 'shop' AND number = 1`,
	`DELETE FROM copies`,
	`UPDATE entries SET body = CAST('{"id":"one","country":"FR"}' AS BLOB) WHERE register = 'shop' AND key = 'one'`,
	`DELETE FROM entries WHERE register = 'shop' AND key = 'one'`,
	`UPDATE registers SET hash = 'x', revision = 2 WHERE id = 'shop'`,
	`UPDATE registers SET revision = 1 WHERE id = 'shop'`,
	`UPDATE registers SET extends = '["other"]' WHERE id = 'shop'`,
	`UPDATE registers SET changed = '2026-11-22T13:00:00.000000Z' WHERE id = 'shop'`,

	`UPDATE revisions SET approved_by = 'eve', approved_on = made_on WHERE register = 'shop' AND number = 3`,
	`UPDATE revisions SET approved_by = 'eve' WHERE register = 'shop' AND number = 1`,
	`UPDATE revisions SET approval_reason = 'looked at it' WHERE register = 'shop' AND number = 1`,
	`UPDATE approvals SET reason = 'looked at it' WHERE register = 'shop'`,
	`UPDATE revisions SET approved_by = '', approved_on = '', approval = '' WHERE register = 'shop' AND number = 2`,
	`UPDATE registers SET approved = 1 WHERE id = 'shop'`,
	`UPDATE registers SET approved = 3 WHERE id = 'shop'`,
	`UPDATE registers SET approved = 9 WHERE id = 'shop'`,
	`UPDATE registers SET approved = 9 WHERE id = 'group'`,
	`UPDATE registers SET approved = 1 WHERE id = 'group'`,
	`UPDATE approvals SET bases = '{"group":1}' WHERE register = 'shop' AND number = 2`,
	`UPDATE approvals SET bases = '' WHERE register = 'shop' AND number = 2`,
	`UPDATE approvals SET made_by = 'eve' WHERE register = 'shop' AND number = 1`,
	`UPDATE approvals SET made_on = '2026-11-22T13:00:00.000000Z' WHERE register = 'shop' AND number = 2`,
	`UPDATE approvals SET revision = 3 WHERE register = 'shop' AND number = 2`,
	`UPDATE approvals SET revision = 9 WHERE register = 'shop' AND number = 2`,
	`UPDATE approvals SET after = 0 WHERE register = 'shop' AND number = 2`,
	`UPDATE approvals SET previous = 'x' WHERE register = 'shop' AND number = 2`,
	`UPDATE approvals SET hash = 'x' WHERE register = 'shop' AND number = 2`,
	`DELETE FROM approvals WHERE register = 'shop' AND number = 1`,
	`DELETE FROM approvals WHERE register = 'shop' AND number = 2`,
	`DELETE FROM approvals WHERE register = 'shop'`,
	`INSERT INTO approvals (tenant, register, number, revision, after, bases, made_by, reason, made_on, previous, hash) VALUES ('$tenant', 'shop', 3, 3, 2, '', 'eve', '', '2026-11-22T14:00:00.000000Z', 'x', 'x')`,

	`UPDATE removals SET made_by = 'eve'`,
	`UPDATE removals SET reason = ''`,
	`UPDATE removals SET revision = 2, last = 'x' WHERE register = 'sold'`,
	`DELETE FROM removals WHERE register = 'anew'`,
	`INSERT INTO entries (tenant, register, kind, key, position, body) VALUES ('$tenant', 'sold', 'parties', 'one', 0, CAST('{"id":"one"}' AS BLOB))`,
	`DELETE FROM registers WHERE id = 'anew'`,
}

// past is a history of a tenant with something of all: shop extends group, and is
// approved twice at two of its three revisions; sold was removed, anew too, and made
// again.
func (k *kit) past(tenant string) {
	key := func(id string) store.Key { return store.Key{Tenant: tenant, Register: id} }
	shop, group := key("shop"), key("group")
	k.begin(group, nil, "shared")
	k.begin(shop, []string{"../group.yaml"}, "one")
	k.must(k.approved(shop, 1, "bob"))
	k.moves(group, 1, "shared", "ann", "DE")
	k.moves(shop, 1, "one", "ann", "NL", "../group.yaml")
	k.must(k.approved(shop, 2, "cid"))
	k.moves(shop, 2, "one", "ann", "BE", "../group.yaml")
	for _, id := range []string{"sold", "anew"} {
		k.begin(key(id), nil, "one")
		k.must(k.removed(key(id), 1))
	}
	k.begin(key("anew"), nil, "one")
	k.must(k.verified(tenant))
}

// verified verifies all that past makes.
func (k *kit) verified(tenant string) error {
	var all error
	for _, id := range []string{"shop", "group", "sold", "anew"} {
		all = errors.Join(all, k.store.Verify(k.ctx, store.Key{Tenant: tenant, Register: id}))
	}
	return all
}
