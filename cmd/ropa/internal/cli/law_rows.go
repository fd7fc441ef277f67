package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// lawKeys are the columns of each topic.
var lawKeys = map[string][]string{
	"topics":      {"topic", "holds"},
	"bases":       {"id", "name", "article", "regulation", "needsLaw", "rights", "from", "until", "source", "verified"},
	"conditions":  {"id", "name", "article", "country", "needsLaw", "instead", "says", "provision", "from", "until", "source", "verified"},
	"rights":      {"id", "name", "article", "bases", "deadline", "limit", "from", "until", "source", "verified"},
	"tools":       {"kind", "id", "name", "article", "needsAssessment", "says", "modules", "newUntil", "from", "until", "source", "verified"},
	"adequacy":    {"country", "organisation", "name", "instrument", "kind", "adopted", "from", "until", "ended", "endedBy", "requires", "condition", "scope", "note", "reviews", "source", "verified"},
	"members":     {"country", "membership", "from", "until", "source", "verified"},
	"retention":   {"id", "country", "kind", "period", "startsAt", "yearOf", "data", "withConsent", "scope", "provision", "from", "until", "source", "verified"},
	"dpia":        {"kind", "id", "number", "authority", "name", "criteria", "says", "from", "until", "source", "verified"},
	"consent-age": {"country", "age", "from", "until", "source", "verified"},
	"marketing":   {"id", "country", "channels", "requires", "says", "provision", "from", "until", "source", "verified"},
	"provisions":  {"id", "country", "cite", "source", "verified"},
}

func (a *app) lawTitles(topic string) []string { return lawKeys[topic] }

// place is a country, for people with its name.
func (a *app) place(country value.Country) lawFact {
	if country == "" {
		return lawFact{key: "country"}
	}
	return named("country", string(country), fmt.Sprintf("%s %s", country, a.area(register.Area(country))))
}

// areaOf is the country, or EU or EEA, whose law it is.
func areaOf(area value.Area) lawFact { return word("country", string(area)) }

func (a *app) lawBases(q lawQuery) (rows []lawRow) {
	for _, b := range law.Bases() {
		if q.holds(b.Term) {
			rights := law.RightsOf(b.ID)
			rows = append(rows, row(facts(
				word("id", b.ID), word("name", a.value(b.ID)), word("article", b.Article),
				hidden(word("regulation", b.Regulation)), a.yes("needsLaw", b.NeedsLaw), hidden(many("rights", rights, a.values(rights))),
			), span(b.Term), a.quietSource(b.Verified)))
		}
	}
	return rows
}

func (a *app) lawConditions(q lawQuery) (rows []lawRow) {
	for _, c := range law.Conditions() {
		if q.holds(c.Term) && q.asks(value.EEA) {
			rows = append(rows, row(facts(
				word("id", c.ID), word("name", a.value(c.ID)), word("article", c.Article), areaOf(value.EEA),
				a.yes("needsLaw", c.NeedsLaw), a.text("instead", c.Instead), a.text("says", nil), word("provision", ""),
			), span(c.Term), a.quietSource(c.Verified)))
		}
	}
	for _, g := range law.CriminalGrounds() {
		if q.holds(g.Term) && q.asks(g.Country) {
			rows = append(rows, row(facts(
				word("id", g.ID), word("name", a.say("law.criminal")), word("article", g.Article), areaOf(g.Country),
				lawFact{key: "needsLaw", value: g.ID == "authorised-by-law"}, a.text("instead", nil), a.text("says", g.Says), hidden(word("provision", g.Provision)),
			), span(g.Term), a.quietSource(g.Verified)))
		}
	}
	return rows
}

func (a *app) lawRights(q lawQuery) (rows []lawRow) {
	for _, r := range law.Rights() {
		if q.holds(r.Term) {
			deadline := ""
			if r.Deadline != "" {
				deadline = a.period(r.Deadline)
			}
			rows = append(rows, row(facts(
				word("id", r.ID), word("name", a.value(r.ID)), word("article", r.Article), many("bases", r.Bases, a.bases(r.Bases)),
				named("deadline", string(r.Deadline), deadline), a.text("limit", r.Limit),
			), span(r.Term), a.quietSource(r.Verified)))
		}
	}
	return rows
}

