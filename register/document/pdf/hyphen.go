package pdf

import (
	"strings"
	"unicode"
)

// Vowels of the alphabets that the faces have, and pairs of consonants that
// stand for one sound.
const (
	vowels = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýąęóœĳαεηιουωάέήίόύώϊϋΐΰаеиоуъюяѝ"
	pairs  = " ch sc sh ph th ck qu sz cz rz dz gh gn bl br cl cr dr fl fr gl gr kl kr pl pr tr st sp dź dż "
)

// syllable finds where a long word that does not fit is broken, before i: where
// a consonant stands before a vowel. That is no dictionary, but mostly right; a
// word broken just anywhere is hard to read. It returns -1 where it finds none.
func (s *setter) syllable(at, i int) int {
	for p := i - 1; p > max(at+2, i-9); p-- {
		if s.breaks(p) && s.inWord(p-3, p+2) {
			return p
		}
	}
	return -1
}

// breaks tells whether a syllable begins at p.
func (s *setter) breaks(p int) bool {
	gs := s.glyphs
	if p+1 >= len(gs) || vowel(gs[p].r) || !vowel(gs[p+1].r) {
		return false
	}
	return !strings.Contains(pairs, " "+strings.ToLower(string([]rune{gs[p-1].r, gs[p].r}))+" ")
}

func vowel(r rune) bool { return strings.ContainsRune(vowels, unicode.ToLower(r)) }

// inWord tells whether all characters of a range are letters.
func (s *setter) inWord(from, to int) bool {
	if from < 0 || to >= len(s.glyphs) {
		return false
	}
	for _, g := range s.glyphs[from : to+1] {
		if !unicode.IsLetter(g.r) || g.lost != 0 {
			return false
		}
	}
	return true
}
