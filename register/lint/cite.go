package lint

import (
	"regexp"
	"strings"

	"github.com/openropa/ropa/register/value"
)

// Cite returns a provision as lawyers write it in a language: Art. 30(1)(b) GDPR
// is art. 30 lid 1 onder b AVG in Dutch. A finding and a rule name their articles
// in English, which is what programs read.
func Cite(article string, language value.Language) string {
	if primary, _, _ := strings.Cut(string(language), "-"); primary != "nl" {
		return article
	}
	rest, isArticle := strings.CutPrefix(article, "Art. ")
	if !isArticle {
		return dutchWords.Replace(article)
	}
	paragraph := " lid "
	if definition.MatchString(rest) { // Art. 4 GDPR has points, not paragraphs
		paragraph = " punt "
	}
	rest = strings.ReplaceAll(rest, ")-(", "-")
	rest = numbered.ReplaceAllString(rest, paragraph+"$1")
	rest = lettered.ReplaceAllString(rest, " onder $1")
	return "art. " + dutchWords.Replace(strings.ReplaceAll(rest, ",  ", ", "))
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
	numbered   = regexp.MustCompile(`\((\d+(?:-\d+)?)\)`)
	lettered   = regexp.MustCompile(`\(([a-z])\)`)
	dutchWords = strings.NewReplacer("GDPR", "AVG", "Recital ", "overweging ", "ePrivacy Directive", "e-privacyrichtlijn",
		", second subparagraph", ", tweede alinea", "Decision ", "Besluit ", "Directive ", "Richtlijn ", "Regulation ", "Verordening ")
)
