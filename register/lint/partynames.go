package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openropa/ropa/register"
)

// partyNames are the names of the parties of a register, by their first word,
// so that a text is read once for all of them.
type partyNames struct {
	by    map[string][]partyName
	lower bool // one begins with a small letter
}

type partyName struct {
	words []string
	party string
}

// shortestName keeps abbreviations out that are words too.
const shortestName = 4

func newPartyNames(p *pass) *partyNames {
	n := &partyNames{by: make(map[string][]partyName)}
	for _, x := range p.view.Register().Parties {
		if x == nil || !isOne(x.Kind, "", register.PartyKindOrganisation, register.PartyKindInternationalOrganisation) {
			continue // authorities and categories have names that are common words
		}
		for _, name := range x.Name {
			n.add(name, x.ID)
		}
		for _, name := range x.OtherNames {
			n.add(name, x.ID)
		}
	}
	return n
}

func (n *partyNames) add(name, party string) {
	var words []string
	for rest := name; ; {
		word, after := wordIn(rest)
		if word == "" {
			break
		}
		words, rest = append(words, word), after
	}
	if len(words) == 0 || utf8.RuneCountInString(name) < shortestName {
		return
	}
	if !capital(words[0]) {
		n.lower = true
	}
	n.by[words[0]] = append(n.by[words[0]], partyName{words, party})
}

// find calls a function for each party that a text names, in whole words. The
// case of the first word counts: Post is a company, post is mail.
func (n *partyNames) find(text string, found func(party string)) {
	if len(n.by) == 0 {
		return
	}
	for {
		word, after := wordIn(text)
		if word == "" {
			return
		}
		text = after
		if !n.lower && !capital(word) {
			continue
		}
		for _, name := range n.by[word] {
			if continues(after, name.words[1:]) {
				found(name.party)
			}
		}
	}
}

// continues reports whether a text goes on with some words, whatever their case.
func continues(text string, words []string) bool {
	for _, want := range words {
		word, after := wordIn(text)
		if !strings.EqualFold(word, want) {
			return false
		}
		text = after
	}
	return true
}

// wordIn returns the next word of letters and digits and what comes after.
func wordIn(text string) (word, after string) {
	start := strings.IndexFunc(text, inWord)
	if start < 0 {
		return "", ""
	}
	end := strings.IndexFunc(text[start:], func(r rune) bool { return !inWord(r) })
	if end < 0 {
		return text[start:], ""
	}
	return text[start : start+end], text[start+end:]
}

func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsLower(r)
}
