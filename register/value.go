package register

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// The small values of the model, under the names that the model uses.
type (
	// Text is a text for people, by language.
	Text = value.Text
	// Language is a language tag of BCP 47.
	Language = value.Language
	// Date is a day of the calendar; the zero value is no date.
	Date = value.Date
	// Period is an ISO 8601 period of calendar units.
	Period = value.Period
	// Country is a code of ISO 3166-1 alpha-2.
	Country = value.Country
	// Area is a Country, EEA or EU.
	Area = value.Area
	// Tristate is a boolean that may be left out.
	Tristate = value.Tristate
	// Identifiers are numbers by scheme.
	Identifiers = value.Identifiers
	// Extensions are keys that begin with x-, with their JSON values.
	Extensions = value.Extensions
)

// Values of Tristate.
const (
	Unstated = value.Unstated // the register does not say
	Yes      = value.Yes      // stated to be true
	No       = value.No       // stated to be false
)

// Place is where something stands in a file.
type Place = diag.Place

// ParseDate reads a date written as YYYY-MM-DD.
func ParseDate(s string) (Date, error) { return value.ParseDate(s) }

// ParsePeriod checks that s is an ISO 8601 period of calendar units.
func ParsePeriod(s string) (Period, error) { return value.ParsePeriod(s) }
