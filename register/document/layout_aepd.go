package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// layoutAEPD is the record that the AEPD publishes of itself, which others follow:
// a sheet for each activity, beginning with the legal basis.
func layoutAEPD() Layout {
	return Layout{
		Name: "aepd", Authority: "AEPD, Spain", Language: "es", Grain: FormPerActivity, Role: register.ActivityRoleController,
		Title:  recordTitle,
		Groups: []LayoutGroup{controllerGroup, officerGroup, representativeGroup},
		Header: slices.Concat(keeperColumns("controller"), officerColumns(), representativeColumns()),
		Columns: []LayoutColumn{
			{
				ID: "basis", Title: basisTitle, Original: "base jurídica", Fields: []string{
					"activities[].purposes[].basis", "activities[].purposes[].law", "activities[].purposes[].interest", "activities[].purposes[].art9", "activities[].purposes[].art9Law",
				}, Required: true, tell: (*book).tellBasesAndConditions,
				Remark: "A public body has to publish it with its inventory of processing.",
			},
			{
				ID: "purposes", Title: purposesTitle, Original: "fines del tratamiento",
				Fields: []string{"activities[].purposes[].purpose", "activities[].purposes[].description"}, Required: true, tell: (*book).tellPurposes,
			},
			{ID: "subjects", Title: words.Entry{"Group of people", "Groep mensen", "Personenkreis", "Groupe de personnes"}, Original: "colectivo", Fields: []string{"activities[].subjects[].subject"}, Required: true, tell: (*book).tellSubjects},
			{ID: "data", Title: dataTitle, Original: "categorías de datos", Fields: []string{"activities[].data[].category", "dataCategories[].marks"}, Required: true, tell: (*book).tellData},
			{
				ID: "recipients", Title: recipientsTitle, Original: "categoría de destinatarios",
				Fields: []string{"activities[].disclosures[].to", "activities[].disclosures[].as", "parties[].engages"}, Required: true, tell: (*book).tellRecipients,
			},
			{ID: "transfers", Title: words.Entry{"International transfers", "Internationale doorgiften", "Internationale Übermittlungen", "Transferts internationaux"}, Original: "transferencias internacionales", Fields: transferFields, Required: true, tell: (*book).tellTransfers},
			{ID: "retention", Title: words.Entry{"Time of erasure", "Bewaartermijn", "Löschfrist", "Délai d’effacement"}, Original: "plazo de supresión", Fields: retentionFields, Required: true, tell: (*book).tellRetention},
			{ID: "measures", Title: words.Entry{"Security measures", "Beveiligings\u00admaatregelen", "Sicherheitsmaßnahmen", "Mesures de sécurité"}, Original: "medidas de seguridad", Fields: measureFields, Required: true, tell: (*book).tellMeasures},
			{
				ID: "controller", Title: words.Entry{"Entity responsible", "Verantwoordelijke entiteit", "Verantwortliche Stelle", "Entité responsable"}, Original: "entidad responsable",
				Fields: []string{"organisation.name", "activities[].controllers", "activities[].jointWith"}, Required: true, tell: (*book).tellControllers,
			},
		},
	}
}

// tellBasesAndConditions is the legal basis of each purpose, and for special data
// the condition that lifts the ban.
func (k *book) tellBasesAndConditions(of item) Cell {
	return k.cell(append(k.tellBases(of).Lines, k.tellConditions(of).Lines...)...)
}
