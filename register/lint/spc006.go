package lint

import (
	"reflect"
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var spc006 = &Rule{
	Code:  "SPC-006",
	Title: value.Text{"en": "Personal data called something else", "nl": "Persoonsgegevens die anders worden genoemd"},
	Why: value.Text{
		"en": "An IP address, a cookie, an account number or a customer number points to somebody, and so does what is recorded with it. Hashed, masked or coded data can be led back to a person too, and stay personal data.",
		"nl": "Een IP-adres, een cookie, een rekeningnummer of een klantnummer wijst naar iemand, en wat erbij wordt vastgelegd ook. Ook gehashte, gemaskeerde of gecodeerde gegevens zijn tot een persoon te herleiden en blijven persoonsgegevens.",
	},
	Articles: []string{"Art. 4(1), 4(5) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show why {data} in “{activity}” could not be traced to a person: it calls these data {claim}",
				"nl": "het register laat niet zien waarom de gegevens {data} in “{activity}” niet tot een persoon te herleiden zouden zijn: het noemt deze gegevens {claim}",
			},
			Mend: value.Text{
				"en": "take the claim out and treat the data as personal data; or say form: aggregated where only totals are kept",
				"nl": "haal claim weg en behandel de gegevens als persoonsgegevens; of zeg form: aggregated als alleen totalen worden bewaard",
			},
		},
		"form": {
			Says: value.Text{
				"en": "the register does not show why {data} in “{activity}”, which are kept {form}, would be {claim}: whoever has the key, or guesses the input, traces them to a person",
				"nl": "het register laat niet zien waarom de gegevens {data} in “{activity}”, die {form} worden bewaard, {claim} zouden zijn: wie de sleutel heeft of de invoer raadt, herleidt ze tot een persoon",
			},
			Mend: value.Text{
				"en": "take the claim out: the form protects personal data and does not make them anonymous",
				"nl": "haal claim weg: de vorm beschermt persoonsgegevens en maakt ze niet anoniem",
			},
		},
	},
	Activity: func(c *Check, a *Activity) {
		told := 0 // data uses before this one belong to a finding already
		for i := range a.Data {
			if a.Data[i].Claim == "" || a.Ended || i < told {
				continue
			}
			told = c.claimed(a, i)
		}
	},
}

// claimed looks at a data use with a claim, and at those after it that are stated
// alike: people write them as one entry. It returns the number of the next one.
func (c *Check) claimed(a *Activity, first int) int {
	d := &a.Data[first]
	form := slices.IndexFunc(d.Form, func(f register.DataForm) bool { return formWords[f] != nil })
	var categories, at []string
	i := first
	for ; i < len(a.Data) && sameClaim(d, &a.Data[i]); i++ {
		if form >= 0 || c.pointsAtSomebody(a.Data[i].Category) && !isOne(register.DataFormAggregated, d.Form...) {
			categories, at = append(categories, a.Data[i].Category), append(at, a.DataAt(i))
		}
	}
	if len(at) > 0 {
		hit := Hit{At: at[0] + "/claim", Related: at[1:], Args: args("data", c.quoted(register.KindDataCategories, categories),
			"activity", c.activityName(a), "claim", claimWords[d.Claim])}
		if form >= 0 {
			hit.Variant, hit.Args["form"] = "form", formWords[d.Form[form]]
		}
		c.Report(hit)
	}
	return i
}

// sameClaim reports whether two data uses differ in their category alone.
func sameClaim(one, other *register.DataUse) bool {
	a, b := *one, *other
	a.Category, b.Category = "", ""
	return reflect.DeepEqual(a, b)
}

var claimWords = map[register.DataClaim]value.Text{
	register.DataClaimNoPersonalData: {"en": "no personal data", "nl": "geen persoonsgegevens"},
	register.DataClaimAnonymous:      {"en": "anonymous", "nl": "anoniem"},
}

// formWords are forms in which data stay personal data (Art. 4(5)).
var formWords = map[register.DataForm]value.Text{
	register.DataFormPseudonymised: {"en": "under a pseudonym", "nl": "onder een pseudoniem"},
	register.DataFormEncrypted:     {"en": "encrypted", "nl": "versleuteld"},
	register.DataFormHashed:        {"en": "hashed", "nl": "gehasht"},
	register.DataFormMasked:        {"en": "masked", "nl": "gemaskeerd"},
	register.DataFormTokenised:     {"en": "as tokens", "nl": "als tokens"},
}

// identifying are categories that point to a person by themselves: whoever keeps
// them knows, or can find out, of whom they are. What is recorded on a visit to a
// site is recorded with an address or a cookie (recital 30).
var identifying = []string{
	"online-data", "name", "customer-number", "employee-number", "member-number", "internal-id", "identity-document", "national-id",
	"tax-number", "email", "phone", "delivery-address", "billing-address", "social-media-account", "username", "bank-account",
	"payment-card", "licence-plate", "patient-number", "biometric-data", "genetic-data", "photo",
}

// pointsAtSomebody reports whether a category, or one of which it consists, is
// personal data whatever is said of it.
func (p *pass) pointsAtSomebody(category string) bool {
	return slices.ContainsFunc(p.terms.members(register.KindDataCategories, category), func(x string) bool {
		return x == "postal-address" || p.terms.withinAny(register.KindDataCategories, x, identifying...) ||
			p.terms.marked(x, register.DataMarkOnlineIdentifier) || p.terms.marked(x, register.DataMarkNationalIdentifier)
	})
}
