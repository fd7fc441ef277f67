package diagram_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
	"github.com/openropa/ropa/register/document"
	"github.com/openropa/ropa/register/document/diagram"
)

func resolveAnyway(view *register.View) (*register.View, *datamap.Map) {
	return view, datamap.Build(view)
}

// secrets is a register with markers in what the public must not see.
func secrets() *register.Register {
	name := func(s string) register.Text { return register.Text{"en": s} }
	doubt := register.Remarks{Certainty: register.CertaintyAssumed, Note: name("MARKERnote"), Open: name("MARKERopen")}
	activity := func(id string) *register.Activity {
		return &register.Activity{
			ID: id, Name: name("Activity " + id), Unit: name("MARKERunit"), Group: name("MARKERgroup"),
			Owner:    &register.Contact{Name: "MARKERowner"},
			Subjects: []register.SubjectUse{{Subject: "customer", Count: "MARKERcount", Remarks: doubt}},
			Purposes: []register.PurposeUse{{Purpose: "accounting"}},
			Data:     []register.DataUse{{Category: "email", Remarks: doubt}},
		}
	}
	shown, planned, draft, hidden := activity("shown"), activity("planned"), activity("draft"), activity("hidden")
	shown.Disclosures = []register.Disclosure{
		{To: "open", As: register.RoleProcessor, Remarks: doubt, Engages: []register.Onward{{Party: "secretly-engaged"}}},
		{To: "past", Until: 20200101},
	}
	planned.Status, planned.Name = register.StatusPlanned, name("MARKERplanned")
	draft.Approval, draft.Name = &register.Approval{State: register.ApprovalStateDraft}, name("MARKERdraft")
	hidden.Publish, hidden.Name = register.No, name("MARKERhidden")
	for _, a := range []*register.Activity{planned, draft, hidden} {
		a.Subjects = []register.SubjectUse{{Subject: "secret-people"}}
		a.Data = []register.DataUse{{Category: "secret-data"}}
		a.Disclosures = []register.Disclosure{{To: "secret", As: register.RoleController, Locations: []register.Area{"JP"}}, {To: "open", As: register.RoleJointController}}
	}
	return &register.Register{
		Schema: "ropa/v1", ID: "secrets", Language: "en", Organisation: &register.Organisation{Name: name("Example")},
		Activities: []*register.Activity{shown, planned, draft, hidden},
		Parties: []*register.Party{
			{ID: "open", Name: name("Open")}, {ID: "past", Name: name("MARKERpast")}, {ID: "secret", Name: name("MARKERsecret"), Country: "JP"},
			{ID: "secretly-engaged", Name: name("MARKERengaged")},
		},
		DataCategories: []*register.DataCategory{{ID: "email", Name: name("E-mail")}, {ID: "secret-data", Name: name("MARKERdata")}},
		DataSubjects:   []*register.DataSubject{{ID: "customer", Name: name("Customer")}, {ID: "secret-people", Name: name("MARKERpeople")}},
		Purposes:       []*register.Purpose{{ID: "accounting", Name: name("Accounting")}},
	}
}

// TestPublic: nothing that is hidden from the public stands in what they are given.
func TestPublic(t *testing.T) {
	view, problems := register.Resolve(secrets(), nil, nil)
	if view == nil {
		t.Fatal(problems)
	}
	_, m := resolveAnyway(view)
	for _, o := range []diagram.Options{{}, {Activity: "shown"}, {Party: "open"}, {By: diagram.ByCountry}} {
		o.AsOf, o.Audience, o.Language = day, document.Public, "en"
		g, err := diagram.New(view, m, o)
		if err != nil {
			t.Fatal(err)
		}
		var all bytes.Buffer
		if err := g.DOT(&all); err != nil {
			t.Fatal(err)
		}
		if err := g.Mermaid(&all); err != nil {
			t.Fatal(err)
		}
		p := draw(t, view, m, o)
		all.Write(p.SVG())
		for _, word := range []string{"MARKER", "Japan", "dashed", "-.->", "assumed: the register", "joint controller", "planned"} {
			if o.Activity+o.Party != "" && (word == "dashed" || word == "-.->" || strings.HasPrefix(word, "assumed")) {
				continue // that data are left out can be seen
			}
			if strings.Contains(all.String(), word) {
				t.Errorf("%+v shows %s", o, word)
			}
		}
		if !strings.Contains(all.String(), "Open") {
			t.Errorf("%+v does not show the party", o)
		}
	}
	for _, id := range []string{"planned", "draft", "hidden"} {
		if _, err := diagram.New(view, m, diagram.Options{AsOf: day, Audience: document.Public, Activity: id}); err == nil {
			t.Errorf("the public sees %s", id)
		}
	}
	if _, err := diagram.New(view, m, diagram.Options{AsOf: day, Audience: document.Public, Party: "secret"}); err == nil {
		t.Error("the public sees a party of hidden activities")
	}
	for _, chart := range []func(*register.View, *datamap.Map, diagram.Options) (*diagram.Picture, error){diagram.RetentionChart, diagram.TransfersChart} {
		p, err := chart(view, m, diagram.Options{AsOf: day, Audience: document.Public, Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		if p != nil && (bytes.Contains(p.SVG(), []byte("MARKER")) || bytes.Contains(p.SVG(), []byte("Japan"))) {
			t.Errorf("a chart shows what is hidden: %s", p.Description)
		}
	}
	authority, err := diagram.New(view, m, diagram.Options{AsOf: day, Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	if err := authority.DOT(&all); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"MARKERhidden", "MARKERsecret", "MARKERengaged", "planned", "dashed"} {
		if !strings.Contains(all.String(), word) {
			t.Errorf("the authority does not see %s", word)
		}
	}
	if strings.Contains(all.String(), "MARKERpast") {
		t.Error("what is over is shown")
	}
}
