package value

import (
	"fmt"
	"strings"
)

// Period is an ISO 8601 period of calendar units as it was written, such as
// P7Y, P1Y6M, P4W or P30D. "" is no period; P0D is a period of no length.
type Period string

// ParsePeriod checks that s is a period of years, months, weeks or days.
func ParsePeriod(s string) (Period, error) {
	p := Period(s)
	if _, _, _, _, ok := p.parts(); !ok {
		return "", fmt.Errorf("not an ISO 8601 period such as P7Y, P18M, P4W or P30D")
	}
	return p, nil
}

// Parts returns the calendar units of the period; all are 0 for no period and
// for text that is none.
func (p Period) Parts() (years, months, weeks, days int) {
	years, months, weeks, days, _ = p.parts()
	return years, months, weeks, days
}

// parts reads P, then units in falling order; weeks stand alone.
func (p Period) parts() (years, months, weeks, days int, ok bool) {
	rest, found := strings.CutPrefix(string(p), "P")
	if !found || rest == "" {
		return 0, 0, 0, 0, false
	}
	const units = "YMWD"
	next := 0
	for rest != "" {
		n, digits := 0, 0
		for digits < len(rest) && rest[digits] >= '0' && rest[digits] <= '9' {
			n = n*10 + int(rest[digits]-'0')
			digits++
		}
		if digits == 0 || digits > 4 || digits == len(rest) {
			return 0, 0, 0, 0, false
		}
		unit := strings.IndexByte(units, rest[digits])
		if unit < next {
			return 0, 0, 0, 0, false
		}
		if units[unit] == 'W' && (next != 0 || digits+1 != len(rest)) {
			return 0, 0, 0, 0, false
		}
		switch units[unit] {
		case 'Y':
			years = n
		case 'M':
			months = n
		case 'W':
			weeks = n
		case 'D':
			days = n
		}
		next = unit + 1
		rest = rest[digits+1:]
	}
	return years, months, weeks, days, true
}

// After returns the day on which the period that begins on d has passed. A
// month that has no such day ends on its last one.
func (p Period) After(d Date) Date {
	if d == 0 {
		return 0
	}
	years, months, weeks, days := p.Parts()
	t := d.Time()
	first := t.AddDate(0, 0, 1-t.Day()).AddDate(years, months, 0)
	last := first.AddDate(0, 1, -1).Day()
	day := min(t.Day(), last)
	return DateOf(first.AddDate(0, 0, day-1+7*weeks+days))
}
