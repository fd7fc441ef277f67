package datamap

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/value"
)

// query is a question with its filter, made ready.
type query struct {
	*Map
	question   Question
	filter     Filter
	asked      mask // what the filter filters on or the question shows
	flows      bool // asked of flows, not of what is held
	data       *matcher
	subjects   *matcher
	purposes   *matcher
	bases      uint16
	recipients map[int32]bool
	roles      roleSet // 0: any
	places     map[register.Area]bool
	categories []string // ids of the terms of the tree of data
	fitting    []term   // the categories that fit the filter on data
	bySubject  []term   // that fit the filter on subjects
	byPurpose  []term
	activities []*register.Activity
	partyIDs   []string
	allPoints  []point
	era        int32 // of the chains
	entryMask  mask  // what is told apart of how flows enter the chains
	roleAsked  bool
	judges     bool // there is something to find out about each party
	facetFree  bool // nothing is asked of subjects, purposes and bases
	brief      bool
	travels    bool // data are taken through the chains all together
	width      int  // words in a set of categories
	ofOne      bool // an answer is of one activity
	byItem     bool // an answer is what the flows of a cell reach
	byData     bool // the category decides who or what is an answer
	roleShown  bool
	adds       bool   // a party may add what the filter is on
	plainly    bool   // nothing decides of a flow but who gets which data
	counted    doubts // that decide whether an answer is stated
	keepsAll   bool   // all arrivals are told apart
}

// query checks a filter and makes it ready.
func (m *Map) query(question Question, f Filter) (*query, error) {
	if f.AsOf.IsZero() {
		return nil, ErrNoDate
	}
	q := &query{Map: m, question: question, filter: f}
	if err := q.check(); err != nil {
		return nil, err
	}
	q.data = newMatcher(m.terms.data, f.Data)
	q.subjects = newMatcher(m.terms.subjects, f.Subjects)
	q.purposes = newMatcher(m.terms.purposes, f.Purposes)
	q.bases = basesOf(f.Bases)
	q.categories = m.terms.data.all()
	if len(f.Recipients) > 0 {
		q.recipients = make(map[int32]bool, len(f.Recipients))
		for _, id := range f.Recipients {
			if x, ok := m.parties.find(id); ok {
				q.recipients[x] = true
			}
		}
	}
	for _, r := range f.Roles {
		q.roles |= 1 << slices.Index(roleNames, r)
	}
	if len(f.Countries) > 0 {
		q.places = make(map[register.Area]bool, len(f.Countries))
		for _, c := range f.Countries {
			q.places[register.Area(c)] = true
		}
	}
	q.ask()
	q.prepare()
	return q, nil
}

// widest is how many words a set of categories may have for data to be taken
// through the chains all together: beyond some thousand categories it would take
// more room than it saves time.
const widest = 64

// prepare works out what decides how the question is answered.
func (q *query) prepare() {
	f := &q.filter
	q.partyIDs = q.parties.all()
	q.allPoints, q.era = q.points.all(), era(q.chains.bounds, f.AsOf)
	q.entryMask = q.asked | of(colRole)
	q.roleAsked = q.asksRole()
	q.judges = q.asksCountry() || f.OwnPurposes != register.Unstated
	q.brief = f.Brief
	q.activities = q.selected()
	q.fitting, q.bySubject, q.byPurpose = q.data.fitting(), q.subjects.fitting(), q.purposes.fitting()
	// Without a filter on them, nothing that is asked of an answer rests on
	// subjects, purposes and bases.
	q.facetFree = q.brief && q.asked&(of(colSubjects, colPurposes, colBasis)|broaderSubject|broaderPurpose) == 0 &&
		q.question != Consents
	q.width = (len(q.categories) + 63) / 64
	switch q.question {
	case Processors, Recipients, Countries, Data:
		q.travels = q.brief && q.flows && q.width <= widest && !q.kept.apart
		q.byItem = q.flows && !q.travels
	}
	switch q.question {
	case Activities, Consents, Retention, Flows:
		q.ofOne = true
	}
	q.counted = q.relevant()
	q.plainly = q.travels && q.facetFree && len(f.Systems) == 0
	q.byData = q.data != nil || q.question == Data
	q.adds = q.added()
	q.roleShown = q.question == Processors || q.question == Recipients
}

