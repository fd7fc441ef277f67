package register

// Organisation is the organisation that keeps the register: controller in some activities, processor in others (Art. 30(1)(a), 30(2)(a)).
type Organisation struct {
	// Name of the organisation. Art. 30(1)(a).
	Name Text `json:"name,omitzero"`
	// Trading names and former names. Art. 30(1)(a).
	OtherNames []string `json:"otherNames,omitzero"`
	// Country of the main establishment. Art. 3(1).
	Country Country `json:"country,omitzero"`
	// How the organisation can be reached about data protection. Art. 30(1)(a).
	Contact *Contact `json:"contact,omitzero"`
	// Numbers in public registers, by scheme, such as kvk. Art. 30(1)(a).
	Identifiers Identifiers `json:"identifiers,omitzero"`
	// Supervisory authority, a party of kind authority. Art. 13(2)(d).
	Authority string `json:"authority,omitzero"`
	// Data protection officer, or the statement that there is none. Art. 37.
	DPO *Officer `json:"dpo,omitzero"`
	// Representative in the Union, or the statement that there is none. Art. 27.
	Representative *Representative `json:"representative,omitzero"`
	// Whether the organisation is a public authority or body. Art. 37(1)(a).
	PublicBody Tristate `json:"publicBody,omitzero"`
	// Number of persons employed. Art. 30(5).
	Employees *int `json:"employees,omitzero"`
	// Core activities that oblige to appoint a data protection officer. Empty and not nil: stated that there are none. Art. 37(1).
	CoreActivities []CoreActivity `json:"coreActivities,omitzero"`
	// Whether an organisation outside the Union offers goods or services to, or monitors, people in the Union. Art. 3(2).
	OffersInUnion Tristate `json:"offersInUnion,omitzero"`
	// Claim that the organisation need not keep a full record. Art. 30(5).
	RecordExemption *RecordExemption `json:"recordExemption,omitzero"`
	// Security measures that hold for the whole organisation. Empty and not nil: stated that there are none. Art. 32.
	Measures []MeasureUse `json:"measures,omitzero"`

	Remarks
}

// RecordExemption is a claim to the exemption for smaller organisations (Art. 30(5)).
type RecordExemption struct {
	// Whether the exemption is claimed. Art. 30(5).
	Claimed Tristate `json:"claimed,omitzero"`
	// Why the organisation thinks that it applies. Art. 30(5).
	Reason Text `json:"reason,omitzero"`

	Remarks
}

// Contact is how somebody can be reached.
type Contact struct {
	// Name of the person or function. Art. 30(1)(a).
	Name string `json:"name,omitzero"`
	// Department.
	Department string `json:"department,omitzero"`
	// E-mail address. Art. 30(1)(a).
	Email string `json:"email,omitzero"`
	// Telephone number. Art. 30(1)(a).
	Phone string `json:"phone,omitzero"`
	// Postal address. Art. 30(1)(a).
	Address *Address `json:"address,omitzero"`
	// Address of a web page.
	Website string `json:"website,omitzero"`

	Remarks
}

// Address is a postal address.
type Address struct {
	// Street and number, or post box.
	Street string `json:"street,omitzero"`
	// Postal code.
	PostalCode string `json:"postalCode,omitzero"`
	// City or town.
	City string `json:"city,omitzero"`
	// State, province or region.
	Region string `json:"region,omitzero"`
	// Country.
	Country Country `json:"country,omitzero"`

	Remarks
}

// Officer is a data protection officer (Art. 37), or the statement that there is none.
type Officer struct {
	// True: there is no data protection officer. Art. 37.
	None Tristate `json:"none,omitzero"`
	// Why there is none. Art. 37(1).
	Reason Text `json:"reason,omitzero"`
	// Name of the officer. Art. 37(7).
	Name string `json:"name,omitzero"`
	// Company of an external officer. Art. 37(6).
	Company string `json:"company,omitzero"`
	// How the officer can be reached. Art. 37(7).
	Contact *Contact `json:"contact,omitzero"`
	// Day of the appointment. Art. 37.
	Appointed Date `json:"appointed,omitzero"`
	// Day on which the authority was told the contact details. Art. 37(7).
	Notified Date `json:"notified,omitzero"`
	// Whether the contact details are published. Art. 37(7).
	Published Tristate `json:"published,omitzero"`

	Remarks
}

// Representative is a representative in the Union of an organisation outside it (Art. 27), or the statement that there is none.
type Representative struct {
	// True: there is no representative. Art. 27.
	None Tristate `json:"none,omitzero"`
	// Why there is none. Art. 27(2).
	Reason Text `json:"reason,omitzero"`
	// Name of the representative. Art. 27.
	Name string `json:"name,omitzero"`
	// Member state in which the representative is established. Art. 27(3).
	Country Country `json:"country,omitzero"`
	// How the representative can be reached. Art. 27.
	Contact *Contact `json:"contact,omitzero"`

	Remarks
}

// Approval is an approval by somebody answerable (Art. 24).
type Approval struct {
	// Draft, in review or approved. Art. 24.
	State ApprovalState `json:"state,omitzero"`
	// Who approved. Art. 24.
	By string `json:"by,omitzero"`
	// Day of the approval. Art. 24.
	On Date `json:"on,omitzero"`

	Remarks
}

// ApprovalState says the state of approval.
type ApprovalState string

// Values of ApprovalState.
const (
	ApprovalStateDraft    ApprovalState = "draft"
	ApprovalStateInReview ApprovalState = "in-review"
	ApprovalStateApproved ApprovalState = "approved"
)

// CoreActivity says core activities that oblige to appoint a data protection officer (Art. 37(1)(b), (c)).
type CoreActivity string

// Values of CoreActivity.
const (
	CoreActivityLargeScaleMonitoring  CoreActivity = "large-scale-monitoring"
	CoreActivityLargeScaleSpecialData CoreActivity = "large-scale-special-data"
)
