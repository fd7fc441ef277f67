package vocabulary_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
)

// concepts reads the list of concepts of the DPV.
func concepts(t *testing.T) []string {
	t.Helper()
	file, err := os.ReadFile("testdata/dpv-2.3-terms.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(string(file)) {
		if !strings.HasPrefix(line, "#") {
			all = append(all, strings.TrimSuffix(line, "\n"))
		}
	}
	return all
}

func TestListOfConcepts(t *testing.T) {
	all := concepts(t)
	if len(all) < 600 || !slices.IsSorted(all) || len(slices.Compact(slices.Clone(all))) != len(all) {
		t.Errorf("%d concepts; they must be sorted and different", len(all))
	}
	shape := regexp.MustCompile(`^https://w3id\.org/dpv(/pd|/legal/eu/gdpr)?#[A-Za-z-]+$`)
	for _, iri := range all {
		if !shape.MatchString(iri) {
			t.Errorf("not the IRI of a concept: %q", iri)
		}
	}
}

// A term names a concept that version 2.3 of the DPV has, of the module for its
// kind, and no two terms of a kind the same.
func TestIRIs(t *testing.T) {
	known := concepts(t)
	seen := make(map[string]term)
	found := 0
	for _, term := range terms(register.Common()) {
		if term.iri == "" {
			continue
		}
		found++
		if _, in := slices.BinarySearch(known, term.iri); !in {
			t.Errorf("%s: not a known concept: %s", term, term.iri)
		}
		ofData := strings.HasPrefix(term.iri, "https://w3id.org/dpv/pd#") || strings.HasPrefix(term.iri, "https://w3id.org/dpv/legal/eu/gdpr#")
		if ofData != (term.kind == register.KindDataCategories) {
			t.Errorf("%s: a concept of another kind: %s", term, term.iri)
		}
		key := string(term.kind) + " " + term.iri
		if other, again := seen[key]; again {
			t.Errorf("%s and %s: both %s", other, term, term.iri)
		}
		seen[key] = term
	}
	if found < 150 {
		t.Errorf("only %d terms name a concept", found)
	}
}

// Keys of Fideslang are paths of lower-case words, and data categories hang
// under user or system there.
func TestFidesKeys(t *testing.T) {
	shape := regexp.MustCompile(`^[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)*$`)
	seen := make(map[string]term)
	for _, term := range terms(register.Common()) {
		if term.fides == "" {
			continue
		}
		if !shape.MatchString(term.fides) {
			t.Errorf("%s: not a key: %q", term, term.fides)
		}
		if term.kind == register.KindDataCategories && !strings.HasPrefix(term.fides, "user.") {
			t.Errorf("%s: not a category of personal data: %s", term, term.fides)
		}
		key := string(term.kind) + " " + term.fides
		if other, again := seen[key]; again {
			t.Errorf("%s and %s: both %s", other, term, term.fides)
		}
		seen[key] = term
	}
	if len(seen) < 50 {
		t.Errorf("only %d terms have a key", len(seen))
	}
}
