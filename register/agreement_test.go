package register

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
)

// The reader and the JSON Schema must accept the same documents. Here both are
// asked about every field of every object with every kind of wrong value, and
// about random changes to a whole register.

// objectTypes returns the Go types of all objects below a type, by name.
func objectTypes(t reflect.Type, into map[string]reflect.Type) map[string]reflect.Type {
	if into[t.Name()] != nil {
		return into
	}
	into[t.Name()] = t
	p := planOf(t)
	for _, f := range p.fields {
		if f.Kind != schema.Nested {
			continue
		}
		below := t.FieldByIndex(f.index).Type
		for below.Kind() != reflect.Struct {
			below = below.Elem()
		}
		objectTypes(below, into)
	}
	return into
}

// sample returns a valid value of a field.
func sample(f *schema.Field, depth int) any {
	v := sampleValue(f, depth)
	if f.List {
		return []any{v}
	}
	return v
}

func sampleValue(f *schema.Field, depth int) any {
	switch f.Kind {
	case schema.Const:
		return f.Const
	case schema.Text:
		return map[string]any{"en": "some text", "nl-BE": "een tekst"}
	case schema.Enum:
		return schema.Words(f.Type)[0]
	case schema.Bool:
		return true
	case schema.Int:
		return 5
	case schema.Date:
		return "2024-02-29"
	case schema.Period:
		return "P7Y6M"
	case schema.Country, schema.Area:
		return "NO"
	case schema.Language:
		return "pt-BR"
	case schema.Email:
		return "privacy@example.org"
	case schema.Identifiers:
		return map[string]any{"kvk": "01234567"}
	case schema.FieldName:
		return "name"
	case schema.RuleCode:
		return "TRF-001"
	case schema.Nested:
		return sampleObject(schema.Lookup(f.Type), depth-1)
	case schema.ID, schema.Ref:
		return "an-id"
	}
	return "a string"
}

// sampleObject returns an object with all its fields, those deeper than depth
// with what they need only.
func sampleObject(o *schema.Object, depth int) map[string]any {
	object := map[string]any{}
	for i := range o.Fields {
		f := &o.Fields[i]
		inOneOf := false
		for k, name := range o.OneOf {
			inOneOf = inOneOf || k > 0 && name == f.Name
		}
		if f.Required || !inOneOf && depth > 0 || len(o.OneOf) > 0 && o.OneOf[0] == f.Name {
			object[f.Name] = sample(f, depth)
		}
	}
	return object
}

// wrongValues are what people and programs write in the wrong place.
var wrongValues = []string{
	`null`, `""`, `" "`, `"\t"`, `"\u00a0"`, `"none"`, `0`, `5`, `-1`, `1000000000`, `1000000001`, `5.0`, `5.5`, `1e3`, `1e400`, `"5"`, `true`, `false`, `"true"`,
	`[]`, `{}`, `[null]`, `[[]]`, `[{}]`, `[""]`, `["none"]`, `["none", "x"]`, `["a", "b"]`, `["a", "a"]`, `[true]`, `[5]`, `{"a": "b"}`, `{"en": ""}`, `{"en": null}`, `{"en": 5}`, `{"EN": "x"}`, `{"en-": "x"}`,
	`{"en-a": "x"}`, `{"abcd": "x"}`, `{"x-y": "z"}`, `{"und": "x"}`, `{"kvk": "x"}`, `{"K": "x"}`, `{"kvk": ["x"]}`, `"a"`, `"A"`, `"a-b"`, `"a--b"`, `"-a"`, `"a_b"`, `"é"`, `"a\nb"`, `"NL"`, `"nl"`, `"UK"`, `"EU"`, `"EEA"`,
	`"2024-02-29"`, `"2023-02-29"`, `"2024-2-9"`, `"2024-01-01T00:00:00Z"`, `"P7Y"`, `"P1Y2W"`, `"P1W2D"`, `"P"`, `"PT1H"`, `"P1M1Y"`, `"P12345D"`, `"p7y"`, `"P0D"`, `"a@b"`, `"a@b@c"`, `"@b"`, `"a@"`, `"a @b"`,
	`"TRF-001"`, `"TRF 001"`, `"trf_1"`, `"name"`, `"Name"`, `"x-y"`, `"na.me"`, `"contract"`, `"ropa/v1"`, `"ropa/v2"`, `["contract", "consent"]`, `["NL", "EU"]`, `["NL", "NL"]`,
}

// accepts says whether the reader takes an object, and which problems it had.
func accepts(t reflect.Type, data []byte) (bool, diag.Problems) {
	problems := decodeObject(data, t.Name(), reflect.New(t).Interface())
	for _, p := range problems {
		if p.Code == diag.Schema {
			return true, problems // the reader itself had nothing against it
		}
	}
	return len(problems) == 0, problems
}

