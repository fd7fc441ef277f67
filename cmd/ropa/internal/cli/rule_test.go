package cli

import (
	"testing"

	"github.com/openropa/ropa/register"
)

func TestRuleInWords(t *testing.T) {
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
			a := &app{language: language}
			if got := a.rule(a.builtIn(), &test.rule); got != want {
				t.Errorf("%s: %q, want %q", language, got, want)
			}
		}
	}
}

func TestLawsInWords(t *testing.T) {
	a := &app{language: "en"}
	got := a.laws([]register.LawRef{{ID: "nl-awr-52"}, {Cite: "§ 3 NDSG", Country: "DE"}, {Cite: "own rules"}, {ID: "unknown"}})
	if want := "art. 52 Algemene wet inzake rijksbelastingen, § 3 NDSG (DE), own rules, unknown"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestKindOf(t *testing.T) {
	for name, want := range map[string]register.Kind{
		"party": register.KindParties, "parties": register.KindParties, "data": register.KindDataCategories,
		"dataCategories": register.KindDataCategories, "dataCategory": register.KindDataCategories,
		"retention": register.KindRetentionRules, "retentionRules": register.KindRetentionRules, "subjects": register.KindDataSubjects,
	} {
		if got, err := kindOf(name); err != nil || got != want {
			t.Errorf("kindOf(%q) = %v, %v", name, got, err)
		}
	}
	for _, kind := range register.Kinds() {
		if got, err := kindOf(string(kind)); err != nil || got != kind {
			t.Errorf("kindOf(%q) = %v, %v", kind, got, err)
		}
	}
	if len(kindNames) != len(register.Kinds()) {
		t.Errorf("%d kinds have names, there are %d", len(kindNames), len(register.Kinds()))
	}
}

func TestAreaNames(t *testing.T) {
	for _, test := range []struct {
		area   register.Area
		en, nl string
	}{
		{"US", "United States", "Verenigde Staten"}, {"EEA", "the EEA", "de EER"}, {"EU", "the EU", "de EU"}, {"NL", "Netherlands", "Nederland"},
	} {
		if got := (&app{language: "en"}).area(test.area); got != test.en {
			t.Errorf("%s: %q, want %q", test.area, got, test.en)
		}
		if got := (&app{language: "nl"}).area(test.area); got != test.nl {
			t.Errorf("%s: %q, want %q", test.area, got, test.nl)
		}
	}
}
