package notice

import (
	"slices"
	"strings"
)

// mention is a place where a text names somebody.
type mention struct {
	alias       *alias
	first, last int // words[first:last]
	block       int
	heading     bool
	link        bool // in an address on the internet only
}

// mentions are those of a text, by party, in the order of the text.
type mentions struct {
	of map[string][]mention
	// in are those whom a block names.
	in map[int][]string
}

// named returns the mentions of a party by its name, not in links, nor with no
// more than how the name begins.
func (m *mentions) named(party string) []mention {
	var all []mention
	for _, x := range m.of[party] {
		if !x.link && !x.alias.short {
			all = append(all, x)
		}
	}
	return all
}

// words tells which words of a page are names of somebody.
func (m *mentions) words(p *page) []bool {
	taken := make([]bool, len(p.words))
	for _, all := range m.of {
		for _, x := range all {
			for i := x.first; i < x.last && !x.alias.group; i++ {
				taken[i] = true
			}
		}
	}
	return taken
}

// find finds all names in a page. Of names that overlap the longest counts, but
// "subcontractors of PostNL" names PostNL too.
func (a *aliases) find(p *page) *mentions {
	m := &mentions{of: make(map[string][]mention), in: make(map[int][]string)}
	for i := 0; i < len(p.words); {
		i += max(1, a.findAt(p, i, m))
	}
	return m
}

// findAt finds the names that begin with a word, and returns how many words the
// longest has that is the name of somebody.
func (a *aliases) findAt(p *page, i int, m *mentions) int {
	var best []alias
	length := 0
	key := ""
	for n := 1; n <= a.most+1 && i+n <= len(p.words); n++ {
		if n > 1 && !joins(p.text[p.words[i+n-2].to:p.words[i+n-1].from]) {
			break
		}
		if key += p.words[i+n-1].folded; len(key) > a.size+1 {
			break
		}
		for _, x := range a.lookup(key) {
			if n > x.most+breaks(p, i, n) || x.cased && !p.words[i].upper && !p.words[i].link {
				continue
			}
			if x.group {
				m.add(p, x, i, n)
				continue
			}
			if n > length {
				best, length = best[:0], n
			}
			best = append(best, x)
		}
	}
	for _, x := range best {
		m.add(p, x, i, length)
	}
	return length
}

// lookup returns the aliases that a word form may stand for: the name, or its
// genitive or plural, which end in s.
func (a *aliases) lookup(key string) []alias {
	if all := a.byKey[key]; len(all) > 0 {
		return all
	}
	if short, ok := strings.CutSuffix(key, "s"); ok {
		return a.byKey[short]
	}
	return nil
}

func (m *mentions) add(p *page, x alias, i, n int) {
	w := &p.words[i]
	m.of[x.party] = append(m.of[x.party], mention{
		alias: &x, first: i, last: i + n, block: w.block, link: w.link,
		heading: len(p.blocks) > 0 && p.blocks[w.block].kind == heading,
	})
	if !x.group && !x.short && x.party != "" && !slices.Contains(m.in[w.block], x.party) {
		m.in[w.block] = append(m.in[w.block], x.party)
	}
}

// joins reports whether what stands between two words lets them be one name: a
// space, also at the end of a line, a hyphen, an ampersand, a point without a
// space after it.
func joins(between string) bool {
	lines := 0
	for i, r := range between {
		switch {
		case r == '\n':
			lines++
		case r == '.':
			if i+1 < len(between) {
				return false
			}
		case r == ' ', r == '\t', r == '\r', r == 0xa0, r == 0x202f, r == '&', r == '+', r == '*', r == '_', isHyphen(r), isApostrophe(r), isHidden(r):
		default:
			return false
		}
	}
	return lines < 2
}

// breaks counts the words that a hyphen at the end of a line breaks.
func breaks(p *page, i, n int) int {
	count := 0
	for k := i + 1; k < i+n; k++ {
		between := p.text[p.words[k-1].to:p.words[k].from]
		if strings.HasPrefix(between, "-") && strings.Contains(between, "\n") {
			count++
		}
	}
	return count
}

// onlyHeading reports whether a party is named in headings only, and what stands
// below these is not about it: a text below a heading that names none of those
// in the heading is about all of them, as in "Mollie: this party handles …".
func (c *check) onlyHeading(named []mention) bool {
	for _, x := range named {
		if !x.heading {
			return false
		}
		if c.aboutAll(x.block) {
			return false
		}
	}
	return true
}

// aboutAll reports whether there is text below a heading, and it names none of
// those whom the heading names.
func (c *check) aboutAll(h int) bool {
	from, to := c.page.section(h)
	text := false
	for b := from; b < to; b++ {
		if c.page.blocks[b].kind == heading {
			continue
		}
		text = true
		for _, party := range c.mentions.in[b] {
			if slices.Contains(c.mentions.in[h], party) {
				return false
			}
		}
	}
	return text
}
