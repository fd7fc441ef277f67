package tree

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/openropa/ropa/register/diag"
)

// ReadYAML reads a YAML document. Nothing is guessed: a scalar keeps its text,
// so that 05, NO, 2018-05-25 and phone numbers stay what they are. Anchors,
// aliases, merge keys, tags, keys that are no plain scalars and further
// documents are problems. The node is nil where the file has no content or
// could not be read; file is the number that its nodes carry.
func ReadYAML(name string, file uint16, data []byte, limits Limits) (*Node, diag.Problems) {
	r := &yamlReader{reader: reader{name: name, file: file, limits: limits}}
	if r.tooLarge(data) || !r.text(data) || r.crowded(data) {
		return nil, r.problems
	}
	document := r.load(data)
	if document == nil {
		return nil, r.problems
	}
	n := r.walk(document, 1)
	if r.full {
		n = nil
	}
	return n, r.problems
}

type yamlReader struct{ reader }

// text reports bytes that are no UTF-8 and characters that YAML forbids, which
// the parser would report without their place.
func (r *yamlReader) text(data []byte) bool {
	if !utf8.Valid(data) {
		line, column := position(data, invalidAt(data))
		r.report(diag.Encoding, line, column)
		return false
	}
	for i, c := range data {
		if c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7f {
			line, column := position(data, i)
			r.report(diag.BadCharacter, line, column, "character", fmt.Sprintf("U+%04X", c))
			return false
		}
	}
	return true
}

// crowded refuses a file that is bound to have more nodes than allowed before
// it is parsed: the parser keeps the tokens of a whole flow collection, over a
// kilobyte for each, so that 32 MiB of commas would take all memory. Every
// node stands behind one of these marks; honest text has few of them.
func (r *yamlReader) crowded(data []byte) bool {
	marks := 3 * bytes.Count(data, []byte{','})
	for _, mark := range []string{"\n", "[", "{", "- ", "? "} {
		marks += bytes.Count(data, []byte(mark))
	}
	if marks <= 2*r.limits.Nodes {
		return false
	}
	r.report(diag.TooManyNodes, 0, 0, "limit", strconv.Itoa(r.limits.Nodes))
	return true
}

// depthLimit stops the parser early; the walk finds the exact depth.
type depthLimit int

var errDepth = errors.New("nested too deep")

func (d depthLimit) CheckDepth(depth int, _ *yaml.DepthContext) error {
	if depth > int(d) {
		return errDepth
	}
	return nil
}

func (depthLimit) CheckAlias(int, int) error { return nil }

// load parses one document and makes sure that no other follows.
func (r *yamlReader) load(data []byte) (document *yaml.Node) {
	defer func() {
		if recover() != nil { // a fault of the parser must not be ours
			r.report(diag.Syntax, 0, 0, "format", "YAML", "detail", "the text confuses the parser")
			document = nil
		}
	}()
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithPlugin(depthLimit(r.limits.Depth+2)))
	if err != nil {
		r.report(diag.Syntax, 0, 0, "format", "YAML", "detail", err.Error())
		return nil
	}
	var first, second yaml.Node
	switch err := loader.Load(&first); {
	case errors.Is(err, io.EOF):
		return nil
	case err != nil:
		r.syntax(err, data)
		return nil
	}
	switch err := loader.Load(&second); {
	case errors.Is(err, io.EOF):
	case err != nil:
		r.syntax(err, data)
		return nil
	default:
		r.report(diag.SeveralDocuments, second.Line, second.Column)
	}
	return &first
}

// syntax turns an error of the parser into a problem.
func (r *yamlReader) syntax(err error, data []byte) {
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		r.report(diag.Syntax, 0, 0, "format", "YAML", "detail", shorten(strings.TrimPrefix(err.Error(), "yaml: ")))
		return
	}
	mark := e.Mark
	if mark.Line == 0 {
		mark = e.ContextMark
	}
	switch {
	case strings.Contains(e.Message, errDepth.Error()), strings.Contains(e.Message, "max depth"):
		r.report(diag.TooDeep, mark.Line, mark.Column, "limit", strconv.Itoa(r.limits.Depth))
	case strings.Contains(e.Message, "Unicode character escape"):
		r.report(diag.BadCharacter, mark.Line, mark.Column, "character", escapeAt(data, mark.Index))
	default:
		detail := e.Message
		if e.ContextMsg != "" {
			detail += " (" + e.ContextMsg + ")"
		}
		r.report(diag.Syntax, mark.Line, mark.Column, "format", "YAML", "detail", shorten(detail))
	}
}

