package api_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/openropa/ropa/api"
)

// Generators of code read the contract: each reference leads to a component, none to
// what lies in one, and an object without fields of its own says what it takes.
func TestContractForGenerators(t *testing.T) {
	var doc any
	if err := json.Unmarshal(api.Contract(), &doc); err != nil {
		t.Fatal(err)
	}
	walkContract(doc, "", func(at string, node map[string]any) {
		if ref, ok := node["$ref"].(string); ok {
			if !strings.HasPrefix(ref, "#/components/") || strings.Count(ref, "/") != 3 {
				t.Errorf("%s refers to %s", at, ref)
			}
		}
		if node["type"] == "object" && node["properties"] == nil && node["patternProperties"] == nil && node["additionalProperties"] == nil {
			t.Errorf("%s: an object that may hold nothing", at)
		}
	})
}

// What needs no token says so, so that clients send none.
func TestContractSecurity(t *testing.T) {
	doc, _ := contract()
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			open := op.Security != nil && len(*op.Security) == 0
			if role := op.Extensions["x-role"]; open != (role == "none") {
				t.Errorf("%s %s is of the role %v, and its security is %v", method, path, role, op.Security)
			}
		}
	}
}

func walkContract(node any, at string, visit func(at string, node map[string]any)) {
	switch node := node.(type) {
	case map[string]any:
		visit(at, node)
		for key, value := range node {
			walkContract(value, at+"/"+key, visit)
		}
	case []any:
		for _, value := range node {
			walkContract(value, at, visit)
		}
	}
}
