package schema

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Here are keywords of JSON Schema as the validator's extensions. Each says of a
// value what the keywords say that it replaces, and only yes or no: the schema
// as it is written is asked for the reasons.

// refusal is the answer no.
func refusal() error { return new(jsonschema.ValidationError) }

// exactlyOne is oneOf with alternatives that require a field each.
type exactlyOne []string

// Validate is part of [jsonschema.ExtSchema].
func (names exactlyOne) Validate(_ jsonschema.ValidationContext, v any) error {
	object, _ := v.(map[string]any)
	count := 0
	for _, name := range names {
		if _, stated := object[name]; stated {
			count++
		}
	}
	if count != 1 { // what is no object meets every alternative, which is one too many
		return refusal()
	}
	return nil
}

// fields is properties, with additionalProperties: false, and
// patternProperties that take anything.
type fields struct {
	known map[string]field
	free  []*regexp.Regexp
}

// field is a property: a text where that is known, or else any schema.
type field struct {
	text   *text
	schema *jsonschema.Schema
}

// Validate is part of [jsonschema.ExtSchema].
func (f fields) Validate(c jsonschema.ValidationContext, v any) error {
	object, _ := v.(map[string]any)
	for name, value := range object {
		known, ok := f.known[name]
		switch {
		case !ok && !f.isFree(name), known.text != nil && !known.text.accepts(value):
			return refusal()
		case ok && known.text == nil:
			// The names of places, which are not used, may not be empty.
			if err := c.Validate(known.schema, "", value, "-"); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f fields) isFree(name string) bool {
	return slices.ContainsFunc(f.free, func(p *regexp.Regexp) bool { return p.MatchString(name) })
}

// pairs is propertyNames and additionalProperties, both of strings.
type pairs struct{ name, value *text }

// Validate is part of [jsonschema.ExtSchema].
func (p pairs) Validate(_ jsonschema.ValidationContext, v any) error {
	object, _ := v.(map[string]any)
	for name, value := range object {
		if !p.name.accepts(name) || !p.value.accepts(value) {
			return refusal()
		}
	}
	return nil
}

// items is items of strings.
type items struct{ text *text }

// Validate is part of [jsonschema.ExtSchema].
func (i items) Validate(_ jsonschema.ValidationContext, v any) error {
	list, _ := v.([]any)
	for _, item := range list {
		if !i.text.accepts(item) {
			return refusal()
		}
	}
	return nil
}

// text is type: string with pattern, minLength, maxLength and enum.
type text struct {
	pattern *regexp.Regexp // nil without one
	// least and most are in characters; negative without a bound.
	least, most int
	words       []string // nil without a list
}

func (t *text) accepts(v any) bool {
	s, ok := v.(string)
	if !ok || t.words != nil && !slices.Contains(t.words, s) || t.pattern != nil && !t.pattern.MatchString(s) {
		return false
	}
	if t.least < 0 && t.most < 0 {
		return true
	}
	n := utf8.RuneCountInString(s)
	return n >= t.least && (t.most < 0 || n <= t.most)
}
