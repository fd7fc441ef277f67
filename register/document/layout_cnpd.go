package document

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/words"
)

// layoutCNPD is the example table of the CNPD: seven columns, with the
// controller in the heading. The name of the activity stands before them.
func layoutCNPD() Layout {
	return Layout{
		Name: "cnpd", Authority: "CNPD, Luxembourg", Language: "fr", Grain: RowPerActivity, Role: register.ActivityRoleController,
		Title:  recordTitle,
		Groups: []LayoutGroup{controllerGroup, officerGroup, representativeGroup},
		Header: slices.Concat(keeperColumns("controller"), officerColumns(), representativeColumns()),
		Columns: []LayoutColumn{
			{
				ID: "activity", Title: words.Entry{"Activity", "Verwerking", "Tätigkeit", "Activité"},
				Fields: []string{"activities[].name", "activities[].number"}, width: 0.9, head: true, tell: (*book).tellName,
				Remark: "Not in the template: it names the rows.",
			},
			{
				ID: "purpose", Title: purposesTitle, Fields: []string{"activities[].purposes[].purpose", "activities[].purposes[].description"},
				Required: true, width: 1.1, tell: (*book).tellPurposes,
			},
			{ID: "subjects", Title: subjectsTitle, Fields: []string{"activities[].subjects[].subject"}, Required: true, width: 0.9, tell: (*book).tellSubjects},
			{ID: "data", Title: dataTitle, Fields: []string{"activities[].data[].category", "dataCategories[].marks"}, Required: true, width: 1.2, tell: (*book).tellData},
			{
				ID: "recipients", Title: recipientsTitle, Fields: []string{"activities[].disclosures[].to", "activities[].disclosures[].as", "parties[].engages"},
				Required: true, width: 2.3, tell: (*book).tellRecipients,
			},
			{ID: "transfers", Title: transfersTitle, Fields: transferFields, Required: true, width: 1.3, tell: (*book).tellTransfers},
			{ID: "retention", Title: retentionTitle, Fields: retentionFields, Required: true, width: 1.6, tell: (*book).tellRetention},
			{ID: "measures", Title: measuresTitle, Fields: measureFields, Required: true, width: 1.3, tell: (*book).tellMeasures},
		},
	}
}
