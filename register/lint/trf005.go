package lint

import (
	"slices"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/law"
	"github.com/openropa/ropa/register/value"
)

var trf005 = &Rule{
	Code:  "TRF-005",
	Title: value.Text{"en": "No transfer impact assessment", "nl": "Geen beoordeling van de doorgifte"},
	Why: value.Text{
		"en": "Before data are transferred on clauses, rules or a certification, the sender assesses whether law and practice of the country let the recipient keep to them (C-311/18), and looks again from time to time.",
		"nl": "Voordat gegevens op basis van bepalingen, regels of een certificering worden doorgegeven, beoordeelt de verzender of recht en praktijk van het land de ontvanger toelaten zich eraan te houden (C-311/18), en kijkt van tijd tot tijd opnieuw.",
	},
	Articles: []string{"Art. 46 GDPR", "C-311/18"},
	Source:   Case,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show a transfer impact assessment for the transfer to “{party}” in {country}",
				"nl": "het register laat geen beoordeling (transfer impact assessment) zien voor de doorgifte aan “{party}” in {country}",
			},
			Mend: value.Text{
				"en": "assess law and practice of the country, add the report under documents (kind: tia) and name it in tia",
				"nl": "beoordeel recht en praktijk van het land, zet het verslag onder documents (kind: tia) en noem het in tia",
			},
		},
		"expired": {
			Says: value.Text{
				"en": "the assessment “{document}” of the transfer to “{party}” in {country} was valid until {until}; the register does not show a newer one",
				"nl": "de beoordeling “{document}” van de doorgifte aan “{party}” in {country} gold tot en met {until}; het register laat geen nieuwere zien",
			},
			Mend: assessAgain,
		},
		"old": {
			Says: value.Text{
				"en": "the assessment “{document}” of the transfer to “{party}” in {country} is of {date}; the register does not show that it was looked at again since",
				"nl": "de beoordeling “{document}” van de doorgifte aan “{party}” in {country} is van {date}; het register laat niet zien dat er sindsdien opnieuw naar is gekeken",
			},
			Mend: assessAgain,
		},
	},
	Register: func(c *Check) { c.eachTransfer(c.assessment) },
}

var assessAgain = value.Text{
	"en": "look at the assessment again and put the new date (and expires) at the document",
	"nl": "kijk opnieuw naar de beoordeling en zet de nieuwe datum (en expires) bij het document",
}

// The judgment asks for an assessment since its day. How often to look again no
// law says: "at appropriate intervals" (EDPB Recommendations 01/2020, step 6).
var assessedSince = value.MustDate("2020-07-16")

const assessedAgain = 36 // months

func (c *Check) assessment(t *carried) {
	if t.on < assessedSince || !needsAssessment(t.transfer.Tool) {
		return
	}
	if d, ok := law.Adequacy(t.country, t.on); ok && d.Requires == "" && c.decisionsApply(t.reached) {
		return // the Commission has assessed it
	}
	report := c.assessmentOf(t)
	switch {
	case report == nil:
		c.Report(t.hit(c, ""))
	case !report.Expires.IsZero() && report.Expires < c.on:
		c.Report(t.hit(c, "expired", "document", nameOr(report.Title, report.ID), "until", report.Expires))
	case report.Expires.IsZero() && !report.Date.IsZero() && monthsAfter(report.Date, assessedAgain) < c.on:
		h := t.hit(c, "old", "document", nameOr(report.Title, report.ID), "date", report.Date)
		h.Lighter = true
		c.Report(h)
	}
}

func needsAssessment(tool register.TransferTool) bool {
	return slices.ContainsFunc(transferTools, func(x law.TransferTool) bool { return x.ID == string(tool) && x.NeedsAssessment })
}

var transferTools = law.TransferTools()

// assessmentOf returns the assessment of a transfer, done by the day.
func (c *Check) assessmentOf(t *carried) *register.Document {
	for _, id := range append([]string{t.transfer.TIA}, t.transfer.Documents...) {
		d := c.view.Document(id)
		if d != nil && (id == t.transfer.TIA || d.Kind == register.DocumentKindTia) && d.Date <= c.on {
			return d
		}
	}
	return nil
}

func nameOr(name value.Text, id string) value.Text {
	if len(name) > 0 {
		return name
	}
	return plain(id)
}
