package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// minimum is a period for which a law has records kept.
type minimum struct {
	law.Retention
	length, withYear value.Date
}

// minimumsOn returns the periods in force on a day for which laws have records
// kept, whatever the country.
func minimumsOn(day value.Date) []minimum {
	var all []minimum
	for _, x := range law.RetentionPeriods() {
		if x.Kind == law.RetentionMinimum && x.Provision != "" && x.InForce(day) {
			l := length(x.Period)
			all = append(all, minimum{x, l, value.Period("P1Y").After(l)})
		}
	}
	return all
}

// citedBy returns the longest of the minimums of the laws that a rule cites, nil
// for none, and whether it cites no law of which no period is known.
func (k *keeping) citedBy(r *register.RetentionRule) (most *minimum, all bool) {
	all = true
	for _, ref := range r.Law {
		i := slices.IndexFunc(k.minimums, func(m minimum) bool { return m.Provision == ref.ID })
		if i < 0 {
			all = false
			continue
		}
		if most == nil || k.minimums[i].length > most.length {
			most = &k.minimums[i]
		}
	}
	return most, all
}

// early are events at which a record is made, so that a period that the law
// counts from the end of the year ends sooner when it starts at one of them.
var early = []string{"transaction", "purchase", "order-completed", "delivery", "payment-received", "collection", "recording"}

// startsEarly reports whether a period starts before that of the law does.
func (m *minimum) startsEarly(r *register.RetentionRule) bool {
	if !isOne("financial-year-end", m.StartsAt...) && !isOne("calendar-year-end", m.StartsAt...) || len(r.StartsAt) == 0 {
		return false
	}
	first := func(u register.EventUse) bool {
		return isOne(u.Event, early...) || m.YearOf != "" && u.Event == m.YearOf
	}
	if r.Whichever == register.WhicheverLast {
		return !slices.ContainsFunc(r.StartsAt, func(u register.EventUse) bool { return !first(u) })
	}
	return slices.ContainsFunc(r.StartsAt, first)
}

// shorter tells whether a rule lets go of records before the law does, and in
// which way; "" where the period itself is too short.
func (m *minimum) shorter(r *register.RetentionRule, kept value.Date) (variant string, found bool) {
	switch {
	case r.Period == "" || r.Indefinite == value.Yes:
		return "", false
	case kept < m.length:
		return "", true
	case kept >= m.withYear:
		return "", false
	case m.startsEarly(r):
		return "start", true
	case r.Limit == register.LimitAtMost && kept == m.length:
		return "limit", true
	}
	return "", false
}

// provision is how lawyers cite a provision that the legal data know.
func provision(id string) string {
	if x, ok := law.FindProvision(id); ok {
		return x.Cite
	}
	return id
}
