package register

// Right is how data subjects can use a right (Art. 12-22, 77).
type Right struct {
	// Identifier, where the right alone would not tell it from another.
	ID string `json:"id,omitzero"`
	// The right. Art. 12.
	Right RightKind `json:"right,omitzero"`
	// Purposes for which it can be used so; all when left out. Art. 12.
	Purposes []string `json:"purposes,omitzero"`
	// Activities for which it can be used so; all when left out. Art. 12.
	Activities []string `json:"activities,omitzero"`
	// Whether it is granted without weighing interests. Art. 21(3).
	Unconditional Tristate `json:"unconditional,omitzero"`
	// Whether it is offered. Art. 12.
	Available Tristate `json:"available,omitzero"`
	// How to use it. Art. 12(2).
	Channels []RightChannel `json:"channels,omitzero"`
	// How the person is identified. Art. 12(6).
	Identification Text `json:"identification,omitzero"`
	// What happens then. Art. 12.
	Procedure Text `json:"procedure,omitzero"`
	// Within what time the request is answered. Art. 12(3).
	Deadline Period `json:"deadline,omitzero"`
	// Charge, if any. Art. 12(5).
	Fee Text `json:"fee,omitzero"`

	Remarks
}

// RightChannel is a way to use a right (Art. 12(2)).
type RightChannel struct {
	// E-mail address. Art. 12.
	Email string `json:"email,omitzero"`
	// Telephone number. Art. 12.
	Phone string `json:"phone,omitzero"`
	// Web page or form. Art. 12.
	URL string `json:"url,omitzero"`
	// Postal address. Art. 12.
	Address *Address `json:"address,omitzero"`
	// The way in words. Art. 12.
	Text Text `json:"text,omitzero"`

	Remarks
}

// RightKind says the right of the data subject (Art. 7(3), 13-22, 77).
type RightKind string

// Values of RightKind.
const (
	RightKindInformation        RightKind = "information"         // Art. 13, 14
	RightKindAccess             RightKind = "access"              // Art. 15
	RightKindRectification      RightKind = "rectification"       // Art. 16
	RightKindErasure            RightKind = "erasure"             // Art. 17
	RightKindRestriction        RightKind = "restriction"         // Art. 18
	RightKindPortability        RightKind = "portability"         // Art. 20
	RightKindObjection          RightKind = "objection"           // Art. 21
	RightKindAutomatedDecisions RightKind = "automated-decisions" // Art. 22
	RightKindWithdrawConsent    RightKind = "withdraw-consent"    // Art. 7(3)
	RightKindComplaint          RightKind = "complaint"           // Art. 77
)
