package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// processorTitle is what authorities call the record of a processor.
var processorTitle = words.Entry{
	"Record of categories of processing carried out as a processor", "Register van verwerkingen als verwerker",
	"Verzeichnis von Verarbeitungstätigkeiten als Auftragsverarbeiter", "Registre des activités de traitement du sous-traitant",
}

// layoutICOProcessor is the workbook of the ICO for processors: a row for each
// controller that an activity is carried out for.
func layoutICOProcessor() Layout {
	return Layout{
		Name: "ico-processor", Authority: "ICO, United Kingdom", Language: "en", Grain: RowPerClient, Role: register.ActivityRoleProcessor,
		Title:  processorTitle,
		Groups: []LayoutGroup{processorGroup, officerGroup, representativeGroup},
		Header: headerICO("processor"),
		Columns: []LayoutColumn{
			{
				ID: "controller", Title: words.Entry{
					"Name and contact details of controller", "Naam en contactgegevens van de verwerkings\u00adverantwoordelijke",
					"Name und Kontaktdaten des Verantwortlichen", "Nom et coordonnées du responsable du traitement",
				},
				Fields:   []string{"activities[].onBehalfOf[].party", "parties[].dpo"},
				Required: true, head: true, width: 1.6, tell: (*book).tellClient,
				Remark: "With the contact of the party, and its data protection officer, for whom the template has no column.",
			},
			{
				ID: "representative", Title: words.Entry{
					"Name and contact details of controller's representative (if applicable)", "Naam en contactgegevens van diens vertegenwoordiger (indien van toepassing)",
					"Name und Kontaktdaten des Vertreters des Verantwortlichen (falls zutreffend)", "Nom et coordonnées du représentant du responsable (le cas échéant)",
				},
				Fields: []string{"parties[].representative"}, width: 1.3, tell: (*book).tellClientRepresentative,
			},
			{
				ID: "contract", Title: words.Entry{
					"Link to contract with controller", "Verwijzing naar de overeenkomst met de verwerkings\u00adverantwoordelijke",
					"Verweis auf den Vertrag mit dem Verantwortlichen", "Lien vers le contrat avec le responsable du traitement",
				},
				Fields: []string{"activities[].onBehalfOf[].agreement", "agreements[].document", "documents[].reference"}, width: 1.2, tell: (*book).tellClientContract,
			},
			{
				ID: "processing", Title: words.Entry{"Categories of processing", "Categorieën verwerkingen", "Kategorien von Verarbeitungen", "Catégories de traitements"},
				Fields: []string{"activities[].operations", "activities[].onBehalfOf[].operations", "activities[].name"}, Required: true, width: 1.8, tell: (*book).tellActivityAndOperations,
				Remark: "Below the name of the activity; those stated for this controller, else those of the whole activity.",
			},
			{
				ID: "countries", Title: words.Entry{
					"Names of third countries or international organisations that personal data are transferred to (if applicable)",
					"Derde landen of internationale organisaties waaraan persoonsgegevens worden doorgegeven (indien van toepassing)",
					"Drittländer oder internationale Organisationen, an die personenbezogene Daten übermittelt werden (falls zutreffend)",
					"Pays tiers ou organisations internationales vers lesquels des données sont transférées (le cas échéant)",
				},
				Fields: []string{"activities[].transfers[].to", "activities[].transfers[].organisation", "parties[].country"}, Required: true, width: 1.3, tell: (*book).tellCountries,
			},
			{
				ID: "safeguards", Title: words.Entry{
					"Safeguards for exceptional transfers of personal data to third countries or international organisations (if applicable)",
					"Waarborgen bij bijzondere doorgiften aan derde landen of internationale organisaties (indien van toepassing)",
					"Garantien bei ausnahmsweisen Übermittlungen an Drittländer oder internationale Organisationen (falls zutreffend)",
					"Garanties pour les transferts exceptionnels vers des pays tiers ou à des organisations internationales (le cas échéant)",
				},
				Fields: []string{"activities[].disclosures[].transfers[].safeguards", "activities[].disclosures[].transfers[].tool", "activities[].transfers[].safeguards"}, width: 1.5, tell: (*book).tellSafeguards,
				Remark: "The template asks for the transfers of Art. 49(1), second subparagraph; what each other transfer rests on is told too.",
			},
			{
				ID: "measures", Title: words.Entry{
					"General description of technical and organisational security measures (if possible)", "Algemene beschrijving van de technische en organisatorische beveiligingsmaatregelen (indien mogelijk)",
					"Allgemeine Beschreibung der technischen und organisatorischen Maßnahmen (falls möglich)", "Description générale des mesures de sécurité techniques et organisationnelles (si possible)",
				},
				Fields: measureFields, Required: true, width: 1.6, tell: (*book).tellMeasures,
			},
			{
				ID: "sub-processors", Title: words.Entry{"Sub-processors", "Subverwerkers", "Unterauftragsverarbeiter", "Sous-traitants ultérieurs"},
				Fields: []string{"activities[].disclosures[].to", "activities[].disclosures[].as", "parties[].engages"}, width: 1.4, tell: (*book).tellSubProcessors,
				Remark: "Not in the template: Art. 28(2) and (4) make them worth knowing.",
			},
		},
	}
}

