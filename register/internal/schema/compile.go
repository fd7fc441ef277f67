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
	// quick accepts what plain accepts, in less time; plain is the schema as it
	// is written, and says what is wrong and where.
	quick, plain compiled
}

// id is the address under which the schema knows itself; nothing is loaded
// from it.
const id = "https://openropa.org/schema/v1/register.schema.json"

// NewDefinition returns the definition that a schema's text holds.
func NewDefinition(text []byte) *Definition {
	return &Definition{quick: compiled{text: text, short: true}, plain: compiled{text: text}}
}

// compiled are the objects of a schema, each compiled when it is first needed.
type compiled struct {
	text    []byte
	short   bool     // shorten what is compiled
	objects sync.Map // of names to func() (*jsonschema.Schema, error)

	compile   sync.Mutex // neither of these is safe for concurrent use
	compiler  *jsonschema.Compiler
	shortener *shortener
}

func newCompiler(text []byte) *jsonschema.Compiler {
	c := jsonschema.NewCompiler()
	c.Draft = jsonschema.Draft2020
	c.AssertFormat = true
	c.LoadURL = func(url string) (io.ReadCloser, error) {
		if url == id {
			return io.NopCloser(bytes.NewReader(text)), nil
		}
		return nil, errors.New("schemas are not loaded from elsewhere")
	}
	return c
}

// object returns the compiled schema of an object.
func (c *compiled) object(name string) (*jsonschema.Schema, error) {
	object, ok := c.objects.Load(name)
	if !ok {
		object, _ = c.objects.LoadOrStore(name, sync.OnceValues(func() (*jsonschema.Schema, error) { return c.make(name) }))
	}
	return object.(func() (*jsonschema.Schema, error))()
}

func (c *compiled) make(name string) (*jsonschema.Schema, error) {
	c.compile.Lock()
	defer c.compile.Unlock()
	if c.compiler == nil {
		c.compiler = newCompiler(c.text)
		if c.short {
			c.shortener = newShortener()
		}
	}
	s, err := c.compiler.Compile(id + "#/$defs/" + name)
	if err == nil && c.shortener != nil {
		c.shortener.shorten(s)
	}
	return s, err
}

// accepts reports whether a value fits the schema of an object; not, where that
// does not compile.
func (c *compiled) accepts(object string, value any) bool {
	s, err := c.object(object)
	return err == nil && s.Validate(value) == nil
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
	if d.quick.accepts(object, value) {
		return nil, nil
	}
	s, err := d.plain.object(object)
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
