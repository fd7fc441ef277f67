package schema

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// Definition is the JSON Schema of the format, compiled when it is first
// needed. It is safe for concurrent use.
type Definition struct {
	text     []byte
	compiler func() *jsonschema.Compiler
	objects  sync.Map // of names to func() (*jsonschema.Schema, error)
	compile  sync.Mutex
}

// id is the address under which the schema knows itself; nothing is loaded
// from it.
const id = "https://openropa.org/schema/v1/register.schema.json"

// NewDefinition returns the definition that a schema's text holds.
func NewDefinition(text []byte) *Definition {
	d := &Definition{text: text}
	d.compiler = sync.OnceValue(d.newCompiler)
	return d
}

func (d *Definition) newCompiler() *jsonschema.Compiler {
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	c.LoadURL = func(url string) (io.ReadCloser, error) {
		if url == id {
			return io.NopCloser(bytes.NewReader(d.text)), nil
		}
		return nil, errors.New("schemas are not loaded from elsewhere")
	}
	return c
}

// object returns the compiled schema of an object.
func (d *Definition) object(name string) (*jsonschema.Schema, error) {
	compiled, ok := d.objects.Load(name)
	if !ok {
		compiled, _ = d.objects.LoadOrStore(name, sync.OnceValues(func() (*jsonschema.Schema, error) {
			// The compiler is not safe for concurrent use.
			d.compile.Lock()
			defer d.compile.Unlock()
			return d.compiler().Compile(id + "#/$defs/" + name)
		}))
	}
	return compiled.(func() (*jsonschema.Schema, error))()
}

// Fault is a place in a value that does not fit the schema.
type Fault struct {
	// Pointer is the JSON pointer to the place, Keyword the location of the
	// keyword of the schema that it does not fit.
	Pointer, Keyword string
}

// Validate holds a value, made of map[string]any, []any, strings, numbers and
// booleans, against the schema of an object. It returns the deepest fault of
// each branch, and an error only where the schema itself cannot be compiled.
// Values are never echoed.
func (d *Definition) Validate(object string, value any) (faults []Fault, err error) {
	s, err := d.object(object)
	if err != nil {
		return nil, fmt.Errorf("compile the schema of %s: %w", object, err)
	}
	invalid := new(jsonschema.ValidationError)
	switch err := s.Validate(value); {
	case err == nil:
		return nil, nil
	case errors.As(err, &invalid):
		return leaves(nil, invalid), nil
	default:
		return nil, fmt.Errorf("validate %s: %w", object, err)
	}
}

func leaves(faults []Fault, e *jsonschema.ValidationError) []Fault {
	if len(e.Causes) == 0 {
		return append(faults, Fault{Pointer: e.InstanceLocation, Keyword: e.KeywordLocation})
	}
	for _, cause := range e.Causes {
		faults = leaves(faults, cause)
	}
	return faults
}
