package own

import (
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
)

// expandNone makes isNone(x.y) of a list: it is stated, and there is nothing in
// it.
//
//	has(x.y) && size(x.y) == 0
func expandNone(make cel.MacroExprFactory, _ ast.Expr, args []ast.Expr) (ast.Expr, *cel.Error) {
	arg := args[0]
	if arg.Kind() != ast.SelectKind || arg.AsSelect().IsTestOnly() {
		return nil, make.NewError(arg.ID(), "isNone wants a field of an object, such as isNone(activity.disclosures)")
	}
	s := arg.AsSelect()
	stated := make.NewPresenceTest(make.Copy(s.Operand()), s.FieldName())
	empty := make.NewCall(operators.Equals, make.NewCall("size", arg), make.NewLiteral(types.IntZero))
	return make.NewCall(operators.LogicalAnd, stated, empty), nil
}
