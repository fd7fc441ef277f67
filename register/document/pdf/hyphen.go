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
	// begins are the pairs that a syllable begins with wherever they stand before a vowel.
	begins = " ch sh ph th bl br cl cr dr fl fr gl gr kl kr pl pr tr "
)

// syllable finds where a long word that does not fit is broken, before i: where
// a consonant, or two that begin a syllable, stand before a vowel. That is no
// dictionary, but mostly right; a word broken just anywhere is hard to read. Where it
// finds none, a hyphen tells at least that the word goes on. It returns -1 where there
// is no word.
func (s *setter) syllable(at, i int) int {
	for p := i - 1; p > max(at+2, i-10); p-- {
		if s.breaks(p) && s.inWord(p-3, p+2) {
			return p
		}
	}
	if i-1 > at+2 && s.inWord(i-4, i+1) {
		return i - 1
	}
	return -1
}

// breaks tells whether a syllable begins at p.
func (s *setter) breaks(p int) bool {
	gs := s.glyphs
	if p+1 >= len(gs) || vowel(gs[p].r) {
		return false
	}
	if p+2 < len(gs) && vowel(gs[p+2].r) && strings.Contains(begins, s.pair(p)) {
		return true
	}
	if !vowel(gs[p+1].r) {
		return false
	}
	return !strings.Contains(pairs, s.pair(p-1))
}

// pair is a letter and the next, as they stand in a list of pairs.
func (s *setter) pair(p int) string {
	return " " + strings.ToLower(string([]rune{s.glyphs[p].r, s.glyphs[p+1].r})) + " "
}

func vowel(r rune) bool { return strings.ContainsRune(vowels, unicode.ToLower(r)) }

// inWord tells whether all characters of a range are letters of alphabets that are
// hyphenated.
func (s *setter) inWord(from, to int) bool {
	if from < 0 || to >= len(s.glyphs) {
		return false
	}
	for _, g := range s.glyphs[from : to+1] {
		if !unicode.In(g.r, unicode.Latin, unicode.Greek, unicode.Cyrillic) || !unicode.IsLetter(g.r) || g.lost != 0 {
			return false
		}
	}
	return true
}
