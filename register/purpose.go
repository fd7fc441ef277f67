package register

// PurposeUse is a purpose of an activity with its legal basis (Art. 30(1)(b), 6, 9).
type PurposeUse struct {
	// The purpose. Art. 30(1)(b).
	Purpose string `json:"purpose,omitzero"`
	// The purpose in detail, for this activity. Art. 5(1)(b).
	Description Text `json:"description,omitzero"`
	// Data subjects that it concerns; all of the activity when left out. Art. 30(1)(c).
	Subjects []string `json:"subjects,omitzero"`
	// Data that it needs; all of the activity when left out. Art. 30(1)(c).
	Data []string `json:"data,omitzero"`
	// Legal basis, one or several. Art. 6(1).
	Basis []Basis `json:"basis,omitzero"`
	// Whether the purpose belongs to the task of a public body. Art. 6(1).
	PublicTask Tristate `json:"publicTask,omitzero"`
	// Law that lays down the obligation or the task. Art. 6(3).
	Law []LawRef `json:"law,omitzero"`
	// Legitimate interest, and whose it is. Art. 13(1)(d).
	Interest Text `json:"interest,omitzero"`
	// Balancing test of the legitimate interest. Art. 6(1)(f).
	LIA *BalancingTest `json:"lia,omitzero"`
	// How consent is given, proved and withdrawn. Art. 7.
	Consent *Consent `json:"consent,omitzero"`
	// Condition for special categories of data. Art. 9(2).
	Article9 []Article9 `json:"art9,omitzero"`
	// Law on which that condition rests. Art. 9(2).
	Article9Law []LawRef `json:"art9Law,omitzero"`
	// Why further processing is compatible with the purpose of collection. Art. 6(4).
	Compatibility Text `json:"compatibility,omitzero"`
	// Why something is stored on or read from the equipment of the user. ePrivacy Directive Art. 5(3).
	Device Device `json:"device,omitzero"`
	// Channels of direct marketing. ePrivacy Directive Art. 13.
	Channel []Channel `json:"channel,omitzero"`
	// Conditions under which own customers are mailed without consent. ePrivacy Directive Art. 13(2).
	SoftOptIn *SoftOptIn `json:"softOptIn,omitzero"`
	// Joint controllers for this purpose. Art. 26.
	JointWith []JointController `json:"jointWith,omitzero"`
	// Day on which the purpose or its basis last changed. Art. 6(4).
	Changed Date `json:"changed,omitzero"`

	Remarks
}

// BalancingTest is a balancing test of a legitimate interest (Art. 6(1)(f)).
type BalancingTest struct {
	// Report of the test. Art. 5(2).
	Document string `json:"document,omitzero"`
	// Whose interests prevail. Art. 6(1)(f).
	Outcome AssessmentOutcome `json:"outcome,omitzero"`
	// Day of the test. Art. 5(2).
	Date Date `json:"date,omitzero"`
	// Interest, necessity and balance in short. Art. 6(1)(f).
	Summary Text `json:"summary,omitzero"`

	Remarks
}

// Consent is how consent is given, proved and withdrawn (Art. 4(11), 7, 8).
type Consent struct {
	// How it is given. Art. 4(11).
	Mechanism ConsentMechanism `json:"mechanism,omitzero"`
	// Identifier of the choice that is put to the person: the same at several purposes where one choice covers them all. Art. 7(2).
	Choice string `json:"choice,omitzero"`
	// Whether it is given in an explicit statement. Art. 9(2)(a).
	Explicit Tristate `json:"explicit,omitzero"`
	// How it is given, in words. Art. 7(2).
	How Text `json:"how,omitzero"`
	// How it can be proved. Art. 7(1).
	Record Text `json:"record,omitzero"`
	// Texts and records of consent. Art. 7(1).
	Documents []string `json:"documents,omitzero"`
	// How it is withdrawn. Art. 7(3).
	Withdrawal Text `json:"withdrawal,omitzero"`
	// Number of steps to give it. Art. 7(3).
	StepsToGive *int `json:"stepsToGive,omitzero"`
	// Number of steps to withdraw it. Art. 7(3).
	StepsToWithdraw *int `json:"stepsToWithdraw,omitzero"`
	// What it is bundled with. Art. 7(2).
	BundledWith Text `json:"bundledWith,omitzero"`
	// Whether the service is refused without it. Art. 7(4).
	ConditionForService Tristate `json:"conditionForService,omitzero"`
	// Whether the service that was asked for cannot be given without these data. Art. 7(4).
	Necessary Tristate `json:"necessary,omitzero"`
	// Whether it is asked of children for a service offered to them directly. Art. 8.
	OfferedToChildren Tristate `json:"offeredToChildren,omitzero"`
	// Youngest age in years at which the person consents without a parent. Art. 8.
	MinimumAge *int `json:"minimumAge,omitzero"`
	// Whether a parent consents for younger people. Art. 8(2).
	ParentalConsent Tristate `json:"parentalConsent,omitzero"`

	Remarks
}

