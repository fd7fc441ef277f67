package datamap

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNoDate is the error of a filter without AsOf: what a register says
// depends on the day.
var ErrNoDate = errors.New("the filter names no day (AsOf)")

// UnknownIDError tells of a filter that names what the register does not know.
type UnknownIDError struct {
	// Field is the field of the filter in lower case, such as data or
	// recipients; question for a question that there is not.
	Field string
	ID    string
	// Suggestions are ids that may have been meant.
	Suggestions []string
}

// Error says what is unknown and what may have been meant.
func (e *UnknownIDError) Error() string {
	text := fmt.Sprintf("%s: unknown id %q", e.Field, e.ID)
	if len(e.Suggestions) > 0 {
		text += fmt.Sprintf("; did you mean %s?", strings.Join(e.Suggestions, ", "))
	}
	return text
}
