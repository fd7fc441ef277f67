package heads

import (
	"testing"
	"time"

	"github.com/openropa/ropa/api/store"
)

func TestHeads(t *testing.T) {
	clock := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	h := New()
	h.now = func() time.Time { return clock }
	shop, group := store.Key{Tenant: "a", Register: "shop"}, store.Key{Tenant: "a", Register: "group"}
	known := func(key store.Key) bool {
		_, _, ok := h.Get(key, false)
		return ok
	}
	remember := func(key store.Key, bases ...string) {
		_, asked, _ := h.Get(key, false)
		h.Put(key, false, store.Info{Key: key, Revision: 1}, bases, asked)
	}

	remember(shop)
	if known(shop) {
		t.Error("a head is remembered though nobody tells of changes")
	}
	h.Hearing(true)
	remember(shop)
	if !known(shop) {
		t.Error("a head is not remembered")
	}
	if _, _, ok := h.Get(shop, true); ok {
		t.Error("the newest version is taken for the approved one")
	}
	clock = clock.Add(heldFor)
	if known(shop) {
		t.Error("a head is believed for too long")
	}
	remember(shop)
	h.Changed(shop)
	if known(shop) {
		t.Error("a head is remembered after a change")
	}
	_, asked, _ := h.Get(shop, false)
	h.Changed(shop)
	h.Put(shop, false, store.Info{}, nil, asked)
	if known(shop) {
		t.Error("what was asked for before a change is remembered after it")
	}
	remember(shop, "group")
	remember(group)
	h.Changed(group)
	if known(shop) || known(group) || len(h.resting) != 0 {
		t.Error("a base changed, and what extends it is remembered")
	}
	remember(shop)
	h.Hearing(false)
	h.Hearing(true)
	if known(shop) {
		t.Error("a head is remembered though the connection was lost meanwhile")
	}
}
