package register

import (
	_ "embed"
	"reflect"
	"runtime"
	"strings"
	"sync"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
)

//go:embed register.schema.json
var schemaText []byte

// theDefinition is the JSON Schema, which has the last word.
var theDefinition = schema.NewDefinition(schemaText)

// check is an entity that the JSON Schema still has to see.
type check struct {
	value       reflect.Value // a pointer to the struct
	plan        *plan
	at, pointer string
	place       diag.Place
	// strict: the canonical form was read, so that the pointers of faults lead on.
	strict bool
	// root: the register itself, without the entities, which have checks of
	// their own.
	root bool
}

// run holds the entity against the schema. The binder has found all that can
// be wrong; a fault here is a disagreement between the field table and the
// schema, and is reported as a problem so that nobody relies on either.
func (c check) run() diag.Problems {
	faults, err := theDefinition.Validate(c.plan.object.Name, canonicalObject(c.value.Elem(), c.plan, c.root))
	if err != nil {
		p := diag.New(diag.Schema, c.at, c.place, "keyword", err.Error())
		p.Pointer = c.pointer
		return diag.Problems{p}
	}
	var problems diag.Problems
	for _, f := range faults {
		at := c.at
		if field, _, _ := strings.Cut(strings.TrimPrefix(f.Pointer, "/"), "/"); field != "" {
			at = join(at, field)
		}
		p := diag.New(diag.Schema, at, c.place, "keyword", f.Keyword)
		if p.Pointer = c.pointer; c.strict {
			p.Pointer += f.Pointer
		}
		problems = append(problems, p)
	}
	return problems
}

// checks hold entities against the schema side by side, and beside the
// reading: that takes longer than all the rest.
type checks struct {
	waiting []check
	batches chan batch
	count   int
	workers sync.WaitGroup
	mutex   sync.Mutex
	found   map[int]diag.Problems
}

type batch struct {
	number int
	checks []check
}

// batchSize keeps what is passed on worth the passing.
const batchSize = 16

// add hands over an entity, which must not change any more.
func (c *checks) add(entity check) {
	if c.waiting = append(c.waiting, entity); len(c.waiting) < batchSize {
		return
	}
	if c.batches == nil {
		c.start()
	}
	c.batches <- batch{c.count, c.waiting}
	c.count++
	c.waiting = nil
}

func (c *checks) start() {
	c.batches = make(chan batch, 64)
	c.found = make(map[int]diag.Problems)
	for range runtime.GOMAXPROCS(0) {
		c.workers.Go(func() {
			for b := range c.batches {
				if problems := runChecks(b.checks); len(problems) > 0 {
					c.mutex.Lock()
					c.found[b.number] = problems
					c.mutex.Unlock()
				}
			}
		})
	}
}

// finish waits for all checks and returns what they found, in the order in
// which the entities were added.
func (c *checks) finish() diag.Problems {
	last := c.waiting
	c.waiting = nil
	if c.batches == nil {
		return runChecks(last)
	}
	close(c.batches)
	c.workers.Wait()
	var problems diag.Problems
	for number := range c.count {
		problems = append(problems, c.found[number]...)
	}
	return append(problems, runChecks(last)...)
}

func runChecks(entities []check) diag.Problems {
	var problems diag.Problems
	for _, c := range entities {
		problems = append(problems, c.run()...)
	}
	return problems
}

// canonicalObject returns the canonical value of a struct of the model. With
// root it leaves out the lists of entities.
func canonicalObject(v reflect.Value, p *plan, root bool) map[string]any {
	var stated [maxFields]uint8 // the positions of the fields that are
	n := 0
	for i := range p.fields {
		f := &p.fields[i]
		field := v.FieldByIndex(f.index)
		if field.IsZero() || root && f.List && f.Kind == schema.Nested && field.Len() > 0 && field.Type().Elem().Kind() == reflect.Pointer {
			continue
		}
		stated[n] = uint8(i)
		n++
	}
	extensions := v.FieldByIndex(p.extensions).Interface().(Extensions)
	object := make(map[string]any, n+len(extensions))
	for _, i := range stated[:n] {
		f := &p.fields[i]
		object[f.Name] = canonicalField(v.FieldByIndex(f.index), f)
	}
	for key := range extensions {
		object[key] = true // the schema takes any value here
	}
	return object
}

func canonicalField(v reflect.Value, f *plannedField) any {
	if !f.List {
		return canonicalValue(v, f)
	}
	if v.Len() == 0 {
		return none
	}
	list := make([]any, v.Len())
	for i := range list {
		list[i] = canonicalValue(v.Index(i), f)
	}
	return list
}

func canonicalValue(v reflect.Value, f *plannedField) any {
	switch f.Kind {
	case schema.Nested:
		if v.Kind() == reflect.Pointer {
			v = v.Elem()
		}
		return canonicalObject(v, planOf(v.Type()), false)
	case schema.Text:
		text := make(map[string]any, v.Len())
		for language, s := range v.Interface().(Text) {
			text[string(language)] = s
		}
		return text
	case schema.Identifiers:
		numbers := make(map[string]any, v.Len())
		for scheme, s := range v.Interface().(Identifiers) {
			numbers[scheme] = s
		}
		return numbers
	case schema.Bool:
		return Tristate(v.Uint()) == Yes
	case schema.Int:
		return int(v.Elem().Int())
	case schema.Date:
		return Date(v.Int()).String()
	}
	return v.String()
}
