package lint

import (
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var rgt002 = &Rule{
	Code:  "RGT-002",
	Title: value.Text{"en": "Notice behind the register", "nl": "Privacyverklaring loopt achter"},
	Why: value.Text{
		"en": "What people are told must be true today. The fingerprint of a notice tells from which purposes, legal bases, recipients and retention periods it was made; when these change, people must be told.",
		"nl": "Wat mensen wordt verteld, moet vandaag kloppen. De vingerafdruk (fingerprint) van een privacyverklaring zegt uit welke doelen, grondslagen, ontvangers en bewaartermijnen zij is gemaakt; veranderen die, dan moeten mensen dat weten.",
	},
	Articles: []string{"Art. 5(1)(a) GDPR", "Art. 13(3) GDPR", "Art. 14(4) GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the register does not show that “{notice}” still tells what holds: purposes, legal bases, recipients or retention periods have changed since it was written",
			"nl": "het register laat niet zien dat “{notice}” nog klopt: doelen, grondslagen, ontvangers of bewaartermijnen zijn veranderd sinds zij werd geschreven",
		},
		Mend: value.Text{
			"en": "read the notice against the register, bring it up to date, tell people, and then set its fingerprint to {current}",
			"nl": "leg de verklaring naast het register, werk haar bij, informeer mensen, en zet fingerprint daarna op {current}",
		},
	}},
	Register: func(c *Check) {
		for _, n := range c.view.Register().Notices {
			// A version of a later day says nothing about this one.
			if n.Fingerprint == "" || n.Date > c.on {
				continue
			}
			if current := NoticeFingerprint(c.view, n.ID, c.on); current != "" && current != n.Fingerprint {
				c.Report(Hit{At: "notices/" + n.ID + "/fingerprint", Args: args("notice", noticeTitle(n), "current", current)})
			}
		}
	},
}
