package law

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// AgeOfConsent is the age from which a child can consent itself to an
// information society service that is offered directly to it (Art. 8).
type AgeOfConsent struct {
	Country value.Country
	Age     int
	// Term begins with the GDPR, or with a later change of the age. Where the
	// national law came some time after the GDPR, 16 years held until then
	// (Art. 8(1)); those months are not recorded.
	Term
	Verified
}

const eightOne = gdpr + ", Art. 8(1)"

var ages = []AgeOfConsent{
	{"AT", 14, applied, checkedIn("Datenschutzgesetz, § 4(4)")},
	{"BE", 13, applied, checkedIn("Law of 30 July 2018, Art. 7")},
	{"BG", 14, applied, checkedIn("Personal Data Protection Act, Art. 25c")},
	{"CY", 14, applied, checkedIn("Law 125(I)/2018, s. 8")},
	{"CZ", 15, applied, checkedIn("Act 110/2019, § 7")},
	{"DE", 16, applied, checkedIn(eightOne)},
	{"DK", 13, between("2018-05-25", "2023-12-31"), checkedIn("Databeskyttelsesloven, § 6")},
	{"DK", 15, from("2024-01-01"), checkedIn("Databeskyttelsesloven, § 6, as amended")},
	{"EE", 13, applied, checkedIn("Isikuandmete kaitse seadus, § 8")},
	{"ES", 14, applied, checkedIn("Ley Orgánica 3/2018, Art. 7")},
	{"FI", 13, applied, checkedIn("Tietosuojalaki 1050/2018, § 5")},
	{"FR", 15, applied, checkedIn("Loi 78-17, Art. 45")},
	{"GB", 13, applied, checkedIn("Data Protection Act 2018, s. 9; UK GDPR, Art. 8")},
	{"GR", 15, applied, checkedIn("Law 4624/2019, Art. 21")},
	{"HR", 16, applied, checkedIn("Zakon o provedbi Opće uredbe o zaštiti podataka, Art. 19")},
	{"HU", 16, applied, checkedIn(eightOne)},
	{"IE", 16, applied, checkedIn("Data Protection Act 2018, s. 31")},
	{"IS", 13, from("2018-07-15"), unchecked("Act 90/2018, Art. 10")},
	{"IT", 14, applied, checkedIn("Codice in materia di protezione dei dati personali, Art. 2-quinquies")},
	{"LI", 16, from("2018-07-20"), unchecked(eightOne)},
	{"LT", 14, applied, checkedIn("Asmens duomenų teisinės apsaugos įstatymas, Art. 6")},
	{"LU", 16, applied, checkedIn(eightOne)},
	{"LV", 13, applied, checkedIn("Fizisko personu datu apstrādes likums, Art. 33")},
	{"MT", 13, applied, checkedIn("S.L. 586.11, reg. 4")},
	{"NL", 16, applied, checkedIn("Uitvoeringswet AVG, art. 5; " + eightOne)},
	{"NO", 13, from("2018-07-20"), unchecked("Personopplysningsloven, § 5; a change to 15 was proposed")},
	{"PL", 16, applied, checkedIn(eightOne)},
	{"PT", 13, applied, checkedIn("Lei 58/2019, Art. 16")},
	{"RO", 16, applied, checkedIn(eightOne)},
	{"SE", 13, applied, checkedIn("Lag 2018:218, ch. 2 § 4")},
	{"SI", 16, between("2018-05-25", "2023-01-25"), unchecked(eightOne)},
	{"SI", 15, from("2023-01-26"), unchecked("ZVOP-2, Art. 8")},
	{"SK", 16, applied, checkedIn("Act 18/2018, § 15")},
}

// AgesOfConsent returns the ages by country and time.
func AgesOfConsent() []AgeOfConsent { return slices.Clone(ages) }

// ConsentAge returns the age from which a child in a country can consent itself
// on a day, and whether it is known: it is for the states of the EEA and the
// United Kingdom since the GDPR applies there.
func ConsentAge(country value.Country, on value.Date) (int, bool) {
	i := slices.IndexFunc(ages, func(a AgeOfConsent) bool { return a.Country == country && a.InForce(on) })
	if i < 0 {
		return 0, false
	}
	return ages[i].Age, true
}
