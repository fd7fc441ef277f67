package register

import (
	"slices"

	"github.com/openropa/ropa/register/internal/layout"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/internal/tree"
)

// joined returns entries with neighbours that are equal but for what they refer
// to written as one: {to: [mollie, paypal], as: processor}. An entry with an id
// is one of its own, one with a comment stays with it, and entries that are nothing but
// a reference stay so.
func joined(entries []*layout.Entry, f *schema.Field) []*layout.Entry {
	if f.Kind != schema.Nested {
		return entries
	}
	reference := schema.Lookup(f.Type).Reference()
	if reference == "" {
		return entries
	}
	var out []*layout.Entry
	for _, e := range entries {
		if len(out) == 0 || !absorb(out[len(out)-1], e, reference) {
			out = append(out, e)
		}
	}
	return out
}

// mostJoined is the number of references that are joined in one entry: nobody
// reads more, and each is compared with all before it.
const mostJoined = 500

// absorb adds the reference of next to those of e and reports whether it could.
func absorb(e, next *layout.Entry, reference string) bool {
	if !joinable(e.Value, reference) || !joinable(next.Value, reference) || !equalBut(e.Value, next.Value, reference) {
		return false
	}
	list, more := e.Value.Get(reference), next.Value.Get(reference)
	if more.Value.Kind != tree.Scalar || len(list.Value.Entries) >= mostJoined || e.HasComments() || next.HasComments() {
		return false
	}
	if list.Value.Text == more.Value.Text || slices.ContainsFunc(list.Value.Entries, func(e *layout.Entry) bool {
		return e.Value.Text == more.Value.Text
	}) {
		return false // said twice of the same: two statements
	}
	if list.Value.Kind == tree.Scalar {
		list.Value = &layout.Block{Kind: tree.List, Flow: true, Entries: []*layout.Entry{{Value: list.Value}}}
	}
	list.Value.Entries = append(list.Value.Entries, &layout.Entry{Value: more.Value})
	list.Value.Flow = list.Value.Words()
	return true
}

func joinable(b *layout.Block, reference string) bool {
	return b.Kind == tree.Map && len(b.Entries) > 1 && b.Get(reference) != nil && b.Get("id") == nil
}

// equalBut reports whether two entries, in the order of their fields, are equal
// in everything but one field.
func equalBut(a, b *layout.Block, field string) bool {
	return slices.EqualFunc(a.Entries, b.Entries, func(x, y *layout.Entry) bool {
		return x.Key == y.Key && (x.Key == field || equal(x.Value, y.Value))
	})
}

func equal(a, b *layout.Block) bool {
	return a.Kind == b.Kind && a.Text == b.Text && a.Plain == b.Plain &&
		slices.EqualFunc(a.Entries, b.Entries, func(x, y *layout.Entry) bool {
			return x.Key == y.Key && equal(x.Value, y.Value)
		})
}
