package lint

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/openropa/ropa/register/value"
)

// countryName returns the name of a country as it stands within a sentence.
func countryName(c value.Country) value.Text {
	region, err := language.ParseRegion(string(c))
	if err != nil {
		return plain(string(c))
	}
	t := make(value.Text, 2)
	for l, tag := range map[value.Language]language.Tag{"en": language.English, "nl": language.Dutch} {
		name := display.Regions(tag).Name(region)
		if name == "" {
			name = string(c)
		}
		t[l] = articles[c][l] + name
	}
	return t
}

// articles are those of the countries whose names take one.
var articles = map[value.Country]value.Text{
	"AE": {"en": "the ", "nl": "de "},
	"BS": {"en": "the ", "nl": "de "},
	"DO": {"en": "the ", "nl": "de "},
	"GB": {"en": "the ", "nl": "het "},
	"MV": {"en": "the ", "nl": "de "},
	"PH": {"en": "the ", "nl": "de "},
	"SC": {"en": "the ", "nl": "de "},
	"US": {"en": "the ", "nl": "de "},
}
