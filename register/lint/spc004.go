package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var spc004 = &Rule{
	Code:  "SPC-004",
	Title: value.Text{"en": "Criminal data without a law", "nl": "Strafrechtelijke gegevens zonder wet"},
	Why: value.Text{
		"en": "Data on convictions and offences, a list of fraudsters among them, may only be processed under the control of official authority or where a law allows it. Sharing such a list with others mostly takes a permit of the supervisory authority.",
		"nl": "Gegevens over veroordelingen en strafbare feiten, ook een lijst van fraudeurs, mogen alleen onder toezicht van de overheid worden verwerkt of als een wet het toestaat. Voor het delen van zo’n lijst met anderen is meestal een vergunning van de toezichthouder nodig.",
	},
	Articles: []string{"Art. 10 GDPR", "Art. 31-33 UAVG"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the register does not show which law or permit allows “{data}” to be processed in “{activity}”",
			"nl": "het register laat niet zien welke wet of vergunning toestaat dat “{data}” worden verwerkt in “{activity}”",
		},
		Mend: value.Text{
			"en": "name the law under law of the data, in the Netherlands Art. 32 or 33 UAVG, or the permit under documents; where there is neither, do not keep these data",
			"nl": "noem de wet onder law bij de gegevens, in Nederland art. 32 of 33 UAVG, of de vergunning onder documents; is er geen van beide, bewaar deze gegevens dan niet",
		},
	}},
	Activity: func(c *Check, a *Activity) {
		for i := range a.Data {
			d := &a.Data[i]
			if !c.bears(d, criminal) || !c.gdprControls(a) {
				continue
			}
			if len(d.Law) == 0 && !c.permitted(d.Documents) && !c.permitted(a.Documents) && !c.criminalLaw(a, d) {
				c.Report(Hit{At: a.DataAt(i), Args: args("data", c.category(d.Category), "activity", c.activityName(a))})
			}
		}
	},
}

// permitted reports whether one of some documents is a decision of an authority.
func (p *pass) permitted(documents []string) bool {
	return slices.ContainsFunc(documents, func(id string) bool {
		x := p.view.Document(id)
		return x != nil && x.Kind == register.DocumentKindDecision
	})
}

// criminalLaw reports whether all purposes that criminal data serve name what
// allows them: the law for such data, or that of the task of an authority.
func (p *pass) criminalLaw(a *Activity, d *register.DataUse) bool {
	o := p.view.Register().Organisation
	authority := o != nil && o.PublicBody == value.Yes
	served := p.purposesOf(a, d)
	return len(served) > 0 && !slices.ContainsFunc(served, func(i int) bool {
		u := &a.Purposes[i]
		ofTask := authority && len(u.Law) > 0 && isOne(register.BasisPublicTask, u.Basis...)
		return !ofTask && !cites(u.Law, criminalProvisions...) && !cites(u.Article9Law, criminalProvisions...)
	})
}

var criminalProvisions = []string{"nl-uavg-31", "nl-uavg-32", "nl-uavg-33"}
