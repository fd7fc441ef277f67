// Package storetest is what every store must pass.
package storetest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
)

// Run holds a kind of store against what the interface says. Open makes an empty
// one for each test.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	t.Helper()
	for name, test := range map[string]func(*kit){
		"create": (*kit).create, "commit": (*kit).commit, "versions": (*kit).versions, "order": (*kit).order, "whole": (*kit).whole,
		"tenants": (*kit).tenants, "bases": (*kit).bases, "remove": (*kit).remove, "revisions": (*kit).revisions, "approve": (*kit).approve,
		"once": (*kit).once, "side by side": (*kit).sideBySide, "verify": (*kit).verify,
		"rests": (*kit).rests, "clocks": (*kit).clocks, "texts": (*kit).texts, "at one moment": (*kit).atOneMoment, "outlines": (*kit).outlines, "follow": (*kit).follow, "tokens": (*kit).tokens,
		"pins": (*kit).pins, "skewed": (*kit).skewed, "approved with": (*kit).approvedWith, "approved older": (*kit).approvedOlder, "dependents": (*kit).dependents, "removals": (*kit).removals,
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() {
				if err := s.Close(); err != nil {
					t.Error(err)
				}
			})
			test(&kit{T: t, store: s, ctx: t.Context(), at: time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)})
		})
	}
}

type kit struct {
	*testing.T
	store store.Store
	ctx   context.Context
	at    time.Time
}

var shop = store.Key{Tenant: "a", Register: "shop"}

// must stops the test at an error.
func (k *kit) must(err error) {
	k.Helper()
	if err != nil {
		k.Fatal(err)
	}
}

// is tells where an error is another one.
func (k *kit) is(err, want error) {
	k.Helper()
	if !errors.Is(err, want) {
		k.Errorf("error %v, want %v", err, want)
	}
}

// begin makes a register with some parties.
func (k *kit) begin(key store.Key, extends []string, parties ...string) store.Info {
	k.Helper()
	r := &register.Register{Schema: "ropa/v1", ID: key.Register, Extends: extends}
	for _, id := range parties {
		r.Parties = append(r.Parties, &register.Party{ID: id})
	}
	whole, err := register.Save(r, register.CanonicalJSON)
	k.must(err)
	info, err := k.store.Commit(k.ctx, key, store.Commit{Action: store.Create, Whole: whole, Extends: extends, By: "ann", On: k.tick()})
	k.must(err)
	return info
}

// tick is a minute later.
func (k *kit) tick() time.Time {
	k.at = k.at.Add(time.Minute)
	return k.at
}

// party is a party in canonical form.
func party(id, country string) []byte {
	raw, err := json.Marshal(&register.Party{ID: id, Country: register.Country(country)})
	if err != nil {
		panic(err)
	}
	return raw
}

// change commits one change.
func (k *kit) change(base int64, by string, c store.Change) store.Info {
	k.Helper()
	info, err := k.store.Commit(k.ctx, shop, store.Commit{Base: base, Action: store.Replace, Changes: []store.Change{c}, By: by, On: k.tick()})
	k.must(err)
	return info
}

// ids are the parties of a version.
func (k *kit) ids(key store.Key, v store.Version) string {
	k.Helper()
	c, err := k.store.Read(k.ctx, key, v)
	k.must(err)
	s := ""
	for _, p := range c.View.Register().Parties {
		s += p.ID
		if p.Country != "" {
			s += ":" + string(p.Country)
		}
		s += " "
	}
	return s
}

func (k *kit) want(got, want string) {
	k.Helper()
	if got != want {
		k.Errorf("got %q, want %q", got, want)
	}
}

func (k *kit) create() {
	_, err := k.store.Head(k.ctx, shop, store.Version{})
	k.is(err, store.ErrNotFound)
	_, err = k.store.Read(k.ctx, shop, store.Version{})
	k.is(err, store.ErrNotFound)
	info := k.begin(shop, nil, "one", "two")
	if info.Revision != 1 || info.Tag == "" || !info.Changed.Equal(k.at) {
		k.Errorf("made as %+v", info)
	}
	head, err := k.store.Head(k.ctx, shop, store.Version{})
	k.must(err)
	if head != info {
		k.Errorf("head %+v, made as %+v", head, info)
	}
	_, err = k.store.Commit(k.ctx, shop, store.Commit{Action: store.Create, Whole: []byte(`{"schema":"ropa/v1"}`), On: k.tick()})
	k.is(err, store.ErrExists)
	k.must(k.store.Ready(k.ctx))
}

