package register

import (
	"reflect"
	"sync"

	"github.com/openropa/ropa/register/internal/schema"
)

// visitor walks through all objects of a register with their addresses.
type visitor struct {
	// object is called for every object before its fields.
	object func(at string, v reflect.Value, o *schema.Object)
	// ref is called for every reference, with the object that holds it.
	ref func(at string, object reflect.Value, f *schema.Field, id string)
	// missing is called for every nil among the entities of a list.
	missing func(at string, f *schema.Field)
}

// visit is what a visitor needs to know of a type, found out once.
type visit struct {
	object *schema.Object
	refs   []fieldPlan
	nested []fieldPlan
}

type fieldPlan struct {
	index []int
	field *schema.Field
}

var visits sync.Map // of reflect.Type to *visit

func visitOf(t reflect.Type) *visit {
	if known, ok := visits.Load(t); ok {
		return known.(*visit)
	}
	plan := &visit{object: schema.Lookup(t.Name())}
	for i := range plan.object.Fields {
		f := &plan.object.Fields[i]
		if f.Kind != schema.Ref && f.Kind != schema.Nested {
			continue
		}
		field, ok := fieldByTag(t, f.Name)
		if !ok {
			continue // a test holds types and table together
		}
		if f.Kind == schema.Ref {
			plan.refs = append(plan.refs, fieldPlan{field, f})
		} else {
			plan.nested = append(plan.nested, fieldPlan{field, f})
		}
	}
	visits.Store(t, plan)
	return plan
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

// walk visits a struct of the model and all below it.
func (w *visitor) walk(v reflect.Value, at string) {
	plan := visitOf(v.Type())
	if w.object != nil {
		w.object(at, v, plan.object)
	}
	for _, p := range plan.refs {
		value := v.FieldByIndex(p.index)
		if !p.field.List {
			if id := value.String(); id != "" {
				w.ref(join(at, p.field.Name), v, p.field, id)
			}
			continue
		}
		var n namer
		for i := range value.Len() {
			id := value.Index(i).String()
			w.ref(join(join(at, p.field.Name), n.name(id, i)), v, p.field, id)
		}
	}
	for _, p := range plan.nested {
		value := v.FieldByIndex(p.index)
		here := join(at, p.field.Name)
		if !p.field.List {
			if !value.IsNil() {
				w.walk(value.Elem(), here)
			}
			continue
		}
		var n namer
		for i := range value.Len() {
			element := value.Index(i)
			pointer := element
			switch {
			case element.Kind() != reflect.Pointer:
				pointer = element.Addr()
			case element.IsNil():
				if at := join(here, n.name("", i)); w.missing != nil {
					w.missing(at, p.field)
				}
				continue
			default:
				element = element.Elem()
			}
			key := ""
			if keyed, ok := pointer.Interface().(Entity); ok {
				key = keyed.Key()
			}
			w.walk(element, join(here, n.name(key, i)))
		}
	}
}
