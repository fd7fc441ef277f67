package law

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// Membership is a time during which a country or territory belongs to the
// Union or the EEA as far as data protection is concerned.
type Membership struct {
	Country value.Country
	// From is the first day; the zero date where it lies before 1995.
	From value.Date
	// Until is the last day; the zero date where there is none.
	Until value.Date
	// Union: a member state of the Union, or a territory of one in which the
	// treaties apply; else a state of the EEA only.
	Union bool
	Verified
}

const (
	treaties  = "Treaty on European Union, Art. 52"
	accession = "Treaty of Accession"
	outermost = "Treaty on the Functioning of the European Union, Art. 349, 355(1)"
	eeaTreaty = "Agreement on the European Economic Area"
)

var checked = value.MustDate("2026-11-22")

// memberships is the whole history since 1995, when Directive 95/46/EC was
// adopted. The United Kingdom left on 2020-01-31; Union law, data protection
// included, applied to it and in it until the end of the transition period on
// 2020-12-31 (Withdrawal Agreement, Art. 126, 127), Gibraltar likewise.
var memberships = slices.Concat(
	members(treaties, "", "BE", "DE", "DK", "ES", "FR", "GR", "IE", "IT", "LU", "NL", "PT"),
	members(accession+" 1994", "1995-01-01", "AT", "FI", "SE"),
	members(accession+" 1994, Protocol 2", "1995-01-01", "AX"),
	members(accession+" 2003", "2004-05-01", "CY", "CZ", "EE", "HU", "LT", "LV", "MT", "PL", "SI", "SK"),
	members(accession+" 2005", "2007-01-01", "BG", "RO"),
	members(accession+" 2011", "2013-07-01", "HR"),
	members(outermost, "", "GF", "GP", "MF", "MQ", "RE"),
	members(outermost+"; Decision 2012/419/EU", "2014-01-01", "YT"),
	[]Membership{
		{"BL", 0, value.MustDate("2011-12-31"), true, Verified{"Decision 2010/718/EU", checked}},
		{"GB", 0, value.MustDate("2020-12-31"), true, Verified{"Withdrawal Agreement, Art. 126, 127 (OJ L 29, 31.1.2020)", checked}},
		{"GI", 0, value.MustDate("2020-12-31"), true, Verified{"Withdrawal Agreement, Art. 126, 127 (OJ L 29, 31.1.2020)", checked}},
		{"IS", 0, 0, false, Verified{eeaTreaty, checked}},
		{"NO", 0, 0, false, Verified{eeaTreaty, checked}},
		{"LI", value.MustDate("1995-05-01"), 0, false, Verified{eeaTreaty + ", Decision 1/95 of the EEA Council", checked}},
	},
)

func members(source, from string, countries ...value.Country) []Membership {
	var since value.Date
	if from != "" {
		since = value.MustDate(from)
	}
	list := make([]Membership, len(countries))
	for i, c := range countries {
		list[i] = Membership{Country: c, From: since, Union: true, Verified: Verified{source, checked}}
	}
	return list
}

// Memberships returns the history of the Union and the EEA by country.
func Memberships() []Membership {
	list := slices.Clone(memberships)
	slices.SortStableFunc(list, func(a, b Membership) int {
		if a.Country < b.Country {
			return -1
		}
		if a.Country > b.Country {
			return 1
		}
		return 0
	})
	return list
}

// byCountry leads from a country to its times of membership.
var byCountry = func() map[value.Country][]Membership {
	m := make(map[value.Country][]Membership, len(memberships))
	for _, membership := range memberships {
		m[membership.Country] = append(m[membership.Country], membership)
	}
	return m
}()

// IsEEA reports whether a country or territory belongs to the European
// Economic Area on a day: a transfer to it is none to a third country
// (Art. 44). The United Kingdom counts until 2020-12-31.
func IsEEA(country value.Country, on value.Date) bool {
	for _, m := range byCountry[country] {
		if on.Between(m.From, m.Until) {
			return true
		}
	}
	return false
}

// IsEU reports whether a country or territory belongs to the Union on a day.
// The United Kingdom counts until 2020-12-31.
func IsEU(country value.Country, on value.Date) bool {
	for _, m := range byCountry[country] {
		if m.Union && on.Between(m.From, m.Until) {
			return true
		}
	}
	return false
}
