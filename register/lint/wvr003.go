package lint

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var wvr003 = &Rule{
	Code:  "WVR-003",
	Title: value.Text{"en": "Waiver that is not complete", "nl": "Onvolledige ontheffing"},
	Why: value.Text{
		"en": "Who accepts a gap must be able to account for it: which rule, why, who decided and until when. A waiver without an end is a gap that nobody looks at again.",
		"nl": "Wie een leemte aanvaardt, moet dat kunnen verantwoorden: welke regel, waarom, wie besliste en tot wanneer. Een ontheffing zonder einde is een leemte waar niemand meer naar kijkt.",
	},
	Articles: []string{"Art. 5(2) GDPR", "Art. 24(1) GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Art30,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "of the waiver of {rule} for “{place}” the register does not show: {missing}",
				"nl": "van de ontheffing van {rule} voor “{place}” laat het register niet zien: {missing}",
			},
			Mend: value.Text{"en": "fill in {fields}", "nl": "vul {fields} in"},
		},
		"rule": {
			Says: value.Text{
				"en": "there is a waiver of {rule} for “{place}”, but no rule has that code",
				"nl": "er is een ontheffing van {rule} voor “{place}”, maar geen regel heeft die code",
			},
			Mend: value.Text{
				"en": "put the code right under rule, or take the waiver out",
				"nl": "verbeter de code onder rule, of haal de ontheffing weg",
			},
		},
	},
	Waiver: func(c *Check, w *Waiver) {
		if c.unknownCode(w.Rule) {
			c.Report(Hit{At: w.At + "/rule", Variant: "rule", Key: waiverKey(w), Args: args("rule", w.Rule, "place", w.Waiver.At)})
		}
		var missing, fields []value.Text
		for _, m := range []struct {
			absent bool
			field  string
			words  value.Text
		}{
			{len(w.Reason) == 0, "reason", value.Text{"en": "the reason", "nl": "de reden"}},
			{w.By == "", "by", value.Text{"en": "who decided", "nl": "wie besliste"}},
			{w.Until.IsZero(), "until", value.Text{"en": "the last day", "nl": "de laatste dag"}},
		} {
			if m.absent {
				missing, fields = append(missing, m.words), append(fields, plain(m.field))
			}
		}
		if missing != nil {
			c.Report(Hit{At: w.At, Key: waiverKey(w), Args: args("missing", enumerate(missing), "fields", enumerate(fields), "rule", w.Rule, "place", w.Waiver.At)})
		}
	},
}

// unknownCode reports whether no rule has a code. Where a run knows no rules of
// the organisation itself, a code unlike any other may be of one of these.
func (p *pass) unknownCode(code string) bool {
	if slices.Contains(p.known, code) {
		return false
	}
	group, _, _ := strings.Cut(code, "-")
	return p.ownCodes || len(diag.Suggest(code, p.known)) > 0 ||
		slices.ContainsFunc(p.known, func(k string) bool { return strings.HasPrefix(k, group+"-") })
}
