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
// whatever they change, somebody who verifies is told what. Run runs a statement on
// the tables; bytes are written CAST('…' AS BLOB) in it.
func Tampered(t *testing.T, s store.Store, run func(statement string) error) {
	t.Helper()
	found := make(map[store.TamperCode]bool)
	one := func(i int, name string, code store.TamperCode, change func(k *kit, tenant string)) {
		t.Run(name, func(t *testing.T) {
			// Each has a tenant of its own, which those before did not touch.
			k := &kit{T: t, store: s, ctx: t.Context(), at: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)}
			tenant := fmt.Sprintf("t%d", i)
			k.past(tenant)
			change(k, tenant)
			err := k.verified(tenant)
			k.is(err, store.ErrTampered)
			told, ok := errors.AsType[*store.TamperedError](err)
			if !ok || told.Code != code {
				k.Fatalf("told: %v, want %s", err, code)
			}
			found[code] = true
		})
	}
	for i, tampering := range tamperings {
		one(i, tampering.statement, tampering.code, func(k *kit, tenant string) {
			k.must(run(strings.ReplaceAll(tampering.statement, "$tenant", tenant)))
		})
	}
	for i, forgery := range forgeries {
		one(len(tamperings)+i, forgery.name, forgery.code, func(k *kit, tenant string) { forgery.forge(&forger{k, tenant, run}) })
	}
	for _, code := range store.TamperCodes() {
		if !found[code] && !strings.HasPrefix(string(code), "kept-") {
			t.Errorf("%s is told of nothing", code)
		}
	}
}

