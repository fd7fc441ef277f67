package law

import (
	"slices"
	"testing"

	"github.com/openropa/ropa/register/value"
)

// TestAdequacy stands on both sides of every day on which the law changed.
func TestAdequacy(t *testing.T) {
	for _, c := range []struct {
		country value.Country
		on      string
		want    string // the instrument; "" for none
	}{
		{"US", "2000-07-25", ""},
		{"US", "2000-07-26", "2000/520/EC"},
		{"US", "2015-10-06", "2000/520/EC"},
		{"US", "2015-10-07", ""},
		{"US", "2016-07-11", ""},
		{"US", "2016-07-12", "(EU) 2016/1250"},
		{"US", "2019-01-01", "(EU) 2016/1250"},
		{"US", "2020-07-16", "(EU) 2016/1250"},
		{"US", "2020-07-17", ""},
		{"US", "2021-01-01", ""},
		{"US", "2023-07-09", ""},
		{"US", "2023-07-10", "(EU) 2023/1795"},
		{"US", "2026-11-22", "(EU) 2023/1795"},
		{"GB", "2020-12-31", ""}, // Union law applied, so none was needed
		{"GB", "2021-01-01", "Trade and Cooperation Agreement, Art. FINPROV.10A"},
		{"GB", "2021-06-27", "Trade and Cooperation Agreement, Art. FINPROV.10A"},
		{"GB", "2021-06-28", "(EU) 2021/1772"},
		{"GB", "2025-06-27", "(EU) 2021/1772"},
		{"GB", "2025-06-28", "(EU) 2021/1772, prolonged"},
		{"GB", "2025-12-27", "(EU) 2021/1772, prolonged"},
		{"GB", "2025-12-28", "(EU) 2021/1772, renewed by C(2025) 8771"},
		{"GB", "2031-12-27", "(EU) 2021/1772, renewed by C(2025) 8771"},
		{"GB", "2031-12-28", ""},
		{"BR", "2026-01-25", ""},
		{"BR", "2026-01-26", "(EU) 2026/179"},
		{"JP", "2019-01-22", ""},
		{"JP", "2019-01-23", "(EU) 2019/419"},
		{"KR", "2021-12-16", ""},
		{"KR", "2021-12-17", "(EU) 2022/254"},
		{"CH", "2000-07-25", ""},
		{"CH", "2000-07-26", "2000/518/EC"},
		{"CA", "2001-12-19", ""},
		{"CA", "2001-12-20", "2002/2/EC"},
		{"AR", "2003-06-29", ""},
		{"AR", "2003-06-30", "2003/490/EC"},
		{"GG", "2003-11-20", ""},
		{"GG", "2003-11-21", "2003/821/EC"},
		{"IM", "2004-04-27", ""},
		{"IM", "2004-04-28", "2004/411/EC"},
		{"JE", "2008-05-07", ""},
		{"JE", "2008-05-08", "2008/393/EC"},
		{"FO", "2010-03-04", ""},
		{"FO", "2010-03-05", "2010/146/EU"},
		{"AD", "2010-10-18", ""},
		{"AD", "2010-10-19", "2010/625/EU"},
		{"IL", "2011-01-30", ""},
		{"IL", "2011-01-31", "2011/61/EU"},
		{"UY", "2012-08-20", ""},
		{"UY", "2012-08-21", "2012/484/EU"},
		{"NZ", "2012-12-18", ""},
		{"NZ", "2012-12-19", "2013/65/EU"},
		{"HU", "2004-04-30", "2000/519/EC"},
		{"HU", "2004-05-01", ""},
		{"KE", "2026-11-22", ""},
		{"NL", "2026-11-22", ""},
		{"", "2026-11-22", ""},
	} {
		d, ok := Adequacy(c.country, value.MustDate(c.on))
		if d.Instrument != c.want || ok != (c.want != "") {
			t.Errorf("Adequacy(%q, %s) = %q, %t, want %q", c.country, c.on, d.Instrument, ok, c.want)
		}
	}
	for on, want := range map[string]bool{"2025-07-14": false, "2025-07-15": true, "2026-11-22": true} {
		if _, ok := AdequacyOfOrganisation("EPO", value.MustDate(on)); ok != want {
			t.Errorf("AdequacyOfOrganisation(EPO, %s) = %t", on, ok)
		}
	}
	if _, ok := AdequacyOfOrganisation("", value.MustDate("2026-11-22")); ok {
		t.Error("an organisation without a name has a decision")
	}
}

