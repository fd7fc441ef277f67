package document

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Each code that a builder says has its words, in one place only and in both
// languages.
func TestLabels(t *testing.T) {
	seen := make(map[string]bool)
	for _, labels := range allLabels {
		for code, pair := range labels {
			if seen[code] {
				t.Errorf("%s stands twice", code)
			}
			seen[code] = true
			if pair[0] == "" || pair[1] == "" {
				t.Errorf("%s lacks words", code)
			}
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if code := said(n); code != "" && !seen[code] {
				t.Errorf("%s: no words for %s", name, code)
			}
			return true
		})
	}
}

// said is the code in a call that says a label, "" for any other node.
func said(n ast.Node) string {
	call, ok := n.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return ""
	}
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	arg := call.Args[0]
	switch {
	case method.Sel.Name == "all" && len(call.Args) == 3, method.Sel.Name == "measuresFrom":
		arg = call.Args[2]
	case !slices.Contains([]string{"label", "say", "sayf", "column"}, method.Sel.Name):
		return ""
	}
	literal, ok := arg.(*ast.BasicLit)
	if !ok {
		return ""
	}
	code, err := strconv.Unquote(literal.Value)
	if err != nil {
		return ""
	}
	if method.Sel.Name == "column" {
		code = "column." + code
	}
	return code
}
