package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/openropa/ropa/register"
)

// partyNames are the names of the parties of a register as a tree of words, so
// that a text is read once for all of them.
type partyNames struct {
	by    map[string]*nameWord // by the first word as it is written
	lower bool                 // one begins with a small letter
}

// nameWord is a word of names: those that end with it, and how others go on.
type nameWord struct {
	parties []string
	next    map[string]*nameWord // by the word in lower case
}

// shortestName keeps abbreviations out that are words too.
const shortestName = 4

// mostWords is how many words of a name are looked for; no name has more that it
// would take to tell it from another.
const mostWords = 12

// mostBearers is how many parties of the same name are told apart.
const mostBearers = 20

func newPartyNames(p *pass) *partyNames {
	n := &partyNames{by: make(map[string]*nameWord)}
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
	first, rest := wordIn(name)
	if first == "" || utf8.RuneCountInString(name) < shortestName {
		return
	}
	if !capital(first) {
		n.lower = true
	}
	at := n.by[first]
	if at == nil {
		at = &nameWord{}
		n.by[first] = at
	}
	for range mostWords - 1 {
		word, after := wordIn(rest)
		if word == "" {
			break
		}
		rest = after
		at = at.below(strings.ToLower(word))
	}
	if k := len(at.parties); k == 0 || k < mostBearers && at.parties[k-1] != party {
		at.parties = append(at.parties, party)
	}
}

func (w *nameWord) below(word string) *nameWord {
	if w.next == nil {
		w.next = make(map[string]*nameWord)
	}
	x := w.next[word]
	if x == nil {
		x = &nameWord{}
		w.next[word] = x
	}
	return x
}

// find calls a function for each name in a text, in whole words, with those who
// bear it. The case of the first word counts: Post is a company, post is mail.
func (n *partyNames) find(text string, found func(name *nameWord)) {
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
		for at := n.by[word]; at != nil; {
			if len(at.parties) > 0 {
				found(at)
			}
			if len(at.next) == 0 {
				break
			}
			word, after = wordIn(after)
			at = at.next[strings.ToLower(word)]
		}
	}
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
