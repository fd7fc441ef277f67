package tree

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/openropa/ropa/register/diag"
)

// ReadJSON reads a JSON document into the same tree as ReadYAML: strings are
// Quoted, numbers and literals keep their text and are not. Duplicate keys,
// lone surrogates and anything after the document are problems; problems carry
// JSON pointers.
func ReadJSON(name string, file uint16, data []byte, limits Limits) (*Node, diag.Problems) {
	r := &jsonReader{reader: reader{name: name, file: file, limits: limits}, line: 1}
	if r.tooLarge(data) {
		return nil, r.problems
	}
	r.data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if !utf8.Valid(r.data) {
		line, column := position(r.data, invalidAt(r.data))
		r.report(diag.Encoding, line, column)
		return nil, r.problems
	}
	r.decoder = jsontext.NewDecoder(bytes.NewBuffer(r.data), jsontext.AllowDuplicateNames(true))
	n := r.value(1)
	if !r.failed {
		r.end()
	}
	if r.failed {
		return nil, r.problems
	}
	return n, r.problems
}

type jsonReader struct {
	reader
	data    []byte
	decoder *jsontext.Decoder
	failed  bool
	// at is an offset, line its line and runes the characters before it there.
	at, line, runes int
}

// move returns line and column of an offset that lies behind the last one.
func (r *jsonReader) move(to int) (line, column int) {
	to = min(max(to, r.at), len(r.data))
	between := r.data[r.at:to]
	if i := bytes.LastIndexByte(between, '\n'); i >= 0 {
		r.line += bytes.Count(between, []byte{'\n'})
		r.runes = 0
		between = between[i+1:]
	}
	r.runes += utf8.RuneCount(between)
	r.at = to
	return r.line, r.runes + 1
}

// fail reports an error of the decoder and ends the reading.
func (r *jsonReader) fail(err error) {
	r.failed = true
	at, detail := len(r.data), "unexpected end of text"
	var e *jsontext.SyntacticError
	switch {
	case errors.As(err, &e):
		at = int(e.ByteOffset)
		if e.Err != nil && !errors.Is(e.Err, io.ErrUnexpectedEOF) {
			detail = strings.TrimPrefix(e.Err.Error(), "jsontext: ")
		}
	case !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
		detail = strings.TrimPrefix(err.Error(), "jsontext: ")
	}
	line, column := position(r.data, min(max(at, 0), len(r.data)))
	if strings.Contains(detail, "surrogate") {
		r.report(diag.BadCharacter, line, column, "character", escapeAt(r.data, at))
		return
	}
	r.report(diag.Syntax, line, column, "format", "JSON", "detail", shorten(detail))
}

// end makes sure that nothing follows the document.
func (r *jsonReader) end() {
	rest := bytes.TrimLeft(r.data[r.decoder.InputOffset():], " \t\r\n")
	if len(rest) == 0 {
		return
	}
	line, column := r.move(len(r.data) - len(rest))
	r.failed = true
	r.report(diag.Syntax, line, column, "format", "JSON", "detail", "text after the end of the document")
}

// value reads the next value.
func (r *jsonReader) value(depth int) *Node {
	switch r.decoder.PeekKind() {
	case '{':
		return r.object(depth)
	case '[':
		return r.array(depth)
	}
	raw, line, column, ok := r.scalar()
	if !ok {
		return nil
	}
	n := r.node(Scalar, line, column)
	if n == nil {
		r.failed = true
		return nil
	}
	if raw[0] != '"' {
		n.Raw = string(raw)
		return n
	}
	n.Quoted = true
	n.Raw = r.unquote(raw, line, column)
	return n
}

// scalar reads the raw text of a string, number or literal and its place.
func (r *jsonReader) scalar() (raw jsontext.Value, line, column int, ok bool) {
	raw, err := r.decoder.ReadValue()
	if err != nil {
		r.fail(err)
		return nil, 0, 0, false
	}
	line, column = r.move(int(r.decoder.InputOffset()) - len(raw))
	if len(raw) > r.limits.Scalar {
		r.report(diag.ScalarTooLong, line, column, "limit", strconv.Itoa(r.limits.Scalar))
	}
	return raw, line, column, true
}

func (r *jsonReader) unquote(raw jsontext.Value, line, column int) string {
	inner := raw[1 : len(raw)-1]
	if bytes.IndexByte(inner, '\\') < 0 {
		return string(inner)
	}
	text, err := jsontext.AppendUnquote(nil, raw)
	if err != nil {
		r.fail(err)
		return ""
	}
	if bytes.IndexByte(text, 0) >= 0 {
		r.report(diag.BadCharacter, line, column, "character", "U+0000")
	}
	return string(text)
}

// open reads the bracket or brace that begins a collection.
func (r *jsonReader) open(kind Kind, depth int) *Node {
	if _, err := r.decoder.ReadToken(); err != nil {
		r.fail(err)
		return nil
	}
	line, column := r.move(int(r.decoder.InputOffset()) - 1)
	if depth > r.limits.Depth {
		r.report(diag.TooDeep, line, column, "limit", strconv.Itoa(r.limits.Depth))
		r.failed = true
		return nil
	}
	n := r.node(kind, line, column)
	if n == nil {
		r.failed = true
		return nil
	}
	n.Flow = true
	return n
}

// close reads the bracket or brace that ends a collection.
func (r *jsonReader) close() {
	if _, err := r.decoder.ReadToken(); err != nil {
		r.fail(err)
	}
}

// more reports whether the collection goes on.
func (r *jsonReader) more() bool {
	if r.failed {
		return false
	}
	k := r.decoder.PeekKind()
	return k != ']' && k != '}'
}

func (r *jsonReader) array(depth int) *Node {
	n := r.open(List, depth)
	if n == nil {
		return nil
	}
	for r.more() {
		r.path = append(r.path, step{index: len(n.Items)})
		item := r.value(depth + 1)
		if r.failed {
			return nil
		}
		r.path = r.path[:len(r.path)-1]
		n.Items = append(n.Items, item)
	}
	r.close()
	return n
}

func (r *jsonReader) object(depth int) *Node {
	n := r.open(Map, depth)
	if n == nil {
		return nil
	}
	for r.more() {
		raw, line, column, ok := r.scalar()
		if !ok || !r.count(line, column) {
			r.failed = true
			return nil
		}
		key := r.unquote(raw, line, column)
		r.path = append(r.path, step{key, -1})
		v := r.value(depth + 1)
		if r.failed {
			return nil
		}
		r.path = r.path[:len(r.path)-1]
		n.Members = append(n.Members, Member{Key: key, Line: uint32(line), Column: uint32(column), Value: v})
	}
	r.close()
	r.duplicates(n.Members)
	return n
}
