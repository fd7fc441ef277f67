// Package layout holds a YAML file as it is laid out for people: its values with
// the comments, the empty lines and the style that belong to them. It reads a
// file so that it can be written again, and it is the one writer of YAML.
package layout

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register/internal/tree"
)

// Block is a value as it is laid out in a YAML file: a tree like tree.Node, together
// with the comments, the empty lines and the style that belong to it.
type Block struct {
	Kind tree.Kind
	// Text is the text of a scalar.
	Text string
	// Plain: the scalar is written as it is, without quotes: a number, a
	// boolean, a date. Any other is a string and quoted where YAML would
	// guess something else.
	Plain bool
	// Flow: the list or mapping stands on one line, in brackets or braces,
	// where it fits and nothing in it has a comment.
	Flow bool
	// Entries are the elements of a list or the members of a mapping.
	Entries []*Entry

	end position // where a flow collection ends in the source
}

// Entry is an element of a list or a member of a mapping.
type Entry struct {
	// Key is the key of a member.
	Key   string
	Value *Block
	// Head are the comments above the entry, Line the one at the end of its
	// first line, Foot those below it.
	Head []Comment
	Line string
	Foot []Comment
	// Blank: an empty line stands before the entry, below its head.
	Blank bool
	// Apart: where the entry takes several lines, an empty line stands before
	// and after it.
	Apart bool

	start  position // in the source; of an element, its dash
	parent *Entry
}

// Comment is a comment on a line of its own.
type Comment struct {
	Text  string // with the #
	Blank bool   // an empty line stands before it
}

// HasComments reports whether the entry or anything in it carries a comment.
func (e *Entry) HasComments() bool {
	return len(e.Head) > 0 || e.Line != "" || len(e.Foot) > 0 || e.Value.HasComments()
}

// HasComments reports whether anything in the block carries a comment.
func (b *Block) HasComments() bool {
	for _, e := range b.Entries {
		if e.HasComments() {
			return true
		}
	}
	return false
}

// Get returns the entry of a key, or nil.
func (b *Block) Get(key string) *Entry {
	for _, e := range b.Entries {
		if e.Key == key {
			return e
		}
	}
	return nil
}

// New lays out a node without comments.
func New(n *tree.Node) *Block {
	b := &Block{Kind: n.Kind}
	switch n.Kind {
	case tree.Scalar:
		b.Text, b.Plain = n.Raw, !n.Quoted
	case tree.List:
		b.Entries = make([]*Entry, len(n.Items))
		for i, item := range n.Items {
			b.Entries[i] = &Entry{Value: New(item)}
		}
	case tree.Map:
		b.Entries = make([]*Entry, len(n.Members))
		for i, m := range n.Members {
			b.Entries[i] = &Entry{Key: m.Key, Value: New(m.Value)}
		}
	}
	return b
}

// Page is a YAML file: a block with what stands above and below it.
type Page struct {
	Top []Comment
	// Gap: an empty line stands below Top.
	Gap    bool
	Root   *Block
	Bottom []Comment
}

// Comments returns the words of all comments, sorted: a layout that keeps them
// keeps this.
func (p *Page) Comments() []string {
	var words []string
	add := func(comments []Comment) {
		for _, c := range comments {
			words = append(words, strings.Fields(c.Text)...)
		}
	}
	var walk func(b *Block)
	walk = func(b *Block) {
		for _, e := range b.Entries {
			add(e.Head)
			add(e.Foot)
			words = append(words, strings.Fields(e.Line)...)
			walk(e.Value)
		}
	}
	add(p.Top)
	add(p.Bottom)
	walk(p.Root)
	slices.Sort(words)
	return words
}
