package register

// Agreement is a contract with a processor, an arrangement between joint controllers or another agreement (Art. 26, 28).
type Agreement struct {
	// Identifier of the agreement, unique among its kind in the register.
	ID string `json:"id,omitzero"`
	// Name of the agreement.
	Name Text `json:"name,omitzero"`
	// Kind of agreement. Art. 28(3).
	Kind AgreementKind `json:"kind,omitzero"`
	// Parties to it; the organisation is always one side unless two parties are named. Art. 28(3).
	Between []string `json:"between,omitzero"`
	// Day of signature. Art. 28(9).
	Signed Date `json:"signed,omitzero"`
	// First day on which the agreement applies.
	From Date `json:"from,omitzero"`
	// Last day on which the agreement applies.
	Until Date `json:"until,omitzero"`
	// The document. Art. 28(9).
	Document string `json:"document,omitzero"`
	// What it provides for. Art. 28(3).
	Clauses []Clause `json:"clauses,omitzero"`
	// How confidentiality is assured. Art. 28(3)(b).
	Confidentiality Text `json:"confidentiality,omitzero"`
	// What it says about engaging other processors. Art. 28(2).
	SubProcessors *SubProcessors `json:"subProcessors,omitzero"`
	// Who does what, in an arrangement between joint controllers. Art. 26(1).
	Responsibilities Text `json:"responsibilities,omitzero"`
	// Contact point for data subjects. Art. 26(1).
	ContactPoint Text `json:"contactPoint,omitzero"`
	// The essence of the arrangement, or where it is available. Art. 26(2).
	Essence Text `json:"essence,omitzero"`

	Remarks
}

// SubProcessors is what a contract says about engaging other processors (Art. 28(2), (4)).
type SubProcessors struct {
	// General, specific or prohibited. Art. 28(2).
	Authorisation Authorisation `json:"authorisation,omitzero"`
	// How long before a change the controller is told. Art. 28(2).
	Notice Period `json:"notice,omitzero"`
	// Whether the same obligations are imposed on them. Art. 28(4).
	FlowDown Tristate `json:"flowDown,omitzero"`
	// Parties that are authorised. Empty and not nil: stated that there are none. Art. 28(2).
	Authorised []string `json:"authorised,omitzero"`

	Remarks
}

// AgreementKind says the kind of agreement.
type AgreementKind string

// Values of AgreementKind.
const (
	AgreementKindProcessorContract AgreementKind = "processor-contract" // Art. 28(3)
	AgreementKindArrangement       AgreementKind = "arrangement"        // between joint controllers (Art. 26)
	AgreementKindOther             AgreementKind = "other"
)

// Clause says what a processor contract must hold (Art. 28(3)).
type Clause string

// Values of Clause.
const (
	ClauseSubjectMatter    Clause = "subject-matter"
	ClauseDuration         Clause = "duration"
	ClauseNature           Clause = "nature"
	ClausePurpose          Clause = "purpose"
	ClauseData             Clause = "data"
	ClauseSubjects         Clause = "subjects"
	ClauseControllerRights Clause = "controller-rights"
	Clause283A             Clause = "28-3-a"
	Clause283B             Clause = "28-3-b"
	Clause283C             Clause = "28-3-c"
	Clause283D             Clause = "28-3-d"
	Clause283E             Clause = "28-3-e"
	Clause283F             Clause = "28-3-f"
	Clause283G             Clause = "28-3-g"
	Clause283H             Clause = "28-3-h"
)

// Authorisation says how the controller authorises sub-processors (Art. 28(2)).
type Authorisation string

// Values of Authorisation.
const (
	AuthorisationGeneral    Authorisation = "general"
	AuthorisationSpecific   Authorisation = "specific"
	AuthorisationProhibited Authorisation = "prohibited" // no sub-processors may be engaged
)
