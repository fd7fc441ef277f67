package register

import (
	"cmp"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/internal/layout"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/internal/tree"
	"github.com/openropa/ropa/register/value"
)

const undetermined = value.Undetermined

// collapser turns a laid out register into the authoring form. It never moves
// or joins what has comments of its own.
type collapser struct {
	// language of plain strings; "" leaves texts as they are.
	language Language
	// fresh: nobody has laid the register out yet, so lists of words go on
	// one line. Else they stay as they were typed.
	fresh bool
}

// root collapses a whole register and puts an empty line between its sections.
// Between the entities of a section there is one where nobody has decided.
func (c *collapser) root(b *layout.Block) {
	o := schema.Lookup("Register")
	c.object(b, o)
	for _, e := range b.Entries {
		f := o.Field(e.Key)
		if f == nil || f.Kind != schema.Nested {
			continue
		}
		e.Apart = true
		for _, entity := range e.Value.Entries {
			entity.Apart = c.fresh && e.Value.Kind == tree.List
		}
	}
}

// object collapses the fields of an object and puts them in their order.
func (c *collapser) object(b *layout.Block, o *schema.Object) {
	for _, e := range b.Entries {
		if f := o.Field(e.Key); f != nil {
			c.field(e, f)
		}
	}
	slices.SortStableFunc(b.Entries, func(x, y *layout.Entry) int { return compareFields(o, x.Key, y.Key) })
}

// compareFields orders the fields of an object as the format lists them, and
// after them the keys that begin with x- by their letters.
func compareFields(o *schema.Object, a, b string) int {
	rank := func(key string) int {
		i := slices.IndexFunc(o.Fields, func(f schema.Field) bool { return f.Name == key })
		if i < 0 {
			return len(o.Fields)
		}
		return i
	}
	if i, j := rank(a), rank(b); i != j {
		return i - j
	} else if i < len(o.Fields) {
		return 0
	}
	return strings.Compare(a, b)
}

func (c *collapser) field(e *layout.Entry, f *schema.Field) {
	if f.None && e.Value.Kind == tree.Scalar && e.Value.Text == none {
		e.Value.Plain = true
		return
	}
	if !f.List || e.Value.Kind != tree.List {
		c.value(e, f)
		return
	}
	for _, item := range e.Value.Entries {
		c.value(item, f)
	}
	e.Value.Entries = joined(e.Value.Entries, f)
	if c.fresh {
		e.Value.Flow = e.Value.Words()
	}
	c.single(e, f)
}

// single writes a list of one as its element where that reads naturally.
func (c *collapser) single(e *layout.Entry, f *schema.Field) {
	if len(e.Value.Entries) != 1 || f.Kind != schema.Enum && f.Type != "RetentionUse" {
		return
	}
	item := e.Value.Entries[0]
	if item.Value.Kind == tree.Scalar && item.Value.Text != none {
		replace(e, item)
	}
}

// value collapses one value, be it a field or an element of a list.
func (c *collapser) value(e *layout.Entry, f *schema.Field) {
	if e.Value.Kind == tree.List {
		// Several references in one entry, as they were typed.
		for _, item := range e.Value.Entries {
			c.value(item, f)
		}
		return
	}
	switch f.Kind {
	case schema.Nested:
		if e.Value.Kind == tree.Map {
			o := schema.Lookup(f.Type)
			c.object(e.Value, o)
			c.bare(e, o)
			return
		}
		e.Value.Plain = false
	case schema.Text:
		c.text(e)
	case schema.Identifiers:
		for _, number := range e.Value.Entries {
			number.Value.Plain = false
		}
	case schema.Bool, schema.Int:
	case schema.Date:
		_, err := value.ParseDate(e.Value.Text)
		e.Value.Plain = err == nil
	case schema.Period:
		_, err := value.ParsePeriod(e.Value.Text)
		e.Value.Plain = err == nil
	default:
		e.Value.Plain = false
	}
}

// text writes a text in the language of the register alone as a string.
func (c *collapser) text(e *layout.Entry) {
	for _, translation := range e.Value.Entries {
		translation.Value.Plain = false
	}
	e.Value.Plain = false
	if e.Value.Kind == tree.Map && len(e.Value.Entries) == 1 && c.language != "" {
		if only := e.Value.Entries[0]; Language(only.Key) == c.language && only.Value.Kind == tree.Scalar {
			replace(e, only)
		}
	}
}

// bare writes an entry that is nothing but its reference, or nothing but its
// words, as a string, where reading that string gives the same entry.
func (c *collapser) bare(e *layout.Entry, o *schema.Object) {
	if len(e.Value.Entries) != 1 || o.Bare == "" {
		return
	}
	only := e.Value.Entries[0]
	s := only.Value.Text
	if only.Value.Kind != tree.Scalar || s == none {
		return
	}
	switch {
	case only.Key == o.Bare && (o.BareText == "" || isID(s)),
		only.Key == o.BareText && !isID(s):
		replace(e, only)
	}
}

// replace puts the value of an entry's only part in its place, unless comments
// stand between them.
func replace(e, part *layout.Entry) {
	if len(part.Head) > 0 || len(part.Foot) > 0 || e.Line != "" && part.Line != "" {
		return
	}
	e.Value = part.Value
	e.Line = cmp.Or(e.Line, part.Line)
}
