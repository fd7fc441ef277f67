package postgres

import (
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
)

func TestHeads(t *testing.T) {
	clock := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	h := newHeads()
	h.now = func() time.Time { return clock }
	shop, group := store.Key{Tenant: "a", Register: "shop"}, store.Key{Tenant: "a", Register: "group"}
	known := func(key store.Key) bool {
		_, _, ok := h.get(key, false)
		return ok
	}
	remember := func(key store.Key, bases ...string) {
		_, asked, _ := h.get(key, false)
		h.put(key, false, store.Info{Key: key, Revision: 1}, bases, asked)
	}

	remember(shop)
	if known(shop) {
		t.Error("a head is remembered though nobody tells of changes")
	}
	h.hearing(true)
	remember(shop)
	if !known(shop) {
		t.Error("a head is not remembered")
	}
	if _, _, ok := h.get(shop, true); ok {
		t.Error("the newest version is taken for the approved one")
	}
	clock = clock.Add(heldFor)
	if known(shop) {
		t.Error("a head is believed for too long")
	}
	remember(shop)
	h.changed(shop)
	if known(shop) {
		t.Error("a head is remembered after a change")
	}
	_, asked, _ := h.get(shop, false)
	h.changed(shop)
	h.put(shop, false, store.Info{}, nil, asked)
	if known(shop) {
		t.Error("what was asked for before a change is remembered after it")
	}
	remember(shop, "group")
	remember(group)
	h.changed(group)
	if known(shop) || known(group) || len(h.resting) != 0 {
		t.Error("a base changed, and what extends it is remembered")
	}
	remember(shop)
	h.hearing(false)
	h.hearing(true)
	if known(shop) {
		t.Error("a head is remembered though the connection was lost meanwhile")
	}
}
