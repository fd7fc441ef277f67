package words

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// NameOf returns the name of an entity for people, nil where it has none.
func NameOf(e register.Entity) value.Text {
	switch e := e.(type) {
	case *register.Activity:
		return e.Name
	case *register.Party:
		return e.Name
	case *register.Agreement:
		return e.Name
	case *register.DataCategory:
		return e.Name
	case *register.DataSubject:
		return e.Name
	case *register.Purpose:
		return e.Name
	case *register.RetentionRule:
		return e.Name
	case *register.Event:
		return e.Name
	case *register.Operation:
		return e.Name
	case *register.System:
		return e.Name
	case *register.Measure:
		return e.Name
	case *register.Document:
		return e.Title
	case *register.Notice:
		return e.Title
	}
	return nil
}

// Name returns the name of an entity for people, else its id.
func (w Words) Name(view *register.View, kind register.Kind, id string) string {
	if e := view.Lookup(kind, id); e != nil {
		if name := w.Text(NameOf(e), view.Register()); name != "" {
			return name
		}
	}
	if words, ok := w.Find("id." + id); ok && id == "all" {
		return words
	}
	return id
}
