package schema

import (
	"reflect"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// shortener makes compiled schemas quicker without changing what they accept.
// A schema that only refers to another gives way to the other: the validator
// would go through both for every value, and copy the names of an object's
// fields for each. And the keywords that nearly all values meet are replaced by
// the shorter ones in keyword.go.
//
// Where in the schema a fault is said to be does change.
type shortener struct {
	// empty is a compiled schema that accepts everything; nil where there is
	// none, and then nothing is changed.
	empty *jsonschema.Schema
	done  map[*jsonschema.Schema]bool
}

func newShortener() *shortener {
	const url = "https://openropa.org/schema/empty.json"
	r := &shortener{done: make(map[*jsonschema.Schema]bool)}
	c := newCompiler(nil)
	if err := c.AddResource(url, strings.NewReader(`{"$defs": {"empty": {}}}`)); err != nil {
		return r
	}
	r.empty, _ = c.Compile(url + "#/$defs/empty")
	return r
}

// shorten changes a schema and all that it leads to.
func (r *shortener) shorten(s *jsonschema.Schema) {
	if s == nil || r.empty == nil || r.done[s] {
		return
	}
	r.done[s] = true
	for name, property := range s.Properties {
		s.Properties[name] = r.end(property)
	}
	for pattern, property := range s.PatternProperties {
		s.PatternProperties[pattern] = r.end(property)
	}
	if other, ok := s.AdditionalProperties.(*jsonschema.Schema); ok {
		s.AdditionalProperties = r.end(other)
	}
	s.PropertyNames, s.Items2020 = r.end(s.PropertyNames), r.end(s.Items2020)
	r.shorten(s.Ref)
	if s.Extensions == nil {
		s.Extensions = make(map[string]jsonschema.ExtSchema)
	}
	r.exactlyOne(s)
	r.fields(s)
	r.pairs(s)
	r.items(s)
}

// end returns the schema that a chain of references leads to.
func (r *shortener) end(s *jsonschema.Schema) *jsonschema.Schema {
	for range 16 { // references in a circle are left to the validator
		if s == nil || s.Ref == nil || !r.saysOnly(s, "Ref") {
			break
		}
		s = s.Ref
	}
	r.shorten(s)
	return s
}

// saysOnly reports whether a schema says nothing but these keywords, which have
// the names of the fields of [jsonschema.Schema].
func (r *shortener) saysOnly(s *jsonschema.Schema, keywords ...string) bool {
	said, silent := reflect.ValueOf(s).Elem(), reflect.ValueOf(r.empty).Elem()
	for i := range said.NumField() {
		field := said.Type().Field(i)
		if !field.IsExported() || field.Name == "Location" || field.Name == "Extensions" && len(s.Extensions) == 0 || slices.Contains(keywords, field.Name) {
			continue
		}
		if !reflect.DeepEqual(said.Field(i).Interface(), silent.Field(i).Interface()) {
			return false
		}
	}
	return true
}

// exactlyOne replaces oneOf where each alternative only requires a field.
func (r *shortener) exactlyOne(s *jsonschema.Schema) {
	var names exactlyOne
	for _, alternative := range s.OneOf {
		if len(alternative.Required) != 1 || !r.saysOnly(alternative, "Required") {
			return
		}
		names = append(names, alternative.Required[0])
	}
	if len(names) > 1 {
		s.OneOf, s.Extensions["oneOf"] = nil, names
	}
}

// fields replaces properties in an object that has no others, but for keys of
// which anything may be said.
func (r *shortener) fields(s *jsonschema.Schema) {
	if len(s.Properties) == 0 || s.AdditionalProperties != false {
		return
	}
	f := fields{known: make(map[string]field, len(s.Properties))}
	for pattern, property := range s.PatternProperties {
		if !r.saysOnly(property) {
			return
		}
		f.free = append(f.free, pattern)
	}
	for name, property := range s.Properties {
		f.known[name] = field{text: r.text(property), schema: property}
	}
	s.Properties, s.PatternProperties, s.AdditionalProperties = nil, nil, nil
	s.Extensions["properties"] = f
}

// pairs replaces propertyNames and additionalProperties in an object whose
// names and values are strings.
func (r *shortener) pairs(s *jsonschema.Schema) {
	values, ok := s.AdditionalProperties.(*jsonschema.Schema)
	if !ok || s.Properties != nil || s.PatternProperties != nil {
		return
	}
	p := pairs{name: r.text(s.PropertyNames), value: r.text(values)}
	if p.name != nil && p.value != nil {
		s.PropertyNames, s.AdditionalProperties = nil, nil
		s.Extensions["additionalProperties"] = p
	}
}

// items replaces items in a list of strings.
func (r *shortener) items(s *jsonschema.Schema) {
	if t := r.text(s.Items2020); t != nil && len(s.PrefixItems) == 0 {
		s.Items2020, s.Extensions["items"] = nil, items{t}
	}
}

// text returns what a schema says that says that a value is a string and little
// more; else nil.
func (r *shortener) text(s *jsonschema.Schema) *text {
	if s == nil || !slices.Equal(s.Types, []string{"string"}) || !r.saysOnly(s, "Types", "Pattern", "MinLength", "MaxLength", "Enum") {
		return nil
	}
	t := &text{pattern: s.Pattern, least: s.MinLength, most: s.MaxLength}
	for _, word := range s.Enum {
		w, ok := word.(string)
		if !ok {
			return nil
		}
		t.words = append(t.words, w)
	}
	return t
}
