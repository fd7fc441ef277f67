package pdf

import (
	"strings"

	"github.com/openropa/ropa/register/value"
)

// lacking tells, in a language, that some characters are shown as □; in English
// where there are no words for it. Their list follows.
func lacking(l value.Language) string {
	switch base(l) {
	case "nl":
		return "Het teken □ staat voor tekens die het lettertype van dit document niet heeft:"
	case "de":
		return "Das Zeichen □ steht für Zeichen, die der Schrift dieses Dokuments fehlen:"
	case "fr":
		return "Le signe □ remplace des caractères absents de la police de ce document\u00a0:"
	case "pl":
		return "Znak □ zastępuje znaki, których nie ma krój pisma tego dokumentu:"
	case "el":
		return "Το σύμβολο □ αντικαθιστά χαρακτήρες που λείπουν από τη γραμματοσειρά του εγγράφου:"
	case "bg":
		return "Знакът □ замества знаци, които липсват в шрифта на този документ:"
	}
	return "The sign □ stands for characters that the typeface of this document lacks:"
}

// colon stands between a name and what is said of it; in French a space goes
// before it.
func colon(l value.Language) string {
	if base(l) == "fr" {
		return "\u00a0: "
	}
	return ": "
}

func base(l value.Language) string {
	first, _, _ := strings.Cut(string(l), "-")
	return strings.ToLower(first)
}
