package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var trf003 = &Rule{
	Code:  "TRF-003",
	Title: value.Text{"en": "Condition of the adequacy decision", "nl": "Voorwaarde van het adequaatheidsbesluit"},
	Why: value.Text{
		"en": "Some adequacy decisions cover only certain recipients: that for the United States those on the list of the Data Privacy Framework, and data of staff only where the listing says so. Listings lapse after a year.",
		"nl": "Sommige adequaatheidsbesluiten gelden alleen voor bepaalde ontvangers: dat voor de Verenigde Staten voor wie op de lijst van het Data Privacy Framework staat, en voor gegevens van personeel alleen als de vermelding dat zegt. Een vermelding vervalt na een jaar.",
	},
	Articles: []string{"Art. 45 GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the adequacy decision {decision} covers {condition}; the register does not show that this holds for “{party}” in {country}",
				"nl": "onder het adequaatheidsbesluit {decision} vallen {condition}; het register laat niet zien dat dit geldt voor “{party}” in {country}",
			},
			Mend: value.Text{
				"en": "check it and fill in certification: scheme, entity, checked, scope and reference",
				"nl": "ga het na en vul certification in: scheme, entity, checked, scope en reference",
			},
		},
		"checked": {
			Says: value.Text{
				"en": "the register does not show that somebody checked in the twelve months before {day} whether “{party}” in {country} is still listed",
				"nl": "het register laat niet zien dat iemand in de twaalf maanden voor {day} heeft nagegaan of “{party}” in {country} nog op de lijst staat",
			},
			Mend: value.Text{
				"en": "look at the list and put the day into certification: checked",
				"nl": "kijk op de lijst en zet de dag in certification: checked",
			},
		},
		"ended": {
			Says: value.Text{
				"en": "the listing of “{party}” in {country} was valid until {until}; the register does not show that it was renewed",
				"nl": "de vermelding van “{party}” in {country} was geldig tot en met {until}; het register laat niet zien dat ze is verlengd",
			},
			Mend: value.Text{
				"en": "look at the list and renew certification: checked and until, or name another tool",
				"nl": "kijk op de lijst en vernieuw certification: checked en until, of noem een ander instrument (tool)",
			},
		},
		"entity": {
			Says: value.Text{
				"en": "the register does not show under which name “{party}” in {country} is listed",
				"nl": "het register laat niet zien onder welke naam “{party}” in {country} op de lijst staat",
			},
			Mend: value.Text{
				"en": "fill in entity (the name on the list) or reference (where the listing can be seen) under certification",
				"nl": "vul onder certification entity in (de naam op de lijst) of reference (waar de vermelding te zien is)",
			},
		},
		"scope": {
			Says: value.Text{
				"en": "the register does not show which data the listing of “{party}” in {country} covers: data of staff, other data or both",
				"nl": "het register laat niet zien welke gegevens de vermelding van “{party}” in {country} omvat: van personeel, andere of beide",
			},
			Mend: value.Text{
				"en": "fill in certification: scope (hr, non-hr or both)",
				"nl": "vul certification: scope in (hr, non-hr of beide)",
			},
		},
		"uncovered": {
			Says: value.Text{
				"en": "data of {subjects} reach “{party}” in {country}, whose listing covers only {covered}",
				"nl": "gegevens van {subjects} komen terecht bij “{party}” in {country}, waarvan de vermelding alleen {covered} omvat",
			},
			Mend: value.Text{
				"en": "check the scope of the listing, or name another tool for these data",
				"nl": "ga na wat de vermelding omvat, of noem een ander instrument (tool) voor deze gegevens",
			},
		},
	},
	Register: func(c *Check) { c.eachTransfer(c.adequacyCondition) },
}

// listingValid is for how long a look at a list is relied upon: organisations
// certify again each year ((EU) 2023/1795, recital 48).
const listingValid = 12 // months

