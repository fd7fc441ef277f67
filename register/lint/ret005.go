package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var ret005 = &Rule{
	Code:  "RET-005",
	Title: value.Text{"en": "Kept longer or wider than the law asks", "nl": "Langer of ruimer bewaard dan de wet vraagt"},
	Why: value.Text{
		"en": "A law that has records kept is a reason to keep those records for that time. It is none to keep them longer, or to keep wish lists and newsletters along with the books.",
		"nl": "Een wettelijke bewaarplicht is een reden om die stukken zo lang te bewaren. Zij is geen reden om ze langer te bewaren, of om verlanglijstjes en nieuwsbrieven bij de administratie te houden.",
	},
	Articles: []string{"Art. 5(1)(c) GDPR", "Art. 5(1)(e) GDPR"},
	Source:   Law,
	Severity: diag.Warning,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show why data under “{rule}” are kept for {period}: {law} asks for {least}",
				"nl": "het register laat niet zien waarom gegevens volgens “{rule}” {period} worden bewaard: {law} vraagt {least}",
			},
			Mend: value.Text{
				"en": "shorten period, or say under reason what else the data are needed for",
				"nl": "verkort period, of zeg onder reason waarvoor de gegevens nog meer nodig zijn",
			},
		},
		"scope": {
			Says: value.Text{
				"en": "the register does not show why {data} in “{activity}” are kept as long as the books: {law}, which “{rule}” names, does not cover them",
				"nl": "het register laat niet zien waarom de gegevens {data} in “{activity}” even lang als de administratie worden bewaard: {law}, dat “{rule}” noemt, geldt niet daarvoor",
			},
			Mend: value.Text{
				"en": "give these data a shorter rule of their own under retention; or say under when for which part the rule holds",
				"nl": "geef deze gegevens onder retention een eigen, kortere termijn; of zeg onder when voor welk deel de termijn geldt",
			},
		},
	},
	Register: func(c *Check) {
		var needed map[string]bool
		for _, r := range c.keeping().inUse() {
			m, all := c.keeping().citedBy(r.RetentionRule)
			if m == nil || !all || len(r.Reason) > 0 || !m.exceeded(r) {
				continue
			}
			if needed == nil {
				needed = c.neededFor()
			}
			if needed[r.ID] {
				continue
			}
			c.Report(Hit{At: r.at(), Args: args("rule", c.name(register.KindRetentionRules, r.ID), "period", periodName(r.Period),
				"law", provision(m.Provision), "least", periodName(m.Period))})
		}
	},
	Activity: func(c *Check, a *Activity) {
		if a.IsProcessor() {
			return
		}
		var found []int
		for i := range a.Data {
			if c.beyondBooks(a, &a.Data[i]) != nil {
				found = append(found, i)
			}
		}
		for len(found) > 0 {
			rule := c.beyondBooks(a, &a.Data[found[0]])
			same := func(i int) bool { return c.beyondBooks(a, &a.Data[i]) == rule }
			c.reportScope(a, slices.DeleteFunc(slices.Clone(found), func(i int) bool { return !same(i) }), rule)
			found = slices.DeleteFunc(found, same)
		}
	},
}

// exceeded reports whether a rule keeps data longer than a law asks. A year more
// makes up for a period that does not start at the end of one.
func (m *minimum) exceeded(r *keptUnder) bool {
	if m.startsEarly(r.RetentionRule) {
		return r.length > m.withYear
	}
	return r.length > m.length
}

// neededFor returns the rules under which data are kept that serve a purpose
// beside a legal obligation: that may need them longer.
func (c *Check) neededFor() map[string]bool {
	needed := make(map[string]bool)
	for _, a := range c.view.Activities() {
		var beside []string
		for i := range a.Purposes {
			if u := &a.Purposes[i]; len(u.Basis) > 0 && !isOne(register.BasisLegalObligation, u.Basis...) {
				beside = append(beside, u.Purpose)
			}
		}
		for i := range a.Data {
			d := &a.Data[i]
			if len(beside) == 0 || d.Purposes != nil && !c.terms.overlapAny(register.KindPurposes, beside, d.Purposes) {
				continue
			}
			for _, u := range keptBy(a, d) {
				needed[u.Rule] = true
			}
		}
	}
	return needed
}

// booksLaws have the books kept, and nothing else.
var booksLaws = []string{"nl-awr-52", "nl-bw-2-10", "nl-bw-3-15i", "nl-wet-ob-34a"}

// neverBooks are categories of data that do not belong to the books of a business.
var neverBooks = []string{
	"preferences", "shopping-basket", "online-data", "review", "survey-responses", "profile-segment", "account-data",
	"social-media-account", "photo", "camera-images", "video-recording", "location", "cv", "interview-notes", "lifestyle",
	"religious-beliefs", "political-opinions", "ethnic-origin", "sexual-life", "biometric-data", "genetic-data",
}

// beyondBooks returns the rule under which a data use is kept where that names
// laws on the books, and nothing but those, for data that do not belong there.
func (c *Check) beyondBooks(a *Activity, d *register.DataUse) *keptUnder {
	kept := a.Kept(d)
	if len(kept) != 1 || len(kept[0].When) > 0 {
		return nil
	}
	r := c.keeping().rules[kept[0].Rule]
	if r == nil || r.length == 0 || !r.books || len(r.Reason) > 0 {
		return nil
	}
	if c.traits().data[d.Category]&outsideBooks == 0 {
		return nil
	}
	return r
}

func (c *Check) reportScope(a *Activity, data []int, r *keptUnder) {
	hit := Hit{At: a.DataAt(data[0]), Variant: "scope", Key: r.ID, Related: []string{r.at()}}
	var categories []string
	for n, i := range data {
		categories = append(categories, a.Data[i].Category)
		if n > 0 {
			hit.Related = append(hit.Related, a.DataAt(i))
		}
	}
	hit.Args = args("data", c.quoted(register.KindDataCategories, categories), "activity", c.activityName(a),
		"rule", c.name(register.KindRetentionRules, r.ID), "law", provision(r.Law[0].ID))
	c.Report(hit)
}
