package lint

import (
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var ret001 = &Rule{
	Code:  "RET-001",
	Title: value.Text{"en": "No end to keeping", "nl": "Geen einde aan het bewaren"},
	Why: value.Text{
		"en": "Personal data are kept no longer than needed. A time limit is a period, or a criterion that anybody can check; “as long as necessary” only repeats the law.",
		"nl": "Persoonsgegevens worden niet langer bewaard dan nodig is. Een bewaartermijn is een periode, of een criterium dat ieder kan toetsen; “zolang als nodig” herhaalt alleen de wet.",
	},
	Articles: []string{"Art. 5(1)(e) GDPR", "Art. 13(2)(a) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show how long data are kept under “{rule}”: it names neither a period nor a criterion",
				"nl": "het register laat niet zien hoe lang gegevens volgens “{rule}” worden bewaard: er staat geen periode en geen criterium",
			},
			Mend: value.Text{
				"en": "give a period and startsAt, or under criterion what decides",
				"nl": "geef period en startsAt, of onder criterion wat de duur bepaalt",
			},
		},
		"endless": {
			Says: value.Text{
				"en": "the register does not show {missing}: under “{rule}” data are kept without a limit",
				"nl": "het register laat niet zien {missing}: volgens “{rule}” worden gegevens zonder einde bewaard",
			},
			Mend: value.Text{
				"en": "give a period or a criterion; where there can be none, say why under reason and how often you look again under reviewEvery",
				"nl": "geef een period of criterion; als dat niet kan, zeg dan waarom onder reason en hoe vaak u het opnieuw bekijkt onder reviewEvery",
			},
		},
		"vague": {
			Says: value.Text{
				"en": "the register does not show when data under “{rule}” are no longer needed: “{criterion}” cannot be checked",
				"nl": "het register laat niet zien wanneer gegevens volgens “{rule}” niet meer nodig zijn: “{criterion}” is niet te toetsen",
			},
			Mend: value.Text{
				"en": "name under criterion the event that ends the need, or how often you look again under reviewEvery",
				"nl": "noem onder criterion de gebeurtenis waarna de gegevens niet meer nodig zijn, of onder reviewEvery hoe vaak u het opnieuw bekijkt",
			},
		},
	},
	Register: func(c *Check) {
		for _, r := range c.keeping().inUse() {
			variant, ok := endless(r.RetentionRule)
			if !ok {
				continue
			}
			hit := Hit{At: r.at(), Variant: variant, Args: args("rule", c.name(register.KindRetentionRules, r.ID))}
			switch variant {
			case "endless":
				hit.Args["missing"] = missingOfEndless(r.RetentionRule)
			case "vague":
				hit.Args["criterion"] = r.Criterion
			}
			c.Report(hit)
		}
	},
}

// endless tells what a rule lacks to end the keeping of data some day. A law that
// has data kept for good, such as that on archives, is reason enough.
func endless(r *register.RetentionRule) (variant string, found bool) {
	switch {
	case r.Indefinite == value.Yes || r.Period == "" && len(r.Criterion) == 0 && len(r.Reason) > 0:
		return "endless", len(r.Law) == 0 && (len(r.Reason) == 0 && len(r.Criterion) == 0 || r.ReviewEvery == "")
	case r.Period != "":
		return "", false
	case len(r.Criterion) == 0:
		return "", true
	}
	return "vague", r.ReviewEvery == "" && len(r.StartsAt) == 0 && vague(r.Criterion)
}

func missingOfEndless(r *register.RetentionRule) value.Text {
	var all []value.Text
	if len(r.Reason) == 0 && len(r.Criterion) == 0 {
		all = append(all, value.Text{"en": "why", "nl": "waarom"})
	}
	if r.ReviewEvery == "" {
		all = append(all, value.Text{"en": "how often that is looked at again", "nl": "hoe vaak dat opnieuw wordt bekeken"})
	}
	return enumerate(all)
}

// vaguePhrases say no more than the law itself (Art. 5(1)(e); WP260, 38).
var vaguePhrases = []string{
	"as long as necessary", "as long as is necessary", "as long as it is necessary", "as long as needed", "as long as they are needed",
	"as long as they are necessary", "no longer than necessary", "not longer than necessary", "not longer than needed", "no longer than needed",
	"until no longer necessary", "until no longer needed", "indefinitely", "for ever", "forever",
	"zolang nodig", "zolang als nodig", "zo lang als nodig", "zo lang nodig", "zolang noodzakelijk", "zolang als noodzakelijk", "zo lang als noodzakelijk",
	"zolang dat nodig is", "zolang dit nodig is", "zolang dat noodzakelijk is", "niet langer dan nodig", "niet langer dan noodzakelijk", "onbepaalde tijd", "voor altijd",
}

// vague reports whether a criterion holds one of the phrases and little else.
func vague(criterion value.Text) bool {
	const few = 14
	for _, s := range criterion {
		words := strings.Fields(strings.ToLower(s))
		s = strings.Join(words, " ")
		for _, phrase := range vaguePhrases {
			if len(words) <= few && strings.Contains(s, phrase) {
				return true
			}
		}
	}
	return false
}
