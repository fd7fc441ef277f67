package storetest

import (
	"context"
	"slices"
	"time"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
)

var (
	group = store.Key{Tenant: "a", Register: "group"}
	world = store.Key{Tenant: "a", Register: "world"}
)

// keeper is a store that knows the registers of all tenants, also those that were
// removed.
type keeper interface {
	Keys(context.Context) ([]store.Key, error)
}

// approved approves a revision with what it extends as it would be approved now.
func (k *kit) approved(key store.Key, number int64, by string) error {
	bases, err := k.store.Approvable(k.ctx, key, number)
	if err != nil {
		return err
	}
	return k.store.Approve(k.ctx, key, store.Approval{Revision: number, Bases: bases, By: by, On: k.tick()})
}

// removed removes a register.
func (k *kit) removed(key store.Key, newest int64) error {
	return k.store.Remove(k.ctx, key, store.Removal{Revision: newest, By: "ann", Reason: "sold", On: k.tick()})
}

// moves gives the first party of a register another country; it may extend another
// one.
func (k *kit) moves(key store.Key, base int64, id, by, country string, extends ...string) store.Info {
	k.Helper()
	info, err := k.store.Commit(k.ctx, key, store.Commit{Base: base, Action: store.Replace, By: by, On: k.tick(), Extends: extends,
		Changes: []store.Change{{At: "parties/" + id, After: party(id, country)}}})
	k.must(err)
	return info
}

// letGo makes a register extend nothing.
func (k *kit) letGo(key store.Key, base int64, id string) {
	k.Helper()
	whole, err := register.Save(&register.Register{Schema: "ropa/v1", ID: key.Register, Parties: []*register.Party{{ID: id}}}, register.CanonicalJSON)
	k.must(err)
	_, err = k.store.Commit(k.ctx, key, store.Commit{Base: base, Action: store.Replace, By: "ann", On: k.tick(), Whole: whole})
	k.must(err)
}

// countries are where parties are that a version has or inherits: - where it has
// them not.
func (k *kit) countries(key store.Key, v store.Version, ids ...string) string {
	k.Helper()
	copied, err := k.store.Read(k.ctx, key, v)
	k.must(err)
	head, err := k.store.Head(k.ctx, key, v)
	k.must(err)
	if head != copied.Info {
		k.Errorf("%+v: head %+v, read %+v", v, head, copied.Info)
	}
	s := ""
	for _, id := range ids {
		country := "-"
		if p := copied.View.Party(id); p != nil {
			country = string(p.Country)
		}
		s += id + ":" + country + " "
	}
	return s
}

// family is shop, which extends group, which extends world.
func (k *kit) family() {
	k.begin(world, nil, "far")
	k.begin(group, []string{"../world.yaml"}, "shared")
	k.begin(shop, []string{"../group.yaml", "../none.yaml"}, "one")
}

// pins: an older version has what it extended as that was then, whatever becomes of
// that; the newest has it as it is now.
func (k *kit) pins() {
	k.family()
	made, first := k.at, store.Version{Revision: 1}
	old, err := k.store.Head(k.ctx, shop, first)
	k.must(err)
	k.moves(world, 1, "far", "ann", "BE")
	between := k.tick()
	k.moves(group, 1, "shared", "ann", "DE", "../world.yaml")
	k.moves(shop, 1, "one", "ann", "NL", "../group.yaml", "../none.yaml")
	k.begin(store.Key{Tenant: "a", Register: "none"}, nil, "later")
	k.moves(world, 2, "far", "ann", "FR")

	k.want(k.countries(shop, store.Version{}, "one", "shared", "far", "later"), "one:NL shared:DE far:FR later: ")
	k.want(k.countries(shop, first, "one", "shared", "far", "later"), "one: shared: far: later:- ")
	k.want(k.countries(shop, store.Version{Revision: 2}, "one", "shared", "far", "later"), "one:NL shared:DE far:BE later:- ")
	k.want(k.countries(shop, store.Version{At: made}, "shared", "far"), "shared: far: ")
	k.want(k.countries(shop, store.Version{At: between}, "one", "shared", "far", "later"), "one: shared: far:BE later:- ")
	k.want(k.countries(shop, store.Version{At: k.at}, "one", "shared", "far", "later"), "one:NL shared:DE far:FR later: ")
	if now, err := k.store.Head(k.ctx, shop, first); err != nil || now != old {
		k.Errorf("revision 1 is %+v now, was %+v: %v", now, old, err)
	}
	r, err := k.store.Revision(k.ctx, shop, 2)
	k.must(err)
	if len(r.Bases) != 2 || r.Bases["group"] != 2 || r.Bases["world"] != 2 {
		k.Errorf("made with %v", r.Bases)
	}

	// What it extends no longer may say what it likes.
	k.letGo(shop, 2, "one")
	k.moves(group, 2, "shared", "ann", "SE", "../world.yaml")
	k.want(k.countries(shop, store.Version{Revision: 2}, "shared", "far"), "shared:DE far:BE ")
	k.must(k.removed(group, 3))
	k.want(k.countries(shop, store.Version{Revision: 2}, "one", "shared", "far"), "one:NL shared:- far:- ")
	if gone, err := k.store.Head(k.ctx, shop, first); err != nil || gone.Tag == old.Tag {
		k.Errorf("what it extended is gone, and it is %+v as before: %v", gone, err)
	}
	k.begin(group, nil, "shared", "another")
	k.want(k.countries(shop, store.Version{Revision: 2}, "shared", "another"), "shared:- another:- ")
	for _, key := range []store.Key{shop, group, world} {
		k.must(k.store.Verify(k.ctx, key))
	}
}

