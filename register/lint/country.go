package lint

import (
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// countryName returns the name of a country as it stands within a sentence.
func countryName(c value.Country) value.Text {
	t := make(value.Text, 2)
	for _, l := range Languages() {
		t[l] = articles[c][l] + words.In(l).Area(value.Area(c))
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