// tellClient is the controller of an item, how to reach it and its officer, and
// since when or until when the work is done for it.
func (k *book) tellClient(of item) Cell {
	if of.client == nil || !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	lines := k.partyAndContact(of.client.Party)
	if officer := k.clientOfficer(of); len(officer) > 0 {
		lines = append(lines, muted(k.named("dpo", joined(officer, ", "))))
	}
	if state := k.clientState(of); state != nil {
		lines = append(lines, append(append(state, Run{Text: " "}), k.span(of.client.From, of.client.Until)...))
	}
	return k.cell(append(lines, k.remarks(&of.client.Remarks)...)...)
}

// clientOfficer is the officer of the controller of an item.
func (k *book) clientOfficer(of item) []Inline {
	if of.client == nil || !k.o.Audience.sees(Authority) {
		return nil
	}
	p := k.view.Party(of.client.Party)
	if p == nil || p.DPO == nil {
		return nil
	}
	return k.officer(nil, p.DPO).Text
}

// tellClientRepresentative is the representative of the controller of an item
// (Art. 27).
func (k *book) tellClientRepresentative(of item) Cell {
	if of.client == nil || !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	p := k.view.Party(of.client.Party)
	switch {
	case p == nil:
		return Cell{}
	case p.Representative != nil:
		return k.cell(k.representative(nil, p.Representative).Text...)
	case p.Country != "" && k.outside(register.Area(p.Country)):
		return k.stated()
	}
	return Cell{}
}

// tellClientContract is the contract with the controller of an item, and where it
// is kept.
func (k *book) tellClientContract(of item) Cell {
	if of.client == nil || !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	if of.client.Agreement == "" {
		return k.stated() // Art. 28(3)
	}
	return k.cell(append([]Inline{k.name(register.KindAgreements, of.client.Agreement)}, mutedLines(k.agreementAt(of.client.Agreement))...)...)
}

// tellActivityAndOperations is the name of an activity, and what is done in it for
// the controller of an item.
func (k *book) tellActivityAndOperations(of item) Cell {
	lines := []Inline{emphasised(k.tellName(of).Lines[0])}
	operations := k.tellClientOperations(of).Lines
	if len(operations) == 0 && k.o.Audience.sees(Authority) {
		operations = []Inline{mark(k.say("not-stated"))}
	}
	return k.cell(append(lines, operations...)...)
}

// tellClientOperations is what is done for the controller of an item, else in the whole
// activity (Art. 30(2)(b)).
func (k *book) tellClientOperations(of item) Cell {
	if !k.o.Audience.sees(Authority) {
		return Cell{}
	}
	if of.client != nil && len(of.client.Operations) > 0 {
		return k.cell(k.operations(of.client.Operations)...)
	}
	return k.cell(k.operations(of.activity.Operations)...)
}

// tellSubProcessors is each processor that is engaged for an activity, with those
// that it engages in its turn.
func (k *book) tellSubProcessors(of item) Cell {
	var lines []Inline
	var told []string
	for _, d := range k.disclosures(of.activity) {
		if d.As != register.RoleProcessor && d.As != "" || slices.Contains(told, d.To+" "+d.Service) {
			continue
		}
		told = append(told, d.To+" "+d.Service)
		line := k.name(register.KindParties, d.To)
		if d.Service != "" {
			line = append(append(line, Run{Text: " – "}), k.serviceOf(d.To, d.Service)...)
		}
		if d.As == "" {
			line = append(line, Run{Text: " (" + k.say("layout.role-not-stated") + ")", Style: Muted})
		}
		if k.over(d.From, d.Until) {
			line = append(append(line, Run{Text: " "}), k.span(d.From, d.Until)...)
		}
		lines = append(append(lines, line), k.passers(of, d.To)...)
	}
	if len(lines) == 0 {
		if of.activity.Disclosures != nil {
			return Cell{Lines: []Inline{k.label("none")}}
		}
		return Cell{}
	}
	return k.cell(lines...)
}
