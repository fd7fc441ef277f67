package datamap_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/value"
)

var today = value.MustDate("2026-11-22")

// shop returns a register with one activity, "pay", and what each case adds.
func shop(change func(r *register.Register, a *register.Activity)) *register.Register {
	a := &register.Activity{
		ID:       "pay",
		Purposes: []register.PurposeUse{{Purpose: "payment", Basis: []register.Basis{"contract"}}},
		Subjects: []register.SubjectUse{{Subject: "customer"}},
		Data:     []register.DataUse{{Category: "name"}, {Category: "bank"}},
	}
	r := &register.Register{ID: "r", Extends: []string{}, Activities: []*register.Activity{a}}
	newGenTerms(r)
	for _, id := range []string{"p1", "p2", "p3"} {
		r.Parties = append(r.Parties, &register.Party{ID: id})
	}
	r.Systems = []*register.System{{ID: "crm"}, {ID: "erp"}}
	if change != nil {
		change(r, a)
	}
	return r
}

func newGenTerms(r *register.Register) {
	for id, parent := range map[string]string{"contact": "", "email": "contact", "phone": "contact", "name": "", "finance": "", "bank": "finance"} {
		r.DataCategories = append(r.DataCategories, &register.DataCategory{ID: id, Parent: parent})
	}
	r.DataCategories = append(r.DataCategories, &register.DataCategory{ID: "bundle", Includes: []string{"name", "email"}})
	r.DataSubjects = []*register.DataSubject{{ID: "person"}, {ID: "customer", Parent: "person"}, {ID: "employee", Parent: "person"}}
	r.Purposes = []*register.Purpose{{ID: "payment"}, {ID: "hr"}, {ID: "news"}}
}

// told writes answers in one line: id, "?" where assumed with the reasons, the
// roles, and behind a bar what is undetermined.
func told(a *datamap.Answers) string {
	var words []string
	for _, x := range a.Answers {
		word := x.ID
		if len(x.Roles) > 0 {
			word += ":" + strings.Join(x.Roles, "+")
		}
		if !x.Stated {
			word += fmt.Sprint("?", x.Why)
		}
		words = append(words, word)
	}
	if len(a.Undetermined) > 0 {
		words = append(words, "|")
	}
	for _, u := range a.Undetermined {
		words = append(words, u.ID+"-"+u.Missing)
	}
	return strings.Join(words, " ")
}

type activity = register.Activity
type reg = register.Register

func give(to string, data ...string) register.Disclosure {
	return register.Disclosure{To: to, As: "processor", Data: data}
}

