package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var min001 = &Rule{
	Code:  "MIN-001",
	Title: value.Text{"en": "More asked than the order needs", "nl": "Meer gevraagd dan de bestelling vergt"},
	Why: value.Text{
		"en": "Nobody may have to give data that the purpose can do without. A shop can send an order without knowing whether the customer is Mr or Ms, when they were born, or how to call them.",
		"nl": "Niemand hoeft gegevens te geven die voor het doel niet nodig zijn. Een winkel kan een bestelling sturen zonder aanhef, geboortedatum of telefoonnummer van de klant.",
	},
	Articles: []string{"Art. 5(1)(c) GDPR", "C-394/23"},
	Source:   Case,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{"en": "the register does not show why {data} must be given for {purposes} in “{activity}”", "nl": "het register laat niet zien waarom {data} verplicht is voor {purposes} bij “{activity}”"},
		Mend: value.Text{"en": "make it optional and set mandatory: false, or name under purposes of the data the purpose that needs it", "nl": "maak het vrijwillig en zet mandatory: false, of noem onder purposes van het gegeven het doel dat het nodig heeft"},
	}},
	Activity: func(c *Check, a *Activity) {
		if !needsBasis(a) {
			return
		}
		for n := range a.Data {
			if d := &a.Data[n]; d.Mandatory == register.Yes && len(d.Law) == 0 {
				c.needed(a, n)
			}
		}
	},
}

var (
	// ordering are the purposes of an order.
	ordering = []string{"order-fulfilment", "delivery", "payment"}
	// shopping are others of a shop that need no more than an order.
	shopping = []string{"account-management", "registration", "customer-management", "marketing", "service-improvement", "personalisation"}
	// reaching are purposes that may need a telephone number.
	reaching = []string{"order-communication", "delivery", "customer-service"}
	// unneeded are the data that an order can do without.
	unneeded = []string{"gender", "date-of-birth", "age", "phone"}
)

// needed tells where an order asks for data that it can do without. A purpose of
// another kind, such as checking the age, may need them.
func (c *Check) needed(a *Activity, n int) {
	d := &a.Data[n]
	category := c.unneededIn(d.Category)
	if category == "" || category == "phone" && d.Purposes != nil &&
		slices.ContainsFunc(d.Purposes, func(p string) bool { return c.terms.withinAny(register.KindPurposes, p, reaching...) }) {
		return
	}
	var orders []string
	for _, i := range c.purposesOf(a, d) {
		switch purpose := a.Purposes[i].Purpose; {
		case c.terms.withinAny(register.KindPurposes, purpose, ordering...):
			orders = append(orders, purpose)
		case !c.terms.withinAny(register.KindPurposes, purpose, shopping...):
			return
		}
	}
	if len(orders) > 0 {
		c.Report(Hit{At: a.DataAt(n), Args: args(
			"data", c.quoted(register.KindDataCategories, []string{category}), "activity", c.activityName(a),
			"purposes", c.quoted(register.KindPurposes, orders))})
	}
}

// unneededIn returns a category of data that an order can do without: a category
// itself, what is wider and named by it, or a member of a bundle.
func (c *Check) unneededIn(category string) string {
	for _, x := range c.terms.members(register.KindDataCategories, category) {
		for _, u := range unneeded {
			if c.terms.within(register.KindDataCategories, x, u) {
				return u
			}
		}
	}
	return ""
}