func (k *kit) commit() {
	first := k.begin(shop, nil, "one", "two")
	second := k.change(1, "ann", store.Change{At: "parties/one", Before: party("one", ""), After: party("one", "NL")})
	if second.Revision != 2 || second.Tag == first.Tag {
		k.Errorf("changed as %+v after %+v", second, first)
	}
	k.want(k.ids(shop, store.Version{}), "one:NL two ")
	_, err := k.store.Commit(k.ctx, shop, store.Commit{Base: 1, Action: store.Replace, Changes: []store.Change{{At: "parties/two", After: party("two", "BE")}}, On: k.tick()})
	k.is(err, store.ErrChanged)
	_, err = k.store.Commit(k.ctx, store.Key{Tenant: "a", Register: "none"}, store.Commit{Base: 1, Changes: []store.Change{{At: "parties/two", After: party("two", "")}}, On: k.tick()})
	k.is(err, store.ErrNotFound)
	_, err = k.store.Commit(k.ctx, shop, store.Commit{Base: 2, Changes: []store.Change{{At: "zebras/two", After: party("two", "")}}, On: k.tick()})
	if err == nil {
		k.Error("an entry of no kind was written")
	}
	k.want(k.ids(shop, store.Version{}), "one:NL two ")
	head := []byte(`{"schema":"ropa/v1","id":"shop","language":"nl"}`)
	k.change(2, "ann", store.Change{At: store.AtHead, Before: []byte(`{"schema":"ropa/v1","id":"shop"}`), After: head})
	c, err := k.store.Read(k.ctx, shop, store.Version{})
	k.must(err)
	if c.View.Register().Language != "nl" || len(c.View.Register().Parties) != 2 {
		k.Error("the register's own fields are not what was written")
	}
}

func (k *kit) versions() {
	k.begin(shop, nil, "one")
	before := k.at
	k.change(1, "ann", store.Change{At: "parties/two", Position: 1, After: party("two", "")})
	k.change(2, "ann", store.Change{At: "parties/one", Before: party("one", "")})
	k.want(k.ids(shop, store.Version{}), "two ")
	k.want(k.ids(shop, store.Version{Revision: 1}), "one ")
	k.want(k.ids(shop, store.Version{Revision: 2}), "one two ")
	k.want(k.ids(shop, store.Version{At: before}), "one ")
	k.want(k.ids(shop, store.Version{At: before.Add(30 * time.Second)}), "one ")
	for _, v := range []store.Version{{Revision: 4}, {At: before.Add(-time.Hour)}, {Approved: true}} {
		_, err := k.store.Read(k.ctx, shop, v)
		k.is(err, store.ErrNotFound)
	}
}

// order: entries stay where they are put, also after many revisions.
func (k *kit) order() {
	k.begin(shop, nil, "one", "two", "three")
	k.change(1, "ann", store.Change{At: "parties/new", Position: 1, After: party("new", "")})
	k.want(k.ids(shop, store.Version{}), "one new two three ")
	k.change(2, "ann", store.Change{At: "parties/two", Position: 2, Before: party("two", "")})
	k.want(k.ids(shop, store.Version{}), "one new three ")
	for i := range 210 {
		k.change(int64(3+i), "ann", store.Change{At: "parties/new", Position: 1, Before: party("new", ""), After: party("new", [2]string{"NL", "BE"}[i%2])})
	}
	k.want(k.ids(shop, store.Version{Revision: 3}), "one new three ")
	k.want(k.ids(shop, store.Version{Revision: 151}), "one new:BE three ")
	k.want(k.ids(shop, store.Version{Revision: 212}), "one new:NL three ")
	k.must(k.store.Verify(k.ctx, shop))
}

func (k *kit) whole() {
	k.begin(shop, nil, "one")
	other, err := register.Save(&register.Register{Schema: "ropa/v1", ID: "shop", Parties: []*register.Party{{ID: "three"}, {ID: "two"}}}, register.CanonicalJSON)
	k.must(err)
	_, err = k.store.Commit(k.ctx, shop, store.Commit{Base: 1, Action: store.Import, By: "ann", On: k.tick(), Whole: other, Changes: []store.Change{
		{At: "parties/one", Before: party("one", "")}, {At: "parties/three", After: party("three", "")}, {At: "parties/two", Position: 1, After: party("two", "")},
	}})
	k.must(err)
	k.want(k.ids(shop, store.Version{}), "three two ")
	k.want(k.ids(shop, store.Version{Revision: 1}), "one ")
	_, err = k.store.Commit(k.ctx, shop, store.Commit{Base: 2, Action: store.Import, Changes: []store.Change{{At: "parties/a"}, {At: "parties/b"}}, On: k.tick()})
	if err == nil {
		k.Error("several entries were changed without the register as a whole")
	}
	k.must(k.store.Verify(k.ctx, shop))
}