func schemaAccepts(tb rapid.TB, object string, data []byte) bool {
	tb.Helper()
	var v any
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return false
	}
	faults, err := theDefinition.Validate(object, v)
	if err != nil {
		tb.Fatal(err)
	}
	if plain := plainSchema(tb, object).Validate(v); (plain == nil) != (len(faults) == 0) {
		tb.Fatalf("%s: the plain schema says %v, the definition %v\n%s", object, plain, faults, data)
	}
	return len(faults) == 0
}

func TestReaderAndSchemaAgree(t *testing.T) {
	for name, typ := range objectTypes(reflect.TypeFor[Register](), map[string]reflect.Type{}) {
		o := schema.Lookup(name)
		if len(o.Fields) > maxFields {
			t.Fatalf("%s has more than %d fields", name, maxFields)
		}
		object := sampleObject(o, 0)
		compare := func(what string, change func(map[string]any)) {
			t.Helper()
			changed := make(map[string]any, len(object))
			for k, v := range object {
				changed[k] = v
			}
			change(changed)
			data, err := json.Marshal(changed)
			if err != nil {
				t.Fatal(err)
			}
			reader, problems := accepts(typ, data)
			if definition := schemaAccepts(t, name, data); reader != definition {
				t.Errorf("%s, %s: reader %v, schema %v: %v", name, what, reader, definition, problems)
			}
		}
		compare("all fields", func(m map[string]any) {
			for k, v := range sampleObject(o, 2) {
				m[k] = v
			}
		})
		compare("an unknown field", func(m map[string]any) { m["unknown"] = "x" })
		compare("an extension", func(m map[string]any) { m["x-unknown"] = []any{nil, 5} })
		compare("nothing", func(m map[string]any) { clear(m) })
		for i := range o.Fields {
			f := o.Fields[i].Name
			compare("without "+f, func(m map[string]any) { delete(m, f) })
			compare("with "+f, func(m map[string]any) { m[f] = sample(&o.Fields[i], 1) })
			for _, wrong := range wrongValues {
				compare(f+": "+wrong, func(m map[string]any) { m[f] = json.RawMessage(wrong) })
				if o.Fields[i].List {
					compare(f+": ["+wrong+"]", func(m map[string]any) { m[f] = json.RawMessage("[" + wrong + "]") })
				}
			}
		}
	}
}

// mutate changes a random part of a document.
func mutate(t *rapid.T, v any) any {
	switch v := v.(type) {
	case map[string]any:
		keys := make([]string, 0, len(v))
		for k := range v {
			keys = append(keys, k)
		}
		if len(keys) == 0 || rapid.IntRange(0, 5).Draw(t, "here") == 0 {
			break
		}
		key := rapid.SampledFrom(sorted(keys)).Draw(t, "key")
		if rapid.IntRange(0, 8).Draw(t, "drop") == 0 {
			delete(v, key)
			return v
		}
		v[key] = mutate(t, v[key])
		return v
	case []any:
		if len(v) == 0 || rapid.IntRange(0, 5).Draw(t, "here") == 0 {
			break
		}
		i := rapid.IntRange(0, len(v)-1).Draw(t, "item")
		if rapid.IntRange(0, 8).Draw(t, "again") == 0 {
			return append(v, v[i])
		}
		v[i] = mutate(t, v[i])
		return v
	}
	return json.RawMessage(rapid.SampledFrom(wrongValues).Draw(t, "value"))
}

func sorted(keys []string) []string {
	for i := range keys {
		for j := i; j > 0 && keys[j] < keys[j-1]; j-- {
			keys[j], keys[j-1] = keys[j-1], keys[j]
		}
	}
	return keys
}

func TestReaderAndSchemaAgreeOnRegisters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := sampleObject(schema.Lookup("Register"), 4)
		data, err := json.Marshal(mutate(t, whole))
		if err != nil {
			t.Fatal(err)
		}
		_, _, problems := Parse("register.json", data, Canonical())
		rest := diag.Problems{}
		for _, p := range problems {
			switch {
			case p.Code == diag.DuplicateID: // which a schema cannot say
			case p.Code == diag.MissingField && p.At == "" && p.Args["field"] == "id": // a part needs no id, a register does
			default:
				rest = append(rest, p)
			}
			if p.Code == diag.Schema {
				t.Fatalf("the schema refuses what the reader made: %v\n%s", p, data)
			}
		}
		if (len(rest) == 0) != schemaAccepts(t, "Register", data) {
			t.Fatalf("reader: %v\n%s", rest, data)
		}
	})
}

func TestSchemaLoadsNothingFromElsewhere(t *testing.T) {
	text := strings.Replace(string(schemaText), `"#/$defs/Date"`, `"https://example.org/date.json"`, 1)
	_, err := schema.NewDefinition([]byte(text)).Validate("Register", map[string]any{})
	if err == nil || !strings.Contains(fmt.Sprint(err), "not loaded from elsewhere") {
		t.Errorf("error %v, want a refusal", err)
	}
}
