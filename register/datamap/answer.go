package datamap

import "github.com/openropa/ropa/register"

// Answers are the answers to one question.
type Answers struct {
	Question     Question
	AsOf         register.Date
	Answers      []Answer
	Undetermined []Undetermined
	// Total is how many answers there are, also where Answers is a page of them.
	Total int
}

// Answer is one thing that the question asks for. Which fields are filled
// depends on the question.
type Answer struct {
	// ID is the identifier of the party, activity, category, country …; of an
	// answer to Retention, Consents and Flows the address of the data use, the
	// purpose or the disclosure.
	ID string
	// Name is its name for people; nil where it has none.
	Name register.Text
	// Roles are the roles in which a recipient acts, in a fixed order:
	// processor, sub-processor, joint-controller, controller, recipient.
	// Empty: the register states none.
	Roles []string
	// Stated: at least one flow shows the answer without a default, a broader
	// match or an entry that is inferred or assumed.
	Stated bool
	// Details are what is behind the answer. Never nil; of a brief answer they are
	// empty, and shared.
	*Details
}

// Details are what is behind an answer.
type Details struct {
	// RolesAssumed are those of the Roles that no flow shows without an entry
	// that is inferred or assumed.
	RolesAssumed []string
	// Data, Subjects, Purposes and Activities are those of the flows behind
	// the answer, in the order of their ids.
	Data, Subjects, Purposes, Activities []string
	// Destinations are the countries of a recipient.
	Destinations []Destination
	// OwnPurposes are the purposes of its own that a recipient states.
	OwnPurposes []string
	// Retention and Consent point into the model, for those questions.
	Retention []register.RetentionUse
	Consent   *register.Consent
	Bases     []register.Basis
	Systems   []string
	// Why tells what had to be assumed, for an answer that is not stated: of the
	// flows behind it, by the one that assumes least.
	Why []Assumption
	// EvidenceCount is the number of flows behind the answer; Evidence holds
	// as many of them as the filter asks for, stated ones first.
	EvidenceCount int
	Evidence      []Evidence
}

// nothingBehind are the details of brief answers.
var nothingBehind Details

// Destination is a country of a recipient and the tool of the transfer to it.
type Destination struct {
	Country register.Area
	// How is seat, location or remote-access.
	How string
	// OutsideEEA says whether it is known to be outside the EEA on the day.
	OutsideEEA bool
	// Tool is the transfer tool stated for it, "" for none.
	Tool register.TransferTool
	// At is the address of what states the country.
	At string
}

// Evidence is a flow behind an answer.
type Evidence struct {
	Activity string
	// Data is the category that flows.
	Data string
	// Recipient is the party that gets it; "" for data that are held.
	Recipient string
	// Role is the role in which it acts, "" where none is stated.
	Role string
	// Via are the parties through which it passes, from the one nearest the
	// organisation; empty for a direct disclosure.
	Via []string
	// Stated: no default, broader match or inferred entry decides it.
	Stated bool
	Why    []Assumption
	// At is the address of the disclosure or, for data that are held, of the
	// data use; Path are those of the onward steps.
	At   string
	Path []string
	// Place is the file and line of At, where known.
	Place register.Place
}

// Undetermined is a party that might be an answer but for a fact that the
// register does not state.
type Undetermined struct {
	ID   string
	Name register.Text
	// Missing is the fact: role, country or data.
	Missing string
}
