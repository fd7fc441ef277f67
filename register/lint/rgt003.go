package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var rgt003 = &Rule{
	Code:  "RGT-003",
	Title: value.Text{"en": "Automated decision without safeguards", "nl": "Geautomatiseerd besluit zonder waarborgen"},
	Why: value.Text{
		"en": "A computer alone may decide about people, with legal or similar effect, only where a contract needs it, where a law allows it, or with explicit consent; and people must be able to have somebody look again.",
		"nl": "Zonder tussenkomst van een mens mag een computer alleen over mensen besluiten, met rechtsgevolg of iets dat daarop lijkt, als het nodig is voor een overeenkomst, als een wet het toestaat of met uitdrukkelijke toestemming; en mensen moeten iemand kunnen vragen er opnieuw naar te kijken.",
	},
	Articles: []string{"Art. 22 GDPR", "Art. 13(2)(f) GDPR", "Art. 40 UAVG"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show what allows the automated decision “{decision}” in “{activity}”",
				"nl": "het register laat niet zien op grond waarvan het geautomatiseerde besluit “{decision}” bij “{activity}” is toegestaan",
			},
			Mend: value.Text{
				"en": "fill in exception: contract, law or explicit-consent; or let a person decide and set solely to false",
				"nl": "vul exception in: contract, law of explicit-consent; of laat een mens besluiten en zet solely op false",
			},
		},
		"law": {
			Says: value.Text{
				"en": "the register does not show which law allows the automated decision “{decision}” in “{activity}”",
				"nl": "het register laat niet zien welke wet het geautomatiseerde besluit “{decision}” bij “{activity}” toestaat",
			},
			Mend: value.Text{"en": "name the law under law of the decision", "nl": "noem de wet onder law van het besluit"},
		},
		"profiling": {
			Says: value.Text{
				"en": "the register does not show a law that allows the decision “{decision}” in “{activity}”: it rests on profiling, and Art. 40 UAVG leaves profiling out",
				"nl": "het register laat geen wet zien die het besluit “{decision}” bij “{activity}” toestaat: het berust op profilering, en artikel 40 UAVG geldt niet voor profilering",
			},
			Mend: value.Text{
				"en": "name another law under law, choose another exception, or let a person decide",
				"nl": "noem een andere wet onder law, kies een andere exception, of laat een mens besluiten",
			},
		},
		"human": {
			Says: value.Text{
				"en": "the register does not show how people can have somebody look again at the automated decision “{decision}” in “{activity}”",
				"nl": "het register laat niet zien hoe mensen iemand opnieuw naar het geautomatiseerde besluit “{decision}” bij “{activity}” kunnen laten kijken",
			},
			Mend: value.Text{
				"en": "say under human who looks again, and how people give their view and contest the decision",
				"nl": "zeg onder human wie opnieuw kijkt, en hoe mensen hun standpunt geven en het besluit aanvechten",
			},
		},
		"special": {
			Says: value.Text{
				"en": "the register does not show that the automated decision “{decision}” in “{activity}” may use {data}: that takes explicit consent or a substantial public interest",
				"nl": "het register laat niet zien dat het geautomatiseerde besluit “{decision}” bij “{activity}” gebruik mag maken van {data}: dat kan alleen met uitdrukkelijke toestemming of om een zwaarwegend algemeen belang",
			},
			Mend: value.Text{
				"en": "fill in art9 at the purpose (explicit-consent or substantial-public-interest), or leave these data out of the decision and name its purposes",
				"nl": "vul art9 in bij het doel (explicit-consent of substantial-public-interest), of laat deze gegevens buiten het besluit en noem de doelen (purposes) ervan",
			},
		},
		"unclear": {
			Says: value.Text{
				"en": "the register does not show whether the decision “{decision}” in “{activity}” is taken by a computer alone and has legal or similar effect",
				"nl": "het register laat niet zien of het besluit “{decision}” bij “{activity}” alleen door een computer wordt genomen en rechtsgevolg of vergelijkbaar gevolg heeft",
			},
			Mend: value.Text{"en": "fill in {fields} with true or false", "nl": "vul {fields} in met true of false"},
		},
		"logic": {
			Says: value.Text{
				"en": "the register does not show what people are told of how the automated decision “{decision}” in “{activity}” is taken and what it means for them",
				"nl": "het register laat niet zien wat mensen horen over hoe het geautomatiseerde besluit “{decision}” bij “{activity}” tot stand komt en wat het voor hen betekent",
			},
			Mend: value.Text{"en": "fill in {fields}", "nl": "vul {fields} in"},
		},
		"silent": {
			Says: value.Text{
				"en": "the register does not show which decisions are taken automatically in “{activity}”, though it names automated decision-making",
				"nl": "het register laat niet zien welke besluiten bij “{activity}” geautomatiseerd worden genomen, al noemt het geautomatiseerde besluitvorming",
			},
			Mend: value.Text{
				"en": "describe each decision under automatedDecisions, or write automatedDecisions: none",
				"nl": "beschrijf elk besluit onder automatedDecisions, of schrijf automatedDecisions: none",
			},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if a.AutomatedDecisions == nil && a.DPIA == nil && len(a.Operations) == 0 || a.Ended || !c.informs(a.Activity) {
			return
		}
		if a.AutomatedDecisions == nil && c.namesDecisions(a) {
			c.Report(Hit{At: a.At, Variant: "silent", Key: "silent", Lighter: true, Args: args("activity", c.activityName(a))})
		}
		for i := range a.AutomatedDecisions {
			c.holdDecision(a, i)
		}
	},
}

