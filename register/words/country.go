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
	tag := language.English
	if w.language == "nl" {
		tag = language.Dutch
	}
	if name := display.Regions(tag).Name(region); name != "" {
		return name
	}
	return string(area)
}
