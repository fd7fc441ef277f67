package register

// Register is a record of processing activities (Art. 30), or a part of one, or a vocabulary: a register without activities.
type Register struct {
	// Version of the format: ropa/v1.
	Schema string `json:"schema,omitzero"`
	// Identifier of the register.
	ID string `json:"id,omitzero"`
	// Title of the register. Art. 30(1).
	Name Text `json:"name,omitzero"`
	// What the register covers.
	Description Text `json:"description,omitzero"`
	// Language of the texts that are typed as plain strings.
	Language Language `json:"language,omitzero"`
	// Law under which the record is kept; gdpr when left out.
	Regulation Regulation `json:"regulation,omitzero"`
	// Version of the register as its keeper counts. Art. 5(2).
	Version string `json:"version,omitzero"`
	// Day on which the register was begun. Art. 5(2).
	Created Date `json:"created,omitzero"`
	// Day of the last change. Art. 5(2).
	Updated Date `json:"updated,omitzero"`
	// Who approved the register and when. Art. 24.
	Approval *Approval `json:"approval,omitzero"`
	// Registers whose terms, parties, rules, measures and systems this one builds on: a built-in name such as common, or a path that holds a slash. The built-in vocabulary when left out; of several, a later one is nearer. Empty and not nil: stated that there are none.
	Extends []string `json:"extends,omitzero"`
	// Organisation that keeps the register. Art. 30(1)(a).
	Organisation *Organisation `json:"organisation,omitzero"`
	// What is said once and is true of every activity that does not list it under except. Art. 30(1).
	AllActivities *AllActivities `json:"allActivities,omitzero"`
	// Processing activities. Empty and not nil: stated that there are none. Art. 30(1).
	Activities []*Activity `json:"activities,omitzero"`
	// Parties that receive data, give data, supervise or act together with the organisation. Art. 30(1)(d).
	Parties []*Party `json:"parties,omitzero"`
	// Contracts with processors, arrangements between joint controllers and other agreements. Art. 28(3).
	Agreements []*Agreement `json:"agreements,omitzero"`
	// Categories of personal data beside those of the registers that this one extends. Art. 30(1)(c).
	DataCategories []*DataCategory `json:"dataCategories,omitzero"`
	// Categories of data subjects beside the inherited ones. Art. 30(1)(c).
	DataSubjects []*DataSubject `json:"dataSubjects,omitzero"`
	// Purposes beside the inherited ones. Art. 30(1)(b).
	Purposes []*Purpose `json:"purposes,omitzero"`
	// Time limits for erasure. Art. 30(1)(f).
	RetentionRules []*RetentionRule `json:"retentionRules,omitzero"`
	// Events at which a retention period starts. Art. 30(1)(f).
	Events []*Event `json:"events,omitzero"`
	// Categories of processing. Art. 30(2)(b).
	Operations []*Operation `json:"operations,omitzero"`
	// Systems and filing systems in which data are kept. Art. 32.
	Systems []*System `json:"systems,omitzero"`
	// Technical and organisational security measures. Art. 30(1)(g).
	Measures []*Measure `json:"measures,omitzero"`
	// Documents that the register refers to: assessments, contracts, policies. Art. 5(2).
	Documents []*Document `json:"documents,omitzero"`
	// How data subjects can use their rights. Art. 12.
	Rights []*Right `json:"rights,omitzero"`
	// What the organisation tells data subjects and the public. Art. 13.
	Notices []*Notice `json:"notices,omitzero"`
	// Findings that somebody decided to accept for a time. Art. 5(2).
	Waivers []*Waiver `json:"waivers,omitzero"`

	Remarks
}

// Regulation says the law under which the record is kept.
type Regulation string

// Values of Regulation.
const (
	RegulationGdpr   Regulation = "gdpr"    // Regulation (EU) 2016/679; the default
	RegulationUkGdpr Regulation = "uk-gdpr" // the UK GDPR
	RegulationEudpr  Regulation = "eudpr"   // Regulation (EU) 2018/1725, for Union institutions
	RegulationLed    Regulation = "led"     // Directive (EU) 2016/680, law enforcement
)
