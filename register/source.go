package register

import (
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/diag"
)

// Source tells where the entries of a register stand in its files. Parse and
// Load make one; it does not follow later changes of the register. It is safe
// for concurrent use.
type Source struct {
	files    []string
	segments map[string]uint32
	spots    []spot
	// long leads from a spot with many below it and the number of a segment to
	// the spot there, so that long lists are not searched.
	long map[[2]uint32]uint32
	// pieces are what the spots add to JSON pointers, where pointed.
	pieces  []piece
	pointed bool
}

// spot is the place of one address. Spots stand in the order of the document,
// each before those below it; end is the first that is not below it.
type spot struct {
	segment, end, line uint32
	file, column       uint16
}

// empty reports whether no places are known.
func (s *Source) empty() bool { return s == nil || len(s.spots) == 0 }

// Place returns the place of an address, or of the nearest thing around it
// that has one. A nil Source knows no places.
func (s *Source) Place(at string) diag.Place {
	if s.empty() {
		return diag.Place{}
	}
	spot := s.spots[0]
	for here := range s.way(at) {
		spot = s.spots[here]
	}
	return diag.Place{File: s.files[spot.file], Line: int(spot.line), Column: int(spot.column)}
}

// way yields the spots that lead to an address, with their segments, as far as it
// is known.
func (s *Source) way(at string) iter.Seq2[uint32, string] {
	return func(yield func(uint32, string) bool) {
		here, rest := uint32(0), at
		for rest != "" {
			segment, after, _ := strings.Cut(rest, "/")
			number, known := s.segments[segment]
			if !known {
				return
			}
			below, ok := s.child(here, number)
			if !ok || !yield(below, segment) {
				return
			}
			here, rest = below, after
		}
	}
}

// Files returns the names of the files that the register was read from, in
// their order.
func (s *Source) Files() []string {
	if s == nil {
		return nil
	}
	return append([]string(nil), s.files...)
}

// many is the number of spots below one from which on they are looked up.
const many = 64

func (s *Source) child(of, segment uint32) (uint32, bool) {
	for i, n := of+1, 0; i < s.spots[of].end; i, n = s.spots[i].end, n+1 {
		if n == many {
			found, ok := s.long[[2]uint32{of, segment}]
			return found, ok
		}
		if s.spots[i].segment == segment {
			return i, true
		}
	}
	return 0, false
}

// intern returns the number of a segment.
func (s *Source) intern(segment string) uint32 {
	number, ok := s.segments[segment]
	if !ok {
		number = uint32(len(s.segments))
		s.segments[strings.Clone(segment)] = number
	}
	return number
}

// begin adds a spot; end closes it when all below it has been added.
func (s *Source) begin(segment string, file uint16, line, column uint32) uint32 {
	number := uint32(len(s.spots))
	if len(s.spots) == cap(s.spots) { // append would copy them far more often
		s.spots = slices.Grow(s.spots, max(64, len(s.spots)))
	}
	s.spots = append(s.spots, spot{
		segment: s.intern(segment), end: number + 1,
		line: line, file: file, column: uint16(min(column, math.MaxUint16)),
	})
	return number
}

func (s *Source) end(number uint32) {
	s.spots[number].end = uint32(len(s.spots))
	for i, n := number+1, 0; i < s.spots[number].end; i, n = s.spots[i].end, n+1 {
		if n < many {
			continue
		}
		key := [2]uint32{number, s.spots[i].segment}
		if _, twice := s.long[key]; !twice {
			s.long[key] = i
		}
	}
}
