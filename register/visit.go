package register

import (
	"reflect"

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

// walk visits a struct of the model and all below it.
func (w *visitor) walk(v reflect.Value, at string) {
	p := planOf(v.Type())
	if w.object != nil {
		w.object(at, v, p.object)
	}
	for _, i := range p.refs {
		f := &p.fields[i]
		value := v.FieldByIndex(f.index)
		if !f.List {
			if id := value.String(); id != "" {
				w.ref(join(at, f.Name), v, f.Field, id)
			}
			continue
		}
		var n namer
		for i := range value.Len() {
			id := value.Index(i).String()
			w.ref(join(join(at, f.Name), n.name(id, i)), v, f.Field, id)
		}
	}
	for _, i := range p.nested {
		f := &p.fields[i]
		value := v.FieldByIndex(f.index)
		here := join(at, f.Name)
		if !f.List {
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
					w.missing(at, f.Field)
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
