package register_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/internal/registertest"
)

func compile(t *testing.T, schema []byte) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	c.LoadURL = func(string) (io.ReadCloser, error) { return nil, errors.New("no remote schemas") }
	if err := c.AddResource("x.json", bytes.NewReader(schema)); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("x.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// TestSchemas holds both schemas to what Save writes: the authoring schema takes
// either form, as an editor reads it.
func TestSchemas(t *testing.T) {
	canonical, authoring := compile(t, register.Schema()), compile(t, register.AuthoringSchema())
	rapid.Check(t, func(t *rapid.T) {
		r := registertest.Register().Draw(t, "register")
		form := decodeYAML(t, save(t, r, register.YAML))
		if err := authoring.Validate(form); err != nil {
			t.Fatalf("%#v", err)
		}
		var v any
		d := json.NewDecoder(bytes.NewReader(save(t, r, register.JSON)))
		d.UseNumber()
		if err := d.Decode(&v); err != nil {
			t.Fatal(err)
		}
		if err := canonical.Validate(v); err != nil {
			t.Fatalf("%#v", err)
		}
		if err := authoring.Validate(v); err != nil {
			t.Fatalf("%#v", err)
		}
	})
}

// decodeYAML reads YAML as an editor does: with its guesses.
func decodeYAML(t failer, data []byte) any {
	t.Helper()
	var n yaml.Node
	if err := yaml.Load(data, &n); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return guess(n.Content[0])
}

func guess(n *yaml.Node) any {
	switch n.Kind {
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, guess(item))
		}
		return list
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = guess(n.Content[i+1])
		}
		return m
	}
	switch n.Tag {
	case "!!int", "!!float", "!!bool", "!!null":
		var v any
		if err := n.Decode(&v); err == nil {
			return v
		}
	}
	return n.Value
}

// TestAuthoringSchema tries what people type, right and wrong.
func TestAuthoringSchema(t *testing.T) {
	authoring := compile(t, register.AuthoringSchema())
	const activity = "schema: ropa/v1\nactivities:\n  - id: payments\n    "
	for _, c := range []struct {
		text string
		ok   bool
	}{
		{"schema: ropa/v1\n", true},
		{"schema: ropa/v1\nid: 05\nname: 2018\n", true},
		{"schema: ropa/v1\norganisation: {name: X, country: NO}\n", true},
		{"schema: ropa/v1\norganisation: {name: X, country: false}\n", true}, // NO in YAML 1.1
		{"schema: ropa/v1\nactivities: none\n", true},
		{activity + "data: [name, {category: [email, phone], retention: quotes-1y}]\n", true},
		{activity + "data: name\n", true},
		{activity + "disclosures:\n      - {to: [mollie, paypal], as: processor}\n", true},
		{activity + "disclosures: none\n", true},
		{activity + "purposes:\n      - {purpose: payment, basis: contract, lia: test}\n", true},
		{activity + "purposes:\n      - {purpose: payment, basis: [contract, consent]}\n", true},
		{activity + "measures: [tls, 'locked doors', {measure: passwords, note: by e-mail}]\n", true},
		{activity + "transfers: [US, {unknownCountry: true}]\n", true},
		{activity + "name: {nl: Betalen, en: Paying}\n", true},
		{activity + "x-own: [anything]\n", true},
		{"schema: ropa/v1\nnotices: {id: a, articles: [13, '14']}\n", true},

		{"schema: ropa/v2\n", false},
		{"id: x\n", false},
		{"schema: ropa/v1\nactivites: none\n", false},
		{"schema: ropa/v1\norganisation: {name: X, country: UK}\n", false},
		{"schema: ropa/v1\nparties: none\n", false},
		{activity + "data: []\n", false},
		{activity + "data:\n", false},
		{activity + "data: [{category: []}]\n", false},
		{activity + "disclosures: [mollie]\n", false},
		{activity + "purposes:\n      - {purpose: payment, basis: contrat}\n", false},
		{activity + "purposes:\n      - {purpose: payment, lia: {document: [a, b]}}\n", false},
		{activity + "measures: [{measure: tls, text: also}]\n", false},
		{activity + "transfers: [UK]\n", false},
		{activity + "from: yesterday\n", false},
	} {
		err := authoring.Validate(decodeYAML(t, []byte(c.text)))
		if (err == nil) != c.ok {
			t.Errorf("%s\ngot %v, want accepted: %v", c.text, err, c.ok)
		}
		_, _, problems := register.Parse("x.yaml", []byte(strings.Replace(c.text, "ropa/v1\n", "ropa/v1\nid: x\n", 1)))
		if !c.ok && !problems.HasErrors() {
			t.Errorf("%s\nthe schema for editors refuses what Parse accepts", c.text)
		}
	}
}

// TestAuthoringDescriptions holds every property to a description for editors,
// and to no words for auditors.
func TestAuthoringDescriptions(t *testing.T) {
	var root any
	if err := json.Unmarshal(register.AuthoringSchema(), &root); err != nil {
		t.Fatal(err)
	}
	var walk func(at string, v any)
	walk = func(at string, v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				walk(at, item)
			}
		case map[string]any:
			for key, value := range v {
				if strings.HasPrefix(key, "x-") && !strings.HasSuffix(at, "/properties") {
					t.Errorf("%s has %s", at, key)
				}
				if properties, ok := value.(map[string]any); ok && key == "properties" {
					for name, p := range properties {
						if s, _ := p.(map[string]any)["description"].(string); s == "" {
							t.Errorf("%s: %s has no description", at, name)
						}
					}
				}
				walk(at+"/"+key, value)
			}
		}
	}
	walk("", root)
}
