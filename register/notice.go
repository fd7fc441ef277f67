package register

// Notice is what the organisation tells data subjects or the public (Art. 13, 14).
type Notice struct {
	// Identifier of the notice, unique among its kind in the register.
	ID string `json:"id,omitzero"`
	// Kind of notice. Art. 13.
	Kind NoticeKind `json:"kind,omitzero"`
	// Title. Art. 13.
	Title Text `json:"title,omitzero"`
	// Language in which it is written. Art. 12(1).
	Language Language `json:"language,omitzero"`
	// Where it can be read. Art. 13.
	Reference string `json:"reference,omitzero"`
	// Articles whose information it gives. Art. 13.
	Articles []NoticeArticle `json:"articles,omitzero"`
	// Day of the version. Art. 13.
	Date Date `json:"date,omitzero"`
	// Version. Art. 13.
	Version string `json:"version,omitzero"`
	// How people are told of changes. Art. 13(3).
	Changes Text `json:"changes,omitzero"`
	// Fingerprint of the purposes, bases, recipients and retention that the notice was made from. Art. 5(1)(a).
	Fingerprint string `json:"fingerprint,omitzero"`
	// What it promises; held against the register. Art. 5(1)(a).
	Claims []Claim `json:"claims,omitzero"`

	Remarks
}

// Claim is a public promise, in words and as what it rules out (Art. 5(1)(a)).
type Claim struct {
	// Identifier of the claim.
	ID string `json:"id,omitzero"`
	// The promise. Art. 5(1)(a).
	Says Text `json:"says,omitzero"`
	// Processing that the promise rules out. Art. 5(1)(a).
	Excludes *ClaimScope `json:"excludes,omitzero"`
	// Processing outside which the promise allows none. Art. 5(1)(a).
	Only *ClaimScope `json:"only,omitzero"`
	// Processing that the promise leaves out. Art. 5(1)(a).
	Except *ClaimScope `json:"except,omitzero"`

	Remarks
}

// ClaimScope is processing as a public promise describes it; what is left out restricts nothing.
type ClaimScope struct {
	// Activities.
	Activities []string `json:"activities,omitzero"`
	// Purposes.
	Purposes []string `json:"purposes,omitzero"`
	// Categories of data.
	Data []string `json:"data,omitzero"`
	// Data subjects.
	Subjects []string `json:"subjects,omitzero"`
	// Recipients. Empty and not nil: stated that there are none.
	Recipients []string `json:"recipients,omitzero"`
	// Roles of recipients.
	Roles []Role `json:"roles,omitzero"`
	// Legal bases.
	Bases []Basis `json:"bases,omitzero"`
	// Purposes of recipients of their own.
	OwnPurposes []string `json:"ownPurposes,omitzero"`
	// Recipients approaching the data subject unasked.
	RecipientContact Tristate `json:"recipientContact,omitzero"`
	// Processing outside the EEA.
	OutsideEEA Tristate `json:"outsideEea,omitzero"`

	Remarks
}

// NoticeKind says the kind of notice.
type NoticeKind string

// Values of NoticeKind.
const (
	NoticeKindPrivacyPolicy NoticeKind = "privacy-policy"
	NoticeKindCookiePolicy  NoticeKind = "cookie-policy"
	NoticeKindStaffNotice   NoticeKind = "staff-notice"
	NoticeKindTerms         NoticeKind = "terms"
	NoticeKindRegister      NoticeKind = "register"
	NoticeKindOther         NoticeKind = "other"
)

// NoticeArticle says the article whose information the notice gives.
type NoticeArticle string

// Values of NoticeArticle.
const (
	NoticeArticle13 NoticeArticle = "13"
	NoticeArticle14 NoticeArticle = "14"
)
