package register

// DataUse is a category of personal data of an activity: which, about whom, why, from where, how long (Art. 30(1)(c), (f)).
type DataUse struct {
	// Identifier of the statement, where the category alone would not tell it from another.
	ID string `json:"id,omitzero"`
	// The category of data; all = everything that the activity holds. Art. 30(1)(c).
	Category string `json:"category,omitzero"`
	// Whose data; everyone of the activity when left out. Art. 30(1)(c).
	Subjects []string `json:"subjects,omitzero"`
	// Why; every purpose of the activity when left out. Art. 30(1)(b).
	Purposes []string `json:"purposes,omitzero"`
	// Where the data come from. Art. 14(2)(f).
	Source []DataSource `json:"source,omitzero"`
	// Whether the data must be given. Art. 13(2)(e).
	Mandatory Tristate `json:"mandatory,omitzero"`
	// What happens when they are not given. Art. 13(2)(e).
	Consequence Text `json:"consequence,omitzero"`
	// How long they are kept; takes the place of the retention of the activity. Art. 30(1)(f).
	Retention []RetentionUse `json:"retention,omitzero"`
	// Systems in which they are kept; those of the activity when left out. Empty and not nil: stated that there are none. Art. 32.
	Systems []string `json:"systems,omitzero"`
	// Measures that protect these data beside those of the activity. Empty and not nil: stated that there are none. Art. 32.
	Measures []MeasureUse `json:"measures,omitzero"`
	// Law that asks for or allows these data, such as a national identification number (Art. 87) or criminal data (Art. 10). Art. 9(2).
	Law []LawRef `json:"law,omitzero"`
	// What the organisation says of them that would take them out of the law. Art. 4(1).
	Claim DataClaim `json:"claim,omitzero"`
	// Form in which they are kept. Art. 4(5).
	Form []DataForm `json:"form,omitzero"`
	// Documents that concern these data, such as a permit. Art. 10.
	Documents []string `json:"documents,omitzero"`

	Remarks
}

// DataSource is where data come from (Art. 13, 14(2)(f)).
type DataSource struct {
	// Kind of source. Art. 14(2)(f).
	Kind SourceKind `json:"kind,omitzero"`
	// Party that gives the data. Art. 14(2)(f).
	Party string `json:"party,omitzero"`
	// Activity of the register from which the data are taken. Art. 6(4).
	Activity string `json:"activity,omitzero"`

	Remarks
}

// RetentionUse is a retention rule as it applies to data (Art. 30(1)(f)).
type RetentionUse struct {
	// The rule. Art. 30(1)(f).
	Rule string `json:"rule,omitzero"`
	// In which case the rule applies. Art. 30(1)(f).
	When Text `json:"when,omitzero"`

	Remarks
}

// OperationUse is a category of processing: a term, or a text where no term fits (Art. 30(2)(b)).
type OperationUse struct {
	// The term. Art. 30(2)(b).
	Operation string `json:"operation,omitzero"`
	// The category in words. Art. 30(2)(b).
	Text Text `json:"text,omitzero"`

	Remarks
}

// MeasureUse is a security measure as it applies here: a term, or a text where no term fits (Art. 32).
type MeasureUse struct {
	// The measure. Art. 30(1)(g).
	Measure string `json:"measure,omitzero"`
	// The measure in words. Art. 30(1)(g).
	Text Text `json:"text,omitzero"`

	Remarks
}

// LawRef is a provision of law: one that the product knows by id, or a citation.
type LawRef struct {
	// Identifier of the provision in the legal data of the product. Art. 6(3).
	ID string `json:"id,omitzero"`
	// Citation as lawyers write it. Art. 6(3).
	Cite string `json:"cite,omitzero"`
	// Country whose law it is; EU for Union law. Art. 6(3).
	Country Area `json:"country,omitzero"`
	// Where the text can be read.
	URL string `json:"url,omitzero"`

	Remarks
}

// SourceKind says where the data come from (Art. 13, 14(2)(f)).
type SourceKind string

// Values of SourceKind.
const (
	SourceKindDataSubject  SourceKind = "data-subject"  // from the person
	SourceKindPublicSource SourceKind = "public-source" // from a source open to the public
	SourceKindGenerated    SourceKind = "generated"     // arising from the use of the service or made by the organisation
)

// DataClaim says what the organisation says of the data that takes them out of the law.
type DataClaim string

// Values of DataClaim.
const (
	DataClaimNoPersonalData DataClaim = "no-personal-data" // called no personal data
	DataClaimAnonymous      DataClaim = "anonymous"        // called anonymous
)

// DataForm says the form in which the data are kept (Art. 4(5), 32(1)(a)).
type DataForm string

// Values of DataForm.
const (
	DataFormPseudonymised DataForm = "pseudonymised"
	DataFormEncrypted     DataForm = "encrypted"
	DataFormAggregated    DataForm = "aggregated"
	DataFormHashed        DataForm = "hashed"
	DataFormMasked        DataForm = "masked"
	DataFormTokenised     DataForm = "tokenised"
)
