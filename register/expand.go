package register

import (
	"reflect"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/internal/tree"
)

// The authoring form says in fewer words what the canonical form says in
// objects and lists. Here is what needs more than a look at a node; one value
// for a list of one is in list, a string for a text in text.

// bare reads a lone value that stands for an object: subjects: [customer]. A
// value that is no identifier is the text of the object where it has one.
func (b *binder) bare(n *tree.Node, v reflect.Value, p *plan) {
	name := p.object.Bare
	if p.object.BareText != "" && !isID(n.Raw) {
		name = p.object.BareText
	}
	f := &p.fields[p.byName[name]]
	b.push(name, unwritten)
	defer b.pop()
	target := v.FieldByIndex(f.index)
	if f.Kind == schema.Text {
		b.text(n, target, f)
		return
	}
	b.scalar(n, target, f)
}

// several returns the list for which an entry stands: {to: [mollie, paypal]}.
func (b *binder) several(n *tree.Node, p *plan) *tree.Node {
	if b.strict || p.expand < 0 || n.Kind != tree.Map {
		return nil
	}
	list := n.Get(p.fields[p.expand].Name)
	if list == nil || list.Kind != tree.List {
		return nil
	}
	return list
}

// expand makes an entry of each element of the list in its reference, at the
// place of the element.
func (b *binder) expand(l *entryList, n, several *tree.Node, index int) {
	f := &l.plan.fields[l.plan.expand]
	if len(several.Items) == 0 {
		b.push(l.names.name("", l.made), index)
		b.reportAt(f.Name, diag.EmptyList, b.place(several), "field", f.Name)
		b.pop()
		l.made++
		return
	}
	if l.plan.id >= 0 && len(several.Items) > 1 {
		if id := n.Get(l.plan.fields[l.plan.id].Name); id != nil {
			b.path = append(b.path, step{index: index, item: true}, step{segment: l.plan.fields[l.plan.id].Name, index: inMapping, item: true})
			b.report(diag.IDForSeveral, b.place(id))
			b.path = b.path[:len(b.path)-2]
			n = without(n, l.plan.fields[l.plan.id].Name)
		}
	}
	first := seenItems{}
	mute := b.mute
	for i, item := range several.Items {
		if item.Kind == tree.Scalar {
			if other := first.add(item); other != nil {
				b.path = append(b.path, step{index: index, item: true}, step{segment: f.Name, index: inMapping, item: true}, step{index: i, item: true})
				p := b.report(diag.DuplicateItem, b.place(item), "found", item.Raw, "field", f.Name)
				p.Related = []diag.Related{{Place: b.place(other)}}
				b.path = b.path[:len(b.path)-3]
				continue
			}
		}
		if i > 0 {
			b.mute = mute + 1
		}
		b.entry(l, n, item, index, override{field: l.plan.expand, node: item, element: i + 1})
		b.mute = mute
	}
}

// without returns a mapping that lacks a key.
func without(n *tree.Node, key string) *tree.Node {
	rest := *n
	rest.Members = nil
	for _, m := range n.Members {
		if m.Key != key {
			rest.Members = append(rest.Members, m)
		}
	}
	return &rest
}
