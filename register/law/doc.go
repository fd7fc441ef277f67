// Package law holds legal facts as codes and dates: which countries belong to
// the European Union and the European Economic Area and since when, and the
// provisions that a register may cite by id. It is no legal advice. Every datum
// carries its source and the day on which it was last verified.
package law

import "github.com/openropa/ropa/register/value"

// Verified is where a datum comes from and when it was last checked.
type Verified struct {
	// Source is the official publication.
	Source string
	// On is the day of the check; the zero date for a datum not yet verified.
	On value.Date
}
