package api

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/openropa/ropa/api/wire"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/words"
)

// ask answers a question of the data map.
func (s service) ask(w http.ResponseWriter, r *http.Request, id string, question datamap.Question) {
	a, query, ok := s.about(w, r, id)
	if !ok {
		return
	}
	f := filterOf(query)
	f.AsOf = s.dayOf(r, query)
	s.answer(a, func() (*content, error) {
		p, fault := pageOf(query, listed(a.r, a.snap.Tag, f.AsOf.String()), mostAnswers)
		if fault != nil {
			return nil, fault
		}
		f.From, f.Most = p.from, p.to-p.from
		return answersPage(a, query, wire.Asked{Question: question, Filter: f}, p)
	})
}

// mostAnswers is more than any question has; how many there are is known once it is
// answered.
const mostAnswers = 1 << 40

// answersPage is a page of answers.
func answersPage(a *asking, query url.Values, q wire.Asked, p page) (*content, error) {
	language := languageOf(a.r)
	header := http.Header{"Content-Language": {string(language)}}
	q.Names = query.Get("names") == "true"
	q.Next = func(total int) string { return p.within(total).next(header, total) }
	maker := wire.Maker{View: a.snap.view, Words: words.In(language)}
	c, err := jsonBy(header, func(b []byte) ([]byte, error) { return maker.Append(b, a.snap.chart(), q) })
	if err != nil {
		return nil, askProblem(a.snap.view, query, err)
	}
	return c, nil
}

// filterOf is the filter that a query asks for. The gate has seen that the values
// are of the form that the contract gives.
func filterOf(query url.Values) datamap.Filter {
	list := func(name string) []string {
		if v := query.Get(name); v != "" {
			return strings.Split(v, ",")
		}
		return nil
	}
	f := datamap.Filter{
		Data: append(list("receives"), list("data")...), Subjects: list("subject"), Purposes: list("purpose"),
		Recipients: list("recipient"), Activities: list("activity"), Roles: list("role"), Systems: list("system"),
		OutsideEEA: tristateOf(query, "outside-eea"), OwnPurposes: tristateOf(query, "own-purposes"),
		Direct: query.Get("direct") == "true", StatedOnly: query.Get("stated") == "true", Planned: query.Get("planned") == "true",
		Brief: query.Get("brief") == "true",
	}
	for _, basis := range list("basis") {
		f.Bases = append(f.Bases, register.Basis(basis))
	}
	for _, country := range list("country") {
		f.Countries = append(f.Countries, register.Country(country))
	}
	if v := query.Get("evidence"); v != "" {
		if f.Evidence, _ = strconv.Atoi(v); f.Evidence == 0 {
			f.Evidence = datamap.EvidenceNone
		}
	}
	return f
}

// tristateOf is yes or no where a query says so: absent restricts nothing.
func tristateOf(query url.Values, name string) register.Tristate {
	switch query.Get(name) {
	case "true":
		return register.Yes
	case "false":
		return register.No
	}
	return register.Unstated
}

// parameterOf names the parameter that fills a field of the filter, and the kind
// of what it names.
var parameterOf = map[string]struct {
	name string
	kind register.Kind
}{
	"data": {"receives", register.KindDataCategories}, "subjects": {"subject", register.KindDataSubjects},
	"purposes": {"purpose", register.KindPurposes}, "recipients": {"recipient", register.KindParties},
	"activities": {"activity", register.KindActivities}, "systems": {"system", register.KindSystems},
	"roles": {name: "role"}, "bases": {name: "basis"}, "countries": {name: "country"},
}

// askProblem tells of a filter that names what the register does not know.
func askProblem(view *register.View, query url.Values, err error) error {
	var unknown *datamap.UnknownIDError
	if !errors.As(err, &unknown) {
		return err
	}
	of := parameterOf[unknown.Field]
	if unknown.Field == "data" && slices.Contains(strings.Split(query.Get("data"), ","), unknown.ID) {
		of.name = "data" // the other name of receives
	}
	suggestions := unknown.Suggestions
	if len(suggestions) == 0 && of.kind != "" {
		suggestions = diag.Suggest(unknown.ID, view.IDs(of.kind))
	}
	return sorry(requestInvalid, "The query names what the register does not know.").
		about(of.name, "unknown-id", "The register has no entry of this identifier.", suggestions)
}
