package document

import "github.com/openropa/ropa/register/words"

// findingLabels are the words of the list of findings.
var findingLabels = map[string]words.Entry{
	"title.findings": {
		"What the register does not show", "Wat het register niet laat zien",
		"Was das Verzeichnis nicht zeigt", "Ce que le registre ne montre pas",
	},
	"findings.error":   {"Missing", "Ontbreekt", "Fehlt", "Manquant"},
	"findings.warning": {"Probably missing or wrong", "Ontbreekt waarschijnlijk of klopt niet", "Fehlt vermutlich oder ist fehlerhaft", "Probablement manquant ou erroné"},
	"findings.info":    {"Worth a look", "Het bekijken waard", "Hinweise", "À vérifier"},
	"about.accepted": {
		"The organisation accepts these findings for a time. They are not among the findings above until that time is over.",
		"De organisatie aanvaardt deze bevindingen voor een tijd. Zolang staan zij niet tussen de bevindingen hierboven.",
		"Die Organisation nimmt diese Feststellungen befristet hin. Bis zum Ablauf stehen sie nicht unter den Feststellungen oben.",
		"L’organisme accepte ces constats pour une durée limitée. Jusqu’à son terme, ils ne figurent pas parmi les constats ci-dessus.",
	},
}
