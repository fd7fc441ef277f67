package register

import (
	"encoding/json"
	"math"
	"reflect"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/openropa/ropa/register/internal/tree"
)

// extension keeps the value of a key that begins with x- as JSON.
func (b *binder) extension(m *tree.Member, target reflect.Value) {
	if !b.spendAll(m.Value) {
		return
	}
	extensions, _ := target.Interface().(Extensions)
	if extensions == nil {
		extensions = make(Extensions)
		target.Set(reflect.ValueOf(extensions))
	}
	spot := b.begin(m.Key, m.Value.File, m.Line, m.Column, piece{position: inMapping})
	b.source.end(spot)
	extensions[m.Key] = json.RawMessage(appendValue(nil, m.Value))
}

// spendAll takes a value and all below it from the budget.
func (b *binder) spendAll(n *tree.Node) bool {
	ok := b.spend(n)
	for _, item := range n.Items {
		ok = ok && b.spendAll(item)
	}
	for i := range n.Members {
		ok = ok && b.spendAll(n.Members[i].Value)
	}
	return ok
}

// appendValue writes a node as JSON. A plain scalar is a number, a literal or
// null only where it is one in JSON; everything else is a string, so that a
// telephone number keeps its zero.
func appendValue(dst []byte, n *tree.Node) []byte {
	switch n.Kind {
	case tree.List:
		dst = append(dst, '[')
		for i, item := range n.Items {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendValue(dst, item)
		}
		return append(dst, ']')
	case tree.Map:
		dst = append(dst, '{')
		for i, m := range n.Members {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = appendString(dst, m.Key)
			dst = append(dst, ':')
			dst = appendValue(dst, m.Value)
		}
		return append(dst, '}')
	}
	switch {
	case n.IsNull():
		return append(dst, "null"...)
	case !n.Quoted && tree.IsJSONLiteral(n.Raw) && finite(n.Raw):
		return append(dst, n.Raw...)
	}
	return appendString(dst, n.Raw)
}

func appendString(dst []byte, s string) []byte {
	quoted, err := jsontext.AppendQuote(dst, s)
	if err != nil { // text that is no UTF-8 was refused with its file
		return append(dst, `""`...)
	}
	return quoted
}

// finite reports whether a number can be read back as one.
func finite(raw string) bool {
	if raw == "true" || raw == "false" {
		return true
	}
	f, err := strconv.ParseFloat(raw, 64)
	return err == nil && !math.IsInf(f, 0)
}
