package cli

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// area returns the name of a country in the language of the output.
func (a *app) area(area register.Area) string {
	if words, ok := a.find("area." + string(area)); ok {
		return words
	}
	region, err := language.ParseRegion(string(area))
	if err != nil {
		return string(area)
	}
	tag := language.English
	if a.language == "nl" {
		tag = language.Dutch
	}
	if name := display.Regions(tag).Name(region); name != "" {
		return name
	}
	return string(area)
}

// countryNames returns the codes of countries with their names, for completion.
func (a *app) countryNames() []string {
	var all []string
	for _, code := range value.Countries() {
		all = append(all, string(code)+"\t"+a.area(register.Area(code)))
	}
	return all
}
