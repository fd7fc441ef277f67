package datamap

import "math/bits"

// set is a set of small numbers.
type set []uint64

func (s *set) add(x int32) {
	if x < 0 {
		return
	}
	s.widen(int(x/64) + 1)
	(*s)[x/64] |= 1 << (x % 64)
}

// widen makes room for so many words.
func (s *set) widen(words int) {
	if n := words - len(*s); n > 0 {
		*s = append(*s, make([]uint64, n)...)
	}
}

func (s set) has(x int32) bool {
	return x >= 0 && int(x/64) < len(s) && s[x/64]&(1<<(x%64)) != 0
}

func (s set) empty() bool {
	for _, word := range s {
		if word != 0 {
			return false
		}
	}
	return true
}

func (s set) list() []int32 { return s.appendTo(nil) }

// appendTo appends the numbers in the set, rising.
func (s set) appendTo(all []int32) []int32 {
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			all = append(all, int32(i*64+bits.TrailingZeros64(word)))
		}
	}
	return all
}

// each goes through the numbers in the set, rising.
func (s set) each(yield func(int32) bool) {
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			if !yield(int32(i*64 + bits.TrailingZeros64(word))) {
				return
			}
		}
	}
}

// len returns how many numbers are in the set.
func (s set) len() int {
	n := 0
	for _, word := range s {
		n += bits.OnesCount64(word)
	}
	return n
}

// intersect leaves what another set has too.
func (s set) intersect(other set) {
	for i := range s {
		if i < len(other) {
			s[i] &= other[i]
		} else {
			s[i] = 0
		}
	}
}

// unite adds the numbers of another set.
func (s *set) unite(other set) {
	s.widen(len(other))
	for i, word := range other {
		(*s)[i] |= word
	}
}
