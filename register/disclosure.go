package register

// Disclosure is these data, to this party, in this role, for this purpose (Art. 30(1)(d)).
type Disclosure struct {
	// Identifier of the disclosure, where the party alone would not tell it from another.
	ID string `json:"id,omitzero"`
	// Recipient. Art. 30(1)(d).
	To string `json:"to,omitzero"`
	// Role of the recipient; left out, the register does not say. Art. 4.
	As Role `json:"as,omitzero"`
	// Data disclosed; left out, all data of the activity, which answers mark as assumed; all = stated to be all. Art. 30(1)(c).
	Data []string `json:"data,omitzero"`
	// Whose data; everyone of the activity when left out. Art. 30(1)(c).
	Subjects []string `json:"subjects,omitzero"`
	// Why; every purpose of the activity when left out. Art. 30(1)(b).
	Purposes []string `json:"purposes,omitzero"`
	// Under which condition. Art. 13(1)(e).
	When Text `json:"when,omitzero"`
	// Service of the party that receives the data. Art. 28(3).
	Service string `json:"service,omitzero"`
	// Agreement that governs the disclosure. Art. 28(3).
	Agreement string `json:"agreement,omitzero"`
	// Law that compels or allows the disclosure. Art. 6(3).
	Law []LawRef `json:"law,omitzero"`
	// Purposes of its own for which the party uses these data; takes the place of what is said at the service or the party. Empty and not nil: stated that there are none. Art. 28(10).
	OwnPurposes []OwnPurpose `json:"ownPurposes,omitzero"`
	// Where the party processes these data; takes the place of what is said at the service or the party. Art. 30(1)(e).
	Locations []Area `json:"locations,omitzero"`
	// Countries from which the data are accessed. Empty and not nil: stated that there are none. Art. 44.
	RemoteAccess []Country `json:"remoteAccess,omitzero"`
	// Tools for the transfer to this party. Empty and not nil: stated that there are none. Art. 30(1)(e).
	Transfers []Transfer `json:"transfers,omitzero"`
	// Processors that the party engages for this use. Empty and not nil: stated that there are none. Art. 28(2).
	Engages []Onward `json:"engages,omitzero"`
	// Onward recipients for this use that the party does not engage as processors. Empty and not nil: stated that there are none. Art. 30(1)(d).
	Recipients []Onward `json:"recipients,omitzero"`
	// Measures that protect this disclosure. Empty and not nil: stated that there are none. Art. 32.
	Measures []MeasureUse `json:"measures,omitzero"`
	// How long the recipient keeps the data. Art. 28(3)(g).
	Retention []RetentionUse `json:"retention,omitzero"`
	// First day on which the disclosure applies.
	From Date `json:"from,omitzero"`
	// Last day on which the disclosure applies.
	Until Date `json:"until,omitzero"`

	Remarks
}

// Onward is a party that gets the data from a recipient: a processor that it engages (Art. 28(2), (4)) or an onward recipient.
type Onward struct {
	// The party. Art. 28(2).
	Party string `json:"party,omitzero"`
	// Its role toward the party that passes the data on. A processor that a processor engages is a sub-processor: that is derived, never typed. Art. 4.
	As Role `json:"as,omitzero"`
	// Service of the party that receives the data. Art. 28(4).
	Service string `json:"service,omitzero"`
	// Data passed on, of those that come in; left out, all of them, which answers mark as assumed. Art. 28(4).
	Data []string `json:"data,omitzero"`
	// Data that the party above adds of its own. Art. 30(1)(d).
	AddsData []string `json:"addsData,omitzero"`
	// Under which condition. Art. 13(1)(e).
	When Text `json:"when,omitzero"`
	// Agreement between the two. Art. 28(4).
	Agreement string `json:"agreement,omitzero"`
	// Where the party processes the data. Art. 30(1)(e).
	Locations []Area `json:"locations,omitzero"`
	// Countries from which the data are accessed. Empty and not nil: stated that there are none. Art. 44.
	RemoteAccess []Country `json:"remoteAccess,omitzero"`
	// Tools for the transfer to this party. Empty and not nil: stated that there are none. Art. 44.
	Transfers []Transfer `json:"transfers,omitzero"`
	// First day on which the engagement applies.
	From Date `json:"from,omitzero"`
	// Last day on which the engagement applies.
	Until Date `json:"until,omitzero"`

	Remarks
}

// OwnPurpose is a use by a party for a purpose of its own: for that use it is a controller (Art. 4(7), 28(10)).
type OwnPurpose struct {
	// The purpose. Art. 28(10).
	Purpose string `json:"purpose,omitzero"`
	// Data so used; all that the party gets when left out. Art. 28(10).
	Data []string `json:"data,omitzero"`
	// In which case. Art. 28(10).
	When Text `json:"when,omitzero"`

	Remarks
}

// Role says the role of a recipient, relative to the controller (Art. 4(7)-(10), 26, 28).
type Role string

// Values of Role.
const (
	RoleProcessor       Role = "processor"        // processes on behalf of the controller (Art. 4(8), 28)
	RoleJointController Role = "joint-controller" // determines purposes and means jointly (Art. 26)
	RoleController      Role = "controller"       // determines its own purposes and means (Art. 4(7))
	RoleRecipient       Role = "recipient"        // receives the data in another role, such as an authority or the data subject (Art. 4(9))
)