// namesDecisions reports whether an activity speaks of automated decisions
// elsewhere.
func (c *Check) namesDecisions(a *Activity) bool {
	if a.DPIA != nil && isOne(register.DPIACriterionAutomatedDecisions, a.DPIA.Criteria...) {
		return true
	}
	return slices.ContainsFunc(a.Operations, func(o register.OperationUse) bool {
		return o.Operation != "" && c.terms.within(register.KindOperations, o.Operation, "automated-decision-making")
	})
}

func (c *Check) holdDecision(a *Activity, i int) {
	d := &a.AutomatedDecisions[i]
	if d.Solely == register.No || d.Significant == register.No {
		return // Art. 22(1) does not reach it
	}
	said := args("decision", decisionName(d, i), "activity", c.activityName(a))
	report := func(h Hit) {
		h.At, h.Key = a.At+"/automatedDecisions/"+register.Names(a.AutomatedDecisions)[i], h.Variant
		h.Args = joined(said, h.Args)
		c.Report(h)
	}
	if fields := unfilled("solely", d.Solely == register.Unstated, "significant", d.Significant == register.Unstated); fields != nil {
		report(Hit{Variant: "unclear", Lighter: true, Args: args("fields", enumerate(fields))})
		return
	}
	if v := c.allows(a, d); v != "allowed" {
		report(Hit{Variant: v})
	}
	// A law that allows the decision must itself protect people (Art. 22(2)(b)).
	if d.Exception != register.DecisionExceptionLaw && len(d.Human) == 0 {
		report(Hit{Variant: "human"})
	}
	if data := c.specialBehind(a, d); data != nil {
		report(Hit{Variant: "special", Args: args("data", c.quoted(register.KindDataCategories, data))})
	}
	if fields := unfilled("logic", len(d.Logic) == 0, "effect", len(d.Effect) == 0); fields != nil {
		report(Hit{Variant: "logic", Lighter: true, Args: args("fields", enumerate(fields))})
	}
}

// allows returns the sentence about what allows a decision, "allowed" where
// nothing is missing.
func (c *Check) allows(a *Activity, d *register.AutomatedDecision) string {
	switch {
	case c.regulation(a) == register.RegulationUkGdpr:
		return "allowed" // Art. 22A-22C UK GDPR ask for safeguards, not for an exception
	case d.Exception == "":
		return ""
	case d.Exception != register.DecisionExceptionLaw:
		return "allowed"
	case len(d.Law) == 0:
		return "law"
	}
	// Art. 40(1) UAVG: "anders dan op basis van profilering".
	if d.Profiling == register.Yes && !slices.ContainsFunc(d.Law, func(l register.LawRef) bool { return l.ID != "nl-uavg-40" }) {
		return "profiling"
	}
	return "allowed"
}

// specialBehind returns the special data that serve a decision at a purpose
// without one of the conditions of Art. 22(4).
func (c *Check) specialBehind(a *Activity, d *register.AutomatedDecision) []string {
	var all []string
	for i := range a.Data {
		use := &a.Data[i]
		if slices.Contains(all, use.Category) || !c.terms.marked(use.Category, register.DataMarkSpecial) {
			continue
		}
		for _, n := range c.purposesOf(a, use) {
			u := &a.Purposes[n]
			if d.Purposes != nil && !c.terms.withinAny(register.KindPurposes, u.Purpose, d.Purposes...) {
				continue
			}
			if !isOne(register.Article9ExplicitConsent, u.Article9...) && !isOne(register.Article9SubstantialPublicInterest, u.Article9...) {
				all = append(all, use.Category)
				break
			}
		}
	}
	return all
}

func decisionName(d *register.AutomatedDecision, i int) value.Text {
	if len(d.Name) > 0 {
		return d.Name
	}
	if d.ID != "" {
		return plain(d.ID)
	}
	return plain(itoa(i + 1))
}

// unfilled returns the fields of which it is true that they are missing.
func unfilled(pairs ...any) []value.Text {
	var all []value.Text
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1].(bool) {
			all = append(all, plain(pairs[i].(string)))
		}
	}
	return all
}

// joined returns the texts of both.
func joined(some, more map[string]value.Text) map[string]value.Text {
	all := make(map[string]value.Text, len(some)+len(more))
	for k, t := range some {
		all[k] = t
	}
	for k, t := range more {
		all[k] = t
	}
	return all
}
