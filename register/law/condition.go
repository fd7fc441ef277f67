package law

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// Condition is a condition that lifts the ban on special categories of data
// (Art. 9(2)).
type Condition struct {
	// ID is the word of the format, such as explicit-consent.
	ID string
	// Article is the point of Art. 9(2).
	Article string
	// NeedsLaw: the condition holds only with a law of the Union or of a member
	// state, or with what Instead says.
	NeedsLaw bool
	// Instead is what may stand in place of a law. Nil: nothing.
	Instead value.Text
	Term
	Verified
}

var conditions = []Condition{
	{"explicit-consent", "Art. 9(2)(a)", false, nil, applied, checkedIn(gdpr + ", Art. 9(2)(a)")},
	{"employment-social-security", "Art. 9(2)(b)", true,
		text("a collective agreement under the law of a member state", "een collectieve overeenkomst volgens het recht van een lidstaat"),
		applied, checkedIn(gdpr + ", Art. 9(2)(b)")},
	{"vital-interests", "Art. 9(2)(c)", false, nil, applied, checkedIn(gdpr + ", Art. 9(2)(c)")},
	{"non-profit-body", "Art. 9(2)(d)", false, nil, applied, checkedIn(gdpr + ", Art. 9(2)(d)")},
	{"made-public", "Art. 9(2)(e)", false, nil, applied, checkedIn(gdpr + ", Art. 9(2)(e)")},
	{"legal-claims", "Art. 9(2)(f)", false, nil, applied, checkedIn(gdpr + ", Art. 9(2)(f)")},
	{"substantial-public-interest", "Art. 9(2)(g)", true, nil, applied, checkedIn(gdpr + ", Art. 9(2)(g)")},
	{"health-care", "Art. 9(2)(h)", true,
		text("a contract with a health professional; professional secrecy is required either way (Art. 9(3))",
			"een overeenkomst met een gezondheidswerker; het beroepsgeheim is hoe dan ook vereist (art. 9 lid 3)"),
		applied, checkedIn(gdpr + ", Art. 9(2)(h), 9(3)")},
	{"public-health", "Art. 9(2)(i)", true, nil, applied, checkedIn(gdpr + ", Art. 9(2)(i)")},
	{"archiving-research-statistics", "Art. 9(2)(j)", true, nil, applied, checkedIn(gdpr + ", Art. 9(2)(j), 89(1)")},
}

// Conditions returns the conditions of Art. 9(2) in their order.
func Conditions() []Condition { return cloned(conditions) }

// NeedsLaw reports whether a condition of Art. 9(2) holds only with a law of
// the Union or of a member state; false for an unknown one.
func NeedsLaw(article9 string) bool {
	i := slices.IndexFunc(conditions, func(c Condition) bool { return c.ID == article9 })
	return i >= 0 && conditions[i].NeedsLaw
}

// CriminalGround is what allows processing of data on criminal convictions and
// offences (Art. 10). The format has no word for it: a register cites the law.
type CriminalGround struct {
	ID string
	// Country is the country whose law it is; EEA for the regulation itself.
	Country value.Area
	// Article is the provision as lawyers write it.
	Article string
	// Provision is the id of the provision that a register cites; "" for none.
	Provision string
	// Says is what it allows.
	Says value.Text
	Term
	Verified
}

var criminalGrounds = []CriminalGround{
	{"official-authority", value.EEA, "Art. 10", "",
		text("under the control of official authority", "onder toezicht van de overheid"),
		applied, checkedIn(gdpr + ", Art. 10")},
	{"authorised-by-law", value.EEA, "Art. 10", "",
		text("authorised by the law of the Union or of a member state that gives appropriate safeguards",
			"toegestaan bij recht van de Unie of van een lidstaat dat passende waarborgen biedt"),
		applied, checkedIn(gdpr + ", Art. 10")},
	{"nl-uavg-31", "NL", "art. 31 UAVG", "nl-uavg-31",
		text("only where Art. 32 or 33 UAVG allows it", "alleen voor zover art. 32 of 33 UAVG het toestaat"),
		applied, checkedIn("Uitvoeringswet AVG, art. 31")},
	{"nl-uavg-32", "NL", "art. 32 UAVG", "nl-uavg-32",
		text("general grounds, such as explicit consent, data made public or a legal claim",
			"algemene gronden, zoals uitdrukkelijke toestemming, openbaar gemaakte gegevens of een rechtsvordering"),
		applied, checkedIn("Uitvoeringswet AVG, art. 32")},
	{"nl-uavg-33", "NL", "art. 33 UAVG", "nl-uavg-33",
		text("other grounds, such as offences against the controller itself; for others only with a permit of the authority (33(4)(c))",
			"overige gronden, zoals feiten tegen de verwerkingsverantwoordelijke zelf; voor derden alleen met een vergunning van de AP (33 lid 4 onder c)"),
		applied, checkedIn("Uitvoeringswet AVG, art. 33")},
}

// CriminalGrounds returns what allows processing of criminal data: Art. 10 and
// what member states have laid down under it.
func CriminalGrounds() []CriminalGround { return cloned(criminalGrounds) }