// check finds what a filter names and the register does not know.
func (q *query) check() error {
	f := &q.filter
	unknown := func(field, id string, candidates []string) error {
		return &UnknownIDError{Field: field, ID: id, Suggestions: diag.Suggest(id, candidates)}
	}
	if !slices.Contains(Questions(), q.question) {
		var all []string
		for _, known := range Questions() {
			all = append(all, string(known))
		}
		return unknown("question", string(q.question), all)
	}
	for _, ids := range []struct {
		field string
		kind  register.Kind
		ids   []string
	}{
		{"data", register.KindDataCategories, f.Data},
		{"subjects", register.KindDataSubjects, f.Subjects},
		{"purposes", register.KindPurposes, f.Purposes},
		{"recipients", register.KindParties, f.Recipients},
		{"activities", register.KindActivities, f.Activities},
		{"systems", register.KindSystems, f.Systems},
	} {
		for _, id := range ids.ids {
			if q.view.Lookup(ids.kind, id) == nil && (ids.field != "data" || id != allData) {
				return &UnknownIDError{Field: ids.field, ID: id, Suggestions: q.view.Suggest(id, ids.kind)}
			}
		}
	}
	for _, r := range f.Roles {
		if r == "" || !slices.Contains(roleNames, r) {
			return unknown("roles", r, roleNames[1:])
		}
	}
	for _, b := range f.Bases {
		if !slices.Contains(bases, b) {
			return unknown("bases", string(b), texts(bases))
		}
	}
	for _, c := range f.Countries {
		if !c.IsValid() {
			return unknown("countries", string(c), texts(value.Countries()))
		}
	}
	return nil
}

func texts[S ~string](list []S) []string {
	all := make([]string, len(list))
	for i, s := range list {
		all[i] = string(s)
	}
	return all
}

// ask finds out which facts decide an answer: those that the filter filters on
// and the one that the question shows. Other facts may be assumed.
func (q *query) ask() {
	f := &q.filter
	country := f.OutsideEEA != register.Unstated || len(f.Countries) > 0
	q.flows = country || len(f.Recipients) > 0 || len(f.Roles) > 0 || f.OwnPurposes != register.Unstated || f.Direct
	add := func(on bool, m mask) {
		if on {
			q.asked |= m
		}
	}
	is := func(questions ...Question) bool { return slices.Contains(questions, q.question) }
	q.flows = q.flows || is(Processors, Recipients, Countries, Flows)
	add(q.flows, of(colRecipient))
	// A recipient is shown with the data that it gets: a default must not stand
	// there as stated.
	shown := is(Recipients, Processors, Flows)
	add(len(f.Data) > 0 || shown || is(Data, Retention), of(colData)|broaderData)
	add(len(f.Subjects) > 0 || is(Subjects), of(colSubjects)|broaderSubject)
	add(len(f.Purposes) > 0 || is(Purposes), of(colPurposes)|broaderPurpose)
	add(len(f.Bases) > 0 || is(Consents), of(colPurposes, colBasis)|broaderPurpose)
	add(len(f.Roles) > 0 || is(Processors), of(colRole))
	add(country || is(Countries), of(colCountry))
	add(f.OwnPurposes != register.Unstated, of(colOwn))
	add(len(f.Systems) > 0 || is(Systems), of(colSystems))
	add(is(Retention), of(colRetention))
	add(is(Activities), of(colActivity))
	if is(Processors) && q.roles == 0 {
		q.roles = 1<<roleProcessor | 1<<roleSubProcessor
	} else if is(Processors) {
		q.roles &= 1<<roleProcessor | 1<<roleSubProcessor
	}
}

// asksRole reports whether the role decides who is an answer.
func (q *query) asksRole() bool {
	return q.question == Processors || len(q.filter.Roles) > 0
}

// asksCountry reports whether the country decides an answer.
func (q *query) asksCountry() bool { return q.asked&of(colCountry) != 0 }
