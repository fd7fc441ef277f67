package register

import (
	"reflect"
	"sync"

	"github.com/openropa/ropa/register/internal/schema"
)

// plan tells how the fields of an object of the schema lie in its Go type, for
// the reader, the writer and the resolver alike.
type plan struct {
	goType reflect.Type
	object *schema.Object
	fields []plannedField
	byName map[string]int
	// refs and nested are the positions of the fields that refer to something
	// and of those that hold objects.
	refs, nested []int
	// expand is the field whose list stands for several entries, or -1; id
	// the field with the identifier of the entry, or -1.
	expand, id int
	// extensions is where keys that begin with x- are kept.
	extensions []int
}

type plannedField struct {
	*schema.Field
	index []int
	words []string // of an Enum
}

// maxFields bounds the fields of an object; a test holds the schema to it.
const maxFields = 128

var plans sync.Map // of reflect.Type

// planOf returns the plan of a struct type, which describes the object of
// the schema that has its name.
func planOf(t reflect.Type) *plan {
	if p, ok := plans.Load(t); ok {
		return p.(*plan)
	}
	p, _ := plans.LoadOrStore(t, newPlan(t))
	return p.(*plan)
}

func newPlan(t reflect.Type) *plan {
	o := schema.Lookup(t.Name())
	p := &plan{goType: t, object: o, byName: make(map[string]int, len(o.Fields)), expand: -1, id: -1}
	if f, ok := t.FieldByName("Extensions"); ok {
		p.extensions = f.Index
	}
	several := o.Reference()
	for i := range o.Fields {
		f := &o.Fields[i]
		index, _ := fieldByTag(t, f.Name)
		p.fields = append(p.fields, plannedField{Field: f, index: index, words: schema.Words(f.Type)})
		p.byName[f.Name] = i
		if f.Name == several {
			p.expand = i
		}
		switch {
		case f.Kind == schema.ID && f.Name == "id":
			p.id = i
		case f.Kind == schema.Ref:
			p.refs = append(p.refs, i)
		case f.Kind == schema.Nested:
			p.nested = append(p.nested, i)
		}
	}
	return p
}

// fieldByTag returns the index of the struct field that a name in the format
// belongs to, embedded structs included.
func fieldByTag(t reflect.Type, name string) ([]int, bool) {
	for _, f := range reflect.VisibleFields(t) {
		if tag := f.Tag.Get("json"); tag == name || tag == name+",omitzero" {
			return f.Index, true
		}
	}
	return nil, false
}
