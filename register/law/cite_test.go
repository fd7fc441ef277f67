package law_test

import (
	"testing"

	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// A provision is cited as lawyers of each language do.
func TestCite(t *testing.T) {
	for article, want := range map[string][4]string{
		"Art. 30(1)(b) GDPR":                                {"Art. 30(1)(b) GDPR", "art. 30 lid 1 onder b AVG", "Art. 30 Abs. 1 lit. b DSGVO", "art. 30.1.b du RGPD"},
		"Art. 4(7)-(10) GDPR":                               {"Art. 4(7) to (10) GDPR", "art. 4 onder 7 tot en met 10 AVG", "Art. 4 Nr. 7 bis 10 DSGVO", "art. 4.7 à 10 du RGPD"},
		"Art. 4(1), 4(5) GDPR":                              {"Art. 4(1), 4(5) GDPR", "art. 4 onder 1, 4 onder 5 AVG", "Art. 4 Nr. 1, 4 Nr. 5 DSGVO", "art. 4.1, 4.5 du RGPD"},
		"Art. 4(11)":                                        {"Art. 4(11)", "art. 4 onder 11", "Art. 4 Nr. 11", "art. 4.11"},
		"Art. 4(1) UAVG":                                    {"Art. 4(1) UAVG", "art. 4 lid 1 UAVG", "Art. 4 Abs. 1 UAVG", "art. 4.1 UAVG"},
		"Art. 15-20 GDPR":                                   {"Art. 15 to 20 GDPR", "art. 15 tot en met 20 AVG", "Art. 15 bis 20 DSGVO", "art. 15 à 20 du RGPD"},
		"Art. 22-30 UAVG":                                   {"Art. 22 to 30 UAVG", "art. 22 tot en met 30 UAVG", "Art. 22 bis 30 UAVG", "art. 22 à 30 UAVG"},
		"Art. 30(1)(a)-(g) GDPR":                            {"Art. 30(1)(a) to (g) GDPR", "art. 30 lid 1 onder a tot en met g AVG", "Art. 30 Abs. 1 lit. a bis g DSGVO", "art. 30.1.a à g du RGPD"},
		"Art. 46(2)(c), (d)":                                {"Art. 46(2)(c), (d)", "art. 46 lid 2 onder c, onder d", "Art. 46 Abs. 2 lit. c, lit. d", "art. 46.2.c, d"},
		"Art. 49(1), (6) GDPR":                              {"Art. 49(1), (6) GDPR", "art. 49 lid 1, lid 6 AVG", "Art. 49 Abs. 1, Abs. 6 DSGVO", "art. 49.1, 6 du RGPD"},
		"Art. 6(1)(ea) UK GDPR":                             {"Art. 6(1)(ea) UK GDPR", "art. 6 lid 1 onder ea UK GDPR", "Art. 6 Abs. 1 lit. ea UK GDPR", "art. 6.1.ea du UK GDPR"},
		"Art. 6(1) GDPR, second subparagraph":               {"Art. 6(1) GDPR, second subparagraph", "art. 6 lid 1 AVG, tweede alinea", "Art. 6 Abs. 1 UAbs. 2 DSGVO", "art. 6.1 du RGPD, deuxième alinéa"},
		"Art. 49(1), second subparagraph":                   {"Art. 49(1), second subparagraph", "art. 49 lid 1, tweede alinea", "Art. 49 Abs. 1 UAbs. 2", "art. 49.1, deuxième alinéa"},
		"Art. 11.7a Tw":                                     {"Art. 11.7a Tw", "art. 11.7a Tw", "Art. 11.7a Tw", "art. 11.7a Tw"},
		"Art. 5(3) ePrivacy Directive":                      {"Art. 5(3) ePrivacy Directive", "art. 5 lid 3 e-privacyrichtlijn", "Art. 5 Abs. 3 ePrivacy-Richtlinie", "art. 5.3 de la directive ePrivacy"},
		"Recital 32 GDPR":                                   {"Recital 32 GDPR", "overweging 32 AVG", "Erwägungsgrund 32 DSGVO", "considérant 32 du RGPD"},
		"C-252/21":                                          {"CJEU C-252/21", "HvJ EU C-252/21", "EuGH C-252/21", "CJUE C-252/21"},
		"Decision (EU) 2021/914":                            {"Decision (EU) 2021/914", "Besluit (EU) 2021/914", "Beschluss (EU) 2021/914", "décision (UE) 2021/914"},
		"Implementing Decision (EU) 2021/914":               {"Implementing Decision (EU) 2021/914", "Uitvoeringsbesluit (EU) 2021/914", "Durchführungsbeschluss (EU) 2021/914", "décision d’exécution (UE) 2021/914"},
		"Decision 2001/497/EC":                              {"Decision 2001/497/EC", "Beschikking 2001/497/EG", "Entscheidung 2001/497/EG", "décision 2001/497/CE"},
		"Decision 2010/87/EU":                               {"Decision 2010/87/EU", "Besluit 2010/87/EU", "Beschluss 2010/87/EU", "décision 2010/87/UE"},
		"2000/518/EC":                                       {"2000/518/EC", "2000/518/EG", "2000/518/EG", "2000/518/CE"},
		"Art. 63c Implementing Regulation (EU) 282/2011":    {"Art. 63c Implementing Regulation (EU) 282/2011", "art. 63c Uitvoeringsverordening (EU) 282/2011", "Art. 63c Durchführungsverordnung (EU) 282/2011", "art. 63c règlement d’exécution (UE) 282/2011"},
		"(EU) 2021/1772, renewed by C(2025) 8771":           {"(EU) 2021/1772, renewed by C(2025) 8771", "(EU) 2021/1772, verlengd bij C(2025) 8771", "(EU) 2021/1772, verlängert durch C(2025) 8771", "(UE) 2021/1772, renouvelée par C(2025) 8771"},
		"Trade and Cooperation Agreement, Art. FINPROV.10A": {"Trade and Cooperation Agreement, Art. FINPROV.10A", "handels- en samenwerkingsovereenkomst, art. FINPROV.10A", "Abkommen über Handel und Zusammenarbeit, Art. FINPROV.10A", "accord de commerce et de coopération, art. FINPROV.10A"},
		"GDPR":                            {"GDPR", "AVG", "DSGVO", "RGPD"},
		"UK GDPR":                         {"UK GDPR", "UK GDPR", "UK GDPR", "UK GDPR"},
		"ePrivacy Directive":              {"ePrivacy Directive", "e-privacyrichtlijn", "ePrivacy-Richtlinie", "directive ePrivacy"},
		"Regulation (EU) 2016/679 (GDPR)": {"Regulation (EU) 2016/679 (GDPR)", "Verordening (EU) 2016/679 (AVG)", "Verordnung (EU) 2016/679 (DSGVO)", "règlement (UE) 2016/679 (RGPD)"},
		"our own policy, C-1/20":          {"our own policy, C-1/20", "our own policy, C-1/20", "our own policy, C-1/20", "our own policy, C-1/20"},
		"":                                {},
	} {
		for i, language := range []value.Language{"en", "nl-BE", "de", "fr"} {
			if got := law.Cite(article, language); got != want[i] {
				t.Errorf("%s in %s: %q, want %q", article, language, got, want[i])
			}
		}
	}
	if got := law.CiteAll([]string{"Art. 13 GDPR", "C-252/21"}, "nl"); got != "art. 13 AVG, HvJ EU C-252/21" {
		t.Errorf("two together: %q", got)
	}
}
