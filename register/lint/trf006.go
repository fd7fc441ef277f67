package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var trf006 = &Rule{
	Code:  "TRF-006",
	Title: value.Text{"en": "Derogation for a transfer", "nl": "Afwijking voor een doorgifte"},
	Why: value.Text{
		"en": "Without adequacy or safeguards a transfer is possible in specific situations only. Some of them cover occasional transfers alone, and the last one asks for documents and for word to the authority and the people.",
		"nl": "Zonder adequaatheid of waarborgen kan doorgifte alleen in specifieke situaties. Sommige daarvan gelden alleen voor incidentele doorgifte, en de laatste vraagt om stukken en bericht aan toezichthouder en betrokkenen.",
	},
	Articles: []string{"Art. 49(1), (6) GDPR", "Art. 30(1)(e) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show which derogation allows the transfer to “{party}” in {country}",
				"nl": "het register laat niet zien welke afwijking de doorgifte aan “{party}” in {country} toestaat",
			},
			Mend: value.Text{
				"en": "fill in derogation (49-1-a … 49-1-2)",
				"nl": "vul derogation in (49-1-a … 49-1-2)",
			},
		},
		"repeated": {
			Says: value.Text{
				"en": "the transfer to “{party}” in {country} is repeated; the derogation {derogation} is meant for exceptions",
				"nl": "de doorgifte aan “{party}” in {country} herhaalt zich; de afwijking {derogation} is bedoeld voor uitzonderingen",
			},
			Mend: value.Text{
				"en": "name another tool, such as scc, or state repeated: false if the transfer is occasional",
				"nl": "noem een ander instrument (tool), zoals scc, of vul repeated: false in als de doorgifte incidenteel is",
			},
		},
		"documents": {
			Says: value.Text{
				"en": "the transfer to “{party}” in {country} rests on compelling legitimate interests; the register does not show {missing}",
				"nl": "de doorgifte aan “{party}” in {country} berust op dwingende gerechtvaardigde belangen; het register laat niet zien: {missing}",
			},
			Mend: value.Text{
				"en": "fill in documents or safeguards, notified and subjectsInformed",
				"nl": "vul documents of safeguards, notified en subjectsInformed in",
			},
		},
	},
	Register: func(c *Check) { c.eachTransfer(c.derogation) },
}

func (c *Check) derogation(t *carried) {
	x := t.transfer
	if x.Tool != register.TransferToolDerogation {
		return
	}
	if x.Derogation == "" {
		c.Report(t.hit(c, ""))
		return
	}
	if x.Repeated == register.Yes {
		h := t.keyed(c, "repeated", "derogation", derogationArticle(x.Derogation))
		// Recital 111 limits these to occasional transfers; of the others the EDPB says
		// that they must not become the rule (Guidelines 2/2018).
		h.Lighter = !isOne(x.Derogation, register.Derogation491B, register.Derogation491C, register.Derogation491E, register.Derogation4912)
		c.Report(h)
	}
	if x.Derogation == register.Derogation4912 {
		if missing := missingForInterests(x); len(missing) > 0 {
			c.Report(t.keyed(c, "documents", "missing", enumerate(missing)))
		}
	}
}

// missingForInterests tells what the second subparagraph of Art. 49(1) asks for
// and a transfer does not show.
func missingForInterests(x *register.Transfer) []value.Text {
	var all []value.Text
	if x.Documents == nil && x.Safeguards == nil {
		all = append(all, value.Text{"en": "the assessment and the safeguards", "nl": "de beoordeling en de waarborgen"})
	}
	if x.Notified.IsZero() {
		all = append(all, value.Text{"en": "that the authority was informed", "nl": "dat de toezichthouder is ingelicht"})
	}
	if x.SubjectsInformed.IsZero() {
		all = append(all, value.Text{"en": "that the data subjects were informed", "nl": "dat de betrokkenen zijn ingelicht"})
	}
	return all
}

// derogationArticle says where a derogation stands.
func derogationArticle(d register.Derogation) value.Text {
	if d == register.Derogation4912 {
		return value.Text{"en": "of Art. 49(1), second subparagraph,", "nl": "van art. 49 lid 1, tweede alinea,"}
	}
	point := string(d[len(d)-1:])
	return value.Text{"en": "of Art. 49(1)(" + point + ")", "nl": "van art. 49 lid 1, onder " + point + ","}
}
