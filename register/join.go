package register

import (
	"bytes"
	"reflect"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/internal/tree"
)

// telling are the keys that only a register has. Others, such as name,
// version and description, stand in many a file beside one.
var telling = tellingKeys()

func tellingKeys() map[string]bool {
	keys := map[string]bool{}
	for _, f := range schema.Lookup("Register").Fields {
		if f.Kind == schema.Nested && f.Name != "approval" {
			keys[f.Name] = true
		}
	}
	return keys
}

// isPart reports whether a document says that it is a part of a register, or
// has the keys of one.
func isPart(n *tree.Node) bool {
	if n.Kind != tree.Map {
		return false
	}
	for _, m := range n.Members {
		v := m.Value
		switch {
		case m.Key == "schema" && v.Kind == tree.Scalar && strings.HasPrefix(v.Raw, "ropa"):
			return true
		case telling[m.Key] && (v.Kind != tree.Scalar || v.Raw == none || v.IsNull()):
			return true
		}
	}
	return false
}

// mentionsRegister is isPart for a document that could not be read.
func mentionsRegister(data []byte) bool {
	if bytes.Contains(data, []byte("ropa/v")) {
		return true
	}
	for line := range bytes.Lines(data) {
		key, _, ok := bytes.Cut(line, []byte{':'})
		if ok && telling[string(bytes.Trim(key, "\" \t{,"))] {
			return true
		}
	}
	return false
}

// joiner makes one tree of the parts of a register: lists are joined, mappings
// merged, equal scalars may repeat, different ones are a problem.
type joiner struct {
	files    []file
	language string
	problems diag.Problems
	// own are the nodes made here, which may be changed.
	own map[*tree.Node]bool
}

func (j *joiner) join(parts []*tree.Node) *tree.Node {
	j.language = "und"
	for _, part := range parts {
		if l := languageOf(part); l != "und" {
			j.language = string(l)
			break
		}
	}
	j.own = make(map[*tree.Node]bool)
	whole := j.mine(parts[0])
	t := reflect.TypeFor[Register]()
	for _, part := range parts[1:] {
		j.merge(whole, part, planOf(t), "")
	}
	return whole
}

// mine returns a node that may be changed: a copy, where it is not one yet.
func (j *joiner) mine(n *tree.Node) *tree.Node {
	if j.own[n] {
		return n
	}
	c := *n
	c.Members = append([]tree.Member(nil), n.Members...)
	c.Items = append([]*tree.Node(nil), n.Items...)
	j.own[&c] = true
	return &c
}

// merge adds the members of a mapping to another. Without a plan nothing is
// known of its fields.
func (j *joiner) merge(into, from *tree.Node, p *plan, at string) {
	places := make(map[string]int, len(into.Members))
	for i, m := range into.Members {
		if _, ok := places[m.Key]; !ok {
			places[m.Key] = i
		}
	}
	for _, m := range from.Members {
		i, ok := places[m.Key]
		if !ok {
			into.Members = append(into.Members, m)
			continue
		}
		var f *plannedField
		if p != nil {
			if k, known := p.byName[m.Key]; known {
				f = &p.fields[k]
			}
		}
		into.Members[i].Value = j.value(into.Members[i].Value, m, f, p, join(at, m.Key))
	}
}

// value joins two values of one field.
func (j *joiner) value(a *tree.Node, m tree.Member, f *plannedField, p *plan, at string) *tree.Node {
	b := m.Value
	switch {
	case a.IsNull():
		return a
	case b.IsNull():
		return b
	case f != nil && f.List:
		return j.list(a, b, m, f, at)
	case f != nil && f.Kind == schema.Text:
		a, b = j.text(a, b), j.text(b, a)
	case f == nil && a.Kind == tree.List && b.Kind == tree.List:
		whole := j.mine(a)
		whole.Items = append(whole.Items, b.Items...)
		return whole
	}
	switch {
	case a.Kind == tree.Map && b.Kind == tree.Map:
		whole := j.mine(a)
		j.merge(whole, b, below(p, f), at)
		return whole
	case a.Kind == tree.Scalar && b.Kind == tree.Scalar && a.Raw == b.Raw &&
		(a.Quoted == b.Quoted || !strings.Contains("/"+at, "/x-")): // only there quotes make a difference
		return a
	}
	j.conflict(a, b, m, at)
	return a
}

// below returns the plan of the object in a field, or nil.
func below(p *plan, f *plannedField) *plan {
	if f == nil || f.Kind != schema.Nested || f.List {
		return nil
	}
	return planOf(p.goType.FieldByIndex(f.index).Type.Elem())
}

// text writes a string as a map by language where the other is one.
func (j *joiner) text(n, other *tree.Node) *tree.Node {
	if n.Kind != tree.Scalar || other.Kind != tree.Map {
		return n
	}
	return &tree.Node{
		Kind: tree.Map, File: n.File, Line: n.Line, Column: n.Column,
		Members: []tree.Member{{Key: j.language, Line: n.Line, Column: n.Column, Value: n}},
	}
}

// list joins two lists; a value that both lists of scalars hold stands once.
func (j *joiner) list(a, b *tree.Node, m tree.Member, f *plannedField, at string) *tree.Node {
	switch {
	case saysNone(a) && saysNone(b):
		return a
	case saysNone(a) || saysNone(b):
		j.conflict(a, b, m, at)
		return a
	case a.Kind == tree.List && len(a.Items) == 0: // reported when it is read
		return a
	case b.Kind == tree.List && len(b.Items) == 0:
		return b
	}
	whole := j.asList(a)
	have := map[string]bool{}
	if f.Kind != schema.Nested {
		for _, item := range whole.Items {
			have[item.Raw] = true
		}
	}
	for _, item := range itemsOf(b) {
		if item.Kind != tree.Scalar || f.Kind == schema.Nested || !have[item.Raw] {
			whole.Items = append(whole.Items, item)
		}
	}
	return whole
}

// asList returns a list that may be changed, of a value or of its elements.
func (j *joiner) asList(n *tree.Node) *tree.Node {
	if n.Kind == tree.List {
		return j.mine(n)
	}
	list := &tree.Node{Kind: tree.List, Items: []*tree.Node{n}, File: n.File, Line: n.Line, Column: n.Column}
	j.own[list] = true
	return list
}

func itemsOf(n *tree.Node) []*tree.Node {
	if n.Kind == tree.List {
		return n.Items
	}
	return []*tree.Node{n}
}

func (j *joiner) conflict(a, b *tree.Node, m tree.Member, at string) {
	p := diag.New(diag.ConflictingValue, at, j.place(b), "field", m.Key)
	p.Related = []diag.Related{{At: at, Place: j.place(a)}}
	j.problems = append(j.problems, p)
}

func (j *joiner) place(n *tree.Node) diag.Place {
	return diag.Place{File: j.files[n.File].name, Line: int(n.Line), Column: int(n.Column)}
}
