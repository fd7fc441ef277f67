package main

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/internal/tree"
)

const authoringDescription = "What people type in YAML, for editors: beside the canonical form an identifier for an entry that is nothing more, one value for a list of one, a list in the reference of an entry for several equal entries, a string for a text in the language of the register."

// authoring derives the schema for editors from the definition.
func authoring(data []byte, d *schema.Model) ([]byte, error) {
	root, err := tree.JSONValue(data)
	if err != nil {
		return nil, err
	}
	a := authoringSchema{defs: root.Get("$defs"), objects: make(map[string]schema.ModelObject), inLists: make(map[string]bool)}
	for _, o := range d.Objects {
		a.objects[o.Name] = o
		for _, f := range o.Fields {
			if f.List && f.Kind == schema.Nested {
				a.inLists[f.Type] = true
			}
		}
	}
	set(root, "$id", str(strings.Replace(d.ID, "register.schema", "register.authoring.schema", 1)))
	set(root, "description", str(authoringDescription))
	for i := range a.defs.Members {
		m := &a.defs.Members[i]
		a.define(m)
	}
	strip(root)
	out, err := tree.AppendJSON(nil, root, "  ")
	return append(out, '\n'), err
}

type authoringSchema struct {
	defs    *tree.Node
	objects map[string]schema.ModelObject
	// inLists: objects that are elements of lists.
	inLists map[string]bool
}

// define rewrites one definition.
func (a *authoringSchema) define(m *tree.Member) {
	o, isObject := a.objects[m.Key]
	switch {
	case m.Key == "Id", m.Key == "String":
		// What YAML takes for a number or a boolean is read as it was typed.
		set(m.Value, "type", list(str("string"), str("number"), str("boolean")))
	case m.Key == "Text":
		m.Value = either(m.Value, ref("String"))
	case m.Value.Get("enum") != nil:
		words(m.Value)
	case m.Key == "Remarks":
		a.properties(m.Value, nil)
	case isObject:
		a.properties(m.Value, &o)
		if o.Bare != "" {
			m.Value = either(m.Value, bare(o))
		}
	}
}

// bare returns the schema of the string that stands for an object.
func bare(o schema.ModelObject) *tree.Node {
	if o.BareText != "" {
		return ref("String")
	}
	f := o.Object.Field(o.Bare)
	switch f.Kind {
	case schema.Enum:
		return ref(f.Type)
	case schema.Country:
		return ref("Country")
	case schema.String:
		return ref("String")
	}
	return ref("Id")
}

func (a *authoringSchema) properties(n *tree.Node, o *schema.ModelObject) {
	properties := n.Get("properties").Members
	for i := range properties {
		p := &properties[i]
		if o != nil && o.Properties[i].Remark {
			// Editors show the description that stands beside the reference.
			set(p.Value, "description", str(o.Properties[i].Description))
			continue
		}
		switch {
		case p.Value.Get("items") != nil:
			p.Value = severalOrOne(p.Value)
		case o != nil && a.inLists[o.Name] && p.Key == o.Reference():
			p.Value = oneOrSeveral(p.Value)
		}
	}
}

// severalOrOne lets a list be one element, or the word none where it may be.
func severalOrOne(n *tree.Node) *tree.Node {
	several := object("type", str("array"), "minItems", n.Get("minItems"))
	if unique := n.Get("uniqueItems"); unique != nil {
		set(several, "uniqueItems", unique)
	}
	set(several, "items", n.Get("items"))
	choices := []*tree.Node{several, n.Get("items")}
	if n.Get("type").Kind == tree.List {
		choices = append(choices, object("const", str("none")))
	}
	return object("description", n.Get("description"), "anyOf", list(choices...))
}

// oneOrSeveral lets the reference of an entry be a list.
func oneOrSeveral(n *tree.Node) *tree.Node {
	one := object("$ref", n.Get("$ref"))
	several := object("type", str("array"), "minItems", &tree.Node{Raw: "1"}, "uniqueItems", &tree.Node{Raw: "true"}, "items", one)
	return object("description", n.Get("description"), "anyOf", list(one, several))
}

// either lets a definition be something else instead.
func either(n, other *tree.Node) *tree.Node {
	description := n.Get("description")
	n.Members = slices.DeleteFunc(n.Members, func(m tree.Member) bool { return m.Key == "description" })
	return object("description", description, "anyOf", list(other, n))
}

// words adds to an enumeration what YAML takes some of its words for, and the
// descriptions that editors show.
func words(n *tree.Node) {
	described := n.Get("x-enum-descriptions")
	var all, descriptions []*tree.Node
	add := func(word *tree.Node, name string) {
		all = append(all, word)
		d := str("")
		if described != nil && described.Get(name) != nil {
			d = described.Get(name)
		}
		descriptions = append(descriptions, d)
	}
	for _, word := range n.Get("enum").Items {
		add(word, word.Raw)
		switch {
		case tree.IsJSONLiteral(word.Raw):
			add(&tree.Node{Raw: word.Raw}, word.Raw)
		case word.Raw == "NO":
			add(&tree.Node{Raw: "false"}, word.Raw) // Norway, in YAML 1.1
		}
	}
	if len(all) > len(n.Get("enum").Items) {
		n.Members = slices.DeleteFunc(n.Members, func(m tree.Member) bool { return m.Key == "type" })
	}
	set(n, "enum", list(all...))
	if described != nil {
		set(n, "enumDescriptions", list(descriptions...))
	}
}

// strip takes out what is said for auditors.
func strip(n *tree.Node) {
	n.Members = slices.DeleteFunc(n.Members, func(m tree.Member) bool { return strings.HasPrefix(m.Key, "x-") })
	for _, m := range n.Members {
		strip(m.Value)
	}
	for _, item := range n.Items {
		strip(item)
	}
}

func str(s string) *tree.Node { return &tree.Node{Raw: s, Quoted: true} }

func list(items ...*tree.Node) *tree.Node { return &tree.Node{Kind: tree.List, Items: items} }

func ref(name string) *tree.Node { return object("$ref", str("#/$defs/"+name)) }

// object returns a mapping of names and nodes by turns.
func object(pairs ...any) *tree.Node {
	n := &tree.Node{Kind: tree.Map}
	for i := 0; i+1 < len(pairs); i += 2 {
		n.Members = append(n.Members, tree.Member{Key: pairs[i].(string), Value: pairs[i+1].(*tree.Node)})
	}
	return n
}

func set(n *tree.Node, key string, value *tree.Node) {
	for i := range n.Members {
		if n.Members[i].Key == key {
			n.Members[i].Value = value
			return
		}
	}
	n.Members = append(n.Members, tree.Member{Key: key, Value: value})
}
