package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var gov002 = &Rule{
	Code:  "GOV-002",
	Title: value.Text{"en": "No representative in the Union", "nl": "Geen vertegenwoordiger in de Unie"},
	Why: value.Text{
		"en": "An organisation outside the Union that offers something to people there, or watches them, names a representative in one of the member states, so that people and authorities have somebody to turn to.",
		"nl": "Een organisatie buiten de Unie die mensen daar iets aanbiedt of hen volgt, wijst een vertegenwoordiger in een van de lidstaten aan, zodat mensen en toezichthouders ergens terechtkunnen.",
	},
	Articles: []string{"Art. 27 GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show a representative in the Union, although the organisation is in {country} and offers something to people in the Union or watches them",
				"nl": "het register laat geen vertegenwoordiger in de Unie zien, terwijl de organisatie in {country} is gevestigd en mensen in de Unie iets aanbiedt of hen volgt",
			},
			Mend: value.Text{
				"en": "name one under representative: name, country and contact; or say none: true with the reason of Art. 27(2)",
				"nl": "noem er een onder representative: name, country en contact; of zeg none: true met de reden van art. 27 lid 2",
			},
		},
		"offers": {
			Says: value.Text{
				"en": "the register does not show whether a representative in the Union is needed: the organisation is in {country}, and nothing says whether it offers something to people in the Union or watches them",
				"nl": "het register laat niet zien of een vertegenwoordiger in de Unie nodig is: de organisatie is in {country} gevestigd en er staat niet of zij mensen in de Unie iets aanbiedt of hen volgt",
			},
			Mend: value.Text{
				"en": "fill in offersInUnion under organisation, or representative",
				"nl": "vul offersInUnion in onder organisation, of representative",
			},
		},
		"country": {
			Says: value.Text{
				"en": "the register does not show that the representative is established in a member state",
				"nl": "het register laat niet zien dat de vertegenwoordiger in een lidstaat is gevestigd",
			},
			Mend: value.Text{
				"en": "fill in country under representative: one where the people are whose data are processed",
				"nl": "vul country in onder representative: een land waar de mensen zijn van wie gegevens worden verwerkt",
			},
		},
	},
	Register: func(c *Check) {
		o := c.view.Register().Organisation
		if o == nil || o.Country == "" || law.IsEEA(o.Country, c.on) || !c.reachesUnion(o) {
			return
		}
		hit := Hit{At: "organisation", Args: args("country", countryName(o.Country))}
		switch x := o.Representative; {
		case x == nil && o.OffersInUnion == value.Yes:
		case x == nil:
			hit.Variant, hit.Lighter = "offers", true
		case x.None == value.Yes && (len(x.Reason) > 0 || o.OffersInUnion != value.Yes):
			return
		case x.None == value.Yes || x.Name == "" && x.Contact == nil:
			hit.At = "organisation/representative"
		case x.Country == "" || !law.IsEEA(x.Country, c.on):
			hit.At, hit.Variant = "organisation/representative", "country"
		default:
			return
		}
		c.Report(hit)
	},
}

// reachesUnion reports whether the GDPR may apply to an organisation outside the
// Union for whom it approaches there (Art. 3(2)). Public bodies need nobody
// (Art. 27(2)(b)).
func (p *pass) reachesUnion(o *register.Organisation) bool {
	switch {
	case o.OffersInUnion == value.No || o.PublicBody == value.Yes:
		return false
	case o.OffersInUnion == value.Yes:
		return true
	}
	return p.regulation(nil) == register.RegulationGdpr
}