// TestAdequacyToday holds the sixteen countries and the one organisation of the
// Commission's list, and what each depends on.
func TestAdequacyToday(t *testing.T) {
	on := value.MustDate("2026-11-22")
	want := map[value.Country]AdequacyRequirement{
		"AD": "", "AR": "", "BR": RequiresLGPD, "CA": RequiresPIPEDA, "CH": "", "FO": "", "GB": "", "GG": "",
		"IL": RequiresAutomated, "IM": "", "JE": "", "JP": RequiresAPPI, "KR": RequiresPIPA, "NZ": "", "US": RequiresDPFListing, "UY": "",
	}
	for _, country := range value.Countries() {
		d, ok := Adequacy(country, on)
		requires, expected := want[country]
		if ok != expected || d.Requires != requires {
			t.Errorf("%s: adequate %t, requires %q", country, ok, d.Requires)
		}
		if (d.Requires != "") != (d.Condition != nil) {
			t.Errorf("%s: a requirement without words or the other way round", country)
		}
	}
}

// TestOneDecisionADay: no two decisions for one place are in force on one day,
// and what is over says how it ended.
func TestOneDecisionADay(t *testing.T) {
	all := AdequacyDecisions()
	for i, a := range all {
		if (a.Country == "") == (a.Organisation == "") || a.From == 0 {
			t.Errorf("%s: neither or both of country and organisation, or no beginning", a.Instrument)
		}
		if over := a.Until != 0 && a.Until < checked; over != (a.Ended != "") || over != (a.EndedBy != "") {
			t.Errorf("%s: until %s, ended %q by %q", a.Instrument, a.Until, a.Ended, a.EndedBy)
		}
		for _, b := range all[i+1:] {
			if a.Country == b.Country && a.Organisation == b.Organisation && (a.InForce(b.From) || b.InForce(a.From)) {
				t.Errorf("%s and %s are in force together", a.Instrument, b.Instrument)
			}
		}
	}
}

func TestSCC(t *testing.T) {
	for _, c := range []struct {
		version, on  string
		agreed, used bool // can be concluded; carries a transfer
	}{
		{"2001/497", "2001-09-02", false, false},
		{"2001/497", "2001-09-03", true, true},
		{"2004/915", "2005-03-31", false, false},
		{"2004/915", "2005-04-01", true, true},
		{"2010/87", "2010-05-14", false, false},
		{"2010/87", "2010-05-15", true, true},
		{"2010/87", "2021-09-26", true, true},
		{"2010/87", "2021-09-27", false, true},
		{"2010/87", "2022-12-27", false, true},
		{"2010/87", "2022-12-28", false, false},
		{"2001/497", "2022-12-28", false, false},
		{"2004/915", "2022-12-28", false, false},
		{"2021/914", "2021-06-26", false, false},
		{"2021/914", "2021-06-27", true, true},
		{"2021/914", "2026-11-22", true, true},
	} {
		set, ok := SCC(c.version)
		on := value.MustDate(c.on)
		if !ok || set.InForce(on) != c.used || on.Between(set.From, set.NewUntil) != c.agreed {
			t.Errorf("%s on %s: agreed %t, used %t", c.version, c.on, on.Between(set.From, set.NewUntil), set.InForce(on))
		}
	}
	if _, ok := SCC("2002/16"); ok {
		t.Error("a set that the format does not know")
	}
	for _, c := range []struct {
		exporter, importer string
		want               int
	}{
		{"controller", "controller", 1}, {"controller", "processor", 2}, {"processor", "processor", 3}, {"processor", "controller", 4}, {"recipient", "processor", 0},
	} {
		if got := SCCModuleOf(c.exporter, c.importer); got != c.want {
			t.Errorf("SCCModuleOf(%s, %s) = %d, want %d", c.exporter, c.importer, got, c.want)
		}
	}
}

