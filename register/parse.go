package register

import (
	"bytes"
	"path"
	"reflect"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/tree"
	"github.com/openropa/ropa/register/value"
)

// Parse reads a register from bytes: JSON where the name ends in .json, or
// where there is no name and the text begins with a brace, else YAML. The name
// stands in places and is not opened.
//
// It collects every problem that it can find, up to some ten thousands. Where one of them is an error,
// the register holds what could be read and must not be relied upon; it is nil
// where there was nothing to read.
func Parse(name string, data []byte, opts ...Option) (*Register, *Source, diag.Problems) {
	o := optionsOf(opts)
	f := file{name: name, json: isJSON(name, data)}
	n, problems := readTree(f, 0, data, o)
	if n == nil {
		if !problems.HasErrors() {
			problems = append(problems, diag.New(diag.NotAMapping, "", diag.Place{File: name}, "found", "nothing"))
		}
		return nil, nil, problems
	}
	return bindRegister(n, []file{f}, problems, o)
}

func isJSON(name string, data []byte) bool {
	if name == "" {
		text := bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
		return len(text) > 0 && text[0] == '{'
	}
	return strings.EqualFold(path.Ext(name), ".json")
}

func readTree(f file, number uint16, data []byte, o options) (*tree.Node, diag.Problems) {
	read := tree.ReadYAML
	if f.json {
		read = tree.ReadJSON
	}
	n, problems := read(f.name, number, data, o.limits)
	if !o.pointers { // a file, whose lines are what people look for
		for i := range problems {
			problems[i].Pointer = ""
		}
	}
	return n, problems
}

// bindRegister makes a register of its joined tree; problems are those that
// the reading of the tree has found.
func bindRegister(n *tree.Node, files []file, problems diag.Problems, o options) (*Register, *Source, diag.Problems) {
	b := newBinder(files, o)
	b.problems, b.faults = problems, len(problems)
	if n.Kind != tree.Map {
		b.report(diag.NotAMapping, b.place(n), "found", b.describe(n))
		return nil, nil, b.problems
	}
	b.language = languageOf(n)
	r := new(Register)
	v := reflect.ValueOf(r)
	p := planOf(v.Type().Elem())
	faults := b.faults
	spot := b.begin("", n.File, n.Line, n.Column, piece{position: unwritten})
	b.object(n, v.Elem(), p, override{field: -1})
	b.source.end(spot)
	if n.Get("id") == nil {
		b.report(diag.MissingField, b.place(n), "object", p.object.Name, "field", "id")
	}
	if b.faults == faults {
		b.checks.add(check{value: v, plan: p, place: b.place(n), strict: b.strict, root: true})
	}
	b.problems = append(b.problems, b.checks.finish()...)
	b.problems.Sort()
	return r, b.source, b.problems
}

// languageOf returns the language of texts that are typed as strings.
func languageOf(n *tree.Node) Language {
	if l := n.Get("language"); l != nil && l.Kind == tree.Scalar && isLanguage(l.Raw) {
		return Language(l.Raw)
	}
	return value.Undetermined
}

// ReadEntity reads one entry from its canonical form in JSON into a pointer to an
// entity, such as a *Party: what UnmarshalJSON does, with all problems, each with
// its JSON pointer, in the place of an error that names the first. The entity is
// only changed where there are none.
func ReadEntity(data []byte, into Entity) diag.Problems {
	return decodeObject(data, reflect.TypeOf(into).Elem().Name(), into)
}

// EntitySource reads the canonical form of an entry once more for where its parts
// stand: addresses begin below the entry there, and Pointer tells what leads to
// them. Nil where data are no such form; the entity only tells the type.
func EntitySource(data []byte, like Entity) *Source {
	t := reflect.TypeOf(like).Elem()
	source, problems := readObject(data, t.Name(), reflect.New(t).Interface(), true)
	if problems.HasErrors() {
		return nil
	}
	return source
}

// decodeCanonical reads one object of the model from its canonical JSON, as
// UnmarshalJSON does: no authoring forms, no unknown fields, each key once. The
// error tells the problems, with JSON pointers into data; into, a pointer to
// the struct, is changed only where there is none.
func decodeCanonical(data []byte, object string, into any) error {
	return decodeObject(data, object, into).Err()
}

func decodeObject(data []byte, object string, into any) diag.Problems {
	_, problems := readObject(data, object, into, false)
	return problems
}

// readObject is decodeObject; with pointers the source tells those of addresses
// below the object.
func readObject(data []byte, object string, into any, pointers bool) (*Source, diag.Problems) {
	o := optionsOf([]Option{Canonical()})
	n, problems := tree.ReadJSON("", 0, data, o.limits)
	b := newBinder([]file{{json: true}}, o)
	b.problems, b.faults, b.source.pointed = problems, len(problems), pointers
	if n == nil {
		return nil, b.problems
	}
	if n.Kind != tree.Map {
		b.wrongType(n, object, "a mapping")
		return nil, b.problems
	}
	v := reflect.New(reflect.TypeOf(into).Elem())
	p := planOf(v.Type().Elem())
	b.prefix = entityAddress(object, b.key(n, p, override{field: -1}))
	spot := b.begin("", n.File, n.Line, n.Column, piece{position: unwritten})
	b.object(n, v.Elem(), p, override{field: -1})
	b.source.end(spot)
	if b.faults == 0 {
		b.checks.add(check{value: v, plan: p, at: b.prefix, place: b.place(n), strict: true, root: object == "Register"})
	}
	b.problems = append(b.problems, b.checks.finish()...)
	if !b.problems.HasErrors() {
		reflect.ValueOf(into).Elem().Set(v.Elem())
	}
	return b.source, b.problems
}

// entityAddress returns the address of an entity, "" for any other object.
func entityAddress(object, key string) string {
	for _, k := range kinds {
		if k.object == object && isID(key) {
			return join(string(k.name), key)
		}
	}
	return ""
}
