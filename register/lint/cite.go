package lint

import (
	"regexp"
	"strings"

	"github.com/openropa/ropa/register/value"
)

// Cite returns a provision as lawyers write it in a language: Art. 30(1)(b) GDPR
// is art. 30 lid 1 onder b AVG in Dutch, and Art. 4(7)-(10) GDPR is Art. 4(7) to
// (10) GDPR in English. A case of the Court of Justice of the European Union says
// that it is one. A finding and a rule name their articles in English with hyphens,
// which is what programs read.
func Cite(article string, language value.Language) string {
	primary, _, _ := strings.Cut(string(language), "-")
	if primary != "nl" {
		return courtCase.ReplaceAllString(ranged(article, " to "), "CJEU $0")
	}
	rest, isArticle := strings.CutPrefix(ranged(article, " tot en met "), "Art. ")
	if !isArticle {
		return courtCase.ReplaceAllString(dutchWords.Replace(rest), "HvJ EU $0")
	}
	paragraph := " lid "
	if definition.MatchString(rest) { // Art. 4 GDPR has points, not paragraphs
		paragraph = " onder "
	}
	rest = strings.ReplaceAll(rest, ") tot en met (", " tot en met ") // under one word
	rest = numbered.ReplaceAllString(rest, paragraph+"$1")
	rest = lettered.ReplaceAllString(rest, " onder $1")
	return "art. " + dutchWords.Replace(strings.ReplaceAll(rest, ",  ", ", "))
}

// ranged puts words between the ends of a range: of articles, or of their parts.
func ranged(article, to string) string {
	return ofParts.ReplaceAllString(ofArticles.ReplaceAllString(article, "$1"+to+"$2"), ")"+to+"(")
}

// CiteAll joins provisions in a language.
func CiteAll(articles []string, language value.Language) string {
	all := make([]string, len(articles))
	for i, a := range articles {
		all[i] = Cite(a, language)
	}
	return strings.Join(all, ", ")
}

var (
	definition = regexp.MustCompile(`^4\(.* GDPR$`)
	numbered   = regexp.MustCompile(`\((\d+(?: tot en met \d+)?)\)`)
	lettered   = regexp.MustCompile(`\(([a-z](?: tot en met [a-z])?)\)`)
	ofArticles = regexp.MustCompile(`^(Art\. \d+)-(\d+)\b`)
	ofParts    = regexp.MustCompile(`\)-\(`)
	courtCase  = regexp.MustCompile(`^[CT]-\d+/\d+`)
	dutchWords = strings.NewReplacer("GDPR", "AVG", "Recital ", "overweging ", "ePrivacy Directive", "e-privacyrichtlijn",
		", second subparagraph", ", tweede alinea", "Decision ", "Besluit ", "Directive ", "Richtlijn ", "Regulation ", "Verordening ")
)
