package register

// AllActivities is what is true of every activity of the register, said once.
type AllActivities struct {
	// Disclosures that every activity makes of the data it holds. Art. 30(1)(d).
	Disclosures []Disclosure `json:"disclosures,omitzero"`
	// Systems that every activity uses. Art. 32.
	Systems []string `json:"systems,omitzero"`
	// Security measures that protect every activity. Art. 30(1)(g).
	Measures []MeasureUse `json:"measures,omitzero"`
	// Documents that concern every activity. Art. 5(2).
	Documents []string `json:"documents,omitzero"`
	// Notices that describe every activity. Art. 13.
	Notices []string `json:"notices,omitzero"`

	Remarks
}

// Activity is a processing activity (Art. 30(1)), or a category of processing carried out on behalf of a controller (Art. 30(2)).
type Activity struct {
	// Identifier of the activity, unique among its kind in the register. Art. 30(1).
	ID string `json:"id,omitzero"`
	// Name of the activity.
	Name Text `json:"name,omitzero"`
	// Description of the activity in a few sentences.
	Description Text `json:"description,omitzero"`
	// Number of the activity in print.
	Number string `json:"number,omitzero"`
	// Role of the organisation; controller when left out. Art. 30.
	Role ActivityRole `json:"role,omitzero"`
	// Law of this activity where it differs from that of the register.
	Regulation Regulation `json:"regulation,omitzero"`
	// Controllers when they are not the organisation. Art. 30(1)(a).
	Controllers []string `json:"controllers,omitzero"`
	// Joint controllers of the whole activity. Art. 26.
	JointWith []JointController `json:"jointWith,omitzero"`
	// Controllers on whose behalf the organisation processes. Art. 30(2)(a).
	OnBehalfOf []Client `json:"onBehalfOf,omitzero"`
	// Planned, active or ended; active when left out. Art. 5(2).
	Status Status `json:"status,omitzero"`
	// First day on which the activity applies.
	From Date `json:"from,omitzero"`
	// Last day on which the activity applies.
	Until Date `json:"until,omitzero"`
	// Department that carries out the activity. Art. 24.
	Unit Text `json:"unit,omitzero"`
	// Heading under which the activity is listed in a large register.
	Group Text `json:"group,omitzero"`
	// Who answers for the activity. Art. 24.
	Owner *Contact `json:"owner,omitzero"`
	// Numbers of the activity in other systems, by scheme.
	Identifiers Identifiers `json:"identifiers,omitzero"`
	// Day on which the entry was made. Art. 5(2).
	Created Date `json:"created,omitzero"`
	// Day of the last change of the entry. Art. 5(2).
	Updated Date `json:"updated,omitzero"`
	// Version of the entry. Art. 5(2).
	Version string `json:"version,omitzero"`
	// Who approved the entry and when. Art. 24.
	Approval *Approval `json:"approval,omitzero"`
	// When the entry was last reviewed and how often it is. Art. 24(1).
	Review *Review `json:"review,omitzero"`
	// Activity that took the place of this one. Art. 5(2).
	ReplacedBy string `json:"replacedBy,omitzero"`
	// Whether the processing is only occasional. Art. 30(5).
	Occasional Tristate `json:"occasional,omitzero"`
	// Whether the processing is on a large scale. Art. 35(3).
	LargeScale Tristate `json:"largeScale,omitzero"`
	// Classification of the data in the scheme of the organisation. Art. 32.
	Confidentiality string `json:"confidentiality,omitzero"`
	// Whether the entry may appear in a published register. Art. 5(1)(a).
	Publish Tristate `json:"publish,omitzero"`
	// Risk to the rights and freedoms of the data subjects. Art. 32(2).
	Risk *Risk `json:"risk,omitzero"`
	// Purposes, each with its legal basis. Art. 30(1)(b).
	Purposes []PurposeUse `json:"purposes,omitzero"`
	// Categories of data subjects. Art. 30(1)(c).
	Subjects []SubjectUse `json:"subjects,omitzero"`
	// Categories of personal data, each a statement of its own. Art. 30(1)(c).
	Data []DataUse `json:"data,omitzero"`
	// Data stated not to be processed: a mark such as special, or a category. Art. 9(1).
	NotProcessed []string `json:"notProcessed,omitzero"`
	// Retention of the data that state none themselves. Art. 30(1)(f).
	Retention []RetentionUse `json:"retention,omitzero"`
	// Retention and erasure policy, and whether it is followed. Art. 5(1)(e).
	RetentionPolicy *RetentionPolicy `json:"retentionPolicy,omitzero"`
	// Categories of processing. Art. 30(2)(b).
	Operations []OperationUse `json:"operations,omitzero"`
	// Systems in which the data are kept. Empty and not nil: stated that there are none. Art. 32.
	Systems []string `json:"systems,omitzero"`
	// Technical and organisational measures. Empty and not nil: stated that there are none. Art. 30(1)(g).
	Measures []MeasureUse `json:"measures,omitzero"`
	// To whom which data are disclosed, each a statement of its own. Empty and not nil: stated that there are none. Art. 30(1)(d).
	Disclosures []Disclosure `json:"disclosures,omitzero"`
	// Transfers to third countries as the organisation states them; checked against the disclosures. Empty and not nil: stated that there are none. Art. 30(1)(e).
	Transfers []TransferClaim `json:"transfers,omitzero"`
	// Automated individual decisions, including profiling. Empty and not nil: stated that there are none. Art. 22.
	AutomatedDecisions []AutomatedDecision `json:"automatedDecisions,omitzero"`
	// Data protection impact assessment. Art. 35.
	DPIA *DPIA `json:"dpia,omitzero"`
	// Personal data breaches that concerned the activity. Empty and not nil: stated that there are none. Art. 33(5).
	Breaches []Breach `json:"breaches,omitzero"`
	// Documents that concern the activity. Art. 5(2).
	Documents []string `json:"documents,omitzero"`
	// Notices that describe the activity. Art. 13.
	Notices []string `json:"notices,omitzero"`
	// What allActivities says that does not hold here: parties, disclosures, systems, measures, documents or notices.
	Except []string `json:"except,omitzero"`

	Remarks
}

