package pdf

import (
	"strings"

	"github.com/openropa/ropa/register/value"
)

// phrases are the few words that the format adds to a document.
type phrases struct{ contents, lost string }

// wordsIn are the phrases in a language, in English where there are none.
func wordsIn(l value.Language) phrases {
	base, _, _ := strings.Cut(string(l), "-")
	switch strings.ToLower(base) {
	case "nl":
		return phrases{"Inhoud", "Het teken □ staat voor tekens die het lettertype van dit document niet heeft:"}
	case "de":
		return phrases{"Inhalt", "Das Zeichen □ steht für Zeichen, die der Schrift dieses Dokuments fehlen:"}
	case "fr":
		return phrases{"Sommaire", "Le signe □ remplace des caractères absents de la police de ce document :"}
	case "pl":
		return phrases{"Spis treści", "Znak □ zastępuje znaki, których nie ma krój pisma tego dokumentu:"}
	case "el":
		return phrases{"Περιεχόμενα", "Το σύμβολο □ αντικαθιστά χαρακτήρες που λείπουν από τη γραμματοσειρά του εγγράφου:"}
	case "bg":
		return phrases{"Съдържание", "Знакът □ замества знаци, които липсват в шрифта на този документ:"}
	case "es":
		return phrases{"Índice", "El signo □ sustituye caracteres que faltan en la fuente de este documento:"}
	case "it":
		return phrases{"Indice", "Il segno □ sostituisce caratteri che mancano nel font di questo documento:"}
	}
	return phrases{"Contents", "The sign □ stands for characters that the typeface of this document lacks:"}
}
