package own

import (
	"fmt"
	"reflect"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// object is an object of the register as a value of an expression. It points
// into the model and is never changed.
type object struct {
	shape *shape
	v     reflect.Value // an addressable struct
}

// has reports whether a field is stated. A list that is none is: it says that
// there are none.
func (o *object) has(f *field) bool {
	v := o.v.FieldByIndex(f.index)
	switch v.Kind() {
	case reflect.Slice, reflect.Pointer:
		return !v.IsNil()
	case reflect.Map:
		return v.Len() > 0
	}
	return !v.IsZero()
}

func (o *object) get(f *field) ref.Val { return f.kind.read(o.v.FieldByIndex(f.index)) }

// IsSet answers has() where the type is not known before.
func (o *object) IsSet(name ref.Val) ref.Val {
	f, err := o.find(name)
	if err != nil {
		return err
	}
	return types.Bool(o.has(f))
}

// Get returns a field where the type is not known before.
func (o *object) Get(name ref.Val) ref.Val {
	f, err := o.find(name)
	if err != nil {
		return err
	}
	return o.get(f)
}

func (o *object) find(name ref.Val) (*field, ref.Val) {
	s, _ := name.(types.String)
	if f, ok := o.shape.fields[string(s)]; ok {
		return f, nil
	}
	return nil, types.NewErr("no field %q in %s", string(s), o.shape.name)
}

// ConvertToNative belongs to ref.Val; nothing here asks for it.
func (o *object) ConvertToNative(t reflect.Type) (any, error) {
	return nil, fmt.Errorf("a %s cannot become a %s", o.shape.name, t)
}

// ConvertToType belongs to ref.Val.
func (o *object) ConvertToType(t ref.Type) ref.Val {
	switch t {
	case types.TypeType:
		return o.shape.typ
	case o.shape.typ:
		return o
	}
	return types.NewErr("a %s cannot become a %s", o.shape.name, t.TypeName())
}

// Equal reports whether both are the same entry.
func (o *object) Equal(other ref.Val) ref.Val {
	x, ok := other.(*object)
	return types.Bool(ok && x.shape == o.shape && x.v.Addr().Pointer() == o.v.Addr().Pointer())
}

// Type belongs to ref.Val.
func (o *object) Type() ref.Type { return o.shape.typ }

// Value belongs to ref.Val: the accessors of fields want the object itself.
func (o *object) Value() any { return o }
