package register

// DataCategory is a category of personal data (Art. 30(1)(c)).
type DataCategory struct {
	// Identifier of the category, unique among its kind in the register. Art. 30(1)(c).
	ID string `json:"id,omitzero"`
	// Name of the category. Art. 30(1)(c).
	Name Text `json:"name,omitzero"`
	// Description of the category in a few sentences. Art. 30(1)(c).
	Description Text `json:"description,omitzero"`
	// Wider term.
	Parent string `json:"parent,omitzero"`
	// Members, when the category is a bundle that people name in one word. Art. 30(1)(c).
	Includes []string `json:"includes,omitzero"`
	// Rules to which the category is subject; narrower terms inherit them. Art. 9(1).
	Marks []DataMark `json:"marks,omitzero"`
	// Line of the CNIL record.
	CNIL CNILGroup `json:"cnil,omitzero"`
	// IRI of the same concept in the Data Privacy Vocabulary.
	IRI string `json:"iri,omitzero"`
	// Key of the same concept in Fideslang.
	Fides string `json:"fides,omitzero"`

	Remarks
}

// DataSubject is a category of data subjects (Art. 30(1)(c)).
type DataSubject struct {
	// Identifier of the category, unique among its kind in the register. Art. 30(1)(c).
	ID string `json:"id,omitzero"`
	// Name of the category. Art. 30(1)(c).
	Name Text `json:"name,omitzero"`
	// Description of the category in a few sentences. Art. 30(1)(c).
	Description Text `json:"description,omitzero"`
	// Wider term.
	Parent string `json:"parent,omitzero"`
	// What calls for special care; narrower terms inherit it. Art. 35.
	Marks []SubjectMark `json:"marks,omitzero"`
	// IRI of the same concept in the Data Privacy Vocabulary.
	IRI string `json:"iri,omitzero"`
	// Key of the same concept in Fideslang.
	Fides string `json:"fides,omitzero"`

	Remarks
}

// Purpose is a purpose of processing (Art. 30(1)(b)).
type Purpose struct {
	// Identifier of the purpose, unique among its kind in the register. Art. 30(1)(b).
	ID string `json:"id,omitzero"`
	// Name of the purpose. Art. 30(1)(b).
	Name Text `json:"name,omitzero"`
	// Description of the purpose in a few sentences. Art. 30(1)(b).
	Description Text `json:"description,omitzero"`
	// Wider term.
	Parent string `json:"parent,omitzero"`
	// IRI of the same concept in the Data Privacy Vocabulary.
	IRI string `json:"iri,omitzero"`
	// Key of the same concept in Fideslang.
	Fides string `json:"fides,omitzero"`

	Remarks
}

// Operation is a category of processing (Art. 4(2), 30(2)(b)).
type Operation struct {
	// Identifier of the category of processing, unique among its kind in the register. Art. 30(2)(b).
	ID string `json:"id,omitzero"`
	// Name of the category of processing. Art. 30(2)(b).
	Name Text `json:"name,omitzero"`
	// Description of the category of processing in a few sentences. Art. 30(2)(b).
	Description Text `json:"description,omitzero"`
	// Wider term.
	Parent string `json:"parent,omitzero"`
	// IRI of the same concept in the Data Privacy Vocabulary.
	IRI string `json:"iri,omitzero"`
	// Key of the same concept in Fideslang.
	Fides string `json:"fides,omitzero"`

	Remarks
}

// Event is an event at which a retention period starts (Art. 30(1)(f)).
type Event struct {
	// Identifier of the event, unique among its kind in the register. Art. 30(1)(f).
	ID string `json:"id,omitzero"`
	// Name of the event. Art. 30(1)(f).
	Name Text `json:"name,omitzero"`
	// Description of the event in a few sentences. Art. 30(1)(f).
	Description Text `json:"description,omitzero"`
	// Wider term.
	Parent string `json:"parent,omitzero"`
	// IRI of the same concept in the Data Privacy Vocabulary.
	IRI string `json:"iri,omitzero"`
	// Key of the same concept in Fideslang.
	Fides string `json:"fides,omitzero"`

	Remarks
}

// Measure is a technical or organisational security measure (Art. 32(1)).
type Measure struct {
	// Identifier of the measure, unique among its kind in the register. Art. 30(1)(g).
	ID string `json:"id,omitzero"`
	// Name of the measure. Art. 30(1)(g).
	Name Text `json:"name,omitzero"`
	// Description of the measure in a few sentences. Art. 30(1)(g).
	Description Text `json:"description,omitzero"`
	// Wider term.
	Parent string `json:"parent,omitzero"`
	// Technical or organisational. Art. 32(1).
	Kind MeasureKind `json:"kind,omitzero"`
	// IRI of the same concept in the Data Privacy Vocabulary.
	IRI string `json:"iri,omitzero"`
	// Key of the same concept in Fideslang.
	Fides string `json:"fides,omitzero"`

	Remarks
}

// DataMark says what makes a category of data subject to a special rule.
type DataMark string

// Values of DataMark.
const (
	DataMarkSpecial            DataMark = "special"             // Art. 9(1)
	DataMarkCriminal           DataMark = "criminal"            // Art. 10
	DataMarkNationalIdentifier DataMark = "national-identifier" // Art. 87; NL UAVG 46
	DataMarkOnlineIdentifier   DataMark = "online-identifier"   // recital 30
)

// SubjectMark says what makes a category of data subjects need special care.
type SubjectMark string

// Values of SubjectMark.
const (
	SubjectMarkMinor      SubjectMark = "minor"      // Art. 8, recital 38
	SubjectMarkVulnerable SubjectMark = "vulnerable" // WP248 criterion 7
	SubjectMarkEmployee   SubjectMark = "employee"   // Art. 88
)

// CNILGroup says the line of the CNIL record under which the category is reported.
type CNILGroup string

// Values of CNILGroup.
const (
	CNILGroupIdentity         CNILGroup = "identity"
	CNILGroupPersonalLife     CNILGroup = "personal-life"
	CNILGroupProfessionalLife CNILGroup = "professional-life"
	CNILGroupEconomic         CNILGroup = "economic"
	CNILGroupConnection       CNILGroup = "connection"
	CNILGroupLocation         CNILGroup = "location"
	CNILGroupInternet         CNILGroup = "internet"
	CNILGroupNationalNumber   CNILGroup = "national-number"
	CNILGroupOther            CNILGroup = "other"
)

// MeasureKind says the kind of measure (Art. 32).
type MeasureKind string

// Values of MeasureKind.
const (
	MeasureKindTechnical      MeasureKind = "technical"
	MeasureKindOrganisational MeasureKind = "organisational"
)
