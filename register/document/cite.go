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
	rest, isArticle := strings.CutPrefix(article, "Art. ")
	if language != "nl" || !isArticle {
		return article
	}
	rest = numbered.ReplaceAllString(rest, " lid $1")
	rest = lettered.ReplaceAllString(rest, " onder $1")
	return "art. " + strings.ReplaceAll(strings.ReplaceAll(rest, "GDPR", "AVG"), ", second subparagraph", ", tweede alinea")
}

var (
	numbered = regexp.MustCompile(`\((\d+(?:-\d+)?)\)`)
	lettered = regexp.MustCompile(`\(([a-z])\)`)
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
