package words

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/openropa/ropa/register/value"
)

var verbs = regexp.MustCompile(`%(?:\[\d+\])?([a-z])`)

// arguments are the verbs of a text, in the order of its arguments.
func arguments(s string) []string {
	all := verbs.FindAllString(s, -1)
	if slices.ContainsFunc(all, func(v string) bool { return strings.Contains(v, "[") }) {
		slices.Sort(all) // %[1]s before %[2]s
	}
	for i, v := range all {
		all[i] = v[len(v)-1:]
	}
	return all
}

// breakable is what French writes with a space that no line breaks at.
var breakable = regexp.MustCompile(` [:;?!»]|« `)

// sameAsEnglish are the codes whose German or French words are those of English.
var sameAsEnglish = map[string]string{
	"de": "field.iri month.4 month.8 month.9 month.11 value.digital",
	"fr": `field.action field.articles field.certification field.certifications field.clauses field.contact field.date field.description
		field.document field.documents field.exception field.identification field.iri field.module field.service field.services
		field.source field.version value.certification value.information value.rectification`,
}

// No word is missing in a language, no code stands in two catalogues, and all
// languages take the same arguments. Words that are the same as in English are
// known to be.
func TestWordsInAllLanguages(t *testing.T) {
	seen := map[string]bool{}
	same := map[string]map[string]bool{"de": {}, "fr": {}}
	for _, c := range catalogues {
		for code, entry := range c {
			if seen[code] {
				t.Errorf("%s stands in two catalogues", code)
			}
			seen[code] = true
			for i, language := range Languages() {
				if strings.TrimSpace(entry[i]) == "" {
					t.Errorf("%s has no words in %s", code, language)
				}
				if want, got := arguments(entry[0]), arguments(entry[i]); !slices.Equal(want, got) {
					t.Errorf("%s takes %q in English and %q in %s", code, want, got, language)
				}
				if language == "fr" && breakable.MatchString(entry[i]) {
					t.Errorf("%s: in French no space that may break stands before a colon: %s", code, entry[i])
				}
				if i > 1 && entry[i] == entry[0] {
					same[string(language)][code] = true
				}
			}
		}
	}
	for language, codes := range same {
		known := strings.Fields(sameAsEnglish[language])
		slices.Sort(known)
		if got := slices.Sorted(maps.Keys(codes)); !slices.Equal(got, known) {
			t.Errorf("the same in %s as in English:\n%q\nwant\n%q", language, got, known)
		}
	}
}

// The language of a country is the language, the zero Words are English.
func TestIn(t *testing.T) {
	for language, want := range map[value.Language]string{"nl": "Duitsland", "nl-BE": "Duitsland", "de-AT": "Deutschland", "it": "Germany", "": "Germany", "-": "Germany"} {
		if got := In(language).Area("DE"); got != want {
			t.Errorf("Germany in %q is %q, want %q", language, got, want)
		}
	}
	if w := (Words{}); w.Language() != "en" || w.Area("DE") != "Germany" || w.Period("P2Y") != "2 years" || w.Value("processor") != "processor" {
		t.Errorf("the zero Words are %q, %q, %q, %q", w.Language(), w.Area("DE"), w.Period("P2Y"), w.Value("processor"))
	}
}
