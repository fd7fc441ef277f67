package register

import (
	"maps"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/tree"
)

// extensions adds the keys that begin with x-. Their values keep the order of
// their keys and the digits of their numbers: what they mean is not ours to say.
func (u *unbinder) extensions(n *tree.Node, ext Extensions, object string, t *trail) {
	for _, key := range slices.Sorted(maps.Keys(ext)) {
		at := &trail{up: t, field: key}
		u.characters(key, at)
		if !strings.HasPrefix(key, "x-") {
			u.report(diag.UnknownField, at, "field", key, "object", object)
			continue
		}
		value, err := tree.JSONValue(ext[key])
		if err != nil {
			u.report(diag.Syntax, at, "format", "JSON", "detail", err.Error())
			continue
		}
		if hasNUL(value) {
			u.report(diag.BadCharacter, at, "character", "U+0000")
		}
		n.Members = append(n.Members, tree.Member{Key: key, Value: value})
	}
}

func hasNUL(n *tree.Node) bool {
	if strings.IndexByte(n.Raw, 0) >= 0 || slices.ContainsFunc(n.Items, hasNUL) {
		return true
	}
	return slices.ContainsFunc(n.Members, func(m tree.Member) bool {
		return strings.IndexByte(m.Key, 0) >= 0 || hasNUL(m.Value)
	})
}
