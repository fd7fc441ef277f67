// Package tree holds a document as it was written, before anybody decides what
// its values mean: mappings, lists and scalars with their raw text and their
// places. YAML and JSON become the same tree, and a tree becomes either.
package tree

// Kind is the kind of a node.
type Kind uint8

// Kinds of nodes.
const (
	Scalar Kind = iota
	List
	Map
)

// Node is a value of a document.
type Node struct {
	Kind Kind
	// Raw is the text of a scalar as it was written: 05, NO, 2018-05-25.
	Raw string
	// Quoted: the scalar was written as a string (in quotes, as a block), so
	// that it is never null, a boolean or a number.
	Quoted bool
	// Flow: a list or mapping was written in brackets or braces.
	Flow bool
	// Items are the elements of a list.
	Items []*Node
	// Members are the keys and values of a mapping, in their order.
	Members []Member
	// Line and Column are where the value begins, from 1; 0 is unknown.
	// File is the index of the file in the source it belongs to.
	File         uint16
	Line, Column uint32
}

// Member is a key of a mapping with its value.
type Member struct {
	Key          string
	Line, Column uint32
	Value        *Node
}

// Get returns the value of a key, or nil.
func (n *Node) Get(key string) *Node {
	for i := range n.Members {
		if n.Members[i].Key == key {
			return n.Members[i].Value
		}
	}
	return nil
}

// IsNull reports whether the node is an empty or null scalar that was not
// written as a string.
func (n *Node) IsNull() bool {
	if n.Kind != Scalar || n.Quoted {
		return false
	}
	switch n.Raw {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}
