package register

// Party is a party: a recipient, a processor, a joint controller, a source, a client, an authority (Art. 4(9), 30(1)(d)).
type Party struct {
	// Identifier of the party, unique among its kind in the register. Art. 30(1)(d).
	ID string `json:"id,omitzero"`
	// Name of the party. Art. 30(1)(d).
	Name Text `json:"name,omitzero"`
	// Description of the party in a few sentences.
	Description Text `json:"description,omitzero"`
	// What kind of party it is; organisation when left out. Art. 30(1)(d).
	Kind PartyKind `json:"kind,omitzero"`
	// Party, or category of recipients, that it belongs to.
	PartOf string `json:"partOf,omitzero"`
	// Other names under which it is known.
	OtherNames []string `json:"otherNames,omitzero"`
	// Country of its seat, only if known. Art. 44.
	Country Country `json:"country,omitzero"`
	// Where it processes data, if that is known. Art. 30(1)(e).
	Locations []Area `json:"locations,omitzero"`
	// Countries from which its staff access data. Empty and not nil: stated that there are none. Art. 44.
	RemoteAccess []Country `json:"remoteAccess,omitzero"`
	// How it can be reached. Art. 30(1)(a).
	Contact *Contact `json:"contact,omitzero"`
	// Its data protection officer. Art. 30(2)(a).
	DPO *Officer `json:"dpo,omitzero"`
	// Its representative in the Union. Art. 30(2)(a).
	Representative *Representative `json:"representative,omitzero"`
	// Numbers in public registers, by scheme.
	Identifiers Identifiers `json:"identifiers,omitzero"`
	// Certifications and approved codes. Empty and not nil: stated that there are none. Art. 28(5).
	Certifications []Certification `json:"certifications,omitzero"`
	// Measures that it takes. Empty and not nil: stated that there are none. Art. 28(1).
	Measures []MeasureUse `json:"measures,omitzero"`
	// How long it keeps the data. Art. 28(3)(g).
	Retention []RetentionUse `json:"retention,omitzero"`
	// Data that it gathers itself, not from the organisation. Empty and not nil: stated that there are none. Art. 4(7).
	Collects []Collection `json:"collects,omitzero"`
	// Purposes of its own for which it uses the data; none = stated that there are none. Empty and not nil: stated that there are none. Art. 28(10).
	OwnPurposes []OwnPurpose `json:"ownPurposes,omitzero"`
	// Processors that it engages. Empty and not nil: stated that there are none. Art. 28(2).
	Engages []Onward `json:"engages,omitzero"`
	// Onward recipients that it does not engage as processors. Empty and not nil: stated that there are none. Art. 30(1)(d).
	Recipients []Onward `json:"recipients,omitzero"`
	// Tools for the transfer to this party by the one above it in the chain. Empty and not nil: stated that there are none. Art. 30(1)(e).
	Transfers []Transfer `json:"transfers,omitzero"`
	// Services that differ in what happens to the data. Art. 28(3).
	Services []Service `json:"services,omitzero"`

	Remarks
}

// Service is a service of a party; what is said here comes before what is said at the party.
type Service struct {
	// Identifier of the service, unique among its kind in the register.
	ID string `json:"id,omitzero"`
	// Name of the service.
	Name Text `json:"name,omitzero"`
	// Description of the service in a few sentences.
	Description Text `json:"description,omitzero"`
	// Where the data are processed. Art. 30(1)(e).
	Locations []Area `json:"locations,omitzero"`
	// Countries from which the data are accessed. Empty and not nil: stated that there are none. Art. 44.
	RemoteAccess []Country `json:"remoteAccess,omitzero"`
	// Processors engaged for the service. Empty and not nil: stated that there are none. Art. 28(2).
	Engages []Onward `json:"engages,omitzero"`
	// Onward recipients of the service. Empty and not nil: stated that there are none. Art. 30(1)(d).
	Recipients []Onward `json:"recipients,omitzero"`
	// Tools for the transfer. Empty and not nil: stated that there are none. Art. 30(1)(e).
	Transfers []Transfer `json:"transfers,omitzero"`
	// Purposes of its own for which the party uses the data of the service. Empty and not nil: stated that there are none. Art. 28(10).
	OwnPurposes []OwnPurpose `json:"ownPurposes,omitzero"`
	// Measures of the service. Empty and not nil: stated that there are none. Art. 28(1).
	Measures []MeasureUse `json:"measures,omitzero"`

	Remarks
}

// Certification is a certification or an approved code of a party (Art. 28(5), 42).
type Certification struct {
	// Name of the certificate, such as ISO/IEC 27001. Art. 28(5).
	Name string `json:"name,omitzero"`
	// Number or place where it can be seen. Art. 28(5).
	Reference string `json:"reference,omitzero"`
	// First day on which the certificate applies.
	From Date `json:"from,omitzero"`
	// Last day on which the certificate applies.
	Until Date `json:"until,omitzero"`

	Remarks
}

// Collection is data that a party gathers itself, as a controller of its own (Art. 4(7)).
type Collection struct {
	// Category of data. Art. 4(7).
	Category string `json:"category,omitzero"`
	// About whom. Art. 4(7).
	Subjects []string `json:"subjects,omitzero"`
	// In which case.
	When Text `json:"when,omitzero"`

	Remarks
}

// PartyKind says what kind of party it is.
type PartyKind string

// Values of PartyKind.
const (
	PartyKindOrganisation              PartyKind = "organisation"               // a legal person; the default
	PartyKindAuthority                 PartyKind = "authority"                  // a public authority
	PartyKindUnit                      PartyKind = "unit"                       // a department of the organisation itself
	PartyKindPerson                    PartyKind = "person"                     // a natural person or a function
	PartyKindCategory                  PartyKind = "category"                   // a category of recipients, none of them named (Art. 30(1)(d))
	PartyKindPublic                    PartyKind = "public"                     // anyone: the data are published
	PartyKindInternationalOrganisation PartyKind = "international-organisation" // an international organisation (Art. 4(26), 44)
)
