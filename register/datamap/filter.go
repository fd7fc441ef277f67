package datamap

import "github.com/openropa/ropa/register"

// Filter selects flows. The values of one field are alternatives; fields
// combine with and. A field left out restricts nothing.
type Filter struct {
	// AsOf is the day for which the question is asked. Required.
	AsOf register.Date
	// Data, Subjects and Purposes match a term, the terms below it and the
	// members of a bundle.
	Data, Subjects, Purposes []string
	// Recipients selects what reaches these parties, directly or through others.
	Recipients []string
	// Activities selects activities by id.
	Activities []string
	// Roles selects recipients by role: processor, sub-processor,
	// joint-controller, controller, recipient.
	Roles []string
	// Bases selects purposes by their legal basis.
	Bases []register.Basis
	// Countries selects recipients with a seat, location or remote access there.
	Countries []register.Country
	// Systems selects data kept in these systems.
	Systems []string
	// OutsideEEA selects recipients with a seat, a location or remote access
	// in a country known to be outside the EEA on the day (Yes), or those of
	// which that is known not to be so (No).
	OutsideEEA register.Tristate
	// OwnPurposes selects recipients that state purposes of their own (Yes) or
	// that there are none (No).
	OwnPurposes register.Tristate
	// Direct leaves out what reaches a recipient only through others.
	Direct bool
	// StatedOnly leaves out assumed answers.
	StatedOnly bool
	// Planned includes activities that are only planned.
	Planned bool
	// Brief gives the answers alone: what they are and whether they are stated, and
	// of a recipient its roles. What is behind an answer is left out: Data, Subjects,
	// Purposes, Activities, Bases, Destinations, OwnPurposes, RolesAssumed, Why,
	// EvidenceCount and Evidence. Where there is much of it, it takes nearly all of the
	// time.
	Brief bool
	// From and Most cut a page out of the answers, in their order: those from From on,
	// counted from 0, at most Most of them; 0 for all. What is behind the others is not
	// put together, which is much of the work.
	From, Most int
	// Evidence is the most flows shown for each answer: 0 for 20, or EvidenceAll,
	// EvidenceNone or EvidenceUncounted.
	Evidence int
}

// Values of Filter.Evidence. To leave out EvidenceCount as well makes it many
// times as quick to tell who receives what, where data go far.
const (
	EvidenceAll       = -1
	EvidenceNone      = -2 // no flows, but how many they are
	EvidenceUncounted = -3 // not even how many: EvidenceCount is 0
)
