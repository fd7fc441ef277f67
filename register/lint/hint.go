package lint

import (
	"strings"
	"unicode/utf8"

	"github.com/openropa/ropa/register/value"
)

// hints are words from which special data can mostly be inferred, by their first
// letter; those that mean many other things too (union, race, sex) are not here.
var hints = func() (all [26][]string) {
	for _, w := range []string{
		"health", "medical", "medication", "allergy", "allergies", "pregnant", "pregnancy", "religion", "religious", "sexual",
		"biometric", "biometrics", "ethnic", "ethnicity", "disability", "illness", "dietary",
		"gezondheid", "medisch", "medische", "medicatie", "medicijnen", "allergie", "allergieën", "zwanger", "zwangerschap", "religie",
		"religieus", "religieuze", "godsdienst", "geloofsovertuiging", "seksueel", "seksuele", "biometrisch", "biometrische",
		"etnisch", "etnische", "vakbond", "vakbondslidmaatschap", "ziekte", "dieet", "dieetwensen",
	} {
		all[w[0]-'a'] = append(all[w[0]-'a'], w)
	}
	return all
}()

// denials are words after which a hint says that there is nothing of the kind.
var denials = []string{"no", "not", "never", "without", "geen", "niet", "nooit", "zonder"}

// hint returns the first word of a text that hints at special data, in each
// language that has one, nil for none. A word that is denied just before does not
// count, nor does safety at work.
func hint(t value.Text) value.Text {
	var words value.Text
	for l, s := range t {
		if w := hintIn(s); w != "" {
			if words == nil {
				words = make(value.Text, 2)
			}
			words[l] = w
		}
	}
	return words
}

// reach is how many words a denial covers.
const reach = 4

func hintIn(s string) string {
	denied := 0
	for word, rest := wordOf(s); word != ""; word, rest = wordOf(rest) {
		if isDenial(word) {
			denied = reach
			continue
		}
		denied--
		if denied < 0 && isHint(word) && !ofSafety(rest) {
			return word
		}
	}
	return ""
}

func isHint(word string) bool {
	i := (word[0] | 0x20) - 'a'
	if int(i) >= len(hints) {
		return false
	}
	for _, w := range hints[i] {
		if len(w) == len(word) && strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

func isDenial(word string) bool {
	for _, w := range denials {
		if len(w) == len(word) && strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// ofSafety reports whether what follows health is safety, as in health and safety
// at work.
func ofSafety(rest string) bool {
	_, rest = wordOf(rest)
	next, _ := wordOf(rest)
	return strings.EqualFold(next, "safety") || strings.EqualFold(next, "veiligheid")
}

// wordOf returns the first word of a text and what follows it.
func wordOf(s string) (word, rest string) {
	start := 0
	for start < len(s) && !letter(s[start]) {
		start++
	}
	end := start
	for end < len(s) && letter(s[end]) {
		end++
	}
	return s[start:end], s[end:]
}

// letter reports whether a byte belongs to a word; letters beyond ASCII do.
func letter(b byte) bool {
	return 'a' <= b|0x20 && b|0x20 <= 'z' || b >= utf8.RuneSelf
}
