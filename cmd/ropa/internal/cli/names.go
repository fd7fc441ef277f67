package cli

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// textOf returns the name of an entity for people, nil where it has none.
func textOf(e register.Entity) register.Text { return words.NameOf(e) }

// nameOf returns the name of an entity for people, else its id.
func (a *app) nameOf(view *register.View, kind register.Kind, id string) string {
	return a.words().Name(view, kind, id)
}

// namedIn names the entries of a register.
func (a *app) namedIn(view *register.View) func(register.Kind, string) string {
	return func(kind register.Kind, id string) string { return a.nameOf(view, kind, id) }
}
