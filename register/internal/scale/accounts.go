package scale

import (
	"fmt"

	"github.com/openropa/ropa/register"
)

// accountFor adds what a register that accounts for itself says beyond who gets
// which data, and leaves it out of one entry in twenty or so.
func (m *maker) accountFor(r *register.Register) {
	o := r.Organisation
	o.Contact = contact("example.org")
	o.DPO = &register.Officer{Name: "Data protection officer", Contact: contact("dpo.example.org"), Published: register.Yes}
	o.Measures = []register.MeasureUse{{Measure: "access-control"}, {Measure: "encryption"}, {Measure: "pseudonymisation"}}
	for i, p := range r.Parties {
		d := m.draw(ofPartyAccount, i, first)
		p.Kind = register.PartyKindOrganisation
		if p.Country == "" && d.percent(80) {
			p.Country = seats.draw(d)
		}
		if d.percent(90) {
			p.Contact = contact(p.ID + ".example.org")
		}
		if d.percent(85) {
			r.Agreements = append(r.Agreements, contract(d, p.ID))
		}
	}
	for i, a := range r.Activities {
		accountForActivity(m.draw(ofActivityAccount, i, first), a)
	}
}

func contact(domain string) *register.Contact {
	return &register.Contact{Email: "privacy@" + domain, Address: &register.Address{Street: "Main Street 1", PostalCode: "1000 AA", City: "Amsterdam"}}
}

func contract(d *dice, party string) *register.Agreement {
	x := &register.Agreement{
		ID: "contract-" + party, Name: register.Text{"en": "Contract with " + party}, Kind: register.AgreementKindProcessorContract,
		Between: []string{party}, Signed: d.day(2018, 2026), SubProcessors: &register.SubProcessors{FlowDown: register.Yes},
		Clauses: []register.Clause{
			register.ClauseSubjectMatter, register.ClauseDuration, register.ClauseNature, register.ClausePurpose, register.ClauseData, register.ClauseSubjects,
			register.ClauseControllerRights, register.Clause283A, register.Clause283B, register.Clause283C, register.Clause283D, register.Clause283E,
			register.Clause283F, register.Clause283G, register.Clause283H,
		},
	}
	if d.percent(92) {
		x.SubProcessors.Authorisation, x.SubProcessors.Notice = register.AuthorisationGeneral, "P30D"
	}
	return x
}

func accountForActivity(d *dice, a *register.Activity) {
	if d.percent(95) {
		a.Unit = register.Text{"en": fmt.Sprintf("Department %d", d.below(60))}
	}
	if d.percent(90) {
		a.Review = &register.Review{Last: d.day(2026, 2027), Every: "P2Y"}
	}
	a.Description = register.Text{"en": "What is done, with what and for whom, in a sentence or two as people write them in a register."}
	a.Retention = nil // said of the data
	for i := range a.Purposes {
		accountForPurpose(d, &a.Purposes[i])
	}
	for i := range a.Data {
		// Most of what is alike is kept equally long.
		if u := &a.Data[i]; u.Retention != nil || d.percent(90) {
			rule := len(u.Category) * int(u.Category[0]) % rules
			if d.permille(2) {
				rule = d.below(rules)
			}
			u.Retention = []register.RetentionUse{{Rule: ruleID(rule)}}
		}
		if d.percent(90) {
			a.Data[i].Source = []register.DataSource{{Kind: register.SourceKindDataSubject}}
		}
	}
	for i := range a.Disclosures {
		if x := &a.Disclosures[i]; x.As == "" && d.percent(80) {
			x.As = register.RoleProcessor
		}
	}
}

func accountForPurpose(d *dice, u *register.PurposeUse) {
	for _, b := range u.Basis {
		if !d.percent(95) {
			continue
		}
		switch b {
		case register.BasisLegalObligation, register.BasisPublicTask:
			u.Law = []register.LawRef{{ID: "nl-awr-52"}}
		case register.BasisLegitimateInterests:
			u.Interest = register.Text{"en": "To know what is ordered, and to keep it safe from fraud"}
			u.LIA = &register.BalancingTest{Outcome: register.AssessmentOutcomePass, Date: d.day(2020, 2026), Summary: register.Text{"en": "The interest prevails: few data, kept briefly"}}
		case register.BasisConsent:
			steps := 1
			u.Consent = &register.Consent{
				Mechanism: register.ConsentMechanismOptIn, Explicit: register.Yes, How: register.Text{"en": "A box that is not ticked"},
				Record: register.Text{"en": "Date and text in the log"}, Withdrawal: register.Text{"en": "A link in each message"}, StepsToGive: &steps, StepsToWithdraw: &steps,
			}
		}
	}
}
