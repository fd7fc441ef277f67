package law

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// Right is a right of the data subject (Art. 7(3), 13-22, 77).
type Right struct {
	// ID is the word of the format, such as access.
	ID string
	// Article is where the right stands.
	Article string
	// Bases are the ids of the legal bases under which the right can be
	// exercised.
	Bases []string
	// Deadline is the time for an answer (Art. 12(3)), two months more where
	// the request is complex; "" where the article has a rule of its own.
	Deadline value.Period
	// Limit is what else decides whether the right exists. Nil: nothing.
	Limit value.Text
	Term
	Verified
}

const (
	consent       = "consent"
	contract      = "contract"
	duty          = "legal-obligation"
	vital         = "vital-interests"
	task          = "public-task"
	interests     = "legitimate-interests"
	recognised    = "recognised-legitimate-interests"
	month         = value.Period("P1M")
	withoutPeriod = value.Period("")
)

var everyBasis = []string{consent, contract, duty, vital, task, interests, recognised}

var rights = []Right{
	{"information", "Art. 13, 14", everyBasis, withoutPeriod,
		text("at collection; for data from others within a month, at the first contact or the first disclosure",
			"bij het verzamelen; voor gegevens van anderen binnen een maand, bij het eerste contact of de eerste verstrekking"),
		applied, checkedIn(gdpr + ", Art. 13, 14")},
	{"access", "Art. 15", everyBasis, month, nil, applied, checkedIn(gdpr + ", Art. 15, 12(3)")},
	{"rectification", "Art. 16", everyBasis, month, nil, applied, checkedIn(gdpr + ", Art. 16, 12(3)")},
	{"erasure", "Art. 17", everyBasis, month,
		text("not so far as a legal obligation or a public task needs the data (Art. 17(3)(b)), nor for legal claims (17(3)(e))",
			"niet voor zover een wettelijke verplichting of een taak van algemeen belang de gegevens vergt (art. 17 lid 3 onder b), noch voor rechtsvorderingen (17 lid 3 onder e)"),
		applied, checkedIn(gdpr + ", Art. 17, 12(3)")},
	{"restriction", "Art. 18", everyBasis, month,
		text("while accuracy or an objection is looked into, or instead of erasure",
			"zolang de juistheid of een bezwaar wordt onderzocht, of in plaats van wissing"),
		applied, checkedIn(gdpr + ", Art. 18, 12(3)")},
	{"portability", "Art. 20", []string{consent, contract}, month,
		text("only data that the data subject provided and that are processed by automated means",
			"alleen gegevens die de betrokkene heeft verstrekt en die geautomatiseerd worden verwerkt"),
		applied, checkedIn(gdpr + ", Art. 20, 12(3)")},
	{"objection", "Art. 21", []string{task, interests, recognised}, month,
		text("against direct marketing at any time, whatever the basis (Art. 21(2), (3))",
			"tegen direct marketing altijd, op welke grondslag ook (art. 21 lid 2 en 3)"),
		applied, checkedIn(gdpr + ", Art. 21, 12(3)")},
	{"automated-decisions", "Art. 22", everyBasis, month,
		text("a decision based solely on automated processing is allowed for a contract, by law or with explicit consent (Art. 22(2))",
			"een besluit dat uitsluitend op geautomatiseerde verwerking rust, mag voor een overeenkomst, bij wet of met uitdrukkelijke toestemming (art. 22 lid 2)"),
		applied, checkedIn(gdpr + ", Art. 22, 12(3)")},
	{"withdraw-consent", "Art. 7(3)", []string{consent}, withoutPeriod,
		text("at any time, as easily as consent was given", "altijd, even eenvoudig als de toestemming werd gegeven"),
		applied, checkedIn(gdpr + ", Art. 7(3)")},
	{"complaint", "Art. 77", everyBasis, withoutPeriod,
		text("to a supervisory authority", "bij een toezichthouder"),
		applied, checkedIn(gdpr + ", Art. 77")},
}

// Rights returns the rights of the data subject in the order of the format.
func Rights() []Right { return cloned(rights) }

// RightsOf returns the ids of the rights that data subjects have where
// processing rests on a legal basis; nil for an unknown one. Whatever the
// basis, they may object to direct marketing (Art. 21(2)); the Limit of each
// right says when it does not reach.
func RightsOf(basis string) []string {
	var ids []string
	for _, r := range rights {
		if slices.Contains(r.Bases, basis) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}
