package lint

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var reg012 = &Rule{
	Code:  "REG-012",
	Title: value.Text{"en": "Content that is still missing", "nl": "Inhoud die nog ontbreekt"},
	Why: value.Text{
		"en": "The authority must be able to read the record by itself. A placeholder or a mere reference to another document fills a field and says nothing.",
		"nl": "De toezichthouder moet het register op zichzelf kunnen lezen. Een plaatshouder of alleen een verwijzing naar een ander document vult een veld en zegt niets.",
	},
	Articles: []string{"Art. 30(1) GDPR", "Art. 30(2) GDPR", "Art. 30(4) GDPR"},
	Source:   Guidance,
	Severity: diag.Warning,
	Profile:  Art30,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{"en": "the register does not show what belongs under “{field}” of {entry}: it only says “{text}”", "nl": "het register laat niet zien wat er onder “{field}” van {entry} hoort: er staat alleen “{text}”"},
			Mend: value.Text{"en": "write what applies; leave the field out where nothing does, or ask the question under open", "nl": "schrijf wat er geldt; laat het veld weg als er niets geldt, of stel de vraag onder open"},
		},
		"reference": {
			Says: value.Text{"en": "the register does not show itself what belongs under “{field}” of {entry}: it only refers to something else, “{text}”", "nl": "het register laat zelf niet zien wat er onder “{field}” van {entry} hoort: het verwijst alleen naar iets anders, “{text}”"},
			Mend: value.Text{"en": "write the content in a sentence; the document can stand under see", "nl": "schrijf de inhoud op in een zin; het document kan onder see staan"},
		},
	},
	Activity: func(c *Check, a *Activity) { c.tellEmpty(c.sightsOf(a)) },
	Register: func(c *Check) { c.tellEmpty(c.elsewhere()) },
}

func (c *Check) tellEmpty(s *sights) {
	for i := range s.empty {
		x := &s.empty[i]
		h := Hit{At: x.at, Args: args("field", x.field, "entry", c.entry(&x.sight), "text", x.text)}
		if x.refers {
			h.Variant = "reference"
		}
		c.Report(h)
	}
}
