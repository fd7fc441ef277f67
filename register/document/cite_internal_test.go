package document

import (
	"testing"

	"github.com/openropa/ropa/register/value"
)

// Ranges are written with a word in each language, and cases say of which court.
func TestCite(t *testing.T) {
	for article, want := range map[string][4]string{
		"Art. 4(7)-(10) GDPR":    {"Art. 4(7) to (10) GDPR", "art. 4 onder 7 tot en met 10 AVG", "Art. 4 Nr. 7 bis 10 DSGVO", "art. 4.7 à 10 du RGPD"},
		"Art. 15-20 GDPR":        {"Art. 15 to 20 GDPR", "art. 15 tot en met 20 AVG", "Art. 15 bis 20 DSGVO", "art. 15 à 20 du RGPD"},
		"Art. 30(1)(a)-(g) GDPR": {"Art. 30(1)(a) to (g) GDPR", "art. 30 lid 1 onder a tot en met g AVG", "Art. 30 Abs. 1 lit. a bis g DSGVO", "art. 30.1.a à g du RGPD"},
		"Art. 46(2)(c), (d)":     {"Art. 46(2)(c), (d)", "art. 46 lid 2 onder c, onder d", "Art. 46 Abs. 2 lit. c, lit. d", "art. 46.2.c, d"},
		"C-673/17":               {"CJEU C-673/17", "HvJ EU C-673/17", "EuGH C-673/17", "CJUE C-673/17"},
	} {
		for i, language := range []value.Language{"en", "nl", "de", "fr"} {
			if got := cite(article, language); got != want[i] {
				t.Errorf("%s in %s: %q, want %q", article, language, got, want[i])
			}
		}
	}
}