// tamperings change rows of what past makes.
var tamperings = []struct {
	code      store.TamperCode
	statement string
}{
	{store.RevisionChanged, `UPDATE revisions SET reason = 'another' WHERE register = 'shop' AND number = 2`},
	{store.RevisionChanged, `UPDATE revisions SET made_by = 'eve', hash = 'x' WHERE register = 'shop' AND number = 2`},
	{store.RevisionChanged, `UPDATE revisions SET address = 'parties/two' WHERE register = 'shop' AND number = 2`},
	{store.RevisionExtends, `UPDATE revisions SET extends = '["other"]' WHERE register = 'shop' AND number = 2`},
	{store.RevisionChanged, `UPDATE revisions SET bases = '{"group":1}' WHERE register = 'shop' AND number = 2`},
	{store.RevisionChanged, `UPDATE revisions SET bases = '' WHERE register = 'shop' AND number = 2`},
	{store.RevisionMissing, `DELETE FROM revisions WHERE register = 'shop' AND number = 2`},
	{store.RevisionMissing, `DELETE FROM revisions WHERE register = 'shop' AND number = 3`},
	{store.RevisionChanged, `UPDATE changes SET body_after = CAST('{"id":"one","country":"BE"}' AS BLOB) WHERE register = 'shop' AND number = 2`},
	{store.RevisionChanged, `DELETE FROM changes WHERE register = 'shop' AND number = 2`},
	{store.RevisionChanged, `UPDATE changes SET seq = 1 WHERE register = 'shop' AND number = 2`},
	{store.CopyChanged, `UPDATE copies SET body = CAST('{"schema":"ropa/v1","id":"shop"}' AS BLOB) WHERE register = 'shop' AND number = 1`},
	{store.CopyMissing, `DELETE FROM copies`},
	{store.EntriesChanged, `UPDATE entries SET body = CAST('{"id":"one","country":"FR"}' AS BLOB) WHERE register = 'shop' AND key = 'one'`},
	{store.EntriesChanged, `DELETE FROM entries WHERE register = 'shop' AND key = 'one'`},
	{store.EntriesUnreadable, `DELETE FROM entries WHERE register = 'shop' AND kind = 'register'`},
	{store.EntriesUnreadable, `UPDATE entries SET body = CAST('{' AS BLOB) WHERE register = 'shop' AND key = 'one'`},
	{store.RegisterChanged, `UPDATE registers SET hash = 'x', revision = 2 WHERE id = 'shop'`},
	{store.ApprovedAhead, `UPDATE registers SET revision = 1 WHERE id = 'shop'`},
	{store.RegisterChanged, `UPDATE registers SET extends = '["other"]' WHERE id = 'shop'`},
	{store.RegisterChanged, `UPDATE registers SET changed = '2026-11-22T13:00:00.000000Z' WHERE id = 'shop'`},
	{store.RevisionApproval, `UPDATE revisions SET approved_by = 'eve', approved_on = made_on WHERE register = 'shop' AND number = 3`},
	{store.RevisionApproval, `UPDATE revisions SET approved_by = 'eve' WHERE register = 'shop' AND number = 1`},
	{store.RevisionApproval, `UPDATE revisions SET approval_reason = 'looked at it' WHERE register = 'shop' AND number = 1`},
	{store.ApprovalChanged, `UPDATE approvals SET reason = 'looked at it' WHERE register = 'shop'`},
	{store.RevisionApproval, `UPDATE revisions SET approved_by = '', approved_on = '', approval = '' WHERE register = 'shop' AND number = 2`},
	{store.ApprovedElsewhere, `UPDATE registers SET approved = 1 WHERE id = 'shop'`},
	{store.ApprovedElsewhere, `UPDATE registers SET approved = 3 WHERE id = 'shop'`},
	{store.ApprovedElsewhere, `UPDATE registers SET approved = 9 WHERE id = 'shop'`},
	{store.ApprovedAhead, `UPDATE registers SET approved = 9 WHERE id = 'group'`},
	{store.RevisionApproval, `UPDATE registers SET approved = 1 WHERE id = 'group'`},
	{store.ApprovalChanged, `UPDATE approvals SET bases = '{"group":1}' WHERE register = 'shop' AND number = 2`},
	{store.ApprovalChanged, `UPDATE approvals SET bases = '' WHERE register = 'shop' AND number = 2`},
	{store.ApprovalChanged, `UPDATE approvals SET made_by = 'eve' WHERE register = 'shop' AND number = 1`},
	{store.ApprovalChanged, `UPDATE approvals SET made_on = '2026-11-22T13:00:00.000000Z' WHERE register = 'shop' AND number = 2`},
	{store.ApprovedElsewhere, `UPDATE approvals SET revision = 3 WHERE register = 'shop' AND number = 2`},
	{store.ApprovedElsewhere, `UPDATE approvals SET revision = 9 WHERE register = 'shop' AND number = 2`},
	{store.ApprovalChanged, `UPDATE approvals SET after = 0 WHERE register = 'shop' AND number = 2`},
	{store.ApprovalChanged, `UPDATE approvals SET previous = 'x' WHERE register = 'shop' AND number = 2`},
	{store.ApprovalChanged, `UPDATE approvals SET hash = 'x' WHERE register = 'shop' AND number = 2`},
	{store.ApprovalMissing, `DELETE FROM approvals WHERE register = 'shop' AND number = 1`},
	{store.ApprovedElsewhere, `DELETE FROM approvals WHERE register = 'shop' AND number = 2`},
	{store.RevisionApproval, `DELETE FROM approvals WHERE register = 'shop'`},
	{store.ApprovalChanged, `INSERT INTO approvals (tenant, register, number, revision, after, bases, made_by, reason, made_on, previous, hash) VALUES ('$tenant', 'shop', 3, 3, 2, '', 'eve', '', '2026-11-22T14:00:00.000000Z', 'x', 'x')`},
	{store.RemovalChanged, `UPDATE removals SET made_by = 'eve'`},
	{store.RemovalChanged, `UPDATE removals SET reason = ''`},
	{store.RemovalChanged, `UPDATE removals SET revision = 2, last = 'x' WHERE register = 'sold'`},
	{store.RevisionMissing, `DELETE FROM removals WHERE register = 'anew'`},
	{store.LeftBehind, `INSERT INTO entries (tenant, register, kind, key, position, body) VALUES ('$tenant', 'sold', 'parties', 'one', 0, CAST('{"id":"one"}' AS BLOB))`},
	{store.LeftBehind, `DELETE FROM registers WHERE id = 'anew'`},
	{store.LeftBehind, `INSERT INTO copies (tenant, register, number, body) VALUES ('$tenant', 'anew', 1, CAST('{}' AS BLOB))`},
	{store.RegisterChanged, `INSERT INTO revisions SELECT tenant, register, 9, address, action, 'eve', reason, made_on, extends, changes, whole, previous, hash, approved_by, approved_on, approval, bases, approval_reason FROM revisions WHERE register = 'group' AND tenant = '$tenant' AND number = 2`},
	{store.RegisterChanged, `INSERT INTO copies (tenant, register, number, body) VALUES ('$tenant', 'group', 9, CAST('{}' AS BLOB))`},
	{store.RevisionChanged, `INSERT INTO changes (tenant, register, number, seq, address, position) VALUES ('$tenant', 'group', 0, 0, 'parties/one', 0)`},
	{store.EntriesChanged, `UPDATE entries SET key = 'other' WHERE register = 'shop' AND key = 'one'`},
	{store.EntriesChanged, `UPDATE entries SET position = 7 WHERE register = 'shop' AND key = 'one'`},
	{store.EntriesUnreadable, `UPDATE entries SET kind = 'zebras' WHERE register = 'shop' AND key = 'one'`},
	{store.EntriesUnreadable, `UPDATE entries SET key = 'other' WHERE register = 'shop' AND kind = 'register'`},
	{store.RegisterMissing, `DELETE FROM registers WHERE id = 'shop'`},
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
