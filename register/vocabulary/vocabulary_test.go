package vocabulary_test

import (
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
)

// term is what the kinds of terms have in common.
type term struct {
	kind              register.Kind
	id, parent, iri   string
	name, description register.Text
}

func terms(r *register.Register) []term {
	var all []term
	for _, c := range r.DataCategories {
		all = append(all, term{register.KindDataCategories, c.ID, c.Parent, c.IRI, c.Name, c.Description})
	}
	for _, s := range r.DataSubjects {
		all = append(all, term{register.KindDataSubjects, s.ID, s.Parent, s.IRI, s.Name, s.Description})
	}
	for _, p := range r.Purposes {
		all = append(all, term{register.KindPurposes, p.ID, p.Parent, p.IRI, p.Name, p.Description})
	}
	for _, o := range r.Operations {
		all = append(all, term{register.KindOperations, o.ID, o.Parent, o.IRI, o.Name, o.Description})
	}
	for _, e := range r.Events {
		all = append(all, term{register.KindEvents, e.ID, e.Parent, e.IRI, e.Name, e.Description})
	}
	for _, m := range r.Measures {
		all = append(all, term{register.KindMeasures, m.ID, m.Parent, m.IRI, m.Name, m.Description})
	}
	return all
}

func TestCommonResolves(t *testing.T) {
	r := register.Common()
	if r.ID != "common" || r.Extends == nil || len(r.Extends) != 0 || len(r.Activities) != 0 {
		t.Errorf("common must say that it extends nothing, and have no activities: %q %v", r.ID, r.Extends)
	}
	_, problems := register.Resolve(r, nil, nil)
	for _, p := range problems {
		t.Error(p.Error())
	}
}

func TestTermsHaveNames(t *testing.T) {
	described := map[register.Kind]bool{
		register.KindDataCategories: true, register.KindDataSubjects: true, register.KindPurposes: true,
	}
	all := terms(register.Common())
	if len(all) < 200 {
		t.Errorf("only %d terms", len(all))
	}
	for _, term := range all {
		for _, language := range []register.Language{"nl", "en"} {
			if term.name[language] == "" {
				t.Errorf("%s/%s has no name in %s", term.kind, term.id, language)
			}
			if described[term.kind] && term.description[language] == "" {
				t.Errorf("%s/%s has no description in %s", term.kind, term.id, language)
			}
		}
		if term.iri != "" && !strings.HasPrefix(term.iri, "https://w3id.org/dpv") {
			t.Errorf("%s/%s: not an address of the DPV: %s", term.kind, term.id, term.iri)
		}
	}
}

// A label that two terms of a kind shared could not be told apart in a document.
func TestLabelsDiffer(t *testing.T) {
	type label struct {
		kind     register.Kind
		language register.Language
		text     string
	}
	seen := make(map[label]string)
	check := func(kind register.Kind, id string, name register.Text) {
		for language, text := range name {
			l := label{kind, language, strings.ToLower(text)}
			if other, again := seen[l]; again {
				t.Errorf("%s: %s and %s are both called %q in %s", kind, other, id, text, language)
			}
			seen[l] = id
		}
	}
	r := register.Common()
	for _, term := range terms(r) {
		check(term.kind, term.id, term.name)
	}
	for _, p := range r.Parties {
		check(register.KindParties, p.ID, p.Name)
	}
}

// One concept of the DPV is one term here.
func TestIRIsDiffer(t *testing.T) {
	seen := make(map[string]string)
	for _, term := range terms(register.Common()) {
		if term.iri == "" {
			continue
		}
		key := string(term.kind) + " " + term.iri
		if other, again := seen[key]; again {
			t.Errorf("%s and %s: both %s", other, term.id, term.iri)
		}
		seen[key] = term.id
	}
}

func TestAuthorities(t *testing.T) {
	countries := make(map[register.Country]bool)
	for _, p := range register.Common().Parties {
		if p.Kind != register.PartyKindAuthority || !p.Country.IsValid() || p.Name["en"] == "" {
			t.Errorf("%s: not an authority with a country and an English name", p.ID)
		}
		countries[p.Country] = true
	}
	// The states of the EEA, and the United Kingdom.
	const want = "AT BE BG CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK"
	for _, code := range strings.Fields(want) {
		if !countries[register.Country(code)] {
			t.Errorf("no authority of %s", code)
		}
	}
}
