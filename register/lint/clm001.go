package lint

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var clm001 = &Rule{
	Code:  "CLM-001",
	Title: value.Text{"en": "Promise that the register contradicts", "nl": "Belofte die het register tegenspreekt"},
	Why: value.Text{
		"en": "What an organisation tells the public about its processing must be true: people rely on it. Here its own register shows something else.",
		"nl": "Wat een organisatie in het openbaar over haar verwerkingen zegt, moet kloppen: mensen gaan daarop af. Hier laat haar eigen register iets anders zien.",
	},
	Articles: []string{"Art. 5(1)(a) GDPR", "Art. 12(1) GDPR", "Art. 13 GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not bear out the promise “{claim}” of “{notice}”: {entries}",
				"nl": "het register bevestigt de belofte “{claim}” uit “{notice}” niet: {entries}",
			},
			Mend: value.Text{
				"en": "stop the processing, or change the promise in the notice; where the promise is meant otherwise, put its excludes, only or except right",
				"nl": "stop de verwerking, of pas de belofte in de verklaring aan; is de belofte anders bedoeld, verbeter dan excludes, only of except",
			},
		},
		"assumed": {
			Says: value.Text{
				"en": "the register does not seem to bear out the promise “{claim}” of “{notice}”: {entries}",
				"nl": "het register lijkt de belofte “{claim}” uit “{notice}” niet te bevestigen: {entries}",
			},
			Mend: value.Text{
				"en": "find out what holds and fill it in where it is said; then stop the processing or change the promise in the notice",
				"nl": "ga na wat klopt en vul het in waar het staat; stop dan de verwerking of pas de belofte in de verklaring aan",
			},
		},
	},
	Register: func(c *Check) {
		for _, j := range c.claims() {
			h := Hit{At: j.at}
			entries := &j.against[within]
			if len(entries.list) == 0 {
				entries = &j.against[assumed]
				h.Variant, h.Lighter = "assumed", true
			}
			if len(entries.list) > 0 {
				h.Args = args("notice", noticeTitle(j.notice), "claim", j.promise(), "entries", entries.named())
				h.Related = entries.related()
				c.Report(h)
			}
		}
	},
}