// bases says legal bases for people; all of them in one word.
func (a *app) bases(ids []string) string {
	if len(ids) == len(law.Bases()) {
		return a.say("law.every-basis")
	}
	return a.values(ids)
}

// lawTools are the tools, the sets of clauses and the derogations.
func (a *app) lawTools(q lawQuery) (rows []lawRow) {
	for _, t := range law.TransferTools() {
		if q.holds(t.Term) {
			rows = append(rows, row(a.tool("tool", t.ID, a.value(t.ID), t.Article), facts(
				a.yes("needsAssessment", t.NeedsAssessment), a.text("says", t.Says),
			), span(t.Term), a.quietSource(t.Verified)))
		}
	}
	for _, s := range law.SCCSets() {
		if q.holds(s.Term) {
			rows = append(rows, row(a.tool("scc", s.Version, s.Instrument, "Art. 46(2)(c)"), facts(
				a.yes("needsAssessment", true), a.clauses(s), a.modules(s.Modules), hidden(date("newUntil", s.NewUntil)),
			), span(s.Term), a.quietSource(s.Verified)))
		}
	}
	for _, d := range law.Derogations() {
		if q.holds(d.Term) {
			rows = append(rows, row(a.tool("derogation", d.ID, a.value("derogation"), d.Article), facts(
				a.text("says", d.Says),
			), span(d.Term), a.quietSource(d.Verified)))
		}
	}
	return rows
}

func (a *app) tool(kind, id, name, article string) []lawFact {
	return facts(hidden(word("kind", kind)), word("id", id), word("name", name), word("article", article))
}

// clauses says to people in one cell between whom a set of clauses is, its
// modules, and until when it could be agreed.
func (a *app) clauses(s law.SCCSet) lawFact {
	f := a.text("says", s.Says)
	f.words = listed("; ", f.words, a.modules(s.Modules).words)
	if s.NewUntil != 0 {
		f.words = listed("; ", f.words, a.say("law.new-until", s.NewUntil))
	}
	return f
}

func (a *app) modules(modules []law.SCCModule) lawFact {
	type module struct {
		Number   int    `json:"number"`
		Exporter string `json:"exporter"`
		Importer string `json:"importer"`
	}
	list := []module{}
	var words []string
	for _, m := range modules {
		list = append(list, module(m))
		words = append(words, a.say("law.module", m.Number, a.value(m.Exporter), a.value(m.Importer)))
	}
	return hidden(lawFact{key: "modules", value: list, words: strings.Join(words, ", ")})
}

func (a *app) lawMembers(q lawQuery) (rows []lawRow) {
	for _, m := range law.Memberships() {
		if q.holds(law.Term{From: m.From, Until: m.Until}) && q.named(m.Country) {
			kind := "eea"
			if m.Union {
				kind = "eu"
			}
			rows = append(rows, row(facts(
				a.place(m.Country), named("membership", kind, a.say("law.membership."+kind)),
			), span(law.Term{From: m.From, Until: m.Until}), a.source(m.Verified)))
		}
	}
	return rows
}

// named reports whether the facts of a country itself are asked for.
func (q lawQuery) named(country value.Country) bool {
	for _, c := range q.countries {
		if c == country {
			return true
		}
	}
	return len(q.countries) == 0 && q.organisation == ""
}

func (a *app) lawRetention(q lawQuery) (rows []lawRow) {
	view := a.builtIn()
	for _, r := range law.RetentionPeriods() {
		if q.holds(r.Term) && q.asks(r.Country) {
			period := a.say("law.retention."+string(r.Kind), a.say("rule.from", a.period(r.Period), a.startOf(view, r)))
			if r.WithConsent {
				period = a.say("law.with-consent", period)
			}
			rows = append(rows, row(facts(
				word("id", r.ID), areaOf(r.Country), hidden(word("kind", string(r.Kind))), named("period", string(r.Period), period),
				hidden(many("startsAt", r.StartsAt, "")), hidden(word("yearOf", r.YearOf)),
				hidden(many("data", r.Data, a.dataNames(view, r.Data))), hidden(lawFact{key: "withConsent", value: r.WithConsent}),
				a.text("scope", r.Scope), hidden(word("provision", r.Provision)),
			), span(r.Term), a.source(r.Verified)))
		}
	}
	return rows
}

