package cli

import "github.com/openropa/ropa/register"

// textOf returns the name of an entity for people, nil where it has none.
func textOf(e register.Entity) register.Text {
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

// nameOf returns the name of an entity for people, else its id.
func (a *app) nameOf(view *register.View, kind register.Kind, id string) string {
	if e := view.Lookup(kind, id); e != nil {
		if name := a.name(textOf(e), view.Register()); name != "" {
			return name
		}
	}
	if words, ok := a.find("id." + id); ok && id == "all" {
		return words
	}
	return id
}
