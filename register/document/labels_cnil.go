package document

import "github.com/openropa/ropa/register/words"

// cnilLabels are the words of the forms of the CNIL, beside the heads of their
// lines.
var cnilLabels = map[string]words.Entry{
	"layout.list": {"List of processing activities", "Lijst van verwerkingen", "Liste der Verarbeitungstätigkeiten", "Liste des traitements"},

	"cnil.type":       {"Kind", "Soort", "Art", "Type"},
	"cnil.detail":     {"Details", "Toelichting", "Erläuterung", "Précisions"},
	"cnil.safeguards": {"Kind of safeguards", "Soort waarborgen", "Art der Garantien", "Type de garanties"},
	"cnil.document":   {"Document", "Document", "Dokument", "Lien vers le document"},

	"cnil.no-joint": {"none listed", "geen genoemd", "keine genannt", "aucun mentionné"},

	"cnil.internal":  {"Internal department", "Interne afdeling", "Interne Stelle", "Service interne"},
	"cnil.processor": {"Processor", "Verwerker", "Auftragsverarbeiter", "Sous-traitant"},
	"cnil.abroad": {
		"Recipient in a third country or international organisation", "Ontvanger in een derde land of internationale organisatie",
		"Empfänger in einem Drittland oder internationale Organisation", "Destinataire dans un pays tiers ou organisation internationale",
	},
	"cnil.partner": {"Institutional or commercial partner", "Institutionele of commerciële partner", "Institutioneller oder geschäftlicher Partner", "Partenaire institutionnel ou commercial"},
	"cnil.other":   {"Other", "Overig", "Sonstige", "Autre"},

	"cnil.access-control": {"Access control", "Toegangscontrole", "Zugangskontrolle", "Contrôle d’accès des utilisateurs"},
	"cnil.tracing":        {"Logging", "Vastlegging van gebruik (logging)", "Protokollierung", "Mesures de traçabilité"},
	"cnil.software":       {"Protection of software", "Bescherming van software", "Schutz der Software", "Mesures de protection des logiciels"},
	"cnil.backup":         {"Backup of data", "Back-up van gegevens", "Datensicherung", "Sauvegarde des données"},
	"cnil.encryption":     {"Encryption", "Versleuteling", "Verschlüsselung", "Chiffrement des données"},
	"cnil.processors":     {"Control of processors", "Toezicht op verwerkers", "Kontrolle der Auftragsverarbeiter", "Contrôle des sous-traitants"},
	"cnil.other-measures": {"Other measures", "Overige maatregelen", "Sonstige Maßnahmen", "Autres mesures"},
}
