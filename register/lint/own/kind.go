package own

import (
	"encoding/json"
	"reflect"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// kind is how values of a type of Go are seen by expressions.
type kind struct {
	typ  *types.Type
	read func(reflect.Value) ref.Val
}

var (
	textType = types.NewMapType(types.StringType, types.StringType)
	openType = types.NewMapType(types.StringType, types.DynType)
)

func (s *shapes) kindOf(t reflect.Type) (kind, bool) {
	switch t { // dates are texts as they are written in a file; so they compare as days do
	case reflect.TypeFor[value.Date]():
		return kind{types.StringType, func(v reflect.Value) ref.Val { return types.String(value.Date(v.Int()).String()) }}, true
	case reflect.TypeFor[value.Tristate]():
		return kind{types.BoolType, func(v reflect.Value) ref.Val { return types.Bool(value.Tristate(v.Uint()) == value.Yes) }}, true
	case reflect.TypeFor[value.Text](), reflect.TypeFor[value.Identifiers]():
		return kind{textType, s.readText}, true
	case reflect.TypeFor[value.Extensions]():
		return kind{openType, readExtensions}, true
	}
	switch t.Kind() {
	case reflect.String:
		return kind{types.StringType, func(v reflect.Value) ref.Val { return types.String(v.String()) }}, true
	case reflect.Int:
		return kind{types.IntType, func(v reflect.Value) ref.Val { return types.Int(v.Int()) }}, true
	case reflect.Bool:
		return kind{types.BoolType, func(v reflect.Value) ref.Val { return types.Bool(v.Bool()) }}, true
	case reflect.Struct:
		x := s.of(t)
		return kind{x.typ, func(v reflect.Value) ref.Val { return &object{x, v} }}, true
	case reflect.Pointer:
		return s.pointer(t)
	case reflect.Slice:
		return s.list(t)
	}
	return kind{}, false
}

func (s *shapes) pointer(t reflect.Type) (kind, bool) {
	if t.Elem().Kind() == reflect.Struct {
		x := s.of(t.Elem())
		return kind{x.typ, func(v reflect.Value) ref.Val {
			if v.IsNil() {
				return x.empty
			}
			return &object{x, v.Elem()}
		}}, true
	}
	k, ok := s.kindOf(t.Elem())
	zero := reflect.Zero(t.Elem())
	return kind{k.typ, func(v reflect.Value) ref.Val {
		if v.IsNil() {
			return k.read(zero)
		}
		return k.read(v.Elem())
	}}, ok
}

func (s *shapes) list(t reflect.Type) (kind, bool) {
	k, ok := s.kindOf(t.Elem())
	if !ok {
		return kind{}, false
	}
	typ := types.NewListType(k.typ)
	switch {
	case t == reflect.TypeFor[[]string]():
		return kind{typ, func(v reflect.Value) ref.Val { return types.NewStringList(s, v.Interface().([]string)) }}, true
	case t.Elem().Kind() == reflect.Pointer: // the lists of the register, which are long: nothing is made before it is asked for
		return kind{typ, func(v reflect.Value) ref.Val { return types.NewDynamicList(s, v.Interface()) }}, true
	}
	return kind{typ, func(v reflect.Value) ref.Val {
		all := make([]ref.Val, v.Len())
		for i := range all {
			all[i] = k.read(v.Index(i))
		}
		return types.NewRefValList(s, all)
	}}, true
}

// readText makes a map of a text by language, or of numbers by scheme.
func (s *shapes) readText(v reflect.Value) ref.Val {
	plain := make(map[string]string, v.Len())
	for it := v.MapRange(); it.Next(); {
		plain[it.Key().String()] = it.Value().String()
	}
	return types.NewStringStringMap(s, plain)
}

func readExtensions(v reflect.Value) ref.Val {
	open := make(map[string]any, v.Len())
	for key, raw := range v.Interface().(register.Extensions) {
		var x any
		if err := json.Unmarshal(raw, &x); err != nil {
			return types.NewErr("%s: %v", key, err)
		}
		open[key] = x
	}
	return types.NewStringInterfaceMap(types.DefaultTypeAdapter, open)
}
