package notice

import (
	"strings"

	"github.com/openropa/ropa/register/value"
)

// wording is how a text may speak of something, by language. A pattern is a row
// of words; "wis*", "*termijn" and "*overdraagbaar*" stand for words that begin or
// end so, or have it in them, "~" for up to eight words, "_" for one. Words follow
// each other within a block.
type wording map[value.Language][]string

// found is where a pattern matches: words[first:last].
type found struct{ first, last int }

// find returns the words with which a page says one of some patterns, "" for
// none.
func (p *page) find(patterns []string) string {
	for _, f := range p.all(patterns, 1) {
		return p.quote(f)
	}
	return ""
}

// quote returns some words as they stand in the text, on one line.
func (p *page) quote(f found) string {
	return strings.Join(strings.Fields(p.text[p.words[f.first].from:p.words[f.last-1].to]), " ")
}

// all returns where some patterns match, at most so many.
func (p *page) all(patterns []string, most int) []found {
	var all []found
	for _, pattern := range patterns {
		parts := strings.Fields(pattern)
		for i := range p.words {
			if last := p.match(parts, i); last > 0 {
				if all = append(all, found{i, last}); len(all) == most {
					return all
				}
			}
		}
	}
	return all
}

// match returns the end of the words from i on that match, 0 for none.
func (p *page) match(parts []string, i int) int {
	if len(parts) == 0 {
		return i
	}
	if parts[0] == "~" {
		for skip := 0; skip <= 8 && i+skip < len(p.words); skip++ {
			if last := p.match(parts[1:], i+skip); last > 0 {
				return last
			}
		}
		return 0
	}
	if i >= len(p.words) || p.words[i].link || !like(p.words[i].folded, parts[0]) {
		return 0
	}
	last := p.match(parts[1:], i+1)
	if last > 0 && p.words[last-1].block != p.words[i].block {
		return 0
	}
	return last
}

// like reports whether a word fits a part of a pattern.
func like(word, part string) bool {
	before, after, star := strings.Cut(part, "*")
	if !star {
		return word == part || part == "_"
	}
	if middle, both := strings.CutSuffix(after, "*"); both && before == "" {
		return strings.Contains(word, middle)
	}
	return len(word) >= len(before)+len(after) && strings.HasPrefix(word, before) && strings.HasSuffix(word, after)
}

// pageOf makes a page of a few words.
func pageOf(s string) *page {
	p := &page{text: s, source: s, blocks: []block{{to: len(s)}}}
	p.finish()
	return p
}

// common are words that nearly every sentence of a language has one of.
var common = map[value.Language]map[string]bool{
	"nl": setOf("de het een van en wij we je jij jouw uw u zijn worden wordt voor met niet dat deze dit aan op te bij ook gegevens"),
	"en": setOf("the a an of and we you your our are is be to for with not that this these those will may or by from data"),
}

// languages returns the languages in which a text is written: those of which it
// has the common words, and a fifth at least of the words of the one it has most.
func (p *page) languages() []value.Language {
	counts := make(map[value.Language]int)
	for i := range p.words {
		for l, words := range common {
			if words[p.words[i].folded] {
				counts[l]++
			}
		}
	}
	var all []value.Language
	for _, l := range []value.Language{"nl", "en"} {
		if n := counts[l]; n > 0 && n*20 >= len(p.words) && n*5 >= max(counts["nl"], counts["en"]) {
			all = append(all, l)
		}
	}
	return all
}

// says reports whether the text says something.
func (c *check) says(w wording) bool {
	for _, l := range c.languages {
		if len(c.page.all(w[l], 1)) > 0 {
			return true
		}
	}
	return false
}

// tells reports whether the text says something where it speaks of rights: the
// block itself, its heading or what introduces the list has a word such as
// "right", "may" or "request".
func (c *check) tells(w wording) bool {
	for _, l := range c.languages {
		last := -1
		for _, f := range c.page.all(w[l], 1000) {
			b := c.page.words[f.first].block
			if b != last && c.aboutRights(b, l) {
				return true
			}
			last = b
		}
	}
	return false
}

var ofRights = map[value.Language][]string{
	"nl": {"recht*", "*recht", "*rechten", "verzoek*", "kun", "kunt", "kan", "mag", "vragen", "vraagt"},
	"en": {"right*", "request*", "may", "ask*", "entitled", "can"},
}

func (c *check) aboutRights(b int, l value.Language) bool {
	blocks := []int{b, c.page.headingOf(b)}
	if c.page.blocks[b].kind == item {
		for n := b; n >= 0; n-- {
			if c.page.blocks[n].kind != item {
				blocks = append(blocks, n)
				break
			}
		}
	}
	for _, n := range blocks {
		if n < 0 {
			continue
		}
		for i := c.page.blocks[n].first; i < c.page.blocks[n].last; i++ {
			for _, part := range ofRights[l] {
				if like(c.page.words[i].folded, part) {
					return true
				}
			}
		}
	}
	return false
}
