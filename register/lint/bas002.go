package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var bas002 = &Rule{
	Code:  "BAS-002",
	Title: value.Text{"en": "No law behind the obligation or task", "nl": "Geen wet achter de verplichting of taak"},
	Why: value.Text{
		"en": "A legal obligation or public task is a basis only where the law of the Union or of a member state lays it down. The law of another country does not do.",
		"nl": "Een wettelijke verplichting of een taak van algemeen belang is alleen een grondslag als Unierecht of het recht van een lidstaat die vaststelt. Het recht van een ander land volstaat niet.",
	},
	Articles: []string{"Art. 6(3) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show which law lays down {basis} behind {purposes} in “{activity}”", "nl": "het register laat niet zien welke wet {basis} achter {purposes} bij “{activity}” vaststelt"},
			Mend: value.Text{"en": "name the article under law of the purpose", "nl": "noem het wetsartikel onder law van het doel"},
		},
		"beside": {
			Says: value.Text{"en": "the register does not show which law lays down {basis} behind {purposes} in “{activity}”; it names {law} only beside the data or how long they are kept", "nl": "het register laat niet zien welke wet {basis} achter {purposes} bij “{activity}” vaststelt; het noemt {law} alleen bij de gegevens of hun bewaartermijn"},
			Mend: value.Text{"en": "name {law} under law of the purpose if it is the one, else name another", "nl": "noem {law} onder law van het doel als het die wet is, en anders een andere"},
		},
		"foreign": {
			Says: value.Text{"en": "the register does not show a law of the Union or a member state that lays down {basis} behind {purposes} in “{activity}”; it names {law} ({country})", "nl": "het register laat geen Unierecht of recht van een lidstaat zien dat {basis} achter {purposes} bij “{activity}” vaststelt; het noemt {law} ({country})"},
			Mend: value.Text{"en": "name a law that counts under law of the purpose, or choose another basis", "nl": "noem onder law van het doel een wet die telt, of kies een andere grondslag"},
		},
		"uk": {
			Says: value.Text{"en": "the register does not show a law of the United Kingdom that lays down {basis} behind {purposes} in “{activity}”; it names {law} ({country})", "nl": "het register laat geen recht van het Verenigd Koninkrijk zien dat {basis} achter {purposes} bij “{activity}” vaststelt; het noemt {law} ({country})"},
			Mend: value.Text{"en": "name a law that counts under law of the purpose, or choose another basis", "nl": "noem onder law van het doel een wet die telt, of kies een andere grondslag"},
		},
	},
	Activity: func(c *Check, a *Activity) {
		if !needsBasis(a) {
			return
		}
		for i := range a.Purposes {
			if basis := basisInLaw(&a.Purposes[i]); basis != "" && !c.anyDomestic(a, a.Purposes[i].Law) {
				c.tellNoLaw(a, i, basis)
			}
		}
	},
}

// basisInLaw returns the basis of a purpose that must be laid down in law, "" for
// none.
func basisInLaw(u *register.PurposeUse) register.Basis {
	for _, b := range u.Basis {
		if law.BasisNeedsLaw(string(b)) {
			return b
		}
	}
	return ""
}

// anyDomestic reports whether one of some provisions may be law of the kind that
// Art. 6(3) asks for. One that does not say whose law it is may be.
func (c *Check) anyDomestic(a *Activity, refs []register.LawRef) bool {
	for i := range refs {
		if c.domestic(a, countryOfLaw(&refs[i])) {
			return true
		}
	}
	return false
}

func (c *Check) domestic(a *Activity, area value.Area) bool {
	if area == "" {
		return true
	}
	switch c.regulation(a) {
	case register.RegulationUkGdpr: // acts of the Union that the United Kingdom took over bear their old names
		return isOne(area, "GB", value.EU)
	case register.RegulationEudpr: // Art. 5(2) of Regulation (EU) 2018/1725: Union law alone
		return area == value.EU
	}
	country, ok := area.Country()
	return !ok || law.IsEEA(country, c.on)
}

func countryOfLaw(ref *register.LawRef) value.Area {
	if p, ok := law.FindProvision(ref.ID); ok {
		return p.Country
	}
	return ref.Country
}

func citeOfLaw(ref *register.LawRef) string {
	if p, ok := law.FindProvision(ref.ID); ok {
		return p.Cite
	}
	return ref.Cite
}

func (c *Check) tellNoLaw(a *Activity, i int, basis register.Basis) {
	u := &a.Purposes[i]
	same := a.entryOf(i)
	if same == nil {
		return
	}
	h := Hit{Args: args("basis", lawfulNames[basis])}
	if len(u.Law) > 0 {
		h.Variant = "foreign"
		if c.regulation(a) == register.RegulationUkGdpr {
			h.Variant = "uk"
		}
		h.Args["law"], h.Args["country"] = plain(citeOfLaw(&u.Law[0])), plain(string(countryOfLaw(&u.Law[0])))
	} else if ref, at := c.lawBeside(a, same); ref != nil {
		h.Variant, h.Lighter, h.Related = "beside", true, []string{at}
		h.Args["law"] = plain(citeOfLaw(ref))
	}
	c.reportPurposes(a, same, h)
}

// lawBeside returns a law that stands at data which serve one of some purposes,
// or at their retention, and where it does.
func (c *Check) lawBeside(a *Activity, purposes []int) (*register.LawRef, string) {
	for n := range a.Data {
		d := &a.Data[n]
		serves := c.purposesOf(a, d)
		if !slicesMeet(serves, purposes) {
			continue
		}
		if len(d.Law) > 0 && c.domestic(a, countryOfLaw(&d.Law[0])) {
			return &d.Law[0], a.DataAt(n)
		}
		for _, use := range a.Kept(d) {
			if r := c.view.RetentionRule(use.Rule); r != nil && len(r.Law) > 0 && c.domestic(a, countryOfLaw(&r.Law[0])) {
				return &r.Law[0], "retentionRules/" + r.ID
			}
		}
	}
	return nil, ""
}

func slicesMeet(some, others []int) bool {
	for _, x := range some {
		if isOne(x, others...) {
			return true
		}
	}
	return false
}

// lawfulNames are the bases that must be laid down in law, within a sentence.
var lawfulNames = map[register.Basis]value.Text{
	register.BasisLegalObligation: {"en": "the legal obligation", "nl": "de wettelijke verplichting"},
	register.BasisPublicTask:      {"en": "the public task", "nl": "de taak van algemeen belang"},
}
