package vocabulary_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/cases"

	"github.com/openropa/ropa/register"
)

// The languages in which every term can be shown.
var languages = []register.Language{"nl", "en", "de", "fr"}

// term is what the kinds of terms have in common.
type term struct {
	kind              register.Kind
	id, parent        string
	iri, fides        string
	name, description register.Text
	includes          []string
	dataMarks         []register.DataMark
	subjectMarks      []register.SubjectMark
	country           register.Country // of an authority
}

func (t term) String() string { return fmt.Sprintf("%s/%s", t.kind, t.id) }

// terms returns everything that the built-in vocabulary defines, the
// supervisory authorities included.
func terms(r *register.Register) []term {
	var all []term
	for _, c := range r.DataCategories {
		all = append(all, term{kind: register.KindDataCategories, id: c.ID, parent: c.Parent, iri: c.IRI, fides: c.Fides,
			name: c.Name, description: c.Description, includes: c.Includes, dataMarks: c.Marks})
	}
	for _, s := range r.DataSubjects {
		all = append(all, term{kind: register.KindDataSubjects, id: s.ID, parent: s.Parent, iri: s.IRI, fides: s.Fides,
			name: s.Name, description: s.Description, subjectMarks: s.Marks})
	}
	for _, p := range r.Purposes {
		all = append(all, term{kind: register.KindPurposes, id: p.ID, parent: p.Parent, iri: p.IRI, fides: p.Fides, name: p.Name, description: p.Description})
	}
	for _, o := range r.Operations {
		all = append(all, term{kind: register.KindOperations, id: o.ID, parent: o.Parent, iri: o.IRI, fides: o.Fides, name: o.Name, description: o.Description})
	}
	for _, e := range r.Events {
		all = append(all, term{kind: register.KindEvents, id: e.ID, parent: e.Parent, iri: e.IRI, fides: e.Fides, name: e.Name, description: e.Description})
	}
	for _, m := range r.Measures {
		all = append(all, term{kind: register.KindMeasures, id: m.ID, parent: m.Parent, iri: m.IRI, fides: m.Fides, name: m.Name, description: m.Description})
	}
	for _, p := range r.Parties {
		all = append(all, term{kind: register.KindParties, id: p.ID, name: p.Name, country: p.Country})
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

// The vocabulary says as much as it promises, and a file that went missing is
// seen.
func TestEnoughTerms(t *testing.T) {
	want := map[register.Kind]int{
		register.KindDataCategories: 125,
		register.KindDataSubjects:   32,
		register.KindPurposes:       84,
		register.KindOperations:     32,
		register.KindMeasures:       54,
		register.KindEvents:         22,
		register.KindParties:        50,
	}
	got := make(map[register.Kind]int)
	for _, term := range terms(register.Common()) {
		got[term.kind]++
	}
	for kind, least := range want {
		if got[kind] < least {
			t.Errorf("%s: %d terms, want at least %d", kind, got[kind], least)
		}
	}
	for kind := range got {
		if want[kind] == 0 {
			t.Errorf("%s: terms of a kind that no test knows", kind)
		}
	}
}

// Every term has a name and a description of one line in every language.
func TestTermsSpeakEveryLanguage(t *testing.T) {
	for _, term := range terms(register.Common()) {
		for _, language := range slices.Concat(languages, spoken[term.country]) {
			checkLine(t, term, "name", language, term.name[language])
		}
		if term.kind == register.KindParties {
			continue // The name of an authority says what it is.
		}
		for _, language := range languages {
			checkLine(t, term, "description", language, term.description[language])
		}
		for language := range term.description {
			if !slices.Contains(languages, language) {
				t.Errorf("%s has a description in %s, in which others have none", term, language)
			}
		}
	}
}

// checkLine reports a text that is missing or cannot stand in a cell of a
// table as it is.
func checkLine(t *testing.T, term term, field string, language register.Language, text string) {
	t.Helper()
	switch {
	case text == "":
		t.Errorf("%s has no %s in %s", term, field, language)
	case text != strings.Join(strings.Fields(text), " "):
		t.Errorf("%s: the %s in %s has line breaks or spare spaces: %q", term, field, language, text)
	case strings.ContainsAny(text, "'\""):
		t.Errorf("%s: the %s in %s has typewriter quotes: %q", term, field, language, text)
	case field == "description" && strings.HasSuffix(text, "."):
		t.Errorf("%s: the description in %s is a phrase, without a full stop: %q", term, language, text)
	}
}

// A description that is the same in two languages was not translated, and one
// that repeats the name says nothing.
func TestDescriptionsAreTranslated(t *testing.T) {
	for _, term := range terms(register.Common()) {
		seen := make(map[string]register.Language)
		for _, language := range languages {
			text := term.description[language]
			if text == "" {
				continue
			}
			if other, again := seen[text]; again {
				t.Errorf("%s: one description in %s and %s: %q", term, other, language, text)
			}
			seen[text] = language
			if cases.Fold().String(text) == cases.Fold().String(term.name[language]) {
				t.Errorf("%s: the description in %s repeats the name: %q", term, language, text)
			}
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
	seen := make(map[label]term)
	for _, term := range terms(register.Common()) {
		for language, text := range term.name {
			l := label{term.kind, language, cases.Fold().String(text)}
			if other, again := seen[l]; again {
				t.Errorf("%s and %s are both called %q in %s", other, term, text, language)
			}
			seen[l] = term
		}
	}
}

// byKind finds the terms of a kind by id.
func byKind(all []term) map[register.Kind]map[string]term {
	found := make(map[register.Kind]map[string]term)
	for _, one := range all {
		if found[one.kind] == nil {
			found[one.kind] = make(map[string]term)
		}
		found[one.kind][one.id] = one
	}
	return found
}

// ancestors returns the wider terms of a term, nearest first, and whether they
// end at a term without a parent.
func ancestors(of term, kind map[string]term) ([]term, bool) {
	var chain []term
	for of.parent != "" {
		wider, defined := kind[of.parent]
		if !defined || len(chain) > len(kind) {
			return chain, false
		}
		chain, of = append(chain, wider), wider
	}
	return chain, true
}

// Every term hangs in a tree of its kind: each parent is defined and none is
// its own ancestor.
func TestTrees(t *testing.T) {
	all := terms(register.Common())
	kinds := byKind(all)
	count := 0
	for _, members := range kinds {
		count += len(members)
	}
	if count != len(all) {
		t.Errorf("%d terms, %d different ids", len(all), count)
	}
	for _, term := range all {
		chain, rooted := ancestors(term, kinds[term.kind])
		if !rooted {
			t.Errorf("%s: its wider terms end nowhere: %v", term, chain)
		}
		if len(chain) > 3 {
			t.Errorf("%s is %d levels deep; nobody finds it there", term, len(chain)+1)
		}
	}
}

// A bundle is a handful of categories under one word, and no category itself:
// nothing is narrower than it, and no bundle holds another.
func TestBundles(t *testing.T) {
	all := terms(register.Common())
	data := byKind(all)[register.KindDataCategories]
	bundles := 0
	for _, bundle := range all {
		if wider := data[bundle.parent]; bundle.kind == register.KindDataCategories && len(wider.includes) > 0 {
			t.Errorf("%s: its parent %s is a bundle", bundle, wider)
		}
		if len(bundle.includes) == 0 {
			continue
		}
		bundles++
		if len(bundle.includes) < 2 {
			t.Errorf("%s: a bundle of one", bundle)
		}
		for _, id := range bundle.includes {
			member, defined := data[id]
			if !defined || len(member.includes) > 0 {
				t.Errorf("%s includes %s, which is not a plain category", bundle, id)
			}
			if len(marks(member, data)) > 0 {
				t.Errorf("%s hides the marks of %s", bundle, member)
			}
		}
	}
	if naw := data["naw"]; bundles < 3 || !slices.Equal(naw.includes, []string{"name", "postal-address", "place-of-residence"}) {
		t.Errorf("%d bundles; NAW is %v", bundles, naw.includes)
	}
}