// skewed: the clock of the server that wrote a register was ahead of that of the one
// that wrote what extends it.
func (k *kit) skewed() {
	k.at = k.at.Add(time.Hour)
	k.begin(group, nil, "shared")
	k.at = k.at.Add(-time.Hour)
	k.begin(shop, []string{"../group.yaml"}, "one")
	k.want(k.countries(shop, store.Version{At: k.at}, "shared"), "shared: ")
}

// approvedWith: what was approved stays as it was until somebody approves anew, with
// all that it extends.
func (k *kit) approvedWith() {
	k.family()
	k.is(k.approved(shop, 1, "ann"), store.ErrOwnWork)
	k.must(k.approved(shop, 1, "bob"))
	approved := store.Version{Approved: true}
	was, err := k.store.Head(k.ctx, shop, approved)
	k.must(err)
	k.moves(world, 1, "far", "bob", "BE")
	k.moves(group, 1, "shared", "cid", "DE", "../world.yaml")
	k.want(k.countries(shop, approved, "one", "shared", "far"), "one: shared: far: ")
	if now, err := k.store.Head(k.ctx, shop, approved); err != nil || now != was {
		k.Errorf("approved is %+v now, was %+v: %v", now, was, err)
	}

	// The same revision, with what it extends as it is now: by who made none of that.
	for _, own := range []string{"ann", "bob", "cid"} {
		k.is(k.approved(shop, 1, own), store.ErrOwnWork)
	}
	k.is(k.store.Approve(k.ctx, shop, store.Approval{Revision: 1, Bases: map[string]int64{"group": 1, "world": 2}, By: "dan", On: k.tick()}), store.ErrChanged)
	k.is(k.store.Approve(k.ctx, shop, store.Approval{Revision: 1, By: "dan", On: k.tick()}), store.ErrChanged)
	k.must(k.approved(shop, 1, "dan"))
	k.want(k.countries(shop, approved, "shared", "far"), "shared:DE far:BE ")
	k.is(k.approved(shop, 1, "eve"), store.ErrNotFound)

	// What was approved with it, or there, is nobody's draft any more.
	k.moves(world, 2, "far", "eve", "FR")
	k.must(k.approved(world, 3, "dan"))
	k.moves(shop, 1, "one", "dan", "NL", "../group.yaml", "../none.yaml")
	k.must(k.approved(shop, 2, "bob"))
	k.want(k.countries(shop, approved, "one", "shared", "far"), "one:NL shared:DE far:FR ")
	k.approvals(shop, 3)
	k.must(k.store.Verify(k.ctx, shop))
}

// approvedOlder: an older revision is approved with what it was made with.
func (k *kit) approvedOlder() {
	k.family()
	k.moves(group, 1, "shared", "ann", "DE", "../world.yaml")
	k.moves(shop, 1, "one", "ann", "NL", "../group.yaml", "../none.yaml")
	k.moves(group, 2, "shared", "ann", "SE", "../world.yaml")
	k.must(k.approved(shop, 1, "bob"))
	k.want(k.countries(shop, store.Version{Approved: true}, "one", "shared"), "one: shared: ")
	k.is(k.approved(shop, 1, "bob"), store.ErrNotFound)
	k.must(k.approved(shop, 2, "bob"))
	k.want(k.countries(shop, store.Version{Approved: true}, "one", "shared"), "one:NL shared:SE ")
	k.is(k.approved(shop, 3, "bob"), store.ErrNotFound)
	k.is(k.approved(shop, 0, "bob"), store.ErrNotFound)
	k.is(k.approved(shop, -1, "bob"), store.ErrNotFound)
	k.must(k.store.Verify(k.ctx, shop))

	// What is approved with it is not removed, but with it.
	k.letGo(shop, 2, "one")
	k.is(k.removed(group, 3), store.ErrExtended)
	k.must(k.approved(shop, 3, "bob"))
	k.must(k.removed(group, 3))
}

