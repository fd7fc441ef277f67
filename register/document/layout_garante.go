package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/value"
	"github.com/openropa/ropa/register/words"
)

// layoutGarante is the simplified model of the Garante for small and medium-sized
// enterprises: eight columns, with the dates of the record in the heading.
func layoutGarante() Layout {
	return Layout{
		Name: "garante", Authority: "Garante per la protezione dei dati personali, Italy", Language: "it", Grain: RowPerActivity, Role: register.ActivityRoleController,
		Title: words.Entry{
			"Record of processing activities of the controller", "Register van verwerkingsactiviteiten van de verwerkings\u00adverantwoordelijke",
			"Verzeichnis von Verarbeitungstätigkeiten des Verantwortlichen", "Registre des activités de traitement du responsable du traitement",
		},
		Groups:  []LayoutGroup{controllerGroup, officerGroup, representativeGroup},
		Header:  slices.Concat(keeperColumns("controller"), officerColumns(), representativeColumns(), datesOfRecord()),
		Columns: garanteColumns(),
	}
}

// datesOfRecord are the day on which the record was made and that of its last
// change.
func datesOfRecord() []LayoutColumn {
	day := func(id, field, original string, title words.Entry, of func(*register.Register) value.Date) LayoutColumn {
		return LayoutColumn{ID: id, Title: title, Original: original, Fields: []string{field}, Required: true, tell: func(k *book, _ item) Cell { return k.date(of(k.register)) }}
	}
	return []LayoutColumn{
		day("created", "created", "data di creazione", words.Entry{"Record made on", "Register gemaakt op", "Verzeichnis erstellt am", "Registre créé le"},
			func(r *register.Register) value.Date { return r.Created }),
		day("updated", "updated", "data di ultimo aggiornamento", words.Entry{"Last updated on", "Laatst bijgewerkt op", "Letzte Aktualisierung am", "Dernière mise à jour le"},
			func(r *register.Register) value.Date { return r.Updated }),
	}
}

func garanteColumns() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "activity", Title: words.Entry{"Type of processing", "Soort verwerking", "Art der Verarbeitung", "Type de traitement"}, Original: "tipologia di trattamento",
			Fields: []string{"activities[].name", "activities[].number"}, Required: true, width: 1.1, head: true, tell: (*book).tellName,
		},
		{
			ID: "purposes", Title: words.Entry{"Purposes and legal bases", "Doeleinden en grondslagen", "Zwecke und Rechtsgrundlagen", "Finalités et bases légales"}, Original: "finalità e basi legali del trattamento",
			Fields:   []string{"activities[].purposes[].purpose", "activities[].purposes[].description", "activities[].purposes[].basis", "activities[].purposes[].law", "activities[].purposes[].interest", "activities[].purposes[].art9"},
			Required: true, width: 1.8, tell: (*book).tellPurposesAndBases,
		},
		{
			ID: "subjects", Title: subjectsTitle, Original: "categorie di interessati",
			Fields: []string{"activities[].subjects[].subject"}, Required: true, width: 1, tell: (*book).tellSubjects,
		},
		{
			ID: "data", Title: dataTitle, Original: "categorie di dati personali",
			Fields: []string{"activities[].data[].category", "dataCategories[].marks"}, Required: true, width: 1.2, tell: (*book).tellData,
		},
		{
			ID: "recipients", Title: words.Entry{
				"Categories of recipients (processors, other controllers)", "Categorieën ontvangers (verwerkers, andere verwerkings\u00adverantwoordelijken)",
				"Kategorien von Empfängern (Auftragsverarbeiter, andere Verantwortliche)", "Catégories de destinataires (sous-traitants, autres responsables)",
			}, Original: "categorie di destinatari (responsabili del trattamento, altri titolari)",
			Fields: []string{"activities[].disclosures[].to", "activities[].disclosures[].as", "parties[].engages"}, Required: true, width: 2.2, tell: (*book).tellRecipients,
		},
		{
			ID: "transfers", Title: words.Entry{
				"Transfers to third countries or international organisations, and guarantees", "Doorgiften aan derde landen of internationale organisaties, en waarborgen",
				"Übermittlungen an Drittländer oder internationale Organisationen und Garantien", "Transferts vers des pays tiers ou à des organisations internationales, et garanties",
			}, Original: "trasferimento dati verso paesi terzi o organizzazioni internazionali, garanzie",
			Fields: transferFields, Required: true, width: 1.4, tell: (*book).tellTransfers,
		},
		{
			ID: "retention", Title: retentionTitle, Original: "termini ultimi di cancellazione",
			Fields: retentionFields, Required: true, width: 1.7, tell: (*book).tellRetention,
		},
		{
			ID: "measures", Title: measuresTitle, Original: "misure di sicurezza tecniche e organizzative",
			Fields: measureFields, Required: true, width: 1.3, tell: (*book).tellMeasures,
		},
	}
}

// tellPurposesAndBases is each purpose with its legal basis, and for special data
// the condition that lifts the ban.
func (k *book) tellPurposesAndBases(of item) Cell {
	var lines []Inline
	for _, p := range of.purposesOf() {
		one := item{activity: of.activity, purpose: &p}
		lines = append(lines, emphasised(k.termHead(register.KindPurposes, p.Purpose)), muted(k.text(p.Description)))
		lines = append(lines, k.tellBases(one).Lines...)
		lines = append(lines, k.tellConditions(one).Lines...)
	}
	return k.cell(lines...)
}
