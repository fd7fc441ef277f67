package own

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/schema"
)

// shape is a kind of object as expressions see it: its fields are those of the
// canonical form, and x for what begins with x-.
type shape struct {
	name   string
	typ    *types.Type
	fields map[string]*field
	// empty stands for an object that is left out, so that owner.email is a text
	// (an empty one) where there is no owner.
	empty *object
}

// field is a field of a shape.
type field struct {
	name  string
	index []int
	kind  kind
	// schema describes it, nil for fields that no file has.
	schema *schema.Field
	access types.FieldType
}

// extensions is the field for what begins with x-.
const extensions = "x"

// shapes are all kinds of objects.
type shapes struct {
	byName map[string]*shape
	byType map[reflect.Type]*shape
}

// known holds the shapes of the model, from the register down, and of what data
// reach.
var known = sync.OnceValue(func() *shapes {
	s := &shapes{byName: make(map[string]*shape), byType: make(map[reflect.Type]*shape)}
	for _, root := range []any{register.Register{}, reached{}} {
		s.of(reflect.TypeOf(root))
	}
	return s
})

// of returns the shape of a type of struct.
func (s *shapes) of(t reflect.Type) *shape {
	if x, ok := s.byType[t]; ok {
		return x
	}
	name := strings.ToUpper(t.Name()[:1]) + t.Name()[1:]
	x := &shape{name: name, typ: types.NewObjectType(name), fields: make(map[string]*field)}
	s.byName[name], s.byType[t] = x, x
	x.empty = &object{x, reflect.New(t).Elem()}
	for _, f := range reflect.VisibleFields(t) {
		if name := fieldName(f); name != "" {
			x.add(s, name, f)
		}
	}
	return x
}

func fieldName(f reflect.StructField) string {
	if f.Anonymous || !f.IsExported() {
		return ""
	}
	if f.Name == "Extensions" {
		return extensions
	}
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return strings.Trim(name, "-")
}

func (x *shape) add(s *shapes, name string, f reflect.StructField) {
	k, ok := s.kindOf(f.Type)
	if !ok { // a test holds that there is no such field
		return
	}
	y := &field{name: name, index: f.Index, kind: k, schema: described(x.name, name, f.Type)}
	y.access = types.FieldType{
		Type: k.typ,
		IsSet: func(target any) bool {
			o, ok := target.(*object)
			return ok && o.shape == x && o.has(y)
		},
		GetFrom: func(target any) (any, error) {
			if o, ok := target.(*object); ok && o.shape == x {
				return o.get(y), nil
			}
			return nil, fmt.Errorf("no %s", x.name)
		},
	}
	x.fields[name] = y
}

// described returns what a field can hold: as the schema says, else as its type
// does.
func described(object, name string, t reflect.Type) *schema.Field {
	switch o := schema.Lookup(object); {
	case o != nil:
		return o.Field(name)
	case t == reflect.TypeFor[register.Area]():
		return &schema.Field{Name: name, Kind: schema.Area}
	case schema.Words(t.Name()) != nil:
		return &schema.Field{Name: name, Kind: schema.Enum, Type: t.Name()}
	}
	return nil
}

// names returns the names of the fields.
func (x *shape) names() []string {
	var names []string
	for name := range x.fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// provider tells CEL what shapes there are.
type provider struct {
	types.Provider
	shapes *shapes
	// missed hears of fields that do not exist.
	missed func(object, field string)
}

func (p *provider) FindStructType(name string) (*types.Type, bool) {
	if x, ok := p.shapes.byName[name]; ok {
		return types.NewTypeTypeWithParam(x.typ), true
	}
	return nil, false
}

func (p *provider) FindStructFieldNames(name string) ([]string, bool) {
	if x, ok := p.shapes.byName[name]; ok {
		return x.names(), true
	}
	return nil, false
}

func (p *provider) FindStructFieldType(name, fieldName string) (*types.FieldType, bool) {
	x, ok := p.shapes.byName[name]
	if !ok {
		return nil, false
	}
	if f, ok := x.fields[fieldName]; ok {
		return &f.access, true
	}
	if p.missed != nil {
		p.missed(name, fieldName)
	}
	return nil, false
}

// NewValue refuses to make objects: expressions look at those that there are.
func (p *provider) NewValue(name string, _ map[string]ref.Val) ref.Val {
	return types.NewErr("an expression cannot make a %s", name)
}

// NativeToValue makes a value of what the model holds.
func (s *shapes) NativeToValue(v any) ref.Val {
	if x, ok := v.(ref.Val); ok {
		return x
	}
	r := reflect.ValueOf(v)
	if r.Kind() == reflect.Pointer && !r.IsNil() {
		if x, ok := s.byType[r.Type().Elem()]; ok {
			return &object{x, r.Elem()}
		}
	}
	return types.DefaultTypeAdapter.NativeToValue(v)
}

// wrap makes an object of a pointer; nil is an empty one.
func wrap[T any](p *T) *object {
	x := known().byType[reflect.TypeFor[T]()]
	if p == nil {
		return x.empty
	}
	return &object{x, reflect.ValueOf(p).Elem()}
}