func TestConsentAge(t *testing.T) {
	for _, c := range []struct {
		country value.Country
		on      string
		want    int
	}{
		{"NL", "2018-05-24", 0}, {"NL", "2018-05-25", 16}, {"NL", "2026-11-22", 16},
		{"DK", "2023-12-31", 13}, {"DK", "2024-01-01", 15},
		{"SI", "2023-01-25", 16}, {"SI", "2023-01-26", 15},
		{"IS", "2018-07-14", 0}, {"IS", "2018-07-15", 13},
		{"NO", "2018-07-19", 0}, {"NO", "2018-07-20", 13},
		{"LI", "2018-07-19", 0}, {"LI", "2018-07-20", 16},
		{"GB", "2026-11-22", 13}, {"FR", "2026-11-22", 15}, {"BE", "2026-11-22", 13}, {"DE", "2026-11-22", 16}, {"AT", "2026-11-22", 14},
		{"US", "2026-11-22", 0}, {"CH", "2026-11-22", 0}, {"", "2026-11-22", 0},
	} {
		got, ok := ConsentAge(c.country, value.MustDate(c.on))
		if got != c.want || ok != (c.want != 0) {
			t.Errorf("ConsentAge(%s, %s) = %d, %t, want %d", c.country, c.on, got, ok, c.want)
		}
	}
	// Art. 8(1): every state of the EEA, between 13 and 16 years.
	on := value.MustDate("2026-11-22")
	for _, m := range Memberships() {
		// The territories of member states follow the law of their state.
		if slices.Contains([]value.Country{"AX", "GF", "GP", "MF", "MQ", "RE", "YT"}, m.Country) || !on.Between(m.From, m.Until) {
			continue
		}
		if age, ok := ConsentAge(m.Country, on); !ok || age < 13 || age > 16 {
			t.Errorf("%s: age %d, %t", m.Country, age, ok)
		}
	}
}

func TestMarketing(t *testing.T) {
	for _, c := range []struct {
		country     value.Country
		channel, on string
		want        MarketingRequirement
	}{
		{"NL", "phone", "2009-09-30", ""},
		{"NL", "phone", "2009-10-01", MarketingObjection},
		{"NL", "phone", "2021-06-30", MarketingObjection},
		{"NL", "phone", "2021-07-01", MarketingConsentOrCustomer},
		{"NL", "phone", "2026-06-30", MarketingConsentOrCustomer},
		{"NL", "phone", "2026-07-01", MarketingConsent},
		{"NL", "email", "2026-11-22", MarketingConsentOrCustomer},
		{"NL", "sms", "2026-11-22", MarketingConsentOrCustomer},
		{"NL", "post", "2018-05-24", ""},
		{"NL", "post", "2018-05-25", MarketingObjection},
		{"NO", "post", "2026-11-22", MarketingObjection},
		{"BE", "phone", "2026-11-22", ""},
		{"NL", "pigeon", "2026-11-22", ""},
	} {
		rule, ok := Marketing(c.country, c.channel, value.MustDate(c.on))
		if rule.Requires != c.want || ok != (c.want != "") {
			t.Errorf("Marketing(%s, %s, %s) = %q, %t, want %q", c.country, c.channel, c.on, rule.Requires, ok, c.want)
		}
	}
}

func TestBases(t *testing.T) {
	for _, c := range []struct {
		id, on string
		want   bool
	}{
		{"contract", "2018-05-24", false},
		{"contract", "2018-05-25", true},
		{"recognised-legitimate-interests", "2026-02-04", false},
		{"recognised-legitimate-interests", "2026-02-05", true},
	} {
		b, ok := FindBasis(c.id)
		if !ok || b.InForce(value.MustDate(c.on)) != c.want {
			t.Errorf("%s on %s: %t", c.id, c.on, !c.want)
		}
	}
	for id, want := range map[string]bool{"legal-obligation": true, "public-task": true, "consent": false, "contract": false, "recognised-legitimate-interests": false, "none": false} {
		if BasisNeedsLaw(id) != want {
			t.Errorf("BasisNeedsLaw(%q) = %t", id, !want)
		}
	}
}

