package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// layoutGBA is the full model of the Belgian authority: a row for each activity,
// with its status, and the columns that its guidance names beside them.
func layoutGBA() Layout {
	return Layout{
		Name: "gba", Authority: "GBA/APD, Belgium", Language: "nl", Grain: RowPerActivity, Role: register.ActivityRoleController, status: true,
		Title:   recordTitle,
		Groups:  []LayoutGroup{controllerGroup, officerGroup, representativeGroup},
		Header:  slices.Concat(keeperColumns("controller"), officerColumns(), representativeColumns()),
		Columns: slices.Concat(gbaProcess(), gbaData(), gbaRecipients(), gbaRisk(), gbaStatus()),
	}
}

// gbaProcess is who does what, why and on which ground.
func gbaProcess() []LayoutColumn {
	return []LayoutColumn{
		{ID: "number", Title: words.Entry{"No.", "Nr.", "Nr.", "N°"}, Fields: []string{"activities[].number", "activities[].id"}, width: 0.5, tell: (*book).tellNumber},
		{
			ID: "process", Title: words.Entry{"Business process", "Bedrijfsproces", "Geschäftsprozess", "Processus métier"},
			Fields: []string{"activities[].name", "activities[].group"}, Required: true, width: 1.2, head: true, tell: (*book).tellProcess,
		},
		{
			ID: "controller", Title: words.Entry{
				"Controller and joint controllers", "Verwerkings\u00adverantwoordelijke en gezamenlijke verwerkings\u00adverantwoordelijken",
				"Verantwortlicher und gemeinsam Verantwortliche", "Responsable et responsables conjoints du traitement",
			},
			Fields: []string{"organisation.name", "activities[].controllers", "activities[].jointWith", "activities[].purposes[].jointWith"}, Required: true, width: 1.1, tell: (*book).tellControllers,
		},
		{
			ID: "owner", Title: words.Entry{"Owner of the process", "Proceseigenaar", "Prozessverantwortlicher", "Propriétaire du processus"},
			Fields: []string{"activities[].owner", "activities[].unit"}, width: 1, tell: (*book).tellUnitAndOwner,
		},
		{
			ID: "purpose", Title: purposesTitle, Fields: []string{"activities[].purposes[].purpose", "activities[].purposes[].description"},
			Required: true, width: 1.3, tell: (*book).tellPurposes,
		},
		{
			ID: "basis", Title: basisTitle, Fields: []string{"activities[].purposes[].basis", "activities[].purposes[].interest", "activities[].purposes[].art9"},
			width: 1.4, tell: (*book).tellBasesOnly,
		},
		{
			ID: "law", Title: words.Entry{"Reference to the law", "Verwijzing naar de wet", "Verweis auf das Gesetz", "Référence légale"},
			Fields: []string{"activities[].purposes[].law", "activities[].purposes[].art9Law", "activities[].data[].law"}, width: 1.2, tell: (*book).tellLaws,
		},
		{
			ID: "operations", Title: words.Entry{"Type of processing", "Type verwerking", "Art der Verarbeitung", "Type de traitement"},
			Fields: []string{"activities[].operations[].operation", "activities[].operations[].text"}, width: 1, tell: (*book).tellClientOperations,
		},
	}
}

// gbaData is whose data, which, how long and from where.
func gbaData() []LayoutColumn {
	dataFields := []string{"activities[].data[].category", "dataCategories[].marks"}
	return []LayoutColumn{
		{ID: "data", Title: dataTitle, Fields: dataFields[:1], Required: true, width: 1.3, tell: (*book).tellPlainData},
		{ID: "special", Title: specialTitle, Fields: append(dataFields[:2:2], "activities[].notProcessed"), width: 1, tell: tellMarked(register.DataMarkSpecial)},
		{ID: "criminal", Title: criminalTitle, Fields: append(dataFields[:2:2], "activities[].notProcessed"), width: 1, tell: tellMarked(register.DataMarkCriminal)},
		{ID: "subjects", Title: subjectsTitle, Fields: []string{"activities[].subjects[].subject"}, Required: true, width: 1, tell: (*book).tellPlainSubjects},
		{
			ID: "vulnerable", Title: words.Entry{"Vulnerable people", "Kwetsbare personen", "Schutzbedürftige Personen", "Personnes vulnérables"},
			Fields: []string{"dataSubjects[].marks", "activities[].subjects[].subject"}, width: 0.9, tell: (*book).tellVulnerable,
			Remark: "Minors and those marked as vulnerable.",
		},
		{
			ID: "classification", Title: words.Entry{"Level of classification", "Classificatieniveau", "Klassifizierungsstufe", "Niveau de classification"},
			Fields: []string{"activities[].confidentiality"}, width: 0.8, tell: tellField("confidentiality"),
		},
		{ID: "retention", Title: words.Entry{"Retention period", "Bewaartermijn", "Aufbewahrungsfrist", "Durée de conservation"}, Fields: retentionFields, Required: true, width: 1.5, tell: (*book).tellRetention},
		{
			ID: "combination", Title: words.Entry{"Combination of data", "Combinatie van gegevens", "Verknüpfung von Daten", "Combinaison de données"},
			Fields: []string{"activities[].data[].source[].activity", "activities[].dpia.criteria"}, width: 0.9, tell: (*book).tellCombination,
			Remark: "Data taken from other activities, and the criterion of WP248.",
		},
		{ID: "source", Title: sourceTitle, Fields: []string{"activities[].data[].source[].kind", "activities[].data[].source[].party"}, width: 1, tell: (*book).tellSources},
	}
}

