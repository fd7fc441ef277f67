package cli

import (
	"fmt"

	"github.com/openropa/ropa/register/words"
)

// catalogue maps codes to words in English and Dutch.
type catalogue map[string][2]string

// catalogues are all the words that the command line says.
var catalogues = []catalogue{wordsOfUse, wordsOfFlags, wordsOfHelp, wordsOfAnswers, wordsOfShow, wordsOfStarter, wordsOfLaw, wordsOfLint, wordsOfDocument, wordsOfDiagram, wordsOfServe, wordsOfToken, wordsOfHistory, wordsOfTampering, wordsOfRemote}

// find returns the words of a code, and whether there are any.
func (a *app) find(code string) (string, bool) {
	for _, c := range catalogues {
		if pair, ok := c[code]; ok {
			if a.language == "nl" {
				return pair[1], true
			}
			return pair[0], true
		}
	}
	return a.words().Find(code)
}

// words are those of what a register says.
func (a *app) words() words.Words { return words.In(a.language) }

// say returns the words of a code with its arguments filled in. A code without
// words, which a test rules out, is said as it is.
func (a *app) say(code string, args ...any) string {
	sentence, ok := a.find(code)
	switch {
	case !ok:
		return code
	case len(args) == 0:
		return sentence
	}
	return fmt.Sprintf(sentence, args...)
}

// value returns the word for a value of the format such as processor; where
// there is none, the value itself.
func (a *app) value(v string) string { return a.words().Value(v) }

// count returns a number with its noun: 1 activity, 15 activities, no parties.
func (a *app) count(n int, noun string) string {
	switch n {
	case 0:
		return a.say("count.none", a.say("count."+noun+".many"))
	case 1:
		return "1 " + a.say("count."+noun+".one")
	}
	return fmt.Sprintf("%d %s", n, a.say("count."+noun+".many"))
}
