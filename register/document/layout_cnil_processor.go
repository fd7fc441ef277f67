package document

import (
	"slices"
	"strconv"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// layoutCNILProcessor is the record of a processor as the CNIL describes it: a
// list, and a form for each controller and what is done for it.
func layoutCNILProcessor() Layout {
	return Layout{
		Name: "cnil-processor", Authority: "CNIL, France", Language: "fr", Grain: FormPerClient, Role: register.ActivityRoleProcessor,
		Title: processorTitle,
		Groups: []LayoutGroup{
			processorGroup, officerGroup, representativeGroup,
			{ID: "client", Title: words.Entry{"Controller", "Verwerkings\u00adverantwoordelijke", "Verantwortlicher", "Client : responsable du traitement"}},
			{ID: "work", Title: words.Entry{"Processing on its behalf", "Verwerking namens deze", "Verarbeitung in dessen Auftrag", "Traitements effectués pour son compte"}},
			{ID: "abroad", Title: words.Entry{"Transfers outside the EU", "Doorgiften buiten de EU", "Übermittlungen außerhalb der EU", "Transferts hors UE"}},
			{ID: "security", Title: measuresTitle},
		},
		Header:  headerCNIL("processor"),
		List:    clientList(),
		Columns: clientColumns(),
		items:   (*book).byClient,
		heading: (*book).clientHeading,
	}
}

// clientList are the columns of the list of controllers.
func clientList() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "list-client", Title: words.Entry{"Controller", "Verwerkings\u00adverantwoordelijke", "Verantwortlicher", "Client (responsable du traitement)"}, Fields: []string{"activities[].onBehalfOf[].party"},
			Required: true, width: 1.4, head: true, tell: func(k *book, of item) Cell {
				if of.client == nil {
					return Cell{}
				}
				return k.cell(k.name(register.KindParties, of.client.Party), k.clientState(of))
			},
		},
		{ID: "list-name", Title: cnilNameTitle, Fields: []string{"activities[].name"}, Required: true, width: 1.4, tell: func(k *book, of item) Cell { return k.cell(k.nameOf(of.activity)) }},
		{ID: "list-number", Title: cnilNumberTitle, Fields: []string{"activities[].number", "activities[].id"}, width: 0.8, tell: (*book).tellNumber},
		{ID: "list-created", Title: cnilCreatedTitle, Fields: []string{"activities[].created"}, width: 0.9, tell: createdOn},
		{ID: "list-updated", Title: cnilUpdatedTitle, Fields: []string{"activities[].updated"}, width: 0.9, tell: updatedOn},
		{ID: "list-processing", Title: operationsTitle, Fields: []string{"activities[].operations", "activities[].onBehalfOf[].operations"}, Required: true, width: 2, tell: (*book).tellClientOperations},
	}
}

var operationsTitle = words.Entry{"Categories of processing", "Categorieën verwerkingen", "Kategorien von Verarbeitungen", "Catégories de traitements"}

