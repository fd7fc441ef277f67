package value

import (
	"fmt"
	"time"
)

// Date is a day of the calendar, without a time or a zone, as the number
// YYYYMMDD: dates compare with < and the zero value is no date.
type Date int32

// NewDate returns the date of a year, month and day, or an error where the
// calendar has no such day.
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if year < 0 || year > 9999 || t.Year() != year || t.Month() != month || t.Day() != day {
		return 0, fmt.Errorf("no such day: %04d-%02d-%02d", year, month, day)
	}
	return Date(year*10000 + int(month)*100 + day), nil
}

// ParseDate reads a date written as YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, fmt.Errorf("not a date of the form YYYY-MM-DD")
	}
	n := 0
	for i := range len(s) {
		if i == 4 || i == 7 {
			continue
		}
		if s[i] < '0' || s[i] > '9' {
			return 0, fmt.Errorf("not a date of the form YYYY-MM-DD")
		}
		n = n*10 + int(s[i]-'0')
	}
	return NewDate(n/10000, time.Month(n/100%100), n%100)
}

// MustDate is ParseDate for constants; it panics where s is no date.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOf returns the day of t in its location.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date(y*10000 + int(m)*100 + d)
}

// Year returns the year, or 0.
func (d Date) Year() int { return int(d) / 10000 }

// Month returns the month, or 0.
func (d Date) Month() time.Month { return time.Month(int(d) / 100 % 100) }

// Day returns the day of the month, or 0.
func (d Date) Day() int { return int(d) % 100 }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// Time returns midnight UTC of the day, or the zero time.
func (d Date) Time() time.Time {
	if d == 0 {
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// String returns the date as YYYY-MM-DD, or "".
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	b := [...]byte{'0', '0', '0', '0', '-', '0', '0', '-', '0', '0'}
	for i, n := len(b)-1, int(d); i >= 0; i-- {
		if b[i] != '-' {
			b[i] += byte(n % 10)
			n /= 10
		}
	}
	return string(b[:])
}

// Between reports whether d lies in the interval from from to until, both
// included. A bound that is no date does not bind.
func (d Date) Between(from, until Date) bool {
	return (from == 0 || from <= d) && (until == 0 || d <= until)
}
