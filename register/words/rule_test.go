package words_test

import (
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

func TestRuleInWords(t *testing.T) {
	view, _ := register.Resolve(nil, nil, nil)
	events := []register.EventUse{{Event: "order-completed"}, {Text: register.Text{"en": "the last visit", "nl": "het laatste bezoek", "de": "der letzte Besuch", "fr": "la dernière visite"}}}
	for _, test := range []struct {
		rule           register.RetentionRule
		en, nl, de, fr string
	}{
		{register.RetentionRule{Period: "P7Y", StartsAt: events[:0:0], Action: register.RetentionActionErase},
			"7 years, then erased", "7 jaar, daarna gewist", "7 Jahre, danach Löschung", "7 ans, puis effacement"},
		{register.RetentionRule{Period: "P1Y6M", Limit: register.LimitAtMost, StartsAt: events[:1], Action: register.RetentionActionAnonymise},
			"at most 1 year, 6 months from the completion of the order, then anonymised",
			"ten hoogste 1 jaar, 6 maanden na afronding van de bestelling, daarna geanonimiseerd",
			"höchstens 1 Jahr, 6 Monate ab Abschluss der Bestellung, danach Anonymisierung",
			"au plus 1 an, 6 mois à compter de l’exécution de la commande, puis anonymisation"},
		{register.RetentionRule{Period: "P4W", Limit: register.LimitAtLeast, StartsAt: events, Whichever: register.WhicheverLast},
			"at least 4 weeks from the completion of the order or the last visit (whichever comes last)",
			"ten minste 4 weken na afronding van de bestelling of het laatste bezoek (wat het laatst komt)",
			"mindestens 4 Wochen ab Abschluss der Bestellung oder dem letzten Besuch (maßgeblich ist das spätere Ereignis)",
			"au moins 4 semaines à compter de l’exécution de la commande ou de la dernière visite (selon le dernier de ces événements)"},
		{register.RetentionRule{Period: "P1D", Action: register.RetentionActionArchive}, "1 day, then archived", "1 dag, daarna gearchiveerd",
			"1 Tag, danach Archivierung", "1 jour, puis archivage"},
		{register.RetentionRule{Period: "P0D"}, "no time", "geen tijd", "keine Aufbewahrung", "aucune conservation"},
		{register.RetentionRule{Criterion: register.Text{"en": "until they stop", "nl": "tot zij stoppen"}}, "until they stop", "tot zij stoppen", "until they stop", "until they stop"},
		{register.RetentionRule{Indefinite: register.Yes, Reason: register.Text{"en": "research", "nl": "onderzoek"}},
			"without limit (research)", "onbeperkt (onderzoek)", "unbefristet (research)", "sans limite de durée (research)"},
		{register.RetentionRule{ID: "bare"}, "bare", "bare", "bare", "bare"},
	} {
		for language, want := range map[register.Language]string{"en": test.en, "nl": test.nl, "de": test.de, "fr": test.fr} {
			w := words.In(language)
			if got := w.Rule(view, &test.rule); got != want {
				t.Errorf("%s: %q, want %q", language, got, want)
			}
		}
	}
}

func TestLawsInWords(t *testing.T) {
	got := words.In("en").Laws([]register.LawRef{{ID: "nl-awr-52"}, {Cite: "§ 3 NDSG", Country: "DE"}, {Cite: "own rules"}, {ID: "unknown"}})
	if want := "art. 52 Algemene wet inzake rijksbelastingen, § 3 NDSG (DE), own rules, unknown"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAreaNames(t *testing.T) {
	for _, test := range []struct {
		area           register.Area
		en, nl, de, fr string
	}{
		{"US", "United States", "Verenigde Staten", "Vereinigte Staaten", "États-Unis"},
		{"EEA", "the EEA", "de EER", "EWR", "EEE"}, {"EU", "the EU", "de EU", "EU", "UE"},
		{"NL", "Netherlands", "Nederland", "Niederlande", "Pays-Bas"},
	} {
		for language, want := range map[register.Language]string{"en": test.en, "nl": test.nl, "de": test.de, "fr": test.fr} {
			if got := words.In(language).Area(test.area); got != want {
				t.Errorf("%s: %s: %q, want %q", language, test.area, got, want)
			}
		}
	}
}

func TestDatesInWords(t *testing.T) {
	for language, want := range map[register.Language][2]string{
		"en": {"1 March 2026", "22 November 2026"}, "nl": {"1 maart 2026", "22 november 2026"},
		"de": {"1. März 2026", "22. November 2026"}, "fr": {"1er mars 2026", "22 novembre 2026"},
	} {
		w := words.In(language)
		if got := [2]string{w.Date(value.MustDate("2026-03-01")), w.Date(value.MustDate("2026-11-22"))}; got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

func TestLanguagesInWords(t *testing.T) {
	for language, want := range map[register.Language]string{"en": "Dutch", "nl": "Nederlands", "de": "Niederländisch", "fr": "néerlandais"} {
		if got := words.In(language).LanguageName("nl"); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

// The names of events are in the form that they have after "from": in French all
// those of the vocabulary are known by their first word.
func TestEventsInWords(t *testing.T) {
	view, _ := register.Resolve(nil, nil, nil)
	for _, id := range view.IDs(register.KindEvents) {
		rule := register.RetentionRule{Period: "P1Y", StartsAt: []register.EventUse{{Event: id}}}
		if got := words.In("fr").Rule(view, &rule); strings.Contains(got, "«") {
			t.Errorf("%s: %s", id, got)
		}
	}
	for _, test := range []struct {
		language        register.Language
		name, following string
	}{
		{"de", "Ende des Vertrags", "ab Ende des Vertrags"}, {"de", "letzter Kontakt", "ab letztem Kontakt"}, {"de", "letzte Änderung der Akte", "ab letzter Änderung der Akte"},
		{"de", "letztes Gespräch", "ab letztem Gespräch"}, {"de", "die letzte Änderung", "ab der letzten Änderung"}, {"de", "der Tod", "ab dem Tod"},
		{"fr", "fin du contrat", "à compter de la fin du contrat"}, {"fr", "le départ", "à compter du départ"}, {"fr", "les vacances", "à compter des vacances"},
		{"fr", "retrait du consentement", "à compter du retrait du consentement"}, {"fr", "achat", "à compter de l’achat"}, {"fr", "un achat", "à compter d’un achat"},
		{"de", "", "ab „end of the lease“"}, {"fr", "", "à compter de l’événement «\u00a0end of the lease\u00a0»"},
		{"fr", "l’achat", "à compter de l’achat"}, {"fr", "mise au rebut", "à compter de l’événement «\u00a0mise au rebut\u00a0»"},
	} {
		text := register.Text{"en": "end of the lease"}
		if test.name != "" {
			text[test.language] = test.name
		}
		rule := register.RetentionRule{Period: "P1Y", StartsAt: []register.EventUse{{Text: text}}}
		if got := words.In(test.language).Rule(view, &rule); !strings.HasSuffix(got, " "+test.following) {
			t.Errorf("%s: %q, want %q", test.name, got, test.following)
		}
	}
}