func TestNeedsLaw(t *testing.T) {
	want := []string{"employment-social-security", "substantial-public-interest", "health-care", "public-health", "archiving-research-statistics"}
	var got []string
	for _, c := range Conditions() {
		if NeedsLaw(c.ID) {
			got = append(got, c.ID)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("conditions that need a law: %q, want %q (Art. 9(2)(b), (g)-(j))", got, want)
	}
	if NeedsLaw("contract") || NeedsLaw("") {
		t.Error("an unknown condition needs a law")
	}
}

func TestRightsOf(t *testing.T) {
	every := []string{"information", "access", "rectification", "erasure", "restriction", "automated-decisions", "complaint"}
	for basis, more := range map[string][]string{
		"consent":                         {"portability", "withdraw-consent"},
		"contract":                        {"portability"},
		"legal-obligation":                nil,
		"vital-interests":                 nil,
		"public-task":                     {"objection"},
		"legitimate-interests":            {"objection"},
		"recognised-legitimate-interests": {"objection"},
	} {
		got, want := RightsOf(basis), slices.Concat(every, more)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("RightsOf(%s) = %q, want %q", basis, got, want)
		}
	}
	if got := RightsOf("goodwill"); got != nil {
		t.Errorf("RightsOf an unknown basis = %q", got)
	}
}

func TestRetentions(t *testing.T) {
	for id, want := range map[string]struct {
		period value.Period
		start  string
		yearOf string
		kind   RetentionKind
	}{
		"nl-books":                 {"P7Y", "financial-year-end", "", RetentionMinimum},
		"nl-immovable-property":    {"P9Y", "financial-year-end", "", RetentionMinimum},
		"eu-vat-oss":               {"P10Y", "calendar-year-end", "transaction", RetentionMinimum},
		"nl-payroll-forms":         {"P5Y", "calendar-year-end", "employment-end", RetentionMinimum},
		"nl-payroll-identity":      {"P5Y", "calendar-year-end", "employment-end", RetentionMinimum},
		"nl-books-legal-person":    {"P7Y", "financial-year-end", "", RetentionMinimum},
		"nl-anti-money-laundering": {"P5Y", "contract-end", "", RetentionMinimum},
		"nl-applicants":            {"P4W", "application-rejected", "", RetentionGuidance},
		"nl-applicants-consent":    {"P1Y", "application-rejected", "", RetentionGuidance},
		"nl-cameras":               {"P4W", "recording", "", RetentionGuidance},
	} {
		r, ok := FindRetention(id)
		if !ok || r.Period != want.period || r.StartsAt[0] != want.start || r.YearOf != want.yearOf || r.Kind != want.kind {
			t.Errorf("%s = %+v", id, r)
		}
	}
	has := func(country value.Country, id string) bool {
		return slices.ContainsFunc(Retentions(country), func(r Retention) bool { return r.ID == id })
	}
	if !has("NL", "nl-books") || !has("NL", "eu-vat-oss") || !has("BE", "eu-vat-oss") || has("BE", "nl-books") || has("NO", "eu-vat-oss") {
		t.Error("Retentions mixes up countries")
	}
	if Retentions("US") != nil {
		t.Error("a country without recorded periods has some")
	}
	if r, _ := FindRetention("eu-vat-oss"); r.InForce(value.MustDate("2021-06-30")) || !r.InForce(value.MustDate("2021-07-01")) {
		t.Error("the one-stop shop began on 2021-07-01")
	}
	if r, _ := FindRetention("nl-medical-file"); r.InForce(value.MustDate("2019-12-31")) || !r.InForce(value.MustDate("2020-01-01")) {
		t.Error("twenty years since 2020-01-01")
	}
}
