package register

import (
	"reflect"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/tree"
	"github.com/openropa/ropa/register/value"
)

// text reads a text by language, or a string in the language of the register.
func (b *binder) text(n *tree.Node, target reflect.Value, f *plannedField) bool {
	if n.Kind == tree.Scalar && !b.strict {
		raw, ok := b.str(n, f.Name, "a text")
		if ok {
			target.Set(reflect.ValueOf(Text{b.language: raw}))
		}
		return ok
	}
	if n.Kind != tree.Map {
		b.wrongType(n, f.Name, textWords(b.strict))
		return false
	}
	text := make(Text, len(n.Members))
	ok := b.pairs(n, f, func(m *tree.Member) bool {
		if !isLanguage(m.Key) {
			b.hintComma(b.report(diag.InvalidTongue, b.placeOf(m), "found", m.Key), m, n.Flow && m != &n.Members[0])
			return false
		}
		raw, ok := b.pair(m, n.Flow && m != &n.Members[0])
		text[value.Language(m.Key)] = raw
		return ok
	})
	if ok {
		target.Set(reflect.ValueOf(text))
	}
	return ok
}

func textWords(strict bool) string {
	if strict {
		return "a text for each language"
	}
	return "a text, or one for each language"
}

// identifiers reads numbers by scheme.
func (b *binder) identifiers(n *tree.Node, target reflect.Value, f *plannedField) bool {
	if n.Kind != tree.Map {
		b.wrongType(n, f.Name, "a mapping of schemes to numbers")
		return false
	}
	numbers := make(Identifiers, len(n.Members))
	ok := b.pairs(n, f, func(m *tree.Member) bool {
		if !isID(m.Key) {
			p := b.report(diag.InvalidID, b.placeOf(m), "found", m.Key)
			p.Suggestions = kebab(m.Key)
			return false
		}
		raw, ok := b.pair(m, n.Flow && m != &n.Members[0])
		numbers[m.Key] = raw
		return ok
	})
	if ok {
		target.Set(reflect.ValueOf(numbers))
	}
	return ok
}

// pairs reads the members of a map that may not be empty.
func (b *binder) pairs(n *tree.Node, f *plannedField, read func(*tree.Member) bool) bool {
	if len(n.Members) == 0 {
		b.report(diag.EmptyMap, b.place(n), "field", f.Name)
		return false
	}
	ok := true
	for i := range n.Members {
		m := &n.Members[i]
		b.path = append(b.path, step{segment: m.Key, index: -1, item: true})
		ok = read(m) && ok
		b.pop()
	}
	return ok
}

// pair reads the string of one member.
func (b *binder) pair(m *tree.Member, comma bool) (string, bool) {
	if m.Value.IsNull() {
		b.hintComma(b.report(diag.NullValue, b.placeOf(m), "field", m.Key), m, comma)
		return "", false
	}
	if !b.spend(m.Value) {
		return "", false
	}
	return b.str(m.Value, m.Key, "a text")
}
