package document

import (
	"cmp"

	"github.com/openropa/ropa/register"
)

// at is the address of an entity of the register itself, "" for one that comes
// from elsewhere, such as a built-in term, and for the public.
func (b *builder) at(kind register.Kind, id string) string {
	layer, ok := b.view.Layer(kind, id)
	if !ok || layer != "" {
		return ""
	}
	return b.entryAt(string(kind) + "/" + id)
}

// entryAt is an address where the audience may know it.
func (b *builder) entryAt(at string) string {
	if b.o.Audience == Public {
		return ""
	}
	return at
}

// addresses gives rows the addresses of the entries of a list that they tell, row
// by row.
func addresses[T any, P interface {
	*T
	Key() string
}](b *builder, rows []Row, list []T, above string) {
	for i, name := range register.Names[T, P](list) {
		if i < len(rows) {
			rows[i].At = b.entryAt(above + "/" + name)
		}
	}
}

// origin identifies the register of which a document is made.
func (b *builder) origin() Origin {
	r := b.register
	o := Origin{Schema: cmp.Or(r.Schema, "ropa/v1"), ID: r.ID, Audience: b.o.Audience}
	if b.o.Audience != Public {
		o.Version, o.Hash = cmp.Or(b.o.Version, r.Version), b.o.Hash
	}
	return o
}

// activityAt is the address of a list of an activity.
func activityAt(a *register.Activity, list string) string {
	return string(register.KindActivities) + "/" + a.ID + "/" + list
}

// itemAt is the address of what a row of a layout is about.
func (b *builder) itemAt(of item) string {
	a := of.activity
	if of.purpose != nil {
		for i, name := range register.Names(a.Purposes) {
			if &a.Purposes[i] == of.purpose {
				return b.entryAt(activityAt(a, "purposes") + "/" + name)
			}
		}
	}
	if of.client != nil {
		for i, name := range register.Names(a.OnBehalfOf) {
			if &a.OnBehalfOf[i] == of.client {
				return b.entryAt(activityAt(a, "onBehalfOf") + "/" + name)
			}
		}
	}
	return b.at(register.KindActivities, a.ID)
}
