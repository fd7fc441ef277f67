package storetest

import (
	"fmt"
	"slices"

	"github.com/openropa/ropa/api/store"
)

// outlines: those of many registers, and of no other tenant's.
func (k *kit) outlines() {
	ids := []string{"none", "\x00", "\xff", ""}
	for i := range 230 {
		ids = append(ids, fmt.Sprintf("shop-%d", i))
		k.begin(store.Key{Tenant: "a", Register: ids[len(ids)-1]}, nil, "one")
	}
	k.begin(store.Key{Tenant: "b", Register: "none"}, nil)
	_, err := k.store.Commit(k.ctx, store.Key{Tenant: "a", Register: "named"}, store.Commit{
		Action: store.Create, By: "ann", On: k.tick(),
		Whole: []byte(`{"schema":"ropa/v1","id":"named","name":{"und":"Shop"},"language":"nl","organisation":{"name":{"nl":"Winkel"}},"parties":[{"id":"one"}]}`),
	})
	k.must(err)
	one, err := k.store.Outlines(k.ctx, "a", []string{"named"})
	k.must(err)
	if r := one["named"]; r == nil || r.Name["und"] != "Shop" || r.Language != "nl" || r.Organisation == nil || r.Organisation.Name["nl"] != "Winkel" {
		k.Errorf("the outline: %+v", r)
	}
	all, err := k.store.Outlines(k.ctx, "a", ids)
	k.must(err)
	for _, id := range ids[4:] {
		if r := all[id]; r == nil || r.ID != id {
			k.Errorf("the outline of %s: %+v", id, r)
		}
	}
	if len(all) != 230 {
		k.Errorf("%d outlines of 230 registers", len(all))
	}
	for _, tenant := range []string{"c", "\x00"} {
		all, err = k.store.Outlines(k.ctx, tenant, slices.Clone(ids))
		k.must(err)
		if len(all) != 0 {
			k.Errorf("%d outlines for a tenant that has none", len(all))
		}
	}
}
