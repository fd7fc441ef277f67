package main

import (
	"fmt"
	"slices"
	"strings"
)

// between stands between a schema and one of its properties in a reference.
const between = "/properties/"

// nameOf is the name of a property of a schema as a schema: RemarksNote.
func nameOf(schema, property string) string {
	return schema + strings.ToUpper(property[:1]) + property[1:]
}

// nameProperties makes schemas of the properties that the format refers to from
// elsewhere: generators of code follow references to schemas, and few follow those
// to what lies in one.
func nameProperties(schemas map[string]any) error {
	asked := make(map[string]bool)
	propertiesAsked(schemas, asked)
	var names []string
	for name := range asked {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		of, property, _ := strings.Cut(name, between)
		schema, _ := schemas[of].(map[string]any)
		properties, _ := schema["properties"].(map[string]any)
		named := nameOf(of, property)
		switch {
		case properties[property] == nil:
			return fmt.Errorf("there is no property %s of %s", property, of)
		case schemas[named] != nil:
			return fmt.Errorf("%s is the name of a schema and of the property %s of %s", named, property, of)
		}
		schemas[named] = properties[property]
		properties[property] = map[string]any{"$ref": inFormat + name}
	}
	return nil
}

// propertiesAsked collects the references to properties.
func propertiesAsked(node any, into map[string]bool) {
	switch node := node.(type) {
	case map[string]any:
		if ref, ok := node["$ref"].(string); ok && strings.Contains(ref, between) {
			into[strings.TrimPrefix(ref, inFormat)] = true
		}
		for _, value := range node {
			propertiesAsked(value, into)
		}
	case []any:
		for _, value := range node {
			propertiesAsked(value, into)
		}
	}
}
