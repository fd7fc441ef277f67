package tables

import (
	"strings"
	"unicode/utf8"

	"github.com/openropa/ropa/api/store"
)

// A column of text holds no other characters than those of Unicode, and PostgreSQL
// no NUL. What comes from outside is held against that here.

// storable reports whether a text can stand in a column.
func storable(s string) bool { return utf8.ValidString(s) && !strings.ContainsRune(s, 0) }

// cleaned is a text without what cannot stand in a column.
func cleaned(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd")
}

// possible reports whether there can be a register of a key.
func possible(key store.Key) bool { return storable(key.Tenant) && storable(key.Register) }
