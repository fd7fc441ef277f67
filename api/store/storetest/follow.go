package storetest

import (
	"fmt"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/register"
)

// follow: what is made of an older version is what reading gives, whatever happened
// in between.
func (k *kit) follow() {
	follower, ok := k.store.(store.Follower)
	if !ok {
		k.Fatal("the store follows nothing")
	}
	older := []*store.Copy{}
	at := int64(0)
	same := func(after string) *store.Copy {
		k.Helper()
		read, err := k.store.Read(k.ctx, shop, store.Version{})
		k.must(err)
		want := k.canonical(read)
		for _, old := range older {
			got, err := follower.Follow(k.ctx, old)
			k.must(err)
			if got.Info != read.Info {
				k.Errorf("%s, from revision %d: %+v, read %+v", after, old.Revision, got.Info, read.Info)
			}
			k.want(k.canonical(got), want)
		}
		older, at = append(older, read), read.Revision
		return read
	}
	k.begin(shop, nil, "one", "two", "three")
	first := same("made")
	for i, c := range []store.Change{
		{At: "parties/one", Before: party("one", ""), After: party("one", "NL")},
		{At: "parties/four", Position: 3, After: party("four", "BE")},
		{At: "parties/one", Before: party("one", "NL")},
		{At: "parties/four", Position: 2, Before: party("four", "BE"), After: party("four", "")},
	} {
		k.change(at, "ann", c)
		same(fmt.Sprintf("change %d", i))
	}
	now, err := follower.Follow(k.ctx, first)
	k.must(err)
	if now.View.Register().Parties[0] != first.View.Register().Parties[1] {
		k.Error("what did not change is not shared")
	}
	k.replaced(at, "four", "three", "two")
	same("replaced in another order")
	k.change(at, "ann", store.Change{At: "parties/two", Position: 2, Before: party("two", ""), After: party("two", "DE")})
	same("changed again")
	k.must(k.store.Remove(k.ctx, shop, store.Removal{Revision: at, By: "ann", On: k.tick()}))
	_, err = follower.Follow(k.ctx, first)
	k.is(err, store.ErrNotFound)
	anew := k.begin(shop, nil, "another")
	k.change(anew.Revision, "ann", store.Change{At: "parties/one", Position: 1, After: party("one", "")})
	same("made anew")
	k.followBase(follower)
}

// followBase: what a register extends changes beside it.
func (k *kit) followBase(follower store.Follower) {
	group, member := store.Key{Tenant: "a", Register: "group"}, store.Key{Tenant: "a", Register: "member"}
	k.begin(group, nil, "shared")
	k.begin(member, []string{"../group.yaml"}, "own")
	old, err := k.store.Read(k.ctx, member, store.Version{})
	k.must(err)
	_, err = k.store.Commit(k.ctx, group, store.Commit{Base: 1, Action: store.Replace, By: "ann", On: k.tick(), Changes: []store.Change{{At: "parties/shared", Before: party("shared", ""), After: party("shared", "BE")}}})
	k.must(err)
	for range 2 {
		now, err := follower.Follow(k.ctx, old)
		k.must(err)
		read, err := k.store.Read(k.ctx, member, store.Version{})
		k.must(err)
		if p := now.View.Party("shared"); p == nil || p.Country != "BE" || now.Info != read.Info {
			k.Errorf("%+v at %+v, read %+v", p, now.Info, read.Info)
		}
		_, err = k.store.Commit(k.ctx, member, store.Commit{Base: now.Revision, Action: store.Replace, By: "ann", On: k.tick(), Extends: []string{"../group.yaml"}, Changes: []store.Change{{At: "parties/own", Before: party("own", ""), After: party("own", "NL")}}})
		k.must(err)
	}
}

// replaced puts a register of some parties in the place of what is there.
func (k *kit) replaced(base int64, parties ...string) {
	k.Helper()
	r := &register.Register{Schema: "ropa/v1", ID: shop.Register}
	for _, id := range parties {
		r.Parties = append(r.Parties, &register.Party{ID: id})
	}
	whole, err := register.Save(r, register.CanonicalJSON)
	k.must(err)
	_, err = k.store.Commit(k.ctx, shop, store.Commit{Base: base, Action: store.Replace, Whole: whole, Changes: []store.Change{
		{At: "parties/three", Position: 1, Before: party("three", ""), After: party("three", "")},
		{At: "parties/four", Position: 0, Before: party("four", ""), After: party("four", "")},
	}, By: "ann", On: k.tick()})
	k.must(err)
}

func (k *kit) canonical(c *store.Copy) string {
	k.Helper()
	raw, err := register.Save(c.View.Register(), register.CanonicalJSON)
	k.must(err)
	return string(raw)
}
