package storetest

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/openropa/ropa/api/store"
)

// rests: a write fails where what it extends, or who extends it, changed since it
// was checked.
func (k *kit) rests() {
	k.begin(group, nil, "shared")
	before := k.begin(shop, []string{"../group.yaml"}, "one")
	write := func(c store.Commit) error {
		c.Base, c.Action, c.By, c.On = 1, store.Replace, "ann", k.tick()
		key := shop
		if c.Dependents != nil {
			key, c.Base = group, 2
		} else {
			c.Extends = []string{"../group.yaml"}
		}
		id := map[store.Key]string{shop: "one", group: "shared"}[key]
		c.Changes = []store.Change{{At: "parties/" + id, Before: party(id, ""), After: party(id, "NL")}}
		_, err := k.store.Commit(k.ctx, key, c)
		return err
	}
	_, err := k.store.Commit(k.ctx, group, store.Commit{Base: 1, Action: store.Replace, By: "ann", On: k.tick(), Changes: []store.Change{{At: "parties/shared", Before: party("shared", ""), After: party("shared", "BE")}}})
	k.must(err)
	k.is(write(store.Commit{Tag: before.Tag}), store.ErrChanged)
	k.is(write(store.Commit{Bases: map[string]int64{"group": 1}}), store.ErrChanged)
	k.is(write(store.Commit{Bases: map[string]int64{"group": 2, "none": 1}}), store.ErrChanged)
	k.is(write(store.Commit{Dependents: map[string]int64{}}), store.ErrChanged)
	k.is(write(store.Commit{Dependents: map[string]int64{"shop": 2}}), store.ErrChanged)
	now, err := k.store.Head(k.ctx, shop, store.Version{})
	k.must(err)
	k.must(write(store.Commit{Tag: now.Tag, Bases: map[string]int64{"group": 2, "none": 0}}))
	k.must(write(store.Commit{Dependents: map[string]int64{"shop": 2}}))
}

// clocks: the times of a history do not run back where the clocks of servers differ.
func (k *kit) clocks() {
	first := k.begin(shop, nil, "one")
	info, err := k.store.Commit(k.ctx, shop, store.Commit{Base: 1, Action: store.Replace, By: "ann", On: first.Changed.Add(-time.Hour), Changes: []store.Change{{At: "parties/one", Before: party("one", ""), After: party("one", "NL")}}})
	k.must(err)
	if !info.Changed.Equal(first.Changed) {
		k.Errorf("changed on %s, after %s", info.Changed, first.Changed)
	}
	k.must(k.store.Verify(k.ctx, shop))
}

// texts: whatever comes from outside is stored, or is of nothing that there is; it
// is never a fault of the store.
func (k *kit) texts() {
	k.begin(shop, nil, "one")
	for i, hostile := range []string{"\x00", "a\x00b", "\xff", "';--", "\u2028", "%_", "?$1"} {
		key := store.Key{Tenant: "a", Register: hostile}
		_, err := k.store.Head(k.ctx, key, store.Version{})
		k.is(err, store.ErrNotFound)
		_, err = k.store.Read(k.ctx, key, store.Version{Approved: true})
		k.is(err, store.ErrNotFound)
		_, err = k.store.Revision(k.ctx, key, 1)
		k.is(err, store.ErrNotFound)
		k.is(k.removed(key, 1), store.ErrNotFound)
		k.is(k.approved(key, 1, "bob"), store.ErrNotFound)
		k.is(k.store.Verify(k.ctx, key), store.ErrNotFound)
		for _, tenant := range []string{hostile, "a"} {
			all, err := k.store.List(k.ctx, tenant)
			k.must(err)
			if tenant == hostile && len(all) > 0 {
				k.Errorf("%q has registers", tenant)
			}
		}
		none, _, err := k.store.Revisions(k.ctx, shop, store.RevisionQuery{At: hostile, Most: 5})
		k.must(err)
		if len(none) > 0 {
			k.Errorf("there are revisions of %q", hostile)
		}
		_, err = k.store.Commit(k.ctx, shop, store.Commit{Base: int64(i + 1), Action: store.Replace, By: hostile, Reason: hostile, On: k.tick(), Answer: k.noting(hostile, "hash"),
			Changes: []store.Change{{At: "parties/one", After: party("one", "NL")}}})
		k.must(err)
		if k.answered("a", hostile, k.at) == nil {
			k.Errorf("the key %q is not known", hostile)
		}
	}
	k.must(k.store.Verify(k.ctx, shop))
}

// atOneMoment: what is read while others write is one version, all of it.
func (k *kit) atOneMoment() {
	k.begin(shop, nil, "one")
	done := make(chan struct{})
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				c, err := k.store.Read(k.ctx, shop, store.Version{})
				if err == nil && int64(len(c.View.Register().Parties)) != c.Revision {
					err = errors.New("the register is not of its revision")
				}
				if err == nil {
					err = k.store.Verify(k.ctx, shop)
				}
				if err != nil {
					k.Error(err)
					return
				}
			}
		})
	}
	for i := range 60 {
		k.append(fmt.Sprintf("p%d", i))
	}
	close(done)
	wg.Wait()
}
