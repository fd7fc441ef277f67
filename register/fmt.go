package register

import (
	"bytes"
	"reflect"
	"slices"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/layout"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/internal/tree"
)

// Format lays a file out as the authoring form is meant to look, without a
// change to what it says: fields in the order of the format, abbreviations where
// an entry needs no more, two spaces a level, quotes only where they are needed,
// an empty line between sections. Comments stay with what they stand at, and
// what its author put on one line stays there if it fits. A JSON file gets the
// canonical form with a line for every value.
//
// The name decides between YAML and JSON and stands in problems, as in Parse. A
// file may be a part of a register. One that Parse does not accept is not
// formatted: the result is nil and the problems tell why. Formatting twice is
// formatting once.
func Format(name string, data []byte, options ...Option) ([]byte, diag.Problems) {
	r, problems := parsePart(name, data, options)
	if problems.HasErrors() || r == nil {
		return nil, problems
	}
	var out []byte
	var err error
	if isJSON(name, data) {
		out, err = formatJSON(r, data)
	} else {
		out, err = formatYAML(r, data)
	}
	if err != nil {
		return nil, append(problems, diag.New(diag.Unreadable, "", diag.Place{File: name}, "detail", err.Error()))
	}
	// A layout that would change what the file says is worse than none.
	if after, _ := parsePart(name, out, options); !reflect.DeepEqual(r, after) {
		return data, problems
	}
	return out, problems
}

// parsePart parses a file that may be a part of a register: what only the whole
// needs is no problem.
func parsePart(name string, data []byte, options []Option) (*Register, diag.Problems) {
	r, _, problems := Parse(name, data, options...)
	problems = slices.DeleteFunc(problems, func(p diag.Problem) bool {
		return p.Code == diag.MissingField && p.At == "" && p.Args["field"] == "id"
	})
	if len(problems) == 0 {
		return r, nil
	}
	return r, problems
}

func formatYAML(r *Register, data []byte) ([]byte, error) {
	page, err := layout.Parse(data)
	if err != nil {
		return nil, err
	}
	comments := page.Comments()
	// Only a language that this very file states is that of its strings:
	// another part of the register may state another.
	c := collapser{language: r.Language}
	c.root(page.Root)
	out := layout.Append(nil, page)
	again, err := layout.Parse(out)
	if err != nil || !slices.Equal(comments, again.Comments()) {
		return data, nil
	}
	return out, nil
}

func formatJSON(r *Register, data []byte) ([]byte, error) {
	if r.Language != "" {
		return Save(r, JSON)
	}
	// Strings for texts are in the language that another part states: they
	// stay strings, and nothing is expanded.
	n, err := tree.JSONValue(bytes.TrimPrefix(data, []byte("\ufeff")))
	if err != nil {
		return nil, err
	}
	order(n, schema.Lookup("Register"))
	out, err := tree.AppendJSON(nil, n, "  ")
	return append(out, '\n'), err
}

// order puts the fields of an object and of all in it in their order.
func order(n *tree.Node, o *schema.Object) {
	for _, item := range n.Items {
		order(item, o)
	}
	for _, m := range n.Members {
		if f := o.Field(m.Key); f != nil && f.Kind == schema.Nested {
			order(m.Value, schema.Lookup(f.Type))
		}
	}
	slices.SortStableFunc(n.Members, func(a, b tree.Member) int { return compareFields(o, a.Key, b.Key) })
}
