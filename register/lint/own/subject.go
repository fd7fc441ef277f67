package own

import (
	"slices"
	"sync"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/cost"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// subject is what a rule looks at: the value of for.
type subject struct {
	word string
	// variables are those beside register, organisation and asOf, with the names
	// of their types; a list in brackets.
	variables []variable
	// braces are the names that its sentences may hold.
	braces []string
	env    func() (*cel.Env, error)
}

type variable struct {
	name, object string
	list         bool
}

// subjects are all values of for.
var subjects = prepared([]subject{
	{word: "register", braces: []string{"organisation"}},
	{word: "activity", braces: []string{"activity"}, variables: ofActivity},
	{word: "purposeUse", braces: []string{"activity", "purpose"}, variables: slices.Concat(ofActivity, []variable{{name: "purposeUse", object: "PurposeUse"}})},
	{word: "dataUse", braces: []string{"activity", "category"}, variables: slices.Concat(ofActivity, []variable{{name: "dataUse", object: "DataUse"}, {"retention", "RetentionUse", true}})},
	{word: "disclosure", braces: []string{"activity", "party"}, variables: []variable{
		{name: "activity", object: "Activity"}, {name: "disclosure", object: "Disclosure"}, {name: "party", object: "Party"},
		{"data", "", true}, {"subjects", "", true}, {"purposes", "", true},
	}},
	{word: "party", braces: []string{"party", "countries"}, variables: []variable{
		{name: "party", object: "Party"}, {"reaches", "Reached", true}, {"countries", "ReachedCountry", true},
	}},
})

// ofActivity are the variables of all that looks at what is within an activity.
var ofActivity = []variable{{name: "activity", object: "Activity"}, {"disclosures", "Disclosure", true}, {"systems", "", true}, {"notices", "", true}}

func prepared(all []subject) []subject {
	for i := range all {
		s := &all[i]
		s.env = sync.OnceValues(s.newEnv)
	}
	return all
}

// words are the values of for.
func words() []string {
	var all []string
	for _, s := range subjects {
		all = append(all, s.word)
	}
	return all
}

// Limits of an expression, of one evaluation of it, and of all in one run. An
// honest rule has some hundred characters and costs some hundred to thousand.
const (
	maxCharacters = 4_000
	maxNodes      = 2_000
	maxDepth      = 60
	maxNesting    = 3
	maxPattern    = 500
	maxCost       = 1_000_000
	maxTotal      = 200_000_000
)

// base is the environment that all subjects share.
var base = sync.OnceValues(func() (*cel.Env, error) {
	registry, err := types.NewRegistry()
	if err != nil {
		return nil, err
	}
	options := []cel.EnvOption{
		cel.StdLib(),
		cel.Macros(cel.GlobalMacro("isNone", 1, expandNone)),
		cel.CustomTypeProvider(&provider{Provider: registry, shapes: known()}),
		cel.CustomTypeAdapter(known()),
		cel.ParserExpressionSizeLimit(maxCharacters),
		cel.ExpressionNodeLimit(maxNodes),
		cel.ParserRecursionLimit(maxDepth),
		cel.ParserErrorRecoveryLimit(5),
		cel.RegexProgramSizeLimit(maxPattern),
		cel.DefaultUTCTimeZone(true),
		cel.ASTValidators(
			cel.ValidateRegexLiterals(), cel.ValidateDurationLiterals(), cel.ValidateTimestampLiterals(),
			cel.ValidateComprehensionNestingLimit(maxNesting),
		),
		cel.Variable("register", known().byName["Register"].typ),
		cel.Variable("organisation", known().byName["Organisation"].typ),
		cel.Variable("asOf", cel.StringType),
	}
	return cel.NewCustomEnv(append(options, declare()...)...)
})

func (s *subject) newEnv() (*cel.Env, error) {
	env, err := base()
	if err != nil {
		return nil, err
	}
	var options []cel.EnvOption
	for _, v := range s.variables {
		options = append(options, cel.Variable(v.name, v.typ()))
	}
	return env.Extend(options...)
}

func (v variable) typ() *cel.Type {
	t := cel.StringType
	if v.object != "" {
		t = known().byName[v.object].typ
	}
	if v.list {
		return cel.ListType(t)
	}
	return t
}

// names are the variables of a subject.
func (s *subject) names() []string {
	all := []string{"register", "organisation", "asOf"}
	for _, v := range s.variables {
		all = append(all, v.name)
	}
	return all
}

// price says what calls cost that do more than they seem to.
type price struct{}

var _ cost.ActualCostEstimator = price{}

// CallCost belongs to cost.ActualCostEstimator.
func (price) CallCost(name, _ string, _ []ref.Val, _ ref.Val) *uint64 {
	const ask, climb = 500, 10
	switch name {
	case "receives":
		n := uint64(ask)
		return &n
	case "within", "special", "marked":
		n := uint64(climb)
		return &n
	}
	return nil
}
