package words

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/openropa/ropa/register/value"
)

// Area returns the name of a country, or of the EEA or the EU.
func (w Words) Area(area value.Area) string {
	if words, ok := w.Find("area." + string(area)); ok {
		return words
	}
	region, err := language.ParseRegion(string(area))
	if err != nil {
		return string(area)
	}
	if name := display.Regions(w.tag()).Name(region); name != "" {
		return name
	}
	return string(area)
}

// LanguageName returns the name of a language, such as Dutch; its tag where it
// has none.
func (w Words) LanguageName(l value.Language) string {
	tag, err := language.Parse(string(l))
	if err != nil {
		return string(l)
	}
	if name := display.Languages(w.tag()).Name(tag); name != "" {
		return name
	}
	return string(l)
}

// tag names the language of the words to others.
func (w Words) tag() language.Tag { return language.Make(string(w.Language())) }
