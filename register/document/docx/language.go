package docx

import (
	"golang.org/x/text/language"

	"github.com/openropa/ropa/register/value"
)

// locale is a language as Word names it: with a country, for its spelling and
// its hyphens.
type locale struct {
	tag   string
	right bool // written from right to left
}

// unknown is Word's tag of a text that has no language.
const unknown = "x-none"

// localeOf returns the locale of a language; that of an unknown one is unknown.
func localeOf(l value.Language) locale {
	tag, err := language.Parse(string(l))
	if err != nil || l == "" || l == value.Undetermined {
		return locale{tag: unknown}
	}
	base, script, region := tag.Raw()
	if region.String() == "ZZ" {
		switch base.String() {
		// The likely country of these is not in Europe.
		case "en":
			region = language.MustParseRegion("GB")
		case "pt":
			region = language.MustParseRegion("PT")
		default:
			region, _ = tag.Region()
		}
	}
	likely, _ := tag.Script()
	name := base.String()
	if script.String() != "Zzzz" {
		name += "-" + script.String()
	}
	if region.IsCountry() {
		name += "-" + region.String()
	}
	switch likely.String() {
	case "Arab", "Hebr", "Syrc", "Thaa":
		return locale{tag: name, right: true}
	}
	return locale{tag: name}
}
