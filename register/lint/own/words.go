package own

import (
	"slices"
	"strconv"
	"strings"

	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"

	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/schema"
	"github.com/openropa/ropa/register/value"
)

// check finds what fits the types and yet can mean nothing: comparisons with
// what a field can never hold, such as activity.status == "plannd", which would
// silently never be true, and objects made anew.
func check(a *ast.AST, x *expression) diag.Problems {
	var problems diag.Problems
	report := func(p diag.Problem, e ast.Expr) {
		location := a.SourceInfo().GetStartLocation(e.ID())
		p.Place = x.place(location.Line(), location.Column())
		problems = append(problems, p)
	}
	ast.PreOrderVisit(a.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		switch {
		case e.Kind() == ast.StructKind:
			report(diag.New(diag.Expression, "", diag.Place{}, "detail", "an expression cannot make objects"), e)
		case e.Kind() == ast.CallKind && isComparison(e.AsCall()):
			left, right := e.AsCall().Args()[0], e.AsCall().Args()[1]
			for _, pair := range [][2]ast.Expr{{left, right}, {right, left}} {
				f := fieldOf(a, pair[0])
				for _, literal := range literals(pair[1]) {
					if p, ok := f.refuses(literal); ok {
						report(p, literal)
					}
				}
			}
		}
	}))
	return problems
}

func isComparison(call ast.CallExpr) bool {
	switch call.FunctionName() {
	case operators.Equals, operators.NotEquals, operators.Less, operators.LessEquals, operators.Greater, operators.GreaterEquals, operators.In:
		return len(call.Args()) == 2
	}
	return false
}

// fieldOf returns the field that an expression reads, nil for another.
func fieldOf(a *ast.AST, e ast.Expr) *field {
	if e.Kind() != ast.SelectKind || e.AsSelect().IsTestOnly() {
		return nil
	}
	t := a.GetType(e.AsSelect().Operand().ID())
	if t == nil || t.Kind() != types.StructKind {
		return nil
	}
	x, ok := known().byName[t.TypeName()]
	if !ok {
		return nil
	}
	return x.fields[e.AsSelect().FieldName()]
}

// literals returns an expression that is a text, or the texts of a list.
func literals(e ast.Expr) []ast.Expr {
	switch e.Kind() {
	case ast.LiteralKind:
		if _, ok := e.AsLiteral().(types.String); ok {
			return []ast.Expr{e}
		}
	case ast.ListKind:
		var all []ast.Expr
		for _, element := range e.AsList().Elements() {
			if element.Kind() == ast.LiteralKind {
				all = append(all, literals(element)...)
			}
		}
		return all
	}
	return nil
}

// refuses reports a text that a field can never hold. An empty one stands for a
// field that is left out.
func (f *field) refuses(literal ast.Expr) (diag.Problem, bool) {
	word := string(literal.AsLiteral().(types.String))
	if f == nil || f.schema == nil || word == "" {
		return diag.Problem{}, false
	}
	switch f.schema.Kind {
	case schema.Enum:
		return f.refusesWord(word)
	case schema.Country, schema.Area:
		if !value.Area(word).IsValid() {
			p := diag.New(diag.InvalidPlace, "", diag.Place{}, "found", word, "expected", "two capital letters of ISO 3166-1 such as NL, EEA or EU")
			if word == "UK" {
				p.Args["hint"] = "gb-not-uk"
			}
			return p, true
		}
	case schema.Date:
		if _, err := value.ParseDate(word); err != nil {
			return diag.New(diag.InvalidDate, "", diag.Place{}, "found", word), true
		}
	}
	return diag.Problem{}, false
}

func (f *field) refusesWord(word string) (diag.Problem, bool) {
	all := schema.Words(f.schema.Type)
	if slices.Contains(all, word) {
		return diag.Problem{}, false
	}
	p := diag.New(diag.UnknownValue, "", diag.Place{}, "found", word, "field", f.name, "expected", strings.Join(all, ", "))
	p.Suggestions = diag.Suggest(word, all)
	return p, true
}

func limit(n int) string { return strconv.Itoa(n) }
