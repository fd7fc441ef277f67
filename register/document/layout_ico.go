package document

import (
	"slices"
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// recordTitle is what most authorities call the record of a controller.
var recordTitle = words.Entry{
	"Record of processing activities", "Register van verwerkingsactiviteiten",
	"Verzeichnis von Verarbeitungstätigkeiten", "Registre des activités de traitement",
}

// layoutICO is the workbook of the ICO for controllers: a header of twelve fields
// and thirty columns, a row for each purpose.
func layoutICO() Layout {
	return Layout{
		Name: "ico", Authority: "ICO, United Kingdom", Language: "en", Grain: RowPerPurpose, Role: register.ActivityRoleController,
		Title:  recordTitle,
		Groups: []LayoutGroup{controllerGroup, officerGroup, representativeGroup},
		Header: headerICO("controller"),
		Columns: slices.Concat(
			icoArticle30(), icoNotice(), icoAccountability(), icoSchedule(),
		),
	}
}

// headerICO is the header block: controller or processor, officer and
// representative, each with four fields in the order of the workbook.
func headerICO(role string) []LayoutColumn {
	var all []LayoutColumn
	for _, columns := range [][]LayoutColumn{keeperColumns(role), officerColumns(), representativeColumns()} {
		for _, end := range []string{"-name", "-address", "-email", "-phone"} {
			i := slices.IndexFunc(columns, func(c LayoutColumn) bool { return strings.HasSuffix(c.ID, end) })
			all = append(all, columns[i])
		}
	}
	return all
}

// icoArticle30 are the columns of Art. 30(1), 1 to 11.
func icoArticle30() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "function", Title: words.Entry{"Business function", "Bedrijfsfunctie", "Geschäftsbereich", "Fonction de l’organisme"},
			Fields: []string{"activities[].unit", "activities[].group"}, width: 1, tell: (*book).tellFunction,
			Remark: "The department; the group of the activity where no department is stated.",
		},
		{
			ID: "purpose", Title: words.Entry{"Purpose of processing", "Doel van de verwerking", "Zweck der Verarbeitung", "Finalité du traitement"},
			Fields:   []string{"activities[].purposes[].purpose", "activities[].purposes[].description", "activities[].name", "activities[].number"},
			Required: true, head: true, width: 1.6, tell: (*book).tellPurposeAndActivity,
			Remark: "The activity to which the purpose belongs stands below it: the template has no column for it.",
		},
		{
			ID: "joint", Title: words.Entry{
				"Name and contact details of joint controller (if applicable)", "Naam en contactgegevens van de gezamenlijke verwerkings\u00adverantwoordelijke (indien van toepassing)",
				"Name und Kontaktdaten des gemeinsam Verantwortlichen (falls zutreffend)", "Nom et coordonnées du responsable conjoint du traitement (le cas échéant)",
			},
			Fields: []string{"activities[].jointWith[].party", "activities[].purposes[].jointWith[].party", "parties[].contact"},
			width:  1.2, tell: (*book).tellJoint,
		},
		{
			ID: "individuals", Title: words.Entry{"Categories of individuals", "Categorieën betrokkenen", "Kategorien betroffener Personen", "Catégories de personnes concernées"},
			Fields: []string{"activities[].subjects[].subject", "activities[].purposes[].subjects"}, Required: true, width: 1.1, tell: (*book).tellSubjects,
		},
		{
			ID: "data", Title: dataTitle,
			Fields: []string{"activities[].data[].category", "activities[].purposes[].data", "dataCategories[].marks"}, Required: true, width: 1.5, tell: (*book).tellData,
		},
		{
			ID: "recipients", Title: recipientsTitle,
			Fields: []string{"activities[].disclosures[].to", "activities[].disclosures[].as", "parties[].engages"}, Required: true, width: 1.6, tell: (*book).tellRecipients,
		},
		{
			ID: "contracts", Title: words.Entry{"Link to contract with processor", "Verwijzing naar de verwerkersovereenkomst", "Verweis auf den Vertrag mit dem Auftragsverarbeiter", "Lien vers le contrat de sous-traitance"},
			Fields: []string{"activities[].disclosures[].agreement", "agreements[].document", "documents[].reference"}, width: 1.3, tell: (*book).tellContractLinks,
		},
		{
			ID: "countries", Title: words.Entry{
				"Names of third countries or international organisations that personal data are transferred to (if applicable)",
				"Derde landen of internationale organisaties waaraan persoonsgegevens worden doorgegeven (indien van toepassing)",
				"Drittländer oder internationale Organisationen, an die personenbezogene Daten übermittelt werden (falls zutreffend)",
				"Pays tiers ou organisations internationales vers lesquels des données sont transférées (le cas échéant)",
			},
			Fields: []string{"activities[].transfers[].to", "activities[].transfers[].organisation", "parties[].country"}, Required: true, width: 1.3, tell: (*book).tellCountries,
			Remark: "The countries of the recipients and of those to whom they pass data on are told too.",
		},
		{
			ID: "safeguards", Title: words.Entry{
				"Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)",
				"Waarborgen bij bijzondere doorgiften aan derde landen of internationale organisaties (indien van toepassing)",
				"Garantien bei ausnahmsweisen Übermittlungen an Drittländer oder internationale Organisationen (falls zutreffend)",
				"Garanties pour les transferts exceptionnels vers des pays tiers ou à des organisations internationales (le cas échéant)",
			},
			Fields: []string{"activities[].disclosures[].transfers[].safeguards", "activities[].disclosures[].transfers[].derogation", "activities[].disclosures[].transfers[].tool", "activities[].transfers[].safeguards"},
			width:  1.5, tell: (*book).tellSafeguards,
			Remark: "The template asks for the transfers of Art. 49(1), second subparagraph; what each other transfer rests on is told too.",
		},
		{
			ID: "retention", Title: words.Entry{"Retention schedule (if possible)", "Bewaartermijnen (indien mogelijk)", "Löschfristen (falls möglich)", "Durées de conservation (si possible)"},
			Fields: []string{"activities[].data[].retention[].rule", "activities[].retention[].rule", "retentionRules[].period", "retentionRules[].criterion"}, Required: true, width: 1.8, tell: (*book).tellRetention,
		},
		{
			ID: "measures", Title: words.Entry{
				"General description of technical and organisational security measures (if possible)", "Algemene beschrijving van de technische en organisatorische beveiligingsmaatregelen (indien mogelijk)",
				"Allgemeine Beschreibung der technischen und organisatorischen Maßnahmen (falls möglich)", "Description générale des mesures de sécurité techniques et organisationnelles (si possible)",
			},
			Fields: []string{"activities[].measures", "organisation.measures", "allActivities.measures"}, Required: true, width: 1.6, tell: (*book).tellMeasures,
		},
	}
}

