package register

import (
	"strconv"
	"strings"
)

// piece is what a step of an address adds to a JSON pointer.
type piece struct {
	// position is that in a list, or one of the two below.
	position int32
	// element: the document has a list in the place of one value there, of which
	// this one is meant, from 1; 0 where it has not.
	element int32
}

// What a piece is where it is no position in a list.
const (
	inMapping = -1 // the segment is the key
	unwritten = -2 // nothing: the document says it in fewer words
)

// write adds the piece to a pointer (RFC 6901).
func (p piece) write(s *strings.Builder, segment string) {
	switch p.position {
	case unwritten:
	case inMapping:
		s.WriteByte('/')
		s.WriteString(escapePointer(segment))
	default:
		s.WriteByte('/')
		s.WriteString(strconv.Itoa(int(p.position)))
	}
	if p.element > 0 {
		s.WriteByte('/')
		s.WriteString(strconv.Itoa(int(p.element - 1)))
	}
}

var pointerEscapes = strings.NewReplacer("~", "~0", "/", "~1")

func escapePointer(s string) string { return pointerEscapes.Replace(s) }

// Pointer returns the JSON pointer (RFC 6901) that leads to an address in the text
// that was read, or to the nearest thing around it that stands there; "" is the
// whole text. Only the Source of one text that was read with Canonical or Pointers
// knows them; any other returns "".
func (s *Source) Pointer(at string) string {
	if s == nil || !s.pointed {
		return ""
	}
	var pointer strings.Builder
	for here, segment := range s.way(at) {
		s.pieces[here].write(&pointer, segment)
	}
	return pointer.String()
}
