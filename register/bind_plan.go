package register

import (
	"reflect"
	"sync"

	"github.com/openropa/ropa/register/internal/schema"
)

// bindPlan tells how the fields of an object of the schema lie in its Go type.
type bindPlan struct {
	goType reflect.Type
	object *schema.Object
	fields []bindField
	byName map[string]int
	// expand is the field whose list stands for several entries, or -1; id
	// the field with the identifier of the entry, or -1.
	expand, id int
	// extensions is where keys that begin with x- are kept.
	extensions []int
}

type bindField struct {
	*schema.Field
	index []int
	words []string // of an Enum
}

// maxFields bounds the fields of an object; a test holds the schema to it.
const maxFields = 128

var bindPlans sync.Map // of reflect.Type

// bindPlanOf returns the plan of a struct type, which describes the object of
// the schema that has its name.
func bindPlanOf(t reflect.Type) *bindPlan {
	if p, ok := bindPlans.Load(t); ok {
		return p.(*bindPlan)
	}
	p, _ := bindPlans.LoadOrStore(t, newBindPlan(t))
	return p.(*bindPlan)
}

func newBindPlan(t reflect.Type) *bindPlan {
	o := schema.Lookup(t.Name())
	p := &bindPlan{goType: t, object: o, byName: make(map[string]int, len(o.Fields)), expand: -1, id: -1}
	if f, ok := t.FieldByName("Extensions"); ok {
		p.extensions = f.Index
	}
	several := expandable(o)
	for i := range o.Fields {
		f := &o.Fields[i]
		index, _ := fieldByTag(t, f.Name)
		p.fields = append(p.fields, bindField{Field: f, index: index, words: schema.Words(f.Type)})
		p.byName[f.Name] = i
		if f.Name == several {
			p.expand = i
		}
		if f.Kind == schema.ID {
			p.id = i
		}
	}
	return p
}

// expandable names the reference of an entry that may be a list in the
// authoring form: what a lone identifier stands for, else what names the entry
// beside its id (to, in a disclosure).
func expandable(o *schema.Object) string {
	if o.Bare != "" {
		return o.Bare
	}
	if n := len(o.Key); n > 0 && o.Key[n-1] != "id" {
		return o.Key[n-1]
	}
	return ""
}
