package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

var ret003 = &Rule{
	Code:  "RET-003",
	Title: value.Text{"en": "Erased before the law allows", "nl": "Eerder gewist dan de wet toelaat"},
	Why: value.Text{
		"en": "Some laws have records kept: the books for seven years, sales under the one-stop shop for VAT for ten. That is a legal obligation, for those records and for no others.",
		"nl": "Sommige wetten schrijven voor dat stukken bewaard blijven: de administratie zeven jaar, verkopen onder het éénloketsysteem voor de btw tien. Dat is een wettelijke verplichting, voor die stukken en geen andere.",
	},
	Articles: []string{"Art. 6(1)(c) GDPR", "Art. 52(4) AWR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  NL,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "“{rule}” names {law}, which has records kept for {least}; the register does not show why {period} is enough",
				"nl": "“{rule}” noemt {law}, dat {least} bewaren voorschrijft; het register laat niet zien waarom {period} genoeg is",
			},
			Mend: value.Text{
				"en": "raise period for the records that the law covers; other data may go earlier, under a rule of their own",
				"nl": "verleng period voor de stukken waarop de wet ziet; andere gegevens mogen eerder weg, met een eigen bewaartermijn",
			},
		},
		"start": {
			Says: value.Text{
				"en": "“{rule}” names {law}, which has records kept for {least} from the end of the year; the register does not show that they are: its period starts earlier",
				"nl": "“{rule}” noemt {law}, dat {least} bewaren voorschrijft vanaf het einde van het jaar; het register laat niet zien dat dit gebeurt: de termijn begint eerder",
			},
			Mend: value.Text{
				"en": "put financial-year-end or calendar-year-end under startsAt",
				"nl": "zet financial-year-end of calendar-year-end onder startsAt",
			},
		},
		"limit": {
			Says: value.Text{
				"en": "“{rule}” names {law}, which has records kept for at least {least}; the register does not show that they are: limit says at most",
				"nl": "“{rule}” noemt {law}, dat ten minste {least} bewaren voorschrijft; het register laat niet zien dat dit gebeurt: limit zegt ten hoogste",
			},
			Mend: value.Text{
				"en": "put at-least under limit, or leave it out",
				"nl": "zet at-least onder limit, of laat het weg",
			},
		},
		"data": {
			Says: value.Text{
				"en": "{data} for {purpose} in “{activity}” are kept for {period}; the register does not show that the records are kept for {least}, as {law} asks",
				"nl": "de gegevens {data} voor {purpose} in “{activity}” worden {period} bewaard; het register laat niet zien dat de stukken {least} worden bewaard, zoals {law} voorschrijft",
			},
			Mend: value.Text{
				"en": "give these data a longer rule under retention for as far as they belong to the records; say under when which rule is for what",
				"nl": "geef deze gegevens onder retention een langere termijn voor zover zij tot de stukken behoren; zeg onder when welke termijn waarvoor is",
			},
		},
	},
	Register: func(c *Check) {
		for _, r := range c.keeping().inUse() {
			m, _ := c.keeping().citedBy(r.RetentionRule)
			if m == nil {
				continue
			}
			if variant, found := m.shorter(r.RetentionRule, r.length); found {
				c.Report(Hit{At: r.at(), Variant: variant, Lighter: variant != "", Args: args("rule", c.name(register.KindRetentionRules, r.ID),
					"law", provision(m.Provision), "least", periodName(m.Period), "period", periodName(r.Period))})
			}
		}
	},
	Activity: func(c *Check, a *Activity) {
		if a.IsProcessor() || !c.isDutch() {
			return
		}
		var covered []int
		for i := range a.Purposes {
			if c.traits().purposes[a.Purposes[i].Purpose]&forBooks != 0 {
				covered = append(covered, i)
			}
		}
		if covered != nil {
			c.tooShort(a, covered, "nl-books")
		}
	},
}

// bookPurposes are purposes of which records are made that Dutch law has kept,
// whoever the controller is.
var bookPurposes = []string{"bookkeeping", "invoicing", "tax-compliance", "payroll"}

// tooShort tells which data that serve some purposes go before a law allows, where
// nothing in the register keeps such data as long: once for each rule.
func (c *Check) tooShort(a *Activity, purposes []int, id string) {
	k := c.keeping()
	n := slices.IndexFunc(k.minimums, func(m minimum) bool { return m.ID == id })
	if n < 0 {
		return
	}
	m := &k.minimums[n]
	var found map[string][]int
	var order []string
	for i := range a.Data {
		d := &a.Data[i]
		rule := k.onlyShort(a.Kept(d), m)
		if rule == nil || !c.terms.withinAny(register.KindDataCategories, d.Category, m.Data...) || c.keptElsewhere(d.Category, m) ||
			!slices.ContainsFunc(c.purposesOf(a, d), func(p int) bool { return slices.Contains(purposes, p) }) {
			continue
		}
		if found == nil {
			found = make(map[string][]int)
		}
		if found[rule.ID] == nil {
			order = append(order, rule.ID)
		}
		found[rule.ID] = append(found[rule.ID], i)
	}
	for _, id := range order {
		c.reportShort(a, found[id], k.rules[id], purposes, m)
	}
}

func (c *Check) reportShort(a *Activity, data []int, rule *keptUnder, purposes []int, m *minimum) {
	hit := Hit{At: a.DataAt(data[0]), Key: m.ID, Variant: "data", Related: []string{rule.at()}}
	var categories []string
	for _, i := range data {
		categories = append(categories, a.Data[i].Category)
	}
	hit.Args = args("data", c.quoted(register.KindDataCategories, categories), "activity", c.activityName(a),
		"purpose", c.quoted(register.KindPurposes, a.purposeIDs(purposes)),
		"period", periodName(rule.Period), "least", periodName(m.Period), "law", provision(m.Provision))
	c.Report(hit)
}

// onlyShort returns a rule where all that apply have a period, shorter than a
// minimum, and none of them names a law: what those lack is told at the rule.
func (k *keeping) onlyShort(uses []register.RetentionUse, m *minimum) *keptUnder {
	var short *keptUnder
	for _, u := range uses {
		r := k.rules[u.Rule]
		if r == nil || r.length == 0 || r.length >= m.length || r.Indefinite == value.Yes || len(r.Law) > 0 {
			return nil
		}
		short = r
	}
	return short
}

// keptElsewhere reports whether the register keeps such data long enough
// somewhere: the records may be there.
func (c *Check) keptElsewhere(category string, m *minimum) bool {
	k := c.keeping()
	key := m.ID + " " + category
	if known, ok := k.enough.Load(key); ok {
		return known.(bool)
	}
	enough := false
	for held, kept := range k.longest {
		enough = enough || kept >= m.length && c.terms.overlapAny(register.KindDataCategories, []string{category}, []string{held})
	}
	k.enough.Store(key, enough)
	return enough
}

// isDutch reports whether the organisation is established in the Netherlands.
func (p *pass) isDutch() bool {
	o := p.view.Register().Organisation
	return o != nil && o.Country == "NL"
}
