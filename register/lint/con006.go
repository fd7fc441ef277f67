package lint

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var con006 = &Rule{
	Code:  "CON-006",
	Title: value.Text{"en": "Data kept longer than the consent", "nl": "Gegevens langer bewaard dan de toestemming"},
	Why: value.Text{
		"en": "When consent is withdrawn and nothing else allows it, the data have no basis any more and must be erased. A period that starts at something else lets them outlive the consent.",
		"nl": "Als toestemming is ingetrokken en niets anders het toelaat, is er geen grondslag meer en moeten de gegevens worden gewist. Met een termijn die bij iets anders begint, overleven zij de toestemming.",
	},
	Articles: []string{"Art. 5(1)(e) GDPR", "Art. 17(1)(b) GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show that withdrawing consent leads to the erasure of {data} in “{activity}”: the period of “{rule}” starts at something else", "nl": "het register laat niet zien dat het intrekken van toestemming leidt tot het wissen van {data} bij “{activity}”: de termijn van “{rule}” begint bij iets anders"},
			Mend: value.Text{"en": "add a rule under retention with startsAt: consent-withdrawn, or name under law of the rule which law keeps the data", "nl": "voeg onder retention een regel toe met startsAt: consent-withdrawn, of noem onder law van de regel welke wet bewaren eist"},
		},
		"indefinite": {
			Says: value.Text{"en": "the register does not show that withdrawing consent leads to the erasure of {data} in “{activity}”: “{rule}” sets no end", "nl": "het register laat niet zien dat het intrekken van toestemming leidt tot het wissen van {data} bij “{activity}”: “{rule}” kent geen einde"},
			Mend: value.Text{"en": "add a rule under retention with startsAt: consent-withdrawn, or name under law of the rule which law keeps the data", "nl": "voeg onder retention een regel toe met startsAt: consent-withdrawn, of noem onder law van de regel welke wet bewaren eist"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if !needsBasis(a) || !anyConsentAlone(a) || c.regulation(a) == register.RegulationLed {
			return
		}
		var all []outliving
		for n := range a.Data {
			d := &a.Data[n]
			rule := c.outlives(a, a.Kept(d))
			if rule == nil || !c.servesConsentAlone(a, d) {
				continue
			}
			k := slices.IndexFunc(all, func(o outliving) bool { return o.rule == rule })
			if k < 0 {
				k, all = len(all), append(all, outliving{rule: rule})
			}
			all[k].data, all[k].at = append(all[k].data, d.Category), append(all[k].at, a.DataAt(n))
		}
		for i := range all {
			c.tellOutliving(a, &all[i])
		}
	},
}

func (c *Check) tellOutliving(a *Activity, o *outliving) {
	h := Hit{At: o.at[0], Key: o.rule.ID, Related: append([]string{"retentionRules/" + o.rule.ID}, o.at[1:]...), Args: args(
		"data", c.quoted(register.KindDataCategories, o.data), "activity", c.activityName(a), "rule", c.name(register.KindRetentionRules, o.rule.ID))}
	if o.rule.Indefinite == register.Yes {
		h.Variant = "indefinite"
	}
	c.Report(h)
}

// outliving are data that a rule keeps beyond the consent on which they rest.
type outliving struct {
	rule     *register.RetentionRule
	data, at []string
}

func anyConsentAlone(a *Activity) bool {
	for i := range a.Purposes {
		if restsOnlyOn(&a.Purposes[i], register.BasisConsent) {
			return true
		}
	}
	return false
}

// servesConsentAlone reports whether data serve purposes that rest on consent, and
// no others. Research and archives may keep what they need (Art. 17(3)(d)).
func (c *Check) servesConsentAlone(a *Activity, d *register.DataUse) bool {
	serves := c.purposesOf(a, d)
	for _, i := range serves {
		u := &a.Purposes[i]
		if !restsOnlyOn(u, register.BasisConsent) || c.terms.withinAny(register.KindPurposes, u.Purpose, presumed...) {
			return false
		}
	}
	return len(serves) > 0
}

// outlives returns a rule that keeps data when the consent is gone; nil where one
// rule lets them go with it, where a law keeps them, or where words say when they
// go, which others may judge.
func (c *Check) outlives(a *Activity, uses []register.RetentionUse) *register.RetentionRule {
	var found *register.RetentionRule
	for i := range uses {
		r := c.view.RetentionRule(uses[i].Rule)
		if r == nil || len(r.Law) > 0 || aboutWithdrawal(uses[i].When) || c.goesWithConsent(a, r) {
			return nil
		}
		if found == nil {
			found = r
		}
	}
	return found
}

// goesWithConsent reports whether a rule lets data go once consent is withdrawn.
func (c *Check) goesWithConsent(a *Activity, r *register.RetentionRule) bool {
	if r.Indefinite != register.Yes && (r.Period == "" || len(r.StartsAt) == 0) {
		return true // a criterion in words, or nothing, of which other rules tell
	}
	for i := range r.StartsAt {
		e := &r.StartsAt[i]
		switch {
		case c.isWithdrawal(a, e):
			if len(r.StartsAt) == 1 || r.Whichever != register.WhicheverLast {
				return true
			}
		case isOne(e.Event, "collection", "recording") && withinMonth(r.Period, c.on):
			return true // gone within the month that Art. 12(3) gives to act on a withdrawal
		}
	}
	return false
}

// isWithdrawal reports whether an event is that people end their consent.
func (c *Check) isWithdrawal(a *Activity, e *register.EventUse) bool {
	switch e.Event {
	case "consent-withdrawn", "objection":
		return true
	case "account-closed": // the way to withdraw the consent to an account
		for i := range a.Purposes {
			if c.terms.within(register.KindPurposes, a.Purposes[i].Purpose, "account-management") {
				return true
			}
		}
		return false
	}
	return aboutWithdrawal(e.Text) || e.Event != "" && aboutWithdrawal(c.name(register.KindEvents, e.Event))
}

// withdrawing are parts of words for ending a consent in the languages of the
// vocabulary.
var withdrawing = []string{
	"withdr", "unsubscri", "opt-out", "opts out", "opt out", "consent", "revo",
	"intrek", "ingetrokken", "afmeld", "afgemeld", "uitschrijv", "uitgeschreven", "toestemming",
	"widerr", "einwillig", "abmeld", "consentement", "retrait", "désinscri",
}

func aboutWithdrawal(words value.Text) bool {
	for _, s := range words {
		s = strings.ToLower(s)
		if slices.ContainsFunc(withdrawing, func(part string) bool { return strings.Contains(s, part) }) {
			return true
		}
	}
	return false
}

// month is how long the controller has to act on a request (Art. 12(3)).
const month = value.Period("P1M")

func withinMonth(p value.Period, on value.Date) bool {
	return p != "" && p.After(on) <= month.After(on)
}
