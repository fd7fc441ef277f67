package law

import "github.com/openropa/ropa/register/value"

// Term is the time in which a datum is the law.
type Term struct {
	// From is the first day; the zero date where it lies before what is
	// recorded here.
	From value.Date
	// Until is the last day; the zero date where there is none yet.
	Until value.Date
}

// InForce reports whether the datum is the law on a day: neither ended nor
// still to come.
func (t Term) InForce(on value.Date) bool { return on.Between(t.From, t.Until) }

// applied is the time since which the GDPR applies (Art. 99(2)).
var applied = from("2018-05-25")

// from is a term without an end.
func from(day string) Term { return Term{From: value.MustDate(day)} }

// between is a term with both of its days; "" is no day.
func between(first, last string) Term {
	t := Term{Until: value.MustDate(last)}
	if first != "" {
		t.From = value.MustDate(first)
	}
	return t
}

// checkedIn is the source of a datum that was checked.
func checkedIn(source string) Verified { return Verified{source, checked} }

// unchecked is the source of a datum that one source alone supports.
func unchecked(source string) Verified { return Verified{Source: source} }

// text is what is said for people in English and Dutch.
func text(en, nl string) value.Text { return value.Text{"en": en, "nl": nl} }
