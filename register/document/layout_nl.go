package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// layoutNL is the record as Dutch practice knows it: the content that the AP asks
// for with its five recommendations of 2018, in the order of the register of the
// Ministry of Health. A clear overview comes first, then a form for each activity
// with its own purposes, and for each category of data how long, for which purpose
// and where it is kept.
func layoutNL() Layout {
	return Layout{
		Name: "nl", Authority: "AP, Netherlands, in the order of the register of the Ministry of Health", Language: "nl", Grain: FormPerActivity, Role: register.ActivityRoleController,
		Title:   recordTitle,
		Groups:  slices.Concat([]LayoutGroup{controllerGroup, officerGroup, representativeGroup}, nlGroups()),
		Header:  slices.Concat(keeperColumns("controller"), nlIdentifiers(), officerColumns(), representativeColumns()),
		List:    nlList(),
		Columns: slices.Concat(nlActivity(), nlParties(), nlPurposes(), nlData(), nlProtection(), nlTransfer(), nlAssessment(), nlUpkeep()),
	}
}

// nlGroups are the steps of a form.
func nlGroups() []LayoutGroup {
	return []LayoutGroup{
		{ID: "who", Title: words.Entry{"Controller", "Verwerkings\u00adverantwoordelijke", "Verantwortlicher", "Responsable du traitement"}},
		{ID: "processors", Title: words.Entry{"Processors", "Verwerkers", "Auftragsverarbeiter", "Sous-traitants"}},
		{ID: "recipients", Title: words.Entry{"Recipients", "Ontvangers", "Empfänger", "Destinataires"}},
		{ID: "purposes", Title: words.Entry{"Purposes and legal bases", "Doelen en grondslagen", "Zwecke und Rechtsgrundlagen", "Finalités et bases juridiques"}},
		{ID: "data", Title: words.Entry{"Data subjects and data", "Betrokkenen en gegevens", "Betroffene Personen und Daten", "Personnes concernées et données"}},
		{ID: "decisions", Title: words.Entry{"Automated decisions", "Geautomatiseerde besluitvorming", "Automatisierte Entscheidungen", "Décisions automatisées"}},
		{ID: "systems", Title: words.Entry{"Systems: where the data are", "Systemen: waar de gegevens staan", "Systeme: wo die Daten liegen", "Systèmes\u00a0: où se trouvent les données"}},
		{ID: "security", Title: words.Entry{"Security", "Beveiliging", "Sicherheit", "Sécurité"}},
		{ID: "transfer", Title: words.Entry{"Transfers outside the EEA", "Doorgifte buiten de EER", "Übermittlungen außerhalb des EWR", "Transferts hors de l’EEE"}},
		{ID: "dpia", Title: words.Entry{"Impact assessment", "Gegevensbeschermings\u00adeffectbeoordeling (DPIA)", "Datenschutz-Folgenabschätzung", "Analyse d’impact"}},
		{ID: "upkeep", Title: words.Entry{"Upkeep", "Beheer", "Pflege", "Tenue"}},
	}
}

// nlIdentifiers are the numbers of the organisation, such as that of the trade
// register.
func nlIdentifiers() []LayoutColumn {
	return []LayoutColumn{{
		ID: "controller-identifiers", Group: "controller", Title: words.Entry{"Numbers", "Nummers", "Nummern", "Numéros"},
		Fields: []string{"organisation.identifiers"}, tell: func(k *book, _ item) Cell {
			if o := k.register.Organisation; o != nil {
				return k.cell(Text(identifiers(o.Identifiers)))
			}
			return Cell{}
		},
	}}
}

// nlList is the overview that the AP recommends.
func nlList() []LayoutColumn {
	return []LayoutColumn{
		{ID: "list-number", Title: words.Entry{"No.", "Nr.", "Nr.", "N°"}, Fields: []string{"activities[].number", "activities[].id"}, width: 0.9, tell: (*book).tellNumber},
		{ID: "list-name", Title: nlNameTitle, Fields: []string{"activities[].name"}, Required: true, width: 1.4, head: true, tell: (*book).tellPlainName},
		{ID: "list-group", Title: nlGroupTitle, Fields: []string{"activities[].group", "activities[].unit"}, width: 1.1, tell: (*book).tellGroupAndUnit},
		{ID: "list-purposes", Title: purposesTitle, Fields: []string{"activities[].purposes[].purpose"}, Required: true, width: 1.6, tell: (*book).tellPurposeNames},
		{ID: "list-basis", Title: basisTitle, Fields: []string{"activities[].purposes[].basis"}, Required: true, width: 1.6, tell: (*book).tellBasisNames},
		{ID: "list-subjects", Title: subjectsTitle, Fields: []string{"activities[].subjects[].subject"}, Required: true, width: 1.2, tell: (*book).tellPlainSubjects},
		{ID: "list-systems", Title: words.Entry{"Kept where", "Waar bewaard", "Wo gespeichert", "Lieu de conservation"}, Fields: []string{"activities[].systems", "activities[].data[].systems", "systems[].locations"}, Required: true, width: 1.2, tell: (*book).tellSystems},
	}
}

