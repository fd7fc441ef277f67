package document

import (
	"strings"
	"testing"

	"github.com/openropa/ropa/register"
	"github.com/openropa/ropa/register/datamap"
)

// The column of Schedule 1 holds the law of the United Kingdom and no other.
func TestScheduleOfICO(t *testing.T) {
	for regulation, want := range map[string]string{"uk-gdpr": "DPA 2018 Sch. 1 para. 1 / para. 8 / own rule", "gdpr": "DPA 2018 Sch. 1 para. 1 / para. 8"} {
		k := bookOf(t, `
schema: ropa/v1
id: test
extends: [common]
regulation: `+regulation+`
activities:
  - id: care
    purposes:
      - purpose: care-provision
        basis: contract
        art9: health-care
        art9Law: [{cite: DPA 2018 Sch. 1 para. 1}, {cite: para. 8, country: GB}, {id: nl-uavg-30}, {cite: own rule}]
    data: [{category: diagnosis, law: [{cite: "para. 8", country: GB}]}, {category: name, law: [{cite: other, country: GB}]}]
`)
		a := k.activities[0]
		got := strings.ReplaceAll(lines(k.tellSchedule(item{activity: a, purpose: &a.Purposes[0]}).Lines), " (United Kingdom)", "")
		if got != want {
			t.Errorf("%s: %q, not %q", regulation, got, want)
		}
	}
}

// bookOf is a register in YAML, ready to be told.
func bookOf(t *testing.T, text string) *book {
	t.Helper()
	r, src, problems := register.Parse("register.yaml", []byte(text))
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	view, problems := register.Resolve(r, src, nil)
	if problems.HasErrors() {
		t.Fatal(problems.Err())
	}
	b, err := newBuilder(t.Context(), view, datamap.Build(view), Options{AsOf: day})
	if err != nil {
		t.Fatal(err)
	}
	return newBook(b, view.Activities())
}

// inBritain has special data rest on the law of the United Kingdom.
func inBritain(r *register.Register) {
	for _, c := range r.DataCategories {
		c.Marks = []register.DataMark{register.DataMarkSpecial}
	}
	for _, a := range r.Activities {
		for i := range a.Purposes {
			for n := range a.Purposes[i].Article9Law {
				a.Purposes[i].Article9Law[n].Country = "GB"
			}
		}
	}
}