// gbaRecipients is who gets which data, and where.
func gbaRecipients() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "processor", Title: words.Entry{"Processors", "Verwerkers", "Auftragsverarbeiter", "Sous-traitants"},
			Fields: []string{"activities[].disclosures[].to", "activities[].disclosures[].as", "activities[].disclosures[].when", "parties[].engages"}, width: 1.2, tell: tellRecipientsAs(register.RoleProcessor),
		},
		{
			ID: "contract", Title: words.Entry{"Contract with the processor", "Verwerkersovereenkomst", "Auftragsverarbeitungsvertrag", "Contrat de sous-traitance"},
			Fields: []string{"activities[].disclosures[].agreement", "agreements[].document"}, width: 1, tell: (*book).tellContractLinks,
		},
		{
			ID: "disclosed", Title: words.Entry{"Data that are passed on", "Doorgegeven gegevens", "Weitergegebene Daten", "Données communiquées"},
			Fields: []string{"activities[].disclosures[].data", "activities[].disclosures[].subjects"}, width: 1.4, tell: (*book).tellDisclosed,
		},
		{
			ID: "recipients", Title: words.Entry{"Recipients", "Ontvangers", "Empfänger", "Destinataires"},
			Fields: []string{"activities[].disclosures[].to", "activities[].disclosures[].as", "activities[].disclosures[].when", "parties[].recipients"}, Required: true, width: 1.2,
			tell: tellRecipientsAs("", register.RoleController, register.RoleJointController, register.RoleRecipient),
		},
		{
			ID: "countries", Title: words.Entry{"Third countries", "Derde landen", "Drittländer", "Pays tiers"},
			Fields: transferFields[:4], Required: true, width: 1, tell: (*book).tellCountries,
		},
		{
			ID: "nature", Title: words.Entry{"Nature of the transfer", "Aard van de doorgifte", "Art der Übermittlung", "Nature du transfert"},
			Fields: []string{"activities[].disclosures[].transfers[].repeated"}, width: 1.1, tell: (*book).tellNature,
		},
		{
			ID: "safeguards", Title: words.Entry{"Safeguards", "Passende waarborgen", "Geeignete Garantien", "Garanties appropriées"},
			Fields: transferFields[4:], width: 1.3, tell: (*book).tellSafeguards,
		},
		{
			ID: "technology", Title: words.Entry{"Technology used", "Gebruikte technologie", "Eingesetzte Technik", "Technologie utilisée"},
			Fields: []string{"activities[].systems", "activities[].data[].systems", "systems[].description", "systems[].locations"}, width: 1, tell: (*book).tellTechnology,
		},
	}
}

// gbaRisk is what can go wrong and what is done about it.
func gbaRisk() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "risk", Title: words.Entry{"Risk", "Risico", "Risiko", "Risque"},
			Fields: []string{"activities[].risk.level", "activities[].risk.description"}, width: 1, tell: (*book).tellRisk,
		},
		{
			ID: "mitigation", Title: words.Entry{"Measures against the risk", "Risicobeperkende maatregelen", "Maßnahmen gegen das Risiko", "Mesures d’atténuation du risque"},
			Fields: []string{"activities[].risk.mitigation"}, width: 1, tell: (*book).tellMitigation,
		},
		{ID: "measures", Title: measuresTitle, Fields: measureFields, Required: true, width: 1.4, tell: (*book).tellMeasures},
		{
			ID: "dpia", Title: words.Entry{"Impact assessment", "Gegevensbeschermings\u00adeffectbeoordeling", "Datenschutz-Folgenabschätzung", "Analyse d’impact"},
			Fields: []string{"activities[].dpia.needed", "activities[].dpia.status", "activities[].dpia.done", "activities[].dpia.report"}, width: 1.1, tell: tellField("dpia"),
		},
		{
			ID: "rights", Title: words.Entry{"Rights of data subjects", "Rechten van betrokkenen", "Rechte der betroffenen Personen", "Droits des personnes concernées"},
			Fields: []string{"rights[].right", "rights[].activities", "rights[].available"}, width: 1.1, tell: (*book).tellRightsByBasis,
		},
		{
			ID: "breaches", Title: words.Entry{"Personal data breaches", "Inbreuken in verband met persoonsgegevens", "Verletzungen des Schutzes personenbezogener Daten", "Violations de données"},
			Fields: []string{"activities[].breaches"}, width: 1.1, tell: tellField("breaches"),
		},
	}
}

// gbaStatus is where an activity is in its life.
func gbaStatus() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "status", Title: words.Entry{"Status", "Status", "Status", "Statut"},
			Fields: []string{"activities[].status", "activities[].from"}, width: 0.7, tell: (*book).tellStatus,
		},
		{
			ID: "until", Title: words.Entry{"End of the processing", "Einddatum verwerking", "Ende der Verarbeitung", "Date de fin du traitement"},
			Fields: []string{"activities[].until"}, width: 0.7, tell: tellDay(func(a *register.Activity) value.Date { return a.Until }),
		},
		{
			ID: "successor", Title: words.Entry{"Processing that takes its place", "Plaatsvervangende verwerking", "Ersetzende Verarbeitung", "Traitement de remplacement"},
			Fields: []string{"activities[].replacedBy"}, width: 0.9, tell: tellField("replacedBy"),
		},
	}
}
