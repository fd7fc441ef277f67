package words

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register/value"
)

// since puts an event into the form that its name has after "from" in the
// language: à compter de la fin du contrat. The name begins with or without an
// article; it is quoted where it is of another language.
func (w Words) since(name string, of value.Text) string {
	_, own := of[w.language]
	switch {
	case w.language == "de" && own:
		return dative(name)
	case w.language == "de":
		return "„" + name + "“"
	case w.language == "fr" && own:
		return withDe(name)
	case w.language == "fr":
		return quotedEvent(name)
	}
	return name
}

// dativeArticles are the German articles as they are after ab.
var dativeArticles = map[string]string{
	"der": "dem", "die": "der", "das": "dem", "ein": "einem", "eine": "einer",
}

// dative puts a German name into the dative, as far as that shows before its
// noun: letzter Kontakt is letztem Kontakt, die letzte Änderung is der letzten
// Änderung.
func dative(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	if article, ok := dativeArticles[first]; ok {
		if adjective, noun, ok := strings.Cut(rest, " "); ok && isAdjective(adjective) {
			rest = strings.TrimRight(adjective, "rs") + "n " + noun
		}
		return article + " " + rest
	}
	if !isAdjective(first) || rest == "" {
		return s
	}
	switch stem := first[:len(first)-1]; first[len(first)-1] {
	case 'e':
		return first + "r " + rest
	default:
		return stem + "m " + rest
	}
}

// isAdjective reports whether a German word looks like an adjective before a
// noun: nouns have a capital.
func isAdjective(word string) bool {
	return word == strings.ToLower(word) &&
		(strings.HasSuffix(word, "te") || strings.HasSuffix(word, "ter") || strings.HasSuffix(word, "tes"))
}

// feminine and masculine are French words that names of events begin with.
var (
	feminine = []string{
		"clôture", "collecte", "commande", "conclusion", "date", "dernière", "fermeture", "fin", "finalité", "livraison",
		"majorité", "première", "publication", "réalisation", "réception", "remise", "résiliation", "rupture",
		"signature", "suppression", "vente", "visite",
	}
	masculine = []string{
		"décès", "départ", "dernier", "jour", "paiement", "premier", "refus", "règlement", "rejet", "retrait", "traitement", "versement",
	}
)

// withDe puts de before a French name of an event: de la fin, du retrait, de
// l’achat. A name that cannot be told from its first word is quoted.
func withDe(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	switch {
	case first == "le":
		return "du " + rest
	case first == "les":
		return "des " + rest
	case slices.Contains([]string{"la", "un", "une", "ce", "cette"}, first), strings.HasPrefix(s, "l’"), strings.HasPrefix(s, "l'"):
		if strings.HasPrefix(first, "u") {
			return "d’" + s
		}
		return "de " + s
	case slices.Contains(feminine, first):
		return "de la " + s
	case slices.Contains(masculine, first):
		return "du " + s
	case strings.ContainsRune("aeiouyéèêàâîôû", firstLetter(s)):
		return "de l’" + s
	}
	return quotedEvent(s)
}

func quotedEvent(s string) string { return "de l’événement «\u00a0" + s + "\u00a0»" }

func firstLetter(s string) rune {
	for _, r := range s {
		return r
	}
	return ' '
}
