package contract

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/law"
)

// TestLawSpeaksTheFormat: the codes of the legal facts are the words of the
// schema, all of them and in their order, so that a register, a rule and the law
// mean the same by a word.
func TestLawSpeaksTheFormat(t *testing.T) {
	var schema struct {
		Defs map[string]struct {
			Enum []string `json:"enum"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(register.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	for def, got := range map[string][]string{
		"Basis":        ids(law.Bases(), func(b law.Basis) string { return b.ID }),
		"Article9":     ids(law.Conditions(), func(c law.Condition) string { return c.ID }),
		"RightKind":    ids(law.Rights(), func(r law.Right) string { return r.ID }),
		"TransferTool": ids(law.TransferTools(), func(t law.TransferTool) string { return t.ID }),
		"SCCVersion":   ids(law.SCCSets(), func(s law.SCCSet) string { return s.Version }),
		"Derogation":   ids(law.Derogations(), func(d law.Derogation) string { return d.ID }),
		"DPIACriterion": ids(law.DPIACriteria(), func(c law.DPIACriterion) string {
			return c.ID
		}),
	} {
		if diff := cmp.Diff(schema.Defs[def].Enum, got); diff != "" {
			t.Errorf("%s (-schema +law):\n%s", def, diff)
		}
	}
	for _, b := range law.Bases() {
		if !slices.Contains(schema.Defs["Regulation"].Enum, b.Regulation) {
			t.Errorf("basis %s: no regulation %q", b.ID, b.Regulation)
		}
	}
	for _, m := range law.MarketingRules() {
		for _, c := range m.Channels {
			if !slices.Contains(schema.Defs["Channel"].Enum, c) {
				t.Errorf("marketing %s: no channel %q", m.ID, c)
			}
		}
	}
	for _, s := range law.SCCSets() {
		for _, m := range s.Modules {
			for _, role := range []string{m.Exporter, m.Importer} {
				if !slices.Contains(schema.Defs["ActivityRole"].Enum, role) {
					t.Errorf("module %d: no role %q", m.Number, role)
				}
			}
		}
	}
}

// TestLawNamesTerms: what the legal facts name is in the built-in vocabulary.
func TestLawNamesTerms(t *testing.T) {
	view, problems := register.Resolve(&register.Register{Schema: "ropa/v1"}, nil, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	known := func(of string, kind register.Kind, id string) {
		if view.Lookup(kind, id) == nil {
			t.Errorf("%s: the vocabulary has no %s %q", of, kind, id)
		}
	}
	for _, r := range law.RetentionPeriods() {
		for _, id := range r.StartsAt {
			known(r.ID, register.KindEvents, id)
		}
		if r.YearOf != "" {
			known(r.ID, register.KindEvents, r.YearOf)
		}
		for _, id := range r.Data {
			known(r.ID, register.KindDataCategories, id)
		}
	}
	for _, i := range law.DPIAItems() {
		known(i.ID, register.KindParties, i.Authority)
		if party := view.Party(i.Authority); party != nil && (party.Kind != "authority" || party.Country == "") {
			t.Errorf("%s: %s is no authority of a country: %v", i.ID, i.Authority, fmt.Sprint(party.Kind, party.Country))
		}
	}
}

func ids[T any](list []T, id func(T) string) []string {
	all := make([]string, len(list))
	for i, item := range list {
		all[i] = id(item)
	}
	return all
}