func (c *Check) adequacyCondition(t *carried) {
	if t.transfer.Tool != register.TransferToolAdequacy || !c.decisionsApply(t.reached) {
		return
	}
	decision, ok := law.Adequacy(t.country, t.on)
	if !ok || decision.Requires == "" {
		return
	}
	x := t.transfer.Certification
	if named, ok := namedDecision(x); ok && named.Requires != decision.Requires {
		return // of a framework that ended: TRF-002
	}
	if !isListed(decision.Requires) {
		if (x == nil || x.Scheme == "" && x.Reference == "") && t.transfer.Safeguards == nil && t.transfer.Documents == nil {
			h := t.hit(c, "", "decision", decision.Instrument, "condition", decision.Condition)
			h.Lighter = decision.Requires == law.RequiresAutomated // true of nearly all
			c.Report(h)
		}
		return
	}
	if x == nil {
		c.Report(t.hit(c, "", "decision", decision.Instrument, "condition", decision.Condition))
		return
	}
	c.listing(t, x)
}

// listing judges what is stated of a listing, today: of what is planned somebody
// can look again when it begins.
func (c *Check) listing(t *carried, x *register.TransferCertification) {
	switch {
	case !x.Until.IsZero() && x.Until < c.on:
		c.Report(t.keyed(c, "ended", "until", x.Until))
	case !x.Until.IsZero(): // the listing itself says how long it is valid
	case x.Checked.IsZero() || x.Checked > c.on || monthsAfter(x.Checked, listingValid) < c.on:
		h := t.keyed(c, "checked", "day", c.on)
		h.Lighter = !x.Checked.IsZero() && x.Checked <= c.on // no law says how often to look
		c.Report(h)
	}
	if x.Entity == "" && x.Reference == "" {
		h := t.keyed(c, "entity")
		h.Lighter = true
		c.Report(h)
	}
	c.listingScope(t, x)
}

func (c *Check) listingScope(t *carried, x *register.TransferCertification) {
	if len(x.Scope) == 0 {
		h := t.keyed(c, "scope")
		h.Lighter = true
		c.Report(h)
		return
	}
	hr, other := isOne(register.CertificationScopeHr, x.Scope...), isOne(register.CertificationScopeNonHr, x.Scope...)
	if hr && other {
		return
	}
	var outside []string
	for _, id := range c.subjectsReaching(t.reached) {
		if c.terms.markedSubject(id, register.SubjectMarkEmployee) != hr {
			outside = append(outside, id)
		}
	}
	if len(outside) > 0 {
		h := t.keyed(c, "uncovered", "subjects", quotedKinds(c, register.KindDataSubjects, outside), "covered", coveredWords[hr])
		// Whether data of staff of others than the recipient's own group are HR data is
		// disputed (EDPB, report on the first review of the framework, 2024).
		h.Lighter = !hr
		c.Report(h)
	}
}

var coveredWords = map[bool]value.Text{
	true:  {"en": "data of staff", "nl": "gegevens van personeel"},
	false: {"en": "data other than those of staff", "nl": "andere gegevens dan van personeel"},
}

// subjectsReaching returns whose data reach a party.
func (c *Check) subjectsReaching(x *reached) []string {
	found, err := c.chart.Ask(datamap.Subjects, datamap.Filter{AsOf: x.on, Recipients: []string{x.Party}, Planned: x.planned, Brief: true})
	if err != nil {
		return nil
	}
	var all []string
	for _, a := range found.Answers {
		all = append(all, a.ID)
	}
	return all
}

// isListed reports whether a decision covers those who are on a list.
func isListed(r law.AdequacyRequirement) bool {
	return isOne(r, law.RequiresDPFListing, law.RequiresShieldListing, law.RequiresHarbour)
}

// keyed is hit for a rule that may find several things of one transfer.
func (t *carried) keyed(c *Check, variant string, more ...any) Hit {
	h := t.hit(c, variant, more...)
	h.Key += " " + variant
	return h
}

// monthsAfter returns the day some months after another.
func monthsAfter(d value.Date, months int) value.Date {
	return value.DateOf(d.Time().AddDate(0, months, 0))
}
