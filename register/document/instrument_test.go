package document

import (
	"testing"

	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

func TestInstrument(t *testing.T) {
	for _, test := range []struct {
		language   value.Language
		name, want string
	}{
		{"en", "Implementing Decision (EU) 2021/914", "Implementing Decision (EU) 2021/914"},
		{"nl", "Implementing Decision (EU) 2021/914", "Uitvoeringsbesluit (EU) 2021/914"},
		{"de", "Implementing Decision (EU) 2021/914", "Durchführungsbeschluss (EU) 2021/914"},
		{"fr", "Implementing Decision (EU) 2021/914", "décision d’exécution (UE) 2021/914"},
		{"nl", "Decision 2001/497/EC", "Beschikking 2001/497/EG"},
		{"nl", "Decision 2010/87/EU", "Besluit 2010/87/EU"},
		{"de", "2000/518/EC", "2000/518/EG"},
		{"fr", "2010/625/EU", "2010/625/UE"},
		{"nl", "(EU) 2021/1772, renewed by C(2025) 8771", "(EU) 2021/1772, verlengd bij C(2025) 8771"},
		{"nl", "Trade and Cooperation Agreement, Art. FINPROV.10A", "handels- en samenwerkingsovereenkomst, art. FINPROV.10A"},
	} {
		b := &builder{o: Options{Language: test.language}, words: words.In(test.language)}
		if got := b.instrument(test.name); got != test.want {
			t.Errorf("instrument(%q) in %s: %q, want %q", test.name, test.language, got, test.want)
		}
	}
}
