package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var dpi001 = &Rule{
	Code:  "DPI-001",
	Title: value.Text{"en": "No impact assessment", "nl": "Geen gegevensbeschermingseffectbeoordeling"},
	Why: value.Text{
		"en": "Processing that is likely to bring a high risk for people needs an impact assessment (DPIA) before it begins. That is mostly so where two of the nine criteria of the European authorities are met.",
		"nl": "Een verwerking met waarschijnlijk een hoog risico voor mensen vraagt vooraf een gegevensbeschermingseffectbeoordeling (DPIA). Dat is meestal zo als aan twee van de negen criteria van de Europese toezichthouders wordt voldaan.",
	},
	Articles: []string{"Art. 35(1) GDPR", "Art. 35(3) GDPR"},
	Source:   Guidance,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show an impact assessment of “{activity}”, nor why none is needed, though it meets these criteria: {criteria}",
				"nl": "het register laat geen gegevensbeschermingseffectbeoordeling van “{activity}” zien, en ook niet waarom die niet nodig is, al wordt voldaan aan deze criteria: {criteria}",
			},
			Mend: value.Text{
				"en": "assess the risks and fill in done and report under dpia, or say under reason why no assessment is needed",
				"nl": "beoordeel de risico's en vul done en report in onder dpia, of zeg onder reason waarom geen beoordeling nodig is",
			},
		},
		"needed": {
			Says: value.Text{
				"en": "the register does not show an impact assessment of “{activity}”, though it says that one is needed",
				"nl": "het register laat geen gegevensbeschermingseffectbeoordeling van “{activity}” zien, al zegt het dat die nodig is",
			},
			Mend: value.Text{
				"en": "assess the risks and fill in done and report under dpia",
				"nl": "beoordeel de risico's en vul done en report in onder dpia",
			},
		},
		"begun": {
			Says: value.Text{
				"en": "the register does not show that the impact assessment of “{activity}” is finished, though the processing is already carried out",
				"nl": "het register laat niet zien dat de gegevensbeschermingseffectbeoordeling van “{activity}” klaar is, al vindt de verwerking al plaats",
			},
			Mend: value.Text{
				"en": "finish the assessment and fill in done and report under dpia",
				"nl": "maak de beoordeling af en vul done en report in onder dpia",
			},
		},
	},
	Activity: func(c *Check, a *Activity) {
		d := a.DPIA
		if !c.assesses(a) || c.assessed(d) || d != nil && len(d.Reason) > 0 {
			return
		}
		stated, _ := ticked(d)
		met, _ := c.derived(a)
		met |= stated
		needed := d != nil && d.Needed == register.Yes
		if met.count() < law.DPIACriteriaMet && !needed {
			return
		}
		// Patients or staff of whom one practice or employer has health data: not on a
		// large scale, an assessment is not mandatory (Art. 35(3)(b), recital 91).
		if !needed && stated == 0 && a.LargeScale == register.No && met&^(sensitive|vulnerable) == 0 {
			return
		}
		// The list of the authority asks for the same assessment (DPI-002).
		if c.applies("DPI-002") && len(c.listed(a)) > 0 {
			return
		}
		c.reportUnassessed(a, needed, stated, met)
	},
}

// reportUnassessed tells that there is no assessment, or not yet.
func (c *Check) reportUnassessed(a *Activity, needed bool, stated, met criteria) {
	h := Hit{At: a.dpiaAt(), Args: args("activity", c.activityName(a))}
	switch {
	case underWay(a.DPIA) && c.future(a.Activity):
		return // it is made before the processing begins, as it should
	case underWay(a.DPIA):
		h.Variant = "begun"
	case needed:
		h.Variant = "needed"
	default:
		h.Args["criteria"] = enumerateAll(met.says())
		// Two that are read from terms alone, such as the health of staff, are
		// mostly but not always enough (WP248, III.B.a).
		h.Lighter = stated == 0 && met.count() == law.DPIACriteriaMet && met&(largeScale|decisions) == 0
	}
	c.Report(h)
}
