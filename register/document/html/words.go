package html

import "github.com/openropa/ropa/register/value"

// words are what the page itself says, beside what the document says.
type words struct {
	contents, skip, missing string
	// kinds are the words for the kinds of notes.
	kinds [3]string
	// lang is the attribute that tells their language, where it is not that of
	// the document.
	lang string
}

var wordsOf = map[string]words{
	"en": {contents: "Contents", skip: "Skip to the content", missing: "not stated", kinds: [3]string{"Note", "Caution", "Missing"}},
	"nl": {contents: "Inhoud", skip: "Naar de inhoud", missing: "niet vermeld", kinds: [3]string{"Opmerking", "Let op", "Ontbreekt"}},
	"de": {contents: "Inhalt", skip: "Zum Inhalt springen", missing: "nicht angegeben", kinds: [3]string{"Hinweis", "Achtung", "Fehlt"}},
	"fr": {contents: "Sommaire", skip: "Aller au contenu", missing: "non renseigné", kinds: [3]string{"Remarque", "Attention", "Manquant"}},
}

// wordsIn returns the words in a language, or in English with a mark that they
// are.
func wordsIn(l value.Language) words {
	if w, ok := wordsOf[parseTag(l).base]; ok {
		return w
	}
	w := wordsOf["en"]
	w.lang = ` lang="en" dir="ltr"`
	return w
}
