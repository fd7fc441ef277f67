package notice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is a run of letters and digits in a text.
type word struct {
	// folded is how words are compared: lower case, without accents and apostrophes.
	folded   string
	from, to int // in the text
	block    int
	// upper: it begins with a capital.
	upper bool
	// link: it is part of an address on the internet.
	link bool
}

// split finds the words of a text.
func split(text string) []word {
	words := make([]word, 0, len(text)/6)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) {
			i += size
			continue
		}
		end := i + wordLength(text[i:])
		words = append(words, word{folded: fold(text[i:end]), from: i, to: end, upper: unicode.IsUpper(r)})
		i = end
	}
	return unlink(text, words)
}

func isLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// wordLength is the length of the word with which a text begins. An apostrophe
// within it belongs to it, and so do characters that nobody sees.
func wordLength(text string) int {
	length := 0
	for i, r := range text {
		switch {
		case isLetter(r):
			length = i + utf8.RuneLen(r)
		case !isApostrophe(r) && !isHidden(r):
			return length
		case isApostrophe(r) && i > length: // two in a row close a quotation
			return length
		}
	}
	return length
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == '´' || r == '`'
}

// isHidden reports whether a character takes no room: a soft hyphen, a
// zero-width space or joiner.
func isHidden(r rune) bool { return r == 0xad || r >= 0x200b && r <= 0x200d || r == 0x2060 }

// isHyphen reports whether a character joins words.
func isHyphen(r rune) bool { return r == '-' || r >= 0x2010 && r <= 0x2012 }

// apart are letters that do not come apart into a letter and an accent.
var apart = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ı", "i")

// fold writes a word in the way in which words are compared.
func fold(s string) string {
	if isPlain(s) {
		return strings.ToLower(s)
	}
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || isApostrophe(r) || isHidden(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(s))
	return apart.Replace(s)
}

func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '\'' || c == '`' {
			return false
		}
	}
	return true
}

// unlink marks the words of addresses on the internet and takes out those of
// e-mail addresses, which name nobody.
func unlink(text string, words []word) []word {
	kept := words[:0]
	for i := 0; i < len(words); {
		from, to := run(text, words[i].from)
		part := text[from:to]
		mail := strings.Contains(part, "@")
		link := strings.Contains(part, "://") || strings.HasPrefix(strings.ToLower(part), "www.")
		for ; i < len(words) && words[i].from < to; i++ {
			if !mail {
				words[i].link = link
				kept = append(kept, words[i])
			}
		}
	}
	return kept
}

// run returns the characters without a space or bracket around a word.
func run(text string, at int) (from, to int) {
	const ends = " \t\r\n\f\u00a0<>()[]{}\"“”|,;"
	to = len(text)
	if n := strings.IndexAny(text[at:], ends); n >= 0 {
		to = at + n
	}
	return at, to
}