// startOf says when a period starts: the end of the calendar year (year of: end
// of employment).
func (a *app) startOf(view *register.View, r law.Retention) string {
	var names []string
	for _, id := range r.StartsAt {
		names = append(names, a.say("rule.event", a.nameOf(view, register.KindEvents, id)))
	}
	words := strings.Join(names, " "+a.say("rule.or")+" ")
	if r.YearOf != "" {
		words = a.say("law.year-of", words, a.nameOf(view, register.KindEvents, r.YearOf))
	}
	return words
}

func (a *app) dataNames(view *register.View, ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = a.nameOf(view, register.KindDataCategories, id)
	}
	return strings.Join(names, ", ")
}

func (a *app) lawDPIA(q lawQuery) (rows []lawRow) {
	for _, c := range law.DPIACriteria() {
		if q.holds(c.Term) && q.asks(value.EEA) {
			rows = append(rows, row(facts(
				hidden(word("kind", "criterion")), word("id", c.ID), number("number", c.Number), word("authority", ""),
				word("name", a.value(c.ID)), many("criteria", nil, ""), a.text("says", c.Says),
			), quietSpan(c.Term), a.quietSource(c.Verified)))
		}
	}
	for _, i := range law.DPIAItems() {
		if q.holds(i.Term) && q.asks(a.countryOf(i.Authority)) {
			rows = append(rows, row(facts(
				hidden(word("kind", "list")), word("id", i.ID), number("number", i.Number), hidden(word("authority", i.Authority)),
				word("name", i.Name), many("criteria", i.Criteria, strings.Join(a.eachValue(i.Criteria), " "+a.say("rule.or")+" ")), a.text("says", i.Says),
			), quietSpan(i.Term), a.quietSource(i.Verified)))
		}
	}
	return rows
}

func (a *app) eachValue(list []string) []string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = a.value(v)
	}
	return words
}

func number(key string, n int) lawFact {
	return lawFact{key: key, value: n, words: strconv.Itoa(n), hidden: true}
}

// countryOf returns the country of a supervisory authority.
func (a *app) countryOf(authority string) value.Area {
	if party := a.builtIn().Party(authority); party != nil {
		return value.Area(party.Country)
	}
	return ""
}

func (a *app) lawConsentAges(q lawQuery) (rows []lawRow) {
	for _, c := range law.AgesOfConsent() {
		if q.holds(c.Term) && q.named(c.Country) {
			rows = append(rows, row(facts(
				a.place(c.Country), lawFact{key: "age", value: c.Age, words: strconv.Itoa(c.Age)},
			), span(c.Term), a.source(c.Verified)))
		}
	}
	return rows
}

func (a *app) lawMarketing(q lawQuery) (rows []lawRow) {
	for _, m := range law.MarketingRules() {
		if q.holds(m.Term) && q.asks(m.Country) {
			rows = append(rows, row(facts(
				word("id", m.ID), areaOf(m.Country), many("channels", m.Channels, a.values(m.Channels)),
				named("requires", string(m.Requires), a.say("law.requires."+string(m.Requires))), a.text("says", m.Says), hidden(word("provision", m.Provision)),
			), span(m.Term), a.source(m.Verified)))
		}
	}
	return rows
}

func (a *app) lawProvisions(q lawQuery) (rows []lawRow) {
	for _, p := range law.Provisions() {
		if q.asks(p.Country) {
			rows = append(rows, row(facts(word("id", p.ID), areaOf(p.Country), word("cite", p.Cite)), a.source(p.Verified)))
		}
	}
	return rows
}
