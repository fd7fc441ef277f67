package lint

import "strings"

// readElsewhere are fields that hold no content of the record: numbers, links.
var readElsewhere = map[string]bool{
	"version": true, "number": true, "count": true, "iri": true, "fides": true, "fingerprint": true,
	"url": true, "website": true, "confidentiality": true, "at": true, "schema": true,
}

// content are the texts that Art. 30 asks for, by object and field: a mere
// reference does not give them.
var content = map[string]bool{
	"PurposeUse.description": true, "Purpose.description": true, "RetentionRule.criterion": true, "EventUse.text": true,
	"MeasureUse.text": true, "Measure.name": true, "Measure.description": true, "OperationUse.text": true,
	"Transfer.safeguards": true, "TransferClaim.safeguards": true,
}

// tellsEnough is the length in bytes above which a text is taken to say something.
const tellsEnough = 80

func isShort(s string) bool { return 0 < len(s) && len(s) <= tellsEnough }

// isPlaceholder reports whether a text only stands where one has to come.
func isPlaceholder(s string) bool {
	if len(s) > 30 {
		return false
	}
	s = strings.Trim(s, " []<>()….:!?-_*#")
	if s == "" {
		return true
	}
	i := int(s[0]|0x20) - 'a'
	if i < 0 || i >= len(placeholders) {
		return false
	}
	for _, p := range placeholders[i] {
		if len(p) == len(s) && strings.EqualFold(p, s) {
			return true
		}
	}
	return false
}

// placeholders are by their first letter.
var placeholders = func() (all [26][]string) {
	for _, s := range []string{
		"tbd", "tba", "tbc", "to be determined", "to be defined", "to be decided", "to be completed", "to be confirmed", "to do", "todo", "fixme",
		"xxx", "xx", "unknown", "pending", "lorem ipsum", "placeholder", "n/a", "n.a", "not applicable",
		"n.t.b", "ntb", "nader te bepalen", "nog te bepalen", "nog in te vullen", "in te vullen", "invullen", "nog invullen", "n.n.b", "nnb",
		"nog niet bekend", "nog onbekend", "onbekend", "volgt", "volgt nog", "n.v.t", "nvt", "niet van toepassing",
	} {
		all[s[0]-'a'] = append(all[s[0]-'a'], s)
	}
	return all
}()

// referring are the words with which a text begins that only tells where to look.
var referring = []string{"see ", "refer to ", "as per ", "cf. ", "cf ", "zie ", "zoals in ", "conform ", "siehe ", "voir ", "http://", "https://", "www."}

// fewWords is how many words such a text has at most.
const fewWords = 8

// onlyRefers reports whether a text says nothing but where to look.
func onlyRefers(s string) bool {
	s = strings.TrimLeft(strings.TrimSpace(s), "(")
	if s == "" || !strings.ContainsRune("sSrRaAcCzZvVhHwW", rune(s[0])) {
		return false
	}
	lower := strings.ToLower(s)
	for _, w := range referring {
		if strings.HasPrefix(lower, w) && !strings.HasPrefix(lower, "see that ") {
			return len(strings.Fields(s)) <= fewWords
		}
	}
	return false
}