var (
	nlNameTitle  = words.Entry{"Processing activity", "Verwerking", "Verarbeitungstätigkeit", "Activité de traitement"}
	nlGroupTitle = words.Entry{"Task and department", "Taak en afdeling", "Aufgabe und Abteilung", "Mission et service"}
)

// nlActivity is what the form is about.
func nlActivity() []LayoutColumn {
	return []LayoutColumn{
		{ID: "number", Title: words.Entry{"Number", "Nummer", "Nummer", "Numéro"}, Fields: []string{"activities[].number", "activities[].id"}, tell: (*book).tellNumber},
		{ID: "name", Title: words.Entry{"Name of the processing", "Naam verwerking", "Bezeichnung der Verarbeitung", "Nom du traitement"}, Fields: []string{"activities[].name", "activities[].description"}, Required: true, tell: (*book).tellNameAndDescription},
		{ID: "group", Title: nlGroupTitle, Fields: []string{"activities[].group", "activities[].unit"}, tell: (*book).tellGroupAndUnit},
	}
}

// nlParties is who answers for it, who helps, and who gets the data.
func nlParties() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "controller", Group: "who", Title: words.Entry{"Controller", "Verwerkings\u00adverantwoordelijke", "Verantwortlicher", "Responsable du traitement"},
			Fields: []string{"organisation.name", "activities[].controllers"}, Required: true, tell: (*book).tellController,
		},
		{
			ID: "joint", Group: "who", Title: words.Entry{"Joint controllers and who does what", "Gezamenlijke verwerkings\u00adverantwoordelijken en wie wat doet", "Gemeinsam Verantwortliche und Aufgabenverteilung", "Responsables conjoints et répartition des rôles"},
			Fields: []string{"activities[].jointWith[].party", "activities[].jointWith[].responsibilities", "activities[].purposes[].jointWith"}, tell: (*book).tellJoint,
		},
		{
			ID: "processors", Group: "processors", Title: words.Entry{"Processors", "Verwerkers", "Auftragsverarbeiter", "Sous-traitants"},
			Fields: []string{"activities[].disclosures[].to", "activities[].disclosures[].as", "activities[].disclosures[].agreement", "parties[].engages"}, table: (*book).processorTable,
		},
		{
			ID: "recipients", Group: "recipients", Title: words.Entry{"Recipients", "Ontvangers", "Empfänger", "Destinataires"},
			Fields: []string{"activities[].disclosures[].to", "activities[].disclosures[].as", "activities[].disclosures[].data", "activities[].disclosures[].when", "activities[].disclosures[].law"}, Required: true, table: (*book).receiverTable,
		},
	}
}

// nlPurposes is why, and on which ground.
func nlPurposes() []LayoutColumn {
	return []LayoutColumn{{
		ID: "purposes", Group: "purposes", Title: words.Entry{"Purpose, legal basis and explanation", "Doel, rechtsgrond en toelichting", "Zweck, Rechtsgrundlage und Erläuterung", "Finalité, base juridique et explication"},
		Fields: []string{
			"activities[].purposes[].purpose", "activities[].purposes[].description", "activities[].purposes[].basis", "activities[].purposes[].law",
			"activities[].purposes[].interest", "activities[].purposes[].note",
		}, Required: true, table: (*book).groundTable,
	}}
}

