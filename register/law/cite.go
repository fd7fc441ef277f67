package law

import (
	"regexp"
	"strings"

	"github.com/openropa/ropa/register/value"
)

// Cite returns a provision as lawyers write it in English, Dutch, German or French:
// Art. 30(1)(b) GDPR is art. 30 lid 1 onder b AVG in Dutch, and Art. 4(7)-(10) GDPR is
// Art. 4(7) to (10) GDPR in English. A case of the Court of
// Justice of the European Union says that it is one, and acts of the Union have their
// names: Uitvoeringsbesluit (EU) 2021/914, 2000/518/EG. What is given is written in
// English with hyphens, as programs read it; what is not in that form is returned with
// the names of laws changed at most.
func Cite(article string, language value.Language) string {
	primary, _, _ := strings.Cut(string(language), "-")
	style, ok := citations[value.Language(primary)]
	if !ok {
		return courtCase.ReplaceAllString(ranged(article, " to "), "CJEU $0")
	}
	rest, isArticle := strings.CutPrefix(ranged(article, style.to), "Art. ")
	if !isArticle {
		return courtCase.ReplaceAllString(style.words.Replace(rest), style.court+" $0")
	}
	rest = strings.ReplaceAll(rest, ")"+style.to+"(", style.to) // under one word
	paragraph := style.paragraph
	if definition.MatchString(rest) {
		paragraph = style.definition
	}
	rest = numbered.ReplaceAllString(rest, paragraph)
	rest = lettered.ReplaceAllString(rest, style.letter)
	return style.article + style.tidy.Replace(style.words.Replace(rest))
}

// CiteAll joins provisions in a language by commas, each as [Cite] returns it; "" of none.
func CiteAll(articles []string, language value.Language) string {
	all := make([]string, len(articles))
	for i, a := range articles {
		all[i] = Cite(a, language)
	}
	return strings.Join(all, ", ")
}

// ranged puts words between the ends of a range: of articles, or of their parts.
func ranged(article, to string) string {
	return ofParts.ReplaceAllString(ofArticles.ReplaceAllString(article, "$1"+to+"$2"), ")"+to+"(")
}

// citation is how lawyers cite in a language.
type citation struct {
	// article goes before the number; paragraph, definition and letter are how what
	// stands in brackets in English is written.
	article, paragraph, definition, letter string
	// to stands between the ends of a range, court before the number of a case of the
	// Court of Justice of the European Union.
	to, court string
	// words are those of the laws; the longer of two that begin alike goes first. In
	// French a law after a provision is in the genitive. An act of before 2009 was a
	// beschikking in Dutch and an Entscheidung in German.
	words *strings.Replacer
	// tidy mends what follows a comma: Art. 46(2)(c), (d).
	tidy *strings.Replacer
}

var citations = map[value.Language]citation{
	"nl": {"art. ", " lid $1", " onder $1", " onder $1", " tot en met ", "HvJ EU",
		strings.NewReplacer("UK GDPR", "UK GDPR", "GDPR", "AVG", ", second subparagraph", ", tweede alinea",
			"Recital ", "overweging ", "ePrivacy Directive", "e-privacyrichtlijn",
			"Implementing Decision ", "Uitvoeringsbesluit ", "Decision 2001/", "Beschikking 2001/", "Decision 2004/", "Beschikking 2004/", "Decision ", "Besluit ",
			"Implementing Regulation ", "Uitvoeringsverordening ", "Regulation ", "Verordening ", "Directive ", "Richtlijn ",
			"/EC", "/EG", "renewed by", "verlengd bij", "prolonged", "verlengd", "Trade and Cooperation Agreement, Art. ", "handels- en samenwerkingsovereenkomst, art. "),
		strings.NewReplacer(",  ", ", ")},
	"de": {"Art. ", " Abs. $1", " Nr. $1", " lit. $1", " bis ", "EuGH",
		strings.NewReplacer("UK GDPR", "UK GDPR", " GDPR, second subparagraph", " UAbs. 2 DSGVO", "GDPR", "DSGVO", ", second subparagraph", " UAbs. 2",
			"Recital ", "Erwägungsgrund ", "ePrivacy Directive", "ePrivacy-Richtlinie",
			"Implementing Decision ", "Durchführungsbeschluss ", "Decision 2001/", "Entscheidung 2001/", "Decision 2004/", "Entscheidung 2004/", "Decision ", "Beschluss ",
			"Implementing Regulation ", "Durchführungsverordnung ", "Regulation ", "Verordnung ", "Directive ", "Richtlinie ",
			"/EC", "/EG", "renewed by", "verlängert durch", "prolonged", "verlängert", "Trade and Cooperation Agreement", "Abkommen über Handel und Zusammenarbeit"),
		strings.NewReplacer(",  ", ", ")},
	"fr": {"art. ", ".$1", ".$1", ".$1", " à ", "CJUE",
		strings.NewReplacer(" UK GDPR", " du UK GDPR", "UK GDPR", "UK GDPR", " GDPR", " du RGPD", "GDPR", "RGPD", ", second subparagraph", ", deuxième alinéa",
			"Recital ", "considérant ", " ePrivacy Directive", " de la directive ePrivacy", "ePrivacy Directive", "directive ePrivacy",
			"Implementing Decision ", "décision d’exécution ", "Decision ", "décision ",
			"Implementing Regulation ", "règlement d’exécution ", "Regulation ", "règlement ", "Directive ", "directive ",
			"/EC", "/CE", "/EU", "/UE", "(EU)", "(UE)", "renewed by", "renouvelée par", "prolonged", "prolongée", "Trade and Cooperation Agreement, Art. ", "accord de commerce et de coopération, art. "),
		strings.NewReplacer(", .", ", ")},
}

var (
	// definition: Art. 4 GDPR has points, not paragraphs.
	definition = regexp.MustCompile(`^4\([^\p{Lu}]*((UK )?GDPR.*)?$`)
	numbered   = regexp.MustCompile(`\((\d+(?: \pL[\pL ]* \d+)?)\)`)
	// lettered: Art. 6(1) of the UK GDPR has a point (ea).
	lettered   = regexp.MustCompile(`\(([a-z]{1,2}(?: \pL[\pL ]* [a-z]{1,2})?)\)`)
	ofArticles = regexp.MustCompile(`^(Art\. \d+)-(\d+)\b`)
	ofParts    = regexp.MustCompile(`\)-\(`)
	courtCase  = regexp.MustCompile(`^[CT]-\d+/\d+`)
)
