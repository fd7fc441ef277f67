package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var reg013 = &Rule{
	Code:  "REG-013",
	Title: value.Text{"en": "Exemption from the record that is not shown to hold", "nl": "Uitzondering op de registerplicht die niet blijkt te gelden"},
	Why: value.Text{
		"en": "Organisations with fewer than 250 persons need not keep a record, except of processing that is not occasional, is likely to result in a risk, or includes special or criminal data. Each of these alone is enough.",
		"nl": "Organisaties met minder dan 250 personen hoeven geen register bij te houden, behalve van verwerkingen die niet incidenteel zijn, die waarschijnlijk een risico inhouden of die bijzondere of strafrechtelijke gegevens omvatten. Eén daarvan is genoeg.",
	},
	Articles: []string{"Art. 30(5) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Art30,
	Sentences: map[string]Sentence{
		"employees": {
			Says: value.Text{"en": "the exemption from keeping a record is claimed, but it holds for fewer than {limit} persons and the register shows {employees}", "nl": "er wordt een beroep gedaan op de uitzondering op de registerplicht, maar die geldt bij minder dan {limit} personen en het register laat er {employees} zien"},
			Mend: value.Text{"en": "set claimed to false under recordExemption, and keep the record in full", "nl": "zet claimed op false onder recordExemption, en houd het register volledig bij"},
		},
		"unknown": {
			Says: value.Text{"en": "the exemption from keeping a record is claimed, but the register does not show that fewer than {limit} persons are employed", "nl": "er wordt een beroep gedaan op de uitzondering op de registerplicht, maar het register laat niet zien dat er minder dan {limit} personen werken"},
			Mend: value.Text{"en": "fill in employees under organisation", "nl": "vul employees in onder organisation"},
		},
		"regular": {
			Says: value.Text{"en": "the exemption from keeping a record is claimed, but the register does not show that the processing is only occasional in {activities}", "nl": "er wordt een beroep gedaan op de uitzondering op de registerplicht, maar het register laat niet zien dat de verwerking slechts incidenteel is bij {activities}"},
			Mend: value.Text{"en": "keep these activities in the record and set claimed to false; where they are only occasional, set occasional to true", "nl": "houd deze activiteiten in het register en zet claimed op false; zet occasional op true als ze slechts incidenteel zijn"},
		},
		"data": {
			Says: value.Text{"en": "the exemption from keeping a record is claimed, but the register shows special categories of data or data on criminal convictions in {activities}", "nl": "er wordt een beroep gedaan op de uitzondering op de registerplicht, maar het register laat bijzondere of strafrechtelijke gegevens zien bij {activities}"},
			Mend: value.Text{"en": "keep these activities in the record and set claimed to false", "nl": "houd deze activiteiten in het register en zet claimed op false"},
		},
		"risk": {
			Says: value.Text{"en": "the exemption from keeping a record is claimed, but the register shows a risk for people in {activities}", "nl": "er wordt een beroep gedaan op de uitzondering op de registerplicht, maar het register laat een risico voor betrokkenen zien bij {activities}"},
			Mend: value.Text{"en": "keep these activities in the record and set claimed to false", "nl": "houd deze activiteiten in het register en zet claimed op false"},
		},
	},
	Register: func(c *Check) {
		o := c.View().Register().Organisation
		if o == nil || o.RecordExemption == nil || o.RecordExemption.Claimed != value.Yes || c.regulation(nil) == register.RegulationLed {
			return
		}
		limit, ok := exemptBelow(c.AsOf())
		if !ok {
			return
		}
		at := "organisation/recordExemption"
		switch {
		case o.Employees == nil:
			c.Report(Hit{At: at, Variant: "unknown", Key: "employees", Lighter: true, Args: args("limit", itoa(limit))})
		case *o.Employees >= limit:
			c.Report(Hit{At: at, Variant: "employees", Key: "employees", Args: args("limit", itoa(limit), "employees", itoa(*o.Employees))})
		}
		for _, v := range []struct {
			variant string
			holds   func(*register.Activity) bool
		}{
			{"regular", func(a *register.Activity) bool { return a.Occasional != value.Yes }},
			{"data", c.holdsSensitive},
			{"risk", isRisky},
		} {
			// The exemption may hold for the rest (WP29, position of 19 April 2018), so this
			// is less than an error.
			if all := slices.DeleteFunc(c.running(true), func(a *register.Activity) bool { return !v.holds(a) }); len(all) > 0 {
				c.Report(Hit{At: at, Variant: v.variant, Key: v.variant, Lighter: true, Args: args("activities", c.quotedActivities(all)), Related: addressesOf(all)})
			}
		}
	},
}

// holdsSensitive reports whether an activity holds data of Art. 9(1) or 10.
func (p *pass) holdsSensitive(a *register.Activity) bool {
	return slices.ContainsFunc(a.Data, func(d register.DataUse) bool {
		return p.terms.marked(d.Category, register.DataMarkSpecial) || p.terms.marked(d.Category, register.DataMarkCriminal)
	})
}

func isRisky(a *register.Activity) bool {
	return a.Risk != nil && isOne(a.Risk.Level, register.RiskLevelMedium, register.RiskLevelHigh) ||
		a.DPIA != nil && (a.DPIA.Needed == value.Yes || len(a.DPIA.Criteria) >= law.DPIACriteriaMet)
}

// exemption is below how many persons employed Art. 30(5) exempts.
type exemption struct {
	law.Term
	law.Verified
	persons int
}

// A proposal to raise the number, COM(2025) 501, was not adopted when this was
// verified.
var exemptions = []exemption{{
	law.Term{From: value.MustDate("2018-05-25")},
	law.Verified{Source: "Regulation (EU) 2016/679, Art. 30(5)", On: value.MustDate("2026-11-22")},
	250,
}}

func exemptBelow(on value.Date) (persons int, ok bool) {
	for _, x := range exemptions {
		if x.InForce(on) {
			return x.persons, true
		}
	}
	return 0, false
}
