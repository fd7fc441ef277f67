package register

import (
	"bytes"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"pgregory.net/rapid"
)

var plainSchemas sync.Map // of names of objects to *jsonschema.Schema

// plainSchema is the schema of an object as anybody would compile it, without
// what makes the definition quicker.
func plainSchema(tb rapid.TB, object string) *jsonschema.Schema {
	tb.Helper()
	if s, ok := plainSchemas.Load(object); ok {
		return s.(*jsonschema.Schema)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat = true
	if err := c.AddResource("register.schema.json", bytes.NewReader(schemaText)); err != nil {
		tb.Fatal(err)
	}
	s, err := c.Compile("register.schema.json#/$defs/" + object)
	if err != nil {
		tb.Fatal(err)
	}
	plainSchemas.Store(object, s)
	return s
}