// nlData is about whom, which data, why, how long, from where and where kept.
func nlData() []LayoutColumn {
	marked := []string{"activities[].data[].category", "dataCategories[].marks", "activities[].notProcessed"}
	return []LayoutColumn{
		{ID: "subjects", Group: "data", Title: words.Entry{"Data subjects", "Betrokkenen", "Betroffene Personen", "Personnes concernées"}, Fields: []string{"activities[].subjects[].subject", "dataSubjects[].marks"}, Required: true, tell: (*book).tellSubjects},
		{ID: "special", Group: "data", Title: words.Entry{"Special categories of personal data", "Bijzondere persoonsgegevens", "Besondere Kategorien personenbezogener Daten", "Catégories particulières de données"}, Fields: marked, tell: tellMarked(register.DataMarkSpecial)},
		{ID: "criminal", Group: "data", Title: words.Entry{"Data of a criminal nature", "Strafrechtelijke persoonsgegevens", "Strafrechtliche Daten", "Données pénales"}, Fields: marked, tell: tellMarked(register.DataMarkCriminal)},
		{ID: "national-number", Group: "data", Title: words.Entry{"Citizen service number (BSN)", "Burgerservicenummer (BSN)", "Nationale Kennziffer (BSN)", "Numéro national (BSN)"}, Fields: marked, tell: tellMarked(register.DataMarkNationalIdentifier)},
		{
			ID: "exception", Group: "data", Title: words.Entry{"Why the ban on special data does not apply", "Uitleg doorbreking verwerkingsverbod", "Grund für die Ausnahme vom Verarbeitungsverbot", "Motif de levée de l’interdiction"},
			Fields: []string{"activities[].purposes[].art9", "activities[].purposes[].art9Law", "dataCategories[].marks"}, tell: (*book).tellException,
		},
		{
			ID: "data", Group: "data", Title: words.Entry{"Data: purpose, retention, source and place", "Gegevens: verzameldoel, bewaartermijn, bron en vindplaats", "Daten: Zweck, Aufbewahrungsfrist, Herkunft und Ort", "Données\u00a0: finalité, conservation, source et lieu"},
			Fields: []string{
				"activities[].data[].category", "activities[].data[].subjects", "activities[].data[].purposes", "activities[].data[].retention", "activities[].retention",
				"activities[].data[].source", "activities[].data[].mandatory", "activities[].data[].consequence", "activities[].data[].systems",
			}, Required: true, table: func(k *book, of item) Table { return k.dataTable(of.activity) },
			Remark: "How long and for which purpose, and where the data are: recommendations 1 and 4 of the AP.",
		},
	}
}

// nlProtection is decisions, systems and security.
func nlProtection() []LayoutColumn {
	return []LayoutColumn{
		{ID: "logic", Group: "decisions", Title: words.Entry{"Logic", "Onderliggende logica", "Logik", "Logique sous-jacente"}, Fields: []string{"activities[].automatedDecisions[].logic"}, tell: (*book).tellLogic},
		{ID: "effect", Group: "decisions", Title: words.Entry{"Significance and consequences", "Belang en gevolgen", "Tragweite und Auswirkungen", "Importance et conséquences"}, Fields: []string{"activities[].automatedDecisions[].effect"}, tell: (*book).tellEffect},
		{ID: "systems", Group: "systems", Title: words.Entry{"Systems", "Systemen", "Systeme", "Systèmes"}, Fields: []string{"activities[].systems", "activities[].data[].systems", "systems[].description", "systems[].operator", "systems[].locations"}, Required: true, tell: (*book).tellTechnology},
		{ID: "measures", Group: "security", Title: measuresTitle, Fields: measureFields, Required: true, tell: (*book).tellMeasures},
		{ID: "form", Group: "security", Title: words.Entry{"Pseudonymised, encrypted", "Gepseudonimiseerd, versleuteld", "Pseudonymisiert, verschlüsselt", "Pseudonymisées, chiffrées"}, Fields: []string{"activities[].data[].form"}, tell: (*book).tellForms},
	}
}

// nlTransfer is what leaves the EEA.
func nlTransfer() []LayoutColumn {
	return []LayoutColumn{
		{ID: "transferred", Group: "transfer", Title: words.Entry{"Transfers outside the EEA?", "Doorgifte buiten de EER?", "Übermittlung außerhalb des EWR?", "Transfert hors de l’EEE\u00a0?"}, Fields: []string{"activities[].transfers", "parties[].country"}, Required: true, tell: (*book).tellWhetherTransferred},
		{ID: "countries", Group: "transfer", Title: words.Entry{"Countries and organisations", "Landen en organisaties", "Länder und Organisationen", "Pays et organisations"}, Fields: transferFields[:4], tell: (*book).tellCountries},
		{ID: "safeguards", Group: "transfer", Title: words.Entry{"Adequate protection and explanation", "Passend beschermingsniveau en toelichting", "Angemessenes Schutzniveau und Erläuterung", "Niveau de protection adéquat et explication"}, Fields: transferFields[4:], tell: (*book).tellSafeguards},
	}
}

