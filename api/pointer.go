package api

import (
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
)

// pointing returns the JSON pointer of a problem into what a caller sent, and
// whether the problem lies there; "" is all of it. Nil where nothing was sent.
type pointing func(diag.Problem) (pointer string, ok bool)

// ofReading are the pointers of problems that the reading of a body found.
func ofReading(p diag.Problem) (string, bool) { return p.Pointer, true }

// ofWhole are those of problems of a register that was sent as a whole.
func ofWhole(source *register.Source) pointing {
	return func(p diag.Problem) (string, bool) { return source.Pointer(p.At), p.Layer == "" }
}

// ofEntry are those of problems of a register into which one entry was put. The
// entry is read again when there is a problem.
func ofEntry(kind register.Kind, e register.Entity, raw []byte) pointing {
	var source *register.Source
	return func(p diag.Problem) (string, bool) {
		below, ok := belowEntry(p, kind, e.Key())
		if !ok {
			return "", false
		}
		if source == nil {
			source = register.EntitySource(raw, e)
		}
		pointer := source.Pointer(below)
		return pointer, pointer != "" || below == ""
	}
}

// keyPointer leads to what an entry is known by.
func keyPointer(e register.Entity) string {
	if right, ok := e.(*register.Right); ok && right.ID == "" {
		return "/right"
	}
	return "/id"
}

// belowEntry is the address of a problem below an entry, and whether it lies there.
func belowEntry(p diag.Problem, kind register.Kind, key string) (string, bool) {
	ofKind, rest, _ := strings.Cut(p.At, "/")
	id, below, _ := strings.Cut(rest, "/")
	switch {
	case ofKind != string(kind):
		return "", false
	case p.Code == diag.Cycle:
		// It goes through the entry, without which there was none, wherever it
		// begins.
		return p.Args["field"], true
	}
	return below, id == key && p.Layer == ""
}
