package document

import (
	"regexp"
	"sync"

	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

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

// coded are values of the format that stand for a provision: 28-3-a, 49-1-2.
var coded = regexp.MustCompile(`^(\d+)(?:-(\d+)-(\w))?$`)

// value returns the words for a value of the format.
func (b *builder) value(v string) Inline {
	if s, ok := b.words.Find("value." + v); ok {
		return Text(s)
	}
	if code := "value." + v; has(code) {
		return b.label(code)
	}
	return Text(law.Cite(provision(v), b.o.Language))
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
		text = append(text, Run{Text: " (" + law.Cite(article, b.o.Language) + ")", Style: Muted})
	}
	return text
}
