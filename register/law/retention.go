package law

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// Retention is how long law or guidance has certain records kept. A minimum
// holds for what Scope names and for nothing else: it is no reason to keep other
// data as long (Art. 5(1)(e), 6(1)(c)).
type Retention struct {
	ID string
	// Country is the country whose law it is; EU for Union law.
	Country value.Area
	Kind    RetentionKind
	Period  value.Period
	// StartsAt are ids of events of the built-in vocabulary; the period starts at
	// the one that fits the record.
	StartsAt []string
	// YearOf is the id of the event whose year it is where the period starts at
	// the end of a year; "" for the year that the record is of.
	YearOf string
	// Data are ids of categories of data of the built-in vocabulary that such
	// records mostly hold.
	Data []string
	// WithConsent: the period is allowed only with consent.
	WithConsent bool
	// Provision is the id of the provision that a register cites; "" where there
	// is no law but guidance.
	Provision string
	// Scope is which records.
	Scope value.Text
	Term
	Verified
}

// RetentionKind says what a Retention asks for.
type RetentionKind string

// Kinds of retention.
const (
	// RetentionMinimum: the law has the records kept so long.
	RetentionMinimum RetentionKind = "minimum"
	// RetentionMaximum: the law has them erased by then.
	RetentionMaximum RetentionKind = "maximum"
	// RetentionGuidance: what the authority or practice holds to be long enough,
	// among it the time in which claims can be brought. No law names the period.
	RetentionGuidance RetentionKind = "guidance"
)

// RetentionPeriods returns all periods, by country.
func RetentionPeriods() []Retention { return cloned(retentions) }

// Retentions returns the periods that apply in a country: those of its own law
// and, in a member state, those of the Union. Nil for a country of which none
// is recorded.
func Retentions(country value.Country) []Retention {
	var all []Retention
	for _, r := range retentions {
		if appliesIn(r.Country, country) {
			all = append(all, r.copied())
		}
	}
	return all
}

// FindRetention returns the period with an id.
func FindRetention(id string) (Retention, bool) {
	i := slices.IndexFunc(retentions, func(r Retention) bool { return r.ID == id })
	if i < 0 {
		return Retention{}, false
	}
	return retentions[i].copied(), true
}
