package words_test

import (
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

func TestRuleInWords(t *testing.T) {
	view, _ := register.Resolve(nil, nil, nil)
	events := []register.EventUse{{Event: "order-completed"}, {Text: register.Text{"en": "the last visit", "nl": "het laatste bezoek"}}}
	for _, test := range []struct {
		rule   register.RetentionRule
		en, nl string
	}{
		{register.RetentionRule{Period: "P7Y", StartsAt: events[:0:0], Action: register.RetentionActionErase},
			"7 years, then erased", "7 jaar, daarna gewist"},
		{register.RetentionRule{Period: "P1Y6M", Limit: register.LimitAtMost, StartsAt: events[:1], Action: register.RetentionActionAnonymise},
			"at most 1 year, 6 months from the completion of the order, then anonymised",
			"ten hoogste 1 jaar, 6 maanden na afronding van de bestelling, daarna geanonimiseerd"},
		{register.RetentionRule{Period: "P4W", Limit: register.LimitAtLeast, StartsAt: events, Whichever: register.WhicheverLast},
			"at least 4 weeks from the completion of the order or the last visit (whichever comes last)",
			"ten minste 4 weken na afronding van de bestelling of het laatste bezoek (wat het laatst komt)"},
		{register.RetentionRule{Period: "P1D", Action: register.RetentionActionArchive}, "1 day, then archived", "1 dag, daarna gearchiveerd"},
		{register.RetentionRule{Period: "P0D"}, "no time", "geen tijd"},
		{register.RetentionRule{Criterion: register.Text{"en": "until they stop", "nl": "tot zij stoppen"}}, "until they stop", "tot zij stoppen"},
		{register.RetentionRule{Indefinite: register.Yes, Reason: register.Text{"en": "research", "nl": "onderzoek"}},
			"without limit (research)", "onbeperkt (onderzoek)"},
		{register.RetentionRule{ID: "bare"}, "bare", "bare"},
	} {
		for language, want := range map[register.Language]string{"en": test.en, "nl": test.nl} {
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
		area   register.Area
		en, nl string
	}{
		{"US", "United States", "Verenigde Staten"}, {"EEA", "the EEA", "de EER"}, {"EU", "the EU", "de EU"}, {"NL", "Netherlands", "Nederland"},
	} {
		if got := words.In("en").Area(test.area); got != test.en {
			t.Errorf("%s: %q, want %q", test.area, got, test.en)
		}
		if got := words.In("nl").Area(test.area); got != test.nl {
			t.Errorf("%s: %q, want %q", test.area, got, test.nl)
		}
	}
}