// JointController is a party with whom purposes and means are determined jointly (Art. 26).
type JointController struct {
	// The joint controller. Art. 26(1).
	Party string `json:"party,omitzero"`
	// Arrangement between the joint controllers. Art. 26(1).
	Agreement string `json:"agreement,omitzero"`
	// Who does what. Art. 26(1).
	Responsibilities Text `json:"responsibilities,omitzero"`

	Remarks
}

// Client is a controller on whose behalf the organisation processes (Art. 30(2)(a)).
type Client struct {
	// The controller. Art. 30(2)(a).
	Party string `json:"party,omitzero"`
	// Contract with the controller. Art. 28(3).
	Agreement string `json:"agreement,omitzero"`
	// Categories of processing for this controller where they differ. Art. 30(2)(b).
	Operations []OperationUse `json:"operations,omitzero"`
	// First day on which the processing for this controller applies.
	From Date `json:"from,omitzero"`
	// Last day on which the processing for this controller applies.
	Until Date `json:"until,omitzero"`

	Remarks
}

// Review is how the entry is kept up to date (Art. 24(1)).
type Review struct {
	// Day of the last review. Art. 24(1).
	Last Date `json:"last,omitzero"`
	// How often the entry is reviewed. Art. 24(1).
	Every Period `json:"every,omitzero"`
	// Who reviewed. Art. 24(1).
	By string `json:"by,omitzero"`

	Remarks
}

// Risk is the risk of the processing and what is done about it (Art. 24, 32).
type Risk struct {
	// Level of the risk. Art. 32.
	Level RiskLevel `json:"level,omitzero"`
	// What can go wrong, for whom. Art. 32(2).
	Description Text `json:"description,omitzero"`
	// What is done about it. Art. 32.
	Mitigation Text `json:"mitigation,omitzero"`
	// Day on which the risk last changed. Art. 35(11).
	Changed Date `json:"changed,omitzero"`

	Remarks
}

// RetentionPolicy is a retention and erasure policy and whether it is kept to.
type RetentionPolicy struct {
	// The policy. Art. 5(2).
	Document string `json:"document,omitzero"`
	// Whether data are kept and erased as the policy says. Art. 5(1)(e).
	Followed Tristate `json:"followed,omitzero"`
	// Why it is not followed. Art. 5(1)(e).
	Reason Text `json:"reason,omitzero"`

	Remarks
}

// Breach is a personal data breach, as the internal record has it (Art. 33(5)).
type Breach struct {
	// Identifier of the breach. Art. 33(5).
	ID string `json:"id,omitzero"`
	// Day on which the breach became known. Art. 33(5).
	Date Date `json:"date,omitzero"`
	// Facts, effects and remedial action. Art. 33(5).
	Summary Text `json:"summary,omitzero"`
	// Record of the breach. Art. 33(5).
	Document string `json:"document,omitzero"`
	// Day on which the authority was notified. Art. 33(1).
	Notified Date `json:"notified,omitzero"`
	// Day on which the data subjects were told. Art. 34.
	SubjectsInformed Date `json:"subjectsInformed,omitzero"`
	// Why it was not notified, or notified late. Art. 33(1).
	Reason Text `json:"reason,omitzero"`

	Remarks
}

// SubjectUse is a category of data subjects of an activity (Art. 30(1)(c)).
type SubjectUse struct {
	// The category of data subjects. Art. 30(1)(c).
	Subject string `json:"subject,omitzero"`
	// Whether these people are party to the contract that serves as legal basis. Art. 6(1)(b).
	ContractParty Tristate `json:"contractParty,omitzero"`
	// About how many people. Art. 35(3)(b).
	Count string `json:"count,omitzero"`

	Remarks
}

