// Command bundle writes the contract as one JSON document without references to
// other files, as the server hands it out: the definitions of the format become
// components beside those of the contract.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"

	"go.yaml.in/yaml/v4"
)

// format is how the contract names the definition of the format.
const format = "register/register.schema.json#/$defs/"

// inFormat is how the format names its own definitions.
const inFormat = "#/$defs/"

func main() {
	log.SetFlags(0)
	if err := bundle("../openapi.yaml", "../register/register.schema.json", "openapi.gen.json"); err != nil {
		log.Fatal("bundle: ", err)
	}
}

func bundle(contract, schema, to string) error {
	var doc map[string]any
	if err := read(contract, yaml.Unmarshal, &doc); err != nil {
		return err
	}
	var definition struct {
		Defs map[string]any `json:"$defs"`
	}
	if err := read(schema, json.Unmarshal, &definition); err != nil {
		return err
	}
	components, _ := doc["components"].(map[string]any)
	schemas, _ := components["schemas"].(map[string]any)
	for name, def := range definition.Defs {
		if own, ok := schemas[name].(map[string]any); ok && own["$ref"] != format+name {
			return fmt.Errorf("%s is a schema of the contract and another one of the format", name)
		}
		schemas[name] = def
	}
	if err := inward(doc, schemas); err != nil {
		return err
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", " ")
	if err := encoder.Encode(doc); err != nil {
		return err
	}
	return os.WriteFile(to, b.Bytes(), 0o644)
}

func read(name string, decode func([]byte, any) error, into any) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return decode(data, into)
}

// inward lets all references lead to components, and drops what only generators
// of code read.
func inward(doc, schemas map[string]any) error {
	if err := nameProperties(schemas); err != nil {
		return err
	}
	rewrite(doc)
	return nil
}

func rewrite(node any) {
	switch node := node.(type) {
	case map[string]any:
		for key, value := range node {
			if ref, ok := value.(string); ok && key == "$ref" {
				node[key] = within(ref)
			}
			if strings.HasPrefix(key, "x-go-") {
				delete(node, key)
			}
			rewrite(value)
		}
	case []any:
		for _, value := range node {
			rewrite(value)
		}
	}
}

func within(ref string) string {
	for _, outside := range []string{format, inFormat} {
		if name, ok := strings.CutPrefix(ref, outside); ok {
			if of, property, ok := strings.Cut(name, between); ok {
				name = nameOf(of, property)
			}
			return "#/components/schemas/" + name
		}
	}
	return ref
}
