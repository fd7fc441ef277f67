package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var ret004 = &Rule{
	Code:  "RET-004",
	Title: value.Text{"en": "Different limits for the same data", "nl": "Verschillende termijnen voor dezelfde gegevens"},
	Why: value.Text{
		"en": "Where the same data in the same system are kept for the same purpose under two rules, the longer one is what happens. Nobody can tell which was meant.",
		"nl": "Als voor dezelfde gegevens in hetzelfde systeem en voor hetzelfde doel twee bewaartermijnen gelden, gebeurt in feite de langste. Niemand kan dan zien welke is bedoeld.",
	},
	Articles: []string{"Art. 5(1)(e) GDPR"},
	Source:   Guidance,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{"": {
		Says: value.Text{
			"en": "the register does not show which limit holds for “{data}” in “{system}” for “{purpose}”: {rules} in {activities}",
			"nl": "het register laat niet zien welke termijn geldt voor “{data}” in “{system}” voor “{purpose}”: {rules} in {activities}",
		},
		Mend: value.Text{
			"en": "use one rule under retention in all of them; or say under when, or under reason of a rule, why they differ",
			"nl": "gebruik overal dezelfde bewaartermijn onder retention; of zeg onder when, of onder reason van een termijn, waarom zij verschillen",
		},
	}},
	Register: func(c *Check) {
		doubtful := c.underSeveral()
		if len(doubtful) == 0 {
			return
		}
		seen := make(map[place]*held)
		var clashes []*held
		c.eachHolding(func(a *register.Activity, i int, system, rule string) {
			if !doubtful[store{system, a.Data[i].Category}] {
				return
			}
			for p := range a.Purposes {
				id := a.Purposes[p].Purpose
				if a.Data[i].Purposes != nil && !slices.Contains(a.Data[i].Purposes, id) {
					continue
				}
				at := place{system, a.Data[i].Category, id}
				first := seen[at]
				if first == nil {
					seen[at] = &held{place: at, keptUse: keptUse{a, i, rule}}
				} else if next := (keptUse{a, i, rule}); first.rule != rule && first.activity != a && c.clashes(&first.keptUse, &next) {
					if first.others == nil {
						clashes = append(clashes, first)
					}
					first.against(next)
				}
			}
		})
		for _, h := range clashes {
			c.reportClash(h)
		}
	},
}

// place is where data are kept, and for what.
type place struct{ system, category, purpose string }

// keptUse is a data use that is kept under one rule.
type keptUse struct {
	activity *register.Activity
	use      int
	rule     string
}

// held is the first use at a place, and those that differ from it: a few of
// them, and of all the rules and the activities.
type held struct {
	place
	keptUse
	others     []keptUse
	rules      []string
	activities []*register.Activity
}

func (h *held) against(x keptUse) {
	if h.others == nil {
		h.rules, h.activities = []string{h.rule}, []*register.Activity{h.activity}
	}
	if len(h.others) < shownPlaces {
		h.others = append(h.others, x)
	}
	if !slices.Contains(h.rules, x.rule) {
		h.rules = append(h.rules, x.rule)
	}
	if x.activity != h.activities[len(h.activities)-1] { // those of one come one after the other
		h.activities = append(h.activities, x.activity)
	}
}

// eachHolding tells where each data use of a controller is kept, where the
// register says so and the rule is plain: one rule, for which nothing is said of
// when it applies.
func (c *Check) eachHolding(tell func(a *register.Activity, use int, system, rule string)) {
	for _, a := range c.view.Activities() {
		if a.Role == register.ActivityRoleProcessor {
			continue
		}
		all := c.view.Systems(a)
		for i := range a.Data {
			kept, systems := keptBy(a, &a.Data[i]), all
			if a.Data[i].Systems != nil {
				systems = a.Data[i].Systems
			}
			if len(kept) != 1 || len(kept[0].When) > 0 {
				continue
			}
			for _, s := range systems {
				tell(a, i, s, kept[0].Rule)
			}
		}
	}
}

// store is a category in a system.
type store struct{ system, category string }

// underSeveral returns what is kept under more than one rule, whatever for.
func (c *Check) underSeveral() map[store]bool {
	rules := make(map[store]string)
	several := make(map[store]bool)
	c.eachHolding(func(a *register.Activity, use int, system, rule string) {
		at := store{system, a.Data[use].Category}
		switch first, ok := rules[at]; {
		case !ok:
			rules[at] = rule
		case first != rule:
			several[at] = true
		}
	})
	return several
}

// clashes reports whether two holdings of the same data under different rules are
// about the same people at the same time, and nothing explains the difference.
func (c *Check) clashes(one, other *keptUse) bool {
	a, b := c.keeping().rules[one.rule], c.keeping().rules[other.rule]
	if a == nil || b == nil || explained(a.RetentionRule) || explained(b.RetentionRule) || alikeKept(a, b) {
		return false
	}
	if c.hasEnded(one.activity) || c.hasEnded(other.activity) {
		return false
	}
	return c.terms.overlapAny(register.KindDataSubjects, subjectsUsed(one.activity, &one.activity.Data[one.use]), subjectsUsed(other.activity, &other.activity.Data[other.use]))
}

func explained(r *register.RetentionRule) bool { return len(r.Reason) > 0 || len(r.Law) > 0 }

// alikeKept reports whether two rules say the same.
func alikeKept(a, b *keptUnder) bool {
	if a.length == 0 && b.length == 0 {
		return a.Indefinite == b.Indefinite && a.Criterion.In("en") == b.Criterion.In("en")
	}
	return a.length == b.length && slices.EqualFunc(a.StartsAt, b.StartsAt, func(x, y register.EventUse) bool { return x.Event == y.Event })
}

func (c *Check) reportClash(h *held) {
	hit := Hit{At: h.at(), Key: h.system + " " + h.purpose}
	for i := range h.others {
		hit.Related = append(hit.Related, h.others[i].at())
	}
	hit.Args = args("data", c.category(h.category), "system", c.name(register.KindSystems, h.system), "purpose", c.purpose(h.purpose),
		"rules", c.quoted(register.KindRetentionRules, h.rules), "activities", c.quotedActivities(h.activities))
	c.Report(hit)
}

func (h *keptUse) at() string {
	return "activities/" + h.activity.ID + "/data/" + register.Names(h.activity.Data)[h.use]
}