// escapeAt returns the escape sequence at an offset or just before it.
func escapeAt(data []byte, at int) string {
	start := bytes.LastIndexByte(data[:min(max(at, 0)+1, len(data))], '\\')
	if start < 0 || start+1 >= len(data) {
		return "an impossible escape"
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[data[start+1]]
	return string(bytes.ToValidUTF8(data[start:min(start+2+digits, len(data))], nil))
}

// walk makes a tree of parsed nodes. It lets go of each that it is done with:
// the two trees of a large file would else stand in memory side by side.
func (r *yamlReader) walk(n *yaml.Node, depth int) *Node {
	if n.Kind == yaml.DocumentNode {
		if len(n.Content) == 0 {
			return nil
		}
		return r.walk(n.Content[0], depth)
	}
	r.marks(n)
	switch n.Kind {
	case yaml.ScalarNode:
		return r.scalar(n)
	case yaml.SequenceNode:
		return r.list(n, depth)
	case yaml.MappingNode:
		return r.mapping(n, depth)
	}
	return nil // an alias was reported, and is left out
}

// marks reports anchors, aliases and tags.
func (r *yamlReader) marks(n *yaml.Node) {
	if n.Anchor != "" || n.Kind == yaml.AliasNode {
		r.report(diag.Anchor, n.Line, n.Column)
	}
	if n.Style&yaml.TaggedStyle != 0 || n.Tag == "!" {
		r.report(diag.Tag, n.Line, n.Column, "tag", shorten(n.Tag))
	}
}

const quotedStyles = yaml.SingleQuotedStyle | yaml.DoubleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle

func (r *yamlReader) scalar(n *yaml.Node) *Node {
	node := r.node(Scalar, n.Line, n.Column)
	if node == nil {
		return nil
	}
	node.Raw, node.Quoted = n.Value, n.Style&quotedStyles != 0
	r.value(n)
	return node
}

// value reports a scalar that is too long or holds U+0000.
func (r *yamlReader) value(n *yaml.Node) {
	if len(n.Value) > r.limits.Scalar {
		r.report(diag.ScalarTooLong, n.Line, n.Column, "limit", strconv.Itoa(r.limits.Scalar))
	}
	if strings.IndexByte(n.Value, 0) >= 0 {
		r.report(diag.BadCharacter, n.Line, n.Column, "character", "U+0000")
	}
}

func (r *yamlReader) deep(n *yaml.Node, depth int) bool {
	if depth <= r.limits.Depth {
		return false
	}
	r.report(diag.TooDeep, n.Line, n.Column, "limit", strconv.Itoa(r.limits.Depth))
	return true
}

func (r *yamlReader) list(n *yaml.Node, depth int) *Node {
	node := r.node(List, n.Line, n.Column)
	if node == nil || r.deep(n, depth) {
		return node
	}
	node.Flow = n.Style&yaml.FlowStyle != 0
	node.Items = make([]*Node, 0, len(n.Content))
	for i, c := range n.Content {
		r.path = append(r.path, step{index: i})
		if item := r.walk(c, depth+1); item != nil {
			node.Items = append(node.Items, item)
		}
		r.path = r.path[:len(r.path)-1]
		n.Content[i] = nil
		if r.full {
			return node
		}
	}
	return node
}

func (r *yamlReader) mapping(n *yaml.Node, depth int) *Node {
	node := r.node(Map, n.Line, n.Column)
	if node == nil || r.deep(n, depth) {
		return node
	}
	node.Flow = n.Style&yaml.FlowStyle != 0
	node.Members = make([]Member, 0, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		v := r.member(k, n.Content[i+1], depth+1)
		n.Content[i], n.Content[i+1] = nil, nil
		if r.full {
			return node
		}
		if r.key(k) && v != nil {
			node.Members = append(node.Members, Member{Key: k.Value, Line: uint32(k.Line), Column: uint32(k.Column), Value: v})
		}
	}
	r.duplicates(node.Members)
	return node
}

// member reads the value of a key. Only a key that is plain text leads to it.
func (r *yamlReader) member(k, v *yaml.Node, depth int) *Node {
	if k.Kind == yaml.ScalarNode && !isMerge(k) {
		r.path = append(r.path, step{k.Value, -1})
		defer func() { r.path = r.path[:len(r.path)-1] }()
	}
	return r.walk(v, depth)
}

func isMerge(k *yaml.Node) bool { return k.Tag == "!!merge" && k.Style&quotedStyles == 0 }

// key reports a key that is no plain text. Its text is its name, whatever YAML
// takes it for: NO is the country, not a boolean.
func (r *yamlReader) key(k *yaml.Node) bool {
	if !r.count(k.Line, k.Column) {
		return false
	}
	switch {
	case isMerge(k):
		r.report(diag.Anchor, k.Line, k.Column)
		return false
	case k.Kind == yaml.AliasNode:
		r.marks(k)
		return false
	case k.Kind != yaml.ScalarNode, k.Value == "", k.Tag == "!!null" && k.Style&quotedStyles == 0:
		r.report(diag.KeyNotString, k.Line, k.Column)
		return false
	}
	r.marks(k)
	r.value(k)
	return true
}

// position returns the line and column of an offset; columns count characters.
func position(data []byte, at int) (line, column int) {
	before := bytes.TrimPrefix(data[:at], []byte("\ufeff"))
	line = 1 + bytes.Count(before, []byte{'\n'})
	return line, 1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:])
}

// invalidAt returns the offset of the first byte that is no UTF-8.
func invalidAt(data []byte) int {
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		if c == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return len(data)
}

// shorten keeps a message to what a line can show.
func shorten(s string) string {
	const most = 120
	if len(s) <= most {
		return s
	}
	cut := most
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return s[:cut] + "…"
}
