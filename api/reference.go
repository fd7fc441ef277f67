package api

import (
	"net/http"
	"slices"

	openapi "github.com/oapi-codegen/runtime/types"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// kindsByPath are the kinds of entries by their name in addresses.
var kindsByPath = map[string]register.Kind{
	"data-categories": register.KindDataCategories, "data-subjects": register.KindDataSubjects, "purposes": register.KindPurposes,
	"operations": register.KindOperations, "measures": register.KindMeasures, "events": register.KindEvents, "parties": register.KindParties,
}

// ListVocabulary lists built-in terms.
func (s service) ListVocabulary(w http.ResponseWriter, r *http.Request, name VocabularyKindParam, _ ListVocabularyParams) {
	kind, ok := kindsByPath[string(name)]
	if !ok {
		s.fail(w, r, noneOf(sorry(notFound, "There are no terms of this kind."), "kind", string(name), sortedKeys(kindsByPath)))
		return
	}
	query := r.URL.Query()
	view, _ := register.Resolve(&register.Register{Schema: "ropa/v1"}, nil, nil)
	all := []register.Entity{}
	for _, e := range view.Entities(kind) {
		if holds(query.Get("q"), namesOf(e)...) {
			all = append(all, e)
		}
	}
	p, fault := pageOf(query, listed(r, contractTag()), len(all))
	if fault != nil {
		s.fail(w, r, fault)
		return
	}
	header := http.Header{}
	next := p.next(header, len(all))
	bodies := make([][]byte, 0, p.to-p.from)
	for _, e := range all[p.from:p.to] {
		body, err := canonicalBytes(e)
		if err != nil {
			s.fail(w, r, err)
			return
		}
		bodies = append(bodies, body)
	}
	c := entityPage(bodies, len(all), next, header)
	s.send(w, r, c, tagged("vocabulary", contractTag(), r.URL.Path, r.URL.RawQuery, string(c.body)), nil)
}

// ListCountries tells which countries are in the EEA on a day, and which adequacy
// decisions are in force.
func (s service) ListCountries(w http.ResponseWriter, r *http.Request, _ ListCountriesParams) {
	day, language := s.dayOf(r, r.URL.Query()), languageOf(r)
	said := words.In(language)
	list := CountryList{AsOf: openapi.Date{Time: day.Time()}, Items: []LegalCountry{}}
	for _, code := range countries() {
		country := LegalCountry{Code: string(code), Name: said.Area(value.Area(code)), Eea: law.IsEEA(code, day), Decisions: []AdequacyDecision{}}
		if d, ok := law.Adequacy(code, day); ok && !country.Eea {
			country.Decisions = append(country.Decisions, decisionOf(d, language))
		}
		list.Items = append(list.Items, country)
	}
	c, err := jsonOf(list, http.Header{"Content-Language": {string(language)}})
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.send(w, r, c, tagged("countries", day.String(), string(language), string(c.body)), nil)
}

// countries are those that the law's data know something of.
func countries() []value.Country {
	var all []value.Country
	for _, m := range law.Memberships() {
		all = append(all, m.Country)
	}
	for _, d := range law.AdequacyDecisions() {
		if d.Country != "" {
			all = append(all, d.Country)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func decisionOf(d law.AdequacyDecision, language value.Language) AdequacyDecision {
	out := AdequacyDecision{Instrument: d.Instrument, From: openapi.Date{Time: d.From.Time()}}
	if !d.Until.IsZero() {
		out.Until = &openapi.Date{Time: d.Until.Time()}
	}
	if condition := d.Condition.In(language); condition != "" {
		out.Condition = &condition
	}
	return out
}
