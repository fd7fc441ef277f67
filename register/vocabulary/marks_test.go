package vocabulary_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
)

// marks returns the marks of a category: its own and those of its wider terms.
func marks(of term, data map[string]term) []register.DataMark {
	all := slices.Clone(of.dataMarks)
	chain, _ := ancestors(of, data)
	for _, wider := range chain {
		all = append(all, wider.dataMarks...)
	}
	return all
}

// article9 is what Art. 9(1) lists, by the words of the law in English.
var article9 = map[string]string{
	"ethnic-origin":          "racial or ethnic origin",
	"political-opinions":     "political opinions",
	"religious-beliefs":      "religious or philosophical beliefs",
	"trade-union-membership": "trade union membership",
	"genetic-data":           "genetic data",
	"biometric-data":         "biometric data",
	"health-data":            "data concerning health",
	"sexual-life":            "sex life or sexual orientation",
}

// The special categories are those of Art. 9(1) and what is narrower, nothing
// else; the same of Art. 10. The marks stand at the widest term, so that none
// can be forgotten at a narrower one.
func TestSpecialAndCriminalMarks(t *testing.T) {
	data := byKind(terms(register.Common()))[register.KindDataCategories]
	for id, words := range article9 {
		if c := data[id]; !slices.Contains(c.dataMarks, register.DataMarkSpecial) || c.name["en"] != words {
			t.Errorf("%s must be special and be called %q: %v %q", id, words, c.dataMarks, c.name["en"])
		}
	}
	for id, c := range data {
		switch {
		case article9[id] != "":
		case slices.Contains(c.dataMarks, register.DataMarkSpecial):
			t.Errorf("%s says itself that it is special; Art. 9(1) does not list it", id)
		case slices.Contains(c.dataMarks, register.DataMarkCriminal) != (id == "criminal-data"):
			t.Errorf("%s: marks %v, and Art. 10 is about criminal-data", id, c.dataMarks)
		}
	}
}

// What another vocabulary holds for health, biometrics or a belief is a special
// category here, so a term that hangs in the wrong place is seen.
func TestMarksAgreeWithTheConcepts(t *testing.T) {
	special := map[string]bool{
		"https://w3id.org/dpv/pd#Disability": true, "https://w3id.org/dpv/pd#FacialPrint": true, "https://w3id.org/dpv/pd#Fingerprint": true,
		"https://w3id.org/dpv/pd#HealthHistory": true, "https://w3id.org/dpv/pd#MentalHealth": true, "https://w3id.org/dpv/pd#PhilosophicalBelief": true,
		"https://w3id.org/dpv/pd#PoliticalAffiliation": true, "https://w3id.org/dpv/pd#ReligiousBelief": true,
	}
	data := byKind(terms(register.Common()))[register.KindDataCategories]
	found := 0
	for id, c := range data {
		ofHealth := strings.HasPrefix(c.fides, "user.health") || strings.HasPrefix(c.fides, "user.biometrics")
		if !ofHealth && !special[c.iri] {
			continue
		}
		found++
		if !slices.Contains(marks(c, data), register.DataMarkSpecial) {
			t.Errorf("%s (%s %s) is not a special category", id, c.iri, c.fides)
		}
	}
	if found < 12 {
		t.Errorf("only %d concepts were compared", found)
	}
	for _, id := range []string{"diagnosis", "fingerprint", "religion", "sexual-orientation"} {
		if !slices.Contains(marks(data[id], data), register.DataMarkSpecial) {
			t.Errorf("%s does not inherit its mark", id)
		}
	}
	for _, id := range []string{"criminal-convictions", "criminal-offences", "criminal-measures"} {
		if !slices.Contains(marks(data[id], data), register.DataMarkCriminal) {
			t.Errorf("%s does not inherit its mark", id)
		}
	}
}

// National identification numbers (Art. 87) and online identifiers (recital 30)
// by name: which they are is not for a term to say by accident.
func TestIdentifierMarks(t *testing.T) {
	want := map[string]register.DataMark{
		"national-id": register.DataMarkNationalIdentifier, "bsn": register.DataMarkNationalIdentifier,
		"ip-address": register.DataMarkOnlineIdentifier, "cookie-data": register.DataMarkOnlineIdentifier,
		"cookie-id": register.DataMarkOnlineIdentifier, "advertising-id": register.DataMarkOnlineIdentifier,
		"device-id": register.DataMarkOnlineIdentifier, "mac-address": register.DataMarkOnlineIdentifier,
		"browser-fingerprint": register.DataMarkOnlineIdentifier,
	}
	data := byKind(terms(register.Common()))[register.KindDataCategories]
	for id, c := range data {
		for _, mark := range []register.DataMark{register.DataMarkNationalIdentifier, register.DataMarkOnlineIdentifier} {
			if slices.Contains(marks(c, data), mark) != (want[id] == mark) {
				t.Errorf("%s: marks %v, want %q", id, marks(c, data), want[id])
			}
		}
	}
}

// Minors are vulnerable too (WP248, criterion 7); who works for the
// organisation is an employee (Art. 88).
func TestSubjectMarks(t *testing.T) {
	want := map[register.SubjectMark][]string{
		register.SubjectMarkMinor:      {"child", "pupil"},
		register.SubjectMarkVulnerable: {"asylum-seeker", "child", "elderly-person", "patient", "pupil", "vulnerable-person"},
		register.SubjectMarkEmployee:   {"employee", "former-employee", "temporary-worker", "trainee"},
	}
	got := make(map[register.SubjectMark][]string)
	subjects := byKind(terms(register.Common()))[register.KindDataSubjects]
	for id, s := range subjects {
		all := slices.Clone(s.subjectMarks)
		chain, _ := ancestors(s, subjects)
		for _, wider := range chain {
			all = append(all, wider.subjectMarks...)
		}
		slices.Sort(all)
		for _, mark := range slices.Compact(all) {
			got[mark] = append(got[mark], id)
		}
	}
	for mark, ids := range want {
		slices.Sort(got[mark])
		if !slices.Equal(got[mark], ids) {
			t.Errorf("%s: %v, want %v", mark, got[mark], ids)
		}
	}
}
