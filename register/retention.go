package register

// RetentionRule is a time limit for erasure (Art. 5(1)(e), 30(1)(f)).
type RetentionRule struct {
	// Identifier of the rule, unique among its kind in the register. Art. 30(1)(f).
	ID string `json:"id,omitzero"`
	// Name of the rule. Art. 30(1)(f).
	Name Text `json:"name,omitzero"`
	// Description of the rule in a few sentences. Art. 30(1)(f).
	Description Text `json:"description,omitzero"`
	// How long, as an ISO 8601 period of calendar units. Art. 30(1)(f).
	Period Period `json:"period,omitzero"`
	// How the period binds; exactly when left out. Art. 30(1)(f).
	Limit Limit `json:"limit,omitzero"`
	// Event at which the period starts. Art. 30(1)(f).
	StartsAt []EventUse `json:"startsAt,omitzero"`
	// Which of several events counts. Art. 30(1)(f).
	Whichever Whichever `json:"whichever,omitzero"`
	// Criterion that decides where no period can be given. Art. 13(2)(a).
	Criterion Text `json:"criterion,omitzero"`
	// True: kept without limit. Art. 5(1)(e).
	Indefinite Tristate `json:"indefinite,omitzero"`
	// Why so long, why without limit, or why no limit can be given. Art. 5(1)(e).
	Reason Text `json:"reason,omitzero"`
	// What is done when the period ends. Art. 5(1)(e).
	Action RetentionAction `json:"action,omitzero"`
	// How and in which systems it is done. Art. 17.
	Method Text `json:"method,omitzero"`
	// When the data leave the backups. Art. 17.
	Backups Text `json:"backups,omitzero"`
	// How often the rule is reviewed. Art. 5(1)(e).
	ReviewEvery Period `json:"reviewEvery,omitzero"`
	// Law that asks for it. Art. 6(3).
	Law []LawRef `json:"law,omitzero"`

	Remarks
}

// EventUse is an event at which a period starts: a term, or a text where no term fits.
type EventUse struct {
	// The event. Art. 30(1)(f).
	Event string `json:"event,omitzero"`
	// The event in words. Art. 30(1)(f).
	Text Text `json:"text,omitzero"`

	Remarks
}

// Limit says how the period binds.
type Limit string

// Values of Limit.
const (
	LimitExactly Limit = "exactly"  // kept for the period, then the action; the default
	LimitAtMost  Limit = "at-most"  // the action may come earlier
	LimitAtLeast Limit = "at-least" // the law asks to keep them at least so long
)

// Whichever says which of several events counts.
type Whichever string

// Values of Whichever.
const (
	WhicheverFirst Whichever = "first"
	WhicheverLast  Whichever = "last"
)

// RetentionAction says what is done when the period ends.
type RetentionAction string

// Values of RetentionAction.
const (
	RetentionActionErase     RetentionAction = "erase"
	RetentionActionAnonymise RetentionAction = "anonymise"
	RetentionActionArchive   RetentionAction = "archive"
	RetentionActionRestrict  RetentionAction = "restrict" // kept, but no longer accessible
)
