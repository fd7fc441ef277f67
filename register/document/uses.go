package document

import (
	"reflect"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/schema"
)

// findUses finds what the activities that are told refer to, and what that
// refers to in its turn.
func (k *book) findUses() {
	k.used = make(map[register.Kind]map[string]bool)
	k.users = make(map[thing][]*register.Activity)
	k.everywhere = make(map[thing]bool)
	var todo []thing
	use := func(t thing) {
		if t.kind == register.KindActivities || k.used[t.kind][t.id] {
			return
		}
		if k.used[t.kind] == nil {
			k.used[t.kind] = make(map[string]bool)
		}
		k.used[t.kind][t.id] = true
		todo = append(todo, t)
	}
	for _, a := range k.activities {
		k.references(reflect.ValueOf(a), func(t thing) {
			use(t)
			if list := k.users[t]; len(list) == 0 || list[len(list)-1] != a {
				k.users[t] = append(list, a)
			}
		})
	}
	k.references(reflect.ValueOf(k.register.AllActivities), func(t thing) {
		use(t)
		k.everywhere[t] = true
	})
	k.references(reflect.ValueOf(k.register.Organisation), use)
	k.useRights(use)
	k.useAgreements(use)
	for len(todo) > 0 {
		t := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if e := k.view.Lookup(t.kind, t.id); e != nil {
			k.references(reflect.ValueOf(e), use)
		}
	}
}

// useRights takes in the rights that concern the activities.
func (k *book) useRights(use func(thing)) {
	for _, r := range k.register.Rights {
		if r != nil && k.concerns(r) {
			use(thing{register.KindRights, r.Key()})
		}
	}
}

// concerns reports whether a right can be used for an activity that is told.
func (k *book) concerns(r *register.Right) bool {
	return len(r.Activities) == 0 || slices.ContainsFunc(k.activities, func(a *register.Activity) bool { return slices.Contains(r.Activities, a.ID) })
}

// useAgreements takes in the agreements with the parties that are used: those of
// an extract beside the ones that it names.
func (k *book) useAgreements(use func(thing)) {
	if !k.o.Audience.sees(Authority) {
		return
	}
	for _, a := range k.register.Agreements {
		if a != nil && len(a.Between) > 0 && !slices.ContainsFunc(a.Between, func(id string) bool { return !k.used[register.KindParties][id] }) {
			use(thing{register.KindAgreements, a.ID})
		}
	}
}

// references visits what an object refers to, as far as the audience sees it.
func (b *builder) references(v reflect.Value, visit func(thing)) {
	v = reflect.Indirect(v)
	if !v.IsValid() || v.Kind() != reflect.Struct {
		return
	}
	for _, f := range b.objects.of(v.Type()) {
		if f.Kind != schema.Ref && f.Kind != schema.Nested || !b.tells(f.Field) {
			continue
		}
		x := v.FieldByIndex(f.index)
		if x.Kind() != reflect.Slice {
			b.referred(f.Field, x, visit)
			continue
		}
		for i := range x.Len() {
			b.referred(f.Field, x.Index(i), visit)
		}
	}
}

func (b *builder) referred(f *schema.Field, v reflect.Value, visit func(thing)) {
	if f.Kind == schema.Nested {
		b.references(v, visit)
		return
	}
	id := v.String()
	if id == "" {
		return
	}
	for _, kind := range f.Refs {
		if b.view.Lookup(register.Kind(kind), id) != nil {
			visit(thing{register.Kind(kind), id})
			return
		}
	}
}

// entities returns what is told of a kind: all that the register itself holds,
// with what is used of the registers that it builds on. The public, and the
// reader of an extract, see only what is used.
func (k *book) entities(kind register.Kind) []register.Entity {
	if !k.o.Audience.sees(audienceOf(kind)) {
		return nil
	}
	var all []register.Entity
	for _, e := range k.view.Entities(kind) {
		layer, _ := k.view.Layer(kind, e.Key())
		if k.used[kind][e.Key()] || layer == "" && !k.extract && k.o.Audience != Public {
			all = append(all, e)
		}
	}
	return all
}

// audienceOf tells who sees a list of the register.
func audienceOf(kind register.Kind) Audience {
	if f := schema.Lookup("Register").Field(string(kind)); f != nil {
		return Audience(f.Audience)
	}
	return Internal
}

// usedBy names the activities that refer to a thing themselves.
func (k *book) usedBy(kind register.Kind, id string) []Inline {
	list := k.users[thing{kind, id}]
	if k.everywhere[thing{kind, id}] {
		if slices.ContainsFunc(k.activities, func(a *register.Activity) bool { return slices.Contains(a.Except, id) }) {
			return []Inline{k.label("unless-excepted")}
		}
		return []Inline{k.label("every-activity")}
	}
	if n := len(k.activities); n > 3 && len(list) == n {
		return []Inline{k.label("every-activity")}
	}
	all := make([]Inline, 0, len(list))
	for _, a := range list {
		all = append(all, k.name(register.KindActivities, a.ID))
	}
	return all
}
