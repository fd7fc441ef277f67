package own

import (
	"fmt"
	"slices"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// function is one that expressions may call. What it answers depends on the
// register and the day.
type function struct {
	name   string
	args   []*cel.Type
	result *cel.Type
	call   func(w *world, args []string) ref.Val
	// object: the result is one of these, looked up by its id.
	object register.Kind
}

// str is the type of most arguments.
var str = cel.StringType

// functions are all functions, beside those of CEL itself.
var functions = []function{
	{name: "outsideEEA", args: []*cel.Type{str}, result: cel.BoolType, call: outsideEEA},
	{name: "adequate", args: []*cel.Type{str}, result: cel.BoolType, call: adequate},
	{name: "within", args: []*cel.Type{str, str}, result: cel.BoolType, call: isWithin},
	{name: "special", args: []*cel.Type{str}, result: cel.BoolType, call: func(w *world, args []string) ref.Val {
		return types.Bool(marked(w.view, args[0], register.DataMarkSpecial))
	}},
	{name: "marked", args: []*cel.Type{str, str}, result: cel.BoolType, call: isMarked},
	{name: "name", args: []*cel.Type{str}, result: str, call: nameOf},
	{name: "plus", args: []*cel.Type{str, str}, result: str, call: plus},
	{name: "receives", args: []*cel.Type{str, str}, result: cel.BoolType, call: receives},
	{name: "getActivity", object: register.KindActivities},
	{name: "getParty", object: register.KindParties},
	{name: "getAgreement", object: register.KindAgreements},
	{name: "getDataCategory", object: register.KindDataCategories},
	{name: "getDataSubject", object: register.KindDataSubjects},
	{name: "getPurpose", object: register.KindPurposes},
	{name: "getRetentionRule", object: register.KindRetentionRules},
	{name: "getSystem", object: register.KindSystems},
	{name: "getMeasure", object: register.KindMeasures},
	{name: "getDocument", object: register.KindDocuments},
	{name: "getNotice", object: register.KindNotices},
}

// declare makes the functions known to an environment.
func declare() []cel.EnvOption {
	options := []cel.EnvOption{
		cel.Function("text", cel.Overload("text_map", []*cel.Type{textType}, str, cel.LateFunctionBinding())),
	}
	for _, f := range functions {
		if f.object != "" {
			f.args, f.result = []*cel.Type{str}, known().byName[objectOf(f.object)].typ
		}
		options = append(options, cel.Function(f.name, cel.Overload(f.name+"_string", f.args, f.result, cel.LateFunctionBinding())))
	}
	return options
}

// objectOf is the name of the shape of a kind of entity.
func objectOf(k register.Kind) string {
	return schema.Lookup("Register").Field(string(k)).Type
}

// bind gives the functions what they look at.
func bind(w *world) map[string]cel.LateBoundFunction {
	all := map[string]cel.LateBoundFunction{"text": func(_ string, args ...ref.Val) ref.Val { return w.text(args[0]) }}
	for _, f := range functions {
		if f.object != "" {
			f.call = getter(f.object)
		}
		all[f.name] = func(_ string, args ...ref.Val) ref.Val {
			given := make([]string, len(args))
			for i, a := range args {
				s, ok := a.(types.String)
				if !ok {
					return types.MaybeNoSuchOverloadErr(a)
				}
				given[i] = string(s)
			}
			return f.call(w, given)
		}
	}
	return all
}

// country reads a country; EEA and EU are within themselves.
func country(s string) (c value.Country, inside bool, err ref.Val) {
	if s == "" || s == string(value.EEA) || s == string(value.EU) {
		return "", true, nil
	}
	if c = value.Country(s); !c.IsValid() {
		return "", false, types.NewErr("%q is no country code", s)
	}
	return c, false, nil
}

func outsideEEA(w *world, args []string) ref.Val {
	c, inside, err := country(args[0])
	if err != nil {
		return err
	}
	return types.Bool(!inside && !law.IsEEA(c, w.on))
}

// adequate holds for the EEA and for countries whose decision covers every
// recipient: whether a recipient in the United States is on the list of the
// framework, its country does not say.
func adequate(w *world, args []string) ref.Val {
	c, inside, err := country(args[0])
	if err != nil {
		return err
	}
	if args[0] == "" || inside || law.IsEEA(c, w.on) {
		return types.Bool(args[0] != "")
	}
	decision, ok := law.Adequacy(c, w.on)
	return types.Bool(ok && decision.Requires == "")
}

func isWithin(w *world, args []string) ref.Val {
	yes, isKnown := within(w.view, args[0], args[1])
	if !isKnown {
		return w.unknown("term", args[1], termKinds...)
	}
	return types.Bool(yes)
}

func isMarked(w *world, args []string) ref.Val {
	marks := schema.Words("DataMark")
	if !slices.Contains(marks, args[1]) {
		return types.NewErr("%q is no mark%s; there are %s", args[1], hint(diag.Suggest(args[1], marks)), strings.Join(marks, ", "))
	}
	return types.Bool(marked(w.view, args[0], register.DataMark(args[1])))
}

// nameOf is the name of whatever has an id, in the language of the register.
func nameOf(w *world, args []string) ref.Val {
	return types.String(w.named(args[0]).In(w.view.Register().Language))
}

// plus is the day on which a period that begins on a day has passed.
func plus(_ *world, args []string) ref.Val {
	period, err := value.ParsePeriod(args[1])
	if err != nil {
		return types.NewErr("%q is no period such as P1Y or P30D", args[1])
	}
	if args[0] == "" {
		return types.String("")
	}
	day, err := value.ParseDate(args[0])
	if err != nil {
		return types.NewErr("%q is no date", args[0])
	}
	return types.String(period.After(day).String())
}

// receives asks the data map, chains of processors included.
func receives(w *world, args []string) ref.Val {
	if w.view.DataCategory(args[1]) == nil {
		return w.unknown("category of data", args[1], register.KindDataCategories)
	}
	if w.view.Party(args[0]) == nil {
		return types.False
	}
	found, err := w.chart.Recipients(datamap.Filter{
		AsOf: w.on, Data: args[1:], Recipients: args[:1], Brief: true, Evidence: datamap.EvidenceNone,
	})
	if err != nil {
		return types.NewErr("receives: %v", err)
	}
	return types.Bool(len(found.Answers) > 0)
}

// getter looks an entry up. One that there is not is empty: has() of each of its
// fields is false.
func getter(k register.Kind) func(*world, []string) ref.Val {
	empty := known().byName[objectOf(k)].empty
	return func(w *world, args []string) ref.Val {
		if e := w.view.Lookup(k, args[0]); e != nil {
			return known().NativeToValue(e)
		}
		return empty
	}
}

// unknown tells of an id that is none: a slip must not look like a "no".
func (w *world) unknown(what, id string, kinds ...register.Kind) ref.Val {
	return types.WrapErr(&unknownError{w.view, what, id, kinds})
}

// unknownError looks for ids that are meant only when it is told: an expression
// may meet it with each of many entries, and one of them is told.
type unknownError struct {
	view     *register.View
	what, id string
	kinds    []register.Kind
}

func (e *unknownError) Error() string {
	return fmt.Sprintf("the register knows no %s %q%s", e.what, e.id, hint(e.view.Suggest(e.id, e.kinds...)))
}

func hint(suggestions []string) string {
	if len(suggestions) == 0 {
		return ""
	}
	return ", did you mean " + suggestions[0] + "?"
}