func (k *kit) tenants() {
	k.begin(shop, nil, "one")
	k.begin(store.Key{Tenant: "b", Register: "shop"}, nil, "two")
	k.want(k.ids(shop, store.Version{}), "one ")
	k.want(k.ids(store.Key{Tenant: "b", Register: "shop"}, store.Version{}), "two ")
	for tenant, want := range map[string]int{"a": 1, "b": 1, "c": 0} {
		all, err := k.store.List(k.ctx, tenant)
		k.must(err)
		if len(all) != want {
			k.Errorf("%s has %d registers", tenant, len(all))
		}
	}
}

// bases: a register extends others of its tenant alone, and its tag changes with
// theirs.
func (k *kit) bases() {
	k.begin(group, nil, "shared")
	k.begin(store.Key{Tenant: "b", Register: "group"}, nil, "secret")
	before := k.begin(shop, []string{"../group.yaml", "common"}, "one")
	c, err := k.store.Read(k.ctx, shop, store.Version{})
	k.must(err)
	if c.View.Party("shared") == nil || c.View.Party("secret") != nil {
		k.Error("the register does not extend that of its own tenant")
	}
	_, err = k.store.Commit(k.ctx, group, store.Commit{Base: 1, Action: store.Replace, By: "ann", On: k.tick(), Changes: []store.Change{{At: "parties/shared", Before: party("shared", ""), After: party("shared", "NL")}}})
	k.must(err)
	after, err := k.store.Head(k.ctx, shop, store.Version{})
	k.must(err)
	if after.Tag == before.Tag || after.Revision != before.Revision {
		k.Errorf("a base changed: %+v, before %+v", after, before)
	}
}

func (k *kit) remove() {
	k.begin(shop, nil, "one")
	k.is(k.removed(shop, 2), store.ErrChanged)
	k.must(k.removed(shop, 1))
	_, err := k.store.Head(k.ctx, shop, store.Version{})
	k.is(err, store.ErrNotFound)
	k.is(k.removed(shop, 1), store.ErrNotFound)
	k.begin(shop, nil, "again")
	k.want(k.ids(shop, store.Version{}), "again ")
}

func (k *kit) revisions() {
	k.begin(shop, nil, "one")
	k.change(1, "bob", store.Change{At: "parties/one", Before: party("one", ""), After: party("one", "NL")})
	k.change(2, "cid", store.Change{At: "parties/two", Position: 1, After: party("two", "")})
	all, total, err := k.store.Revisions(k.ctx, shop, store.RevisionQuery{Most: 2})
	k.must(err)
	if total != 3 || len(all) != 2 || all[0].Number != 3 || all[0].By != "cid" || all[0].Previous != all[1].Hash || all[1].At != "parties/one" {
		k.Errorf("%d of %d: %+v", len(all), total, all)
	}
	all, total, err = k.store.Revisions(k.ctx, shop, store.RevisionQuery{Upto: 1, Most: 2})
	k.must(err)
	if total != 1 || len(all) != 1 || all[0].Number != 1 {
		k.Errorf("%d revisions up to the first: %+v", total, all)
	}
	all, total, err = k.store.Revisions(k.ctx, shop, store.RevisionQuery{At: "parties/one", Most: 10})
	k.must(err)
	if total != 1 || len(all) != 1 || all[0].Number != 2 {
		k.Errorf("of parties/one: %+v", all)
	}
	r, err := k.store.Revision(k.ctx, shop, 2)
	k.must(err)
	if len(r.Changes) != 1 || string(r.Changes[0].After) != string(party("one", "NL")) || string(r.Changes[0].Before) != string(party("one", "")) {
		k.Errorf("%+v", r)
	}
	_, err = k.store.Revision(k.ctx, shop, 9)
	k.is(err, store.ErrNotFound)
}

func (k *kit) approve() {
	k.begin(shop, nil, "one")
	k.change(1, "bob", store.Change{At: "parties/one", Before: party("one", ""), After: party("one", "NL")})
	k.is(k.approved(shop, 2, "ann"), store.ErrOwnWork)
	for _, by := range []string{"bob", "Bob", "ｂｏｂ", "b\u200bob", "bob\u0085"} { // one person
		k.is(k.approved(shop, 2, by), store.ErrOwnWork)
	}
	k.must(k.approved(shop, 1, "bob"))
	k.want(k.ids(shop, store.Version{Approved: true}), "one ")
	k.must(k.approved(shop, 2, "ann"))
	k.want(k.ids(shop, store.Version{Approved: true}), "one:NL ")
	k.is(k.approved(shop, 2, "dan"), store.ErrNotFound)
	k.is(k.approved(shop, 3, "dan"), store.ErrNotFound)
	r, err := k.store.Revision(k.ctx, shop, 1)
	k.must(err)
	k.want(r.ApprovedBy, "bob")
	all, _, err := k.store.Revisions(k.ctx, shop, store.RevisionQuery{Proposed: true, Most: 9})
	k.must(err)
	if len(all) != 0 {
		k.Errorf("%d revisions are not approved", len(all))
	}
	k.must(k.store.Verify(k.ctx, shop))
}