// tellFunction is the department that carries out an activity, else the group to
// which it belongs.
func (k *book) tellFunction(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	if unit := k.text(of.activity.Unit); unit != nil {
		return k.cell(unit)
	}
	return k.cell(k.text(of.activity.Group))
}

// tellPurposeAndActivity is a purpose with its activity below it.
func (k *book) tellPurposeAndActivity(of item) Cell {
	var lines []Inline
	for _, p := range of.purposesOf() {
		lines = append(lines, emphasised(k.termHead(register.KindPurposes, p.Purpose)), k.text(p.Description))
	}
	if len(lines) == 0 {
		lines = append(lines, mark(k.say("not-stated")))
	}
	lines = filled(lines)
	if name := k.tellName(of).Lines[0]; len(lines) > 1 || !sameText(name, lines[0]) {
		lines = append(lines, muted(name))
	}
	return k.cell(lines...)
}

// partyAndContact is a party and how to reach it.
func (k *book) partyAndContact(id string) []Inline {
	lines := []Inline{k.name(register.KindParties, id)}
	if p := k.view.Party(id); p != nil {
		lines = append(lines, mutedLines(k.contactLines(p.Contact))...)
	}
	return lines
}

// tellContractLinks is the contract with each processor, and where it is kept.
func (k *book) tellContractLinks(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	var lines []Inline
	var told []string
	for _, d := range k.disclosuresOf(of) {
		if d.As != register.RoleProcessor || k.over(d.From, d.Until) || slices.Contains(told, d.To+" "+d.Agreement) {
			continue
		}
		told = append(told, d.To+" "+d.Agreement)
		contracts := k.contracts(of.activity, d.Disclosure)
		if len(contracts) == 0 {
			lines = append(lines, append(k.name(register.KindParties, d.To), Run{Text: ": "}, Run{Text: k.say("not-stated"), Style: Mark}))
		}
		for _, id := range contracts {
			line := append(k.name(register.KindParties, d.To), Run{Text: ": "})
			lines = append(lines, append(line, k.name(register.KindAgreements, id)...))
			lines = append(lines, mutedLines(k.agreementAt(id))...)
		}
	}
	return k.cell(lines...)
}

// agreementAt is where an agreement is kept.
func (k *book) agreementAt(id string) []Inline {
	if a := k.view.Agreement(id); a != nil && a.Document != "" {
		return k.documentAt(a.Document)
	}
	return nil
}

// documentAt is the title of a document and where it is kept, for those who may
// know it.
func (k *book) documentAt(ids ...string) []Inline {
	if !k.o.Audience.sees(Authority) {
		return nil
	}
	var lines []Inline
	for _, id := range ids {
		if id == "" {
			continue
		}
		lines = append(lines, k.name(register.KindDocuments, id))
		if d := k.view.Document(id); d != nil {
			lines = append(lines, address(d.Reference))
		}
	}
	return filled(lines)
}
