package own

import (
	"regexp"
	"slices"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"

	"github.com/openropa/ropa/register/diag"
)

// compile checks an expression and makes it ready to run. A program is safe for
// concurrent use.
func compile(s *subject, x *expression) (program cel.Program, problems diag.Problems) {
	defer func() {
		if recover() != nil { // a fault of the compiler must not be ours
			program, problems = nil, diag.Problems{diag.New(diag.Expression, "", x.start, "detail", "the text confuses the parser")}
		}
	}()
	if len(x.text) > maxCharacters {
		return nil, diag.Problems{diag.New(diag.ExpressionSize, "", x.start, "detail", "more than "+limit(maxCharacters)+" characters")}
	}
	env, err := s.env()
	if err != nil {
		return nil, diag.Problems{diag.New(diag.Expression, "", x.start, "detail", err.Error())}
	}
	checked, issues := env.Compile(string(x.text))
	if issues.Err() != nil {
		return nil, explain(s, env, x, issues)
	}
	if t := checked.OutputType(); !t.IsExactType(types.BoolType) && !t.IsExactType(types.DynType) {
		return nil, diag.Problems{diag.New(diag.ExpressionResult, "", x.start, "found", cel.FormatCELType(t))}
	}
	if problems := check(checked.NativeRep(), x); len(problems) > 0 {
		return nil, problems
	}
	program, err = env.Program(checked, cel.EvalOptions(cel.OptOptimize), cel.CostLimit(maxCost), cel.CostTracking(price{}))
	if err != nil {
		return nil, diag.Problems{diag.New(diag.Expression, "", x.start, "detail", err.Error())}
	}
	return program, nil
}

// explain turns what the compiler says into problems.
func explain(s *subject, env *cel.Env, x *expression, issues *cel.Issues) diag.Problems {
	var problems diag.Problems
	missed := missing(env, x)
	for _, e := range issues.Errors() {
		p := problemOf(s, e.Message, missed)
		p.Place = x.start
		if e.Location != nil && e.Location.Line() > 0 {
			p.Place = x.placeOf(e.Location.Line(), e.Location.Column(), p.Args["field"])
		}
		problems = append(problems, p)
		if p.Code == diag.Expression { // what follows a slip of syntax are its echoes
			break
		}
	}
	return problems
}

// missing returns the objects that lack a field that the expression asks for, by
// field.
func missing(env *cel.Env, x *expression) map[string]string {
	objects := make(map[string]string)
	listening, err := env.Extend(cel.CustomTypeProvider(&provider{Provider: env.CELTypeProvider(), shapes: known(), missed: func(object, field string) {
		objects[field] = object
	}}))
	if err == nil {
		listening.Compile(string(x.text))
	}
	return objects
}

var (
	undefinedField = regexp.MustCompile(`^undefined field '(.*)'$`)
	undeclaredName = regexp.MustCompile(`^undeclared reference to '([^']*)'`)
	noOverload     = regexp.MustCompile(`^found no matching overload for '(.*)' applied to '(.*)'$`)
	tooMuch        = regexp.MustCompile(`expression .*(size|limit|depth)|nesting|[Ll]imit exceeded|exceeds`)
)

func problemOf(s *subject, message string, missed map[string]string) diag.Problem {
	if m := undefinedField.FindStringSubmatch(message); m != nil {
		if shape, ok := known().byName[missed[m[1]]]; ok {
			p := diag.New(diag.UnknownField, "", diag.Place{}, "field", m[1], "object", shape.name)
			p.Suggestions = diag.Suggest(m[1], shape.names())
			return p
		}
	}
	if m := undeclaredName.FindStringSubmatch(message); m != nil {
		p := diag.New(diag.ExpressionName, "", diag.Place{}, "name", m[1])
		p.Suggestions = diag.Suggest(m[1], append(s.names(), functionNames()...))
		return p
	}
	if m := noOverload.FindStringSubmatch(message); m != nil {
		return diag.New(diag.ExpressionTypes, "", diag.Place{}, "operator", operator(m[1]), "types", m[2])
	}
	if tooMuch.MatchString(message) {
		return diag.New(diag.ExpressionSize, "", diag.Place{}, "detail", message)
	}
	return diag.New(diag.Expression, "", diag.Place{}, "detail", shorten(plainer(message)))
}

// plainer says what the compiler says in words for whoever does not know it.
func plainer(message string) string {
	message = strings.TrimPrefix(message, "Syntax error: ")
	message, _, _ = strings.Cut(message, " expecting ")
	switch {
	case strings.Contains(message, "'<EOF>'"):
		return "it ends too early"
	case message == "invalid matches argument":
		return "what matches gets is no regular expression"
	}
	return message
}

// operator is an operator as it is written: _&&_ is &&.
func operator(name string) string { return strings.Trim(strings.TrimPrefix(name, "@"), "_") }

func functionNames() []string {
	all := []string{"has", "isNone", "size", "text"}
	for _, f := range functions {
		all = append(all, f.name)
	}
	slices.Sort(all)
	return all
}

// shorten keeps a message to what a line can show.
func shorten(s string) string {
	const most = 160
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}