// AutomatedDecision is an automated individual decision (Art. 22).
type AutomatedDecision struct {
	// Identifier of the decision. Art. 22.
	ID string `json:"id,omitzero"`
	// Name of the decision. Art. 13(2)(f).
	Name Text `json:"name,omitzero"`
	// Meaningful information about the logic involved. Art. 13(2)(f).
	Logic Text `json:"logic,omitzero"`
	// Significance and envisaged consequences for the data subject. Art. 13(2)(f).
	Effect Text `json:"effect,omitzero"`
	// Whether it is based solely on automated processing. Art. 22(1).
	Solely Tristate `json:"solely,omitzero"`
	// Whether it produces legal effects or similarly significant ones. Art. 22(1).
	Significant Tristate `json:"significant,omitzero"`
	// Whether it rests on profiling. Art. 4(4).
	Profiling Tristate `json:"profiling,omitzero"`
	// What allows it. Art. 22(2).
	Exception DecisionException `json:"exception,omitzero"`
	// Law that authorises it. Art. 22(2)(b).
	Law []LawRef `json:"law,omitzero"`
	// How a person can step in. Art. 22(3).
	Human Text `json:"human,omitzero"`
	// Purposes that it serves. Art. 22.
	Purposes []string `json:"purposes,omitzero"`

	Remarks
}

// DPIA is a data protection impact assessment, or why there is none (Art. 35).
type DPIA struct {
	// Whether an assessment is needed. Art. 35(1).
	Needed Tristate `json:"needed,omitzero"`
	// Criteria of WP248 that are met. Empty and not nil: stated that there are none. Art. 35(1).
	Criteria []DPIACriterion `json:"criteria,omitzero"`
	// Items of the list of the authority that are met. Art. 35(4).
	ListItems []string `json:"listItems,omitzero"`
	// How far the assessment is. Art. 35.
	Status DPIAStatus `json:"status,omitzero"`
	// Day on which the assessment was finished. Art. 35(1).
	Done Date `json:"done,omitzero"`
	// Report of the assessment. Art. 35(7).
	Report string `json:"report,omitzero"`
	// Risk that remains. Art. 36(1).
	ResidualRisk RiskLevel `json:"residualRisk,omitzero"`
	// Day on which the authority was consulted. Art. 36.
	Consultation Date `json:"consultation,omitzero"`
	// Why no assessment was made. Art. 35.
	Reason Text `json:"reason,omitzero"`

	Remarks
}

// ActivityRole says in which role the organisation carries out the activity (Art. 4(7), 4(8)).
type ActivityRole string

// Values of ActivityRole.
const (
	ActivityRoleController ActivityRole = "controller" // determines purposes and means; the default
	ActivityRoleProcessor  ActivityRole = "processor"  // acts on behalf of the controllers named in onBehalfOf (Art. 30(2))
)

// Status says where the activity is in its life.
type Status string

// Values of Status.
const (
	StatusPlanned Status = "planned" // not started
	StatusActive  Status = "active"  // carried out; the default
	StatusEnded   Status = "ended"   // no longer carried out
)

// DecisionException says what allows a decision based solely on automated processing (Art. 22(2)).
type DecisionException string

// Values of DecisionException.
const (
	DecisionExceptionContract        DecisionException = "contract"         // Art. 22(2)(a)
	DecisionExceptionLaw             DecisionException = "law"              // Art. 22(2)(b)
	DecisionExceptionExplicitConsent DecisionException = "explicit-consent" // Art. 22(2)(c)
)

// DPIACriterion says the criteria of WP248 rev.01 for a likely high risk.
type DPIACriterion string

// Values of DPIACriterion.
const (
	DPIACriterionEvaluationOrScoring    DPIACriterion = "evaluation-or-scoring"
	DPIACriterionAutomatedDecisions     DPIACriterion = "automated-decisions"
	DPIACriterionSystematicMonitoring   DPIACriterion = "systematic-monitoring"
	DPIACriterionSensitiveData          DPIACriterion = "sensitive-data"
	DPIACriterionLargeScale             DPIACriterion = "large-scale"
	DPIACriterionMatchingOrCombining    DPIACriterion = "matching-or-combining"
	DPIACriterionVulnerableSubjects     DPIACriterion = "vulnerable-subjects"
	DPIACriterionInnovativeTechnology   DPIACriterion = "innovative-technology"
	DPIACriterionPreventsRightOrService DPIACriterion = "prevents-right-or-service"
)

// DPIAStatus says how far the assessment is.
type DPIAStatus string

// Values of DPIAStatus.
const (
	DPIAStatusPlanned    DPIAStatus = "planned"
	DPIAStatusInProgress DPIAStatus = "in-progress"
	DPIAStatusDone       DPIAStatus = "done"
)

// RiskLevel says a level of risk.
type RiskLevel string

// Values of RiskLevel.
const (
	RiskLevelLow    RiskLevel = "low"
	RiskLevelMedium RiskLevel = "medium"
	RiskLevelHigh   RiskLevel = "high"
)
