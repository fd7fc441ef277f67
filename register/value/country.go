package value

import "strings"

// Country is a country by its code of ISO 3166-1 alpha-2, such as NL.
type Country string

// Area is a Country, EEA or EU.
type Area string

// Areas that are no countries.
const (
	EEA Area = "EEA" // the European Economic Area
	EU  Area = "EU"  // the European Union
)

// codes are the officially assigned codes of ISO 3166-1, each between spaces.
// Source: ISO 3166 Maintenance Agency, as of 2026-11.
const codes = " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW "

// IsValid reports whether the code is assigned in ISO 3166-1.
func (c Country) IsValid() bool {
	return len(c) == 2 && strings.Contains(codes, " "+string(c)+" ")
}

// IsValid reports whether the area is a country, EEA or EU.
func (a Area) IsValid() bool { return a == EEA || a == EU || Country(a).IsValid() }

// Country returns the country, and whether the area is one.
func (a Area) Country() (Country, bool) { return Country(a), a != EEA && a != EU && a != "" }

// Countries returns all codes of ISO 3166-1 in their order.
func Countries() []Country {
	all := strings.Fields(codes)
	countries := make([]Country, len(all))
	for i, code := range all {
		countries[i] = Country(code)
	}
	return countries
}
