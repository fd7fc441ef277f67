package document

import "github.com/openropa/ropa/register/words"

// dpiaLabels are the words of the list of impact assessments.
var dpiaLabels = map[string]words.Entry{
	"title.dpias": {
		"Data protection impact assessments", "Gegevensbeschermings\u00adeffectbeoordelingen (DPIA’s)",
		"Datenschutz-Folgenabschätzungen", "Analyses d’impact relatives à la protection des données (AIPD)",
	},
	"section.dpias":           {"Overview", "Overzicht", "Übersicht", "Vue d’ensemble"},
	"section.dpias-in-detail": {"What the register says of each assessment", "Wat het register van elke beoordeling zegt", "Angaben zu den einzelnen Folgenabschätzungen", "Ce que le registre indique pour chaque analyse"},
	"section.dpias-silent":    {"Points to note where nothing is stated", "Aandachtspunten waar niets is vermeld", "Zu beachten, wo Angaben fehlen", "Points d’attention en l’absence d’indication"},

	"intro.dpias": {
		"For each activity: whether an assessment is needed, how far it is, and what remains of the risk (Art. 35 and 36 GDPR).",
		"Per verwerking: of een beoordeling nodig is, hoe ver die is en welk risico overblijft (art. 35 en 36 AVG).",
		"Je Verarbeitungstätigkeit: ob eine Folgenabschätzung erforderlich ist, wie weit sie ist und welches Risiko verbleibt (Art. 35 und 36 DSGVO).",
		"Pour chaque traitement\u00a0: si une analyse est nécessaire, où elle en est et quel risque subsiste (art. 35 et 36 du RGPD).",
	},
	"intro.dpias-silent": {
		"What the register says of these activities may ask for an assessment. It does not say whether one is needed or was made.",
		"Wat het register van deze verwerkingen vermeldt, kan om een beoordeling vragen. Het vermeldt niet of die nodig is of is gemaakt.",
		"Was das Verzeichnis zu diesen Tätigkeiten angibt, kann eine Folgenabschätzung erforderlich machen. Ob eine erforderlich ist oder vorliegt, gibt es nicht an.",
		"Ce que le registre indique de ces traitements peut appeler une analyse. Il n’indique pas si elle est nécessaire ou a été menée.",
	},
	"note.dpias-silent": {
		"Activities of which the register does not say whether an assessment is needed or was made: %d.",
		"Verwerkingen waarvan het register niet vermeldt of een beoordeling nodig is of is gemaakt: %d.",
		"Tätigkeiten, zu denen das Verzeichnis nicht angibt, ob eine Folgenabschätzung erforderlich ist oder vorliegt: %d.",
		"Traitements pour lesquels le registre n’indique pas si une analyse est nécessaire ou a été menée\u00a0: %d.",
	},
	"dpia.decision": {"automated decision", "geautomatiseerd besluit", "automatisierte Entscheidung", "décision automatisée"},

	"dpia.finished":       {"finished", "afgerond", "abgeschlossen", "achevée"},
	"dpia.in-progress":    {"under way", "in uitvoering", "in Arbeit", "en cours"},
	"dpia.planned":        {"planned", "gepland", "geplant", "prévue"},
	"dpia.needed":         {"needed; the register shows none", "nodig; het register laat er geen zien", "erforderlich; das Verzeichnis weist keine nach", "nécessaire\u00a0; le registre n’en fait apparaître aucune"},
	"dpia.not-needed":     {"none made", "niet gemaakt", "nicht durchgeführt", "non réalisée"},
	"dpia.without-reason": {"reason not stated", "reden niet vermeld", "ohne Angabe eines Grundes", "motif non indiqué"},
	"dpia.silent":         {"nothing stated", "niets vermeld", "keine Angabe", "aucune indication"},
	"dpia.elsewhere":      {"for the controller to make", "aan de verwerkings\u00adverantwoordelijke", "Sache des Verantwortlichen", "incombe au responsable du traitement"},
	"dpia.over":           {"nothing stated; the activity has ended", "niets vermeld; de verwerking is beëindigd", "keine Angabe; die Tätigkeit ist beendet", "aucune indication\u00a0; le traitement a pris fin"},

	"head.dpiaSigns":    {"Points to note", "Aandachtspunten", "Zu beachten", "Points d’attention"},
	"head.dpiaBecause":  {"As the register says", "Volgens het register", "Laut Verzeichnis", "Selon le registre"},
	"head.dpiaPeople":   {"Vulnerable or dependent data subjects", "Kwetsbare of afhankelijke betrokkenen", "Schutzbedürftige oder abhängige Betroffene", "Personnes vulnérables ou dépendantes"},
	"head.dpiaNeeded":   {"Needed", "Nodig", "Erforderlich", "Nécessaire"},
	"head.dpiaState":    {"Assessment", "Beoordeling", "Folgen\u00adabschätzung", "Analyse"},
	"head.dpiaDone":     {"Finished on", "Afgerond op", "Abgeschlossen am", "Achevée le"},
	"head.dpiaReport":   {"Report", "Verslag", "Bericht", "Rapport"},
	"head.residualRisk": {"Risk that remains", "Risico dat overblijft", "Verbleibendes Risiko", "Risque résiduel"},
	"head.consultation": {"Authority consulted (Art. 36)", "Toezichthouder geraadpleegd (art. 36)", "Aufsichts\u00adbehörde konsultiert (Art. 36)", "Autorité consultée (art. 36)"},
}
