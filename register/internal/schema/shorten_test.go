package schema

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// objectSchemas are objects whose keywords are replaced, and some in which one
// thing more is said, so that they are not.
var objectSchemas = []string{
	`{"$ref": "#/$defs/Id"}`,
	`{"$ref": "#/$defs/Id", "maxLength": 2}`,
	`{"$ref": "#/$defs/Again"}`,
	`{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}`,
	`{"oneOf": [{"required": ["a"]}]}`,
	`{"oneOf": [{"required": ["a", "b"]}, {"required": ["b"]}]}`,
	`{"oneOf": [{"required": ["a"], "minProperties": 2}, {"required": ["b"]}]}`,
	`{"type": "object", "properties": {"a": {"$ref": "#/$defs/Id"}, "b": {"type": "boolean"}}, "patternProperties": {"^x-": {}}, "additionalProperties": false}`,
	`{"properties": {"a": {"$ref": "#/$defs/Id"}, "x-a": {"$ref": "#/$defs/Word"}}, "patternProperties": {"^x-": {}}, "additionalProperties": false}`,
	`{"properties": {"a": {"$ref": "#/$defs/Id"}}, "patternProperties": {"^x-": {"type": "string"}}, "additionalProperties": false}`,
	`{"properties": {"a": {"$ref": "#/$defs/Id"}}, "additionalProperties": {"$ref": "#/$defs/Word"}}`,
	`{"properties": {"a": {"$ref": "#/$defs/Id"}}, "additionalProperties": true}`,
	`{"properties": {"a": {"$ref": "#/$defs/Id"}}, "required": ["b"]}`,
	`{"properties": {"a": {"$ref": "#/$defs/Self"}, "b": {"$ref": "#/$defs/Id"}}, "additionalProperties": false}`,
	`{"$ref": "#/$defs/Self", "minProperties": 2}`,
	`{"propertyNames": {"$ref": "#/$defs/Id"}, "additionalProperties": {"$ref": "#/$defs/Word"}}`,
	`{"propertyNames": {"$ref": "#/$defs/Id"}, "additionalProperties": {"type": "string", "format": "date"}}`,
	`{"propertyNames": {"$ref": "#/$defs/Id"}}`,
	`{"items": {"$ref": "#/$defs/Id"}, "minItems": 1, "uniqueItems": true}`,
	`{"items": {"$ref": "#/$defs/Word"}}`,
	`{"items": {"type": "string", "minLength": 2, "maxLength": 3}}`,
	`{"items": {"type": ["string", "null"], "pattern": "^a"}}`,
	`{"items": {"enum": ["a", 5]}}`,
	`{"prefixItems": [{"type": "boolean"}], "items": {"$ref": "#/$defs/Id"}}`,
	`{"type": ["array", "string"], "pattern": "^none$", "items": {"$ref": "#/$defs/Word"}}`,
}

var objectValues = []string{
	`null`, `true`, `5`, `"a"`, `"A"`, `"none"`, `"red"`, `""`, `"abc"`, `"abcd"`, `"é"`, `"éé"`, `"2024-02-29"`,
	`[]`, `["a"]`, `["a", "a"]`, `["red"]`, `["A"]`, `[5]`, `[null]`, `["éé"]`, `["ééé"]`, `["éééé"]`, `[true, "a"]`, `[true, "A"]`, `[["a"]]`,
	`{}`, `{"a": "a"}`, `{"a": "A"}`, `{"a": 5}`, `{"b": true}`, `{"b": "a"}`, `{"a": "a", "b": true}`, `{"a": "red", "b": "a"}`,
	`{"x-a": 5}`, `{"x-a": "red"}`, `{"x-": null, "a": "a"}`, `{"c": "red"}`, `{"c": "blue"}`, `{"C": "red"}`, `{"c": 5}`, `{"": "red"}`,
	`{"a": {"a": {"b": "a"}}}`, `{"a": {"a": {"b": "A"}}}`, `{"a": {"c": 5}}`, `{"a": {}, "b": "b"}`, `{"d": "2024-02-30"}`, `{"d": "2024-02-29"}`,
}

