package diag

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/openropa/ropa/register/value"
)

// Finding is one thing that a register does not show although the law asks for
// it. It says nothing about whether the processing is lawful.
type Finding struct {
	// Code is that of the rule.
	Code Code
	// Severity is that of the rule, or less where the activity is only planned.
	Severity Severity
	// At is the address of the entry concerned: activities/payments/purposes/payment;
	// "" for the register as a whole.
	At string
	// Place is the file, line and column where known.
	Place Place
	// Articles are the provisions that ask for it, such as "Art. 30(1)(b) GDPR".
	Articles []string
	// Says is the sentence by language, with the names of args in braces.
	Says value.Text
	// Mend says by language how to mend it, with the names of args in braces.
	Mend value.Text
	// Args are the names of the things concerned, by the words in braces.
	Args map[string]value.Text
	// Key tells findings of one code at one address apart: the id of the party, the
	// name of the field … "" where there can be no other.
	Key string
	// Related are other places that the finding concerns.
	Related []Related
}

// Message returns the sentence of the finding in a language, else in English.
func (f *Finding) Message(language value.Language) string { return f.fill(f.Says, language) }

// Fix returns how to mend the finding in a language, else in English.
func (f *Finding) Fix(language value.Language) string { return f.fill(f.Mend, language) }

func (f *Finding) fill(words value.Text, language value.Language) string {
	language = base(language)
	sentence := words.In(language, "en")
	if !strings.Contains(sentence, "{") {
		return sentence
	}
	pairs := make([]string, 0, 2*len(f.Args))
	for name, arg := range f.Args {
		pairs = append(pairs, "{"+name+"}", shown(arg.In(language, "en"), 300))
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

// Fingerprint identifies the finding across runs: it stays the same as long as
// the same rule finds the same at the same address, whatever the lines, the
// wording and the day.
func (f *Finding) Fingerprint() string {
	sum := sha256.Sum256([]byte(string(f.Code) + "\x00" + f.At + "\x00" + f.Key))
	return hex.EncodeToString(sum[:12])
}

// Findings are findings in the order in which a reader meets them.
type Findings []Finding

// Sort orders findings by file, line and column, then address, code and key.
func (fs Findings) Sort() {
	slices.SortStableFunc(fs, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Line, b.Place.Line),
			cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.At, b.At),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Key, b.Key),
		)
	})
}

// Count returns how many findings are of a severity.
func (fs Findings) Count(s Severity) int {
	n := 0
	for i := range fs {
		if fs[i].Severity == s {
			n++
		}
	}
	return n
}
