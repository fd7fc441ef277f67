package own

import (
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// world is what all evaluations of one run see.
type world struct {
	view  *register.View
	chart *datamap.Map
	on    value.Date
	// look returns an activity on the day.
	look func(*register.Activity) *lint.Activity
	// reaches are whom data reach.
	reaches []datamap.Reach

	register, organisation *object
	asOf                   types.String
	functions              map[string]cel.LateBoundFunction
}

func newWorld(c *lint.Check) *world {
	r := c.View().Register()
	w := &world{view: c.View(), chart: c.Map(), on: c.AsOf(), look: c.Look, register: wrap(r), organisation: wrap(r.Organisation)}
	w.asOf = types.String(w.on.String())
	w.functions = bind(w)
	return w
}

// named is the name of an entry of any kind, else its id.
func (w *world) named(id string) value.Text {
	for _, k := range []register.Kind{
		register.KindActivities, register.KindParties, register.KindDataCategories, register.KindDataSubjects, register.KindPurposes,
		register.KindRetentionRules, register.KindSystems, register.KindMeasures, register.KindOperations, register.KindEvents,
		register.KindAgreements, register.KindDocuments, register.KindNotices,
	} {
		if o, ok := known().NativeToValue(w.view.Lookup(k, id)).(*object); ok {
			return o.called(id)
		}
	}
	return plain(id)
}

// called is the name or the title of an entry, else its id.
func (o *object) called(id string) value.Text {
	for _, name := range []string{"name", "title"} {
		if f, ok := o.shape.fields[name]; ok && o.has(f) {
			if t, ok := o.v.FieldByIndex(f.index).Interface().(value.Text); ok {
				return t
			}
		}
	}
	return plain(id)
}

// plain is a text that is the same in every language.
func plain(s string) value.Text { return value.Text{value.Undetermined: s} }

// text is a text in the language of the register, else in another.
func (w *world) text(v ref.Val) ref.Val {
	all, ok := v.Value().(map[string]string)
	if !ok {
		return types.MaybeNoSuchOverloadErr(v)
	}
	t := make(value.Text, len(all))
	for l, s := range all {
		t[value.Language(l)] = s
	}
	return types.String(t.In(w.view.Register().Language))
}

// scope is what one evaluation sees: the entry that is looked at, and what
// surrounds it. It is an activation of CEL.
type scope struct {
	*world
	activity   *lint.Activity
	purposeUse *register.PurposeUse
	dataUse    *register.DataUse
	disclosure *register.Disclosure
	arrival    *arrival
}

// Parent belongs to cel.Activation.
func (*scope) Parent() cel.Activation { return nil }

// ResolveFunction belongs to cel.FunctionActivation.
func (s *scope) ResolveFunction(name string) (cel.LateBoundFunction, bool) {
	f, ok := s.functions[name]
	return f, ok
}

// ResolveName returns a variable. What is only sometimes asked for is worked out
// then.
func (s *scope) ResolveName(name string) (any, bool) {
	switch name {
	case "register":
		return s.register, true
	case "organisation":
		return s.organisation, true
	case "asOf":
		return s.asOf, true
	}
	if s.arrival != nil {
		return s.ofParty(name)
	}
	if s.activity == nil {
		return nil, false
	}
	switch name {
	case "activity":
		return wrap(s.activity.Activity), true
	case "purposeUse":
		return wrap(s.purposeUse), true
	case "dataUse":
		return wrap(s.dataUse), true
	case "disclosure":
		return wrap(s.disclosure), true
	}
	if s.disclosure != nil {
		return s.ofDisclosure(name)
	}
	return s.ofActivity(name)
}

func (s *scope) ofParty(name string) (any, bool) {
	switch name {
	case "party":
		return wrap(s.arrival.party), true
	case "reaches":
		return objects(s.arrival.reaches), true
	case "countries":
		return objects(s.arrival.countries), true
	}
	return nil, false
}

// ofDisclosure tells what a disclosure leaves out: it means all of the activity.
func (s *scope) ofDisclosure(name string) (any, bool) {
	d := s.disclosure
	switch name {
	case "party":
		return wrap(s.view.Party(d.To)), true
	case "data":
		if d.Data == nil || len(d.Data) == 1 && d.Data[0] == allData {
			return ids(s.activity.Data, func(x *register.DataUse) string { return x.Category }), true
		}
		return types.NewStringList(known(), d.Data), true
	case "subjects":
		if d.Subjects == nil {
			return ids(s.activity.Subjects, func(x *register.SubjectUse) string { return x.Subject }), true
		}
		return types.NewStringList(known(), d.Subjects), true
	case "purposes":
		if d.Purposes == nil {
			return ids(s.activity.Purposes, func(x *register.PurposeUse) string { return x.Purpose }), true
		}
		return types.NewStringList(known(), d.Purposes), true
	}
	return nil, false
}

// ofActivity tells what holds for an activity because allActivities says it, and
// how long data are kept of which the entry does not say it.
func (s *scope) ofActivity(name string) (any, bool) {
	switch name {
	case "disclosures":
		all := make([]ref.Val, len(s.activity.Flows))
		for i := range all {
			all[i] = wrap(s.activity.Flows[i].Disclosure)
		}
		return types.NewRefValList(known(), all), true
	case "systems":
		return types.NewStringList(known(), s.view.Systems(s.activity.Activity)), true
	case "notices":
		return types.NewStringList(known(), s.view.Notices(s.activity.Activity)), true
	case "retention":
		return objects(s.activity.Kept(s.dataUse)), true
	}
	return nil, false
}

// allData is the word for everything that an activity holds.
const allData = "all"

// objects makes a list of the elements of a slice.
func objects[T any](list []T) ref.Val {
	all := make([]ref.Val, len(list))
	for i := range list {
		all[i] = wrap(&list[i])
	}
	return types.NewRefValList(known(), all)
}

// ids makes a list of the ids that elements name.
func ids[T any](list []T, id func(*T) string) ref.Val {
	all := make([]string, len(list))
	for i := range list {
		all[i] = id(&list[i])
	}
	return types.NewStringList(known(), all)
}
