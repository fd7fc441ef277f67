package diagram

import (
	"errors"
	"fmt"

	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/value"
)

// ErrNoDate tells that the options lack the day.
var ErrNoDate = document.ErrNoDate

// ErrBoth tells that the options name an activity and a party.
var ErrBoth = errors.New("a picture is of one activity or of one party, not of both")

// MostNodes is the number of nodes above which a picture shows groups.
const MostNodes = 150

// Options say what is drawn, and for whom.
type Options struct {
	// AsOf is the day as of which the picture is true. Required.
	AsOf value.Date
	// Language is that of the picture; English where there are no words.
	Language value.Language
	// Audience is who will see it; Authority where it is left out.
	Audience document.Audience
	// Activity is the activity that is drawn; without it and Party, all of them.
	Activity string
	// Party is the party that is drawn, with what reaches it and goes on.
	Party string
	// By says how parties stand together; ByEEA where it is left out.
	By Grouping
	// Most is the number of nodes above which parties are drawn in groups by role
	// and country; 0 for MostNodes, the least is 40.
	Most int
}

// Grouping says by what parties stand together.
type Grouping string

// Values of Grouping.
const (
	ByEEA     Grouping = "eea"     // in the EEA, outside it, not stated
	ByCountry Grouping = "country" // by country
)

// UnknownError tells that the register has no such activity or party, or none
// that the audience may see.
type UnknownError struct {
	// Kind is activities or parties.
	Kind, ID string
}

// Error says which.
func (e *UnknownError) Error() string { return fmt.Sprintf("%s: nothing is called %q", e.Kind, e.ID) }
