package whereabouts_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/document/internal/whereabouts"
	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// The documents doubt where the parties are of which lint asks it.
func TestMattersWhereLintAsks(t *testing.T) {
	kinds := []register.PartyKind{
		"", register.PartyKindOrganisation, register.PartyKindAuthority, register.PartyKindUnit, register.PartyKindPerson,
		register.PartyKindCategory, register.PartyKindPublic, register.PartyKindInternationalOrganisation,
	}
	for i, kind := range kinds {
		party := &register.Party{ID: fmt.Sprint("party-", i), Kind: kind}
		view, problems := register.Resolve(&register.Register{
			Schema: "ropa/v1", ID: "x", DataCategories: []*register.DataCategory{{ID: "data"}}, Parties: []*register.Party{party},
			Activities: []*register.Activity{{ID: "a", Data: []register.DataUse{{Category: "data"}}, Disclosures: []register.Disclosure{{To: party.ID}}}},
		}, nil, nil)
		if err := problems.Err(); err != nil {
			t.Fatal(err)
		}
		report, err := lint.Run(t.Context(), view, datamap.Build(view), lint.Options{AsOf: value.MustDate("2026-11-22"), Rules: []diag.Code{"REG-007"}})
		if err != nil {
			t.Fatal(err)
		}
		asks := slices.ContainsFunc(report.Findings, func(f diag.Finding) bool { return strings.Contains(f.Message("en"), party.ID) })
		if matters := whereabouts.Matters(party); matters != asks {
			t.Errorf("where a party of kind %q is: matters %t here, %t for lint", kind, matters, asks)
		}
	}
}
