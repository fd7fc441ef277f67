package document

import "github.com/openropa/ropa/register/words"

// layoutLabels are the words of the layouts of authorities beside the heads of
// their columns, which stand with each layout.
var layoutLabels = map[string]words.Entry{
	"layout.record":          {"Activities", "Verwerkingsactiviteiten", "Verarbeitungstätigkeiten", "Activités de traitement"},
	"layout.ended":           {"Ended activities", "Beëindigde verwerkingen", "Beendete Verarbeitungstätigkeiten", "Traitements terminés"},
	"layout.notes":           {"About this layout", "Over deze indeling", "Zu dieser Gliederung", "À propos de cette présentation"},
	"layout.column":          {"Column of the template", "Kolom van het model", "Spalte des Musters", "Colonne du modèle"},
	"layout.role-not-stated": {"role not stated", "rol niet vermeld", "Rolle nicht angegeben", "rôle non indiqué"},
	"layout.jointly":         {"jointly with: ", "gezamenlijk met: ", "gemeinsam mit: ", "conjointement avec\u00a0: "},
	"layout.no-transfer-but-shown": {
		"The activity states that there is none; its recipients show one.", "De verwerking vermeldt dat dit niet gebeurt; uit de ontvangers blijkt het wel.",
		"Die Tätigkeit gibt an, dass keine stattfinden; die Empfänger zeigen jedoch solche.", "Le traitement indique qu’il n’y en a pas\u00a0; ses destinataires en montrent.",
	},
	"layout.transfer-shown": {
		"The activity does not state it; its recipients show one.", "De verwerking vermeldt het niet; uit de ontvangers blijkt het wel.",
		"Die Tätigkeit gibt dazu nichts an; die Empfänger zeigen solche.", "Le traitement ne l’indique pas\u00a0; ses destinataires en montrent.",
	},
	"layout.no-special": {"no special data listed", "geen bijzondere gegevens genoemd", "keine besonderen Daten genannt", "aucune donnée sensible mentionnée"},
	"layout.passes-on":  {"passes on to: ", "geeft door aan: ", "gibt weiter an: ", "transmet à\u00a0: "},
	"layout.told": {
		"Activities in this layout: %d.", "Verwerkingen in deze indeling: %d.",
		"Verarbeitungstätigkeiten in dieser Gliederung: %d.", "Traitements dans cette présentation\u00a0: %d.",
	},
	"layout.processor-activities": {
		"Activities that the organisation carries out as a processor (Art. 30(2)): %d. They are not in this layout, which is for controllers.",
		"Verwerkingen die de organisatie als verwerker uitvoert (art. 30 lid 2): %d. Ze staan niet in deze indeling, die voor verwerkingsverantwoordelijken is.",
		"Tätigkeiten als Auftragsverarbeiter (Art. 30 Abs. 2): %d. Sie stehen nicht in dieser Gliederung, die für Verantwortliche gilt.",
		"Traitements effectués en tant que sous-traitant (art. 30.2 du RGPD)\u00a0: %d. Ils ne figurent pas dans cette présentation, destinée aux responsables du traitement.",
	},
	"layout.controller-activities": {
		"Activities that the organisation carries out as a controller (Art. 30(1)): %d. They are not in this layout, which is for processors.",
		"Verwerkingen die de organisatie als verwerkingsverantwoordelijke uitvoert (art. 30 lid 1): %d. Ze staan niet in deze indeling, die voor verwerkers is.",
		"Tätigkeiten als Verantwortlicher (Art. 30 Abs. 1): %d. Sie stehen nicht in dieser Gliederung, die für Auftragsverarbeiter gilt.",
		"Traitements effectués en tant que responsable du traitement (art. 30.1 du RGPD)\u00a0: %d. Ils ne figurent pas dans cette présentation, destinée aux sous-traitants.",
	},
	"layout.empty-cells": {
		"An empty cell: the register says nothing of it, and neither the law nor the template asks for it in every case.",
		"Een lege cel: het register zegt er niets over, en wet noch model vraagt er in alle gevallen om.",
		"Eine leere Zelle: das Verzeichnis sagt dazu nichts, und weder Gesetz noch Muster verlangen die Angabe in jedem Fall.",
		"Une cellule vide\u00a0: le registre n’en dit rien, et ni la loi ni le modèle ne l’exigent dans tous les cas.",
	},
	"layout.more": {
		"This layout holds what the template asks for. The register says more of each activity; its own layout shows all of it.",
		"Deze indeling bevat wat het model vraagt. Het register zegt meer over elke verwerking; de eigen indeling toont alles.",
		"Diese Gliederung enthält, was das Muster verlangt. Das Verzeichnis sagt mehr zu jeder Tätigkeit; seine eigene Gliederung zeigt alles.",
		"Cette présentation contient ce que le modèle demande. Le registre en dit davantage sur chaque traitement\u00a0; sa propre présentation montre tout.",
	},
	"layout.hidden": {
		"Columns left out because they are not meant for this reader: %s.",
		"Kolommen die zijn weggelaten omdat ze niet voor deze lezer zijn bestemd: %s.",
		"Weggelassene Spalten, die nicht für diesen Empfängerkreis bestimmt sind: %s.",
		"Colonnes omises parce qu’elles ne sont pas destinées à ce lecteur\u00a0: %s.",
	},
	"layout.unfillable": {
		"What the template asks for and the register has no field for", "Wat het model vraagt en waarvoor het register geen veld heeft",
		"Was das Muster verlangt und wofür das Verzeichnis kein Feld hat", "Ce que le modèle demande et pour quoi le registre n’a pas de champ",
	},
	"layout.no-field": {
		"not kept in the register", "wordt niet in het register bijgehouden",
		"wird im Verzeichnis nicht geführt", "non tenu dans le registre",
	},
}
