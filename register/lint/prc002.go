package lint

import (
	"strings"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/diag"
	"github.com/openropa/ropa/register/internal/binding"
	"github.com/openropa/ropa/register/value"
)

var prc002 = &Rule{
	Code:  "PRC-002",
	Title: value.Text{"en": "Contract with a processor: contents", "nl": "Inhoud van de verwerkersovereenkomst"},
	Why: value.Text{
		"en": "The law lists what a contract with a processor must hold: what is processed, how long and why, whose data, and eight duties of the processor, such as confidentiality, security and deletion.",
		"nl": "De wet somt op wat er in een verwerkersovereenkomst moet staan: wat wordt verwerkt, hoe lang en waarom, van wie, en acht plichten van de verwerker, zoals geheimhouding, beveiliging en wissing.",
	},
	Articles: []string{"Art. 28(3) GDPR"},
	Source:   Law,
	Severity: diag.Error,
	Profile:  Accountability,
	Sentences: map[string]Sentence{
		"": {
			Says: value.Text{
				"en": "the register does not show that the contract “{agreement}” with the processor “{party}” provides for {missing}",
				"nl": "het register laat niet zien dat in de overeenkomst “{agreement}” met de verwerker “{party}” dit is geregeld: {missing}",
			},
			Mend: value.Text{
				"en": "have the contract amended, or add {clauses} to clauses where it provides for them",
				"nl": "laat de overeenkomst aanvullen, of voeg {clauses} toe aan clauses als het erin staat",
			},
		},
		"unknown": {
			Says: value.Text{
				"en": "the register does not show what the contract “{agreement}” with the processor “{party}” provides for",
				"nl": "het register laat niet zien wat er in de overeenkomst “{agreement}” met de verwerker “{party}” is geregeld",
			},
			Mend: value.Text{
				"en": "hold the contract against Art. 28(3) and list under clauses what it provides for",
				"nl": "leg de overeenkomst naast art. 28 lid 3 en noem onder clauses wat erin is geregeld",
			},
		},
	},
	Register: func(c *Check) {
		told := make(map[string]bool)
		for _, uses := range c.directly(register.RoleProcessor) {
			party := c.view.Party(uses[0].party)
			if !binding.Needs(party) {
				continue
			}
			for _, x := range uses {
				a, ok := c.contractFor(x)
				if !ok || told[a.ID] || c.clausesBind(party, x) {
					continue
				}
				told[a.ID] = true
				c.contractTerms(a, party, uses)
			}
		}
	},
}

func (c *Check) contractTerms(a *register.Agreement, party *register.Party, uses []*direct) {
	h := Hit{
		At: "agreements/" + a.ID, Tentative: tentativeAll(uses), Related: placesOf(uses),
		Args: args("agreement", nameOr(a.Name, a.ID), "party", c.party(party.ID)),
	}
	if a.Clauses == nil {
		// The law does not ask to list them here; a contract that can be looked up
		// can be asked.
		h.Variant, h.Lighter, h.Info = "unknown", true, a.Document != ""
		c.Report(h)
		return
	}
	var missing []value.Text
	var codes []string
	for _, term := range contractTerms {
		if !isOne(term.clause, a.Clauses...) {
			missing, codes = append(missing, term.words), append(codes, string(term.clause))
		}
	}
	if len(missing) == 0 {
		return
	}
	h.At += "/clauses"
	h.Args["missing"], h.Args["clauses"] = enumerateAll(missing), plain(strings.Join(codes, ", "))
	c.Report(h)
}

// contractTerms are what a contract sets out (Art. 28(3)).
var contractTerms = []struct {
	clause register.Clause
	words  value.Text
}{
	{register.ClauseSubjectMatter, value.Text{"en": "the subject matter", "nl": "het onderwerp"}},
	{register.ClauseDuration, value.Text{"en": "the duration", "nl": "de duur"}},
	{register.ClauseNature, value.Text{"en": "the nature of the processing", "nl": "de aard van de verwerking"}},
	{register.ClausePurpose, value.Text{"en": "its purpose", "nl": "het doel ervan"}},
	{register.ClauseData, value.Text{"en": "the type of personal data", "nl": "het soort persoonsgegevens"}},
	{register.ClauseSubjects, value.Text{"en": "the categories of data subjects", "nl": "de categorieën van betrokkenen"}},
	{register.ClauseControllerRights, value.Text{"en": "the rights and duties of the controller", "nl": "de rechten en verplichtingen van de verwerkingsverantwoordelijke"}},
	{register.Clause283A, value.Text{"en": "processing on documented instructions only", "nl": "verwerking alleen op schriftelijke instructies"}},
	{register.Clause283B, value.Text{"en": "confidentiality of staff", "nl": "vertrouwelijkheid door het personeel"}},
	{register.Clause283C, value.Text{"en": "security", "nl": "beveiliging"}},
	{register.Clause283D, value.Text{"en": "the conditions for sub-processors", "nl": "de voorwaarden voor andere verwerkers"}},
	{register.Clause283E, value.Text{"en": "help with requests of data subjects", "nl": "bijstand bij verzoeken van betrokkenen"}},
	{register.Clause283F, value.Text{"en": "help with the duties of Art. 32 to 36", "nl": "bijstand bij de plichten van art. 32 tot en met 36"}},
	{register.Clause283G, value.Text{"en": "deletion or return afterwards", "nl": "wissen of teruggeven na afloop"}},
	{register.Clause283H, value.Text{"en": "the right to audit", "nl": "het recht op audits"}},
}
