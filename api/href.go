package api

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/openropa/ropa/api/store"
	"github.com/openropa/ropa/api/store/entries"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// The address of an entry names it as the register does (retentionRules/orders-7y);
// its path is written as paths are (entities/retention-rules/orders-7y).

// pathOf is the name of a kind in paths: data-categories of dataCategories.
func pathOf(kind register.Kind) string {
	var b strings.Builder
	for _, r := range string(kind) {
		if unicode.IsUpper(r) {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// hrefTo is the path of an entry below its register.
func hrefTo(kind register.Kind, key string) string {
	return "entities/" + pathOf(kind) + "/" + url.PathEscape(key)
}

// hrefOf is the path of the entry in which an address lies; nil where it lies in
// none, as the register's own fields do.
func hrefOf(at string) *string {
	kind, key, ok := entryAt(at)
	if !ok {
		return nil
	}
	href := hrefTo(kind, key)
	return &href
}

// entryAt is the entry in which an address lies.
func entryAt(at string) (kind register.Kind, key string, ok bool) {
	first, rest, _ := strings.Cut(at, "/")
	key, _, _ = strings.Cut(rest, "/")
	return entries.Parse(first + "/" + key)
}

// addressAsked reads the address of an entry as a caller writes it, in the letters of
// answers, in those of paths or as the whole href, or that of the register's own fields.
func addressAsked(asked string) (string, *problem) {
	if asked == "" || asked == store.AtHead {
		return asked, nil
	}
	p := sorry(requestInvalid, "The query asks for something that is no address.")
	first, rest, _ := strings.Cut(strings.TrimPrefix(asked, "entities/"), "/")
	kinds := register.Kinds()
	if i := slices.IndexFunc(kinds, func(k register.Kind) bool { return string(k) == first || pathOf(k) == first }); i >= 0 {
		if kind, key, ok := entryAt(string(kinds[i]) + "/" + rest); ok {
			return entries.At(kind, key), nil
		}
		return "", p.about("of", "invalid-parameter", "Expected an identifier after the kind, such as activities/payments.", nil)
	}
	known := []string{store.AtHead}
	for _, kind := range kinds {
		known = append(known, string(kind))
	}
	return "", p.about("of", "invalid-parameter", "Expected a kind of entry and an identifier, such as activities/payments, or register.", diag.Suggest(first, known))
}
