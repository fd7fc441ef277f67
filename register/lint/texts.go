package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// NameOf returns the name of an entity for people, else its identifier.
func NameOf(view *register.View, k register.Kind, id string) value.Text {
	if t := words.NameOf(view.Lookup(k, id)); len(t) > 0 {
		return t
	}
	return plain(id)
}

// Enumerate joins texts as a sentence lists them, in the languages that findings
// are told in: the first few, and how many more there are.
func Enumerate(all []value.Text) value.Text { return enumerate(all) }

// ReadExample reads an example in which marks at the ends of lines tell the
// failing form from the mended one.
func ReadExample(name, text string) Example { return readExample(name, text) }