func TestRulings(t *testing.T) {
	bank := datamap.Filter{Data: []string{"bank"}}
	cases := []struct {
		name   string
		change func(*reg, *activity)
		q      datamap.Question
		f      datamap.Filter
		want   string
	}{
		{"who gets only the name is no answer for bank accounts", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "name"), give("p2", "bank"), give("p3")}
		}, datamap.Processors, bank, "p2:processor p3:processor?[data-left-out]"},
		{"all is stated", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "all")}
		}, datamap.Processors, bank, "p1:processor"},
		{"a wider category is assumed", func(r *reg, a *activity) {
			a.Data = []register.DataUse{{Category: "finance"}}
			a.Disclosures = []register.Disclosure{give("p1", "finance")}
		}, datamap.Processors, bank, "p1:processor?[broader-category]"},
		{"a narrower category is exact enough", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "finance")}
		}, datamap.Processors, datamap.Filter{Data: []string{"finance"}}, "p1:processor"},
		{"of a disclosed wider category flows what is held", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "finance")}
		}, datamap.Data, datamap.Filter{Recipients: []string{"p1"}}, "bank"},
		{"members of a bundle", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "bundle"), give("p2", "bank")}
		}, datamap.Recipients, datamap.Filter{Data: []string{"bundle"}}, "p1:processor"},
		{"what is disclosed but not held is a statement", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "phone")}
		}, datamap.Processors, datamap.Filter{Data: []string{"phone"}}, "p1:processor"},
		{"under allActivities it is not", func(r *reg, a *activity) {
			r.AllActivities = &register.AllActivities{Disclosures: []register.Disclosure{give("p1", "phone"), give("p2", "bank")}}
		}, datamap.Recipients, datamap.Filter{}, "p2:processor"},
		{"except", func(r *reg, a *activity) {
			r.AllActivities = &register.AllActivities{Disclosures: []register.Disclosure{give("p1"), give("p2")}}
			a.Except = []string{"p1"}
		}, datamap.Recipients, datamap.Filter{}, "p2:processor?[data-left-out]"},
		{"unknown data: a recipient", func(r *reg, a *activity) {
			a.Data = nil
			a.Disclosures = []register.Disclosure{give("p1")}
		}, datamap.Recipients, datamap.Filter{}, "p1:processor?[data-left-out]"},
		{"unknown data: undetermined where data are asked", func(r *reg, a *activity) {
			a.Data = nil
			a.Disclosures = []register.Disclosure{give("p1")}
		}, datamap.Recipients, bank, "| p1-data"},
		{"an unstated role is undetermined, first of several", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{{To: "p1"}, give("p2")}
		}, datamap.Processors, datamap.Filter{OutsideEEA: register.Yes}, "| p1-role p2-country"},
		{"two entries of one category do not multiply", func(r *reg, a *activity) {
			a.Purposes = append(a.Purposes, register.PurposeUse{Purpose: "hr"})
			a.Data = []register.DataUse{
				{Category: "name", Subjects: []string{"customer"}, Purposes: []string{"payment"}},
				{Category: "name", Subjects: []string{"employee"}, Purposes: []string{"hr"}},
			}
			a.Disclosures = []register.Disclosure{{To: "p1", As: "processor", Data: []string{"name"}, Subjects: []string{"employee"}, Purposes: []string{"hr"}}}
		}, datamap.Recipients, datamap.Filter{Subjects: []string{"customer"}}, ""},
		{"a purpose serves only its people", func(r *reg, a *activity) {
			a.Subjects = append(a.Subjects, register.SubjectUse{Subject: "employee"})
			a.Purposes = append(a.Purposes, register.PurposeUse{Purpose: "hr", Subjects: []string{"employee"}})
		}, datamap.Purposes, datamap.Filter{Subjects: []string{"customer"}}, "payment?[subjects-left-out]"},
		{"a certainty narrowed to the role leaves the data stated", func(r *reg, a *activity) {
			d := give("p1", "bank")
			d.Certainty, d.CertaintyOf = "inferred", []string{"as"}
			a.Disclosures = []register.Disclosure{d}
		}, datamap.Recipients, bank, "p1:processor"},
		{"and the role assumed, where it is asked for", func(r *reg, a *activity) {
			d := give("p1", "bank")
			d.Certainty, d.CertaintyOf = "inferred", []string{"as"}
			a.Disclosures = []register.Disclosure{d}
		}, datamap.Processors, bank, "p1:processor?[inferred]"},
		{"whom a processor engages is a sub-processor", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "bank")}
			r.Parties[0].Engages = []register.Onward{{Party: "p2", Data: []string{"bank"}}, {Party: "p3", Data: []string{"name"}}}
		}, datamap.Processors, bank, "p1:processor p2:sub-processor"},
		{"whom a controller engages is its processor", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{{To: "p1", As: "controller", Data: []string{"bank"}}}
			r.Parties[0].Engages = []register.Onward{{Party: "p2"}}
		}, datamap.Processors, bank, "p2:processor?[data-left-out]"},
		{"as a processor the organisation engages sub-processors", func(r *reg, a *activity) {
			a.Role = "processor"
			a.Disclosures = []register.Disclosure{give("p1", "bank")}
		}, datamap.Processors, bank, "p1:sub-processor"},
		{"data added on the way", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "name")}
			r.Parties[0].Recipients = []register.Onward{{Party: "p2", As: "controller", AddsData: []string{"bank"}}}
		}, datamap.Recipients, bank, "p2:controller"},
		{"a cycle ends", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "bank")}
			r.Parties[0].Engages = []register.Onward{{Party: "p2"}}
			r.Parties[1].Engages = []register.Onward{{Party: "p3"}, {Party: "p1"}}
		}, datamap.Processors, bank, "p1:processor+sub-processor p2:sub-processor?[data-left-out] p3:sub-processor?[data-left-out]"},
		{"none at the disclosure wins over the party", func(r *reg, a *activity) {
			d := give("p1", "bank")
			d.Engages = []register.Onward{}
			a.Disclosures = []register.Disclosure{d}
			r.Parties[0].Engages = []register.Onward{{Party: "p2"}}
		}, datamap.Processors, bank, "p1:processor"},
		{"a service that nobody named", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "bank")}
			r.Parties[0].Services = []register.Service{{ID: "s", Engages: []register.Onward{{Party: "p2", Data: []string{"all"}}}}}
		}, datamap.Processors, bank, "p1:processor p2:sub-processor?[service-left-out]"},
		{"another service than the one named", func(r *reg, a *activity) {
			d := give("p1", "bank")
			d.Service = "t"
			a.Disclosures = []register.Disclosure{d}
			r.Parties[0].Services = []register.Service{{ID: "s", Engages: []register.Onward{{Party: "p2"}}}, {ID: "t"}}
		}, datamap.Processors, bank, "p1:processor"},
		{"outside the EEA, and not known", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "bank"), give("p2"), give("p3")}
			r.Parties[0].Country, r.Parties[1].Country, r.Parties[1].Locations = "US", "NL", []register.Area{"EEA"}
		}, datamap.Recipients, datamap.Filter{OutsideEEA: register.Yes}, "p1:processor | p3-country"},
		{"inside the EEA, with data that are left out", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1"), give("p2"), give("p3")}
			r.Parties[0].Country, r.Parties[1].Country = "US", "NL"
		}, datamap.Recipients, datamap.Filter{OutsideEEA: register.No}, "p2:processor?[data-left-out] | p3-country"},
		{"purposes of its own", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "bank"), {To: "p2", As: "controller"}, give("p3")}
			r.Parties[0].OwnPurposes, r.Parties[2].OwnPurposes = []register.OwnPurpose{{Purpose: "news"}}, []register.OwnPurpose{}
		}, datamap.Recipients, datamap.Filter{OwnPurposes: register.Yes}, "p1:processor"},
		{"ended without a day is over", func(r *reg, a *activity) { a.Status = "ended" }, datamap.Activities, datamap.Filter{}, ""},
		{"until is included", func(r *reg, a *activity) { a.Until = today }, datamap.Activities, datamap.Filter{}, "pay"},
		{"planned only where asked", func(r *reg, a *activity) { a.Status = "planned" }, datamap.Activities, datamap.Filter{}, ""},
		{"planned from a later day", func(r *reg, a *activity) {
			a.Status, a.From = "planned", value.MustDate("2027-01-01")
		}, datamap.Activities, datamap.Filter{Planned: true}, "pay"},
		{"a step that has ended", func(r *reg, a *activity) {
			a.Disclosures = []register.Disclosure{give("p1", "bank")}
			r.Parties[0].Engages = []register.Onward{{Party: "p2", Until: value.MustDate("2026-11-21")}}
		}, datamap.Processors, bank, "p1:processor"},
		{"the retention of the activity stands in", func(r *reg, a *activity) {
			a.Retention = []register.RetentionUse{{Rule: "x"}}
			a.Data[1].Retention = []register.RetentionUse{{Rule: "y"}}
		}, datamap.Retention, datamap.Filter{}, "activities/pay/data/bank activities/pay/data/name?[retention-left-out]"},
		{"consents", func(r *reg, a *activity) {
			a.Purposes = append(a.Purposes, register.PurposeUse{Purpose: "news", Basis: []register.Basis{"consent"}})
		}, datamap.Consents, datamap.Filter{}, "activities/pay/purposes/news"},
		{"systems of all activities, and none", func(r *reg, a *activity) {
			r.AllActivities = &register.AllActivities{Systems: []string{"crm"}}
			a.Data[1].Systems = []string{}
		}, datamap.Systems, bank, ""},
		{"all stands for the other categories", func(r *reg, a *activity) {
			a.Data = append(a.Data, register.DataUse{Category: "all", Purposes: []string{"payment"}})
		}, datamap.Data, datamap.Filter{Purposes: []string{"payment"}}, "bank name"},
		{"all alone is anything", func(r *reg, a *activity) {
			a.Data = []register.DataUse{{Category: "all"}}
		}, datamap.Data, bank, "all?[broader-category]"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			view := viewOf(shop(c.change))
			c.f.AsOf, c.f.Evidence = today, datamap.EvidenceAll
			answers := ask(t, datamap.Build(view), c.q, c.f)
			if diff := cmp.Diff(c.want, told(answers)); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff((&oracle{view: view, q: c.q, f: c.f}).answer(), answers, ignoreNames); diff != "" {
				t.Errorf("-oracle +map:\n%s", diff)
			}
		})
	}
}

