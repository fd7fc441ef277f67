// Package words tells what a register says in the words that people use: values
// of the format, the names of its fields, countries, periods, retention rules
// and citations. The command line, the documents and the findings say the same
// things alike.
package words

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// Words are words in one language; the zero Words are English.
type Words struct{ language value.Language }

// Languages returns the languages that there are words in.
func Languages() []value.Language { return []value.Language{"en", "nl", "de", "fr"} }

// In returns the words in a language: one of Languages, also where it is that of a
// country (nl-BE), and English for any other.
func In(language value.Language) Words {
	primary, _, _ := strings.Cut(string(language), "-")
	if language = value.Language(primary); !slices.Contains(Languages(), language) {
		language = "en"
	}
	return Words{language}
}

// Entry is what one code says, in the order of Languages: English, Dutch, German,
// French.
type Entry [4]string

// In returns what an entry says in a language, in English where it says nothing
// in it.
func (e Entry) In(language value.Language) string {
	if i := slices.Index(Languages(), language); i > 0 && e[i] != "" {
		return e[i]
	}
	return e[0]
}

// Language returns the language of the words.
func (w Words) Language() value.Language { return cmp.Or(w.language, "en") }

// catalogue maps codes to words.
type catalogue map[string]Entry

var catalogues = []catalogue{values, fields, rules}

// Find returns the words of a code such as value.processor or field.basis, and
// whether there are any.
func (w Words) Find(code string) (string, bool) {
	for _, c := range catalogues {
		if pair, ok := c[code]; ok {
			return pair.In(w.Language()), true
		}
	}
	return "", false
}

// say returns the words of a code with its arguments filled in.
func (w Words) say(code string, args ...any) string {
	words, ok := w.Find(code)
	switch {
	case !ok:
		return code
	case len(args) == 0:
		return words
	}
	return fmt.Sprintf(words, args...)
}

// Value returns the word for a value of the format such as processor; where
// there is none, the value itself.
func (w Words) Value(v string) string {
	if words, ok := w.Find("value." + v); ok {
		return words
	}
	return v
}

// Field returns the label of a field of the format; where there is none, its
// name.
func (w Words) Field(name string) string {
	if words, ok := w.Find("field." + name); ok {
		return words
	}
	return name
}

// Tristate returns yes or no, "" where nothing is stated.
func (w Words) Tristate(t value.Tristate) string {
	if t == value.Unstated {
		return ""
	}
	return w.say("tristate." + t.String())
}

// Text returns a text for people in the language, else in that of the register.
func (w Words) Text(t value.Text, r *register.Register) string {
	if r == nil || r.Language == "" {
		return t.In(w.Language())
	}
	return t.In(w.Language(), r.Language)
}

// Provision returns the citation of a provision of law, else its id.
func Provision(id string) string {
	if p, ok := law.FindProvision(id); ok {
		return p.Cite
	}
	return id
}

// Date returns a day as people write it: 22 November 2026, 22. November 2026,
// 1er novembre 2026.
func (w Words) Date(d value.Date) string {
	if d.IsZero() {
		return ""
	}
	ordinal := ""
	switch {
	case w.language == "de":
		ordinal = "."
	case w.language == "fr" && d.Day() == 1:
		ordinal = "er"
	}
	return fmt.Sprintf("%d%s %s %d", d.Day(), ordinal, w.say(fmt.Sprintf("month.%d", int(d.Month()))), d.Year())
}

// Colon returns what stands between a name and what is said of it; in French a
// space that no line breaks at goes before the colon.
func (w Words) Colon() string {
	if w.language == "fr" {
		return "\u00a0: "
	}
	return ": "
}

// Semicolon returns what stands between two things that are said; as Colon.
func (w Words) Semicolon() string {
	if w.language == "fr" {
		return "\u00a0; "
	}
	return "; "
}
