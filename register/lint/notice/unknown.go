package notice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openropa/ropa/register/lint"
	"github.com/openropa/ropa/register/value"
)

// unknown looks for names that are those of companies by their form, such as
// "Example Hosting B.V.", and that the register does not know at all (NTC-010).
func (c *check) unknown() {
	seen := make(map[string]bool)
	for i := range c.page.words {
		if c.page.words[i].link || !c.isForm(i) {
			continue
		}
		first := c.nameBefore(i)
		if first < 0 {
			continue
		}
		name := strings.Join(strings.Fields(c.page.text[c.page.words[first].from:c.page.words[i-1].to]), " ")
		key := ""
		for _, w := range c.page.words[first:i] {
			key += w.folded
		}
		if seen[key] {
			continue
		}
		seen[key] = true
		c.reportAt(c.page.words[first].from, "NTC-010", lint.Hit{
			At: c.known.noticeAt(), Key: key, Args: map[string]value.Text{"name": {value.Undetermined: name}},
		})
	}
}

// isForm reports whether the form of a company begins with a word: BV, or the B
// of B.V.
func (c *check) isForm(i int) bool {
	w := &c.page.words[i]
	if text := c.page.text[w.from:w.to]; len(text) > 1 {
		return forms[text] && text != "SE" && text != "AS" && text != "UA" && text != "CV" // too often something else
	}
	if i+1 == len(c.page.words) {
		return false
	}
	next := &c.page.words[i+1]
	if gap := c.page.text[w.to:next.from]; gap != "." {
		return false
	}
	return forms[c.page.text[w.from:w.to]+c.page.text[next.from:next.to]] && next.to-next.from == 1
}

// nameBefore returns the first of the capitalised words that end before a word,
// at most five; -1 for none, or where the register knows one of them.
func (c *check) nameBefore(i int) int {
	first := -1
	for k := i - 1; k >= 0 && k >= i-5; k-- {
		between := c.page.text[c.page.words[k].to:c.page.words[k+1].from]
		if !joins(strings.TrimLeft(between, ",")) || strings.Contains(between, ",") && k != i-1 {
			break
		}
		r, _ := utf8.DecodeRuneInString(c.page.text[c.page.words[k].from:])
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) || c.page.words[k].block != c.page.words[i].block {
			break
		}
		if c.taken[k] {
			return -1
		}
		first = k
	}
	for first >= 0 && first < i-1 && isCommon(c.page.words[first].folded) {
		first++
	}
	if first >= 0 && isNumber(c.page.words[i-1].folded) { // 1000 AB is a postal code
		return -1
	}
	return first
}

// isCommon reports whether a word that begins a sentence is no part of a name.
func isCommon(word string) bool {
	return articles[word] || before[word] || common["nl"][word] || common["en"][word]
}

var before = setOf("bij door via naar uit onder tussen zoals onze ons by through our like such as via under")

func isNumber(word string) bool {
	return strings.Trim(word, "0123456789") == ""
}