// noting is an answer with a key that is noted with a revision.
func (k *kit) noting(key, request string) *store.KeyedAnswer {
	return &store.KeyedAnswer{Key: key, Of: func(info store.Info) store.Answered {
		return store.Answered{Register: info.Register, Revision: info.Revision, Request: request, Status: 201, Location: "/x", Tag: info.Tag, Body: []byte(`{"secret":1}`), On: k.at}
	}}
}

// answered is the answer that was noted for a key of a tenant; nil for none.
func (k *kit) answered(tenant, key string, on time.Time) *store.Answered {
	k.Helper()
	known, err := k.store.Answer(k.ctx, tenant, key, on)
	k.must(err)
	return known
}

// once: an answer is noted with the revision that it speaks of, both or neither, for a
// day and for one tenant.
func (k *kit) once() {
	k.begin(shop, nil, "one")
	add := func(base int64, id string) (store.Info, error) {
		return k.store.Commit(k.ctx, shop, store.Commit{
			Base: base, Action: store.Create, By: "ann", On: k.tick(), Answer: k.noting("key", id),
			Changes: []store.Change{{At: "parties/" + id, Position: int(base), After: party(id, "")}},
		})
	}
	_, err := add(2, "two")
	k.is(err, store.ErrChanged)
	if k.answered("a", "key", k.at) != nil {
		k.Error("the answer to a write that failed was noted")
	}
	info, err := add(1, "two")
	k.must(err)
	_, err = add(2, "three")
	k.is(err, store.ErrAnswered)
	for _, tenant := range []string{"", "b", "a\x00", "\xff"} {
		if k.answered(tenant, "key", k.at) != nil {
			k.Errorf("the answer to another tenant is that to %q too", tenant)
		}
	}
	known := k.answered("a", "key", k.at)
	if known == nil || known.Register != "shop" || known.Revision != 2 || known.Request != "two" || known.Status != 201 || known.Location != "/x" || known.Tag != info.Tag || string(known.Body) != `{"secret":1}` {
		k.Errorf("noted as %+v", known)
	}
	now, err := k.store.Head(store.Fresh(k.ctx), shop, store.Version{})
	k.must(err)
	if now.Revision != 2 {
		k.Errorf("a key that was known made revision %d", now.Revision)
	}
	k.must(k.store.Verify(k.ctx, shop))
	if k.answered("b", "key", k.at) != nil {
		k.Error("a key of another tenant is known")
	}
	k.at = k.at.Add(25 * time.Hour)
	if k.answered("a", "key", k.at) != nil {
		k.Error("a key is known after a day")
	}
	_, err = add(2, "three") // it is free again
	k.must(err)
}

// sideBySide: of those who write at once each revision is made by one.
func (k *kit) sideBySide() {
	k.begin(shop, nil, "one")
	const writers, writes = 4, 10
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := range writes {
				k.append(fmt.Sprintf("w%d-%d", w, i))
			}
		})
	}
	wg.Wait()
	c, err := k.store.Read(k.ctx, shop, store.Version{})
	k.must(err)
	if n := len(c.View.Register().Parties); n != 1+writers*writes || c.Revision != int64(1+writers*writes) {
		k.Errorf("%d parties at revision %d", n, c.Revision)
	}
	k.must(k.store.Verify(k.ctx, shop))
}

// append adds a party, again where somebody was first.
func (k *kit) append(id string) {
	for {
		c, err := k.store.Read(k.ctx, shop, store.Version{})
		if err != nil {
			k.Error(err)
			return
		}
		_, err = k.store.Commit(k.ctx, shop, store.Commit{
			Base: c.Revision, Action: store.Create, By: id, On: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC),
			Changes: []store.Change{{At: entries.At(register.KindParties, id), Position: len(c.View.Register().Parties), After: party(id, "")}},
		})
		if err == nil {
			return
		}
		if !errors.Is(err, store.ErrChanged) {
			k.Error(err)
			return
		}
	}
}

func (k *kit) verify() {
	k.begin(shop, nil, "one")
	k.change(1, "ann", store.Change{At: "parties/one", Before: party("one", ""), After: party("one", "NL")})
	k.must(k.store.Verify(k.ctx, shop))
	k.is(k.store.Verify(k.ctx, store.Key{Tenant: "a", Register: "none"}), store.ErrNotFound)
}
