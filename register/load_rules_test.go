package register_test

import (
	"testing"
	"testing/fstest"

	"github.com/openropa/ropa/register"
)

// The rules of the organisation itself may lie beside the files of its register.
func TestRulesLieBesideARegister(t *testing.T) {
	r, _, problems := register.LoadFS(fstest.MapFS{
		"shop/register.yaml": {Data: []byte("schema: ropa/v1\nid: shop\n")},
		"shop/rules.yaml":    {Data: []byte("schema: ropa/rules/v1\nrules: []\n")},
	}, "shop")
	if r == nil || r.ID != "shop" || len(problems) > 0 {
		t.Errorf("%v, %v", r, problems)
	}
}
