package cli

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
)

// area returns the name of a country in the language of the output.
func (a *app) area(area register.Area) string { return a.words().Area(area) }

// countryNames returns the codes of countries with their names, for completion.
func (a *app) countryNames() []string {
	var all []string
	for _, code := range value.Countries() {
		all = append(all, string(code)+"\t"+a.area(register.Area(code)))
	}
	return all
}
