package cli

import (
	"testing"

	"github.com/openropa/ropa/register"
)

func TestKindOf(t *testing.T) {
	for name, want := range map[string]register.Kind{
		"party": register.KindParties, "parties": register.KindParties, "data": register.KindDataCategories,
		"dataCategories": register.KindDataCategories, "dataCategory": register.KindDataCategories,
		"retention": register.KindRetentionRules, "retentionRules": register.KindRetentionRules, "subjects": register.KindDataSubjects,
	} {
		if got, err := kindOf(name); err != nil || got != want {
			t.Errorf("kindOf(%q) = %v, %v", name, got, err)
		}
	}
	for _, kind := range register.Kinds() {
		if got, err := kindOf(string(kind)); err != nil || got != kind {
			t.Errorf("kindOf(%q) = %v, %v", kind, got, err)
		}
	}
	if len(kindNames) != len(register.Kinds()) {
		t.Errorf("%d kinds have names, there are %d", len(kindNames), len(register.Kinds()))
	}
}