// approvals holds how many there are, and that each leads to the one before.
func (k *kit) approvals(key store.Key, want int) {
	k.Helper()
	all, err := k.store.Approvals(k.ctx, key)
	k.must(err)
	if len(all) != want {
		k.Fatalf("approvals %+v", all)
	}
	for i, a := range all {
		if a.Number != int64(want-i) || a.Hash == "" || i+1 < want && (a.Previous != all[i+1].Hash || a.After != all[i+1].Revision) {
			k.Errorf("approval %+v", a)
		}
	}
}

// dependents: those who extend a register through others rest on it too.
func (k *kit) dependents() {
	k.family()
	k.begin(store.Key{Tenant: "b", Register: "shop"}, []string{"world"}, "one")
	all, err := k.store.Dependents(k.ctx, world)
	k.must(err)
	if !slices.Equal(all, []store.Key{group, shop}) {
		k.Errorf("dependents %v", all)
	}
	change := store.Commit{Base: 1, Action: store.Delete, By: "ann", On: k.tick(), Changes: []store.Change{{At: "parties/far", Before: party("far", "")}}, Dependents: map[string]int64{"group": 1}}
	_, err = k.store.Commit(k.ctx, world, change)
	k.is(err, store.ErrChanged)
	change.Dependents["shop"] = 1
	_, err = k.store.Commit(k.ctx, world, change)
	k.must(err)
	k.is(k.removed(world, 2), store.ErrExtended)
}

// removals: what was removed left who did it and the last hashes, and its name goes
// on counting from there.
func (k *kit) removals() {
	first := k.begin(shop, nil, "one")
	_, err := k.store.Commit(k.ctx, shop, store.Commit{
		Base: 1, Action: store.Replace, By: "ann", On: k.tick(), Answer: k.noting("key", "hash"),
		Changes: []store.Change{{At: "parties/one", Before: party("one", ""), After: party("one", "NL")}},
	})
	k.must(err)
	k.must(k.approved(shop, 1, "bob"))
	newest, err := k.store.Revision(k.ctx, shop, 2)
	k.must(err)
	k.must(k.removed(shop, 2))
	k.must(k.store.Verify(k.ctx, shop))
	all, err := k.store.Removals(k.ctx, shop)
	k.must(err)
	if len(all) != 1 || all[0].Revision != 2 || all[0].Last != newest.Hash || all[0].Approvals != 1 || all[0].Approval == "" || all[0].By != "ann" || all[0].Reason != "sold" || !all[0].On.Equal(k.at) {
		k.Errorf("left is %+v", all)
	}
	known := k.answered("a", "key", k.at)
	if known == nil || known.Status != 0 || known.Request != "hash" || len(known.Body) > 0 || known.Location != "" || known.Tag != "" {
		k.Errorf("answered %+v", known)
	}
	for _, v := range []store.Version{{Revision: 1}, {At: k.at}, {Approved: true}} {
		_, err := k.store.Read(k.ctx, shop, v)
		k.is(err, store.ErrNotFound)
	}

	whole, ok := k.store.(keeper)
	if !ok {
		k.Fatal("the store does not list the registers of all tenants")
	}
	keys, err := whole.Keys(k.ctx)
	k.must(err)
	if !slices.Equal(keys, []store.Key{shop}) {
		k.Errorf("of all registers there are %v", keys)
	}
	again := k.begin(shop, nil, "one")
	if again.Revision != 3 || again.Tag == first.Tag {
		k.Errorf("made anew as %+v, first %+v", again, first)
	}
	r, err := k.store.Revision(k.ctx, shop, 3)
	k.must(err)
	k.want(r.Previous, all[0].Hash)
	_, err = k.store.Revision(k.ctx, shop, 2)
	k.is(err, store.ErrNotFound)
	k.is(k.approved(shop, 2, "bob"), store.ErrNotFound)
	k.must(k.approved(shop, 3, "bob"))
	k.must(k.store.Verify(k.ctx, shop))
	k.must(k.removed(shop, 3))
	k.must(k.store.Verify(k.ctx, shop))
	if all, err = k.store.Removals(k.ctx, shop); err != nil || len(all) != 2 || all[0].Revision != 3 {
		k.Errorf("left is %+v: %v", all, err)
	}
}
