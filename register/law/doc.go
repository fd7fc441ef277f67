// Package law holds legal facts as codes and dates: legal bases, conditions and
// rights, membership of the European Union and the European Economic Area,
// adequacy decisions and other tools for transfers, criteria and lists for
// impact assessments, retention periods, ages of digital consent, rules for
// marketing, and the provisions that a register may cite by id.
//
// The codes are the words of the format. What changed in time has a [Term], and
// every question takes the day for which it is asked: nothing reads the clock.
// Each datum carries its source and the day on which it was verified, or no day
// where one source alone supports it. It is no legal advice.
package law

import "github.com/openropa/ropa/register/value"

// Verified is where a datum comes from and when it was last checked.
type Verified struct {
	// Source is the official publication.
	Source string
	// On is the day on which the datum was last gone over and nothing was found
	// to speak against it; the zero date for one that could not be confirmed.
	On value.Date
}
