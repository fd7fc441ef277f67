package register

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/internal/tree"
)

// unbind turns a value of the model (a pointer to an object of the schema) into
// a tree in canonical form: fields in the order of the schema, then the keys
// that begin with x- in alphabetical order. What the canonical form cannot say
// is a problem with its address: an empty list where none is no value (an empty
// list says nothing; nil is "not stated"), an empty text, a missing entry.
func unbind(v any) (*tree.Node, error) {
	var u unbinder
	n := u.object(reflect.ValueOf(v).Elem(), nil)
	return n, u.problems.Err()
}

// encodeCanonical is MarshalJSON of every object of the model.
func encodeCanonical(object string, v any) ([]byte, error) {
	if schema.Lookup(object) == nil {
		return nil, errors.New("no object of the format: " + object)
	}
	n, err := unbind(v)
	if err != nil {
		return nil, err
	}
	return tree.AppendJSON(nil, n, "")
}

type unbinder struct{ problems diag.Problems }

// trail is the way to a value, made into an address only for a problem.
type trail struct {
	up    *trail
	field string
	list  reflect.Value // of the element at index, where there is a list
	index int
}

func (t *trail) address() string {
	if t == nil {
		return ""
	}
	at := join(t.up.address(), t.field)
	if !t.list.IsValid() {
		return at
	}
	var n namer
	name := ""
	for i := range t.index + 1 {
		name = n.name(keyOf(t.list.Index(i)), i)
	}
	return join(at, name)
}

// keyOf returns what names an element of a list, "" where its position does.
func keyOf(v reflect.Value) string {
	switch {
	case v.Kind() == reflect.String:
		return v.String()
	case v.Kind() == reflect.Pointer && v.IsNil():
		return ""
	case v.Kind() == reflect.Struct:
		v = v.Addr()
	}
	if k, ok := v.Interface().(interface{ Key() string }); ok {
		return k.Key()
	}
	return ""
}

func (u *unbinder) report(code diag.Code, t *trail, args ...string) {
	u.problems = append(u.problems, diag.New(code, t.address(), diag.Place{}, args...))
}

func (u *unbinder) object(v reflect.Value, t *trail) *tree.Node {
	p := planOf(v.Type())
	n := &tree.Node{Kind: tree.Map}
	for i := range p.fields {
		s := &p.fields[i]
		stated := v.FieldByIndex(s.index)
		if s.Kind == schema.Const && stated.IsZero() {
			// A register made in Go need not say which format it is in.
			n.Members = append(n.Members, tree.Member{Key: s.Name, Value: text(s.Const)})
			continue
		}
		if stated.IsZero() {
			continue
		}
		at := &trail{up: t, field: s.Name}
		if value := u.field(stated, s.Field, at); value != nil {
			n.Members = append(n.Members, tree.Member{Key: s.Name, Value: value})
		}
	}
	if p.extensions != nil {
		u.extensions(n, v.FieldByIndex(p.extensions).Interface().(Extensions), v.Type().Name(), t)
	}
	return n
}

func (u *unbinder) field(v reflect.Value, f *schema.Field, t *trail) *tree.Node {
	if !f.List {
		return u.value(v, f, t)
	}
	switch {
	case v.Len() == 0 && f.None:
		return text("none")
	case v.Len() == 0:
		u.report(diag.EmptyList, t, "field", f.Name)
		return nil
	}
	n := &tree.Node{Kind: tree.List, Items: make([]*tree.Node, 0, v.Len())}
	for i := range v.Len() {
		at := &trail{up: t.up, field: t.field, list: v, index: i}
		item := u.value(v.Index(i), f, at)
		if item == nil {
			// Every entry states something; there is no entry to write.
			u.report(diag.NullValue, at, "field", f.Name)
			continue
		}
		n.Items = append(n.Items, item)
	}
	return n
}

// value returns nil for a value that says nothing.
func (u *unbinder) value(v reflect.Value, f *schema.Field, t *trail) *tree.Node {
	switch f.Kind {
	case schema.Nested:
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return nil
			}
			v = v.Elem()
		}
		return u.object(v, t)
	case schema.Text, schema.Identifiers:
		return u.mapping(v, f, t)
	case schema.Bool:
		return literal(Tristate(v.Uint()).String())
	case schema.Date:
		return u.string(Date(v.Int()).String(), t)
	case schema.Int:
		return literal(strconv.FormatInt(v.Elem().Int(), 10))
	}
	return u.string(v.String(), t)
}

func (u *unbinder) mapping(v reflect.Value, f *schema.Field, t *trail) *tree.Node {
	if v.Len() == 0 {
		u.report(diag.EmptyMap, t, "field", f.Name)
		return nil
	}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	n := &tree.Node{Kind: tree.Map, Members: make([]tree.Member, len(keys))}
	for i, key := range keys {
		at := &trail{up: t, field: key.String()}
		u.characters(key.String(), at)
		s := v.MapIndex(key).String()
		u.characters(s, at)
		n.Members[i] = tree.Member{Key: key.String(), Value: text(s)}
	}
	return n
}

// string returns nil for the empty string: it says nothing. (In a list, where
// that would move the others, it is a problem.)
func (u *unbinder) string(s string, t *trail) *tree.Node {
	if s == "" {
		return nil
	}
	u.characters(s, t)
	return text(s)
}

// characters reports what no store can keep: U+0000 and bytes that are no UTF-8.
func (u *unbinder) characters(s string, t *trail) {
	switch {
	case !utf8.ValidString(s):
		u.report(diag.BadCharacter, t, "character", "not UTF-8")
	case strings.IndexByte(s, 0) >= 0:
		u.report(diag.BadCharacter, t, "character", "U+0000")
	}
}

// text is a node that is a string whatever it looks like.
func text(s string) *tree.Node { return &tree.Node{Raw: s, Quoted: true} }

// literal is a node that is a number or a boolean, nil for "".
func literal(s string) *tree.Node {
	if s == "" {
		return nil
	}
	return &tree.Node{Raw: s}
}
