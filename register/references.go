package register

import (
	"reflect"

	"github.com/openropa/ropa/register/internal/schema"
)

// Reference is a place in a register that names an entity.
type Reference struct {
	// At is the address of the reference:
	// activities/payments/disclosures/mollie/to.
	At string
	// Field is the name of the field that holds it.
	Field string
	// Kinds are the kinds of entity that it may name.
	Kinds []Kind
	// ID is the identifier.
	ID string
}

// References returns all references of a view in a fixed order: those of the
// register itself, then those of the entities that it inherits.
func (v *View) References() []Reference {
	var all []Reference
	w := &visitor{ref: func(at string, _ reflect.Value, f *schema.Field, id string) {
		kinds := make([]Kind, len(f.Refs))
		for i, k := range f.Refs {
			kinds[i] = Kind(k)
		}
		all = append(all, Reference{At: at, Field: f.Name, Kinds: kinds, ID: id})
	}}
	w.walk(reflect.ValueOf(v.register).Elem(), "")
	for _, k := range kinds {
		for _, e := range v.lists[k.name] {
			if f := v.index[k.name][e.Key()]; f.layer > 0 && f.entity == e {
				w.walk(reflect.ValueOf(e).Elem(), join(string(k.name), e.Key()))
			}
		}
	}
	return all
}
