package storetest

import (
	"fmt"

	"github.com/openropa/ropa/api/store"
)

// forger changes rows of what past makes, and hashes with them so that they agree.
type forger struct {
	*kit
	tenant string
	run    func(statement string) error
}

var forgeries = []struct {
	code  store.TamperCode
	name  string
	forge func(f *forger)
}{
	{store.ApprovedElsewhere, "an approval that nobody gave", func(f *forger) { f.approve("shop", 3, "eve") }},
	{store.ApprovedByMaker, "an approval by the maker", func(f *forger) { f.approve("group", 1, "ann") }},
	{store.RevisionImpossible, "what was never there is removed", func(f *forger) {
		f.set("changes", "group", 2, `address = 'parties/none', body_after = NULL`)
		f.set("revisions", "group", 2, `address = 'parties/none'`)
		f.seal("group", 2)
	}},
	{store.RevisionImpossible, "what is no entry is changed", func(f *forger) {
		f.set("changes", "group", 2, `address = 'none'`)
		f.set("revisions", "group", 2, `address = 'none'`)
		f.seal("group", 2)
	}},
	{store.RevisionImpossible, "an entry that cannot be read", func(f *forger) {
		f.set("changes", "group", 2, `body_after = CAST('{' AS BLOB)`)
		f.seal("group", 2)
	}},
	{store.RevisionImpossible, "own fields that cannot be read", func(f *forger) {
		f.set("changes", "group", 2, `address = 'register', body_after = CAST('{' AS BLOB)`)
		f.set("revisions", "group", 2, `address = 'register'`)
		f.seal("group", 2)
	}},
	{store.CopyChanged, "a copy that cannot be read", func(f *forger) {
		f.set("copies", "group", 1, `body = CAST('{' AS BLOB)`)
		f.set("revisions", "group", 1, `whole = '`+store.Sum([]byte(`{`))+`'`)
		f.seal("group", 1)
		f.seal("group", 2)
	}},
	{store.CopyChanged, "a history that begins with no whole register", func(f *forger) {
		f.set("revisions", "group", 1, `whole = ''`)
		f.seal("group", 1)
		f.seal("group", 2)
	}},
}

// set changes a row.
func (f *forger) set(table, register string, number int64, columns string) {
	f.Helper()
	f.must(f.run(fmt.Sprintf(`UPDATE %s SET %s WHERE tenant = '%s' AND register = '%s' AND number = %d`, table, columns, f.tenant, register, number)))
}

// now changes what a register is known by.
func (f *forger) now(register, columns string) {
	f.Helper()
	f.must(f.run(fmt.Sprintf(`UPDATE registers SET %s WHERE tenant = '%s' AND id = '%s'`, columns, f.tenant, register)))
}

// seal gives a revision, and the register with it, the hash of what it says now.
func (f *forger) seal(register string, number int64) {
	f.Helper()
	key := store.Key{Tenant: f.tenant, Register: register}
	r, err := f.store.Revision(f.ctx, key, number)
	f.must(err)
	if number > 1 {
		before, err := f.store.Revision(f.ctx, key, number-1)
		f.must(err)
		r.Previous = before.Hash
	}
	hash, err := store.Seal(key, r)
	f.must(err)
	f.set("revisions", register, number, `previous = '`+r.Previous+`', hash = '`+hash+`'`)
	f.now(register, `hash = '`+hash+`'`)
}

// approve forges an approval as they were before they were counted.
func (f *forger) approve(register string, number int64, by string) {
	f.Helper()
	r, err := f.store.Revision(f.ctx, store.Key{Tenant: f.tenant, Register: register}, number)
	f.must(err)
	const on = "2026-11-22T14:00:00.000000Z"
	hash := store.Sum([]byte("approval\n" + r.Hash + "\n" + on + "\n" + by))
	f.set("revisions", register, number, `approved_by = '`+by+`', approved_on = '`+on+`', approval = '`+hash+`'`)
	f.now(register, fmt.Sprintf(`approved = %d`, number))
}
