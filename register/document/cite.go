package document

import (
	"regexp"
	"strings"
	"sync"

	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

// cite returns a provision as lawyers write it in the language: Art. 6(1)(b) is
// art. 6 lid 1 onder b in Dutch.
func cite(article string, language value.Language) string {
	style, ok := citations[language]
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
	words     *strings.Replacer
	// tidy mends what follows a comma: Art. 46(2)(c), (d).
	tidy *strings.Replacer
}

var citations = map[value.Language]citation{
	"nl": {"art. ", " lid $1", " onder $1", " onder $1", " tot en met ", "HvJ EU",
		strings.NewReplacer("UK GDPR", "UK GDPR", "GDPR", "AVG", ", second subparagraph", ", tweede alinea", "Recital ", "overweging ", "ePrivacy Directive", "e-privacyrichtlijn"),
		strings.NewReplacer(",  ", ", ")},
	"de": {"Art. ", " Abs. $1", " Nr. $1", " lit. $1", " bis ", "EuGH",
		strings.NewReplacer("UK GDPR", "UK GDPR", "GDPR", "DSGVO", ", second subparagraph", " UAbs. 2", "Recital ", "Erwägungsgrund ", "ePrivacy Directive", "ePrivacy-Richtlinie"),
		strings.NewReplacer(",  ", ", ")},
	"fr": {"art. ", ".$1", ".$1", ".$1", " à ", "CJUE",
		strings.NewReplacer("UK GDPR", "du UK GDPR", "GDPR", "du RGPD", ", second subparagraph", ", deuxième alinéa", "Recital ", "considérant ", "ePrivacy Directive", "de la directive ePrivacy"),
		strings.NewReplacer(", .", ", ")},
}

// ofLaw is a text of the law data, in English where there is none in the
// language of the document.
func (b *builder) ofLaw(t value.Text) Inline {
	s, language := t.Find(b.o.Language, "en")
	if s == "" {
		return nil
	}
	run := Run{Text: s}
	if language != b.o.Language {
		run.Language = language
	}
	return Inline{run}
}

var (
	// definition: the paragraphs of Art. 4 are numbers.
	definition = regexp.MustCompile(`^4\(`)
	numbered   = regexp.MustCompile(`\((\d+(?: \pL[\pL ]* \d+)?)\)`)
	lettered   = regexp.MustCompile(`\(([a-z](?: \pL[\pL ]* [a-z])?)\)`)
	ofArticles = regexp.MustCompile(`^(Art\. \d+)-(\d+)\b`)
	ofParts    = regexp.MustCompile(`\)-\(`)
	courtCase  = regexp.MustCompile(`^[CT]-\d+/\d+`)
	// coded are values of the format that stand for a provision: 28-3-a, 49-1-2.
	coded = regexp.MustCompile(`^(\d+)(?:-(\d+)-(\w))?$`)
)

// value returns the words for a value of the format.
func (b *builder) value(v string) Inline {
	if s, ok := b.words.Find("value." + v); ok {
		return Text(s)
	}
	if code := "value." + v; has(code) {
		return b.label(code)
	}
	return Text(cite(provision(v), b.o.Language))
}

// provision turns the code of a provision into its citation.
func provision(v string) string {
	parts := coded.FindStringSubmatch(v)
	switch {
	case parts == nil:
		return v
	case parts[2] == "":
		return "Art. " + parts[1]
	case parts[3] == "2": // Art. 49(1), second subparagraph
		return "Art. " + parts[1] + "(" + parts[2] + "), second subparagraph"
	}
	return "Art. " + parts[1] + "(" + parts[2] + ")(" + parts[3] + ")"
}

// articles are where the bases, conditions and rights stand, by kind and word.
var articles = sync.OnceValue(func() map[string]string {
	all := make(map[string]string)
	for _, x := range law.Bases() {
		all["basis "+x.ID] = x.Article
	}
	for _, x := range law.Conditions() {
		all["condition "+x.ID] = x.Article
	}
	for _, x := range law.Rights() {
		all["right "+x.ID] = x.Article
	}
	return all
})

// withArticle is a value and where it stands in the law: contract (Art. 6(1)(b)).
func (b *builder) withArticle(kind, v string) Inline {
	text := b.value(v)
	if article := articles()[kind+" "+v]; article != "" {
		text = append(text, Run{Text: " (" + cite(article, b.o.Language) + ")", Style: Muted})
	}
	return text
}
