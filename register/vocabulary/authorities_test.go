package vocabulary_test

import (
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
)

// spoken says in which further languages the authority of a country is named:
// those in which it names itself, where these are not among languages.
var spoken = map[register.Country][]register.Language{
	"BG": {"bg"}, "CH": {"it"}, "CY": {"el"}, "CZ": {"cs"}, "DK": {"da"}, "EE": {"et"}, "ES": {"es"}, "FI": {"fi", "sv"},
	"GR": {"el"}, "HR": {"hr"}, "HU": {"hu"}, "IS": {"is"}, "IT": {"it"}, "LT": {"lt"}, "LV": {"lv"}, "NO": {"nb"},
	"PL": {"pl"}, "PT": {"pt"}, "RO": {"ro"}, "SE": {"sv"}, "SI": {"sl"}, "SK": {"sk"},
}

func TestAuthorities(t *testing.T) {
	countries := make(map[register.Country]bool)
	for _, p := range register.Common().Parties {
		if p.Kind != register.PartyKindAuthority || !p.Country.IsValid() {
			t.Errorf("%s: not an authority with a country", p.ID)
		}
		countries[p.Country] = true
	}
	// The states of the EEA, the United Kingdom and Switzerland.
	const want = "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
	for _, code := range strings.Fields(want) {
		if !countries[register.Country(code)] {
			t.Errorf("no authority of %s", code)
		}
	}
}

// Germany has an authority for the federation and one in each state, Bavaria
// two (§§ 8, 40 BDSG); the institutions of the Union have their own
// (Regulation (EU) 2018/1725, Art. 52).
func TestAuthoritiesOfTheGermanStatesAndTheUnion(t *testing.T) {
	states := make(map[string]int)
	ids := make(map[string]bool)
	for _, p := range register.Common().Parties {
		ids[p.ID] = true
		if _, state, found := strings.Cut(p.ID, "-de-"); found && p.Country == "DE" {
			states[state]++
		}
	}
	for state := range strings.FieldsSeq("bb be bw by hb he hh mv ni nw rp sh sl sn st th") {
		want := 1
		if state == "by" {
			want = 2
		}
		if states[state] != want {
			t.Errorf("%d authorities of %s, want %d", states[state], state, want)
		}
	}
	if len(states) != 16 || !ids["bfdi-de"] || !ids["edps-eu"] {
		t.Errorf("%d German states; the federation %v, the Union %v", len(states), ids["bfdi-de"], ids["edps-eu"])
	}
}
