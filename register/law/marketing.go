package law

import (
	"slices"

	"github.com/openropa/ropa/register/value"
)

// MarketingRule is what direct marketing to natural persons through a channel
// requires in a country for a time.
type MarketingRule struct {
	ID      string
	Country value.Area
	// Channels are words of the format, such as email.
	Channels []string
	Requires MarketingRequirement
	// Provision is the id of the provision; "" for none.
	Provision string
	// Says is what the rule asks for and its exceptions.
	Says value.Text
	Term
	Verified
}

// MarketingRequirement is what a MarketingRule requires.
type MarketingRequirement string

// Requirements of marketing.
const (
	// MarketingConsent: consent beforehand.
	MarketingConsent MarketingRequirement = "consent"
	// MarketingConsentOrCustomer: consent beforehand, or a customer of one's own
	// and similar products, under the conditions that Says names.
	MarketingConsentOrCustomer MarketingRequirement = "consent-or-customer"
	// MarketingObjection: allowed until the person objects.
	MarketingObjection MarketingRequirement = "objection"
)

const tw = "Telecommunicatiewet, art. 11.7"

var marketing = []MarketingRule{
	{"nl-email", "NL", []string{"email", "sms"}, MarketingConsentOrCustomer, "nl-tw-11-7",
		text("consent; or an own customer, own similar products, and a free way to opt out at collection and in each message",
			"toestemming; of een eigen klant, eigen gelijksoortige producten, en kosteloos afmelden bij het verzamelen en in elk bericht"),
		Term{}, checkedIn(tw)},
	{"nl-phone-register", "NL", []string{"phone"}, MarketingObjection, "nl-tw-11-7",
		text("calls to consumers unless they stood in the do-not-call register or objected", "bellen van consumenten tenzij zij in het Bel-me-niet Register stonden of verzet hadden gedaan"),
		between("2009-10-01", "2021-06-30"), unchecked(tw)},
	{"nl-phone-2021", "NL", []string{"phone"}, MarketingConsentOrCustomer, "nl-tw-11-7",
		text("calls to consumers: consent, or an own customer", "bellen van consumenten: toestemming, of een eigen klant"),
		between("2021-07-01", "2026-06-30"), checkedIn(tw)},
	{"nl-phone-2026", "NL", []string{"phone"}, MarketingConsent, "nl-tw-11-7",
		text("calls to consumers: consent, own customers included; charities, charity lotteries and the press may still call theirs",
			"bellen van consumenten: toestemming, ook van eigen klanten; goede doelen, goededoelenloterijen en uitgevers van kranten en tijdschriften mogen hun klanten nog bellen"),
		from("2026-07-01"), checkedIn(tw)},
	{"gdpr-post", value.EEA, []string{"post"}, MarketingObjection, "",
		text("allowed until the data subject objects, which ends it (Art. 21(2), (3))", "toegestaan tot de betrokkene bezwaar maakt, dat er een einde aan maakt (art. 21 lid 2 en 3)"),
		applied, checkedIn(gdpr + ", Art. 21(2), (3)")},
}

// MarketingRules returns the rules by country, channel and time.
func MarketingRules() []MarketingRule { return cloned(marketing) }

// Marketing returns the rule of a country for a channel on a day, and whether
// one is known.
func Marketing(country value.Country, channel string, on value.Date) (MarketingRule, bool) {
	i := slices.IndexFunc(marketing, func(r MarketingRule) bool {
		return appliesIn(r.Country, country) && slices.Contains(r.Channels, channel) && r.InForce(on)
	})
	if i < 0 {
		return MarketingRule{}, false
	}
	return marketing[i].copied(), true
}

// appliesIn reports whether the law of an area is law in a country: its own, or
// that of the Union or the EEA in a state that belongs to it today.
func appliesIn(area value.Area, country value.Country) bool {
	switch area {
	case value.EU:
		return IsEU(country, checked)
	case value.EEA:
		return IsEEA(country, checked)
	}
	return area == value.Area(country)
}
