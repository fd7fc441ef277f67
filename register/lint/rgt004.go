package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var rgt004 = &Rule{
	Code:  "RGT-004",
	Title: value.Text{"en": "No way to use a right", "nl": "Geen manier om een recht te gebruiken"},
	Why: value.Text{
		"en": "People have a right to see, correct and erase their data and more, depending on the legal basis. The organisation must make it easy to use these rights and must tell people how.",
		"nl": "Mensen mogen hun gegevens inzien, verbeteren, laten wissen en meer, afhankelijk van de grondslag. De organisatie moet dat gemakkelijk maken en vertellen hoe het kan.",
	},
	Articles: []string{"Art. 12(2) GDPR", "Art. 13(2)(b) GDPR", "Art. 15-20 GDPR", "Art. 77 GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show how people can use these rights: {rights}",
				"nl": "het register laat niet zien hoe mensen deze rechten kunnen gebruiken: {rights}",
			},
			Mend: value.Text{
				"en": "add an entry with channels for each of them under rights; or with available: false and a note that says why it does not apply",
				"nl": "voeg voor elk een regel met channels toe onder rights; of met available: false en een note waarom het niet geldt",
			},
		},
		"partly": {
			Says: value.Text{
				"en": "the register does not show how people can use this right for {activities}: {right}",
				"nl": "het register laat niet zien hoe mensen dit recht kunnen gebruiken bij {activities}: {right}",
			},
			Mend: value.Text{
				"en": "add these activities to activities of the entry under rights, or add an entry for them",
				"nl": "voeg deze activiteiten toe aan activities van de regel onder rights, of voeg er een regel voor toe",
			},
		},
	},
	Register: func(c *Check) {
		var missing []value.Text
		for _, kind := range rightsHeld {
			entries := c.entriesOf(kind)
			lacking := c.withoutRight(kind, entries)
			switch {
			case len(lacking) == 0:
			case len(entries) == 0:
				missing = append(missing, rightNames[kind])
			default:
				var names []value.Text
				for _, a := range lacking {
					names = append(names, inQuotes(c.name(register.KindActivities, a.ID)))
				}
				c.Report(Hit{
					At: "rights/" + entries[0].Key(), Variant: "partly", Key: string(kind),
					Args: args("right", rightNames[kind], "activities", enumerate(names)), Related: related(lacking),
				})
			}
		}
		if missing != nil {
			c.Report(Hit{Args: args("rights", enumerateAll(missing))})
		}
	},
}

// rightsHeld are the rights that this rule looks at. Objection, the withdrawal of
// consent and information have rules of their own (BAS-006, CON-001, RGT-001).
var rightsHeld = []register.RightKind{
	register.RightKindAccess, register.RightKindRectification, register.RightKindErasure,
	register.RightKindRestriction, register.RightKindPortability, register.RightKindComplaint,
}

var rightNames = map[register.RightKind]value.Text{
	register.RightKindAccess:             {"en": "access (Art. 15)", "nl": "inzage (art. 15)"},
	register.RightKindRectification:      {"en": "rectification (Art. 16)", "nl": "rectificatie (art. 16)"},
	register.RightKindErasure:            {"en": "erasure (Art. 17)", "nl": "wissing (art. 17)"},
	register.RightKindRestriction:        {"en": "restriction (Art. 18)", "nl": "beperking van de verwerking (art. 18)"},
	register.RightKindPortability:        {"en": "data portability (Art. 20)", "nl": "overdraagbaarheid van gegevens (art. 20)"},
	register.RightKindObjection:          {"en": "objection (Art. 21)", "nl": "bezwaar (art. 21)"},
	register.RightKindAutomatedDecisions: {"en": "a person looking again at an automated decision (Art. 22)", "nl": "een mens die opnieuw naar een geautomatiseerd besluit kijkt (art. 22)"},
	register.RightKindComplaint:          {"en": "complaint to the authority (Art. 77)", "nl": "klacht bij de toezichthouder (art. 77)"},
}

// entriesOf returns what the register says of a right as far as it settles the
// question: how it can be used, or why it is not there.
func (c *Check) entriesOf(kind register.RightKind) []*register.Right {
	var all []*register.Right
	for _, r := range c.view.Register().Rights {
		if r.Right == kind && (r.Available != register.No || len(r.Procedure) > 0 || len(r.Note) > 0) {
			all = append(all, r)
		}
	}
	return all
}

// withoutRight returns the activities in which people have a right of which none
// of the entries speaks.
func (c *Check) withoutRight(kind register.RightKind, entries []*register.Right) []*register.Activity {
	if slices.ContainsFunc(entries, func(r *register.Right) bool { return r.Activities == nil && r.Purposes == nil }) {
		return nil
	}
	var all []*register.Activity
	for _, a := range c.view.Activities() {
		if !c.ongoing(a) || c.future(a) || !c.informs(a) || !c.gives(a, kind) {
			continue
		}
		if !slices.ContainsFunc(entries, func(r *register.Right) bool { return c.rightCovers(r, a) }) {
			all = append(all, a)
		}
	}
	return all
}

// gives reports whether people have a right in an activity: portability only
// where consent or a contract is the basis and the data are not on paper alone.
func (c *Check) gives(a *register.Activity, kind register.RightKind) bool {
	if kind != register.RightKindPortability {
		return true
	}
	if slices.ContainsFunc(a.Purposes, func(u register.PurposeUse) bool {
		return slices.ContainsFunc(u.Basis, func(b register.Basis) bool { return isOne(string(kind), law.RightsOf(string(b))...) })
	}) {
		systems := c.view.Systems(a)
		return len(systems) == 0 || slices.ContainsFunc(systems, func(id string) bool {
			s := c.view.System(id)
			return s == nil || s.Medium != register.MediumPaper
		})
	}
	return false
}

// enumerateAll joins texts however many there are.
func enumerateAll(all []value.Text) value.Text {
	if len(all) <= shown {
		return enumerate(all)
	}
	head := all[0]
	for _, t := range all[1 : len(all)-1] {
		head = value.Text{"en": head["en"] + ", " + t["en"], "nl": head["nl"] + ", " + t["nl"]}
	}
	return enumerate([]value.Text{head, all[len(all)-1]})
}
