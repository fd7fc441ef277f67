package lint

import (
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var ret006 = &Rule{
	Code:  "RET-006",
	Title: value.Text{"en": "Erasure not shown", "nl": "Wissing niet aangetoond"},
	Why: value.Text{
		"en": "A time limit is kept only if the data are then erased or made anonymous, in the backups too. Closing an account or hiding a profile leaves the data where they are.",
		"nl": "Een bewaartermijn wordt pas nageleefd als de gegevens daarna worden gewist of geanonimiseerd, ook in de back-ups. Een account sluiten of een profiel afschermen laat de gegevens staan.",
	},
	Articles: []string{"Art. 5(1)(e) GDPR", "Art. 17(1) GDPR"},
	Source:   Guidance,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show what happens to data when “{rule}” ends",
				"nl": "het register laat niet zien wat er met gegevens gebeurt als “{rule}” afloopt",
			},
			Mend: value.Text{
				"en": "say under action erase or anonymise, and under method and backups how and when",
				"nl": "zeg onder action erase of anonymise, en onder method en backups hoe en wanneer",
			},
		},
		"restrict": {
			Says: value.Text{
				"en": "the register does not show when data under “{rule}” are erased: they are only closed off",
				"nl": "het register laat niet zien wanneer gegevens volgens “{rule}” worden gewist: zij worden alleen afgeschermd",
			},
			Mend: value.Text{
				"en": "say action: erase or anonymise, or say under reason why the data must stay",
				"nl": "zeg action: erase of anonymise, of zeg onder reason waarom de gegevens moeten blijven",
			},
		},
		"method": {
			Says: value.Text{
				"en": "the register does not show how data are erased when “{rule}” ends, and when they leave the backups",
				"nl": "het register laat niet zien hoe gegevens worden gewist als “{rule}” afloopt, en wanneer zij uit de back-ups verdwijnen",
			},
			Mend: value.Text{
				"en": "say under method what is done in which systems, and under backups after how long a copy is gone",
				"nl": "zeg onder method wat in welke systemen wordt gedaan, en onder backups na hoeveel tijd een kopie weg is",
			},
		},
		"backups": {
			Says: value.Text{
				"en": "the register does not show when data leave the backups after “{rule}” ends",
				"nl": "het register laat niet zien wanneer gegevens uit de back-ups verdwijnen nadat “{rule}” is afgelopen",
			},
			Mend: value.Text{
				"en": "say under backups after how long a copy is gone, or that none is made",
				"nl": "zeg onder backups na hoeveel tijd een kopie weg is, of dat er geen wordt gemaakt",
			},
		},
	},
	Register: func(c *Check) {
		for _, r := range c.keeping().inUse() {
			if variant, found := r.unerased(); found {
				c.Report(Hit{At: r.at(), Variant: variant, Lighter: variant == "backups", Args: args("rule", c.name(register.KindRetentionRules, r.ID))})
			}
		}
	},
}

// unerased tells what a rule leaves open of the end of the data. A policy to which
// all activities keep, or a document named at the rule, may say how it is done.
func (r *keptUnder) unerased() (variant string, found bool) {
	switch {
	case r.Indefinite == value.Yes || r.Action == register.RetentionActionArchive:
		return "", false
	case r.Action == "":
		return "", len(r.Method) == 0
	case r.Action == register.RetentionActionRestrict:
		return "restrict", len(r.Reason) == 0
	case !r.loose || len(r.See) > 0:
		return "", false
	case len(r.Method) == 0:
		return "method", true
	}
	return "backups", len(r.Backups) == 0
}
