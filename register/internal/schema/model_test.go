package schema

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func parseModel(t *testing.T) *Model {
	t.Helper()
	data, err := os.ReadFile("../../register.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	m, err := ParseModel(data)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestModelTable holds the table of fields and the schema together.
func TestModelTable(t *testing.T) {
	m := parseModel(t)
	if m.Version != "ropa/v1" || m.ID != id || m.Title == "" || m.Description == "" {
		t.Errorf("version %q, id %q, title %q", m.Version, m.ID, m.Title)
	}
	if len(m.Objects) != len(objects) || len(m.Enums) != len(enums) {
		t.Errorf("%d objects and %d enumerations, the table has %d and %d", len(m.Objects), len(m.Enums), len(objects), len(enums))
	}
	for _, o := range m.Objects {
		if diff := cmp.Diff(&o.Object, Lookup(o.Name)); diff != "" {
			t.Errorf("%s (-schema +table):\n%s", o.Name, diff)
		}
	}
	for _, e := range m.Enums {
		var words []string
		for _, w := range e.Words {
			words = append(words, w.Word)
		}
		if diff := cmp.Diff(words, Words(e.Name)); diff != "" {
			t.Errorf("%s (-schema +table):\n%s", e.Name, diff)
		}
	}
}

// TestModelDescriptions holds every property to a description and an audience.
func TestModelDescriptions(t *testing.T) {
	for _, o := range parseModel(t).Objects {
		if o.Description == "" {
			t.Errorf("%s has no description", o.Name)
		}
		for _, p := range o.Properties {
			if p.Description == "" {
				t.Errorf("%s.%s has no description", o.Name, p.Name)
			}
			switch p.Audience {
			case "internal", "authority", "public":
			default:
				t.Errorf("%s.%s: audience %q", o.Name, p.Name, p.Audience)
			}
			if p.Kind == Nested && Lookup(p.Type) == nil {
				t.Errorf("%s.%s: no object %s", o.Name, p.Name, p.Type)
			}
			if p.Kind == Int && (p.Minimum == "" || p.Maximum == "") {
				t.Errorf("%s.%s: no bounds", o.Name, p.Name)
			}
		}
		for _, name := range append(append([]string{}, o.Key...), o.OneOf...) {
			if o.Object.Field(name) == nil {
				t.Errorf("%s has no field %s", o.Name, name)
			}
		}
	}
}

// TestParseModelErrors refuses shapes of a schema that nobody has explained.
func TestParseModelErrors(t *testing.T) {
	property := func(s string) string {
		return `{"$defs": {"Id": {"type": "string"}, "A": {"type": "object", "properties": {"b": ` + s + `}}}}`
	}
	for _, c := range []struct{ schema, want string }{
		{`{`, "unexpected EOF"},
		{`{}`, "no $defs"},
		{`{"$defs": {"A": {"type": "string"}}}`, "A: neither"},
		{property(`{"type": "number"}`), `A.b: unknown type "number"`},
		{property(`{"$ref": "#/$defs/C"}`), "A.b: no definition of C"},
		{property(`{"type": "array", "items": {"type": "object"}}`), `A.b: unknown type "object"`},
	} {
		if _, err := ParseModel([]byte(c.schema)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.schema, err, c.want)
		}
	}
}
