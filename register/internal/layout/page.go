package layout

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/openropa/ropa/register/internal/tree"
)

// Parse reads a YAML file together with its comments and empty lines. The
// file has been read and checked before: what that check refuses (anchors,
// tags, several documents) is an error here or comes out as written.
func Parse(data []byte) (*Page, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var doc yaml.Node
	if err := yaml.Load(data, &doc); err != nil {
		return nil, err
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) != 1 || doc.Content[0].Kind == yaml.ScalarNode {
		return nil, errors.New("neither a mapping nor a list")
	}
	b := pageReader{text: newText(string(data))}
	p := &Page{Root: b.block(doc.Content[0], nil)}
	if b.err != nil {
		return nil, b.err
	}
	b.text.scan(b.marks)
	for _, end := range b.text.ends {
		end.block.end = end.at
	}
	b.attach(p)
	return p, nil
}

// pageReader makes blocks of nodes and remembers the entries in their order.
type pageReader struct {
	text    *text
	entries []*Entry
	marks   []mark
	err     error
}

func (r *pageReader) block(n *yaml.Node, parent *Entry) *Block {
	b := &Block{}
	at := position{n.Line, n.Column}
	switch n.Kind {
	case yaml.ScalarNode:
		r.mark(n, b)
		b.Text = n.Value
		plain := n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) == 0
		b.Plain = plain && (n.Value == "" || guessed.MatchString(n.Value))
	case yaml.SequenceNode:
		b.Kind = tree.List
		r.mark(n, b)
		for _, item := range n.Content {
			e := &Entry{start: position{item.Line, item.Column}, parent: parent}
			if n.Style&yaml.FlowStyle == 0 {
				e.start.column = at.column
				r.dash(e)
			}
			r.add(b, e, item)
		}
	case yaml.MappingNode:
		b.Kind = tree.Map
		r.mark(n, b)
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			if key.Kind != yaml.ScalarNode {
				r.err = errors.New("a key that is not text")
				return b
			}
			r.mark(key, b)
			r.add(b, &Entry{Key: key.Value, start: position{key.Line, key.Column}, parent: parent}, n.Content[i+1])
		}
	default:
		r.err = errors.New("an alias")
	}
	b.Flow = n.Style&yaml.FlowStyle != 0
	return b
}

func (r *pageReader) add(b *Block, e *Entry, value *yaml.Node) {
	r.entries = append(r.entries, e)
	e.Value = r.block(value, e)
	b.Entries = append(b.Entries, e)
}

// mark remembers where something begins that may hold a # without comment.
func (r *pageReader) mark(n *yaml.Node, b *Block) {
	style := n.Style & (yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle | yaml.FlowStyle)
	if style != 0 {
		r.marks = append(r.marks, mark{at: position{n.Line, n.Column}, style: style, block: b})
	}
}

// dash moves the start of an element up to its dash: comments may stand
// between a dash and the value.
func (r *pageReader) dash(e *Entry) {
	for line := e.start.line; line > 0; line-- {
		if r.text.at(position{line, e.start.column}) == '-' {
			e.start.line = line
			return
		}
	}
}

// attach gives every comment and empty line to an entry.
func (r *pageReader) attach(p *Page) {
	slices.SortStableFunc(r.entries, func(a, b *Entry) int { return a.start.compare(b.start) })
	for _, c := range r.text.comments {
		i, _ := slices.BinarySearchFunc(r.entries, c.at, func(e *Entry, at position) int { return e.start.compare(at) })
		var before, after *Entry
		if i > 0 {
			before = r.entries[i-1].closed(c.at)
		}
		if i < len(r.entries) {
			after = r.entries[i]
		}
		switch {
		case !c.own && before != nil:
			before.Line = strings.TrimSpace(before.Line + " " + c.text)
		case after != nil && (before == nil || c.at.column <= after.start.column || before.inFlow() && after.parent == before.parent):
			r.head(p, before, after, c)
		case after == nil && (c.at.column == 1 || before == nil):
			p.Bottom = append(p.Bottom, r.comment(c))
		default:
			before = before.outTo(c.at.column)
			before.Foot = append(before.Foot, r.comment(c))
		}
	}
	for i, e := range r.entries {
		if i > 0 && e.start.line > r.entries[i-1].start.line {
			e.Blank = r.text.isBlank(e.start.line - 1)
		}
	}
}

// modeline begins a comment that tells an editor how to read the file.
const modeline = "# yaml-language-server:"

// head puts a comment above an entry. What stands at the beginning of the file
// and above an empty line, or begins with a line for editors, belongs to the
// file and stays on top when fields change places.
func (r *pageReader) head(p *Page, before, after *Entry, c comment) {
	switch {
	case before != nil:
		after.Head = append(after.Head, r.comment(c))
	case r.text.gap(c.at.line, after.start.line):
		p.Top, p.Gap = append(p.Top, r.comment(c)), true
	case strings.HasPrefix(c.text, modeline) || len(p.Top) > 0 && !p.Gap:
		p.Top, p.Gap = append(p.Top, r.comment(c)), false
	default:
		after.Head = append(after.Head, r.comment(c))
	}
}

func (r *pageReader) comment(c comment) Comment {
	return Comment{Text: c.text, Blank: r.text.isBlank(c.at.line - 1)}
}

// closed returns the entry that a comment at a place follows: e, or the owner
// of the outermost flow collection around e that has ended before the place.
func (e *Entry) closed(at position) *Entry {
	last := e
	for p := e.parent; p != nil; p = p.parent {
		if p.Value.Flow && p.Value.end.compare(at) < 0 {
			last = p
		}
	}
	return last
}

// inFlow reports whether the entry is part of a flow collection.
func (e *Entry) inFlow() bool { return e.parent != nil && e.parent.Value.Flow }

// outTo climbs to the entry around e that begins at a column or left of it.
func (e *Entry) outTo(column int) *Entry {
	for e.parent != nil && e.start.column > column {
		e = e.parent
	}
	return e
}
