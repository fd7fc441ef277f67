package document

import (
	"strings"

	"github.com/openropa/ropa/register/value"
)

// instrument names a decision of the Commission in the language of the document: the
// law data have its English name, as in Implementing Decision (EU) 2021/914 or
// 2000/518/EC.
func (b *builder) instrument(name string) string {
	if words := instruments[b.o.Language]; words != nil {
		return words.Replace(name)
	}
	return name
}

// instruments are the words of such names; the longer of two that begin alike goes
// first. An act of before 2009 was a beschikking in Dutch and an Entscheidung in German.
var instruments = map[value.Language]*strings.Replacer{
	"nl": strings.NewReplacer("Implementing Decision ", "Uitvoeringsbesluit ", "Decision 2001/", "Beschikking 2001/", "Decision 2004/", "Beschikking 2004/", "Decision ", "Besluit ",
		"/EC", "/EG", "renewed by", "verlengd bij", "prolonged", "verlengd", "Trade and Cooperation Agreement, Art. ", "handels- en samenwerkingsovereenkomst, art. "),
	"de": strings.NewReplacer("Implementing Decision ", "Durchführungsbeschluss ", "Decision 2001/", "Entscheidung 2001/", "Decision 2004/", "Entscheidung 2004/", "Decision ", "Beschluss ",
		"/EC", "/EG", "renewed by", "verlängert durch", "prolonged", "verlängert", "Trade and Cooperation Agreement", "Abkommen über Handel und Zusammenarbeit"),
	"fr": strings.NewReplacer("Implementing Decision ", "décision d’exécution ", "Decision ", "décision ",
		"/EC", "/CE", "/EU", "/UE", "(EU)", "(UE)", "renewed by", "renouvelée par", "prolonged", "prolongée", "Trade and Cooperation Agreement, Art. ", "accord de commerce et de coopération, art. "),
}