func TestWhatAFilterNamesIsKnown(t *testing.T) {
	m := datamap.Build(viewOf(shop(nil)))
	for _, c := range []struct {
		f    datamap.Filter
		q    datamap.Question
		want string
	}{
		{datamap.Filter{Data: []string{"bnak"}}, datamap.Data, `data: unknown id "bnak"; did you mean bank`},
		{datamap.Filter{Recipients: []string{"zzz"}}, datamap.Data, `recipients: unknown id "zzz"`},
		{datamap.Filter{Activities: []string{"pya"}}, datamap.Data, `activities: unknown id "pya"; did you mean pay?`},
		{datamap.Filter{Roles: []string{"procesor"}}, datamap.Data, `roles: unknown id "procesor"; did you mean processor`},
		{datamap.Filter{Roles: []string{""}}, datamap.Data, `roles: unknown id ""`},
		{datamap.Filter{Bases: []register.Basis{"concent"}}, datamap.Data, `bases: unknown id "concent"; did you mean consent?`},
		{datamap.Filter{Countries: []register.Country{"XQ"}}, datamap.Data, `countries: unknown id "XQ"; did you mean AQ`},
		{datamap.Filter{Data: []string{"all"}}, datamap.Data, ""},
		{datamap.Filter{}, "dat", `question: unknown id "dat"; did you mean data`},
	} {
		c.f.AsOf = today
		_, err := m.Ask(c.q, c.f)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(got, c.want) || (got == "") != (c.want == "") {
			t.Errorf("%+v: got %q, want %q", c.f, got, c.want)
		}
	}
	if _, err := m.Ask(datamap.Data, datamap.Filter{}); err != datamap.ErrNoDate {
		t.Errorf("without a day: %v", err)
	}
}
