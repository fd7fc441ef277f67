package value

import (
	"encoding/json"
	"slices"
)

// Language is a language tag of BCP 47, such as nl or pt-BR.
type Language string

// Undetermined is the language of a text whose language nobody stated.
const Undetermined Language = "und"

// Text is a text for people, by language. Nil says nothing.
type Text map[Language]string

// In returns the text in the first of the languages that it has, then in
// English, then in the language that sorts first. It returns "" for no text.
func (t Text) In(languages ...Language) string {
	s, _ := t.Find(languages...)
	return s
}

// Find is In that also tells the language of what it found, so that a
// document can mark a passage that is not in its own language.
func (t Text) Find(languages ...Language) (string, Language) {
	for _, l := range languages {
		if s, ok := t[l]; ok {
			return s, l
		}
	}
	if s, ok := t["en"]; ok {
		return s, "en"
	}
	for _, l := range t.Languages() {
		return t[l], l
	}
	return "", ""
}

// Languages returns the languages of the text in a fixed order.
func (t Text) Languages() []Language {
	if len(t) == 0 {
		return nil
	}
	languages := make([]Language, 0, len(t))
	for l := range t {
		languages = append(languages, l)
	}
	slices.Sort(languages)
	return languages
}

// Identifiers are numbers in public registers or other systems, by scheme,
// such as kvk or vat.
type Identifiers map[string]string

// Extensions are the keys of an object that begin with x-. Their values are
// JSON, kept as they were written.
type Extensions map[string]json.RawMessage
