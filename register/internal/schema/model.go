package schema

import (
	"fmt"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/internal/tree"
)

// Model is register.schema.json as read for people and generators: what
// the table of fields holds, with the descriptions.
type Model struct {
	ID, Title, Description string
	// Version is the only value of the field schema.
	Version string
	// Objects, Enums and Scalars are in the order of the schema.
	Objects []ModelObject
	Enums   []ModelEnum
	Scalars []ModelScalar
}

// ModelObject describes a kind of object.
type ModelObject struct {
	Object
	Description string
	Properties  []ModelProperty
}

// ModelProperty describes a field of an object.
type ModelProperty struct {
	Field
	Description string
	// Article is the provision that the field serves, of the GDPR unless
	// another law is named; "" for what only keeps the register.
	Article string
	// Remark: the field is one of those that every object may carry.
	Remark bool
	// Minimum and Maximum bound an Int, as they are written.
	Minimum, Maximum string
	// Unique: the elements of a list differ.
	Unique bool
}

// ModelEnum describes an enumeration.
type ModelEnum struct {
	Name, Description string
	Words             []ModelWord
}

// ModelWord is a word of an enumeration with its meaning, "" where the word
// says it.
type ModelWord struct{ Word, Description string }

// ModelScalar describes a type of value.
type ModelScalar struct{ Name, Description, Pattern string }

// scalars are the definitions that are values and no objects.
var scalars = map[string]Kind{
	"Id": ID, "String": String, "Language": Language, "Text": Text, "Date": Date, "Period": Period, "Email": Email,
	"Country": Country, "Area": Area, "Identifiers": Identifiers, "FieldName": FieldName, "RuleCode": RuleCode,
}

// ParseModel reads the schema. A shape that it does not know is an error:
// whoever adds one to the schema has to say here what it means.
func ParseModel(data []byte) (*Model, error) {
	root, err := tree.JSONValue(data)
	if err != nil {
		return nil, err
	}
	r := modelReader{defs: root.Get("$defs")}
	if r.defs == nil {
		return nil, fmt.Errorf("no $defs")
	}
	d := &Model{ID: raw(root, "$id"), Title: raw(root, "title"), Description: raw(root, "description")}
	for _, m := range r.defs.Members {
		switch {
		case m.Key == "Remarks":
		case has(scalars, m.Key):
			d.Scalars = append(d.Scalars, ModelScalar{m.Key, raw(m.Value, "description"), raw(m.Value, "pattern")})
		case m.Value.Get("enum") != nil:
			d.Enums = append(d.Enums, enumeration(m.Key, m.Value))
		case m.Value.Get("properties") != nil:
			o, err := r.object(m.Key, m.Value)
			if err != nil {
				return nil, err
			}
			d.Objects = append(d.Objects, o)
		default:
			return nil, fmt.Errorf("%s: neither scalar, enumeration nor object", m.Key)
		}
	}
	for _, p := range d.Objects {
		if f := p.Object.Field("schema"); f != nil {
			d.Version = f.Const
		}
	}
	return d, nil
}

func has[V any](m map[string]V, key string) bool { _, ok := m[key]; return ok }

func enumeration(name string, n *tree.Node) ModelEnum {
	e := ModelEnum{Name: name, Description: raw(n, "description")}
	for _, word := range words(n.Get("enum")) {
		e.Words = append(e.Words, ModelWord{word, raw(n.Get("x-enum-descriptions"), word)})
	}
	return e
}

type modelReader struct{ defs *tree.Node }

func (r *modelReader) object(name string, n *tree.Node) (ModelObject, error) {
	o := ModelObject{Description: raw(n, "description")}
	o.Name, o.Bare, o.BareText = name, raw(n, "x-bare"), raw(n, "x-bare-text")
	o.Key = words(n.Get("x-key"))
	if oneOf := n.Get("oneOf"); oneOf != nil {
		for _, alternative := range oneOf.Items {
			o.OneOf = append(o.OneOf, words(alternative.Get("required"))...)
		}
	}
	required := words(n.Get("required"))
	for _, m := range n.Get("properties").Members {
		p, err := r.property(m.Key, m.Value)
		if err != nil {
			return o, fmt.Errorf("%s.%s: %w", name, m.Key, err)
		}
		p.Required = slices.Contains(required, m.Key)
		o.Properties = append(o.Properties, p)
		o.Object.Fields = append(o.Object.Fields, p.Field)
	}
	return o, nil
}

func (r *modelReader) property(name string, n *tree.Node) (p ModelProperty, err error) {
	if rest, ok := strings.CutPrefix(raw(n, "$ref"), "#/$defs/Remarks/properties/"); ok {
		p, err = r.property(rest, r.defs.Get("Remarks").Get("properties").Get(rest))
		p.Remark = true
		return p, err
	}
	p.Name, p.Description, p.Article, p.Audience = name, raw(n, "description"), raw(n, "x-article"), raw(n, "x-audience")
	if err := r.kind(&p, n); err != nil {
		return p, err
	}
	if items := n.Get("items"); items != nil {
		p.List, p.Unique = true, raw(n, "uniqueItems") == "true"
		p.None = n.Get("type").Kind == tree.List
		return p, r.kind(&p, items)
	}
	return p, nil
}

// kind finds the kind of a value; that of a list is found from its elements.
func (r *modelReader) kind(p *ModelProperty, n *tree.Node) error {
	if c := n.Get("const"); c != nil {
		p.Kind, p.Const = Const, c.Raw
		return nil
	}
	target, isRef := strings.CutPrefix(raw(n, "$ref"), "#/$defs/")
	if !isRef {
		switch raw(n, "type") {
		case "boolean":
			p.Kind = Bool
		case "integer":
			p.Kind, p.Minimum, p.Maximum = Int, raw(n, "minimum"), raw(n, "maximum")
		default:
			if n.Get("items") == nil {
				return fmt.Errorf("unknown type %q", raw(n, "type"))
			}
		}
		return nil
	}
	def := r.defs.Get(target)
	switch kind, scalar := scalars[target]; {
	case def == nil:
		return fmt.Errorf("no definition of %s", target)
	case scalar && kind == ID:
		if p.Kind, p.Refs = Ref, words(n.Get("x-ref")); p.Refs == nil {
			p.Kind = ID
		}
	case scalar:
		p.Kind = kind
	case def.Get("enum") != nil:
		p.Kind, p.Type = Enum, target
	default:
		p.Kind, p.Type = Nested, target
	}
	return nil
}

// raw returns the text of a member, "" where there is none.
func raw(n *tree.Node, key string) string {
	if n == nil {
		return ""
	}
	if v := n.Get(key); v != nil {
		return v.Raw
	}
	return ""
}

// words returns the texts of a list, nil where there is none.
func words(n *tree.Node) []string {
	if n == nil {
		return nil
	}
	list := make([]string, len(n.Items))
	for i, item := range n.Items {
		list[i] = item.Raw
	}
	return list
}