// SoftOptIn is the conditions for mailing own customers without consent (ePrivacy Directive Art. 13(2); NL Tw 11.7).
type SoftOptIn struct {
	// Whether the address was obtained in a sale to the person. ePrivacy Directive Art. 13(2).
	OwnCustomers Tristate `json:"ownCustomers,omitzero"`
	// Whether only own similar products or services are offered. ePrivacy Directive Art. 13(2).
	SimilarProducts Tristate `json:"similarProducts,omitzero"`
	// Whether objection was possible, free of charge, when the address was collected. ePrivacy Directive Art. 13(2).
	OptOutAtCollection Tristate `json:"optOutAtCollection,omitzero"`
	// Whether objection is possible in each message. ePrivacy Directive Art. 13(2).
	OptOutInEachMessage Tristate `json:"optOutInEachMessage,omitzero"`

	Remarks
}

// Basis says the legal basis of a purpose (Art. 6(1)).
type Basis string

// Values of Basis.
const (
	BasisConsent                       Basis = "consent"                         // Art. 6(1)(a)
	BasisContract                      Basis = "contract"                        // Art. 6(1)(b)
	BasisLegalObligation               Basis = "legal-obligation"                // Art. 6(1)(c)
	BasisVitalInterests                Basis = "vital-interests"                 // Art. 6(1)(d)
	BasisPublicTask                    Basis = "public-task"                     // Art. 6(1)(e)
	BasisLegitimateInterests           Basis = "legitimate-interests"            // Art. 6(1)(f)
	BasisRecognisedLegitimateInterests Basis = "recognised-legitimate-interests" // UK GDPR Art. 6(1)(ea), under uk-gdpr only
)

// Article9 says the condition that lifts the ban on special categories (Art. 9(2)).
type Article9 string

// Values of Article9.
const (
	Article9ExplicitConsent             Article9 = "explicit-consent"              // Art. 9(2)(a)
	Article9EmploymentSocialSecurity    Article9 = "employment-social-security"    // Art. 9(2)(b)
	Article9VitalInterests              Article9 = "vital-interests"               // Art. 9(2)(c)
	Article9NonProfitBody               Article9 = "non-profit-body"               // Art. 9(2)(d)
	Article9MadePublic                  Article9 = "made-public"                   // Art. 9(2)(e)
	Article9LegalClaims                 Article9 = "legal-claims"                  // Art. 9(2)(f)
	Article9SubstantialPublicInterest   Article9 = "substantial-public-interest"   // Art. 9(2)(g)
	Article9HealthCare                  Article9 = "health-care"                   // Art. 9(2)(h)
	Article9PublicHealth                Article9 = "public-health"                 // Art. 9(2)(i)
	Article9ArchivingResearchStatistics Article9 = "archiving-research-statistics" // Art. 9(2)(j)
)

// ConsentMechanism says how consent is given (Art. 4(11), 7).
type ConsentMechanism string

// Values of ConsentMechanism.
const (
	ConsentMechanismOptIn            ConsentMechanism = "opt-in"             // a separate unticked choice
	ConsentMechanismDoubleOptIn      ConsentMechanism = "double-opt-in"      // a choice confirmed through a message
	ConsentMechanismBanner           ConsentMechanism = "banner"             // a banner on a site or in an app
	ConsentMechanismWritten          ConsentMechanism = "written"            // a signed statement
	ConsentMechanismVerbal           ConsentMechanism = "verbal"             // spoken and recorded
	ConsentMechanismByAcceptingTerms ConsentMechanism = "by-accepting-terms" // by accepting terms or a privacy policy
	ConsentMechanismPreTicked        ConsentMechanism = "pre-ticked"         // a box ticked beforehand
	ConsentMechanismContinuedUse     ConsentMechanism = "continued-use"      // silence, scrolling or using the service further
)

// Device says why something is stored on or read from the equipment of the user (ePrivacy Directive Art. 5(3); NL Tw 11.7a).
type Device string

// Values of Device.
const (
	DeviceStrictlyNecessary  Device = "strictly-necessary"   // needed for the transmission or for the service asked for
	DeviceLowImpactAnalytics Device = "low-impact-analytics" // measures quality or effectiveness with little or no effect on privacy
	DeviceConsent            Device = "consent"              // anything else: placed after consent
)

// Channel says the channel of direct marketing (ePrivacy Directive Art. 13; NL Tw 11.7).
type Channel string

// Values of Channel.
const (
	ChannelEmail             Channel = "email"
	ChannelSms               Channel = "sms"
	ChannelPhone             Channel = "phone"
	ChannelPost              Channel = "post"
	ChannelPush              Channel = "push"               // notifications of an app or browser
	ChannelOnlineAdvertising Channel = "online-advertising" // advertisements on other sites
)

// AssessmentOutcome says the outcome of a balancing test.
type AssessmentOutcome string

// Values of AssessmentOutcome.
const (
	AssessmentOutcomePass AssessmentOutcome = "pass" // the interests of the controller prevail
	AssessmentOutcomeFail AssessmentOutcome = "fail" // those of the data subject prevail
)