// nlAssessment is the impact assessment and what calls for one.
func nlAssessment() []LayoutColumn {
	criteria := []string{"activities[].dpia.criteria"}
	return []LayoutColumn{
		{ID: "dpia", Group: "dpia", Title: words.Entry{"Needed, and how far it is", "Nodig, en hoe ver", "Erforderlich, und Stand", "Nécessaire, et état"}, Fields: []string{"activities[].dpia.needed", "activities[].dpia.status", "activities[].dpia.done", "activities[].dpia.report", "activities[].dpia.reason"}, tell: (*book).tellAssessment},
		{
			ID: "evaluation", Group: "dpia", Title: words.Entry{"Automated evaluation", "Geautomatiseerde evaluatie", "Automatisierte Bewertung", "Évaluation automatisée"}, Fields: append(criteria[:1:1], "activities[].automatedDecisions"),
			tell: tellCriteria(register.DPIACriterionEvaluationOrScoring, register.DPIACriterionAutomatedDecisions),
		},
		{
			ID: "large-special", Group: "dpia", Title: words.Entry{"Special data on a large scale", "Grootschalige verwerking van bijzondere gegevens", "Umfangreiche Verarbeitung besonderer Daten", "Traitement à grande échelle de données sensibles"}, Fields: append(criteria[:1:1], "activities[].largeScale"),
			tell: tellOnLargeScale(register.DPIACriterionSensitiveData),
		},
		{
			ID: "monitoring", Group: "dpia", Title: words.Entry{"Monitoring on a large scale", "Grootschalige monitoring", "Umfangreiche Überwachung", "Surveillance à grande échelle"}, Fields: append(criteria[:1:1], "activities[].largeScale"),
			tell: tellOnLargeScale(register.DPIACriterionSystematicMonitoring),
		},
		{ID: "ap-list", Group: "dpia", Title: words.Entry{"On the list of the authority", "Op de lijst van de AP", "Auf der Liste der Aufsichtsbehörde", "Sur la liste de l’autorité"}, Fields: []string{"activities[].dpia.listItems"}, tell: (*book).tellListItems},
		{ID: "wp248", Group: "dpia", Title: words.Entry{"Criteria of WP248", "Criteria van WP248", "Kriterien von WP248", "Critères du WP248"}, Fields: criteria, tell: (*book).tellAllCriteria},
		{ID: "high-risk", Group: "dpia", Title: words.Entry{"Level of the risk", "Hoogte van het risico", "Höhe des Risikos", "Niveau de risque"}, Fields: []string{"activities[].risk.level", "activities[].risk.description"}, tell: (*book).tellRisk},
	}
}

// nlUpkeep is who to ask, remarks and versions.
func nlUpkeep() []LayoutColumn {
	return []LayoutColumn{
		{ID: "owner", Group: "upkeep", Title: words.Entry{"Contact", "Contactpersoon", "Ansprechpartner", "Personne de contact"}, Fields: []string{"activities[].owner"}, tell: (*book).tellOwner},
		{ID: "remarks", Group: "upkeep", Title: words.Entry{"Remarks", "Opmerkingen", "Anmerkungen", "Remarques"}, Fields: []string{"activities[].note"}, tell: func(k *book, of item) Cell { return k.cell(k.remarks(&of.activity.Remarks)...) }},
		{ID: "documents", Group: "upkeep", Title: words.Entry{"Documents", "Documenten", "Dokumente", "Documents"}, Fields: []string{"activities[].documents", "allActivities.documents"}, tell: (*book).tellDocuments},
		{ID: "version", Group: "upkeep", Title: words.Entry{"Version and approval", "Versie en vaststelling", "Version und Freigabe", "Version et approbation"}, Fields: []string{"activities[].version", "activities[].approval", "activities[].review"}, tell: tellField("version", "approval", "review")},
		{ID: "created", Group: "upkeep", Title: words.Entry{"Entry made on", "Vermelding gemaakt op", "Eintrag erstellt am", "Inscription créée le"}, Fields: []string{"activities[].created"}, tell: tellDay(func(a *register.Activity) value.Date { return a.Created })},
		{ID: "updated", Group: "upkeep", Title: words.Entry{"Last changed on", "Laatst gewijzigd op", "Letzte Änderung am", "Dernière modification le"}, Fields: []string{"activities[].updated"}, tell: tellDay(func(a *register.Activity) value.Date { return a.Updated })},
		{ID: "status", Group: "upkeep", Title: words.Entry{"Status", "Status", "Status", "Statut"}, Fields: []string{"activities[].status", "activities[].from", "activities[].until"}, tell: (*book).tellStatusAndSpan},
		{ID: "publish", Group: "upkeep", Title: words.Entry{"To be published", "Publiceren", "Zu veröffentlichen", "À publier"}, Fields: []string{"activities[].publish"}, tell: tellField("publish")},
		{
			ID: "officer", Group: "upkeep", Title: words.Entry{"Remarks of the data protection officer", "Opmerkingen van de FG", "Anmerkungen des Datenschutzbeauftragten", "Remarques du délégué"},
			Unfillable: "A conversation belongs to the tool around the register; open questions and notes of the entry are in it.",
		},
	}
}