// clientColumns are the lines of a form.
func clientColumns() []LayoutColumn {
	return []LayoutColumn{
		{
			ID: "client", Title: words.Entry{"Name and contact details", "Naam en contactgegevens", "Name und Kontaktdaten", "Nom et coordonnées"}, Group: "client",
			Fields: []string{"activities[].onBehalfOf[].party"}, Remark: "With the contact of the party.", Required: true, tell: func(k *book, of item) Cell {
				if of.client == nil || !k.o.Audience.sees(Authority) {
					return Cell{}
				}
				return k.cell(append(k.partyAndContact(of.client.Party), k.remarks(&of.client.Remarks)...)...)
			},
		},
		{ID: "client-representative", Title: representativeGroup.Title, Group: "client", Fields: []string{"parties[].representative"}, tell: (*book).tellClientRepresentative},
		{
			ID: "client-dpo", Title: officerGroup.Title, Group: "client", Fields: []string{"parties[].dpo"},
			tell: func(k *book, of item) Cell { return k.cell(k.clientOfficer(of)...) },
		},
		{ID: "client-contract", Title: words.Entry{"Contract", "Overeenkomst", "Vertrag", "Contrat de sous-traitance"}, Group: "client", Fields: []string{"activities[].onBehalfOf[].agreement", "agreements[].document", "documents[].reference"}, tell: (*book).tellClientContract},
		{
			ID: "client-period", Title: words.Entry{"Period", "Periode", "Zeitraum", "Période"}, Group: "client", Fields: []string{"activities[].onBehalfOf[].from", "activities[].onBehalfOf[].until"},
			tell: func(k *book, of item) Cell {
				if of.client == nil || !k.o.Audience.sees(Authority) {
					return Cell{}
				}
				return k.cell(k.span(of.client.From, of.client.Until))
			},
		},
		{ID: "number", Title: cnilNumberTitle, Group: "work", Fields: []string{"activities[].number", "activities[].id"}, tell: (*book).tellNumber},
		{ID: "name", Title: cnilNameTitle, Group: "work", Fields: []string{"activities[].name"}, Required: true, tell: func(k *book, of item) Cell { return k.cell(k.nameOf(of.activity)) }},
		{ID: "created", Title: cnilCreatedTitle, Group: "work", Fields: []string{"activities[].created"}, tell: createdOn},
		{ID: "updated", Title: cnilUpdatedTitle, Group: "work", Fields: []string{"activities[].updated"}, tell: updatedOn},
		{
			ID: "processing", Title: operationsTitle, Group: "work", Required: true, Fields: []string{"activities[].operations", "activities[].onBehalfOf[].operations"}, tell: (*book).tellClientOperations,
			Remark: "Those stated for this controller, else those of the whole activity.",
		},
		{
			ID: "sub-processors", Title: words.Entry{"Sub-processors", "Subverwerkers", "Unterauftragsverarbeiter", "Sous-traitants ultérieurs"}, Group: "work",
			Fields: []string{"activities[].disclosures[].to", "activities[].disclosures[].as", "parties[].engages"}, tell: (*book).tellSubProcessors,
		},
		{
			ID: "transfers", Title: transfersTitle, Group: "abroad", Required: true,
			Fields: append(slices.Clone(transferFields), "activities[].disclosures[].transfers[].documents", "documents[].reference"), table: (*book).cnilTransfers,
		},
		{
			ID: "measures", Title: measuresTitle, Group: "security", Required: true,
			Fields: append(slices.Clone(measureFields), "measures[].parent", "measures[].description"), table: (*book).cnilMeasures,
		},
	}
}

// byClient are activities with each controller that they are carried out for; those
// of one controller stand together, in the order in which controllers come first.
func (k *book) byClient(list []*register.Activity) []item {
	var order []string
	groups := make(map[string][]item)
	add := func(id string, of item) {
		if groups[id] == nil {
			order = append(order, id)
		}
		groups[id] = append(groups[id], of)
	}
	for _, a := range list {
		if len(a.OnBehalfOf) == 0 || !k.o.Audience.sees(Authority) {
			add("", item{activity: a})
			continue
		}
		for i := range a.OnBehalfOf {
			add(a.OnBehalfOf[i].Party, item{activity: a, client: &a.OnBehalfOf[i]})
		}
	}
	var all []item
	for _, id := range order {
		all = append(all, groups[id]...)
	}
	return all
}

// clientID is the ID of the form about an activity for a controller, the same
// whatever other forms there are.
func (of item) clientID() string {
	if of.client == nil {
		return "client-of-" + of.activity.ID
	}
	id, n := "client-"+of.client.Party+"-of-"+of.activity.ID, 1
	for i := range of.activity.OnBehalfOf {
		c := &of.activity.OnBehalfOf[i]
		if c == of.client {
			break
		}
		if c.Party == of.client.Party {
			n++
		}
	}
	if n > 1 { // the same controller again, in another period
		id += "-" + strconv.Itoa(n)
	}
	return id
}

// clientHeading is the controller and the activity of a form.
func (k *book) clientHeading(of item) Inline {
	title := k.heading(of.activity)
	if of.client == nil {
		return title
	}
	title = append(append(k.name(register.KindParties, of.client.Party), Run{Text: " – "}), title...)
	if state := k.clientState(of); state != nil {
		title = append(append(title, Run{Text: " – "}), state...)
	}
	return title
}

// clientState tells that work for a controller is over or has not begun.
func (k *book) clientState(of item) Inline {
	if of.client == nil || !k.over(of.client.From, of.client.Until) {
		return nil
	}
	state := register.StatusEnded
	if of.client.From > k.o.AsOf {
		state = register.StatusPlanned
	}
	return mark(k.words.Value(string(state)))
}