// What makes the definition quicker changes nothing of what it accepts.
func TestShortenedAcceptsTheSame(t *testing.T) {
	var defs strings.Builder
	defs.WriteString(`"Id": {"type": "string", "pattern": "^[a-z-]+$", "maxLength": 100}, "Again": {"$ref": "#/$defs/Id"}, "Word": {"type": "string", "enum": ["red", "green"]}, ` +
		`"Self": {"type": "object", "properties": {"a": {"$ref": "#/$defs/Self"}, "b": {"$ref": "#/$defs/Id"}}, "additionalProperties": false}`)
	for i, s := range objectSchemas {
		fmt.Fprintf(&defs, `, "S%d": %s, "Property%d": {"properties": {"a": {"$ref": "#/$defs/S%d"}, "b": {"$ref": "#/$defs/S%d"}}, "additionalProperties": false}`, i, s, i, i, i)
	}
	d := NewDefinition([]byte(`{"$id": "` + id + `", "$defs": {` + defs.String() + `}}`))
	for i := range objectSchemas {
		for _, object := range []string{fmt.Sprintf("S%d", i), fmt.Sprintf("Property%d", i)} {
			sameVerdicts(t, d, object, objectSchemas[i])
		}
	}
}

func sameVerdicts(t *testing.T, d *Definition, object, text string) {
	t.Helper()
	plain, err := d.plain.object(object)
	if err != nil {
		t.Fatal(text, err)
	}
	accepted := 0
	for _, v := range objectValues {
		for _, v := range []string{v, `{"a": ` + v + `}`} {
			var value any
			if err := json.Unmarshal([]byte(v), &value); err != nil {
				t.Fatal(v, err)
			}
			want := plain.Validate(value) == nil
			if got := d.quick.accepts(object, value); got != want {
				t.Errorf("%s: %s: quick %v, plain %v", text, v, got, want)
			}
			if faults, err := d.Validate(object, value); err != nil || (len(faults) == 0) != want {
				t.Errorf("%s: %s: %v, %v, want %v", text, v, faults, err, want)
			}
			if want {
				accepted++
			}
		}
	}
	if accepted == 0 {
		t.Errorf("%s accepts none of the values, which shows nothing", text)
	}
}

// The schema of the format is made quicker indeed: nothing in it is a mere
// reference any more, and objects and texts have the shorter keywords.
func TestFormatIsShortened(t *testing.T) {
	data, err := os.ReadFile("../../register.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	d := NewDefinition(data)
	for name := range objects {
		s, err := d.quick.object(name)
		if err != nil {
			t.Fatal(err)
		}
		f, ok := s.Extensions["properties"].(fields)
		if !ok || s.Properties != nil || s.OneOf != nil || s.Ref != nil {
			t.Errorf("%s: properties %v, oneOf %v, $ref %v", name, s.Properties, s.OneOf, s.Ref)
			continue
		}
		for property, known := range f.known {
			if reason := slow(known); reason != "" {
				t.Errorf("%s.%s: %s", name, property, reason)
			}
		}
	}
}

// slow says what of a property could be quicker.
func slow(f field) string {
	s := f.schema
	_, pairs := s.Extensions["additionalProperties"]
	_, fields := s.Extensions["properties"]
	isObject := len(s.Types) == 1 && s.Types[0] == "object"
	isText := func(s *jsonschema.Schema) bool {
		return s != nil && len(s.Types) == 1 && s.Types[0] == "string" && s.Format == ""
	}
	switch {
	case s.Ref != nil:
		return "a reference"
	case isObject && !pairs && !fields:
		return "an object without shorter keywords"
	case f.text == nil && isText(s), isText(s.Items2020):
		return "a text that is an object to the validator"
	}
	return ""
}
