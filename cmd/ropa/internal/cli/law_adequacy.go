package cli

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register/law"
)

func (a *app) lawAdequacy(q lawQuery) (rows []lawRow) {
	for _, d := range law.AdequacyDecisions() {
		asked := q.named(d.Country) || q.organisation != "" && d.Organisation == q.organisation
		if q.holds(d.Term) && asked {
			rows = append(rows, a.adequacyRow(d, q))
		}
	}
	return rows
}

func (a *app) adequacyRow(d law.AdequacyDecision, q lawQuery) lawRow {
	ended := lawFact{key: "ended"}
	// How a decision ended is history: on the day asked for it was in force.
	if d.Ended != "" && q.all {
		ended = named("ended", string(d.Ended), a.say("law.ended."+string(d.Ended), d.EndedBy))
	}
	endedBy := ""
	if ended.value != nil {
		endedBy = d.EndedBy
	}
	return row(facts(
		a.adequatePlace(d), hidden(word("organisation", d.Organisation)), hidden(word("name", d.Name)),
		named("instrument", d.Instrument, listed(": ", d.Name, d.Instrument)),
		hidden(word("kind", string(d.Kind))), hidden(date("adopted", d.Adopted)),
	), span(d.Term), facts(
		ended, hidden(word("endedBy", endedBy)), hidden(word("requires", string(d.Requires))),
		a.condition(d), hidden(a.text("scope", d.Scope)), hidden(a.text("note", d.Note)), a.reviews(d.Reviews),
	), a.quietSource(d.Verified))
}

// adequatePlace is the country, or for people the organisation in its stead.
func (a *app) adequatePlace(d law.AdequacyDecision) lawFact {
	f := a.place(d.Country)
	if d.Organisation != "" {
		f.words = d.Organisation
	}
	return f
}

// condition says to people in one cell what a decision depends on, what it
// covers and what bears on it.
func (a *app) condition(d law.AdequacyDecision) lawFact {
	f := a.text("condition", d.Condition)
	f.words = listed("; ", d.Condition.In(a.language), d.Scope.In(a.language), d.Note.In(a.language))
	return f
}

// listed joins what is not empty.
func listed(between string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), between)
}

func (a *app) reviews(reviews []law.Review) lawFact {
	type review struct {
		On       string  `json:"on"`
		Report   string  `json:"report"`
		Verified *string `json:"verified"`
	}
	list := []review{}
	var words []string
	for _, r := range reviews {
		words = append(words, r.On.String()+" "+r.Report)
		v := review{On: r.On.String(), Report: r.Report}
		if day := r.Verified.On.String(); day != "" {
			v.Verified = &day
		}
		list = append(list, v)
	}
	return hidden(lawFact{key: "reviews", value: list, words: joined(words)})
}
