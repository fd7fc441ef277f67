package cli

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// field is a field of an entity as it is shown: either text, or entries below
// it, each with fields of its own.
type field struct {
	name    string
	text    string
	entries [][]field
}

// reader reads the fields of entities for people.
type reader struct {
	*app
	view *register.View
	// refs tells which kinds a reference at an address may name; its keys are
	// the field and the id.
	refs map[[2]string][]register.Kind
}

func (a *app) reader(view *register.View) *reader {
	r := &reader{a, view, map[[2]string][]register.Kind{}}
	for _, ref := range view.References() {
		r.refs[[2]string{ref.Field, ref.ID}] = ref.Kinds
	}
	return r
}

// fields returns the fields that an object states, in the order of the format.
func (r *reader) fields(object reflect.Value) []field {
	var all []field
	for i := range object.NumField() {
		t, v := object.Type().Field(i), object.Field(i)
		switch {
		case t.Anonymous:
			all = append(all, r.fields(v)...)
		case v.Type() == reflect.TypeFor[register.Extensions]():
			all = append(all, extensions(v.Interface().(register.Extensions))...)
		default:
			name, _, _ := strings.Cut(t.Tag.Get("json"), ",")
			if f, ok := r.field(name, v); ok {
				all = append(all, f)
			}
		}
	}
	return all
}

// field returns a field, and whether the object states it.
func (r *reader) field(name string, v reflect.Value) (field, bool) {
	switch x := v.Interface().(type) {
	case register.Text:
		return field{name: name, text: r.name(x, r.view.Register())}, len(x) > 0
	case register.Date:
		return field{name: name, text: x.String()}, !x.IsZero()
	case register.Period:
		return field{name: name, text: r.period(x)}, x != ""
	case register.Country:
		return field{name: name, text: r.area(register.Area(x))}, x != ""
	case register.Area:
		return field{name: name, text: r.area(x)}, x != ""
	case register.Tristate:
		return field{name: name, text: r.say("tristate." + x.String())}, x != value.Unstated
	case register.Identifiers:
		return field{name: name, text: identifiers(x)}, len(x) > 0
	case *int:
		if x == nil {
			return field{}, false
		}
		return field{name: name, text: strconv.Itoa(*x)}, true
	}
	switch v.Kind() {
	case reflect.String:
		return field{name: name, text: r.word(name, v)}, v.String() != ""
	case reflect.Slice:
		return r.list(name, v)
	case reflect.Pointer:
		if v.IsNil() {
			return field{}, false
		}
		return field{name: name, entries: [][]field{r.fields(v.Elem())}}, true
	}
	return field{name: name, text: fmt.Sprint(v.Interface())}, true
}

// list returns a list: of words on a line, of objects below each other. A list
// that is empty says that there are none.
func (r *reader) list(name string, v reflect.Value) (field, bool) {
	if v.IsNil() {
		return field{}, false
	}
	if v.Len() == 0 {
		return field{name: name, text: r.say("show.none")}, true
	}
	f := field{name: name}
	var words []string
	for i := range v.Len() {
		if item := v.Index(i); item.Kind() == reflect.String {
			if g, ok := r.field(name, item); ok {
				words = append(words, g.text)
			}
		} else {
			f.entries = append(f.entries, r.fields(reflect.Indirect(item)))
		}
	}
	f.text = strings.Join(words, ", ")
	return f, true
}

// word returns a string of the format for people: a reference with the name of
// what it refers to, a value in the language of the output.
func (r *reader) word(name string, v reflect.Value) string {
	s := v.String()
	if v.Type() != reflect.TypeFor[string]() {
		return r.value(s)
	}
	for _, kind := range r.refs[[2]string{name, s}] {
		switch {
		case kind == "law":
			return r.provision(s)
		case r.view.Lookup(kind, s) != nil:
			if people := r.nameOf(r.view, kind, s); people != s {
				return s + " (" + people + ")"
			}
		}
	}
	return s
}

func extensions(x register.Extensions) []field {
	var all []field
	for name, raw := range x {
		all = append(all, field{name: name, text: string(raw)})
	}
	slices.SortFunc(all, func(a, b field) int { return strings.Compare(a.name, b.name) })
	return all
}

func identifiers(x register.Identifiers) string {
	var all []string
	for scheme, number := range x {
		all = append(all, scheme+" "+number)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}

// label is the name of a field for people.
func (a *app) label(name string) string {
	if words, ok := a.find("field." + name); ok {
		return words
	}
	return name
}
